"""What lies on the desk, and for whom."""

from datetime import date, timedelta

import pytest

from reihum.reads.desk import desk
from reihum.records.models import (
    Amendment,
    Ballot,
    CastVote,
    Conference,
    Item,
    Mandate,
    Motion,
    ReleaseObjection,
    Resolution,
    Statement,
    Support,
    Version,
)
from reihum.rules.dates import PartialDate
from reihum.rules.followup import MandateState
from reihum.rules.laender import CODES
from reihum.rules.visibility import Viewer
from tests.conftest import NOW

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 23)
OFFICE = Viewer(members=frozenset({"RP"}), office=True)
BAVARIA = Viewer(members=frozenset({"BY"}))
GUEST = Viewer(guest=True)


@pytest.fixture
def main(intmk):
    return Conference.objects.get(number=22)


@pytest.fixture
def motion(main):
    def make(title, *members, stage="submitted", at=NOW, **more):
        row = Motion.objects.create(
            body=main.body, conference=main, title=title, stage=stage,
            submitted_at=None if stage == "draft" else at, **more,
        )  # fmt: skip
        begun = at - timedelta(days=30)
        for member in members:
            Support.objects.create(
                motion=row, member=member, role="submitter", at=begun
            )
        return row

    return make


def seen(viewer):
    return desk("intmk", 22, TODAY, viewer)


def test_a_draft_lies_on_the_desk_of_its_own_land_only(motion):
    motion("Entwurf", "BY", stage="draft")
    motion("Eingereicht", "HE")
    assert [one.title for one in seen(OFFICE).motions] == ["Eingereicht"]
    assert {one.title for one in seen(BAVARIA).motions} == {"Entwurf", "Eingereicht"}
    assert [one.title for one in seen(OFFICE).arrivals] == ["Eingereicht"]
    assert [one.title for one in seen(BAVARIA).arrivals] == ["Eingereicht"]


def test_what_came_in_stands_newest_first_with_who_is_behind_it(motion):
    old = motion("Alt", "BY", "HE", at=NOW - timedelta(days=9))
    motion("Neu", "SH", at=NOW - timedelta(days=1))
    Support.objects.create(motion=old, member="HB", role="cosponsor", at=NOW)
    lines = [(one.kind, one.title, one.members) for one in seen(OFFICE).arrivals]
    assert lines == [
        ("cosponsor", "Alt", ("HB",)),
        ("motion", "Neu", ("SH",)),
        ("motion", "Alt", ("BY", "HE")),
    ]


def test_a_motion_comes_in_when_it_is_submitted_not_when_it_was_begun(motion):
    motion("Lange geschrieben", "BY")
    assert seen(OFFICE).arrivals[0].at == NOW


def test_an_open_ballot_says_who_is_missing(main):
    item = Item.objects.create(conference=main, number="1", title="Leitantrag")
    ballot = Ballot.objects.create(
        item=item, rulebook="", present=["BY", "HE", "RP"], opened_at=NOW
    )
    CastVote.objects.create(ballot=ballot, member="HE", vote="yes", at=NOW, by="hessen")
    (row,) = seen(BAVARIA).ballots
    assert (row.missing, row.voted) == (("BY", "RP"), 1)
    Ballot.objects.update(closed_at=NOW)
    assert seen(BAVARIA).ballots == ()


def test_statements_and_objections_come_in_too(main):
    item = Item.objects.create(conference=main, number="2.4", title="Sprachkurse")
    Statement.objects.create(item=item, member="SN", text="Anders.", at=NOW)
    ballot = Ballot.objects.create(
        item=item, rulebook="", present=[], opened_at=NOW, closed_at=NOW
    )
    resolution = Resolution.objects.create(
        body=main.body, key="22-2.4", title="Sprachkurse", conference=main, item=item,
        ballot=ballot, adopted_on=PartialDate(2027, 4, 14), release_asked_at=NOW,
        release_until=date(2027, 5, 1),
    )  # fmt: skip
    ReleaseObjection.objects.create(
        resolution=resolution, member="BY", part="votes", at=NOW + timedelta(hours=1)
    )
    lines = [(one.kind, one.members) for one in seen(OFFICE).arrivals]
    assert lines == [("objection", ("BY",)), ("statement", ("SN",))]
    (row,) = seen(OFFICE).resolutions
    assert (row.asked, row.published, row.objections) == (True, False, ("BY",))


