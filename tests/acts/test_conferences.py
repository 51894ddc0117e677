"""Planning, cancelling and calling for motions: what is stored, and what is refused."""

from datetime import date, timedelta

import pytest

from reihum.acts import conferences
from reihum.acts.conferences import Called
from reihum.reads.conferences import conference
from reihum.records.models import (
    Account,
    Body,
    Call,
    Conference,
    Deadline,
    JournalEntry,
    OutboxMessage,
)
from reihum.rules.dates import PartialDate
from reihum.rules.facts import ConferenceKind, ConferenceState, Mode
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW

pytestmark = pytest.mark.integration

MARCH = PartialDate(2028, 3)


@pytest.fixture
def refused(journal_length):
    """Run an act that must be refused, and see that nothing at all was written."""

    def run(function, who, **what) -> Refusal:
        before = journal_length(), Conference.objects.count(), Deadline.objects.count()
        answer = function(who, **what)
        assert isinstance(answer, Refusal)
        after = journal_length(), Conference.objects.count(), Deadline.objects.count()
        assert after == before
        assert not OutboxMessage.objects.exists()
        return answer

    return run


# ── planning ───────────────────────────────────────────────────────────────
def test_a_planned_conference_is_as_exact_as_it_is_known(office):
    done = conferences.plan(office, number=23, begins=MARCH, place="Saarbrücken")
    assert done == 23
    row = conference("intmk", 23)
    assert (row.begins, row.place, row.mode) == (MARCH, "Saarbrücken", Mode.IN_PERSON)
    assert row.chair == "SL", "the chair of that time, not of today"
    assert row.state is ConferenceState.PLANNED
    entry = JournalEntry.objects.get()
    assert (entry.act, entry.who) == ("conference.plan", "buero-rp")


def test_a_number_is_given_once(office, refused):
    answer = refused(conferences.plan, office, number=22, begins=MARCH)
    assert answer.why is Why.CONFLICT
    assert "22. Konferenz gibt es schon" in answer.text.de


def test_conferences_are_counted_in_their_order(office, refused):
    begins = PartialDate(2026, 3, 1)
    answer = refused(conferences.plan, office, number=23, begins=begins)
    assert "später" in answer.text.de


def test_only_the_office_plans(acting, refused):
    answer = refused(conferences.plan, acting("BY"), number=23, begins=MARCH)
    assert answer.why is Why.FORBIDDEN
    assert "Rheinland-Pfalz" in answer.text.de


def test_a_preparatory_conference_belongs_to_its_main_conference(office):
    done = conferences.plan_other(
        office, main=22, kind=ConferenceKind.PREPARATORY,
        begins=PartialDate(2027, 3, 10), ends=PartialDate(2027, 3, 11), place="Trier",
    )  # fmt: skip
    assert not isinstance(done, Refusal)
    (other,) = conference("intmk", 22).others
    assert (other.kind, other.place, other.chair) == ("preparatory", "Trier", "RP")


def test_the_same_meeting_is_not_planned_twice(office, refused):
    what = {
        "main": 22,
        "kind": ConferenceKind.AUTUMN,
        "begins": PartialDate(2026, 9, 16),
    }
    conferences.plan_other(office, **what)
    answer = refused(conferences.plan_other, office, **what)
    assert "steht schon im Kalender" in answer.text.de


FINE = {"main": 22, "kind": ConferenceKind.AUTUMN, "begins": PartialDate(2026, 9, 2)}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"main": 99}, Why.UNKNOWN),
        ({"kind": ConferenceKind.MAIN}, Why.INVALID),
        (
            {"kind": ConferenceKind.PREPARATORY, "begins": PartialDate(2028)},
            Why.INVALID,
        ),
        ({"ends": PartialDate(2026, 9, 1)}, Why.INVALID),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(office, refused, change, why):
    answer = refused(conferences.plan_other, office, **FINE | change)
    assert answer.why is why


