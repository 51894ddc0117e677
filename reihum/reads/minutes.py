"""Minutes: the versions that are fixed, and what the draft is written from."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from reihum.formats.minutes import Minutes as Written
from reihum.formats.minutes import from_data as written_from
from reihum.formats.session import Happened, Session
from reihum.reads.about import about
from reihum.reads.members import voters
from reihum.reads.results import outcome_of, told
from reihum.reads.visibility import ballots, items, minutes, statements
from reihum.records.models import Ballot, Conference, Item, Minutes, Resolution
from reihum.rules.facts import Mode, Procedure
from reihum.rules.minutes import State
from reihum.rules.numbering import sort_key
from reihum.rules.stages import Stage, Treatment
from reihum.rules.text import from_data
from reihum.rules.visibility import Circle, Viewer, horizon


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of the minutes in the list of versions."""

    number: int
    state: State
    as_of: date


@dataclass(frozen=True, slots=True)
class Frame:
    """What the office says before and after the items, as typed so far."""

    opening: str
    closing: str


def versions(body: str, conference: int, viewer: Viewer) -> tuple[VersionRow, ...]:
    """Return the fixed versions that the viewer may read, oldest first."""
    found = _fixed(body, conference, viewer)
    rows = found.values_list("version", "state", "as_of")
    return tuple(VersionRow(n, State(state), as_of) for n, state, as_of in rows)


def version(
    body: str, conference: int, number: int, viewer: Viewer
) -> tuple[VersionRow, Written] | None:
    """Return a fixed version, word for word."""
    row = _fixed(body, conference, viewer).filter(version=number).first()
    if row is None:
        return None
    head = VersionRow(row.version, State(row.state), row.as_of)
    return head, written_from(row.content)


def frame_of(body: str, conference: int, viewer: Viewer) -> Frame:
    """Return the opening and closing that stand in the draft."""
    row = _of(body, conference, viewer).filter(state=State.DRAFT).first()
    return Frame(row.opening, row.closing) if row else Frame("", "")


def session(body: str, number: int, viewer: Viewer) -> Session | None:
    """Return what happened at a conference; the draft is the office's alone.

    Twelve queries, however long the agenda is.
    """
    found = Conference.objects.filter(body__slug=body, number=number).first()
    about_it = about(body, viewer)
    if found is None or about_it is None or horizon(viewer) > Circle.OFFICE:
        return None
    electorate = voters(body)
    rows = sorted(_items(found, viewer), key=lambda row: sort_key(row.number))
    return Session(
        name=about_it.name_on(found.begins.first).de,
        number=number,
        begins=found.begins,
        ends=found.ends,
        place=found.place,
        mode=Mode(found.mode),
        chair=found.chair,
        motto=found.motto,
        present=_present(rows, electorate),
        voters=electorate,
        items=tuple(_happened(row, rows, electorate) for row in rows),
        demo=found.demo,
    )


def _of(body: str, conference: int, viewer: Viewer) -> QuerySet[Minutes]:
    return minutes(viewer).filter(
        conference__body__slug=body, conference__number=conference
    )


def _fixed(body: str, conference: int, viewer: Viewer) -> QuerySet[Minutes]:
    return _of(body, conference, viewer).exclude(state=State.DRAFT)


def _items(conference: Conference, viewer: Viewer) -> QuerySet[Item]:
    closed = ballots(viewer).filter(closed_at__isnull=False, adopted__isnull=False)
    seen = Prefetch("ballots", queryset=closed.prefetch_related("votes"))
    return (
        items(viewer)
        .filter(conference=conference)
        .select_related("motion", "resolution__report", "joined_with")
        .prefetch_related(
            "motion__supports",
            seen,
            Prefetch("statements", queryset=statements(viewer)),
        )
    )


def _present(rows: list[Item], electorate: tuple[str, ...]) -> tuple[str, ...]:
    """Return who was in the room for a vote; nothing else says who was there."""
    there = {
        code
        for row in rows
        for ballot in row.ballots.all()
        if ballot.procedure == Procedure.SESSION
        for code in ballot.present
    }
    return tuple(code for code in electorate if code in there)


def _happened(row: Item, rows: list[Item], electorate: tuple[str, ...]) -> Happened:
    ballot = _last_ballot(row)
    supports = list(row.motion.supports.all()) if row.motion else []
    resolution: Resolution | None = getattr(row, "resolution", None)
    wording = resolution.text if resolution else row.motion.text if row.motion else []
    typed = tuple(code.strip() for code in row.submitters.split(",") if code.strip())
    return Happened(
        number=row.number,
        title=row.title,
        section=row.section,
        stage=Stage(row.stage),
        treatment=Treatment(row.treatment),
        late=bool(row.motion and row.motion.late),
        joined_with=row.joined_with.number if row.joined_with else "",
        joined=tuple(one.number for one in rows if one.joined_with_id == row.pk),
        submitters=tuple(s.member for s in supports if s.role == "submitter") or typed,
        cosponsors=tuple(s.member for s in supports if s.role == "cosponsor"),
        wording=from_data(wording),
        outcome=outcome_of(ballot) if ballot else None,
        reported=_reported(resolution, electorate),
        key=resolution.key if resolution else "",
        statements=tuple((one.member, one.text) for one in row.statements.all()),
        remark=row.remark,
    )


def _last_ballot(row: Item) -> Ballot | None:
    """Return the ballot that decided: the last one that came to a result."""
    counted = list(row.ballots.all())
    return counted[-1] if counted else None


def _reported(resolution: Resolution | None, electorate: tuple[str, ...]) -> str:
    """Return what an old source says of a vote that is not kept here."""
    if resolution is None or resolution.ballot_id is not None:
        return ""
    return told(resolution, electorate).words.de
