"""Those who were turned away together do not come back together."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reihum.public.jobs_busy import LEAST, MOST, TURNS, Turns

pytestmark = pytest.mark.unit

SPACINGS = st.floats(0.05, 3)
PAUSES = st.lists(st.floats(0, 30), min_size=1, max_size=200)


@given(SPACINGS, PAUSES)
def test_nobody_waits_shorter_or_longer_than_said(spacing, pauses):
    turns, now = Turns(spacing), 1000.0
    for pause in pauses:
        now += pause
        assert LEAST <= turns.seconds(now) <= MOST


@given(SPACINGS, st.integers(1, 300))
def test_no_second_gets_more_than_can_be_served_in_it(spacing, people):
    turns = Turns(spacing)
    given_ = [turns.seconds(1000.0) for _ in range(people)]
    assert given_ == sorted(given_)
    together = Counter(one for one in given_ if one < MOST)
    assert max(together.values(), default=0) <= 1 / spacing + 2


@given(st.floats(0, 1e7))
@example(1021.3272234598447)  # t + 5 - t is a little more than 5
def test_the_first_to_be_turned_away_comes_back_first_at_any_moment(now):
    assert Turns(1).seconds(now) == LEAST


def test_after_a_calm_time_the_first_comes_back_soon_again():
    turns = Turns(1)
    assert [turns.seconds(1000.0) for _ in range(4)] == [5, 6, 7, 8]
    assert turns.seconds(1060.0) == 5


def test_as_many_come_back_as_there_are_places(settings):
    jobs = settings.REIHUM_JOBS
    together = Turns(jobs.deadline_seconds / jobs.at_once)
    given_ = [together.seconds(1000.0) for _ in range(5 * jobs.at_once)]
    late = sum(one > LEAST + jobs.deadline_seconds for one in given_)
    assert late >= len(given_) - jobs.at_once - 2
    assert TURNS._spacing == together._spacing
