"""The agenda of a conference, in the order in which it is printed."""

from dataclasses import dataclass

from reihum.reads.visibility import items
from reihum.records.models import Item
from reihum.rules.facts import Category
from reihum.rules.numbering import sort_key
from reihum.rules.stages import Stage, Treatment
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One line of an agenda.

    `submitters` are codes in order, or ("all",) for all Länder; `resolution` is the
    key of the resolution that the viewer may open, or empty.
    """

    pk: int
    number: str
    title: str
    section: bool
    stage: Stage
    treatment: Treatment
    category: Category
    late: bool
    submitters: tuple[str, ...]
    cosponsors: tuple[str, ...]
    motion: int | None
    joined_with: str
    page: int | None
    open_ballot: int | None
    last_ballot: int | None
    resolution: str
    remark: str
    conference: int | None = None


def agenda(body: str, number: int, viewer: Viewer) -> tuple[ItemRow, ...]:
    """Return the agenda in printed order: three queries, however long it is."""
    rows = (
        items(viewer)
        .filter(conference__body__slug=body, conference__number=number)
        .select_related("conference", "motion", "resolution", "joined_with")
        .prefetch_related("motion__supports", "ballots")
    )
    return tuple(
        _row(row, viewer) for row in sorted(rows, key=lambda row: sort_key(row.number))
    )


def item(body: str, pk: int, viewer: Viewer) -> ItemRow | None:
    """Return one agenda item, if there is one that the viewer may see."""
    row = (
        items(viewer)
        .filter(pk=pk, conference__body__slug=body)
        .select_related("conference", "motion", "resolution", "joined_with")
        .prefetch_related("motion__supports", "ballots")
        .first()
    )
    return None if row is None else _row(row, viewer)


def _row(row: Item, viewer: Viewer) -> ItemRow:
    supports = list(row.motion.supports.all()) if row.motion else []
    ballots = list(row.ballots.all())
    resolution = getattr(row, "resolution", None)
    visible = resolution is not None and (
        resolution.published_at is not None or bool(viewer.members or viewer.office)
    )
    return ItemRow(
        pk=row.pk,
        number=row.number,
        title=row.title,
        section=row.section,
        stage=Stage(row.stage),
        treatment=Treatment(row.treatment),
        category=Category(row.category),
        late=bool(row.motion and row.motion.late),
        submitters=tuple(s.member for s in supports if s.role == "submitter")
        or tuple(part.strip() for part in row.submitters.split(",") if part.strip()),
        cosponsors=tuple(s.member for s in supports if s.role == "cosponsor"),
        motion=row.motion_id,
        joined_with="" if row.joined_with is None else row.joined_with.number,
        page=row.page,
        open_ballot=next((b.pk for b in ballots if b.closed_at is None), None),
        last_ballot=ballots[-1].pk if ballots else None,
        resolution=resolution.key if visible and resolution is not None else "",
        remark=row.remark,
        conference=row.conference.number,
    )
