import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.changes import Change, apply
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.parts import check
from reihum.rules.text.tokens import Start, flatten, rebuild, words
from tests.rules.text.texts import places, rows, somewhere

pytestmark = pytest.mark.unit
FLAT = flatten((
    Paragraph("t1", 0, "", "Der Titel", (), Part.TITLE),
    Paragraph("p1", 0, "", "eins zwei"),
    Paragraph("b1", 0, "", "weil", (), Part.RATIONALE),
))  # fmt: skip
TEXT, REASON = Start(Part.TEXT, 0, ""), Start(Part.RATIONALE, 0, "")
TITLE = Start(Part.TITLE, 0, "")


@pytest.mark.parametrize(
    "change",
    [
        Change(1, 2, words("Ein")),
        Change(4, 4, words(" neu")),
        Change(4, 4, (TEXT, *words("null"))),
        Change(4, 8),
        Change(8, 8, (TEXT, *words("drei"))),
        Change(8, 8, (REASON, *words("vorab"))),
        Change(8, 8, (*words(" mehr"), TEXT, *words("x"), REASON, *words("y"))),
        Change(8, 10),
        Change(10, 10, (REASON, *words("denn"))),
        Change(6, 7, (TEXT,)),
        Change(4, 10, (REASON, *words("nur"))),
    ],
)
def test_what_leaves_the_parts_as_they_are_can_be_made(change):
    assert check(FLAT, change) is None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (Change(-1, 0), "There is no such place"),
        (Change(3, 2), "There is no such place"),
        (Change(10, 11), "There is no such place"),
        (Change(0, 4), "The title stays"),
        (Change(1, 4), "The title stays"),
        (Change(1, 4, words("…")), "The title stays"),
        (Change(2, 3, (TITLE,)), "The title stays"),
        (Change(0, 0, words("vorn")), "apart"),
        (Change(4, 5), "apart"),
        (Change(8, 9), "apart"),
        (Change(8, 9, (TEXT,)), "apart"),
        (Change(6, 7, (REASON,)), "apart"),
        (Change(10, 10, (TEXT, *words("x"))), "apart"),
        (Change(2, 2, (TEXT, *words("x"))), "apart"),
    ],
)
def test_what_mixes_the_parts_is_refused_in_a_sentence(change, sentence):
    refusal = check(FLAT, change)
    assert refusal is not None
    assert sentence in refusal.text.en


def test_an_empty_text_takes_whole_paragraphs_only():
    nothing = flatten(())
    assert check(nothing, Change(0, 0, (TEXT, *words("x")))) is None
    assert check(nothing, Change(0, 0, words("x"))) is not None
    assert check(nothing, Change(0, 0)) is None


@given(st.data())
def test_after_what_is_allowed_every_word_stands_in_its_part(data):
    flat = data.draw(somewhere)
    start = data.draw(places) % (len(flat) + 1)
    end = min(start + data.draw(st.integers(0, 8)), len(flat))
    change = Change(start, end, data.draw(rows()))
    if check(flat, change) is not None:
        return
    after = rebuild(apply(flat.tokens, [change]))
    parts = [one.part for one in after]
    assert parts == sorted(parts, key=list(Part).index)
    for part in Part:
        before = flatten(one for one in flat.paragraphs if one.part is part)
        now = flatten(one for one in after if one.part is part)
        gone = len(change.new) + change.end - change.start
        assert len(now) >= len(before) - gone - 1
    titles = [one for one in flat.paragraphs if one.part is Part.TITLE]
    assert parts.count(Part.TITLE) == len(titles)
