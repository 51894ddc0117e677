"""What Länder can rely on when they submit, support and withdraw motions."""

from datetime import date, datetime, timedelta, timezone

import pytest

from reihum.acts import agenda, motions
from reihum.reads.journal import verify
from reihum.reads.motions import motion, motions_of
from reihum.records.models import Conference, Deadline, JournalEntry, Motion, Support
from reihum.rules.facts import BeforeBundesrat, Category
from reihum.rules.stages import Stage
from reihum.rules.visibility import Viewer
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.integration

BERLIN = timezone(timedelta(hours=1))
AFTER = datetime(2027, 2, 4, 0, 10, tzinfo=BERLIN)  # ten past midnight: one day late
TEXT = "Die Konferenz beschließt:\n1. Der Bund öffnet die Kurse\na) für alle."
WORDING = {"title": "Sprachkurse öffnen", "text": TEXT}


@pytest.fixture
def called(intmk) -> Conference:
    """The 22nd conference after its call: motions and co-sponsors until 3 February."""
    conference = Conference.objects.get(body=intmk, number=22)
    for kind in ("motions", "cosponsors"):
        Deadline.objects.create(
            conference=conference, kind=kind, day=date(2027, 2, 3), why="", why_en=""
        )
    return conference


@pytest.fixture
def submitted(called, acting) -> int:
    done = motions.submit_new(acting("NI"), member="NI", conference=22, **WORDING)
    return done.motion


def members_view(*codes: str) -> Viewer:
    return Viewer(members=frozenset(codes))


def stage_of(pk: int) -> Stage:
    return motion("intmk", pk, members_view("BY")).stage


# ── writing and submitting ─────────────────────────────────────────────────
def test_a_draft_is_seen_by_its_land_alone(called, acting, office):
    pk = motions.draft(acting("NI"), member="NI", conference=22, **WORDING)
    assert motion("intmk", pk, members_view("NI")).stage is Stage.DRAFT
    for other in (members_view("BY"), office.viewer, Viewer(guest=True), Viewer()):
        assert motion("intmk", pk, other) is None
        assert motions_of("intmk", 22, other) == ()
    refusal = motions.revise(acting("BY"), motion=pk, **WORDING)
    assert refusal.why is Why.UNKNOWN


def test_the_journal_does_not_tell_what_a_draft_says(called, acting):
    pk = motions.draft(acting("NI"), member="NI", conference=22, **WORDING)
    motions.revise(acting("NI"), motion=pk, **WORDING)
    motions.discard(acting("NI"), motion=pk)
    told = "".join(JournalEntry.objects.values_list("data", flat=True))
    assert "Sprachkurse" not in told
    assert JournalEntry.objects.count() == 3
    assert not Motion.objects.exists()


def test_the_text_keeps_the_numbers_that_were_typed(submitted):
    paragraphs = motion("intmk", submitted, members_view("BY")).text
    assert [(p.number, p.level) for p in paragraphs] == [("", 0), ("1.", 1), ("a)", 2)]


def test_a_draft_is_revised_and_submitted_with_all_that_was_said(called, acting):
    pk = motions.draft(acting("NI"), member="NI", conference=22, title="A", text="")
    refusal = motions.submit(acting("NI"), motion=pk)
    assert (refusal.why, refusal.field) == (Why.INVALID, "text")
    motions.revise(
        acting("NI"), motion=pk, title="B", text="1. C", rationale="Weil.",
        category=Category.BUDGET, lead=True, bundesrat=BeforeBundesrat.NO,
    )  # fmt: skip
    done = motions.submit(acting("NI"), motion=pk)
    row = motion("intmk", pk, members_view("BY"))
    assert done == motions.SubmitDone(pk, late=False, deadline=date(2027, 2, 3))
    assert (row.title, row.category, row.lead) == ("B", Category.BUDGET, True)
    assert (row.stage, row.bundesrat) == (Stage.SUBMITTED, BeforeBundesrat.NO)
    assert [p.text for p in row.rationale] == ["Weil."]
    assert row.submitters == ("NI",)


