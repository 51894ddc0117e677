"""Every language of the house is whole, counts well, and fills in what it has to."""

import io
import re
from collections import Counter
from gettext import GNUTranslations

import pytest
from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation import to_locale

from reihum.look.languages import ALL
from tools.messages import catalogue, languages

pytestmark = pytest.mark.unit

COUNTED = range(1000)  # where languages tell numbers apart, they have done so by then
PARTS = re.compile(r"%\(\w+\)\w|<[^>]+>|&\w+;")
every_language = pytest.mark.parametrize("language", languages())


def _catalog(language):
    with catalogue(language).open("rb") as file:
        return read_po(file, locale=language)


def _translated(language):
    """Yield each German text (of a counted one that for many) and its translations."""
    for message in _catalog(language):
        if isinstance(message.id, tuple):
            yield message.id[1], message.string
        elif message.id:
            yield message.id, (message.string,)


def _form_of(language):
    """Return the function from a number to a form, as gettext reads the header."""
    compiled = io.BytesIO()
    write_mo(compiled, _catalog(language))
    compiled.seek(0)
    return GNUTranslations(compiled).plural


def test_every_catalogue_is_of_a_language_that_the_house_speaks():
    folders = {to_locale(code) for code, _name in ALL if code != "de"}
    assert {"en", "de_Simple"} <= set(languages()) <= folders


@every_language
def test_every_text_of_every_language_is_written(language):
    empty = [german for german, forms in _translated(language) if not all(forms)]
    assert empty == []
    assert not any(message.fuzzy for message in _catalog(language) if message.id)


@every_language
def test_every_form_fills_in_the_same_values_and_has_the_same_markup(language):
    used = Counter(map(_form_of(language), COUNTED))
    wrong = [
        text
        for german, forms in _translated(language)
        for form, text in enumerate(forms)
        if not _filled_in(text, german, alone=len(forms) > 1 and used[form] == 1)
    ]
    assert wrong == []


def _filled_in(text, german, *, alone):
    """A form for one number `alone` ("two jobs") may say that number as a word."""
    told, wanted = PARTS.findall(text), PARTS.findall(german)
    return Counter(told) == Counter(wanted) or (
        alone and Counter(told) == Counter(wanted[1:])
    )


@every_language
def test_every_language_counts_as_its_speakers_do(language):
    """Turkish and Persian nouns stay as they are behind every number: one form."""
    kind_of = Locale.parse(language.partition("_")[0]).plural_form
    form_of = _form_of(language)
    pairs = {(kind_of(number), form_of(number)) for number in COUNTED}
    forms = {form for _kind, form in pairs}
    assert forms == set(range(_catalog(language).num_plurals))
    kinds = Counter(kind for kind, _form in pairs)
    assert set(kinds.values()) == {1}, "one kind of number, one form"
    assert len(forms) == (1 if language in {"fa", "tr"} else len(kinds))


@every_language
def test_every_language_begins_and_ends_a_text_with_the_same_space(language):
    """Easy German leaves out the comma in front of a text that goes on from another."""
    wrong = [
        text
        for german, forms in _translated(language)
        for text in forms
        if _edges(text) != _edges(german)
        and not (language == "de_Simple" and german.startswith(", "))
    ]
    assert wrong == []


def _edges(text):
    return text[: -len(text.lstrip())], text[len(text.rstrip()) :]


@every_language
def test_every_language_writes_the_digits_that_stand_in_german_papers(language):
    other = re.compile(r"(?![0-9])\d")
    texts = [text for _german, forms in _translated(language) for text in forms]
    assert [text for text in texts if other.search(text)] == []


def test_persian_has_its_own_letters():
    arabic = re.compile("[\u0643\u064a\u0649]")
    texts = [text for _german, forms in _translated("fa") for text in forms]
    assert [text for text in texts if arabic.search(text)] == []


@pytest.mark.parametrize("language", sorted({*languages()} - {"de_Simple"}))
def test_no_translation_uses_german_quotation_marks(language):
    texts = [text for _german, forms in _translated(language) for text in forms]
    assert [text for text in texts if "„" in text] == []
