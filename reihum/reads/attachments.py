"""Files of a motion: which there are, and one with its content."""

from dataclasses import dataclass
from datetime import datetime

from reihum.reads import visibility
from reihum.records.models import Attachment
from reihum.rules.attachment import Kind
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file of a motion, without its content."""

    pk: int
    name: str
    kind: Kind
    media_type: str
    size: int
    at: datetime
    member: str


def annexes_of(motion: int, viewer: Viewer) -> tuple[AttachmentRow, ...]:
    """Return the annexes of a motion in the order in which they came (one query)."""
    rows = visibility.attachments(viewer).filter(motion=motion, kind=Kind.ANNEX)
    return tuple(map(_row, rows.defer("content")))


def content_of(
    body: str, motion: int, pk: int, viewer: Viewer
) -> tuple[AttachmentRow, bytes] | None:
    """Return a file and its content, if the viewer may have it (one query)."""
    rows = visibility.attachments(viewer)
    row = rows.filter(pk=pk, motion=motion, motion__body__slug=body).first()
    return None if row is None else (_row(row), bytes(row.content))


def _row(row: Attachment) -> AttachmentRow:
    return AttachmentRow(
        row.pk, row.name, Kind(row.kind), row.media_type, row.size, row.at, row.member
    )