def test_what_was_submitted_changes_no_more(submitted, acting, journal_length):
    before = journal_length()
    for refusal in (
        motions.revise(acting("NI"), motion=submitted, title="X", text="Y"),
        motions.submit(acting("NI"), motion=submitted),
        motions.discard(acting("NI"), motion=submitted),
    ):
        assert refusal.why is Why.CONFLICT
    assert motion("intmk", submitted, members_view("BY")).title == WORDING["title"]
    assert journal_length() == before


def test_after_the_deadline_a_motion_comes_in_late_and_waits(called, acting):
    done = motions.submit_new(
        acting("NI", now=AFTER), member="NI", conference=22, **WORDING
    )
    row = motion("intmk", done.motion, members_view("BY"))
    assert done.late
    assert (row.stage, row.late) == (Stage.LATE, True)
    last_minute = AFTER - timedelta(minutes=11)
    in_time = motions.submit_new(
        acting("NI", now=last_minute), member="NI", conference=22, **WORDING
    )
    assert not in_time.late


def test_a_yes_to_the_bundesrat_is_recorded_and_keeps_nothing_out(called, acting):
    pk = motions.draft(acting("NI"), member="NI", conference=22, **WORDING)
    done = motions.submit(acting("NI"), motion=pk, bundesrat=BeforeBundesrat.YES)
    assert stage_of(done.motion) is Stage.SUBMITTED
    entry = JournalEntry.objects.get(act="motion.submit")
    assert '"bundesrat": "yes"' in entry.data
    assert (entry.member, entry.who) == ("NI", "ni")


@pytest.mark.parametrize(
    ("who", "arguments", "why", "sentence"),
    [
        ("BY", {"member": "NI"}, Why.FORBIDDEN, "Das kann nur das Land Niedersachsen"),
        ("BY", {"member": "XX"}, Why.INVALID, "XX ist kein Mitglied der IntMK"),
        ("BY", {"member": "bundesministerium"}, Why.INVALID, "kein Mitglied der IntMK"),
        ("BY", {"conference": 99}, Why.UNKNOWN, "99"),
        ("BY", {"title": " "}, Why.INVALID, "Titel"),
        ("BY", {"text": ""}, Why.INVALID, "Wortlaut"),
        ("bundesministerium", {"member": "BY"}, Why.FORBIDDEN, "die Mitglieder"),
    ],
)
def test_a_motion_that_cannot_be_is_refused_with_a_sentence_and_leaves_nothing(
    *, called, acting, journal_length, who, arguments, why, sentence
):
    given = {"member": "BY", "conference": 22, **WORDING, **arguments}
    refusal = motions.submit_new(acting(who), **given)
    assert refusal.why is why
    assert sentence in refusal.text.de
    assert (Motion.objects.count(), Support.objects.count()) == (0, 0)
    assert journal_length() == 0


def test_the_office_submits_for_nobody(called, office, journal_length):
    refusal = motions.submit_new(office, member="BY", conference=22, **WORDING)
    assert refusal.why is Why.FORBIDDEN
    assert journal_length() == 0


@pytest.mark.parametrize("state", ["cancelled", "held"])
def test_a_conference_that_is_over_takes_no_motions(called, acting, state):
    pk = motions.draft(acting("NI"), member="NI", conference=22, **WORDING)
    Conference.objects.update(state=state)
    refusal = motions.submit_new(acting("NI"), member="NI", conference=22, **WORDING)
    assert refusal.why is Why.CONFLICT
    assert motions.submit(acting("NI"), motion=pk).why is Why.CONFLICT


# ── supporting and withdrawing ─────────────────────────────────────────────
def test_others_stand_behind_a_motion_and_leave_it(submitted, acting):
    motions.cosponsor(acting("BY"), motion=submitted, member="BY")
    motions.cosponsor(acting("HB"), motion=submitted, member="HB")
    motions.end_cosponsorship(acting("BY"), motion=submitted, member="BY")
    row = motion("intmk", submitted, members_view("BY"))
    assert (row.submitters, row.cosponsors) == (("NI",), ("HB",))
    acts = JournalEntry.objects.filter(member="BY").values_list("act", flat=True)
    assert list(acts) == ["motion.cosponsor", "motion.end_cosponsorship"]
    assert verify() is None