# ── cancelling ─────────────────────────────────────────────────────────────
def test_a_cancelled_conference_says_why_and_the_members_get_a_letter(office, account):
    Account.objects.filter(pk=account("BY").pk).update(email="by@example.org")
    assert conferences.cancel(office, number=22, note="Wegen Hochwassers.") is None
    row = conference("intmk", 22)
    assert row.state is ConferenceState.CANCELLED
    assert row.note.de == "Wegen Hochwassers."
    letter = OutboxMessage.objects.get().payload
    assert letter["to"] == ["by@example.org"]
    assert "Wegen Hochwassers." in letter["body"]


def test_it_is_not_cancelled_twice_nor_without_a_reason(office, refused):
    answer = refused(conferences.cancel, office, number=22, note="  ")
    assert (answer.why, answer.field) == (Why.INVALID, "note")
    conferences.cancel(office, number=22, note="Wegen Hochwassers.")
    answer = refused(conferences.cancel, office, number=22, note="Noch einmal.")
    assert answer.why is Why.CONFLICT
    assert "abgesagt" in answer.text.de


def test_what_is_over_cannot_be_cancelled(acting, refused):
    later = acting("RP", office=True, now=NOW.replace(year=2027, month=5))
    answer = refused(conferences.cancel, later, number=22, note="Zu spät.")
    assert "schon vorbei" in answer.text.de


# ── the call for motions ───────────────────────────────────────────────────
def test_the_call_fixes_the_deadlines_with_their_reasons(office):
    done = conferences.call_for_motions(office, number=22, message="Bitte melden.")
    assert isinstance(done, Called)
    row = conference("intmk", 22)
    motions = row.deadline("motions")
    assert motions.day == date(2027, 2, 3)
    assert motions.assumed
    assert "zehn Wochen vor dem" in motions.why.de
    assert row.deadline("cosponsors").day == date(2027, 3, 17)
    assert row.called_at == NOW
    assert Call.objects.get().message == "Bitte melden."


def test_every_voting_member_with_an_address_gets_one_letter(office, account):
    for name, address in (("BY", "by@example.org"), ("HE", "he@example.org")):
        Account.objects.filter(pk=account(name).pk).update(email=address)
    account("SN")  # has no address
    guest = account("bundesministerium")
    Account.objects.filter(pk=guest.pk).update(email="gast@example.org")
    gone = account("TH")
    Account.objects.filter(pk=gone.pk).update(email="th@example.org", is_active=False)
    done = conferences.call_for_motions(office, number=22, message="Ein Gruß.")
    assert isinstance(done, Called)
    assert done.letters == 2
    sent = [row.payload for row in OutboxMessage.objects.order_by("pk")]
    assert [letter["to"] for letter in sent] == [["by@example.org"], ["he@example.org"]]
    body = sent[0]["body"].replace("\N{NO-BREAK SPACE}", " ")
    assert "Anmeldeschluss: 3. Februar 2027" in body
    assert "Annahme" in body
    assert "14. und 15. April 2027, Mainz" in body
    assert "Ein Gruß." in body
    assert OutboxMessage.objects.first().entry == JournalEntry.objects.last()


def test_the_call_goes_out_once(office, refused):
    conferences.call_for_motions(office, number=22)
    answer = refused(conferences.call_for_motions, office, number=22)
    assert answer.why is Why.CONFLICT
    assert "schon hinaus" in answer.text.de
    assert Call.objects.count() == 1


def test_the_office_may_choose_another_day(office):
    own = date(2027, 2, 12)
    conferences.call_for_motions(office, number=22, motions_by=own)
    motions = conference("intmk", 22).deadline("motions")
    assert motions.day == own
    assert "von der Geschäftsstelle gesetzt" in motions.why.de


def test_a_call_after_the_computed_deadline_needs_another_day(acting, refused):
    late = acting("RP", office=True, now=NOW + timedelta(days=90))
    answer = refused(conferences.call_for_motions, late, number=22)
    assert answer.field == "motions_by"
    own = date(2027, 3, 5)
    done = conferences.call_for_motions(late, number=22, motions_by=own)
    assert isinstance(done, Called)


