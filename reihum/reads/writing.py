"""What is being written: one's own unsaved text, and who else writes just now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from reihum.reads import visibility
from reihum.records.models import Account, WritingDraft
from reihum.rules.rights import Actor
from reihum.rules.version import Label
from reihum.rules.visibility import Viewer
from reihum.rules.writing import PRESENT


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What somebody typed and did not keep; `begun_on` is the version it started on."""

    at: datetime
    begun_on: str
    content: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Present:
    """Another account of one's own Land that writes in the same draft."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Start:
    """What a form starts from: the newest version, and every id that was ever used."""

    label: Label | None
    ids: frozenset[str]


def unsaved(
    body: str, actor: Actor, viewer: Viewer, *, motion: int | None, conference: int
) -> Unsaved | None:
    """Return one's own unsaved writing in a draft, or in a new motion."""
    rows = _seen(body, viewer).filter(who=actor.account)
    if motion is None:
        rows = rows.filter(motion=None, conference__number=conference)
    else:
        rows = rows.filter(motion=motion)
    row = rows.first()
    return None if row is None else Unsaved(row.at, row.begun_on, row.content)


def present(
    body: str, actor: Actor, viewer: Viewer, motion: int, now: datetime
) -> tuple[Present, ...]:
    """Return who else of one's own Land writes in a draft, the latest first."""
    rows = (
        _seen(body, viewer)
        .filter(motion=motion, at__gt=now - PRESENT)
        .exclude(who=actor.account)
        .order_by("-at")
    )
    found = list(rows)
    accounts = Account.objects.filter(username__in=[row.who for row in found])
    names = {account.username: str(account) for account in accounts}
    return tuple(Present(names.get(row.who, row.who), row.at) for row in found)


def start_of(motion: int, viewer: Viewer) -> Start:
    """Return where a form for this draft starts (one query)."""
    rows = visibility.versions(viewer).filter(motion=motion)
    label, ids = None, set[str]()
    for row in rows.order_by("number", "step"):
        label = Label(row.number, row.step)
        ids.update(one["id"] for one in (*row.text, *row.rationale))
    return Start(label, frozenset(ids))


def _seen(body: str, viewer: Viewer) -> QuerySet[WritingDraft]:
    return visibility.writing(viewer).filter(conference__body__slug=body)