@pytest.mark.parametrize(
    ("who", "member", "now", "why", "sentence"),
    [
        ("HB", "HB", None, Why.CONFLICT, "trägt diesen Antrag schon mit"),
        ("NI", "NI", None, Why.CONFLICT, "selbst gestellt"),
        ("BY", "SN", None, Why.FORBIDDEN, "nur der Freistaat Sachsen selbst"),
        ("BY", "BY", AFTER, Why.CONFLICT, "abgelaufen"),
        ("bundesministerium", "BY", None, Why.UNKNOWN, "gibt es nicht"),
    ],
)
def test_a_support_that_cannot_be_is_refused_and_leaves_nothing(
    *, submitted, acting, journal_length, who, member, now, why, sentence
):
    motions.cosponsor(acting("HB"), motion=submitted, member="HB")
    before = journal_length()
    by = acting(who, now=now) if now else acting(who)
    refusal = motions.cosponsor(by, motion=submitted, member=member)
    assert refusal.why is why
    assert sentence in refusal.text.de
    assert (journal_length(), Support.objects.count()) == (before, 2)


def test_who_does_not_support_a_motion_cannot_leave_it(submitted, acting):
    refusal = motions.end_cosponsorship(acting("BY"), motion=submitted, member="BY")
    assert refusal.why is Why.CONFLICT


def test_a_withdrawn_motion_keeps_its_number(submitted, acting, office):
    item = agenda.place(office, motion=submitted, number="2.5")
    assert motions.withdraw(acting("NI"), motion=submitted, member="NI").remaining == ()
    row = motion("intmk", submitted, members_view("BY"))
    assert (row.stage, row.number, row.item) == (Stage.WITHDRAWN, "2.5", item)
    other = motions.submit_new(acting("BY"), member="BY", conference=22, **WORDING)
    refusal = agenda.place(office, motion=other.motion, number="2.5")
    assert (refusal.why, refusal.field) == (Why.CONFLICT, "number")


def test_only_who_submitted_it_withdraws_it_and_only_once(submitted, acting, office):
    motions.cosponsor(acting("BY"), motion=submitted, member="BY")
    for refusal in (
        motions.withdraw(acting("BY"), motion=submitted, member="BY"),
        motions.withdraw(acting("BY"), motion=submitted, member="NI"),
        motions.withdraw(office, motion=submitted, member="NI"),
    ):
        assert refusal.why is Why.FORBIDDEN
    motions.withdraw(acting("NI"), motion=submitted, member="NI")
    again = motions.withdraw(acting("NI"), motion=submitted, member="NI")
    assert again.why is Why.CONFLICT


def test_of_several_who_submitted_it_one_leaves_and_the_motion_stays(
    called, office, acting
):
    (pk,) = motions.import_many(
        office, conference=22,
        rows=[motions.Incoming(**WORDING, member="NI", others=["RP"])],
    )  # fmt: skip
    assert motions.withdraw(acting("NI"), motion=pk, member="NI").remaining == ("RP",)
    row = motion("intmk", pk, members_view("BY"))
    assert (row.stage, row.submitters) == (Stage.SUBMITTED, ("RP",))


# ── the Bundesrat ──────────────────────────────────────────────────────────
def test_its_land_and_the_office_answer_whether_it_is_before_the_bundesrat(
    submitted, acting, office, journal_length
):
    yes, no = BeforeBundesrat.YES, BeforeBundesrat.NO
    assert motions.check_bundesrat(acting("NI"), motion=submitted, answer=yes)
    assert agenda.place(office, motion=submitted, number="1").why is Why.CONFLICT
    before = journal_length()
    refusal = motions.check_bundesrat(acting("BY"), motion=submitted, answer=no)
    assert refusal.why is Why.FORBIDDEN
    assert journal_length() == before
    assert motions.check_bundesrat(office, motion=submitted, answer=no) == submitted
    assert '"before": "yes"' in JournalEntry.objects.order_by("-seq")[0].data
    assert isinstance(agenda.place(office, motion=submitted, number="1"), int)


