"""What came in last: motions, co-sponsors, amendments, statements, objections."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models.functions import Greatest

from reihum.reads import visibility
from reihum.records.models import Amendment, ReleaseObjection, Statement, Support
from reihum.rules.amendment import Stage as Amending
from reihum.rules.visibility import Viewer

NEWEST = 8


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came in: a motion, a co-sponsor, an amendment, a statement, an objection."""

    at: datetime
    kind: str
    title: str
    members: tuple[str, ...]
    motion: int | None = None
    resolution: str = ""


def arrivals(body: str, viewer: Viewer) -> tuple[Arrival, ...]:
    """Return what came in last, the newest first: four queries."""
    visible = visibility.motions(viewer).filter(body__slug=body)
    supports = (
        Support.objects.filter(motion__in=visible, motion__submitted_at__isnull=False)
        .select_related("motion")
        .order_by(Greatest("at", "motion__submitted_at").desc(), "pk")[:NEWEST]
    )
    statements = (
        visibility.statements(viewer)
        .filter(item__conference__body__slug=body)
        .select_related("item")
        .order_by("-at")[:NEWEST]
    )
    objections = (
        ReleaseObjection.objects.filter(
            resolution__in=visibility.resolutions(viewer).filter(body__slug=body)
        )
        .select_related("resolution")
        .order_by("-at")[:NEWEST]
    )
    amendments = (
        visibility.amendments(viewer)
        .filter(motion__body__slug=body, submitted_at__isnull=False)
        # What was carried over has a successor that came in when it did.
        .exclude(stage__in=(Amending.CARRIED, Amending.WITHDRAWN))
        .select_related("motion")
        .defer("motion__text", "motion__rationale", "changes", "remarks", "stale")
        .order_by("-submitted_at", "-pk")[:NEWEST]
    )
    found = [
        *(_amendment(row) for row in amendments),
        *_together(_support(row) for row in supports),
        *(_statement(row) for row in statements),
        *(_objection(row) for row in objections),
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True)[:NEWEST])


def _together(supports: Iterable[Arrival]) -> list[Arrival]:
    """Put all submitters of one motion into one line."""
    lines: dict[tuple[str, int | None, datetime], Arrival] = {}
    for one in supports:
        key = one.kind, one.motion, one.at
        before = lines.get(key)
        members = before.members + one.members if before else one.members
        lines[key] = replace(one, members=members)
    return list(lines.values())


def _support(row: Support) -> Arrival:
    """Submitters come in with their motion, however long they worked on it before."""
    at = max(row.at, row.motion.submitted_at or row.at)
    kind = "motion" if row.role == "submitter" else "cosponsor"
    return Arrival(at, kind, row.motion.title, (row.member,), motion=row.motion_id)


def _amendment(row: Amendment) -> Arrival:
    return Arrival(
        row.submitted_at or row.at, "amendment", row.motion.title, (row.member,),
        motion=row.motion_id,
    )  # fmt: skip


def _statement(row: Statement) -> Arrival:
    return Arrival(
        row.at, "statement", f"TOP {row.item.number} {row.item.title}", (row.member,),
        motion=row.item.motion_id,
    )  # fmt: skip


def _objection(row: ReleaseObjection) -> Arrival:
    title = f"{row.resolution.key} {row.resolution.title}"
    return Arrival(
        row.at, "objection", title, (row.member,), resolution=row.resolution.key
    )
