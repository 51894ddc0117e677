"""Amendments: written by a Land, submitted, supported, withdrawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NotRequired, TypedDict, Unpack

from reihum.acts import found
from reihum.acts.attachments import Upload, keep
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.reads.amendments import deadline_of, flat_of, ground_of
from reihum.reads.motions import members_of
from reihum.records.models import Amendment, Motion, Version
from reihum.rules import amendment as rules
from reihum.rules.amendment import Stage, Way
from reihum.rules.amendment_steps import Step, take
from reihum.rules.rights import Right, may
from reihum.rules.signs import check_signs
from reihum.rules.stages import Stage as MotionStage
from reihum.rules.text.drafting import ranked
from reihum.rules.text.stored import from_data, to_data
from reihum.rules.text.tokens import Flat
from reihum.rules.text.tracked import Loose, Wanted
from reihum.rules.words import Refusal


class Given(TypedDict):
    """What comes into a draft in one go.

    `changes` are what `rules.text.stored` writes, said of that version; `remarks` are
    comments that stand at no change; `instead` throws away what was there before.
    """

    motion: int
    version: int
    changes: Sequence[Mapping[str, Any]]
    way: NotRequired[Way]
    remarks: NotRequired[Sequence[Loose]]
    file: NotRequired[Upload]
    instead: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A submitted amendment; `late` if it came after `deadline`."""

    amendment: int
    late: bool
    deadline: date | None


@dataclass(frozen=True, slots=True)
class _Ground:
    """What somebody writes at: the motion, its newest version, and that text."""

    motion: Motion
    version: Version
    flat: Flat


@act
def write(
    by: By, *, motion: int, member: str, version: int, step: Step
) -> int | Refusal:
    """Take one step in a Land's draft; return it, or 0 if nothing is left of it."""
    ground = _ground(by, motion, member, version)
    if isinstance(ground, Refusal):
        return ground
    row = _draft(by, ground, member)
    done = take(ground.flat, _wanted(ground.flat, row), step)
    return done if isinstance(done, Refusal) else _keep(by, ground, row, done)


@act
def draft(by: By, *, member: str, **given: Unpack[Given]) -> int | Refusal:
    """Put changes into a Land's draft, also `instead` of what is there so far."""
    ground = _ground(by, given["motion"], member, given["version"])
    if isinstance(ground, Refusal):
        return ground
    try:
        new = from_data(ground.flat, given["changes"])
    except (ValueError, KeyError, TypeError, LookupError):
        return rules.other_text()
    row = _draft(by, ground, member)
    if given.get("instead", False):
        _forget(row)
    wanted = _together(_wanted(ground.flat, row), new)
    row.way = given.get("way", Way.BROWSER)
    row.remarks = [*row.remarks, *map(list, given.get("remarks", ()))]
    if (file := given.get("file")) is not None:
        row.file = keep(by, ground.motion, file, member)
    return _keep(by, ground, row, wanted)


@act
def submit(
    by: By, *, amendment: int, replaces: Sequence[int] = ()
) -> Submitted | Refusal:
    """Submit a draft, also in the place of earlier ones of the same Land."""
    row = _own(by, amendment, Right.AMEND)
    if isinstance(row, Refusal):
        return row
    refusal = rules.check_draft(Stage(row.stage)) or (
        rules.check_open(ground_of(row.motion, row.version))
        or rules.check_something(row.changes)
    )
    if refusal:
        return refusal
    until = deadline_of(row.motion_id)
    replaced = _replace(row, replaces)
    row.stage, row.submitted_at = Stage.SUBMITTED, by.now
    row.late = rules.is_late(by.today, until)
    row.save()
    note(by, "amendment.submit", f"amendment:{row.pk}",
         {"motion": row.motion_id, "version": row.version.number, "way": row.way,
          "changes": row.changes, "late": row.late, "replaces": replaced},
         member=row.member)  # fmt: skip
    return Submitted(row.pk, row.late, until)


@act
def discard(by: By, *, amendment: int) -> int | Refusal:
    """Throw a draft away; return its motion."""
    row = _own(by, amendment, Right.AMEND)
    if isinstance(row, Refusal):
        return row
    if refusal := rules.check_draft(Stage(row.stage)):
        return refusal
    note(by, "amendment.discard", f"amendment:{row.pk}", {"motion": row.motion_id},
         member=row.member)  # fmt: skip
    _forget(row)
    row.delete()
    return row.motion_id


@act
def withdraw(by: By, *, amendment: int) -> int | Refusal:
    """Withdraw an amendment; the journal keeps what it said. Return its motion."""
    row = _own(by, amendment, Right.WITHDRAW_AMENDMENT)
    if isinstance(row, Refusal):
        return row
    refusal = rules.check_submitted(Stage(row.stage)) or (
        rules.check_open(ground_of(row.motion, row.version))
    )
    if refusal:
        return refusal
    row.stage = Stage.WITHDRAWN
    row.save(update_fields=["stage"])
    note(by, "amendment.withdraw", f"amendment:{row.pk}", {"motion": row.motion_id},
         member=row.member)  # fmt: skip
    return row.motion_id


@act
def support(by: By, *, amendment: int, member: str) -> int | Refusal:
    """Want the same as another member's amendment; return its motion."""
    row = _standing(by, amendment, member)
    if isinstance(row, Refusal):
        return row
    if member not in members_of(by.body):
        return rules.not_a_member(member, row.motion.body.short)
    if refusal := rules.check_support(row.member, _supporters(row), member):
        return refusal
    row.supports.create(member=member, at=by.now)
    note(by, "amendment.support", f"amendment:{row.pk}", {"motion": row.motion_id},
         member=member)  # fmt: skip
    return row.motion_id


