from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.changes import Change, apply, fresh, in_order
from reihum.rules.text.parts import check
from reihum.rules.text.tidy import tidied, tidy
from reihum.rules.text.tokens import count_words, flatten, keys, rebuild
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
