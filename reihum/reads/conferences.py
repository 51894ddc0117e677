"""Conferences: which there are, when and where, what is due for them."""

from dataclasses import dataclass
from datetime import date, datetime

from reihum.records.models import Conference
from reihum.rules.dates import PartialDate, span_in_words
from reihum.rules.facts import Certainty, ConferenceKind, ConferenceState, Mode
from reihum.rules.timetable import KIND_NAMES as DEADLINE_NAMES
from reihum.rules.timetable import DeadlineKind
from reihum.rules.words import Text

KIND_NAMES = {
    ConferenceKind.MAIN: Text("Hauptkonferenz", "Main conference"),
    ConferenceKind.SPECIAL: Text("Sonderkonferenz", "Special conference"),
    ConferenceKind.PREPARATORY: Text("Vorkonferenz", "Preparatory conference"),
    ConferenceKind.AUTUMN: Text("Herbsttreffen", "Autumn meeting"),
}


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline with the sentence that explains it."""

    kind: str
    day: date
    why: Text
    assumed: bool

    @property
    def name(self) -> Text:
        return DEADLINE_NAMES[DeadlineKind(self.kind)]


@dataclass(frozen=True, slots=True)
class ConferenceRow:
    """One conference as pages show it. `others` belong to a main conference."""

    pk: int
    body: str
    kind: ConferenceKind
    number: int | None
    begins: PartialDate
    ends: PartialDate | None
    place: str
    mode: Mode
    chair: str
    motto: str
    state: ConferenceState
    certainty: Certainty
    note: Text
    agenda_published: bool
    called_at: datetime | None
    demo: bool
    deadlines: tuple[DeadlineRow, ...] = ()
    others: tuple["ConferenceRow", ...] = ()

    @property
    def when(self) -> Text:
        return span_in_words(self.begins, self.ends)

    @property
    def ours(self) -> bool:
        """Return whether it is prepared here; what is only announced is nobody's."""
        planned = self.state is ConferenceState.PLANNED
        return planned and self.certainty is not Certainty.PLANNED

    def deadline(self, kind: str) -> DeadlineRow | None:
        return next((row for row in self.deadlines if row.kind == kind), None)


def main_conferences(body: str) -> tuple[ConferenceRow, ...]:
    """Return the numbered conferences of a body, newest first (three queries)."""
    rows = (
        Conference.objects.filter(body__slug=body, number__isnull=False)
        .select_related("body", "call")
        .prefetch_related("deadlines", "others__body")
        .order_by("-number")
    )
    return tuple(_row(row, whole=True) for row in rows)


def conference(body: str, number: int) -> ConferenceRow | None:
    """Return one main conference with its deadlines and the meetings around it."""
    row = (
        Conference.objects.filter(body__slug=body, number=number)
        .select_related("body", "call")
        .prefetch_related("deadlines", "others__body")
        .first()
    )
    return None if row is None else _row(row, whole=True)


def next_conference(body: str, day: date) -> ConferenceRow | None:
    """Return the next planned main conference that has not ended before `day`."""
    for row in reversed(main_conferences(body)):
        end = row.ends or row.begins
        if row.ours and end.last >= day:
            return row
    return None


def _row(row: Conference, *, whole: bool) -> ConferenceRow:
    call = getattr(row, "call", None) if whole else None
    return ConferenceRow(
        pk=row.pk,
        body=row.body.slug,
        kind=ConferenceKind(row.kind),
        number=row.number,
        begins=row.begins,
        ends=row.ends,
        place=row.place,
        mode=Mode(row.mode),
        chair=row.chair,
        motto=row.motto,
        state=ConferenceState(row.state),
        certainty=Certainty(row.certainty),
        note=Text(row.note, row.note_en or row.note),
        agenda_published=row.agenda_published_at is not None,
        called_at=None if call is None else call.issued_at,
        demo=row.demo,
        deadlines=tuple(
            DeadlineRow(d.kind, d.day, Text(d.why, d.why_en), d.assumed)
            for d in row.deadlines.all()
        )
        if whole
        else (),
        others=tuple(_row(other, whole=False) for other in row.others.all())
        if whole
        else (),
    )
