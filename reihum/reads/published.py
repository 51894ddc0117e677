"""One resolution as it is released: wording, vote, statements, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from reihum.reads.chains import Chain, chains_of
from reihum.reads.members import voters
from reihum.reads.register import Entry, entries, label, number_in, when
from reihum.reads.results import Told, told
from reihum.reads.visibility import resolutions, statements
from reihum.records.models import Resolution, Statement
from reihum.rules.dates import PartialDate
from reihum.rules.facts import Certainty, Procedure
from reihum.rules.numbering import parse_key, printed_order
from reihum.rules.release import Part
from reihum.rules.text import Paragraph, from_data
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The resolution before or after, in the order of time."""

    key: str
    label: Text
    title: str


@dataclass(frozen=True, slots=True)
class Published:
    """What is released of one resolution.

    `number` is its printed number, empty where no source gives one. `text` is empty
    where the wording is not here. `begins` and `ends` are the days of its conference
    where `adopted_on` is less exact than these. `began` is when the vote was opened.
    """

    pk: int
    key: str
    label: Text
    number: str
    title: str
    conference: int | None
    chair: str
    adopted_on: PartialDate
    begins: PartialDate
    ends: PartialDate | None
    procedure: Procedure
    certainty: Certainty
    submitters: tuple[str, ...]
    text: tuple[Paragraph, ...]
    told: Told
    statements: tuple[tuple[str, str], ...]
    released: tuple[Part, ...]
    published_at: datetime | None
    began: datetime | None
    page: int | None
    demo: bool


@dataclass(frozen=True, slots=True)
class InContext:
    """A resolution with the chains of mandates it belongs to, and its neighbours."""

    resolution: Published
    chains: tuple[Chain, ...]
    before: Neighbour | None
    after: Neighbour | None


def published(body: str, key: str, viewer: Viewer) -> InContext | None:
    """Return one resolution, if there is one that the viewer may see."""
    row = _visible(viewer).filter(body__slug=body, key=key).first()
    if row is None:
        return None
    value = _row(row, voters(body), _statements([row], viewer))
    before, after = _neighbours(row.pk, entries(body, viewer))
    chains = chains_of(body, viewer, resolution=row.pk)
    return InContext(value, chains, before, after)


def _neighbours(
    pk: int, newest_first: Sequence[Entry]
) -> tuple[Neighbour | None, Neighbour | None]:
    """Return the resolutions before and after, in time and then as numbered."""
    order = sorted(newest_first, key=lambda entry: str(entry.adopted_on))
    place = next(i for i, entry in enumerate(order) if entry.pk == pk)
    before = order[place - 1] if place else None
    after = order[place + 1] if place + 1 < len(order) else None
    return _neighbour(before), _neighbour(after)


def _neighbour(entry: Entry | None) -> Neighbour | None:
    if entry is None:
        return None
    name = label(entry.key, entry.conference, entry.procedure)
    return Neighbour(entry.key, name, entry.title)


def published_at(body: str, conference: int, viewer: Viewer) -> tuple[Published, ...]:
    """Return what a conference resolved in session, in printed order: four queries."""
    found = list(
        _visible(viewer).filter(
            body__slug=body,
            conference__number=conference,
            procedure=Procedure.SESSION,
        )
    )
    pages = {number_in(row.key): row.item.page if row.item else None for row in found}
    order = printed_order(pages)
    found.sort(key=lambda row: order(number_in(row.key)))
    electorate, said = voters(body), _statements(found, viewer)
    return tuple(_row(row, electorate, said) for row in found)


def _visible(viewer: Viewer) -> QuerySet[Resolution]:
    return (
        resolutions(viewer)
        .select_related("conference", "item", "report", "ballot")
        .prefetch_related("ballot__votes")
    )


def _statements(
    rows: Sequence[Resolution], viewer: Viewer
) -> dict[int, list[Statement]]:
    """Return the statements that the viewer may see, by item."""
    found: dict[int, list[Statement]] = {}
    items = [row.item_id for row in rows if row.item_id is not None]
    for statement in statements(viewer).filter(item__in=items):
        found.setdefault(statement.item_id, []).append(statement)
    return found


def _row(
    row: Resolution, electorate: Sequence[str], said: dict[int, list[Statement]]
) -> Published:
    held, item = row.conference, row.item
    begins, ends = when(row)
    number = held.number if held is not None else None
    known = parse_key(row.key)
    return Published(
        pk=row.pk,
        key=row.key,
        label=label(row.key, number, row.procedure),
        number="" if known is None else known[1],
        title=row.title,
        conference=number,
        chair="" if held is None else held.chair,
        adopted_on=row.adopted_on,
        begins=begins,
        ends=ends,
        procedure=Procedure(row.procedure),
        certainty=Certainty(row.certainty),
        submitters=tuple(c.strip() for c in row.submitters.split(",") if c.strip()),
        text=from_data(row.text) if Part.RESOLUTION in row.released else (),
        told=told(row, electorate),
        statements=tuple(
            (statement.member, statement.text)
            for statement in said.get(row.item_id or 0, ())
        ),
        released=tuple(part for part in Part if part in row.released),
        published_at=row.published_at,
        began=None if row.ballot is None else row.ballot.opened_at,
        page=None if item is None else item.page,
        demo=row.demo,
    )
