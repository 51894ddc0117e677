"""Motions: those of a conference, and one with its wording and its history."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, QuerySet

from reihum.reads.visibility import journal, motions
from reihum.records.models import Item, Member, Motion
from reihum.rules.facts import BeforeBundesrat, Category, MemberKind
from reihum.rules.stages import Stage, Treatment
from reihum.rules.text import Paragraph, from_data
from reihum.rules.visibility import Viewer

# Drafts first, as they came: databases differ in where they put what has no day.
IN_ORDER = (F("submitted_at").asc(nulls_first=True), "pk")


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionRow:
    """A motion; its stage is that of its item, once it has one.

    `answers` is the mandate that it replies to; the last three are other motions.

    Lists leave `text` and `rationale` empty.
    """

    pk: int
    conference: int
    title: str
    lead: bool
    late: bool
    stage: Stage
    treatment: Treatment
    bundesrat: BeforeBundesrat
    category: Category
    submitters: tuple[str, ...]
    cosponsors: tuple[str, ...]
    submitted_at: datetime | None
    item: int | None
    number: str
    demo: bool
    motto: str
    confidential: bool
    answers: int | None
    version: int
    copied_from: int | None
    merged_into: int | None
    split_from: int | None
    text: tuple[Paragraph, ...] = ()
    rationale: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a motion or its item, from the journal."""

    at: datetime
    who: str
    member: str
    act: str


def motions_of(body: str, number: int, viewer: Viewer) -> tuple[MotionRow, ...]:
    """Return the motions of a conference in the order in which they came in.

    Two queries; the wording stays in the database.
    """
    rows = (
        _joined(viewer)
        .filter(body__slug=body, conference__number=number)
        .defer("text", "rationale")
    )
    return tuple(_row(row) for row in rows)


def waiting(body: str, number: int, viewer: Viewer) -> tuple[MotionRow, ...]:
    """Return the motions that still need a place on the agenda (two queries)."""
    rows = (
        _joined(viewer)
        .filter(body__slug=body, conference__number=number)
        .filter(stage__in=(Stage.SUBMITTED, Stage.LATE))
        .defer("text", "rationale")
    )
    return tuple(_row(row) for row in rows)


def motion(body: str, pk: int, viewer: Viewer) -> MotionRow | None:
    """Return one motion, if there is one that the viewer may see (two queries)."""
    row = _joined(viewer).filter(body__slug=body, pk=pk).first()
    if row is None:
        return None
    return replace(
        _row(row), text=from_data(row.text), rationale=from_data(row.rationale)
    )


def history(row: MotionRow, viewer: Viewer) -> tuple[Event, ...]:
    """Return what happened to a motion and its item, as far as the viewer may know."""
    subjects = [f"motion:{row.pk}"]
    if row.item is not None:
        subjects.append(f"item:{row.item}")
    entries = journal(viewer).filter(subject__in=subjects).order_by("seq")
    return tuple(
        Event(datetime.fromisoformat(entry.at), entry.who, entry.member, entry.act)
        for entry in entries
    )


def members_of(body: str) -> frozenset[str]:
    """Return the codes of those who may submit motions in a body."""
    rows = Member.objects.filter(body__slug=body, kind=MemberKind.LAND)
    return frozenset(rows.values_list("code", flat=True))


def _joined(viewer: Viewer) -> QuerySet[Motion]:
    return (
        motions(viewer)
        .order_by("conference", *IN_ORDER)
        .select_related("conference", "item")
        .prefetch_related("supports")
    )


def _row(row: Motion) -> MotionRow:
    supports = list(row.supports.all())
    item: Item | None = getattr(row, "item", None)
    return MotionRow(
        pk=row.pk,
        conference=row.conference.number or 0,
        title=row.title,
        lead=row.lead,
        late=row.late,
        stage=Stage(row.stage if item is None else item.stage),
        treatment=Treatment.NONE if item is None else Treatment(item.treatment),
        bundesrat=BeforeBundesrat(row.bundesrat),
        category=Category(row.category),
        submitters=tuple(s.member for s in supports if s.role == "submitter"),
        cosponsors=tuple(s.member for s in supports if s.role == "cosponsor"),
        submitted_at=row.submitted_at,
        item=None if item is None else item.pk,
        number="" if item is None else item.number,
        demo=row.demo,
        motto=row.motto,
        confidential=row.confidential,
        answers=row.answers_id,
        version=row.version,
        copied_from=row.copied_from_id,
        merged_into=row.merged_into_id,
        split_from=row.split_from_id,
    )
