import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Mark, Paragraph, read
from reihum.rules.text.editing import STEPS, may_begin_again, may_indent, step
from reihum.rules.text.numbers import renumber
from reihum.rules.text.sheet import Sheet, begin

pytestmark = pytest.mark.unit

TEXT = """\
Die Länder bitten den Bund,
1. eins
a) klein
b) auch klein
2. zwei
3. drei
"""


def sheet(plain: str = TEXT) -> Sheet:
    return begin(read(plain))


def seen(one: Sheet) -> list[str]:
    return [f"{p.number} {p.text}".strip() for p in one.paragraphs]


@st.composite
def nested(draw) -> Sheet:
    """A text in which every paragraph stands below one that is one level higher."""
    level, rows = 0, []
    for wanted in draw(st.lists(st.integers(0, 3), max_size=10)):
        level = min(wanted, level + 1)
        rows.append(level)
    return begin(
        renumber(
            Paragraph(f"p{at}", level, "", f"Wort {at}")
            for at, level in enumerate(rows, 1)
        )
    )


PLACES = st.integers(1, 10).map("p{}".format)


# ── laws ───────────────────────────────────────────────────────────────────
@given(nested(), PLACES)
def test_up_after_down_leaves_everything_as_it_was(text, identity):
    down = step(text, "down", identity)
    if down.paragraphs != text.paragraphs:
        order = [p.id for p in step(down, "up", identity).paragraphs]
        assert order == [p.id for p in text.paragraphs]


@given(nested(), PLACES, st.sampled_from([*STEPS, "nonsense"]))
def test_every_step_keeps_the_words_and_the_ids(text, identity, verb):
    done = step(text, verb, identity)
    before = {p.id for p in text.paragraphs}
    after = {p.id for p in done.paragraphs}
    if verb not in ("cut", "join", "add"):
        assert after == before
    if verb != "cut":
        told = " ".join(p.text for p in done.paragraphs).split()
        assert sorted(told) == sorted(" ".join(p.text for p in text.paragraphs).split())
    assert renumber(done.paragraphs, done.paragraphs) == done.paragraphs
    assert done.place(done.focus) is not None or not done.focus


@given(nested(), PLACES)
def test_what_was_deleted_can_be_taken_back(text, identity):
    gone = step(text, "cut", identity)
    back = step(gone, "back", "")
    assert [p.id for p in back.paragraphs] == [p.id for p in text.paragraphs]
    assert step(back, "back", "").paragraphs == back.paragraphs


@given(nested(), PLACES)
def test_outdent_after_indent_leaves_the_levels_as_they_were(text, identity):
    inside = step(text, "indent", identity)
    out = step(inside, "outdent", identity)
    if inside.paragraphs != text.paragraphs:
        assert [p.level for p in out.paragraphs] == [p.level for p in text.paragraphs]


# ── what people do ─────────────────────────────────────────────────────────
def test_a_paragraph_moves_with_what_stands_below_it():
    done = step(sheet(), "down", "p2")
    assert seen(done) == [
        "Die Länder bitten den Bund,", "1. zwei", "2. eins", "a) klein",
        "b) auch klein", "3. drei",
    ]  # fmt: skip
    assert done.focus == "p2"
    assert seen(step(done, "up", "p2")) == seen(sheet())


def test_the_first_letter_moves_out_of_its_list_and_into_the_one_above():
    done = step(sheet("1. eins\n2. zwei\na) klein"), "up", "p3")
    assert seen(done) == ["1. eins", "a) klein", "2. zwei"]
    assert seen(step(done, "down", "p3")) == ["1. eins", "2. zwei", "a) klein"]


def test_a_lead_in_moves_alone():
    done = step(sheet(), "down", "p1")
    assert seen(done)[:2] == ["1. eins", "Die Länder bitten den Bund,"]
    assert seen(step(done, "up", "p1")) == seen(sheet())


def test_over_what_hangs_on_nothing_a_paragraph_moves_too():
    odd = begin(renumber([Paragraph("p1", 2, "", "tief"), Paragraph("p2", 1, "", "x")]))
    assert [p.id for p in step(odd, "up", "p2").paragraphs] == ["p2", "p1"]


