"""The agenda of a conference, in the order in which it is printed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet

from reihum.reads.visibility import items, veiled
from reihum.records.models import Ballot, Item, Support
from reihum.rules.facts import Category
from reihum.rules.numbering import printed_order
from reihum.rules.stages import Stage, Treatment
from reihum.rules.visibility import Viewer

_COLUMNS = (
    "pk", "number", "title", "section", "stage", "treatment", "category",
    "submitters", "motion_id", "page", "remark",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One line of an agenda.

    `submitters` are codes in order, or ("all",) for all Länder; `resolution` is the
    key of the resolution that the viewer may open, or empty. Of a `veiled` item the
    viewer knows the number alone: its motion is confidential.
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
    motto: str = ""
    confidential: bool = False
    veiled: bool = False


def agenda(body: str, number: int, viewer: Viewer) -> tuple[ItemRow, ...]:
    """Return the agenda in printed order: three queries, however long it is."""
    wanted = (items(viewer) | veiled(viewer)).filter(
        conference__body__slug=body, conference__number=number
    )
    rows = [
        _veiled(row) if row.confidential and not viewer.inside else row
        for row in _rows(wanted, viewer)
    ]
    order = printed_order({row.number: row.page for row in rows})
    return tuple(sorted(rows, key=lambda row: order(row.number)))


def item(body: str, pk: int, viewer: Viewer) -> ItemRow | None:
    """Return one agenda item, if there is one that the viewer may see."""
    wanted = items(viewer).filter(pk=pk, conference__body__slug=body)
    return next(_rows(wanted, viewer), None)


def _rows(wanted: QuerySet[Item], viewer: Viewer) -> Iterator[ItemRow]:
    """Read plain columns, not model rows: an agenda of 100 items is a busy page."""
    behind, votes = _supports(wanted), _ballots(wanted)
    inside = bool(viewer.members or viewer.office)
    for row in wanted.values(
        *_COLUMNS,
        late=F("motion__late"),
        motto=F("motion__motto"),
        confidential=F("motion__confidential"),
        with_number=F("joined_with__number"),
        key=F("resolution__key"),
        published=F("resolution__published_at"),
        of=F("conference__number"),
    ):
        supports, ballots = behind[row["motion_id"]], votes[row["pk"]]
        yield ItemRow(
            pk=row["pk"],
            number=row["number"],
            title=row["title"],
            section=row["section"],
            stage=Stage(row["stage"]),
            treatment=Treatment(row["treatment"]),
            category=Category(row["category"]),
            late=bool(row["late"]),
            submitters=tuple(who for who, role in supports if role == "submitter")
            or tuple(map(str.strip, filter(None, row["submitters"].split(",")))),
            cosponsors=tuple(who for who, role in supports if role == "cosponsor"),
            motion=row["motion_id"],
            joined_with=row["with_number"] or "",
            page=row["page"],
            open_ballot=next((pk for pk, closed in ballots if closed is None), None),
            last_ballot=ballots[-1][0] if ballots else None,
            resolution=row["key"]
            if row["key"] and (inside or row["published"])
            else "",
            remark=row["remark"],
            conference=row["of"],
            motto=row["motto"] or "",
            confidential=bool(row["confidential"]),
        )


def _veiled(row: ItemRow) -> ItemRow:
    """Return the number of an item and nothing that it is about."""
    return ItemRow(
        pk=row.pk, number=row.number, title="", section=False, stage=Stage.ON_AGENDA,
        treatment=Treatment.NONE, category=Category.ORDINARY, late=False,
        submitters=(), cosponsors=(), motion=None, joined_with="", page=None,
        open_ballot=None, last_ballot=None, resolution="", remark="", veiled=True,
    )  # fmt: skip


def _supports(wanted: QuerySet[Item]) -> dict[int | None, list[tuple[str, str]]]:
    """Return (member, role) by motion, submitters first."""
    found: dict[int | None, list[tuple[str, str]]] = defaultdict(list)
    rows = Support.objects.filter(motion__item__in=wanted)
    for motion, member, role in rows.values_list("motion_id", "member", "role"):
        found[motion].append((member, role))
    return found


def _ballots(wanted: QuerySet[Item]) -> dict[int, list[tuple[int, datetime | None]]]:
    """Return (key, when closed) by item, oldest first."""
    found: dict[int, list[tuple[int, datetime | None]]] = defaultdict(list)
    rows = Ballot.objects.filter(item__in=wanted)
    for item_pk, pk, closed in rows.values_list("item_id", "pk", "closed_at"):
        found[item_pk].append((pk, closed))
    return found
