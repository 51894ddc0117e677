"""How far two points are apart: checked against known distances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.distance import km_between
from reihum.jobs.model import Point

pytestmark = pytest.mark.unit

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


def test_a_known_distance():
    chemnitz, dresden = Point(50.8357, 12.9292), Point(51.0504, 13.7373)
    assert km_between(chemnitz, dresden) == pytest.approx(61.6, abs=0.5)
    assert km_between(Point(0, 0), Point(0, 180)) == pytest.approx(20015, abs=1)


@given(points, points)
def test_it_is_as_far_there_as_back_and_never_farther_than_the_antipode(a, b):
    assert km_between(a, b) == pytest.approx(km_between(b, a))
    assert 0 <= km_between(a, b) <= 20016


@given(points)
def test_nothing_is_far_from_itself(a):
    assert km_between(a, a) == 0