@pytest.mark.parametrize(
    ("verb", "identity"),
    [
        ("up", "p1"), ("down", "p6"), ("indent", "p3"), ("outdent", "p1"),
        ("join", "p1"), ("again", "p2"), ("nonsense", "p2"), ("up", "p99"),
        ("back", ""),
    ],
)  # fmt: skip
def test_a_step_that_makes_no_sense_changes_nothing(verb, identity):
    assert step(sheet(), verb, identity).paragraphs == sheet().paragraphs


def test_a_paragraph_goes_below_the_one_above_and_out_again():
    done = step(sheet(), "indent", "p6")
    assert seen(done)[-2:] == ["2. zwei", "a) drei"]
    assert seen(step(done, "outdent", "p6")) == seen(sheet())
    out = step(sheet(), "outdent", "p2")
    assert seen(out)[1:4] == ["eins", "1. klein", "2. auch klein"]
    assert [p.level for p in step(out, "indent", "p2").paragraphs][1] == 1


def test_a_dash_stays_a_dash_wherever_it_goes():
    dashes = sheet("1. eins\n- Punkt\n- noch einer")
    assert seen(step(dashes, "indent", "p3"))[2] == "- noch einer"
    assert seen(step(dashes, "add", "p3"))[3] == "-"


def test_no_paragraph_goes_deeper_than_below_the_one_above():
    text = sheet().paragraphs
    assert [may_indent(text, at) for at in range(6)] == [
        True, False, False, True, True, True,
    ]  # fmt: skip


def test_a_lead_in_gets_a_number_and_loses_it_again():
    done = step(sheet(), "toggle", "p1")
    assert seen(done)[:2] == ["1. Die Länder bitten den Bund,", "2. eins"]
    assert seen(step(done, "toggle", "p1")) == seen(sheet())
    deep = step(sheet("1. eins\na) klein\n\nZwischenruf"), "toggle", "p3")
    assert seen(deep)[-1] == "b) Zwischenruf"


def test_a_list_begins_again_behind_a_lead_in_and_goes_on_again():
    text = sheet("1. eins\n2. zwei\n\nSie fordern:\n\n3. drei\n4. vier")
    assert [may_begin_again(text.paragraphs, at) for at in range(5)] == [
        False, False, False, True, False,
    ]  # fmt: skip
    again = step(text, "again", "p4")
    assert seen(again)[-2:] == ["1. drei", "2. vier"]
    assert seen(step(again, "again", "p4")) == seen(text)


def test_two_paragraphs_are_joined_with_their_marks():
    text = begin(
        [
            Paragraph("p1", 1, "1.", "a b", (Mark(0, 1, "strong"),)),
            Paragraph("p2", 1, "2.", "c d", (Mark(2, 3, "emphasis"),)),
            Paragraph("p3", 1, "3.", ""),
        ]
    )
    done = step(text, "join", "p2")
    assert done.paragraphs[0] == Paragraph(
        "p1", 1, "1.", "a b c d", (Mark(0, 1, "strong"), Mark(6, 7, "emphasis"))
    )
    assert (done.focus, done.caret) == ("p1", len("**a** b "))
    empty = step(done, "join", "p3")
    assert (seen(empty), empty.caret) == (["1. a b c d"], len("**a** b c *d*"))


def test_joined_with_an_empty_one_a_paragraph_keeps_its_id():
    text = begin([Paragraph("p1", 1, "1.", ""), Paragraph("p2", 2, "a)", "eins")])
    done = step(text, "join", "p2")
    assert [(p.id, p.level) for p in done.paragraphs] == [("p2", 2)]
    assert (done.focus, done.caret) == ("p2", 0)


def test_a_new_paragraph_comes_below_what_belongs_to_this_one():
    done = step(sheet(), "add", "p2")
    assert seen(done)[4:] == ["2.", "3. zwei", "4. drei"]
    assert (done.focus, done.last) == ("p7", 7)


def test_the_last_paragraph_can_be_deleted_and_an_empty_one_leaves_no_trace():
    gone = step(sheet("allein"), "cut", "p1")
    assert (gone.paragraphs, gone.focus) == ((), "")
    assert seen(step(gone, "back", "")) == ["allein"]
    assert step(step(sheet(), "add", "p6"), "cut", "p7").gone is None
    assert step(sheet(), "cut", "p6").focus == "p5"
