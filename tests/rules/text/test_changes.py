import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.changes import (
    Change,
    apply,
    fresh,
    in_order,
    inverse,
    settle,
    trim,
)
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Start, Word, count_words, flatten, keys, words
from tests.rules.text.texts import changes, flats, scripts

pytestmark = pytest.mark.unit
with_script = flats.flatmap(lambda flat: st.tuples(st.just(flat), scripts(flat)))
with_change = flats.flatmap(lambda flat: st.tuples(st.just(flat), changes(flat)))


@given(with_script)
def test_what_was_changed_can_be_taken_back_exactly(case):
    flat, script = case
    after = apply(flat.tokens, script)
    assert apply(after, inverse(flat.tokens, script)) == flat.tokens


@given(with_change)
def test_leaving_out_what_was_retyped_gives_the_same_text(case):
    flat, change = case
    short, retyped = trim(flat, change)
    after = keys(apply(flat.tokens, [change]))
    assert keys(apply(flat.tokens, [short])) == after
    assert count_words(change.new) == count_words(short.new) + retyped


@given(with_change)
def test_moving_a_change_to_its_place_gives_the_same_text(case):
    flat, change = case
    moved = settle(flat, change)
    assert keys(apply(flat.tokens, [moved])) == keys(apply(flat.tokens, [change]))
    assert settle(flat, moved) == moved


@given(with_change, st.integers(0, 3), st.integers(0, 3))
def test_a_change_keeps_off_its_neighbours(case, before, behind):
    flat, change = case
    low = max(change.start - before, -1)
    high = min(change.end + behind, len(flat) + 1)
    moved = settle(flat, change, low, high)
    assert moved == change or low < moved.start <= moved.end < high


def text(*lines):
    return flatten(Paragraph(f"p{n}", 0, "", line) for n, line in enumerate(lines))


def test_neighbours_that_went_come_back_in_their_order():
    flat = text("eins", "zwei")
    script = (Change(2, 3), Change(3, 4))
    after = apply(flat.tokens, script)
    assert apply(after, inverse(flat.tokens, script)) == flat.tokens


def test_a_word_goes_with_the_space_behind_it():
    flat = text("eins zwei drei")
    assert settle(flat, Change(2, 4)) == Change(3, 5)  # "eins| zwei| drei"
    new = (Word(" "), Word("neu"))
    assert settle(flat, Change(2, 2, new)) == Change(3, 3, new[::-1])


def test_a_paragraph_is_deleted_from_its_start_on():
    flat = text("eins", "zwei", "drei")
    assert settle(flat, Change(1, 3)) == Change(0, 2)  # from the keyboard: "eins¶"


def test_a_paragraph_typed_before_another_is_a_whole_one():
    flat = text("eins", "zwei")
    start = Start(Part.TEXT, 0, "")
    new = (*words("neu"), start)
    assert settle(flat, Change(3, 3, new)) == Change(2, 2, (start, *words("neu")))
    assert settle(flat, Change(3, 3, new), low=2) == Change(3, 3, new)


def test_a_bold_word_does_not_stand_for_a_plain_one():
    flat = text("ja ja")
    bold = Change(1, 1, (Word("ja", "b"), Word(" ")))
    assert settle(flat, bold) == bold


def test_what_is_replaced_stays_where_it_is():
    flat = text("ja ja")
    change = Change(1, 2, words("nein"))
    assert settle(flat, change) == change
    assert settle(flat, Change(1, 1)) == Change(1, 1)


def test_changes_that_overlap_cannot_both_be_made():
    flat = text("eins zwei drei")
    with pytest.raises(ValueError, match="overlap at 2"):
        apply(flat.tokens, [Change(1, 4), Change(2, 3)])
    with pytest.raises(ValueError, match="overlap"):
        apply(flat.tokens, [Change(1, 4), Change(2, 2, words("x"))])


def test_words_at_the_end_of_a_paragraph_come_before_a_new_one():
    tail, paragraph = words(" mehr"), (Start(Part.TEXT, 0, ""), *words("neu"))
    reason = (Start(Part.RATIONALE, 0, ""), *words("weil"))
    given_ = [Change(2, 2, reason), Change(2, 2, paragraph), Change(2, 2, tail)]
    assert in_order(given_) == given_[::-1]


def test_what_is_new_has_no_number_and_no_name_yet():
    assert fresh([Start(Part.TEXT, 1, "1.", "p1", "3."), Word("a")]) == (
        Start(Part.TEXT, 1, "1."), Word("a"),
    )  # fmt: skip
