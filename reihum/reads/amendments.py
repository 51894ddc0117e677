"""Amendments: the text that they are made against, and what the Länder want of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet

from reihum.reads import visibility
from reihum.reads.remembered import Remembered
from reihum.records.models import (
    Amendment,
    AmendmentSupport,
    Deadline,
    Item,
    Motion,
    Version,
)
from reihum.rules.amendment import DEADLINE, Ground, Stage, Way
from reihum.rules.stages import Stage as MotionStage
from reihum.rules.text import Paragraph
from reihum.rules.text import from_data as paragraphs_from
from reihum.rules.text.stored import from_data
from reihum.rules.text.synopsis import Wish
from reihum.rules.text.tokens import Flat, flatten
from reihum.rules.text.tracked import Loose, Wanted
from reihum.rules.text.whole import whole
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text

# What stood against a version that the motion has left behind still stands in its
# synopsis.
COUNTED = frozenset({Stage.SUBMITTED, Stage.CARRIED, Stage.DECIDED})
_REMARK = 2  # a comment is paragraph and text; what was lost "lost" and both languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A version of a motion as a text that can be amended: all its parts in one."""

    motion: int
    version: int  # its key in the database
    number: int
    flat: Flat
    ground: Ground
    at: datetime
    frozen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stale:
    """A wish of an earlier version that found no safe place in this one."""

    number: int  # of that version
    paragraph: str  # the id of the paragraph it is about, "end" for the end
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentRow:
    """An amendment; `changes` are those of `rules.text.stored`, said of its version.

    `lost` says what of a file could not be kept.
    """

    pk: int
    motion: int
    version: int
    number: int  # of that version
    member: str
    way: Way
    stage: Stage
    changes: tuple[Mapping[str, Any], ...]
    stale: tuple[Stale, ...]
    remarks: tuple[Loose, ...]
    lost: tuple[Text, ...]
    file: int | None
    file_name: str
    late: bool
    at: datetime
    submitted_at: datetime | None
    supporters: tuple[str, ...]

    @property
    def lands(self) -> tuple[str, ...]:
        """Return who wants it: the Land whose it is, and who supports it."""
        return (self.member, *self.supporters)


def base(body: str, motion: int, viewer: Viewer, number: int = 0) -> Base | None:
    """Return the newest version of a motion, or that `number` (two queries).

    Nothing where it is not there for the viewer, or was never submitted.
    """
    row = (
        visibility.motions(viewer)
        .filter(body__slug=body, pk=motion)
        .select_related("item")
        .defer("text", "rationale")
        .first()
    )
    wanted = number or (row.version if row else 0)
    if row is None or not wanted:
        return None
    version = Version.objects.filter(motion=row, number=wanted).first()
    return None if version is None else base_of(row, version)


def base_of(row: Motion, version: Version) -> Base:
    """Return a version as a text that can be amended."""
    return Base(
        motion=row.pk,
        version=version.pk,
        number=version.number,
        flat=flat_of(version),
        ground=ground_of(row, version),
        at=version.at,
        frozen_at=version.frozen_at,
    )


def ground_of(row: Motion, version: Version) -> Ground:
    """Return what decides whether a version can still be amended."""
    item: Item | None = getattr(row, "item", None)
    return Ground(
        MotionStage(row.stage if item is None else item.stage),
        newest=version.number == row.version,
        frozen=version.frozen_at is not None,
    )


def flat_of(version: Version) -> Flat:
    """Return all the words of a version, taken apart."""
    text, rationale = map(paragraphs_from, (version.text, version.rationale))
    paragraphs = whole(version.title, text, rationale)
    return _flats.of(paragraphs, lambda: flatten(paragraphs))


_flats: Remembered[tuple[Paragraph, ...], Flat] = Remembered(32)


def versions_of(motion: int) -> tuple[Version, ...]:
    """Return what has been submitted of a motion, the newest first (one query)."""
    rows = Version.objects.filter(motion=motion, number__gt=0)
    return tuple(rows.order_by("-number"))


