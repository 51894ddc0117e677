"""What an entry is worth, and that sorting is total."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Advertisement, Entry
from reihum.jobs.query import Order
from reihum.jobs.rank.order import relevance, sort_key

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 26)
matches = st.floats(0.01, 1)
distances = st.none() | st.floats(0, 1000)
days = st.none() | st.integers(-5, 4000).map(lambda back: TODAY - timedelta(days=back))


@given(matches, distances, days)
def test_it_is_a_share_of_the_match(match, km, published):
    assert 0 < relevance(match, km, published, TODAY) <= match


@given(matches, st.floats(0, 1000), st.floats(0, 1000), days)
def test_nearer_is_never_worth_less(match, one, other, published):
    near, far = sorted((one, other))
    assert relevance(match, near, published, TODAY) >= relevance(
        match, far, published, TODAY
    )


@given(matches, distances, st.integers(0, 999), st.integers(0, 999))
def test_newer_is_never_worth_less(match, km, one, other):
    new, old = (TODAY - timedelta(days=back) for back in sorted((one, other)))
    assert relevance(match, km, new, TODAY) >= relevance(match, km, old, TODAY)


def test_a_find_in_the_title_far_away_beats_one_in_the_text_next_door():
    old = TODAY - timedelta(days=90)
    assert relevance(1.0, 200, old, TODAY) > relevance(0.2, 0, TODAY, TODAY)


def test_what_is_not_known_counts_like_something_in_the_middle():
    month = TODAY - timedelta(days=60)
    near, unknown, far = (relevance(1, km, TODAY, TODAY) for km in (5, None, 150))
    assert near > unknown > far
    new, undated, old = (relevance(1, 0, day, TODAY) for day in (TODAY, None, month))
    assert new > undated > old


def test_a_day_that_is_yet_to_come_does_not_come_first_for_years():
    today, bait = (
        Entry(
            best=Advertisement(source="x", id=key, title="Koch", url="", published=day),
            offers=(), score=score,
        )
        for key, day, score in (("1", TODAY, 0.9), ("2", date(2099, 1, 1), 0.2))
    )  # fmt: skip
    assert sorted((bait, today), key=sort_key(Order.NEWEST, TODAY)) == [today, bait]
