"""What was decided becomes the next version, and every Land is told."""

import pytest

from reihum.acts import agenda, ballots, synopsis
from reihum.acts.synopsis import TakenOver
from reihum.reads.agenda import item as read_item
from reihum.reads.motions import motion as read_motion
from reihum.records.models import (
    Account,
    Amendment,
    JournalEntry,
    Motion,
    OutboxMessage,
    Version,
)
from reihum.rules.amendment import Stage
from reihum.rules.amendment_steps import Delete, Insert, Rewrite
from reihum.rules.version import Cause
from reihum.rules.visibility import Viewer
from reihum.rules.words import Refusal, Why
from tests.wished import P2, P3, keys, laid_on, shown, submitted, wish, wished

pytestmark = pytest.mark.integration

OFFICE = Viewer(office=True)
DIGITAL = P3.replace("innerhalb einer Stunde", "in zumutbarer Zeit oder digital")


@pytest.fixture
def motion(intmk, acting) -> int:
    return wished(acting)


@pytest.fixture
def decided(motion, office) -> int:
    """The office accepts the club, rejects five years, words a compromise."""

    def decide(*lands, accepted, reason=""):
        synopsis.decide(
            office, motion=motion, version=1, keys=keys(motion, *lands),
            accepted=accepted, reason=reason,
        )  # fmt: skip

    decide("BY", "SN", "ST", accepted=True)
    decide("BW", accepted=False, reason="Haushaltsrecht lässt fünf Jahre nicht zu.")
    synopsis.word_compromise(
        office, motion=motion, version=1, paragraph="p3", text=DIGITAL
    )
    return motion


@pytest.fixture
def take_over(office):
    def take(motion, version=1, **more):
        return synopsis.take_over(office, motion=motion, version=version, **more)

    return take


def test_the_outcome_is_the_next_version_and_what_is_open_goes_along(
    decided, take_over
):
    done = take_over(decided, seen=laid_on(decided).mark)
    assert done == TakenOver(version=2, open=2)
    row = read_motion("intmk", decided, OFFICE)
    assert "im Verein" in row.text[0].text
    assert row.text[1].text == P2
    assert row.text[2].text == DIGITAL
    assert [one.id for one in row.text] == ["p1", "p2", "p3", "p4"]
    newest = Version.objects.get(motion=decided, number=2)
    assert (newest.cause, newest.text) == (Cause.SYNOPSIS, Motion.objects.get().text)
    now = shown(decided)
    assert [point.lands for point in now.laid.synopsis.points] == [
        ("NI", "SH"), ("TH",),
    ]  # fmt: skip
    stages = dict(Amendment.objects.filter(version__number=1).values_list(
        "member", "stage"
    ))  # fmt: skip
    assert {code for code, stage in stages.items() if stage == Stage.CARRIED} == {
        "NI", "SH", "TH",
    }  # fmt: skip


def test_the_synopsis_that_was_decided_stays_readable(decided, take_over):
    before = shown(decided)
    take_over(decided)
    after = shown(decided, number=1)
    assert after.laid.synopsis == before.laid.synopsis
    assert after.rows == before.rows
    assert after.newest == 2


def test_the_journal_keeps_the_new_wording(decided, take_over):
    take_over(decided)
    entry = JournalEntry.objects.get(act="synopsis.take_over")
    assert entry.subject == f"motion:{decided}"
    assert "in zumutbarer Zeit oder digital" in entry.data


def test_every_land_is_told_what_became_of_its_wishes(decided, take_over, account):
    for land in ("BY", "BW", "HE", "NI", "HH"):
        row = account(land)
        row.email = f"{land.lower()}@laender.example"
        row.save()
    Account.objects.filter(username="by").update(is_active=True)
    take_over(decided)
    letters = {
        one.payload["to"][0][:2]: one.payload for one in OutboxMessage.objects.all()
    }
    assert letters.keys() == {"by", "bw", "he", "ni", "hh"}
    assert "– Ziffer 1: angenommen" in letters["by"]["body"]
    assert (
        "– Ziffer 2: abgelehnt (Haushaltsrecht lässt fünf Jahre nicht zu.)"
        in letters["bw"]["body"]
    )
    assert "– Ziffer 3: Kompromiss" in letters["he"]["body"]
    assert "gilt für Fassung 2 weiter" in letters["ni"]["body"]
    assert "gewünscht" not in letters["hh"]["body"]
    assert letters["hh"]["subject"].startswith("IntMK: Fassung 2 von „Leitantrag")


