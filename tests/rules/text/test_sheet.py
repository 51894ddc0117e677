import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Mark, Paragraph, read
from reihum.rules.text.marked import write_marked
from reihum.rules.text.references import Stale
from reihum.rules.text.sheet import Caret, Row, Sheet, begin, changed, read_rows, saved

pytestmark = pytest.mark.unit

EMPTY = Sheet(())


def rows(sheet: Sheet) -> list[Row]:
    """The rows of the form that shows this sheet."""
    return [
        Row(p.id, p.level, p.number, write_marked(p.text, p.marks))
        for p in sheet.paragraphs
    ]


def seen(sheet: Sheet) -> list[tuple[str, int, str, str]]:
    return [(p.id, p.level, p.number, p.text) for p in sheet.paragraphs]


def typed(*texts: str) -> Sheet:
    return read_rows(
        [Row(f"p{at}", 0, "", one) for at, one in enumerate(texts, 1)], EMPTY
    )


# ── laws ───────────────────────────────────────────────────────────────────
LINES = st.lists(
    st.sampled_from(
        ["Wort", "**fett** *schräg*", "a) b", "1. eins", "2. zwei", "- Punkt", "", "\n",
         "Ziffer 2", "\\*", "eins\nzwei", " x ", "20. Tag", "\r\n", "Bürger*innen"]
    ),
    max_size=8,
)  # fmt: skip


@given(LINES)
def test_what_the_form_shows_is_read_back_unchanged(lines):
    sheet = typed(*lines)
    assert read_rows(rows(sheet), sheet) == sheet


@given(LINES, st.integers(0, 9), st.integers(0, 30))
def test_ids_are_used_once_and_whoever_types_is_found_again(lines, row, at):
    sheet = read_rows(
        [Row(f"p{n}", 0, "", one) for n, one in enumerate(lines, 1)],
        EMPTY,
        Caret(f"p{row}", at),
    )
    ids = [p.id for p in sheet.paragraphs]
    assert len(set(ids)) == len(ids)
    assert f"p{sheet.last}" >= max(ids, default="p0", key=len)
    assert (sheet.place(sheet.focus) is not None) == (1 <= row <= len(lines))


@given(LINES)
def test_what_is_saved_has_no_empty_paragraph_and_loses_no_word(lines):
    sheet = typed(*lines)
    text = saved(sheet)
    assert [p.text for p in text if p.text] == [
        p.text for p in sheet.paragraphs if p.text
    ]
    below = [*text, None][1:]
    assert all(
        one.text or (next_ is not None and one.level < next_.level)
        for one, next_ in zip(text, below, strict=True)
    )


# ── what people do ─────────────────────────────────────────────────────────
def test_a_line_break_begins_a_new_paragraph_of_the_same_list():
    sheet = begin(read("1. eins\n2. zwei"), taken=["p1", "p8", "b9", "px"])
    first, second = rows(sheet)
    sheet = read_rows([first._replace(typed="ei\r\nns"), second], sheet, Caret("p1", 3))
    assert seen(sheet) == [
        ("p1", 1, "1.", "ei"), ("p9", 1, "2.", "ns"), ("p2", 1, "3.", "zwei"),
    ]  # fmt: skip
    assert (sheet.focus, sheet.caret) == ("p9", 0)


def test_a_break_at_the_beginning_leaves_the_paragraph_its_id():
    sheet = begin(read("1. eins"))
    sheet = read_rows([Row("p1", 1, "1.", "\neins")], sheet, Caret("p1", 1))
    assert seen(sheet) == [("p2", 1, "1.", ""), ("p1", 1, "2.", "eins")]
    assert (sheet.focus, sheet.caret) == ("p1", 0)


def test_a_break_inside_strong_words_leaves_both_strong():
    sheet = read_rows([Row("p1", 0, "", "**fett\nauch**")], EMPTY)
    assert [p.marks for p in sheet.paragraphs] == [
        (Mark(0, 4, "strong"),), (Mark(0, 4, "strong"),),
    ]  # fmt: skip


def test_typed_numbers_are_understood():
    sheet = typed(
        "Die Länder bitten", "1. um Mittel:", "a) bald", "- sofort", "2. um Rat"
    )
    assert [(p.level, p.number, p.text) for p in sheet.paragraphs] == [
        (0, "", "Die Länder bitten"),
        (1, "1.", "um Mittel:"),
        (2, "a)", "bald"),
        (3, "-", "sofort"),
        (1, "2.", "um Rat"),
    ]


