"""What is confidential is for the members, at every door, until it is lifted."""

import pytest
from django.test import Client

from reihum.acts import agenda, ballots, motions, resolutions
from reihum.acts.confidential import set_confidential
from reihum.reads import visibility
from reihum.reads.agenda import agenda as read_agenda
from reihum.reads.agenda import item as read_item
from reihum.records.models import Conference, JournalEntry, Motion, Resolution
from reihum.rules.laender import CODES
from reihum.rules.visibility import STRANGER, Viewer
from reihum.rules.words import Why
from tests.conftest import NOW
from tests.pages import words

pytestmark = pytest.mark.integration

BY, GUEST = Viewer(members=frozenset({"BY"})), Viewer(guest=True)
NEXT_DAY = NOW.replace(day=24)


@pytest.fixture
def placed(intmk, acting, office) -> int:
    """A confidential motion of Niedersachsen on the published agenda."""
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Geheimtitel",
        text="1. Geheimwort", confidential=True,
    )  # fmt: skip
    item = agenda.place(office, motion=done.motion, number="2.1")
    agenda.publish_agenda(office, conference=22)
    return item


@pytest.fixture
def resolved(placed, office) -> str:
    ballot = ballots.open_ballot(office, item=placed)
    ballots.record(office, ballot=ballot, votes=dict.fromkeys(CODES, "yes"))
    return ballots.close(office, ballot=ballot).resolution


def test_members_read_it_and_others_see_a_number(placed):
    (row,) = read_agenda("intmk", 22, BY)
    assert (row.title, row.submitters, row.confidential) == (
        "Geheimtitel",
        ("NI",),
        True,
    )
    for viewer in (GUEST, STRANGER):
        (row,) = read_agenda("intmk", 22, viewer)
        assert (row.number, row.title, row.veiled) == ("2.1", "", True)
        assert (row.submitters, row.motion, row.resolution) == ((), None, "")
        assert read_item("intmk", placed, viewer) is None


def test_before_the_agenda_is_published_not_even_the_number_is_known(placed):
    Conference.objects.update(agenda_published_at=None)
    assert read_agenda("intmk", 22, GUEST) == ()


def test_the_pages_say_that_it_is_not_public(placed, signed_in):
    for address, browser in (
        ("/intmk/konferenzen/22/tagesordnung/", Client()),
        ("/intmk/konferenzen/22/", Client()),
        ("/buero/intmk/konferenzen/22/tagesordnung/", signed_in("bundesministerium")),
    ):
        said = words(browser.get(address))
        assert "2.1 nicht öffentlich" in said
        assert "Geheim" not in said


def test_nothing_that_follows_from_it_is_for_others(resolved):
    Resolution.objects.update(published_at=NOW, released=["resolution", "votes"])
    for viewer in (GUEST, STRANGER):
        for of in ("resolutions", "ballots", "statements", "items"):
            assert not getattr(visibility, of)(viewer).exists()
    assert visibility.resolutions(BY).count() == 1


def test_its_resolution_is_published_only_after_the_office_lifted_it(
    resolved, acting, office, journal_length
):
    before = journal_length()
    for refusal in (
        resolutions.ask_release(office, key=resolved, until=office.today),
        resolutions.publish(office, key=resolved, parts=["resolution"]),
    ):
        assert "vertraulich" in refusal.text.de
    assert journal_length() == before
    pk = Motion.objects.get().pk
    refusal = set_confidential(acting("NI"), motion=pk, confidential=False)
    assert refusal.why is Why.FORBIDDEN
    assert set_confidential(office, motion=pk, confidential=False) is False
    later = acting("RP", office=True, now=NEXT_DAY)
    resolutions.ask_release(office, key=resolved, until=office.today)
    assert resolutions.publish(later, key=resolved, parts=["resolution"]).released
    refusal = set_confidential(office, motion=pk, confidential=True)
    assert "schon öffentlich" in refusal.text.de


def test_its_land_makes_a_motion_confidential_and_the_journal_says_so(intmk, acting):
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="A", text="1. B"
    )
    pk = done.motion
    refusal = set_confidential(acting("BY"), motion=pk, confidential=True)
    assert refusal.why is Why.FORBIDDEN
    assert set_confidential(acting("NI"), motion=pk, confidential=True)
    last = JournalEntry.objects.last()
    assert (last.act, last.member) == ("motion.confidential", "NI")
    again = set_confidential(acting("NI"), motion=pk, confidential=True)
    assert again.why is Why.CONFLICT
    assert set_confidential(acting("NI"), motion=0, confidential=True).why is (
        Why.UNKNOWN
    )


def test_of_a_draft_the_journal_tells_no_more_than_before(intmk, acting):
    pk = motions.draft(acting("NI"), member="NI", conference=22, title="A", text="")
    set_confidential(acting("NI"), motion=pk, confidential=True)
    assert JournalEntry.objects.last().act == "motion.revise"
