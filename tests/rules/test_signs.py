import pytest

from reihum.rules.signs import check_signs, file_word, one_line
from reihum.rules.text import Paragraph
from reihum.rules.words import Why

pytestmark = pytest.mark.unit
HARMLESS = "Ä „x“ – 😀 \N{NO-BREAK SPACE}\N{SOFT HYPHEN}\u200d عربى עברית\n\t\r\n1. a"


@pytest.mark.parametrize(
    "value", [HARMLESS, "", 7, None, {"BY": "yes"}, ["a", ("b",)], frozenset({"c"})]
)
def test_what_people_write_passes(value):
    assert check_signs("text", value) is None


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800"]
)
def test_a_sign_that_nobody_sees_is_named_with_what_stands_before_it(sign):
    refusal = check_signs("title", f"Die Länder{sign} bitten")
    assert (refusal.why, refusal.field) == (Why.INVALID, "title")
    for words in (refusal.text.de, refusal.text.en):
        assert "Die Länder" in words
        assert f"U+{ord(sign):04X}" in words
        assert sign not in words


@pytest.mark.parametrize(
    "value",
    [
        {"BY": "\x00"}, {"\x00": "yes"}, ["a", "\x00"], ("\x00",), {"\x00"},
        (Paragraph("p1", 0, "", "\x00"),),
    ],
)  # fmt: skip
def test_it_is_found_inside_of_lists_and_tables(value):
    assert "Am Anfang" in check_signs("votes", value).text.de


def test_a_title_is_one_line_wherever_it_was_copied_from():
    assert (
        one_line(" Öffnung\r\n  der\tSprachkurse\u2028\n") == "Öffnung der Sprachkurse"
    )
    assert one_line("TOP\N{NO-BREAK SPACE}2.4  alt") == "TOP\N{NO-BREAK SPACE}2.4  alt"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kurse öffnen!", "Kurse-oeffnen"),
        ("Straße – Größe: 3/4", "Strasse-Groesse-3-4"),
        ("Café für Übersetzer*innen", "Cafe-fuer-Uebersetzer-innen"),
        ("../../etc", "etc"),
        ("مرحبا", ""),
        ("x" * 50, "x" * 40),
    ],
)
def test_a_name_of_a_file_is_taken_by_every_computer(text, name):
    assert file_word(text) == name
