"""What the office can rely on when it makes an agenda, and a Land when it reads one."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reihum.acts import agenda, motions
from reihum.reads.agenda import agenda as read_agenda
from reihum.reads.agenda import item as read_item
from reihum.reads.journal import verify
from reihum.reads.motions import motion
from reihum.reads.rulebooks import rulebook_on
from reihum.records.models import Conference, Deadline, Item, JournalEntry
from reihum.rules.rulebook_parts import Publication, PullOut
from reihum.rules.stages import Move, Stage, Treatment
from reihum.rules.visibility import STRANGER, Viewer
from reihum.rules.words import Why

pytestmark = pytest.mark.integration

MEMBER = Viewer(members=frozenset({"BY"}))
AFTER = datetime(2027, 2, 4, 8, 0, tzinfo=UTC)


@pytest.fixture
def submit(intmk, acting):
    """Submit a motion of a Land: `submit("NI")` returns its id."""
    Deadline.objects.create(
        conference=Conference.objects.get(number=22), kind="motions",
        day=date(2027, 2, 3), why="", why_en="",
    )  # fmt: skip

    def one(member="NI", title="Sprachkurse öffnen", now=None):
        by = acting(member, now=now) if now else acting(member)
        done = motions.submit_new(
            by, member=member, conference=22, title=title, text="1. Text"
        )
        return done.motion

    return one


@pytest.fixture
def placed(submit, office):
    """Put a motion on the agenda: `placed("2.4")` returns the id of its item."""

    def one(number, treatment=Treatment.NONE):
        return agenda.place(office, motion=submit(), number=number, treatment=treatment)

    return one


def printed() -> list[str]:
    return [row.number for row in read_agenda("intmk", 22, MEMBER)]


def stage(item: int) -> Stage:
    return read_item("intmk", item, MEMBER).stage


# ── numbers ────────────────────────────────────────────────────────────────
def test_items_stand_in_the_order_in_which_they_are_printed(placed, office):
    for number in ("2.10", "2.9b", "A3", "2.9"):
        placed(number)
    agenda.add_section(office, conference=22, number="2", title="Zusammenhalt")
    agenda.add_item(office, conference=22, number="1", title="Tagesordnung")
    assert printed() == ["1", "2", "2.9", "2.9b", "2.10", "A3"]


def test_a_placed_motion_and_its_item_share_their_stage(submit, office):
    pk = submit()
    item = agenda.place(office, motion=pk, number=" 2.4 ", treatment=Treatment.BLOCK)
    row = motion("intmk", pk, MEMBER)
    assert (row.number, row.item, row.stage) == ("2.4", item, Stage.ON_AGENDA)
    assert row.treatment is Treatment.BLOCK
    again = agenda.place(office, motion=pk, number="2.5")
    assert again.why is Why.CONFLICT


@pytest.mark.parametrize(
    ("number", "why", "sentence"),
    [
        ("2.4", Why.CONFLICT, "schon vergeben"),
        ("2.4/2.6", Why.CONFLICT, "schon vergeben"),
        ("zwei", Why.INVALID, "keine Nummer"),
        ("", Why.INVALID, "keine Nummer"),
        ("1.1.1.1.1.1.1.1.1.1.1.1.1", Why.INVALID, "zu lang"),
    ],
)
def test_a_number_is_given_once_and_in_a_known_form(
    *, placed, submit, office, journal_length, number, why, sentence
):
    placed("2.4")
    pk, before = submit(), journal_length()
    refusal = agenda.place(office, motion=pk, number=number)
    assert (refusal.why, refusal.field) == (why, "number")
    assert sentence in refusal.text.de
    section = agenda.add_section(office, conference=22, number=number, title="X")
    assert section.field == "number"
    assert (Item.objects.count(), journal_length()) == (1, before)
    assert motion("intmk", pk, MEMBER).stage is Stage.SUBMITTED


def test_a_heading_needs_words_and_a_conference(intmk, office):
    assert agenda.add_section(office, conference=22, number="2", title=" ").field
    unknown = agenda.add_section(office, conference=99, number="2", title="X")
    assert unknown.why is Why.UNKNOWN


# ── late motions ───────────────────────────────────────────────────────────
def test_a_late_motion_has_to_be_admitted_first(submit, office):
    pk = submit(now=AFTER)
    refusal = agenda.place(office, motion=pk, number="2.4")
    assert refusal.why is Why.CONFLICT
    assert "„zulassen“" in refusal.text.de
    item = agenda.admit_late(office, motion=pk, number="2.9b")
    row = read_item("intmk", item, MEMBER)
    assert (row.stage, row.treatment) == (Stage.ON_AGENDA, Treatment.LATE_ADMITTED)
    assert row.late


def test_a_late_motion_that_is_not_admitted_never_comes_on_the_agenda(submit, office):
    pk = submit(now=AFTER)
    agenda.refuse_admission(office, motion=pk)
    assert motion("intmk", pk, MEMBER).stage is Stage.NOT_ADMITTED
    assert agenda.admit_late(office, motion=pk, number="1").why is Why.CONFLICT
    assert printed() == []


def test_a_motion_in_time_needs_no_admission(submit, office):
    assert agenda.admit_late(office, motion=submit(), number="1").why is Why.CONFLICT
    assert agenda.refuse_admission(office, motion=submit()).why is Why.CONFLICT


@pytest.mark.parametrize(
    ("move", "end"), [(Move.DROP, Stage.DROPPED), (Move.DEFER, Stage.DEFERRED)]
)
def test_a_motion_can_end_before_it_has_a_number(submit, office, move, end):
    pk = submit()
    agenda.leave_out(office, motion=pk, move=move)
    assert motion("intmk", pk, MEMBER).stage is end


def test_what_stands_on_the_agenda_is_not_left_out(submit, office):
    pk = submit()
    item = agenda.place(office, motion=pk, number="1")
    assert agenda.leave_out(office, motion=pk, move=Move.DROP).why is Why.CONFLICT
    assert agenda.leave_out(office, motion=pk, move=Move.NOTE).why is Why.INVALID
    assert stage(item) is Stage.ON_AGENDA


# ── treatment and block ────────────────────────────────────────────────────
@pytest.mark.parametrize("treatment", agenda.rules.CHOICES)
def test_every_treatment_is_kept(placed, submit, office, treatment):
    item = agenda.admit_late(office, motion=submit(now=AFTER), number="1")
    assert agenda.set_treatment(office, item=item, treatment=treatment) == item
    assert read_item("intmk", item, MEMBER).treatment is treatment


def test_a_heading_is_not_dealt_with(intmk, office):
    pk = agenda.add_section(office, conference=22, number="2", title="Zusammenhalt")
    for refusal in (
        agenda.set_treatment(office, item=pk, treatment=Treatment.BLOCK),
        agenda.finish(office, item=pk, move=Move.NOTE),
    ):
        assert refusal.why is Why.CONFLICT


def test_any_member_takes_an_item_out_of_the_block(placed, acting):
    item = placed("2.9", Treatment.BLOCK)
    agenda.pull_from_block(acting("BY"), item=item, member="BY")
    assert read_item("intmk", item, MEMBER).treatment is Treatment.A_ITEM
    entry = JournalEntry.objects.get(act="agenda.pull_from_block")
    assert (entry.member, entry.subject) == ("BY", f"item:{item}")
    again = agenda.pull_from_block(acting("SN"), item=item, member="SN")
    assert again.why is Why.CONFLICT


def test_nobody_pulls_for_another_land_and_not_where_the_rules_forbid_it(
    placed, acting, monkeypatch
):
    item = placed("2.9", Treatment.GREEN_LIST)
    refusal = agenda.pull_from_block(acting("BY"), item=item, member="SN")
    assert refusal.why is Why.FORBIDDEN
    strict = replace(
        rulebook_on("intmk", date(2027, 1, 1)),
        pull_out=PullOut(source="x", any_member=False),
    )
    monkeypatch.setattr(agenda, "rulebook_on", lambda *_: strict)
    refusal = agenda.pull_from_block(acting("BY"), item=item, member="BY")
    assert "einzelnes Mitglied" in refusal.text.de


# ── endings and joining ────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("move", "end"),
    [
        (Move.NOTE, Stage.NOTED),
        (Move.DROP, Stage.DROPPED),
        (Move.DEFER, Stage.DEFERRED),
        (Move.CLOSE_WITHOUT_DECISION, Stage.NO_DECISION),
        (Move.FINISH, Stage.FINISHED_IN_PREPARATION),
    ],
)
def test_an_item_ends_without_a_vote_once(placed, office, move, end):
    item = placed("2.4")
    agenda.finish(office, item=item, move=move)
    assert stage(item) is end
    assert motion("intmk", Item.objects.get().motion_id, MEMBER).stage is end
    assert agenda.finish(office, item=item, move=move).why is Why.CONFLICT


def test_joined_items_are_dealt_with_under_both_numbers(placed, office):
    three, five, forty_six = placed("3"), placed("5"), placed("46")
    agenda.join(office, item=five, with_item=three)
    agenda.join(office, item=forty_six, with_item=three)
    rows = read_agenda("intmk", 22, MEMBER)
    assert [(row.number, row.joined_with, row.stage) for row in rows] == [
        ("3/5/46", "", Stage.ON_AGENDA),
        ("5", "3/5/46", Stage.MERGED),
        ("46", "3/5/46", Stage.MERGED),
    ]
    assert rows[0].treatment is Treatment.JOINT


def test_what_was_joined_follows_when_its_item_is_joined_in_turn(placed, office):
    one, two, three = placed("1"), placed("2"), placed("3")
    agenda.join(office, item=three, with_item=two)
    agenda.join(office, item=two, with_item=one)
    rows = read_agenda("intmk", 22, MEMBER)
    assert [row.joined_with for row in rows] == ["", "1/2/3", "1/2/3"]


def test_items_are_not_joined_with_nothing(placed, office, journal_length):
    one = placed("1")
    before = journal_length()
    assert agenda.join(office, item=one, with_item=one).why is Why.INVALID
    assert agenda.join(office, item=one, with_item=999).why is Why.UNKNOWN
    assert agenda.join(office, item=999, with_item=one).why is Why.UNKNOWN
    assert (printed(), journal_length()) == (["1"], before)


def test_an_ended_item_is_not_joined(placed, office):
    one, two = placed("1"), placed("2")
    agenda.finish(office, item=two, move=Move.NOTE)
    assert agenda.join(office, item=two, with_item=one).why is Why.CONFLICT
    assert printed() == ["1", "2"]


# ── publication ────────────────────────────────────────────────────────────
def test_the_agenda_is_public_from_its_publication_on(placed, office):
    placed("1")
    assert read_agenda("intmk", 22, STRANGER) == ()
    agenda.publish_agenda(office, conference=22)
    assert len(read_agenda("intmk", 22, STRANGER)) == 1
    assert agenda.publish_agenda(office, conference=22).why is Why.CONFLICT


def test_an_empty_agenda_and_a_secret_one_are_not_published(
    intmk, office, placed, monkeypatch
):
    assert "leer" in agenda.publish_agenda(office, conference=22).text.de
    assert agenda.publish_agenda(office, conference=99).why is Why.UNKNOWN
    placed("1")
    secret = replace(
        rulebook_on("intmk", date(2027, 1, 1)),
        publication=Publication(source="x", agenda=False),
    )
    monkeypatch.setattr(agenda, "rulebook_on", lambda *_: secret)
    refusal = agenda.publish_agenda(office, conference=22)
    assert "nicht öffentlich" in refusal.text.de
    assert read_agenda("intmk", 22, STRANGER) == ()


# ── who may ────────────────────────────────────────────────────────────────
def test_only_the_office_in_the_chair_makes_the_agenda(
    submit, placed, acting, journal_length
):
    pk, item, other = submit(), placed("1"), placed("2", Treatment.BLOCK)
    before = journal_length()
    after_the_term = datetime(2027, 7, 1, 8, 0, tzinfo=UTC)
    for by in (acting("NI"), acting("RP", office=True, now=after_the_term)):
        for refusal in (
            agenda.add_section(by, conference=22, number="A", title="X"),
            agenda.add_item(by, conference=22, number="3", title="X"),
            agenda.place(by, motion=pk, number="3"),
            agenda.admit_late(by, motion=pk, number="3"),
            agenda.refuse_admission(by, motion=pk),
            agenda.leave_out(by, motion=pk, move=Move.DROP),
            agenda.set_treatment(by, item=item, treatment=Treatment.BLOCK),
            agenda.finish(by, item=item, move=Move.NOTE),
            agenda.join(by, item=item, with_item=other),
            agenda.publish_agenda(by, conference=22),
        ):
            assert refusal.why is Why.FORBIDDEN
    assert journal_length() == before
    assert printed() == ["1", "2"]


def test_everything_is_in_a_journal_that_holds(placed, office):
    one, two = placed("1"), placed("2")
    agenda.join(office, item=two, with_item=one)
    agenda.publish_agenda(office, conference=22)
    acts = list(JournalEntry.objects.values_list("act", flat=True))
    assert acts == [
        "motion.submit", "agenda.place", "motion.submit", "agenda.place",
        "agenda.join", "agenda.publish",
    ]  # fmt: skip
    assert verify() is None


def test_nothing_comes_on_the_agenda_of_a_conference_that_is_closed(
    submit, office, journal_length
):
    motion = submit()
    Conference.objects.filter(number=22).update(state="held")
    before = journal_length()
    for done in (
        agenda.place(office, motion=motion, number="2.4"),
        agenda.add_item(office, conference=22, number="3", title="Bericht"),
        agenda.add_section(office, conference=22, number="4", title="Weiteres"),
    ):
        assert (done.why, "abgeschlossen" in done.text.de) == (Why.CONFLICT, True)
    assert printed() == []
    assert journal_length() == before


@pytest.mark.parametrize("word", ["", "adopt", "Entfällt"])
def test_a_word_that_is_no_ending_drops_no_motion(submit, office, journal_length, word):
    motion_pk, before = submit(), journal_length()
    done = agenda.leave_out(office, motion=motion_pk, move=word)
    assert (done.why, done.field) == (Why.INVALID, "move")
    assert motion("intmk", motion_pk, MEMBER).stage is Stage.SUBMITTED
    assert journal_length() == before


def test_a_title_that_was_copied_becomes_one_line(intmk, office):
    pk = agenda.add_item(office, conference=22, number="3", title="Bericht\nder AG")
    assert read_item("intmk", pk, MEMBER).title == "Bericht der AG"
