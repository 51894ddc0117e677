"""The deadlines of a conference as its body's rules give them today."""

from datetime import date

from reihum.reads.conferences import ConferenceRow
from reihum.reads.holidays import calendar_of
from reihum.reads.rulebooks import rulebook_on
from reihum.rules.deadlines import Anchor
from reihum.rules.facts import ConferenceKind, ConferenceState
from reihum.rules.timetable import (
    Planned,
    ask_for,
    check_before,
    missing_anchor,
    timetable,
)
from reihum.rules.words import Refusal


def timetable_of(
    conference: ConferenceRow, today: date, first_pre_meeting: date | None = None
) -> tuple[Planned, ...] | Refusal:
    """Return the deadlines of a conference, or why they cannot be counted yet."""
    session = conference.begins.exact
    if session is None:
        return Refusal.conflict(
            "Der Tag der Konferenz steht noch nicht fest; ohne ihn lässt sich keine "
            "Frist berechnen.",
            "The day of the conference is not fixed yet; without it no deadline can be "
            "computed.",
        )
    book = rulebook_on(conference.body, today)
    if book is None:
        return Refusal.conflict(
            "Für diese Konferenz ist kein Regelwerk hinterlegt.",
            "There are no rules of procedure for this conference.",
        )
    anchors = {Anchor.SESSION: session}
    if (preparatory := _preparatory(conference)) is not None:
        anchors[Anchor.PREPARATORY] = preparatory
    if first_pre_meeting is not None:
        field = Anchor.FIRST_PRE_MEETING
        if refusal := check_before(field, first_pre_meeting, session):
            return refusal
        anchors[Anchor.FIRST_PRE_MEETING] = first_pre_meeting
    if (anchor := missing_anchor(book, anchors)) is not None:
        return ask_for(anchor)
    years = range(session.year - 2, session.year + 1)  # no lead reaches farther back
    return timetable(book, anchors, calendar_of(conference.chair, years))


def needs_pre_meeting(body: str, today: date) -> bool:
    """Return whether deadlines count from the first pre-meeting of the Länder."""
    book = rulebook_on(body, today)
    elsewhere = {Anchor.SESSION: today, Anchor.PREPARATORY: today}
    return book is not None and missing_anchor(book, elsewhere) is not None


def _preparatory(conference: ConferenceRow) -> date | None:
    """Return the first day of the preparatory conference, if it is fixed."""
    days = (
        other.begins.exact
        for other in conference.others
        if other.kind is ConferenceKind.PREPARATORY
        and other.state is not ConferenceState.CANCELLED
    )
    return min((day for day in days if day), default=None)
