"""What becomes of the Länder's wishes when a motion moves on to its next version."""

import pytest

from reihum.acts import amendments, motions
from reihum.acts.amendment_carry import Carried, carry_over
from reihum.acts.door import act
from reihum.acts.motion_rows import keep_version
from reihum.reads import amendments as reads
from reihum.reads import visibility
from reihum.records.models import Amendment, Attachment, JournalEntry, Motion, Version
from reihum.rules.amendment import Stage
from reihum.rules.amendment_steps import Delete, Insert, Rewrite
from reihum.rules.text import read, to_data
from reihum.rules.text.synopsis import combine
from reihum.rules.text.tokens import said
from reihum.rules.version import Cause
from reihum.rules.visibility import Viewer

pytestmark = pytest.mark.integration

TEXT = "1. Der Bund öffnet die Kurse.\n2. Er zahlt.\n3. Er lädt ein."
NEXT = "1. Der Bund öffnet die Kurse.\n2. Er zahlt alles.\n3. Er lädt ein."
BY, HE = Viewer(members=frozenset({"BY"})), Viewer(members=frozenset({"HE"}))


@pytest.fixture
def motion(intmk, acting) -> int:
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse öffnen", text=TEXT
    )
    return done.motion


@pytest.fixture
def write(motion, acting):
    def step(land, *steps):
        for one in steps:
            pk = amendments.write(
                acting(land), motion=motion, member=land, version=1, step=one
            )
        return pk

    return step


@pytest.fixture
def submit(write, acting):
    def steps(land, *given):
        pk = write(land, *given)
        return amendments.submit(acting(land), amendment=pk).amendment

    return steps


@act
def move_on(by, *, motion, text, done):
    """Make the next version, as the synopsis does, and carry over what is open."""
    row = Motion.objects.get(pk=motion)
    old = Version.objects.get(motion=row, number=row.version)
    row.text = to_data(read(text))
    row.save()
    new = keep_version(by, row, Cause.SYNOPSIS)
    return carry_over(by, row, old, new, done)


def keys(motion, *pks):
    base = reads.base("intmk", motion, BY)
    rows = reads.amendments_on(base.version, BY)
    points = combine(base.flat, reads.wishes(base, rows)).points
    wanted = {str(pk) for pk in pks}
    return {p.key for p in points if wanted & {wish.source for wish in p.wishes}}


def now(motion, viewer=BY):
    base = reads.base("intmk", motion, viewer)
    return base, reads.amendments_on(base.version, viewer)


def test_what_is_still_open_goes_on_with_the_new_version(
    motion, submit, acting, office
):
    pk = submit("BY", Rewrite("p1", "Der Bund öffnet alle Kurse.", "Gleichheit"))
    amendments.support(acting("HE"), amendment=pk, member="HE")
    (carried,) = move_on(office, motion=motion, text=NEXT, done=set())
    base, (row,) = now(motion)
    assert carried == Carried(row.pk, "BY", 1, 0)
    (wish, other) = reads.wishes(base, [row])
    assert (wish.land, other.land) == ("BY", "HE")
    assert said(wish.wanted.change.new) == "alle"
    assert wish.wanted.reason == "Gleichheit"
    old = Amendment.objects.get(pk=pk)
    assert (old.stage, row.stage) == (Stage.CARRIED, Stage.SUBMITTED)
    assert Amendment.objects.get(pk=row.pk).carried_from == old
    assert JournalEntry.objects.get(act="amendment.carry").member == "BY"


def test_what_was_decided_stays_behind(motion, submit, office):
    pk = submit("BY", Rewrite("p2", "Er zahlt alles."))
    other = submit("HE", Delete("p3"), Rewrite("p2", "Er zahlt viel."))
    done = keys(motion, pk)
    (carried,) = move_on(office, motion=motion, text=NEXT, done=done)
    assert (carried.member, carried.carried, carried.stale) == ("HE", 1, 1)
    stages = {row.pk: row.stage for row in Amendment.objects.all()}
    assert (stages[pk], stages[other]) == (Stage.DECIDED, Stage.CARRIED)


def test_what_finds_no_safe_place_is_shown_as_it_was(motion, submit, office):
    submit("HE", Rewrite("p2", "Er gibt.", "Sparsam"), Insert("p3", "Zuletzt.", "1."))
    changed = NEXT.replace("zahlt alles", "finanziert")
    (carried,) = move_on(office, motion=motion, text=changed, done=set())
    assert (carried.carried, carried.stale) == (1, 1)
    _, (row,) = now(motion)
    assert row.stale == (reads.Stale(1, "p2", "zahlt", "gibt", "Sparsam"),)
    again = changed.replace("finanziert", "zahlt")
    (carried,) = move_on(office, motion=motion, text=again, done=set())
    assert (carried.carried, carried.stale) == (1, 1)  # seen by a person first


def test_a_wish_that_was_not_carried_over_can_be_laid_aside(
    motion, submit, office, acting
):
    submit("HE", Delete("p2"), Delete("p3"))
    changed = NEXT.replace("zahlt alles", "finanziert")
    (carried,) = move_on(office, motion=motion, text=changed, done=set())
    he = acting("HE")
    assert amendments.settle_stale(he, amendment=carried.amendment, place=0) == motion
    _, (row,) = now(motion)
    assert row.stale == ()
    for by, place in ((he, 0), (he, -1), (acting("BY"), 0)):
        refusal = amendments.settle_stale(by, amendment=row.pk, place=place)
        assert refusal.text.de


def test_a_draft_goes_along_and_stays_its_lands_own(motion, write, office, acting):
    pk = write("BY", Rewrite("p1", "Der Bund öffnet alle Kurse."), Delete("p2"))
    move_on(office, motion=motion, text=NEXT, done=set())
    assert now(motion, HE)[1] == ()
    base, (row,) = now(motion)
    assert (row.pk, row.stage, row.version) == (pk, Stage.DRAFT, base.version)
    assert len(row.changes) == len(row.stale) == 1
    assert not JournalEntry.objects.filter(act="amendment.carry").exists()
    assert amendments.submit(acting("BY"), amendment=pk).amendment == pk


def test_the_journal_tells_nobody_what_a_draft_no_longer_wishes(
    motion, write, office, acting
):
    pk = write("BY", Rewrite("p2", "Er zahlt im Geheimen."))
    move_on(office, motion=motion, text=NEXT.replace("zahlt", "gibt"), done=set())
    assert amendments.settle_stale(acting("BY"), amendment=pk, place=0) == motion
    seen = visibility.journal(HE).values_list("data", "subject")
    assert not [one for one in seen if "Geheim" in one[0] or str(pk) in one[1][10:]]
    assert visibility.journal(BY).filter(act="amendment.revise").exists()


def test_withdrawn_and_replaced_amendments_stay_where_they_are(
    motion, submit, acting, office
):
    pk = submit("BY", Delete("p2"))
    amendments.withdraw(acting("BY"), amendment=pk)
    assert move_on(office, motion=motion, text=NEXT, done=set()) == ()
    assert not Attachment.objects.exists()
    assert Amendment.objects.get().stage == Stage.WITHDRAWN


def test_several_new_paragraphs_keep_their_order(motion, submit, office):
    submit("BY", Insert("p3", "Eins.\n\nZwei.\n\nDrei.", "1."))
    move_on(office, motion=motion, text=NEXT, done=set())
    base, (row,) = now(motion)
    texts = [said(one.change.new) for one in reads.wanted(base, row)]
    assert texts == ["¶Eins.", "¶Zwei.", "¶Drei."]
