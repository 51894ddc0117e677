import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.visibility import STRANGER, Circle, Viewer, horizon, sees

pytestmark = pytest.mark.unit
BY = Viewer(members=frozenset({"BY"}))
OFFICE = Viewer(members=frozenset({"RP"}), office=True)
GUEST = Viewer(guest=True)
owned_by_bavaria = frozenset({"BY"})
codes = st.frozensets(st.sampled_from(["BY", "HE", "RP"]))
viewers = st.builds(Viewer, codes, st.booleans(), st.booleans())


@pytest.mark.parametrize(
    ("viewer", "narrowest"),
    [
        (OFFICE, Circle.OFFICE),
        (BY, Circle.MEMBERS),
        (GUEST, Circle.GUESTS),
        (STRANGER, Circle.PUBLIC),
    ],
)
def test_each_viewer_belongs_to_a_circle(viewer, narrowest):
    assert horizon(viewer) is narrowest


def test_members_and_the_office_are_inside_and_nobody_else():
    inside = [viewer for viewer in (OFFICE, BY, GUEST, STRANGER) if viewer.inside]
    assert inside == [OFFICE, BY]


def test_a_draft_is_seen_by_its_own_land_alone():
    assert sees(BY, Circle.OWN, owned_by_bavaria)
    for other in (OFFICE, GUEST, STRANGER, Viewer(members=frozenset({"HE"}))):
        assert not sees(other, Circle.OWN, owned_by_bavaria)


def test_what_the_office_prepares_is_not_seen_by_members():
    assert sees(OFFICE, Circle.OFFICE)
    assert not sees(BY, Circle.OFFICE)


@given(viewers, codes)
def test_what_is_public_is_seen_by_everybody(viewer, owners):
    assert sees(viewer, Circle.PUBLIC, owners)


@given(viewers, st.sampled_from(Circle), st.sampled_from(Circle), codes)
def test_a_wider_circle_never_hides_anything(viewer, one, other, owners):
    narrow, wide = sorted((one, other))
    assert sees(viewer, narrow, owners) <= sees(viewer, wide, owners)


@given(viewers, st.sampled_from(Circle))
def test_the_horizon_is_the_same_rule_for_rows_without_an_owner(viewer, circle):
    assert sees(viewer, circle) == (circle >= horizon(viewer))


@given(st.sampled_from(Circle), codes)
def test_a_stranger_sees_only_what_is_public(circle, owners):
    assert sees(STRANGER, circle, owners) == (circle is Circle.PUBLIC)