def test_resolutions_of_old_times_are_no_work(main):
    Resolution.objects.create(
        body=main.body, key="13-2.4", title="Alt", adopted_on=PartialDate(2018, 3)
    )
    assert seen(OFFICE).resolutions == ()


def test_a_mandate_presses_when_it_is_due_soon_or_overdue(main):
    for subject, due in (
        ("bald", PartialDate(2026, 11)),
        ("vorbei", PartialDate(2026, 10, 1)),
        ("später", PartialDate(2027, 9)),
        ("ohne Frist", None),
    ):
        Mandate.objects.create(body=main.body, subject=subject, due=due)
    Mandate.objects.create(body=main.body, subject="zu", closed_on=TODAY)
    rows = {one.subject: one for one in seen(OFFICE).mandates}
    assert {name for name, one in rows.items() if one.pressing} == {"bald", "vorbei"}
    assert rows["vorbei"].standing.state is MandateState.OVERDUE
    assert "zu" not in rows


def test_a_guest_sees_nothing_that_is_not_public(motion, main):
    motion("Eingereicht", "HE")
    item = Item.objects.create(conference=main, number="1", title="Leitantrag")
    Ballot.objects.create(item=item, rulebook="", present=["BY"], opened_at=NOW)
    found = seen(GUEST)
    assert found.motions == found.items == found.ballots == found.arrivals == ()


def test_the_number_of_queries_does_not_grow(motion, django_assert_max_num_queries):
    for number in range(12):
        motion(f"Antrag {number}", "BY", "HE")
    with django_assert_max_num_queries(13):
        seen(OFFICE)


# ── amendments ─────────────────────────────────────────────────────────────
@pytest.fixture
def amended(motion):
    """A motion that Bavaria drafts a change to, and Hesse has submitted one to."""
    row = motion("Kurse", "NI", version=1)
    version = Version.objects.create(
        motion=row, number=1, title="Kurse", cause="submitted", at=NOW, who="x"
    )
    for member, stage, stale in (("BY", "draft", [1]), ("HE", "submitted", [])):
        Amendment.objects.create(
            motion=row, version=version, member=member, way="browser", stage=stage,
            stale=stale, at=NOW, who="x",
            submitted_at=NOW if stage == "submitted" else None,
        )  # fmt: skip
    return row


def test_each_sees_its_own_draft_of_a_change_and_what_was_submitted(amended):
    def rows(viewer):
        return [(r.member, r.drafted, r.stale) for r in seen(viewer).amendments]

    assert rows(BAVARIA) == [("BY", True, 1), ("HE", False, 0)]
    assert rows(OFFICE) == [("HE", False, 0)]
    assert rows(GUEST) == []


def test_a_submitted_amendment_has_come_in_and_a_draft_has_not(amended):
    kinds = [(one.kind, one.members) for one in seen(BAVARIA).arrivals]
    assert ("amendment", ("HE",)) in kinds
    assert ("amendment", ("BY",)) not in kinds


def test_what_was_withdrawn_is_nothing_that_came_in(amended):
    Amendment.objects.filter(member="HE").update(stage="withdrawn")
    assert "amendment" not in [one.kind for one in seen(OFFICE).arrivals]


def test_what_is_voted_on_or_belongs_to_an_old_version_no_longer_waits(amended):
    Version.objects.update(frozen_at=NOW)
    assert seen(OFFICE).amendments == ()
    Version.objects.update(frozen_at=None)
    Motion.objects.update(version=2)
    assert seen(OFFICE).amendments == ()


def test_a_desk_with_sixteen_amendments_costs_what_an_empty_one_does(
    amended, django_assert_num_queries
):
    for land in CODES:
        Amendment.objects.create(
            motion=amended, version=Version.objects.get(), member=land, way="word",
            stage="submitted", at=NOW, submitted_at=NOW, who="x",
        )  # fmt: skip
    with django_assert_num_queries(12):
        assert len(seen(OFFICE).amendments) == 17