@act
def end_support(by: By, *, amendment: int, member: str) -> int | Refusal:
    """No longer support an amendment; the journal keeps that one did."""
    row = _standing(by, amendment, member)
    if isinstance(row, Refusal):
        return row
    if refusal := rules.check_end_support(_supporters(row), member):
        return refusal
    row.supports.filter(member=member).delete()
    note(by, "amendment.end_support", f"amendment:{row.pk}", {"motion": row.motion_id},
         member=member)  # fmt: skip
    return row.motion_id


@act
def settle_stale(by: By, *, amendment: int, place: int) -> int | Refusal:
    """Say that a wish that was not carried over needs no further attention."""
    row = _own(by, amendment, Right.AMEND)
    if isinstance(row, Refusal):
        return row
    if not 0 <= place < len(row.stale):
        return rules.unknown_amendment()
    gone = row.stale.pop(place)
    row.save(update_fields=["stale"])
    note(by, "amendment.settle_stale", f"amendment:{row.pk}",
         {"motion": row.motion_id, "wish": gone}, member=row.member)  # fmt: skip
    return row.motion_id


def _ground(by: By, pk: int, member: str, number: int) -> _Ground | Refusal:
    """Return the version that a member writes at, if it may do so now."""
    row = found.motion(by, pk)
    if isinstance(row, Refusal):
        return row
    if refusal := may(by.actor, Right.AMEND, by.chair, member):
        return refusal
    if member not in members_of(by.body):
        return rules.not_a_member(member, row.body.short)
    version = Version.objects.filter(motion=row, number=number, step=0).first()
    if version is None or not number:
        drafted = rules.Ground(MotionStage(row.stage))
        return rules.check_open(drafted) or rules.other_text()
    refusal = rules.check_open(ground_of(row, version))
    return refusal or _Ground(row, version, flat_of(version))


def _draft(by: By, ground: _Ground, member: str) -> Amendment:
    """Return the draft of a Land at this version, a new one if there is none."""
    known = Amendment.objects.select_for_update(of=("self",)).filter(
        version=ground.version, member=member, stage=Stage.DRAFT
    )
    return known.first() or Amendment(
        motion=ground.motion, version=ground.version, member=member,
        way=Way.BROWSER, at=by.now, who=by.actor.account,
    )  # fmt: skip


def _wanted(flat: Flat, row: Amendment) -> tuple[Wanted, ...]:
    return from_data(flat, row.changes)


def _together(old: tuple[Wanted, ...], new: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """Add wishes to others; what is wished for already stays as it is."""
    known = {one.change for one in old}
    return ranked((*old, *(one for one in new if one.change not in known)))


def _keep(
    by: By, ground: _Ground, row: Amendment, wanted: Iterable[Wanted]
) -> int | Refusal:
    """Store what a draft asks for now; an empty one is gone."""
    wishes = tuple(wanted)
    data = to_data(ground.flat, wishes)
    changes, reasons = [w.change for w in wishes], [w.reason for w in wishes]
    if refusal := rules.check_changes(changes, reasons) or check_signs("text", data):
        return refusal
    if not (data or row.remarks or row.stale):
        return _vanish(by, row)
    begun, row.changes = row.pk is None, data
    row.at, row.who = by.now, by.actor.account
    row.save()
    note(by, "amendment.draft" if begun else "amendment.revise", f"amendment:{row.pk}",
         {"motion": row.motion_id}, member=row.member)  # fmt: skip
    return row.pk


def _vanish(by: By, row: Amendment) -> int:
    if row.pk is not None:
        note(by, "amendment.discard", f"amendment:{row.pk}", {"motion": row.motion_id},
             member=row.member)  # fmt: skip
        _forget(row)
        row.delete()
    return 0


def _forget(row: Amendment) -> None:
    """Let go of what a draft says, and of the file that it came from."""
    file, row.file = row.file, None
    row.changes, row.remarks = [], []
    if file is not None:
        row.save()
        file.delete()


def _replace(row: Amendment, pks: Sequence[int]) -> list[int]:
    """Take earlier amendments of the same Land out; return which those were."""
    earlier = Amendment.objects.filter(
        pk__in=pks, version=row.version, member=row.member, stage=Stage.SUBMITTED
    )
    replaced = sorted(earlier.values_list("pk", flat=True))
    earlier.update(stage=Stage.REPLACED)
    return replaced


def _own(by: By, pk: int, right: Right) -> Amendment | Refusal:
    """Return an amendment of one's own Land."""
    row = found.amendment(by, pk)
    if isinstance(row, Refusal):
        return row
    return may(by.actor, right, by.chair, row.member) or row


def _standing(by: By, pk: int, member: str) -> Amendment | Refusal:
    """Return a submitted amendment that a member may stand behind, or no longer."""
    row = found.amendment(by, pk)
    if isinstance(row, Refusal):
        return row
    refusal = (
        may(by.actor, Right.SUPPORT_AMENDMENT, by.chair, member)
        or rules.check_submitted(Stage(row.stage))
        or rules.check_open(ground_of(row.motion, row.version))
    )
    return refusal or row


def _supporters(row: Amendment) -> list[str]:
    return list(row.supports.values_list("member", flat=True))
