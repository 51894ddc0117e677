"""Files of a motion: kept, added, taken away."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.motion_rows import standing
from reihum.records.models import Attachment, Motion
from reihum.rules.attachment import (
    MOST,
    Kind,
    check_annex,
    clean_name,
    media_type,
    unknown_attachment,
)
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.version import check_wording_open
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in."""

    name: str
    content: bytes


def keep(
    by: By, motion: Motion, file: Upload, member: str, kind: Kind = Kind.SOURCE
) -> Attachment:
    """Store a file with a motion."""
    name = clean_name(file.name)
    return Attachment.objects.create(
        motion=motion, name=name, kind=kind, media_type=media_type(name),
        size=len(file.content), digest=sha256(file.content).hexdigest(),
        content=file.content, at=by.now, who=by.actor.account, member=member,
    )  # fmt: skip


@act
def add(by: By, *, motion: int, file: Upload) -> int | Refusal:
    """Add an annex to a motion of one's own."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    now = standing(row)
    count = row.attachments.filter(kind=Kind.ANNEX).count()
    refusal = may_change(by, now.stage, now.submitters) or check_annex(
        clean_name(file.name), file.content, count
    )
    if refusal:
        return refusal
    member = next(code for code in now.submitters if code in by.actor.members)
    return _add(by, row, file, member).pk


@act
def remove(by: By, *, motion: int, attachment: int) -> int | Refusal:
    """Take an annex away; the journal keeps its name and digest."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    now = standing(row)
    if refusal := may_change(by, now.stage, now.submitters):
        return refusal
    file = row.attachments.filter(pk=attachment, kind=Kind.ANNEX).first()
    if file is None:
        return unknown_attachment()
    member = next(code for code in now.submitters if code in by.actor.members)
    note(by, _act(now.stage, "annex_remove"), f"motion:{row.pk}",
         {"name": file.name, "digest": file.digest}, member=member)  # fmt: skip
    file.delete()
    return row.pk


def may_change(by: By, stage: Stage, submitters: Sequence[str]) -> Refusal | None:
    """Return why somebody may not change the annexes of a motion now, if so."""
    own = next((code for code in submitters if code in by.actor.members), None)
    return may(by.actor, Right.SUBMIT_MOTION, by.chair, own or submitters[0]) or (
        check_wording_open(stage)
    )


def _act(stage: Stage, name: str) -> str:
    """Return how the journal calls it: what happens to a draft is its Land's own."""
    return f"motion.draft_{name}" if stage is Stage.DRAFT else f"motion.{name}"


@act
def keep_source(
    by: By, *, motion: int, file: Upload, annexes: Sequence[tuple[str, bytes]]
) -> int | Refusal:
    """Keep the Word file that a motion came from; its annexes become the motion's.

    Of the file itself only its Land hears, whatever becomes of the motion.
    """
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    now = standing(row)
    if refusal := may_change(by, now.stage, now.submitters):
        return refusal
    member = next(code for code in now.submitters if code in by.actor.members)
    kept = keep(by, row, file, member)
    note(by, "motion.keep_source", f"motion:{row.pk}",
         {"name": kept.name, "digest": kept.digest}, member=member)  # fmt: skip
    for title, data in annexes:
        annex = Upload(f"{title or 'Anlage'}.docx", data)
        if not _has(row, annex):
            _add(by, row, annex, member)
    return kept.pk


def _has(row: Motion, file: Upload) -> bool:
    """Whether a motion has this annex already, or as many as it can have.

    Whoever reads the same Word file in once more does not want its annex twice.
    """
    there = row.attachments.filter(kind=Kind.ANNEX)
    digest = sha256(file.content).hexdigest()
    return there.count() >= MOST or there.filter(digest=digest).exists()


def _add(by: By, row: Motion, file: Upload, member: str) -> Attachment:
    kept = keep(by, row, file, member, Kind.ANNEX)
    note(by, _act(standing(row).stage, "annex_add"), f"motion:{row.pk}",
         {"name": kept.name, "digest": kept.digest}, member=member)  # fmt: skip
    return kept
