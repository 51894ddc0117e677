"""A motion that begins with the words of an earlier one, or of a resolution."""

from dataclasses import dataclass
from typing import Any

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.motion_rows import keep_version, new_row
from reihum.reads import visibility
from reihum.records.models import Motion, Resolution
from reihum.rules.resolution import UNKNOWN as UNKNOWN_RESOLUTION
from reihum.rules.version import Cause
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class _Source:
    """What is carried over: words, category, and that it is confidential."""

    title: str
    text: Any
    rationale: Any
    category: str
    motion: Motion | None


@act
def copy_motion(by: By, *, member: str, conference: int, motion: int) -> int | Refusal:
    """Begin a draft with the words of a motion that one may read; return it."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    source = _Source(row.title, row.text, row.rationale, row.category, row)
    return _begin(by, member, conference, source)


@act
def copy_resolution(by: By, *, member: str, conference: int, key: str) -> int | Refusal:
    """Begin a draft with the words of a resolution; return it."""
    rows = visibility.resolutions(by.viewer).select_related("item__motion")
    row: Resolution | None = rows.filter(body__slug=by.body, key=key).first()
    if row is None:
        return UNKNOWN_RESOLUTION
    motion = row.item.motion if row.item else None
    reasons = motion.rationale if motion else []
    source = _Source(row.title, row.text, reasons, row.category, motion)
    return _begin(by, member, conference, source)


def _begin(by: By, member: str, conference: int, source: _Source) -> int | Refusal:
    """Start anew what has to be asked anew: the Bundesrat, the lead, the mandate."""
    row = new_row(by, member, conference)
    if isinstance(row, Refusal):
        return row
    row.title, row.text, row.rationale = source.title, source.text, source.rationale
    row.category, row.copied_from = source.category, source.motion
    row.confidential = source.motion is not None and source.motion.confidential
    row.save()
    row.supports.create(member=member, role="submitter", at=by.now)
    keep_version(by, row, Cause.COPIED, member)
    note(by, "motion.draft", f"motion:{row.pk}", {"conference": conference},
         member=member)  # fmt: skip
    return row.pk
