"""The motions that one belongs together with: copied from, merged, split."""

from dataclasses import dataclass

from django.db.models import Q

from reihum.reads.motions import MotionRow
from reihum.reads.visibility import motions
from reihum.records.models import Item, Motion
from reihum.rules.motion_family import MERGING
from reihum.rules.stages import Stage
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class Relative:
    """Another motion, in a line."""

    pk: int
    title: str
    conference: int
    number: str
    stage: Stage
    submitters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The relatives of a motion that the viewer may see."""

    copied_from: Relative | None = None
    merged_into: Relative | None = None
    merged: tuple[Relative, ...] = ()
    split_from: Relative | None = None
    splits: tuple[Relative, ...] = ()

    def __bool__(self) -> bool:
        return any((
            self.copied_from, self.merged_into, self.merged, self.split_from,
            self.splits,
        ))  # fmt: skip


def family(row: MotionRow, viewer: Viewer) -> Family:
    """Return all relatives of a motion: two queries, however many there are."""
    above = [row.copied_from, row.merged_into, row.split_from]
    rows = (
        motions(viewer)
        .filter(Q(pk__in=above) | Q(merged_into=row.pk) | Q(split_from=row.pk))
        .select_related("conference", "item")
        .prefetch_related("supports")
        .defer("text", "rationale")
    )
    found = {one.pk: one for one in rows}
    by_pk = {pk: _relative(one) for pk, one in found.items()}
    return Family(
        copied_from=by_pk.get(row.copied_from or 0),
        merged_into=by_pk.get(row.merged_into or 0),
        merged=tuple(by_pk[pk] for pk in found if found[pk].merged_into_id == row.pk),
        split_from=by_pk.get(row.split_from or 0),
        splits=tuple(by_pk[pk] for pk in found if found[pk].split_from_id == row.pk),
    )


def mergeable(row: MotionRow, viewer: Viewer) -> tuple[Relative, ...]:
    """Return the motions of its conference that this one could go into."""
    rows = (
        motions(viewer)
        .filter(body__motions=row.pk, conference__number=row.conference)
        .filter(stage__in=MERGING)
        .exclude(pk=row.pk)
        .select_related("conference", "item")
        .prefetch_related("supports")
        .defer("text", "rationale")
    )
    return tuple(map(_relative, rows))


def _relative(row: Motion) -> Relative:
    item: Item | None = getattr(row, "item", None)
    return Relative(
        pk=row.pk,
        title=row.title,
        conference=row.conference.number or 0,
        number="" if item is None else item.number,
        stage=Stage(row.stage if item is None else item.stage),
        submitters=tuple(s.member for s in row.supports.all() if s.role == "submitter"),
    )
