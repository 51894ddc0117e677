"""Chance that depends on a name and on nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.standins import chance

pytestmark = pytest.mark.unit

options = st.lists(st.integers(), min_size=1, max_size=20, unique=True)


@given(options, st.integers(0, 25), st.text())
def test_some_are_so_many_in_their_order(given_options, count, name):
    found = chance.some(given_options, count, name)

    assert len(found) == min(count, len(given_options))
    assert list(found) == [one for one in given_options if one in found]


@given(options, st.text())
def test_the_same_name_always_chooses_the_same(given_options, name):
    chosen = chance.pick(given_options, name)

    assert chosen in given_options
    assert chance.pick(given_options, name) == chosen


def test_names_choose_evenly():
    hits = sum(chance.often(25, number, "test") for number in range(4000))

    assert 900 < hits < 1100


def test_what_was_chosen_once_stays_chosen():
    assert chance.number(1000, 7, "Koch") == 361
    assert chance.token(8, 7, "Koch") == "b3486a8d"
