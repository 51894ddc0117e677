"""Whether a motion is for the members alone (vertraulich)."""

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.motion_rows import standing, submitter
from reihum.records.models import Motion, Resolution
from reihum.rules.confidential import check_change
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.words import Refusal


@act
def set_confidential(by: By, *, motion: int, confidential: bool) -> bool | Refusal:
    """Make a motion confidential, or lift it: who submitted it, or the office."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    mine = submitter(by, row)
    refusal = may(by.actor, Right.SET_CONFIDENTIAL, by.chair, mine) or check_change(
        standing(row).stage,
        now=row.confidential,
        wanted=confidential,
        office=by.viewer.office,
        published=_published(row),
    )
    if refusal:
        return refusal
    row.confidential = confidential
    row.save(update_fields=["confidential"])
    note(by, _told(row), f"motion:{row.pk}",
         member=mine if mine in by.actor.members else "")  # fmt: skip
    return confidential


def _told(row: Motion) -> str:
    """Return what the journal says; of a draft no more than that it was changed."""
    if row.stage == Stage.DRAFT:
        return "motion.revise"
    return "motion.confidential" if row.confidential else "motion.lift_confidential"


def _published(row: Motion) -> bool:
    public = Resolution.objects.filter(item__motion=row, published_at__isnull=False)
    return public.exists()