def test_no_mail_tells_what_a_confidential_motion_says(decided, take_over, account):
    Motion.objects.update(confidential=True)
    account("BW")
    Account.objects.filter(username="bw").update(email="bw@laender.example")
    take_over(decided)
    letter = OutboxMessage.objects.get(kind="mail").payload
    whole = letter["subject"] + letter["body"]
    assert "Leitantrag" not in whole
    assert "Haushaltsrecht" not in whole
    assert "Fassung 2 eines vertraulichen Antrags" in letter["subject"]


def test_nothing_is_taken_over_that_nobody_saw(decided, take_over, office, acting):
    seen = laid_on(decided).mark
    wish(acting, decided, "HH", Rewrite("p4", "Das vorsitzende Land berichtet."))
    refusal = take_over(decided, seen=seen)
    assert refusal.why is Why.CONFLICT
    assert "noch einmal an" in refusal.text.de
    assert Version.objects.count() == 1
    assert not OutboxMessage.objects.exists()


def test_what_was_taken_over_is_decided_no_more(decided, take_over, office):
    take_over(decided)
    for refusal in (
        take_over(decided),
        synopsis.decide(office, motion=decided, version=1, keys=["x"], accepted=True),
    ):
        assert isinstance(refusal, Refusal)
        assert "neuere Fassung" in refusal.text.de


def test_a_text_without_title_or_words_is_not_taken_over(intmk, acting, office):
    motion = submitted(acting)
    wish(acting, motion, "HE", *(Delete(f"p{n}") for n in range(1, 5)))
    synopsis.accept_undisputed(office, motion=motion, version=1)
    refusal = synopsis.take_over(office, motion=motion, version=1)
    assert "nichts übrig" in refusal.text.de


def test_new_paragraphs_are_numbered_and_no_id_is_given_twice(
    intmk, acting, office, take_over
):
    motion = submitted(acting)
    wish(acting, motion, "HE", Delete("p4"), Insert("p1", "Neu.", "1."))
    synopsis.accept_undisputed(office, motion=motion, version=1)
    take_over(motion)
    row = read_motion("intmk", motion, OFFICE)
    assert [(one.id, one.number) for one in row.text] == [
        ("p1", "1."), ("p5", "2."), ("p2", "3."), ("p3", "4."),
    ]  # fmt: skip
    wish(acting, motion, "BY", Delete("p5"), Insert("p3", "Am Ende.", "1."), version=2)
    synopsis.accept_undisputed(office, motion=motion, version=2)
    take_over(motion, version=2)
    row = read_motion("intmk", motion, OFFICE)
    assert [one.id for one in row.text] == ["p1", "p2", "p3", "p6"]


def test_agenda_and_ballot_go_on_with_the_new_text(decided, take_over, office):
    pk = agenda.place(office, motion=decided, number="1")
    synopsis.decide(
        office, motion=decided, version=1, keys=keys(decided, "TH"), accepted=True
    )
    take_over(decided)
    item = read_item("intmk", pk, OFFICE)
    assert item.title == read_motion("intmk", decided, OFFICE).title
    ballots.open_ballot(office, item=pk)
    frozen = Version.objects.get(motion=decided, number=2)
    assert frozen.frozen_at is not None
    refusal = synopsis.decide(
        office, motion=decided, version=2, keys=["x"], accepted=True
    )
    assert isinstance(refusal, Refusal)


def test_another_title_is_the_title_of_the_item_too(intmk, acting, office, take_over):
    motion = submitted(acting)
    pk = agenda.place(office, motion=motion, number="1")
    wish(acting, motion, "HE", Rewrite("t1", "Ankommen vor Ort"))
    synopsis.accept_undisputed(office, motion=motion, version=1)
    take_over(motion)
    assert read_item("intmk", pk, OFFICE).title == "Ankommen vor Ort"
    assert read_motion("intmk", motion, OFFICE).title == "Ankommen vor Ort"
