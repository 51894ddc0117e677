"""What the acts on amendments share: where a Land may write, and storing its draft."""

from collections.abc import Iterable
from dataclasses import dataclass

from reihum.acts import found
from reihum.acts.door import By
from reihum.acts.journal import note
from reihum.reads.amendments import flat_of, ground_of
from reihum.reads.motions import members_of
from reihum.records.models import Amendment, Motion, Version
from reihum.rules import amendment as rules
from reihum.rules.amendment import Stage, Way
from reihum.rules.rights import Right, may
from reihum.rules.signs import check_signs
from reihum.rules.stages import Stage as MotionStage
from reihum.rules.text import parts
from reihum.rules.text.changes import Change
from reihum.rules.text.drafting import ranked
from reihum.rules.text.stored import from_data, to_data
from reihum.rules.text.tokens import Flat
from reihum.rules.text.tracked import Wanted
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class Writable:
    """What somebody writes at: the motion, its newest version, and that text."""

    motion: Motion
    version: Version
    flat: Flat


def ground_of_member(
    by: By, pk: int, member: str, number: int | None = None
) -> Writable | Refusal:
    """Return the version that a member writes at, if it may do so now.

    Without a number it is the newest; with one it must be the newest still.
    """
    row = found.motion(by, pk)
    if isinstance(row, Refusal):
        return row
    if refusal := may(by.actor, Right.AMEND, by.chair, member):
        return refusal
    if member not in members_of(by.body):
        return rules.not_a_member(member, row.body.short)
    wanted = row.version if number is None else number
    version = Version.objects.filter(motion=row, number=wanted, step=0).first()
    if version is None or not wanted:
        drafted = rules.Ground(MotionStage(row.stage))
        return rules.check_open(drafted) or rules.other_text()
    refusal = rules.check_open(ground_of(row, version))
    return refusal or Writable(row, version, flat_of(version))


def draft_row(by: By, ground: Writable, member: str) -> Amendment:
    """Return the draft of a Land at this version, a new one if there is none."""
    known = Amendment.objects.select_for_update(of=("self",)).filter(
        version=ground.version, member=member, stage=Stage.DRAFT
    )
    return known.first() or Amendment(
        motion=ground.motion, version=ground.version, member=member,
        way=Way.BROWSER, at=by.now, who=by.actor.account,
    )  # fmt: skip


def wanted_of(flat: Flat, row: Amendment) -> tuple[Wanted, ...]:
    return from_data(flat, row.changes)


def together(old: tuple[Wanted, ...], new: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """Add wishes to others; what is wished for already stays as it is."""
    known = {one.change for one in old}
    return ranked((*old, *(one for one in new if one.change not in known)))


def store(
    by: By, ground: Writable, row: Amendment, wanted: Iterable[Wanted]
) -> int | Refusal:
    """Store what a draft asks for now; an empty one is gone."""
    wishes = tuple(wanted)
    data = to_data(ground.flat, wishes)
    changes, reasons = [w.change for w in wishes], [w.reason for w in wishes]
    refusal = rules.check_changes(changes, reasons) or (
        _check_parts(ground.flat, changes)
        or check_signs("text", data)
        or check_signs("reason", row.remarks)
    )
    if refusal:
        return refusal
    if not (data or row.remarks or row.stale):
        return _vanish(by, row)
    begun, row.changes = row.pk is None, data
    row.at, row.who = by.now, by.actor.account
    row.save()
    note(by, "amendment.draft" if begun else "amendment.revise", f"amendment:{row.pk}",
         {"motion": row.motion_id}, member=row.member)  # fmt: skip
    return row.pk


def _check_parts(flat: Flat, changes: Iterable[Change]) -> Refusal | None:
    """Return why one of these can be made to no text at all, if so."""
    refusals = (parts.check(flat, one) for one in changes)
    return next((one for one in refusals if one is not None), None)


def _vanish(by: By, row: Amendment) -> int:
    if row.pk is not None:
        note(by, "amendment.discard", f"amendment:{row.pk}", {"motion": row.motion_id},
             member=row.member)  # fmt: skip
        forget(row)
        row.delete()
    return 0


def forget(row: Amendment) -> None:
    """Let go of what a draft says, and of the file that it came from."""
    file, row.file = row.file, None
    row.changes, row.remarks, row.stale = [], [], []
    if file is not None:
        row.save()
        file.delete()
