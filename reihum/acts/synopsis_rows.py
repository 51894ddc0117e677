"""What the acts on a synopsis share: the version, locked, with all that lies on it."""

from dataclasses import dataclass

from reihum.acts import found
from reihum.acts.door import By
from reihum.reads.amendments import amendments_on, base_of
from reihum.reads.laid import Laid, laid
from reihum.records.models import Compromise, Motion, Version
from reihum.rules.decision import check_deciding
from reihum.rules.motion import unknown_motion
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class Here:
    """The version that is decided on, its motion, and the synopsis as it stands."""

    motion: Motion
    version: Version
    laid: Laid

    @property
    def subject(self) -> str:
        """Return what the journal calls it."""
        return f"motion:{self.motion.pk}"

    def compromise(self, paragraph: str) -> Compromise | None:
        """Return the compromise for a paragraph, if there is one."""
        return self.version.compromises.filter(paragraph=paragraph).first()


def here(
    by: By, motion: int, number: int, right: Right, member: str | None = None
) -> Here | Refusal:
    """Return a version that may be decided on now, by whoever acts."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    if refusal := may(by.actor, right, by.chair, member):
        return refusal
    version = Version.objects.filter(motion=row, number=number, step=0).first()
    if version is None or not number:
        return unknown_motion()
    base = base_of(row, version)
    refusal = check_deciding(
        base.ground.stage, newest=base.ground.newest, frozen=base.ground.frozen
    )
    if refusal:
        return refusal
    return Here(row, version, laid(base, amendments_on(version.pk, by.viewer)))