def amendments_on(version: int, viewer: Viewer) -> tuple[AmendmentRow, ...]:
    """Return the amendments to a version, drafts of one's own too (two queries)."""
    return _rows(_joined(viewer).filter(version=version))


def amendments_to(versions: Iterable[int], viewer: Viewer) -> tuple[AmendmentRow, ...]:
    """Return the amendments to several versions at the cost of one (two queries)."""
    return _rows(_joined(viewer).filter(version__in=list(versions)))


def amendment(body: str, pk: int, viewer: Viewer) -> AmendmentRow | None:
    """Return one amendment, if the viewer may see it (two queries)."""
    rows = _joined(viewer).filter(motion__body__slug=body, pk=pk)
    return next(iter(_rows(rows)), None)


def draft_of(version: int, member: str, viewer: Viewer) -> AmendmentRow | None:
    """Return what a Land is writing at this version (two queries)."""
    rows = _joined(viewer).filter(version=version, member=member, stage=Stage.DRAFT)
    return next(iter(_rows(rows[:1])), None)


def wanted(base: Base, row: AmendmentRow) -> tuple[Wanted, ...]:
    """Return what an amendment to this version asks for."""
    return from_data(base.flat, row.changes)


def wishes(base: Base, rows: Iterable[AmendmentRow]) -> tuple[Wish, ...]:
    """Return what each Land wants of this version, ready for a synopsis.

    Who supports another's amendment wishes for the same. `source` is the amendment.
    """
    return tuple(
        Wish(land, one, str(row.pk))
        for row in rows
        if row.stage in COUNTED and row.version == base.version
        for one in wanted(base, row)
        for land in row.lands
    )


def deadline_of(motion: int) -> date | None:
    """Return until when amendments to a motion are in time, if it is known."""
    return (
        Deadline.objects.filter(conference__motions=motion, kind=DEADLINE)
        .values_list("day", flat=True)
        .first()
    )


def stale_of(data: Mapping[str, Any]) -> Stale:
    """Read a wish that was not carried over."""
    row = data["change"]
    return Stale(
        data["version"], row["from"][0], _words(row["old"]), _words(row["new"]),
        row.get("reason", ""),
    )  # fmt: skip


def _words(written: Iterable[Any]) -> str:
    """Return stored tokens as running text, new paragraphs with a pilcrow."""
    return "".join(map(_word, written)).strip(" ¶")


def _word(one: Any) -> str:  # noqa: ANN401  (what JSON holds)
    if isinstance(one, str):
        return one
    return "".join(one.values()) if isinstance(one, dict) else " ¶ "


def _joined(viewer: Viewer) -> QuerySet[Amendment]:
    return (
        visibility.amendments(viewer)
        .select_related("file")
        .defer("file__content")
        .annotate(number=F("version__number"))
    )


def _rows(queryset: QuerySet[Amendment]) -> tuple[AmendmentRow, ...]:
    """Return amendments with those who support them, at the cost of two queries.

    A prefetch would do the same, but costs more than all the rest where there are
    hundreds.
    """
    rows = list(queryset)
    supporters: dict[int, list[str]] = defaultdict(list)
    held = AmendmentSupport.objects.filter(amendment__in=[row.pk for row in rows])
    for amendment_, member in held.values_list("amendment", "member"):
        supporters[amendment_].append(member)
    return tuple(_row(row, supporters[row.pk]) for row in rows)


def _row(row: Amendment, supporters: Iterable[str]) -> AmendmentRow:
    return AmendmentRow(
        pk=row.pk,
        motion=row.motion_id,
        version=row.version_id,
        number=row.number,  # type: ignore[attr-defined]  # `_joined` adds it
        member=row.member,
        way=Way(row.way),
        stage=Stage(row.stage),
        changes=tuple(row.changes),
        stale=tuple(map(stale_of, row.stale)),
        remarks=tuple(Loose(*one[:2]) for one in row.remarks if len(one) == _REMARK),
        lost=tuple(Text(*one[1:]) for one in row.remarks if len(one) != _REMARK),
        file=row.file_id,
        file_name=row.file.name if row.file else "",
        late=row.late,
        at=row.at,
        submitted_at=row.submitted_at,
        supporters=tuple(supporters),
    )
