"""Files of a motion: kept, added, taken away."""

from dataclasses import dataclass
from hashlib import sha256

from reihum.acts.door import By
from reihum.records.models import Attachment, Motion
from reihum.rules.attachment import Kind, clean_name, media_type


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
