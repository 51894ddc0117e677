"""Conferences: planned, cancelled, and their call for motions."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from reihum.acts import journal
from reihum.acts.door import By, act
from reihum.acts.letters import call_letter, cancellation_letter, send_to_members
from reihum.reads import conferences as reads
from reihum.reads.chairs import chair_of
from reihum.reads.timetables import timetable_of
from reihum.records.models import Body, Call, Conference, Deadline
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.facts import ConferenceKind, ConferenceState, Mode
from reihum.rules.planning import check_beside, check_days, check_number
from reihum.rules.rights import Right, may
from reihum.rules.signs import one_line
from reihum.rules.timetable import Planned, check_call, with_own_day
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class Called:
    """A call for motions that is out: its deadlines, and how many letters follow."""

    deadlines: tuple[Planned, ...]
    letters: int


@act
def plan(  # noqa: PLR0913  (a conference has this many parts)
    by: By,
    *,
    number: int,
    begins: PartialDate,
    ends: PartialDate | None = None,
    place: str = "",
    mode: Mode = Mode.IN_PERSON,
    motto: str = "",
) -> int | Refusal:
    """Plan a main conference; return its number."""
    body = Body.objects.select_for_update().get(slug=by.body)
    place, motto = one_line(place), one_line(motto)
    taken = body.conferences.filter(number__isnull=False)
    others = {row.number or 0: row.begins for row in taken}
    refusal = (
        may(by.actor, Right.PLAN_CONFERENCE, by.chair)
        or check_days(begins, ends)
        or check_number(number, begins, others)
    )
    if refusal:
        return refusal
    row = Conference.objects.create(
        body=body, number=number, begins=begins, ends=ends, mode=mode,
        place=place, motto=motto, chair=chair_of(by.body, begins.first) or "",
    )  # fmt: skip
    facts = {"number": number, "begins": begins, "ends": ends, "place": place}
    journal.note(by, "conference.plan", f"conference:{row.pk}", facts)
    return number


@act
def plan_other(  # noqa: PLR0913  (a meeting has this many parts)
    by: By,
    *,
    main: int,
    kind: ConferenceKind,
    begins: PartialDate,
    ends: PartialDate | None = None,
    place: str = "",
    mode: Mode = Mode.IN_PERSON,
) -> int | Refusal:
    """Plan a meeting that belongs to a main conference; return its pk."""
    row, place = _found(by, main), one_line(place)
    if isinstance(row, Refusal):
        return row
    refusal = (
        may(by.actor, Right.PLAN_CONFERENCE, by.chair)
        or _cancelled(row)
        or check_days(begins, ends)
        or check_beside(kind, begins, row.begins)
        or _twice(row, kind, begins)
    )
    if refusal:
        return refusal
    other = Conference.objects.create(
        body=row.body, main=row, kind=kind, begins=begins, ends=ends, mode=mode,
        place=place, chair=chair_of(by.body, begins.first) or "", demo=row.demo,
    )  # fmt: skip
    facts = {"main": main, "kind": kind, "begins": begins, "ends": ends, "place": place}
    journal.note(by, "conference.plan_other", f"conference:{other.pk}", facts)
    return other.pk


@act
def cancel(by: By, *, number: int, note: str) -> Refusal | None:
    """Cancel a main conference, say why, and write to the members."""
    row, note = _found(by, number), one_line(note)
    if isinstance(row, Refusal):
        return row
    refusal = (
        may(by.actor, Right.CANCEL_CONFERENCE, by.chair)
        or _cancelled(row)
        or _held(row)
        or _over(row, by.today)
        or _unreasoned(note)
    )
    if refusal:
        return refusal
    row.state, row.note, row.note_en = ConferenceState.CANCELLED, note, note
    row.save(update_fields=["state", "note", "note_en"])
    entry = journal.note(
        by, "conference.cancel", f"conference:{row.pk}", {"note": note}
    )
    send_to_members(by, entry, cancellation_letter(row))
    return None


@act
def call_for_motions(
    by: By,
    *,
    number: int,
    message: str = "",
    first_pre_meeting: date | None = None,
    motions_by: date | None = None,
) -> Called | Refusal:
    """Call for motions: fix the deadlines, and write to every member.

    The deadlines come from the rules in force today. `motions_by` is the office's own
    day for motions, where the rules know none or there is a reason to leave them.
    """
    row = _found(by, number)
    if isinstance(row, Refusal):
        return row
    refusal = (
        may(by.actor, Right.CALL_FOR_MOTIONS, by.chair)
        or _cancelled(row)
        or _over(row, by.today)
        or _called(row)
    )
    if refusal:
        return refusal
    planned = _deadlines(by, number, first_pre_meeting, motions_by)
    if isinstance(planned, Refusal):
        return planned
    Call.objects.create(conference=row, issued_at=by.now, message=message)
    Deadline.objects.bulk_create(_deadline(row, one) for one in planned)
    days = {str(one.kind): one.due.day for one in planned}
    facts = {"deadlines": days, "message": message}
    entry = journal.note(by, "conference.call", f"conference:{row.pk}", facts)
    letters = send_to_members(by, entry, call_letter(row, planned, message))
    return Called(planned, letters)


def _found(by: By, number: int) -> Conference | Refusal:
    row = (
        Conference.objects.select_for_update(of=("self",))
        .filter(body__slug=by.body, number=number)
        .select_related("body", "call")
        .first()
    )
    return row or Refusal.unknown(
        f"Eine {number}. Konferenz gibt es hier nicht.",
        f"There is no conference {number} here.",
        "number",
    )


def _deadlines(
    by: By, number: int, first_pre_meeting: date | None, motions_by: date | None
) -> tuple[Planned, ...] | Refusal:
    conference = reads.conference(by.body, number)
    assert conference is not None  # noqa: S101  (its row is locked)
    planned = timetable_of(conference, by.today, first_pre_meeting)
    if isinstance(planned, Refusal):
        return planned
    if motions_by is not None:
        session = conference.begins.first
        return with_own_day(planned, motions_by, by.today, session)
    return check_call(planned, by.today) or planned


def _deadline(row: Conference, one: Planned) -> Deadline:
    return Deadline(
        conference=row, kind=one.kind, day=one.due.day, assumed=one.assumed,
        why=one.due.why.de, why_en=one.due.why.en,
    )  # fmt: skip


def _cancelled(row: Conference) -> Refusal | None:
    if row.state != ConferenceState.CANCELLED:
        return None
    return Refusal.conflict(
        f"Die {row.number}. Konferenz ist abgesagt.",
        f"Conference {row.number} has been cancelled.",
    )


def _held(row: Conference) -> Refusal | None:
    if row.state != ConferenceState.HELD:
        return None
    return Refusal.conflict(
        f"Die {row.number}. Konferenz hat stattgefunden, es gibt eine Niederschrift.",
        f"Conference {row.number} has taken place, there are minutes of it.",
    )


def _over(row: Conference, today: date) -> Refusal | None:
    last = row.ends or row.begins
    if last.last >= today:
        return None
    when = in_words(last)
    return Refusal.conflict(
        f"Die {row.number}. Konferenz ist schon vorbei ({when.de}).",
        f"Conference {row.number} is over ({when.en}).",
    )


def _unreasoned(note: str) -> Refusal | None:
    if note.strip():
        return None
    return Refusal.invalid(
        "Bitte sagen Sie, warum die Konferenz ausfällt; der Satz wird veröffentlicht.",
        "Please say why the conference is cancelled; the sentence is made public.",
        "note",
    )


def _called(row: Conference) -> Refusal | None:
    call = getattr(row, "call", None)
    if call is None:
        return None
    when = in_words(PartialDate.of(timezone.localdate(call.issued_at)))
    return Refusal.conflict(
        f"Der Antragsaufruf ist schon hinaus ({when.de}).",
        f"The call for motions is already out ({when.en}).",
    )


def _twice(
    row: Conference, kind: ConferenceKind, begins: PartialDate
) -> Refusal | None:
    if not row.others.filter(kind=kind, begins=begins).exists():
        return None
    when = in_words(begins)
    return Refusal.conflict(
        f"Dieses Treffen steht schon im Kalender ({when.de}).",
        f"This meeting is already in the calendar ({when.en}).",
        "begins",
    )
