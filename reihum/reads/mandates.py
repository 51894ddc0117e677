"""Mandates, sorted as a follow-up register is read: what waits first, then the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reihum.reads.chains import Chain, chains_of
from reihum.reads.visibility import mandates, motions
from reihum.records.models import Item, Resolution
from reihum.rules.followup import MandateState, Standing
from reihum.rules.stages import Stage
from reihum.rules.visibility import Viewer

WAITING = (MandateState.OVERDUE, MandateState.DUE_SOON, MandateState.OPEN)


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate with its chain of steps, and how it stands on a day."""

    chain: Chain
    standing: Standing


@dataclass(frozen=True, slots=True)
class Register:
    """All mandates of a body that the viewer may see."""

    waiting: tuple[MandateRow, ...]
    reported: tuple[MandateRow, ...]
    closed: tuple[MandateRow, ...]


def register(body: str, viewer: Viewer, today: date) -> Register:
    """Return the register: two queries. What is due first stands first."""
    rows = [
        MandateRow(chain, chain.standing(today)) for chain in chains_of(body, viewer)
    ]
    return Register(
        waiting=tuple(sorted(_in(rows, *WAITING), key=_urgency)),
        reported=tuple(_in(rows, MandateState.REPORTED)),
        closed=tuple(_in(rows, MandateState.CLOSED)),
    )


def mandate(body: str, pk: int, viewer: Viewer, today: date) -> MandateRow | None:
    """Return one mandate, if there is one that the viewer may see."""
    found = next((one for one in chains_of(body, viewer) if one.pk == pk), None)
    return None if found is None else MandateRow(found, found.standing(today))


def mandates_of(
    body: str, resolution: int, viewer: Viewer, today: date
) -> tuple[MandateRow, ...]:
    """Return the mandates that a resolution belongs to."""
    found = chains_of(body, viewer, resolution=resolution)
    return tuple(MandateRow(chain, chain.standing(today)) for chain in found)


@dataclass(frozen=True, slots=True)
class OpenMandate:
    """A mandate that a motion can reply to."""

    pk: int
    subject: str
    addressee: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A motion that replies to a mandate; `resolution` is the key of what it became."""

    motion: int
    title: str
    conference: int
    stage: Stage
    submitters: tuple[str, ...]
    resolution: str


def open_mandates(body: str, viewer: Viewer) -> tuple[OpenMandate, ...]:
    """Return the mandates that are not closed: one query."""
    rows = mandates(viewer).filter(body__slug=body, closed_on__isnull=True)
    columns = rows.values_list("pk", "subject", "addressee")
    return tuple(OpenMandate(*row) for row in columns)


def replies(mandate: int, viewer: Viewer) -> tuple[Reply, ...]:
    """Return the motions that reply to a mandate, oldest first: two queries."""
    rows = (
        motions(viewer)
        .filter(answers=mandate)
        .select_related("conference", "item__resolution")
        .prefetch_related("supports")
        .defer("text", "rationale")
    )
    found = []
    for row in rows:
        item: Item | None = getattr(row, "item", None)
        became: Resolution | None = getattr(item, "resolution", None)
        behind = tuple(s.member for s in row.supports.all() if s.role == "submitter")
        found.append(
            Reply(
                motion=row.pk,
                title=row.title,
                conference=row.conference.number or 0,
                stage=Stage(row.stage if item is None else item.stage),
                submitters=behind,
                resolution="" if became is None else became.key,
            )
        )
    return tuple(found)


def _in(rows: Iterable[MandateRow], *states: MandateState) -> list[MandateRow]:
    return [row for row in rows if row.standing.state in states]


def _urgency(row: MandateRow) -> tuple[bool, str]:
    """Sort by the last possible day; what has no date comes last."""
    due = row.chain.due
    return (due is None, due.last.isoformat() if due else "")
