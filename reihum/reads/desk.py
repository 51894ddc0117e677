"""What lies on the desk: what is due, what came in, how far the conference is."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from reihum.reads import visibility
from reihum.reads.arrivals import Arrival, arrivals
from reihum.reads.motions import IN_ORDER
from reihum.records.models import Minutes, Motion
from reihum.rules.amendment import Stage as Amending
from reihum.rules.dates import PartialDate
from reihum.rules.facts import BeforeBundesrat, Procedure
from reihum.rules.followup import MandateState, Standing, state_of
from reihum.rules.motion import OPEN
from reihum.rules.stages import Stage
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class MotionRow:
    """A motion of the conference, and who is behind it."""

    pk: int
    title: str
    stage: Stage
    late: bool
    bundesrat: BeforeBundesrat
    submitters: tuple[str, ...]
    cosponsors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An agenda item that is decided on, or could be."""

    number: str
    title: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class BallotRow:
    """An open ballot; `missing` are the present members that have not voted."""

    pk: int
    number: str
    title: str
    opened_at: datetime
    missing: tuple[str, ...]
    voted: int


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """A resolution on its way to the public."""

    key: str
    title: str
    conference: int | None
    procedure: Procedure
    asked: bool
    until: date | None
    published: bool
    objections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate that is not closed."""

    pk: int
    subject: str
    addressee: str
    due: PartialDate | None
    standing: Standing

    @property
    def pressing(self) -> bool:
        return self.standing.state in (MandateState.DUE_SOON, MandateState.OVERDUE)


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """An amendment to the newest version of a motion that is still open.

    `stale` counts the wishes that were not carried over to that version.
    """

    pk: int
    motion: int
    title: str
    member: str
    drafted: bool
    stale: int


@dataclass(frozen=True, slots=True)
class Desk:
    """All of it, as far as the viewer may see it."""

    motions: tuple[MotionRow, ...]
    items: tuple[ItemRow, ...]
    ballots: tuple[BallotRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    mandates: tuple[MandateRow, ...]
    minutes: tuple[str, ...]
    arrivals: tuple[Arrival, ...]
    amendments: tuple[AmendmentRow, ...] = ()


def desk(body: str, number: int | None, today: date, viewer: Viewer) -> Desk:
    """Return what lies on the desk while the conference `number` is prepared."""
    versions = Minutes.objects.filter(
        conference__body__slug=body, conference__number=number
    )
    return Desk(
        motions=_motions(body, number, viewer),
        items=_items(body, number, viewer),
        ballots=_ballots(body, viewer),
        resolutions=_resolutions(body, viewer),
        mandates=_mandates(body, today, viewer),
        minutes=tuple(versions.values_list("state", flat=True)),
        arrivals=arrivals(body, viewer),
        amendments=_amendments(body, number, viewer),
    )


def _motions(body: str, number: int | None, viewer: Viewer) -> tuple[MotionRow, ...]:
    rows = (
        visibility.motions(viewer)
        .filter(body__slug=body, conference__number=number)
        .order_by(*IN_ORDER)
        .prefetch_related("supports")
    )
    return tuple(_motion(row) for row in rows)


def _motion(row: Motion) -> MotionRow:
    behind = [(support.role, support.member) for support in row.supports.all()]
    return MotionRow(
        pk=row.pk,
        title=row.title,
        stage=Stage(row.stage),
        late=row.late,
        bundesrat=BeforeBundesrat(row.bundesrat),
        submitters=tuple(member for role, member in behind if role == "submitter"),
        cosponsors=tuple(member for role, member in behind if role == "cosponsor"),
    )


def _amendments(
    body: str, number: int | None, viewer: Viewer
) -> tuple[AmendmentRow, ...]:
    rows = (
        visibility.amendments(viewer)
        .filter(
            motion__body__slug=body,
            motion__conference__number=number,
            motion__stage__in=OPEN,
            stage__in=(Amending.DRAFT, Amending.SUBMITTED),
            version__number=F("motion__version"),
            version__frozen_at__isnull=True,
        )
        .select_related("motion")
        .order_by(
            "motion__title", "motion__pk", F("submitted_at").asc(nulls_first=True), "pk"
        )
        .defer("motion__text", "motion__rationale", "changes", "remarks")
    )
    return tuple(
        AmendmentRow(
            row.pk, row.motion_id, row.motion.title, row.member,
            row.stage == Amending.DRAFT, len(row.stale),
        )
        for row in rows
    )  # fmt: skip


def _items(body: str, number: int | None, viewer: Viewer) -> tuple[ItemRow, ...]:
    rows = visibility.items(viewer).filter(
        conference__body__slug=body, conference__number=number, section=False
    )
    return tuple(ItemRow(row.number, row.title, Stage(row.stage)) for row in rows)


def _ballots(body: str, viewer: Viewer) -> tuple[BallotRow, ...]:
    rows = (
        visibility.ballots(viewer)
        .filter(item__conference__body__slug=body, closed_at__isnull=True)
        .select_related("item")
        .prefetch_related("votes")
    )
    found = []
    for row in rows:
        voted = {vote.member for vote in row.votes.all()}
        missing = tuple(code for code in row.present if code not in voted)
        found.append(
            BallotRow(
                row.pk, row.item.number, row.item.title, row.opened_at, missing,
                len(voted),
            )
        )  # fmt: skip
    return tuple(found)


def _resolutions(body: str, viewer: Viewer) -> tuple[ResolutionRow, ...]:
    """Return the resolutions that came from a ballot here: the others are history."""
    rows = (
        visibility.resolutions(viewer)
        .filter(body__slug=body, ballot__isnull=False)
        .select_related("conference")
        .prefetch_related("objections")
    )
    return tuple(
        ResolutionRow(
            key=row.key,
            title=row.title,
            conference=row.conference.number if row.conference else None,
            procedure=Procedure(row.procedure),
            asked=row.release_asked_at is not None,
            until=row.release_until,
            published=row.published_at is not None,
            objections=tuple(sorted({one.member for one in row.objections.all()})),
        )
        for row in rows
    )


def _mandates(body: str, today: date, viewer: Viewer) -> tuple[MandateRow, ...]:
    rows = visibility.mandates(viewer).filter(body__slug=body, closed_on__isnull=True)
    return tuple(
        MandateRow(
            row.pk,
            row.subject,
            row.addressee,
            row.due,
            state_of(
                row.due, reported=row.reported_on is not None, closed=False, today=today
            ),
        )
        for row in rows
    )
