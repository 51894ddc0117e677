"""Motions that become one, and one that becomes two (zusammenführen, teilen)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from reihum.acts import found
from reihum.acts.amendment_carry import carry_over
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.letters import merge_letter, send_to_members
from reihum.acts.motion_rows import (
    keep_version,
    pending,
    set_stage,
    standing,
    submitter,
)
from reihum.records.models import Item, Motion, Support, Version
from reihum.rules import motion_family as rules
from reihum.rules.motion import check_wording
from reihum.rules.rights import Right, may
from reihum.rules.signs import one_line
from reihum.rules.stages import Move, Stage, move
from reihum.rules.text import from_data, to_data
from reihum.rules.version import Cause
from reihum.rules.words import Refusal

Role = Literal["submitter", "cosponsor"]


@dataclass(frozen=True, slots=True)
class Merged:
    """The motion that stays, and who stands behind it now."""

    motion: int
    submitters: tuple[str, ...]
    cosponsors: tuple[str, ...]


@act
def merge(
    by: By, *, motion: int, into: int, append: bool = False, agreed: bool = False
) -> Merged | Refusal:
    """Let a motion go on in another one of the same conference.

    `agreed` is the office's declaration that the Länder behind both agree; the journal
    keeps it. With `append` the other's paragraphs are put behind as a new version.
    """
    if refusal := may(by.actor, Right.MERGE_MOTIONS, by.chair):
        return refusal
    # Always in this order, so that two who merge at once do not wait for each other.
    rows = {pk: found.motion(by, pk) for pk in sorted({motion, into})}
    gone, kept = rows[motion], rows[into]
    if isinstance(gone, Refusal):
        return gone
    if isinstance(kept, Refusal):
        return kept
    refusal = rules.check_merge(_side(gone), _side(kept), append=append, agreed=agreed)
    stage = refusal or move(standing(gone).stage, Move.MERGE)
    if isinstance(stage, Refusal):
        return stage
    both = rules.behind_both(standing(kept), standing(gone))
    _take_over(kept, gone, both.submitters, "submitter")
    _take_over(kept, gone, both.cosponsors, "cosponsor")
    if append:
        _append(by, kept, gone)
    _point_at(gone, kept, stage)
    note(by, "motion.merge", f"motion:{gone.pk}",
         {"into": f"motion:{kept.pk}", "append": append, "agreed": agreed})  # fmt: skip
    entry = note(by, "motion.take_in", f"motion:{kept.pk}",
         {"motion": f"motion:{gone.pk}", "submitters": both.submitters,
          "cosponsors": both.cosponsors, "version": kept.version})  # fmt: skip
    everybody = (*both.submitters, *both.cosponsors)
    send_to_members(by, entry, merge_letter(gone, kept, by.chair), everybody)
    return Merged(kept.pk, both.submitters, both.cosponsors)


@act
def split(
    by: By, *, motion: int, paragraphs: Collection[str], title: str
) -> int | Refusal:
    """Take paragraphs out into a motion of their own, of the same Länder; return it.

    Both begin a new version, and both point at each other.
    """
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    title, now, mine = one_line(title), standing(row), submitter(by, row)
    refusal = (
        may(by.actor, Right.SPLIT_MOTION, by.chair, mine)
        or rules.check_split(now.stage, pending(row))
        or check_wording(title, (), complete=False)
    )
    if refusal:
        return refusal
    parted = rules.part(from_data(row.text), paragraphs)
    if isinstance(parted, Refusal):
        return parted
    new = _part_of(row, title, rules.stage_of_part(now.stage))
    new.text, row.text = to_data(parted.taken), to_data(parted.left)
    new.save()
    row.save()
    _same_support(row, new)
    member = mine if mine in by.actor.members else ""
    before = row.version
    for one in (row, new):
        keep_version(by, one, Cause.SPLIT, member)
    _take_drafts_along(by, row, before)
    _note_split(by, row, new, member)
    return new.pk


def _side(row: Motion) -> rules.Side:
    return rules.Side(
        motion=row.pk,
        conference=row.conference_id,
        stage=standing(row).stage,
        pending=pending(row),
        placed=hasattr(row, "item"),
        confidential=row.confidential,
    )


def _take_over(
    kept: Motion, gone: Motion, members: Collection[str], role: Role
) -> None:
    """Let these members stand behind the motion that stays, since when they did."""
    since = {one.member: one.at for one in gone.supports.all()}
    known = {one.member: one for one in kept.supports.all()}
    for member in members:
        support = known.get(member)
        if support is None:
            kept.supports.create(member=member, role=role, at=since[member])
        elif support.role != role:
            support.role = role
            support.save(update_fields=["role"])


def _append(by: By, kept: Motion, gone: Motion) -> None:
    versions = Version.objects.filter(motion=kept).values_list("text", flat=True)
    taken = {one["id"] for text in versions for one in text}
    text = rules.appended(from_data(kept.text), from_data(gone.text), taken)
    kept.text = to_data(text)
    kept.save(update_fields=["text"])
    before = kept.version
    keep_version(by, kept, Cause.MERGED)
    _take_drafts_along(by, kept, before)


def _take_drafts_along(by: By, row: Motion, before: int) -> None:
    """Let the drafts of amendments go on with the new version, as in a synopsis.

    What was submitted has been decided: `pending` saw to it. A draft has no versions.
    """
    if before:
        versions = Version.objects.filter(motion=row, step=0)
        old, new = (versions.get(number=one) for one in (before, row.version))
        carry_over(by, row, old, new, ())


def _point_at(gone: Motion, kept: Motion, stage: Stage) -> None:
    """Leave the motion readable, with its number, and let it refer to the other one."""
    Motion.objects.filter(merged_into=gone).update(merged_into=kept)
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    set_stage(gone, stage)
    item: Item | None = getattr(gone, "item", None)
    if item is not None:
        Item.objects.filter(joined_with=item).update(joined_with=kept.item)
        Item.objects.filter(pk=item.pk).update(joined_with=kept.item)


def _part_of(row: Motion, title: str, stage: Stage) -> Motion:
    """Return a motion that is as the one that it came from, but for its text."""
    return Motion(
        body=row.body, conference=row.conference, title=title,
        rationale=row.rationale, category=row.category, bundesrat=row.bundesrat,
        stage=stage, late=row.late, confidential=row.confidential, split_from=row,
        submitted_at=row.submitted_at, demo=row.demo,
    )  # fmt: skip


def _same_support(row: Motion, new: Motion) -> None:
    Support.objects.bulk_create(
        Support(motion=new, member=one.member, role=one.role, at=one.at)
        for one in row.supports.all()
    )


def _note_split(by: By, row: Motion, new: Motion, member: str) -> None:
    """Say it of both; of a draft the journal tells no more than of any draft."""
    if new.stage == Stage.DRAFT:
        note(by, "motion.revise", f"motion:{row.pk}", member=member)
        note(by, "motion.draft", f"motion:{new.pk}",
             {"conference": row.conference.number}, member=member)  # fmt: skip
        return
    note(by, "motion.split", f"motion:{row.pk}",
         {"off": f"motion:{new.pk}", "text": row.text}, member=member)  # fmt: skip
    note(by, "motion.split_off", f"motion:{new.pk}",
         {"from": f"motion:{row.pk}", "title": new.title, "text": new.text},
         member=member)  # fmt: skip