def test_a_conference_known_to_the_month_has_no_deadlines_yet(office, refused):
    conferences.plan(office, number=23, begins=MARCH)
    answer = refused(conferences.call_for_motions, office, number=23)
    assert "steht noch nicht fest" in answer.text.de


def test_a_body_whose_rules_name_no_deadline_needs_a_day_of_the_office(office, refused):
    Body.objects.update(slug="kmk")
    kmk = _in(office, "kmk")
    answer = refused(conferences.call_for_motions, kmk, number=22)
    assert (answer.why, answer.field) == (Why.INVALID, "motions_by")
    done = conferences.call_for_motions(kmk, number=22, motions_by=date(2027, 2, 1))
    assert isinstance(done, Called)
    assert [one.kind for one in done.deadlines] == ["motions"]


def test_a_body_without_rules_cannot_call(office, refused):
    Body.objects.update(slug="neu")
    answer = refused(conferences.call_for_motions, _in(office, "neu"), number=22)
    assert "kein Regelwerk" in answer.text.de


@pytest.mark.parametrize("number", [0, 23, 9999])
def test_an_unknown_number_is_unknown(office, refused, number):
    answer = refused(conferences.call_for_motions, office, number=number)
    assert answer.why is Why.UNKNOWN
    answer = refused(conferences.cancel, office, number=number, note="x")
    assert answer.why is Why.UNKNOWN


OFFICE_ONLY = (
    (conferences.plan, {"number": 23, "begins": MARCH}),
    (conferences.plan_other, FINE),
    (conferences.cancel, {"number": 22, "note": "Wegen Hochwassers."}),
    (conferences.call_for_motions, {"number": 22}),
)


@pytest.mark.parametrize(("function", "what"), OFFICE_ONLY)
def test_every_act_is_for_the_office_of_the_day_only(acting, refused, function, what):
    after = NOW.replace(year=2027, month=7, day=1)
    for who in (
        acting("BY"),
        acting("SL", office=True),
        acting("bundesministerium"),
        acting("RP", office=True, now=after),
    ):
        assert refused(function, who, **what).why is Why.FORBIDDEN


def test_deadlines_keep_the_holidays_of_the_land_in_the_chair(office):
    """Ten weeks before 5 August 2027 is Corpus Christi, no holiday in Hamburg."""
    days = {"begins": PartialDate(2027, 8, 5)}
    Conference.objects.filter(number=22).update(**days)
    conferences.call_for_motions(office, number=22)
    motions = conference("intmk", 22).deadline("motions")
    assert motions.day == date(2027, 5, 26)
    assert "Fronleichnam" in motions.why.de


def test_the_day_after_the_term_the_old_office_is_refused_and_the_new_one_is_not(
    acting, refused
):
    last = NOW.replace(year=2027, month=6, day=30)
    first = last + timedelta(days=1)
    what = {"number": 23, "begins": MARCH}
    answer = refused(conferences.plan, acting("RP", office=True, now=first), **what)
    assert answer.why is Why.FORBIDDEN
    assert "Saarland" in answer.text.de
    assert conferences.plan(acting("SL", office=True, now=first), **what) == 23


def test_on_its_last_day_the_old_office_still_acts(acting):
    last = acting("RP", office=True, now=NOW.replace(year=2027, month=6, day=30))
    assert conferences.plan(last, number=23, begins=MARCH) == 23


def _in(by, slug):
    return type(by)(by.actor, slug, by.chair, by.now)


def test_what_was_held_is_not_cancelled_any_more(office, refused):
    Conference.objects.filter(number=22).update(state="held")
    answer = refused(conferences.cancel, office, number=22, note="Doch nicht.")
    assert (answer.why, "stattgefunden" in answer.text.de) == (Why.CONFLICT, True)


@pytest.mark.parametrize("own", [date(2027, 4, 14), date(2031, 1, 1)])
def test_motions_are_due_before_their_conference(office, refused, own):
    answer = refused(conferences.call_for_motions, office, number=22, motions_by=own)
    assert (answer.why, answer.field) == (Why.INVALID, "motions_by")
