"""The versions of a motion (Fassungen): a list of them, and one word for word."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from reihum.reads import visibility
from reihum.records.models import Version
from reihum.rules.text import Paragraph, Part, from_data
from reihum.rules.text.whole import whole
from reihum.rules.version import Cause, Label
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version: how it came about, by whom; `frozen_at` when it was put to the vote.

    Without a `member` it was the office.
    """

    label: Label
    title: str
    cause: Cause
    at: datetime
    member: str
    frozen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Wording:
    """A version with all its words: the title first, then text and rationale."""

    row: VersionRow
    paragraphs: tuple[Paragraph, ...]

    def of(self, part: Part) -> tuple[Paragraph, ...]:
        return tuple(one for one in self.paragraphs if one.part is part)


def versions(motion: int, viewer: Viewer) -> tuple[VersionRow, ...]:
    """Return the versions that the viewer may see, the newest first: one query."""
    rows = _seen(motion, viewer).order_by("-number", "-step").defer("text", "rationale")
    return tuple(map(_row, rows))


def version(motion: int, label: Label, viewer: Viewer) -> Wording | None:
    """Return one version, if there is one that the viewer may see."""
    rows = _seen(motion, viewer).filter(number=label.number, step=label.step)
    row = rows.first()
    return None if row is None else Wording(_row(row), _paragraphs(row))


def _seen(motion: int, viewer: Viewer) -> QuerySet[Version]:
    return visibility.versions(viewer).filter(motion=motion)


def _row(row: Version) -> VersionRow:
    return VersionRow(
        label=Label(row.number, row.step),
        title=row.title,
        cause=Cause(row.cause),
        at=row.at,
        member=row.member,
        frozen_at=row.frozen_at,
    )


def _paragraphs(row: Version) -> tuple[Paragraph, ...]:
    return whole(row.title, from_data(row.text), from_data(row.rationale))
