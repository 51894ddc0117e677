import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reihum.rules.text import Paragraph, from_data, read, to_data, write

pytestmark = pytest.mark.unit
TYPED = """\
Die Konferenz fasst den folgenden Beschluss:
1. Sie nimmt den Bericht
   zur Kenntnis.
2. Sie bittet den Bund,
a) die Mittel zu sichern,
aa) dauerhaft und
bb) in voller Höhe,
- für Kurse,
– für Beratung,
b) bis zum
14. April 2027 zu berichten.

Die 20. Konferenz wird unterrichtet.
"""
numbers = st.sampled_from(["", "1.", "2.", "14.", "a)", "b)", "aa)", "zz)", "-"])
words = st.text(
    st.characters(exclude_categories=["Cc", "Zs", "Zl", "Zp", "Cs"]), min_size=1
)
lines = st.one_of(st.text(), st.builds("{} {}".format, numbers, words))


def test_a_resolution_is_read_as_it_was_typed():
    assert read(TYPED) == (
        Paragraph("p1", 0, "", "Die Konferenz fasst den folgenden Beschluss:"),
        Paragraph("p2", 1, "1.", "Sie nimmt den Bericht zur Kenntnis."),
        Paragraph("p3", 1, "2.", "Sie bittet den Bund,"),
        Paragraph("p4", 2, "a)", "die Mittel zu sichern,"),
        Paragraph("p5", 3, "aa)", "dauerhaft und"),
        Paragraph("p6", 3, "bb)", "in voller Höhe,"),
        Paragraph("p7", 4, "-", "für Kurse,"),
        Paragraph("p8", 4, "-", "für Beratung,"),
        Paragraph("p9", 2, "b)", "bis zum 14. April 2027 zu berichten."),
        Paragraph("p10", 0, "", "Die 20. Konferenz wird unterrichtet."),
    )


def test_a_wrapped_line_that_begins_with_an_ordinal_stays_in_its_sentence():
    assert [p.text for p in read("1. Bericht an die\n20. Konferenz\n3. Dank")] == [
        "Bericht an die 20. Konferenz",
        "Dank",
    ]


def test_a_day_of_the_month_is_no_paragraph_number():
    assert read("14. April 2027 ist der Stichtag.") == (
        Paragraph("p1", 0, "", "14. April 2027 ist der Stichtag."),
    )


def test_after_a_blank_line_any_number_begins_a_paragraph():
    assert [p.number for p in read("1. Eins\n\n20. Zwanzig\n21. Mehr")] == [
        "1.", "20.", "21.",
    ]  # fmt: skip


def test_dashes_stand_below_what_is_before_them():
    levels = [p.level for p in read("Lead-in:\n- eins\n- zwei\n1. Dann\n• drei")]
    assert levels == [0, 1, 1, 1, 2]


def test_a_number_alone_on_its_line_takes_the_next_line():
    assert read("1.\nApril ist ein Monat.") == (
        Paragraph("p1", 1, "1.", "April ist ein Monat."),
    )


@pytest.mark.parametrize("line", ["ab) oder", "1.5 Millionen", "a.", "--", "z. B. so"])
def test_what_only_looks_like_a_number_is_text(line):
    assert read(line) == (Paragraph("p1", 0, "", line),)


@pytest.mark.parametrize("empty", ["", "\n \n\t\n"])
def test_nothing_typed_is_nothing(empty):
    assert read(empty) == ()
    assert write(()) == ""


@given(st.lists(lines).map("\n".join))
@example(TYPED)
@example("1.\nApril 2027")
@example("1.\n\n\n2.\nfoo")
def test_what_is_written_is_read_back(plain):
    paragraphs = read(plain)
    assert read(write(paragraphs)) == paragraphs


@given(st.lists(st.tuples(numbers, words)))
def test_no_typed_number_and_no_word_is_lost(blocks):
    typed = [(number, f"xyz{text}") for number, text in blocks]
    plain = "\n\n".join(f"{number} {text}" for number, text in typed)
    assert [(p.number, p.text) for p in read(plain)] == typed


def test_the_ids_can_be_told_apart_from_those_of_another_text():
    assert [p.id for p in read("eins\n\nzwei", prefix="b")] == ["b1", "b2"]


@given(st.lists(lines).map("\n".join))
def test_paragraphs_survive_json(plain):
    paragraphs = read(plain)
    assert from_data(json.loads(json.dumps(to_data(paragraphs)))) == paragraphs
