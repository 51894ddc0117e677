import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.word.lines import GONE, KEPT, Ink, Line, Span, after, before
from reihum.formats.word.read import read_motion, read_reading
from reihum.formats.word.typed import without
from reihum.rules.text.tokens import Start, said
from reihum.rules.text.tracked import State
from tests.formats.word.built import dele, docx, ins, p

pytestmark = pytest.mark.unit
TAB = "<w:r><w:tab/></w:r>"
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def read(*paragraphs):
    found = read_motion(docx("".join(paragraphs), numbering=LISTS))
    return [(one.level, one.number, one.text) for one in found.paragraphs], found


def test_numbers_that_were_typed_are_taken_out_of_the_words():
    rows, found = read(
        p("Die Konferenz beschließt:"),
        p("1.", TAB, "Der Bund wird gebeten,"),
        p("a) zu berichten,"),
        p("aa)  jährlich,"),
        p("– schriftlich,"),
        p("b) zu zahlen."),
        p(" 2. Dank."),
    )
    assert rows == [
        (0, "", "Die Konferenz beschließt:"),
        (1, "1.", "Der Bund wird gebeten,"),
        (2, "a)", "zu berichten,"),
        (3, "aa)", "jährlich,"),
        (4, "-", "schriftlich,"),
        (2, "b)", "zu zahlen."),
        (1, "2.", "Dank."),
    ]
    assert found.typed_numbers


@pytest.mark.parametrize(
    "text",
    [
        "22. Integrationsministerkonferenz",
        "1. April 2027 ist der Stichtag.",
        "1.000 Plätze",
        "z. B. Kurse",
        "ab) Text",
        "1.",
        "–",
    ],
)
def test_what_only_looks_like_a_number_stays_in_the_words(text):
    rows, found = read(p(text), p("Text"))
    assert rows[0] == (0, "", text) or text == "–"
    assert not found.typed_numbers


def test_numbers_that_word_counts_and_typed_ones_go_on_from_each_other():
    rows, _ = read(*[p("Text", num=(1, 0))] * 3, p("4. Text"), p("Text", num=(1, 0)))
    assert [number for _, number, _ in rows] == ["1.", "2.", "3.", "4.", "4."]


def test_what_stands_before_a_number_that_word_counts_is_text():
    rows, found = read(p("1. Text", num=(1, 0)))
    assert rows == [(1, "1.", "1. Text")]
    assert not found.typed_numbers


def test_each_part_counts_for_itself():
    rows, _ = read(
        p("Beschlussvorschlag"), *[p(f"{n}. Text") for n in (1, 2, 3, 4)],
        p("Begründung"), p("4. Text"), p("1. Text"),
    )  # fmt: skip
    assert [number for _, number, _ in rows] == ["1.", "2.", "3.", "4.", "", "1."]


def starts(data):
    return [
        one for one in read_reading(data).reading.pieces if isinstance(one.token, Start)
    ]


def test_a_typed_number_that_was_only_counted_on_is_no_change_of_the_text():
    data = docx(p("1. eins") + p(dele("2"), ins("3"), ". zwei"))
    found = read_reading(data)
    assert not found.reading.tracked
    assert said(one.token for one in found.reading.pieces) == "¶eins¶zwei"


def test_a_number_that_was_typed_in_or_taken_away_changes_the_paragraph():
    data = docx(p("1. eins") + p(ins("2. "), "zwei") + p(dele("a) "), "drei"))
    states = [(one.state, one.token.scheme) for one in starts(data)]
    assert states == [
        (State.KEPT, "1."),
        (State.DELETED, ""), (State.INSERTED, "1."),
        (State.DELETED, "a)"), (State.INSERTED, ""),
    ]  # fmt: skip


def test_a_dash_that_a_split_or_a_deletion_left_in_front_is_no_number():
    for data in (
        docx(p("Text ", mark="ins") + p("– und mehr")),
        docx(p(dele("Text "), "– und mehr")),
    ):
        found = read_reading(data)
        kept = [one.token for one in found.reading.pieces if one.state is State.KEPT]
        assert "– und mehr" in said(kept)
        assert not found.typed_numbers


inks = st.sampled_from([KEPT, GONE, Ink(before=False), Ink(after=False)])
spans = st.lists(st.builds(Span, st.text("ab1", min_size=1, max_size=3), inks))


@given(spans, st.integers(0, 6), st.integers(0, 6))
def test_characters_are_taken_away_in_each_view_and_nothing_moves(found, was, now):
    line, left = Line(KEPT, spans=found), Line(KEPT, spans=without(found, was, now))
    assert left.raw(before) == line.raw(before)[was:]
    assert left.raw(after) == line.raw(after)[now:]
    assert sum(len(one.text) for one in left.spans) == sum(
        len(one.text) for one in found
    )
