"""What holds for the texts of every language that the house speaks."""

import re
from collections import Counter
from gettext import c2py

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from tools.messages import catalogue, filled, fresh, languages, texts_of

pytestmark = pytest.mark.unit

NUMBERS = range(300)  # beyond that nothing new happens in the languages of the house
FEW = {0, 1, 2}  # what a language may say without a numeral
VALUE = re.compile(r"%\(\w+\)\w")
MARKUP = re.compile(r"<[^>]+>|&\w+;")
JOINT = re.compile(r"^[\s,;،؛]|\s$")  # where a text is put together with another
STAYS_GERMAN = {"Minijob"}
SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "fa": re.compile("[\u0600-\u06ff]"),
    "uk": re.compile("[\u0400-\u04ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
# What a neighbour writes, and the language itself does not: the Arabic ye and kaf.
FOREIGN = {"fa": "\u064a\u0643", "uk": "ыэёъ", "ru": "іїєґ"}

every_language = pytest.mark.parametrize("language", languages())


def read(language):
    with catalogue(language).open("rb") as file:
        return read_po(file, locale=language)


def translated(language):
    """Yield each German text, the plural where there are two, with all its forms."""
    for message in texts_of(read(language)):
        if isinstance(message.id, str):
            yield message.id, (message.string,)
        else:
            yield message.id[1], message.string


def numbers_of_forms(catalog):
    """Return for each form of a catalogue the numbers that it is said of."""
    form = c2py(catalog.plural_expr)
    return [
        {n for n in NUMBERS if form(n) == one} for one in range(catalog.num_plurals)
    ]


def values(text):
    return Counter(VALUE.findall(text))


@every_language
def test_a_language_counts_as_its_grammar_does_or_has_one_form_for_all(language):
    category = Locale.parse(language).plural_form
    groups = {}
    for number in NUMBERS:
        groups.setdefault(category(number), []).append(number)
    forms = sorted(map(sorted, numbers_of_forms(read(language))))
    assert forms in ([list(NUMBERS)], sorted(groups.values()))


@every_language
def test_every_text_has_all_its_forms_and_none_is_in_doubt(language):
    catalog = read(language)
    counted = [one for one in texts_of(catalog) if not isinstance(one.id, str)]
    assert not catalog.fuzzy
    assert [one.id for one in texts_of(catalog) if not filled(one)] == []
    assert {len(one.string) for one in counted} == {catalog.num_plurals}


@every_language
def test_a_form_fills_in_all_values_or_is_said_of_a_few_things_only(language):
    """One thing needs no numeral, but the Russian form for 1 is also that for 21."""
    wordy = [numbers <= FEW for numbers in numbers_of_forms(read(language))]
    wrong = []
    for german, forms in translated(language):
        may_lack = wordy if len(forms) > 1 else [False]
        for form, lacks in zip(forms, may_lack, strict=True):
            missing, extra = (
                values(german) - values(form),
                values(form) - values(german),
            )
            if extra or missing.total() > lacks:
                wrong.append((german, form))
    assert wrong == []


@every_language
def test_every_form_has_the_markup_of_the_german_and_can_be_put_in_the_same_place(
    language,
):
    wrong = [
        (german, form)
        for german, forms in translated(language)
        for form in forms
        if Counter(MARKUP.findall(german)) != Counter(MARKUP.findall(form))
        or len(JOINT.findall(german)) != len(JOINT.findall(form))
    ]
    assert wrong == []


@every_language
def test_german_quotation_marks_stay_in_german(language):
    wrong = [
        form for _german, forms in translated(language) for form in forms if "„" in form
    ]
    assert wrong == [] or language == "de_Simple"


@pytest.mark.parametrize("language", sorted(SCRIPTS.keys() & set(languages())))
def test_every_text_is_written_in_the_script_of_its_language(language):
    wrong = [
        (german, form)
        for german, forms in translated(language)
        for form in forms
        if german not in STAYS_GERMAN
        and re.search(r"[^\W\d_]", VALUE.sub("", german))
        and not SCRIPTS[language].search(form)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(FOREIGN.keys() & set(languages())))
def test_no_text_has_a_letter_of_a_neighbouring_language(language):
    wrong = [
        form
        for _german, forms in translated(language)
        for form in forms
        if set(FOREIGN[language]) & set(form.casefold())
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_arabic_letters_have_their_own_comma(language):
    catalog = read(language)
    assert catalog.get(", ", "Aufzählung").string == "، "
    latin = re.compile("(?<=[\u0600-\u06ff])[,;?]")
    sentences = [form for _german, forms in translated(language) for form in forms]
    assert [form for form in sentences if latin.search(form)] == []


def test_french_sets_a_space_before_a_colon_that_no_line_ends_at():
    forms = [form for _german, forms in translated("fr") for form in forms]
    close = re.compile(r"[^\s\d]: |[^\s]:$|[ ][:;?!]|\u202f:")
    assert [form for form in forms if close.search(form)] == []


@every_language
def test_a_new_catalogue_numbers_its_forms_as_the_one_that_is_there(language):
    assert numbers_of_forms(fresh(language)) == numbers_of_forms(read(language))


@pytest.mark.parametrize("language", ["ar", "uk", "fr"])
def test_forms_are_numbered_in_the_order_of_the_grammar(language):
    category = Locale.parse(language).plural_form
    order = ("zero", "one", "two", "few", "many", "other")
    forms = numbers_of_forms(fresh(language))
    places = [order.index(category(min(numbers))) for numbers in forms]
    assert places == sorted(places)
