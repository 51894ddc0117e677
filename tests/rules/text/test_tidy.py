from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.changes import Change, apply, fresh, in_order
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.parts import check
from reihum.rules.text.tidy import tidied, tidy
from reihum.rules.text.tokens import (
    Start,
    Word,
    count_words,
    flatten,
    keys,
    rebuild,
    words,
)
from tests.rules.text.texts import changes, flats, motions, scripts, solid

pytestmark = pytest.mark.unit


@given(flats.flatmap(lambda flat: st.tuples(st.just(flat), changes(flat))))
def test_a_tidy_change_gives_the_same_text_but_for_spaces(case):
    flat, change = case
    short, _ = tidy(flat, change)
    assert solid(apply(flat.tokens, [short])) == solid(apply(flat.tokens, [change]))


@given(flats.flatmap(lambda flat: st.tuples(st.just(flat), changes(flat))))
def test_what_is_tidy_stays_as_it_is(case):
    flat, change = case
    short, _ = tidy(flat, change)
    assert tidy(flat, short) == (short, 0)


@given(flats.flatmap(lambda flat: st.tuples(st.just(flat), scripts(flat))))
def test_all_that_a_hand_did_is_still_done_and_no_word_is_lost(case):
    flat, script = case
    found = tidied(flat, script)
    flattened = [one for parts, _ in found for one in parts]
    assert in_order(flattened) == flattened
    after = apply(flat.tokens, flattened)
    assert solid(after) == solid(apply(flat.tokens, script))
    retyped = sum(count for _, count in found)
    old = sum(count_words(flat.tokens[one.start : one.end]) for one in script)
    assert old == retyped + sum(
        count_words(flat.tokens[one.start : one.end]) for one in flattened
    )
    new = sum(count_words(one.new) for one in script)
    assert new == retyped + sum(count_words(one.new) for one in flattened)


@given(st.data())
def test_all_mere_deletions_that_do_the_same_are_one(data):
    flat = flatten(data.draw(motions(2, marked=False)))
    size = data.draw(st.integers(1, 6))
    found = defaultdict(set)
    for start in range(len(flat) - size + 1):
        change = Change(start, start + size)
        if check(flat, change):
            continue
        after = rebuild(apply(flat.tokens, [change]))
        found[tuple((one.part, one.level, one.number, one.text) for one in after)].add(
            tidy(flat, change)[0]
        )
    assert all(len(same) == 1 for same in found.values())


@given(st.data())
def test_all_mere_insertions_that_do_the_same_are_one(data):
    flat = flatten(data.draw(motions(2, marked=False)))
    change = data.draw(changes(flat).filter(lambda one: one.new))
    change = Change(change.start, change.start, change.new)
    after = apply(flat.tokens, [change])
    size = len(change.new)
    same = {
        tidy(flat, Change(at, at, fresh(after[at : at + size])))[0]
        for at in range(len(flat) + 1)
        if keys(after[:at] + after[at + size :]) == flat.keys
    }
    assert len([one for one in same if one.new]) <= 1
    assert len({bool(one.new) for one in same}) == 1


NEW = Start(Part.TEXT, 0, "")
FLAT = flatten((
    Paragraph("t1", 0, "", "Titel", (), Part.TITLE),
    Paragraph("p1", 0, "", "eins zwei drei."), Paragraph("p2", 0, "", "vier"),
    Paragraph("p3", 0, "", "fünf"),
))  # fmt: skip
ONE, TWO, THREE = FLAT.starts[1:]


def test_a_paragraph_typed_before_another_is_the_same_from_wherever_it_is_typed():
    only = flatten((Paragraph("b1", 0, "", "die", (), Part.RATIONALE),))
    new, word = Start(Part.RATIONALE, 0, "1."), Word("die")
    before = Change(0, 0, (new, word))
    assert tidy(only, before) == (before, 0)
    assert tidy(only, Change(1, 1, (new, word, *only.tokens[:1]))) == (before, 0)


@pytest.mark.parametrize("hand", [(3, 4), (3, 5), (2, 4)])
def test_a_word_is_deleted_with_one_space_whatever_the_hand(hand):
    start, end = (ONE + at for at in hand)
    assert tidy(FLAT, Change(start, end)) == (Change(ONE + 3, ONE + 5), 0)


@pytest.mark.parametrize("hand", [(5, 6), (4, 6)])
def test_the_last_word_is_deleted_with_the_space_before_it(hand):
    start, end = (ONE + at for at in hand)
    assert tidy(FLAT, Change(start, end)) == (Change(ONE + 4, ONE + 6), 0)


def test_paragraphs_that_are_joined_get_a_space_between_their_words():
    joined = Change(TWO, TWO + 1, (Word(" "),))
    assert tidy(FLAT, Change(TWO, TWO + 1)) == (joined, 0)
    assert tidy(FLAT, joined) == (joined, 0)


def test_a_paragraph_is_split_without_a_space_at_its_beginning():
    split = Change(ONE + 2, ONE + 3, (NEW,))
    assert tidy(FLAT, Change(ONE + 2, ONE + 2, (NEW,))) == (split, 0)
    assert tidy(FLAT, Change(ONE + 3, ONE + 3, (NEW,))) == (split, 0)


def test_a_paragraph_of_which_nothing_is_left_goes_but_the_title_does_not():
    assert tidy(FLAT, Change(TWO + 1, THREE)) == (Change(TWO, THREE), 0)
    assert tidy(FLAT, Change(1, 2)) == (Change(1, 2), 0)


def test_a_new_paragraph_with_nothing_in_it_does_not_come():
    assert tidied(FLAT, [Change(TWO, TWO, (NEW, Word(" "), NEW))]) == (((), 0),)
    assert tidied(FLAT, [Change(TWO + 1, TWO + 1, (NEW,))]) == (((), 0),)
    assert tidied(FLAT, [Change(ONE + 2, ONE + 2, (Word(" "),))]) == (((), 0),)


def test_paragraphs_that_go_are_wishes_one_by_one():
    assert tidied(FLAT, [Change(ONE + 4, len(FLAT))]) == ((
        (Change(ONE + 4, TWO), Change(TWO, THREE), Change(THREE, len(FLAT))), 0,
    ),)  # fmt: skip


def test_the_end_of_a_paragraph_that_becomes_a_new_one_is_two_wishes():
    new = (NEW, *words("neu"))
    assert tidied(FLAT, [Change(ONE + 4, TWO, new)]) == (
        ((Change(ONE + 4, TWO), Change(TWO, TWO, new)), 0),
    )
    level = Change(TWO, THREE, (Start(Part.TEXT, 1, "1."), *words("acht")))
    assert tidied(FLAT, [level]) == (((level,), 0),)


def test_no_change_gets_past_the_next_one():
    flat = flatten((Paragraph("p1", 0, "", "ja ja ja"),))
    script = [Change(1, 3), Change(3, 4, words("nein"))]
    found = [one for parts, _ in tidied(flat, script) for one in parts]
    assert found == script


def test_a_paragraph_that_the_next_change_fills_again_stays():
    script = [Change(TWO + 1, THREE), Change(THREE, THREE, words("neu"))]
    assert [parts for parts, _ in tidied(FLAT, script)] == [(one,) for one in script]
