"""The interface is complete in English, and nothing marked for it is overlooked."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.utils.translation import to_locale

from reihum.look.languages import ALL
from tools.messages import (
    PO,
    ROOT,
    Found,
    catalogue,
    files,
    in_file,
    in_python,
    in_template,
    languages,
)

pytestmark = pytest.mark.unit

IMPORTS = """
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from django.utils.translation import gettext_lazy as _, ngettext_lazy as many
"""


def _messages():
    with PO.open("rb") as file:
        return [message for message in read_po(file, locale="en") if message.id]


def _pairs():
    for message in _messages():
        if isinstance(message.id, str):
            yield message.id, message.string
        else:
            yield from zip(message.id, message.string, strict=True)


def _python(source: str) -> list[Found]:
    return list(in_python(IMPORTS + source))


def test_every_german_text_has_its_english_and_none_is_left_over():
    done = subprocess.run(
        [sys.executable, "tools/messages.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_translation_fills_in_the_same_values():
    values = re.compile(r"%\(\w+\)\w|%[^(]|%$")
    differ = [
        (german, english)
        for german, english in _pairs()
        if Counter(values.findall(german)) != Counter(values.findall(english))
    ]
    assert differ == []


def test_a_translation_has_the_same_markup():
    markup = re.compile(r"<[^>]+>|&\w+;")
    differ = [
        (german, english)
        for german, english in _pairs()
        if Counter(markup.findall(german)) != Counter(markup.findall(english))
    ]
    assert differ == []


def _translated(language):
    with catalogue(language).open("rb") as file:
        for message in read_po(file, locale=language):
            many = isinstance(message.id, tuple)
            if message.id:
                forms = message.string if many else (message.string,)
                yield "".join(message.id) if many else message.id, many, forms


def test_every_catalogue_is_of_a_language_that_the_house_speaks():
    folders = {to_locale(code) for code, _name in ALL if code != "de"}
    assert {"en", "de_Simple"} <= set(languages()) <= folders


@pytest.mark.parametrize("language", languages())
def test_every_language_fills_in_only_what_there_is(language):
    """A form for one thing may leave the number out; all else has to be there."""
    found = re.compile(r"%\(\w+\)\w|<[^>]+>|&\w+;")
    wrong = [
        form
        for german, many, forms in _translated(language)
        for form in forms
        if not set(found.findall(form)) <= set(found.findall(german))
        or (not many and sorted(found.findall(form)) != sorted(found.findall(german)))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_every_language_writes_the_digits_that_stand_in_german_papers(language):
    other = re.compile(r"(?![0-9])\d")
    forms = [form for _german, _many, forms in _translated(language) for form in forms]
    assert [form for form in forms if other.search(form)] == []


def test_languages_besides_english_have_only_what_all_pages_of_theirs_say():
    spoken = {str(path.relative_to(ROOT)) for path in files("ar")}
    assert "reihum/public/jobs_words.py" in spoken
    assert "reihum/public/templates/public/jobs/entry.html" in spoken
    assert not any(path.startswith("reihum/office/") for path in spoken)


def test_no_translation_uses_german_quotation_marks():
    assert [english for _german, english in _pairs() if "„" in english] == []


@pytest.fixture
def compiled(tmp_path, settings):
    """Let Django read the catalogue as it stands, not as it was last compiled."""
    path = tmp_path / "en" / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with PO.open("rb") as source, path.open("wb") as file:
        write_mo(file, read_po(source, locale="en"))
    settings.LOCALE_PATHS = [tmp_path]
    return path


def test_the_compiled_catalogue_has_every_text(compiled):
    with compiled.open("rb") as file:
        assert len(read_mo(file)) == len(_messages())
    with PO.open("rb") as file:
        assert not read_po(file).fuzzy, "pybabel leaves out what is marked fuzzy"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 abstention"), (2, "2 abstentions")]
)
def test_a_page_speaks_english_and_counts_in_english(compiled, show, count, words):
    votes = dict.fromkeys(("BY", "HE")[:count], "abstain")
    assert words in show("{% vote_lists votes %}", language="en", votes=votes).source


def test_one_text_may_stand_alone_and_be_counted(compiled, show):
    alone = '{% translate "Erklärung zu Protokoll" %}'
    assert show(alone, language="en").source == "Statement for the record"


def test_a_call_is_found_under_any_name_and_in_any_form():
    assert _python('a = gettext("Eins"); b = _("Zwei")') == [
        Found("Eins"),
        Found("Zwei"),
    ]
    assert _python('_("Ein langer "\n"Satz.")') == [Found("Ein langer Satz.")]
    assert _python('many("Ein Land", "%(n)s Länder", "n")') == [
        Found(("Ein Land", "%(n)s Länder"))
    ]


def test_a_call_inside_an_f_string_is_found():
    assert _python("""f"{_('Geschäftsstelle')} · {land}" """) == [
        Found("Geschäftsstelle")
    ]


def test_the_context_of_a_call_is_no_text():
    assert _python('pgettext("Monat", "Mai")') == [Found("Mai", "Monat")]
    assert _python('npgettext("Amt", "Sitz", "Sitze", n)') == [
        Found(("Sitz", "Sitze"), "Amt")
    ]


def test_what_only_looks_like_a_call_is_left_out():
    assert list(in_python('_("Kein gettext")\nother("Auch nicht")')) == []


def test_a_text_put_together_at_run_time_is_refused():
    with pytest.raises(SystemExit, match=r"seite\.py:1: kein fester Text"):
        list(
            in_python(
                "from django.utils.translation import gettext as _; _('a' + name)",
                "seite.py",
            )
        )


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('{% translate "Suche" %}', Found("Suche")),
        ("{% translate 'Suche' as title %}", Found("Suche")),
        ('{% translate "Mai" context "Monat" %}', Found("Mai", "Monat")),
        ('{% include "a.html" with title=_("Suche (neu)") %}', Found("Suche (neu)")),
        ('{{ title|default:_("Ohne Titel") }}', Found("Ohne Titel")),
        ('{{ _("Suche") }}', Found("Suche")),
        (
            "{% blocktranslate with n=a.b %}Punkt {{ n }}{% endblocktranslate %}",
            Found("Punkt %(n)s"),
        ),
        (
            "{% blocktranslate trimmed %}\n  Zwei\n  Zeilen\n{% endblocktranslate %}",
            Found("Zwei Zeilen"),
        ),
        (
            (
                "{% blocktranslate count n=all|length %}Ein Land{% plural %}"
                "{{ n }} Länder{% endblocktranslate %}"
            ),
            Found(("Ein Land", "%(n)s Länder")),
        ),
        (
            (
                '{% blocktranslate context "Amt" %}Er sagt "Sitz" (\'so\')'
                "{% endblocktranslate %}"
            ),
            Found("Er sagt \"Sitz\" ('so')", "Amt"),
        ),
        (
            (
                '{% blocktranslate count n=n context "Amt" %}Sitz{% plural %}Sitze'
                "{% endblocktranslate %}"
            ),
            Found(("Sitz", "Sitze"), "Amt"),
        ),
    ],
)
def test_every_tag_of_a_template_is_found(template, found):
    page = f"<p>gettext('nein') _('nein')</p>{template}<p>(it's)</p>"
    assert list(in_template("{% load i18n %}" + page)) == [found]


def test_a_template_may_have_any_ending(tmp_path):
    path: Path = tmp_path / "templates" / "mail.txt"
    path.parent.mkdir()
    path.write_text('{% load i18n %}{% translate "Guten Tag" %}', "utf-8")
    assert list(in_file(path)) == [Found("Guten Tag")]


GERMAN = {"minutes_text.html"}  # the minutes are a German paper, whoever reads them
NAMES = {"Reihum", "JSON", "Markdown", "ISO", "ics", "TOML"}
TAGS = re.compile(
    r"{% (blocktranslate|comment)\b.*?{% end\1 %}|{[{%#].*?[}%#]}", re.DOTALL
)
TOLD = re.compile(r"""\b(?:aria-label|placeholder|title|alt)=["'](.*?)["']|>([^<]*)<""")


def test_a_page_says_nothing_outside_the_marked_texts():
    """Where a page is written twice, its file name says in which language."""
    unmarked = [
        (path.name, word)
        for path in sorted((ROOT / "reihum").glob("*/templates/**/*.html"))
        if not path.stem.endswith(("-de", "-en")) and path.name not in GERMAN
        for told in TOLD.findall(f">{TAGS.sub('', path.read_text('utf-8'))}<")
        for word in re.findall(r"(?<![&-])\b[^\W\d_]{2,}", "".join(told))
        if word not in NAMES
    ]
    assert unmarked == []


def test_what_speaks_every_language_parts_a_list_with_a_comma_of_its_language():
    """Only a list of German names has a German comma: `jobs_words.where`."""
    joined = [
        (path.name, line.strip())
        for path in files("ar")
        if path.suffix == ".py" and path.name != "local.py"
        for line in path.read_text("utf-8").splitlines()
        if re.search(r'"[,;] ?"\.join', line)
    ]
    assert joined == [("jobs_words.py", 'return ", ".join(names[:2]) + more')]
    written = [
        path.name
        for path in files("ar")
        if path.suffix == ".html"
        and re.search("[,;]", re.sub(r"<[^>]*>", "", TAGS.sub("", path.read_text())))
    ]
    assert written == []
