"""The year of office: its dates for the year line, and what of it is due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.look.parts.year import Event
from reihum.office.links import address
from reihum.reads.conferences import ConferenceRow
from reihum.rules.facts import ConferenceState
from reihum.rules.planning import KIND_NAMES
from reihum.rules.rotation import Term
from reihum.rules.timetable import KIND_NAMES as DEADLINE_NAMES
from reihum.rules.timetable import DeadlineKind


@dataclass(frozen=True, slots=True)
class Year:
    """A term in the chair with everything that has a day in it."""

    begins: date
    ends: date
    events: tuple[Event, ...]


def year_of(
    term: Term | None, terms: tuple[Term, ...], rows: Iterable[ConferenceRow]
) -> Year | None:
    """Return the year of a term; nothing for one whose days are not known."""
    if term is None or term.begins is None or term.ends is None:
        return None
    within = [one for one in _events(rows) if term.covers(one.begins)]
    took_over = Event(term.begins, _("Vorsitz übernommen"))
    handover = Event(term.ends, _handover(term, terms))
    return Year(term.begins, term.ends, (took_over, *within, handover))


def _handover(term: Term, terms: tuple[Term, ...]) -> str:
    after = (
        one for one in terms if one.begins and one.begins > (term.ends or date.max)
    )
    coming = min(after, key=lambda one: one.begins or date.max, default=None)
    if coming is None:
        return _("Ende des Vorsitzes")
    return _("Übergabe an %(land)s") % {"land": coming.land}


def _events(rows: Iterable[ConferenceRow]) -> Iterator[Event]:
    for row in rows:
        if row.state is ConferenceState.CANCELLED:
            continue
        for meeting in (row, *row.others):
            yield from _meeting(meeting)
        if row.called_at is not None:
            yield Event(localdate(row.called_at), _("Antragsaufruf"))
        for deadline in row.deadlines:
            yield Event(deadline.day, deadline_name(deadline.kind))


def _meeting(row: ConferenceRow) -> Iterator[Event]:
    """A meeting whose day is not known has no place on the line."""
    if row.begins.exact is None or row.state is ConferenceState.CANCELLED:
        return
    ends = row.ends.exact if row.ends else None
    event = Event(
        row.begins.exact, meeting_name(row), ends, main=row.number is not None
    )
    yield replace(event, note=row.place) if row.number is not None else event


def meeting_name(row: ConferenceRow) -> str:
    name = said(KIND_NAMES[row.kind])
    if row.number is None:
        return name[:1].upper() + name[1:]
    return _("%(number)s. Konferenz") % {"number": row.number}


def deadline_name(kind: str) -> str:
    return said(DEADLINE_NAMES[DeadlineKind(kind)])


@dataclass(frozen=True, slots=True)
class DueRow:
    """One line of what is due: a day, what it is, and where it is done."""

    day: date
    label: str
    note: str
    url: str
    soon: bool = False


def dates_due(rows: Iterable[ConferenceRow], today: date) -> Iterator[DueRow]:
    """Yield the deadlines and meetings that are still to come."""
    for row in rows:
        if row.state is not ConferenceState.PLANNED:
            continue
        url = address("office:conference", row.body, row.number or 0)
        conference = _("%(number)s. Konferenz") % {"number": row.number}
        for deadline in row.deadlines:
            if deadline.day >= today:
                label, why = deadline_name(deadline.kind), said(deadline.why)
                yield DueRow(deadline.day, f"{label}, {conference}", why, url)
        for meeting in (row, *row.others):
            day = meeting.begins.exact
            if day and day >= today and meeting.state is ConferenceState.PLANNED:
                note = " · ".join(
                    word for word in (said(meeting.when), meeting.place) if word
                )
                yield DueRow(day, meeting_name(meeting), note, url)
