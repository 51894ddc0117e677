"""What Länder can rely on when they amend, support and withdraw."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from reihum.acts import agenda, amendments, motions
from reihum.acts.attachments import Upload
from reihum.reads import amendments as reads
from reihum.reads.journal import verify
from reihum.records.models import (
    Account,
    Amendment,
    AmendmentSupport,
    Attachment,
    Conference,
    Deadline,
    JournalEntry,
    Motion,
    OutboxMessage,
    Version,
)
from reihum.rules.amendment import Stage, Way
from reihum.rules.amendment_steps import Delete, Insert, Rewrite, TakeBack
from reihum.rules.text.changes import Change
from reihum.rules.text.stored import to_data, token_at
from reihum.rules.text.tokens import said
from reihum.rules.text.tracked import Loose, Wanted
from reihum.rules.visibility import Viewer
from reihum.rules.words import Why
from tests.conftest import NOW

pytestmark = pytest.mark.integration

TEXT = "Die Konferenz beschließt:\n1. Der Bund öffnet die Kurse.\n2. Er zahlt."
BY, HE = Viewer(members=frozenset({"BY"})), Viewer(members=frozenset({"HE"}))
REWRITE = Rewrite("p2", "Der Bund öffnet alle Kurse.", "Gleichheit")


@pytest.fixture
def motion(intmk, acting) -> int:
    conference = Conference.objects.get(number=22)
    Deadline.objects.create(
        conference=conference, kind="amendments", day=date(2027, 3, 31),
        why="", why_en="",
    )  # fmt: skip
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse öffnen", text=TEXT,
        rationale="Weil es eilt.",
    )  # fmt: skip
    return done.motion


@pytest.fixture
def write(motion, acting):
    """Let a Land take a step: `write("BY", step)`."""

    def step(land, what=REWRITE, version=1, **more):
        by = acting(land, **more)
        return amendments.write(
            by, motion=motion, member=land, version=version, step=what
        )

    return step


@pytest.fixture
def submitted(write, acting) -> int:
    return amendments.submit(acting("BY"), amendment=write("BY")).amendment


def stored():
    """Count all that an amendment could leave behind."""
    tables = (Amendment, AmendmentSupport, Attachment, JournalEntry, Version)
    return [table.objects.count() for table in tables]


def wishes_of(pk, viewer=BY):
    row = reads.amendment("intmk", pk, viewer)
    base = reads.base("intmk", row.motion, viewer)
    return [(said(w.change.new), w.reason) for w in reads.wanted(base, row)]


# ── writing ────────────────────────────────────────────────────────────────
def test_a_land_writes_its_draft_step_by_step(motion, write):
    pk = write("BY")
    assert write("BY", Insert("p3", "Er lädt ein.", "1.")) == pk
    assert wishes_of(pk) == [("alle", "Gleichheit"), ("¶Er lädt ein.", "")]
    assert write("BY", TakeBack("p2")) == pk
    assert wishes_of(pk) == [("¶Er lädt ein.", "")]


def test_a_draft_without_any_wish_is_gone(motion, write):
    write("BY")
    assert write("BY", TakeBack("p2")) == 0
    assert not Amendment.objects.exists()
    assert write("BY", TakeBack("p2")) == 0


def test_a_draft_is_seen_by_its_land_alone(motion, write, office):
    pk = write("BY")
    (version,) = Version.objects.filter(motion=motion, number=1)
    for viewer in (HE, office.viewer, Viewer(guest=True), Viewer()):
        assert reads.amendment("intmk", pk, viewer) is None
        assert reads.amendments_on(version.pk, viewer) == ()
    assert [row.pk for row in reads.amendments_on(version.pk, BY)] == [pk]


def test_the_journal_does_not_tell_what_a_draft_says_nor_others_of_it(write, acting):
    pk = write("BY")
    write("BY", Delete("p3", "Geheimwort"))
    amendments.discard(acting("BY"), amendment=pk)
    told = JournalEntry.objects.filter(subject=f"amendment:{pk}")
    assert [entry.act for entry in told] == [
        "amendment.draft", "amendment.revise", "amendment.discard",
    ]  # fmt: skip
    assert "Geheimwort" not in "".join(entry.data for entry in told)
    assert verify() is None


def test_a_file_is_kept_with_its_draft_and_goes_with_it(motion, acting):
    version = Version.objects.get(motion=motion, number=1)
    given = {
        "motion": motion, "version": 1, "changes": [], "way": Way.WORD,
        "remarks": [Loose("p2", "Warum?")], "file": Upload("BY.docx", b"PK"),
    }  # fmt: skip
    by = acting("BY")
    pk = amendments.draft(by, member="BY", **given)
    assert reads.amendment("intmk", pk, BY).file_name == "BY.docx"
    assert reads.amendment("intmk", pk, BY).remarks == (Loose("p2", "Warum?"),)
    again = given | {"file": Upload("BY-2.docx", b"PK"), "instead": True}
    assert amendments.draft(by, member="BY", **again) == pk
    assert [one.name for one in Attachment.objects.all()] == ["BY-2.docx"]
    assert len(reads.draft_of(version.pk, "BY", BY).remarks) == 1
    amendments.discard(by, amendment=pk)
    assert not Attachment.objects.exists()


def test_changes_are_added_to_a_draft_or_take_its_place(motion, write, acting):
    pk = write("BY")
    data = list(Amendment.objects.get(pk=pk).changes)
    by, given = acting("BY"), {"motion": motion, "version": 1}
    write("BY", Delete("p3"))
    assert amendments.draft(by, member="BY", changes=data, **given) == pk
    assert len(wishes_of(pk)) == 2  # what is wished for already is not added
    other = [data[0] | {"new": ["jeden "]}]
    refusal = amendments.draft(by, member="BY", changes=other, **given)
    assert "dieselben Wörter" in refusal.text.de
    assert amendments.draft(by, member="BY", changes=data, instead=True, **given) == pk
    assert wishes_of(pk) == [("alle", "Gleichheit")]


# ── submitting ─────────────────────────────────────────────────────────────
def test_a_submitted_amendment_is_read_by_all_and_changes_no_more(
    motion, submitted, write, acting, office
):
    for viewer in (HE, office.viewer):
        row = reads.amendment("intmk", submitted, viewer)
        assert (row.member, row.stage, row.late) == ("BY", Stage.SUBMITTED, False)
    for refusal in (
        amendments.submit(acting("BY"), amendment=submitted),
        amendments.discard(acting("BY"), amendment=submitted),
    ):
        assert refusal.why is Why.CONFLICT
    assert write("BY") != submitted


def test_after_the_deadline_an_amendment_is_taken_and_marked(write, acting):
    late = NOW.replace(year=2027, month=4, day=1)
    pk = write("BY", now=late)
    done = amendments.submit(acting("BY", now=late), amendment=pk)
    assert (done.late, done.deadline) == (True, date(2027, 3, 31))
    assert Amendment.objects.get().late


def test_a_new_amendment_takes_the_place_of_earlier_ones_of_the_same_land(
    submitted, write, acting
):
    other = amendments.submit(acting("HE"), amendment=write("HE")).amendment
    pk = write("BY", Delete("p3"))
    amendments.submit(acting("BY"), amendment=pk, replaces=[submitted, other])
    stages = dict(Amendment.objects.values_list("pk", "stage"))
    assert stages == {
        submitted: Stage.REPLACED, other: Stage.SUBMITTED, pk: Stage.SUBMITTED,
    }  # fmt: skip


def test_the_journal_keeps_what_was_submitted(submitted):
    entry = JournalEntry.objects.get(act="amendment.submit")
    assert "Gleichheit" in entry.data
    assert (entry.member, entry.subject) == ("BY", f"amendment:{submitted}")


@pytest.mark.parametrize(
    ("land", "more", "why", "sentence"),
    [
        ("BY", {"motion": 9999}, Why.UNKNOWN, "gibt es nicht"),
        ("BY", {"member": "HE"}, Why.FORBIDDEN, "Hessen"),
        ("BY", {"member": "XX"}, Why.FORBIDDEN, ""),
        ("BY", {"version": 2}, Why.INVALID, "anderen Text"),
        ("BY", {"version": 0}, Why.INVALID, "anderen Text"),
        ("BY", {"step": Rewrite("p99", "x")}, Why.INVALID, "anderen Text"),
        ("BY", {"step": Rewrite("p2", "x\u202e")}, Why.INVALID, "Steuerzeichen"),
        ("BY", {"step": Rewrite("p2", "x", "y" * 6000)}, Why.INVALID, "Begründung"),
        ("bundesministerium", {"member": "bundesministerium"}, Why.UNKNOWN, ""),
    ],
)
def test_what_cannot_be_amended_is_refused_and_leaves_nothing(
    *, motion, acting, land, more, why, sentence
):
    before = stored()
    given = {"motion": motion, "member": "BY", "version": 1, "step": REWRITE, **more}
    refusal = amendments.write(acting(land), **given)
    assert refusal.why is why
    assert sentence in refusal.text.de
    assert stored() == before


def test_changes_of_another_text_leave_nothing(motion, write, acting):
    pk = write("BY")
    data = Amendment.objects.get(pk=pk).changes
    amendments.discard(acting("BY"), amendment=pk)
    before = stored()
    for wrong in (
        [data[0] | {"old": ["andere"]}],
        [data[0] | {"from": ["p77", 3]}],
        [{"from": ["p2", 0]}],
        [{"from": 3, "to": 3}],
        [{**data[0], "new": [["text"]]}],
        ["x"],
    ):
        refusal = amendments.draft(
            acting("BY"), member="BY", motion=motion, version=1, changes=wrong
        )
        assert "anderen Text" in refusal.text.de
    assert stored() == before


def test_a_draft_motion_and_a_frozen_version_are_not_amended(motion, acting, write):
    own = motions.draft(acting("BY"), member="BY", conference=22, title="A", text="B")
    by = acting("BY")
    refusal = amendments.write(by, motion=own, member="BY", version=0, step=REWRITE)
    assert "noch ein Entwurf" in refusal.text.de
    foreign = amendments.write(
        acting("HE"), motion=own, member="HE", version=0, step=REWRITE
    )
    assert foreign.why is Why.UNKNOWN
    pk = write("BY")
    Version.objects.filter(motion=motion).update(frozen_at=timezone.now())
    before = stored()
    for refusal in (write("HE"), amendments.submit(by, amendment=pk)):
        assert "eingefroren" in refusal.text.de
    assert stored() == before


def test_a_motion_that_is_withdrawn_takes_no_amendments(motion, acting, write):
    motions.withdraw(acting("NI"), motion=motion, member="NI")
    assert "zu spät" in write("BY").text.de


def test_what_is_on_the_agenda_can_be_amended(motion, office, write):
    agenda.place(office, motion=motion, number="1")
    assert isinstance(write("BY"), int)


def test_when_the_motion_moved_on_the_old_version_is_closed(motion, write, submitted):
    Version.objects.create(
        motion_id=motion, number=2, title="Neu", cause="synopsis", at=NOW, who="x"
    )
    Motion.objects.filter(pk=motion).update(version=2)
    refusal = write("BY", version=1)
    assert "neuere Fassung" in refusal.text.de


def test_nothing_is_not_submitted(motion, acting):
    given = {"motion": motion, "version": 1, "changes": [], "remarks": [("p2", "?")]}
    pk = amendments.draft(acting("BY"), member="BY", **given)
    refusal = amendments.submit(acting("BY"), amendment=pk)
    assert "Noch ist nichts geändert" in refusal.text.de


def test_nobody_touches_the_draft_of_another_land(write, acting, office):
    pk = write("BY")
    for by in (acting("HE"), office):
        for refusal in (
            amendments.submit(by, amendment=pk),
            amendments.discard(by, amendment=pk),
            amendments.withdraw(by, amendment=pk),
            amendments.support(by, amendment=pk, member="HE"),
        ):
            assert refusal.why is Why.UNKNOWN


# ── standing behind it, and leaving it ─────────────────────────────────────
def test_a_land_supports_what_another_wants_and_ends_it(motion, submitted, acting):
    he = acting("HE")
    assert amendments.support(he, amendment=submitted, member="HE") == motion
    base = reads.base("intmk", motion, HE)
    rows = reads.amendments_on(base.version, HE)
    assert [wish.land for wish in reads.wishes(base, rows)] == ["BY", "HE"]
    assert {wish.source for wish in reads.wishes(base, rows)} == {str(submitted)}
    again = amendments.support(he, amendment=submitted, member="HE")
    assert "schon" in again.text.de
    assert amendments.end_support(he, amendment=submitted, member="HE") == motion
    gone = amendments.end_support(he, amendment=submitted, member="HE")
    assert gone.why is Why.CONFLICT
    assert not AmendmentSupport.objects.exists()


@pytest.mark.parametrize(
    ("who", "member", "why"),
    [
        ("BY", "BY", Why.CONFLICT),
        ("HE", "SN", Why.FORBIDDEN),
        ("bundesministerium", "HE", Why.UNKNOWN),
    ],
)
def test_who_cannot_support_is_told_so(submitted, acting, who, member, why):
    before = stored()
    refusal = amendments.support(acting(who), amendment=submitted, member=member)
    assert refusal.why is why
    assert stored() == before


def test_a_withdrawn_amendment_is_no_wish_any_more(motion, submitted, acting):
    assert amendments.withdraw(acting("HE"), amendment=submitted).why is Why.FORBIDDEN
    assert amendments.withdraw(acting("BY"), amendment=submitted) == motion
    base = reads.base("intmk", motion, HE)
    assert reads.wishes(base, reads.amendments_on(base.version, HE)) == ()
    for refusal in (
        amendments.withdraw(acting("BY"), amendment=submitted),
        amendments.support(acting("HE"), amendment=submitted, member="HE"),
    ):
        assert "zurückgezogen" in refusal.text.de


def test_in_the_vote_nothing_is_withdrawn_or_supported(motion, submitted, acting):
    Version.objects.filter(motion=motion).update(frozen_at=timezone.now())
    for refusal in (
        amendments.withdraw(acting("BY"), amendment=submitted),
        amendments.support(acting("HE"), amendment=submitted, member="HE"),
    ):
        assert "eingefroren" in refusal.text.de


def test_two_of_one_land_write_at_the_same_draft(motion, write):
    assert write("BY", name="by-1") == write("BY", Delete("p3"), name="by-2")


def test_what_was_stored_is_read_back_as_it_was(motion, submitted):
    base = reads.base("intmk", motion, BY)
    row = reads.amendment("intmk", submitted, BY)
    assert to_data(base.flat, reads.wanted(base, row)) == list(row.changes)
    assert row.submitted_at - NOW < timedelta(seconds=1)


def test_who_supports_what_no_longer_stands_is_told_by_mail(
    motion, submitted, write, acting, account
):
    for land in ("HE", "SN"):
        Account.objects.filter(pk=account(land).pk).update(email=f"{land}@example.org")
    amendments.support(acting("HE"), amendment=submitted, member="HE")
    pk = write("BY", Delete("p3"))
    amendments.submit(acting("BY"), amendment=pk, replaces=[submitted])
    (mail,) = OutboxMessage.objects.all()
    assert mail.payload["to"] == ["HE@example.org"]
    assert "Der Freistaat Bayern hat die Änderungen" in mail.payload["body"]
    assert "durch andere ersetzt" in mail.payload["body"]
    assert "„Kurse öffnen“" in mail.payload["body"]
    amendments.support(acting("SN"), amendment=pk, member="SN")
    Motion.objects.update(confidential=True)
    amendments.withdraw(acting("BY"), amendment=pk)
    mail = OutboxMessage.objects.last()
    assert mail.payload["to"] == ["SN@example.org"]
    assert "zurückgezogen" in mail.payload["body"]
    assert "Kurse" not in mail.payload["body"] + mail.payload["subject"]


# ── what no amendment may do ───────────────────────────────────────────────
@pytest.mark.parametrize(
    ("start", "end", "new"),
    [
        (["t1", 0], ["p1", -1], []),  # the title's words
        (["t1", -1], ["p1", -1], []),  # the whole title
        (["p1", -1], ["p1", -1], [["title", 0, ""], "Zweiter Titel"]),
        (["p3", 9], ["b1", 0], []),  # the last of the text and the rationale in one
        (["p1", -1], ["p1", -1], [["rationale", 0, ""], "Weil."]),
        (["end", -1], ["end", -1], [["text", 1, "1."], "Nach der Begründung."]),
    ],
)  # fmt: skip
def test_no_hand_made_amendment_mixes_the_parts_or_takes_the_title(
    motion, acting, start, end, new
):
    base = reads.base("intmk", motion, BY)
    first, last = token_at(base.flat, *start), token_at(base.flat, *end)
    old = to_data(base.flat, [Wanted(Change(first, last, ()))])[0]["old"]
    change = {"from": start, "to": end, "old": old, "new": new}
    before = stored()
    refusal = amendments.draft(
        acting("BY"), member="BY", motion=motion, version=1, changes=[change]
    )
    assert refusal.why is Why.INVALID
    assert "bleib" in refusal.text.de
    assert stored() == before