@pytest.mark.parametrize(
    "line",
    ["20. Konferenz in Mainz", "3. Oktober 2027", "7. Punkt", "1.", "A"],
)
def test_what_only_looks_like_a_number_is_text(line):
    assert [(p.level, p.text) for p in typed(line).paragraphs] == [(0, line)]


def test_a_dash_stands_beside_another_dash():
    sheet = typed("- eins", "- zwei")
    assert [(p.level, p.number) for p in sheet.paragraphs] == [(1, "-"), (1, "-")]


def test_a_one_that_is_typed_behind_a_lead_in_begins_the_list_again():
    sheet = begin(read("Sie bitten:\n1. eins\n2. zwei\n\nSie fordern:"))
    again = read_rows([*rows(sheet), Row("p5", 0, "", "1. drei")], sheet)
    assert again.paragraphs[-1].number == "1."
    on = read_rows([*rows(sheet), Row("p5", 0, "", "3. drei")], sheet)
    assert on.paragraphs[-1].number == "3."


def test_what_somebody_forged_is_made_sound():
    sheet = read_rows(
        [
            Row("p1", 99, "1.", "a"),
            Row("p1", -1, "7.", "b"),
            Row("x<y>", 1, "1" * 99, "c"),
            Row("p٣", 0, "", "d"),
        ],
        EMPTY,
    )
    assert seen(sheet) == [
        ("p1", 6, "1.", "a"), ("p2", 0, "", "b"), ("p3", 1, "1.", "c"),
        ("p4", 0, "", "d"),
    ]  # fmt: skip


def test_a_reference_that_goes_stale_is_told_until_it_is_right():
    sheet = begin(read("1. eins\n2. zwei\n3. Wie in Ziffer 2 gesagt."))
    one, two, three = rows(sheet)
    split = [one._replace(typed="eins\nneu"), two, three]
    sheet = read_rows(split, sheet)
    told = (Stale("p3", "Ziffer 2", ("p2",), "Ziffer 3"),)
    assert sheet.stale == told
    sheet = changed(sheet, sheet.paragraphs)
    assert sheet.stale == told
    fixed = [r._replace(typed=r.typed.replace("2", "3")) for r in rows(sheet)]
    assert read_rows(fixed, sheet).stale == ()


def test_empty_paragraphs_do_not_count_once_it_is_saved():
    sheet = read_rows([Row("p1", 1, "1.", "eins\n\nzwei")], EMPTY)
    assert [p.number for p in sheet.paragraphs] == ["1.", "2.", "3."]
    assert [(p.number, p.text) for p in saved(sheet)] == [
        ("1.", "eins"),
        ("2.", "zwei"),
    ]
    assert saved(begin(read("1. eins"))) == read("1. eins")


def test_a_number_alone_above_its_points_stays():
    text = read("1. eins\n2.\na) klein\nb) kleiner\n3.")
    assert saved(begin(text)) == text[:-1]


def test_the_first_paragraph_of_all_may_be_new():
    sheet = changed(EMPTY, [Paragraph("p1", 1, "", "eins")])
    assert sheet.paragraphs[0].number == "1."


def test_whoever_types_a_number_goes_on_counting_line_by_line():
    sheet = typed("Sie bitten:", "1. eins\nzwei\n")
    assert [(p.number, p.text) for p in sheet.paragraphs[1:]] == [
        ("1.", "eins"), ("2.", "zwei"), ("3.", ""),
    ]  # fmt: skip
    sheet = typed("- eins\nzwei\n\nWieder ein Satz")
    assert [(p.number, p.text) for p in sheet.paragraphs] == [
        ("-", "eins"), ("-", "zwei"), ("-", ""), ("", "Wieder ein Satz"),
    ]  # fmt: skip


def test_a_break_in_an_empty_numbered_paragraph_ends_the_list():
    sheet = begin(read("1. eins"))
    sheet = read_rows([*rows(sheet), Row("p2", 1, "2.", "\n")], sheet, Caret("p2", 1))
    assert seen(sheet)[1:] == [("p2", 0, "", "")]
    assert (sheet.focus, sheet.caret) == ("p2", 0)