# ── moving in ──────────────────────────────────────────────────────────────
def incoming(number: int, **more) -> motions.Incoming:
    return {**WORDING, "title": f"Antrag {number}", "member": "NI", **more}


def test_a_hundred_motions_move_in_with_a_line_of_the_journal_each(
    called, office, django_assert_max_num_queries, journal_length
):
    rows = [incoming(number, cosponsors=("BY", "HB")) for number in range(100)]
    with django_assert_max_num_queries(20):
        done = motions.import_many(office, conference=22, rows=rows)
    listed = motions_of("intmk", 22, members_view("BY"))
    assert [row.pk for row in listed] == list(done)
    assert {row.cosponsors for row in listed} == {("BY", "HB")}
    assert journal_length() == 100
    assert verify() is None


def test_what_came_in_late_elsewhere_is_late_here(called, office):
    rows = [incoming(1), incoming(2, submitted_at=AFTER)]
    motions.import_many(office, conference=22, rows=rows)
    assert [row.late for row in motions_of("intmk", 22, members_view("BY"))] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        incoming(3, cosponsors=("XX",)),
        incoming(3, cosponsors=("NI",)),
        incoming(3, others=("NI",)),
        {**incoming(3), "member": "bundesministerium"},
        {**incoming(3), "text": ""},
        {**incoming(3), "title": ""},
    ],
)
def test_one_wrong_motion_keeps_all_out_and_names_its_line(
    called, office, journal_length, wrong
):
    rows = [incoming(1), incoming(2), wrong]
    refusal = motions.import_many(office, conference=22, rows=rows)
    assert refusal.why is Why.INVALID
    assert refusal.text.de.startswith("Zeile 3: ")
    assert (Motion.objects.count(), journal_length()) == (0, 0)


def test_only_the_office_moves_motions_in_and_only_to_a_conference(
    called, office, acting
):
    refusal = motions.import_many(acting("NI"), conference=22, rows=[incoming(1)])
    assert refusal.why is Why.FORBIDDEN
    refusal = motions.import_many(office, conference=99, rows=[incoming(1)])
    assert refusal.why is Why.UNKNOWN


# ── races ──────────────────────────────────────────────────────────────────
def test_two_people_of_one_land_at_once_make_one_support(
    submitted, acting, monkeypatch
):
    """Both asked before either wrote: the database is the last judge."""
    by = acting("BY")
    motions.cosponsor(by, motion=submitted, member="BY")
    monkeypatch.setattr(motions.rules, "check_cosponsor", lambda *_: None)
    refusal = motions.cosponsor(by, motion=submitted, member="BY")
    assert isinstance(refusal, Refusal)
    assert refusal.why is Why.CONFLICT
    assert Support.objects.filter(member="BY").count() == 1


# ── what nobody can have meant ─────────────────────────────────────────────
def test_a_motion_comes_too_late_once_its_conference_is_over(
    called, acting, journal_length
):
    by = acting("NI", now=datetime(2027, 4, 16, 9, tzinfo=BERLIN))
    done = motions.submit_new(by, member="NI", conference=22, **WORDING)
    assert (done.why, "stattgefunden" in done.text.de) == (Why.CONFLICT, True)
    assert not Motion.objects.exists()
    assert journal_length() == 0


@pytest.mark.parametrize("field", ["text", "rationale"])
def test_a_motion_is_no_book(called, acting, journal_length, field):
    wording = WORDING | {field: "x" * 100_001}
    done = motions.draft(acting("NI"), member="NI", conference=22, **wording)
    assert (done.why, done.field) == (Why.INVALID, field)
    assert not Motion.objects.exists()
    assert journal_length() == 0


def test_a_title_that_was_copied_becomes_one_line(called, acting):
    wording = WORDING | {"title": "Sprachkurse\r\n# öffnen "}
    motions.draft(acting("NI"), member="NI", conference=22, **wording)
    assert Motion.objects.get().title == "Sprachkurse # öffnen"
