import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.rulebook import Rulebook, RulebookError
from tests.rules.books import MEMBERS, TOP, UNANIMOUS, section

pytestmark = pytest.mark.unit
TEXTS = {
    file.name: file.read_text("utf-8")
    for file in files("reihum.rules.rulebooks").iterdir()
    if file.name.endswith(".toml")
}
_KEY = re.compile(r"(?:^|(?<=[{,] ))([a-z_]+)(?= = )", re.MULTILINE)
_HEADER = re.compile(r"^\[(?:\w+\.)?(\w+)\]$", re.MULTILINE)


def places(text):
    """Yield start and end of every key and of the last part of every header."""
    for pattern in (_KEY, _HEADER):
        yield from (match.span(1) for match in pattern.finditer(text))


EVERY_PLACE = [
    pytest.param(name, span, id=f"{name}:{text[slice(*span)]}@{span[0]}")
    for name, text in TEXTS.items()
    for span in places(text)
]


def refused(text, name="intmk.toml"):
    with pytest.raises(RulebookError) as caught:
        Rulebook.parse(text, name)
    return caught.value


@pytest.mark.parametrize(("name", "span"), EVERY_PLACE)
def test_every_typo_in_every_key_is_named_with_its_line(name, span):
    text, (start, end) = TEXTS[name], span
    key = text[start:end]
    typo = key[:-2] + key[-1] + "x"
    error = refused(text[:start] + typo + text[end:], name)
    assert error.key == typo
    assert error.line == text.count("\n", 0, start) + 1
    assert error.text.de.startswith(f"{name}, Zeile {error.line}: „{typo}“")


@given(
    st.data(),
    st.sampled_from(sorted(TEXTS)),
    st.from_regex("[a-z]{3,9}q", fullmatch=True),
)
def test_a_foreign_key_anywhere_is_named_with_its_line(data, name, foreign):
    text = TEXTS[name]
    start, end = data.draw(st.sampled_from(list(places(text))))
    error = refused(text[:start] + foreign + text[end:], name)
    assert error.key == foreign
    assert error.line == text.count("\n", 0, start) + 1


def test_the_sentence_says_what_is_probably_meant():
    text = TEXTS["intmk-2020.toml"].replace("\nthreshold", "\ntreshold")
    line = text[: text.index("treshold")].count("\n") + 1
    error = refused(text)
    assert error.text.de == (
        f"intmk.toml, Zeile {line}: „treshold“ ist kein bekannter Schlüssel in "
        "[majority.ordinary]; gemeint ist vielleicht „threshold“."
    )
    assert error.text.en == (
        f"intmk.toml, line {line}: “treshold” is not a known key in "
        "[majority.ordinary]; perhaps “threshold” is meant."
    )


@pytest.mark.parametrize(
    ("wrong", "key", "said"),
    [
        ('[circular]\nsilence = "consent"', "source", "„source“ fehlt in [circular]."),
        (
            '[circular]\nsource = "x"\nsilence = "consnt"',
            "silence",
            (
                "„consnt“ gibt es nicht für „silence“, nur „consent“, „abstention“, "
                "„insufficient“; gemeint ist vielleicht „consent“."
            ),
        ),
        ('[circular]\nsource = "x"\nsilence = "???"', "silence", "„insufficient“."),
        ('[circular]\nsource = "x"\ndays = 0', "days", "eine ganze Zahl ab 1"),
        ('[circular]\nsource = "x"\ndays = true', "days", "eine ganze Zahl ab 1"),
        ('[circular]\nsource = "x"\ndays = "28"', "days", "eine ganze Zahl ab 1"),
        ('[circular]\nsource = ""', "source", "ein Text in Anführungszeichen"),
        ('[circular]\nsource = "x"\nreported = 1', "reported", "true oder false"),
        ("circular = 3", "circular", "ein Abschnitt mit Schlüsseln"),
        (
            '[minutes]\nsource = "x"\nversions = "eine"',
            "versions",
            "eine Liste in eckigen Klammern",
        ),
        ('[minutes]\nsource = "x"\nversions = []', "versions", "eine Liste"),
        (
            '[fallback.budgets]\nsource = "x"',
            "budgets",
            (
                "„budgets“ ist kein bekannter Schlüssel in [fallback]; gemeint ist "
                "vielleicht „budget“."
            ),
        ),
        (
            '[note]\nde = "nur deutsch"',
            "en",
            "„en“ fehlt in [note].",
        ),
    ],
)
def test_every_wrong_value_is_named_with_what_is_expected(wrong, key, said):
    first = wrong if wrong.startswith("circular") else ""
    text = f"{first}\n{TOP}{MEMBERS}{UNANIMOUS}\n{'' if first else wrong}"
    error = refused(text)
    assert error.key == key
    assert said in error.text.de


def test_a_moment_is_no_day():
    text = TOP.replace("2020-01-01", "2020-01-01T08:00:00") + MEMBERS + UNANIMOUS
    error = refused(text)
    assert error.key == "valid_from"
    assert "ein Datum wie 2020-07-01" in error.text.de


@pytest.mark.parametrize(
    ("broken", "line", "key"),
    [
        ('body = "x"\nshort = "y\n', 2, "short"),
        ('body = "x"\nbody = "y"\n', 2, "body"),
        ("body\n", 1, ""),
        ('body = "x"\nnote = """never closed', 2, "note"),
    ],
)
def test_what_is_no_toml_is_named_with_its_line(broken, line, key):
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(broken)
    error = refused(broken)
    assert (error.line, error.key) == (line, key)
    assert "Das ist kein TOML" in error.text.de
    assert "This is not TOML" in error.text.en


def test_a_missing_section_is_missing_at_the_beginning():
    error = refused(TOP + UNANIMOUS)
    assert error.text.de == "intmk.toml, Zeile 1: „members“ fehlt am Anfang der Datei."


def test_a_strange_key_with_nothing_near_gets_no_suggestion():
    error = refused(TOP + MEMBERS + UNANIMOUS + section("circular", "xyzzy = 1"))
    assert error.text.de.endswith("„xyzzy“ ist kein bekannter Schlüssel in [circular].")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("lead = { weeks = 10 }", "lead = { weeks = 999999999 }", "lead"),
        ("earliest = { weeks = 6 }", "earliest = { days = 367 }", "earliest"),
        ("latest = { weeks = 5 }", "latest = { weeks = 53 }", "latest"),
        ("years = 1", "years = 9000", "years"),
        ("days = 28", "days = 367", "days"),
    ],
)
def test_no_rule_counts_farther_than_a_calendar_reaches(old, new, key):
    text = TEXTS["intmk-2020.toml"]
    assert old in text
    error = refused(text.replace(old, new, 1))
    assert error.key == key
    assert "kann nicht gemeint sein" in error.text.de
    assert text.split("\n")[error.line - 1].startswith(old[: len(key)])


@pytest.mark.parametrize(
    "broken", ["note = " + "[" * 50_000, "[meetings]\nper_year = " + "9" * 5000]
)
def test_what_no_reader_can_hold_is_refused_in_few_words(broken):
    error = refused('body = "x"\n' + broken)
    assert error.line == 2 + broken.count("\n")
    assert "Das ist kein TOML" in error.text.de
    assert len(error.text.de) < 400
