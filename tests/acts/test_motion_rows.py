"""What stands in a motion besides its wording, and which version is voted on."""

import pytest

from reihum.acts import agenda, ballots, mandates, motions
from reihum.reads.mandates import open_mandates, replies
from reihum.reads.motions import motion
from reihum.reads.versions import version, versions
from reihum.records.models import (
    Mandate,
    Motion,
    Resolution,
    StoredRulebook,
    Version,
)
from reihum.rules.laender import CODES
from reihum.rules.rulebooks import shipped_texts
from reihum.rules.stages import Stage
from reihum.rules.text import Part
from reihum.rules.version import Label
from reihum.rules.visibility import Viewer
from reihum.rules.words import Why
from tests.paper import adopted

pytestmark = pytest.mark.integration

NI, BY = (Viewer(members=frozenset({code})) for code in ("NI", "BY"))
WORDING = {"title": "Antrag", "text": "1. Eins", "rationale": "Weil."}


@pytest.fixture
def submitted(intmk, acting) -> int:
    """Drafted twice by Niedersachsen, then submitted."""
    pk = motions.draft(acting("NI"), member="NI", conference=22, title="A", text="")
    motions.revise(acting("NI"), motion=pk, **WORDING)
    motions.submit(acting("NI"), motion=pk)
    return pk


@pytest.fixture
def placed(submitted, office) -> int:
    return agenda.place(office, motion=submitted, number="2.1")


# ── motto and mandate ──────────────────────────────────────────────────────
def test_a_lead_motion_carries_the_motto_of_the_chair(intmk, acting):
    done = motions.submit_new(
        acting("RP"), member="RP", conference=22, lead=True, motto="Zusammen\nwachsen",
        **WORDING,
    )  # fmt: skip
    assert motion("intmk", done.motion, BY).motto == "Zusammen wachsen"


def test_another_motion_has_none(intmk, acting, journal_length):
    refusal = motions.submit_new(
        acting("RP"), member="RP", conference=22, motto="Zusammen", **WORDING
    )
    assert (refusal.why, refusal.field) == (Why.INVALID, "motto")
    assert journal_length() == 0


@pytest.fixture
def mandate(intmk, office) -> int:
    return mandates.note_mandate(
        office, key=adopted(office, intmk), subject="Bericht", addressee="NI", due=None
    )


def test_a_motion_replies_to_an_open_mandate_whose_page_says_what_it_became(
    intmk, mandate, acting, office, django_assert_num_queries
):
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, answers=mandate, **WORDING
    )
    with django_assert_num_queries(2):
        (reply,) = replies(mandate, BY)
    assert (reply.motion, reply.stage, reply.resolution) == (
        done.motion, Stage.SUBMITTED, "",
    )  # fmt: skip
    item = agenda.place(office, motion=done.motion, number="5")
    ballot = ballots.open_ballot(office, item=item)
    ballots.record(office, ballot=ballot, votes=dict.fromkeys(CODES, "yes"))
    key = ballots.close(office, ballot=ballot).resolution
    (reply,) = replies(mandate, BY)
    assert (reply.stage, reply.resolution) == (Stage.ADOPTED, key)
    assert replies(mandate, Viewer()) == ()


def test_a_mandate_that_is_closed_gets_no_reply_but_keeps_the_one_it_has(
    mandate, acting, office
):
    ni = acting("NI")
    pk = motions.draft(ni, member="NI", conference=22, answers=mandate, **WORDING)
    assert [one.pk for one in open_mandates("intmk", BY)] == [mandate]
    mandates.close(office, mandate=mandate)
    assert open_mandates("intmk", BY) == ()
    assert motions.revise(ni, motion=pk, answers=mandate, **WORDING) == pk
    for number in (mandate, mandate + 1):
        refusal = motions.draft(
            ni, member="NI", conference=22, answers=number, **WORDING
        )
        assert (refusal.why, refusal.field) == (Why.INVALID, "answers")
    assert Motion.objects.filter(answers=mandate).count() == 1
    assert Mandate.objects.get().closed_on


# ── versions ───────────────────────────────────────────────────────────────
def test_every_version_is_kept_and_a_drafts_steps_are_its_lands(
    submitted, office, django_assert_num_queries
):
    with django_assert_num_queries(1):
        own = versions(submitted, NI)
    assert [str(one.label) for one in own] == ["1", "e2", "e1"]
    for viewer in (BY, office.viewer):
        assert [str(one.label) for one in versions(submitted, viewer)] == ["1"]
        assert version(submitted, Label(0, 1), viewer) is None
    for viewer in (Viewer(guest=True), Viewer()):
        assert versions(submitted, viewer) == ()
        assert version(submitted, Label(1), viewer) is None


def test_a_version_is_there_word_for_word(submitted, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = version(submitted, Label(1), BY)
    assert [(one.part, one.text) for one in found.paragraphs] == [
        (Part.TITLE, "Antrag"),
        (Part.TEXT, "Eins"),
        (Part.RATIONALE, "Weil."),
    ]
    assert [one.text for one in found.of(Part.TEXT)] == ["Eins"]
    assert (found.row.cause, found.row.member) == ("submitted", "NI")


def test_who_joins_a_motion_later_does_not_see_how_it_was_drafted(submitted, acting):
    motions.cosponsor(acting("BY"), motion=submitted, member="BY")
    assert [str(one.label) for one in versions(submitted, BY)] == ["1"]


def test_the_version_that_is_voted_on_is_frozen_and_resolved(placed, office):
    ballot = ballots.open_ballot(office, item=placed)
    assert Version.objects.get(number=1).frozen_at == office.now
    assert Version.objects.filter(frozen_at__isnull=False).count() == 1
    Motion.objects.update(text=[])  # whatever somebody may do to the row
    ballots.record(office, ballot=ballot, votes=dict.fromkeys(CODES, "yes"))
    ballots.close(office, ballot=ballot)
    assert [one["text"] for one in Resolution.objects.get().text] == ["Eins"]
    assert Version.objects.get(number=1).frozen_at == office.now


def test_a_vote_that_is_broken_off_gives_the_wording_free(placed, office):
    ballots.break_off(office, ballot=ballots.open_ballot(office, item=placed))
    assert not Version.objects.filter(frozen_at__isnull=False).exists()


def test_a_vote_without_a_quorum_gives_the_wording_free_too(intmk, placed, office):
    quorate = shipped_texts("intmk")[-1].replace("2020-07-01", "2026-11-01")
    StoredRulebook.objects.create(
        body=intmk, valid_from="2026-11-01", stored_at=office.now,
        text=f'{quorate}\n[quorum]\nmore_than = "1/2"\nsource = "Test"\n',
    )  # fmt: skip
    few = ballots.open_ballot(office, item=placed, present=CODES[:8])
    assert Version.objects.filter(frozen_at__isnull=False).exists()
    assert not ballots.close(office, ballot=few).outcome.quorate
    assert not Version.objects.filter(frozen_at__isnull=False).exists()


def test_a_motion_without_a_version_is_voted_on_all_the_same(placed, office):
    Version.objects.all().delete()
    ballot = ballots.open_ballot(office, item=placed)
    ballots.break_off(office, ballot=ballot)
    ballot = ballots.open_ballot(office, item=placed)
    ballots.record(office, ballot=ballot, votes=dict.fromkeys(CODES, "yes"))
    ballots.close(office, ballot=ballot)
    assert [one["text"] for one in Resolution.objects.get().text] == ["Eins"]
