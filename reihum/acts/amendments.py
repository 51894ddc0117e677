"""Amendments: written by a Land, submitted, supported, withdrawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NotRequired, TypedDict, Unpack

from django.db.models import QuerySet

from reihum.acts import found
from reihum.acts.amendment_letters import tell_supporters
from reihum.acts.amendment_rows import (
    draft_row,
    forget,
    ground_of_member,
    store,
    together,
    wanted_of,
)
from reihum.acts.attachments import Upload, keep
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.reads.amendments import deadline_of, ground_of
from reihum.reads.motions import members_of
from reihum.records.models import Amendment
from reihum.rules import amendment as rules
from reihum.rules.amendment import Stage, Way
from reihum.rules.amendment_steps import Step, take
from reihum.rules.rights import Right, may
from reihum.rules.text.stored import from_data
from reihum.rules.text.tracked import Loose
from reihum.rules.words import Refusal, Text


class Given(TypedDict):
    """What comes into a draft in one go.

    `changes` are what `rules.text.stored` writes, said of that version; `remarks` are
    comments that stand at no change, `lost` says what of a file could not be kept,
    `stale` are wishes of an earlier version that found no place in this one; `instead`
    throws away what was there before.
    """

    motion: int
    version: int
    changes: Sequence[Mapping[str, Any]]
    way: NotRequired[Way]
    remarks: NotRequired[Sequence[Loose]]
    lost: NotRequired[Sequence[Text]]
    stale: NotRequired[Sequence[Mapping[str, Any]]]
    file: NotRequired[Upload]
    instead: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A submitted amendment; `late` if it came after `deadline`."""

    amendment: int
    late: bool
    deadline: date | None


@act
def write(
    by: By, *, motion: int, member: str, version: int, step: Step
) -> int | Refusal:
    """Take one step in a Land's draft; return it, or 0 if nothing is left of it."""
    ground = ground_of_member(by, motion, member, version)
    if isinstance(ground, Refusal):
        return ground
    row = draft_row(by, ground, member)
    done = take(ground.flat, wanted_of(ground.flat, row), step)
    return done if isinstance(done, Refusal) else store(by, ground, row, done)


@act
def draft(by: By, *, member: str, **given: Unpack[Given]) -> int | Refusal:
    """Put changes into a Land's draft, also `instead` of what is there so far."""
    ground = ground_of_member(by, given["motion"], member, given["version"])
    if isinstance(ground, Refusal):
        return ground
    try:
        new = from_data(ground.flat, given["changes"])
    except (ValueError, KeyError, TypeError, LookupError):
        return rules.other_text()
    row = draft_row(by, ground, member)
    if given.get("instead", False):
        forget(row)
    wanted = together(wanted_of(ground.flat, row), new)
    row.way = given.get("way", Way.BROWSER)
    row.remarks = [*row.remarks, *_remarks(given)]
    row.stale = [*row.stale, *given.get("stale", ())]
    if (file := given.get("file")) is not None:
        row.file = keep(by, ground.motion, file, member)
    return store(by, ground, row, wanted)


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
    replaced = list(_earlier(row, replaces))
    row.stage, row.submitted_at = Stage.SUBMITTED, by.now
    row.late = rules.is_late(by.today, until)
    row.save()
    facts = {
        "motion": row.motion_id, "version": row.version.number, "way": row.way,
        "changes": row.changes, "late": row.late,
        "replaces": [one.pk for one in replaced],
    }  # fmt: skip
    entry = note(
        by, "amendment.submit", f"amendment:{row.pk}", facts, member=row.member
    )
    for one in replaced:
        one.stage = Stage.REPLACED
        one.save(update_fields=["stage"])
        tell_supporters(by, entry, one, replaced=True)
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
    forget(row)
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
    entry = note(by, "amendment.withdraw", f"amendment:{row.pk}",
                 {"motion": row.motion_id}, member=row.member)  # fmt: skip
    tell_supporters(by, entry, row)
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
    facts: dict[str, object] = {"motion": row.motion_id}
    if row.stage == Stage.DRAFT:  # of a draft the journal tells no more than that
        note(by, "amendment.revise", f"amendment:{row.pk}", facts, member=row.member)
        return row.motion_id
    note(by, "amendment.settle_stale", f"amendment:{row.pk}", {**facts, "wish": gone},
         member=row.member)  # fmt: skip
    return row.motion_id


def _remarks(given: Given) -> list[list[str]]:
    """Return comments and what was lost as the row keeps both."""
    comments = [list(one) for one in given.get("remarks", ())]
    return comments + [["lost", one.de, one.en] for one in given.get("lost", ())]


def _earlier(row: Amendment, pks: Sequence[int]) -> QuerySet[Amendment]:
    """Return which of these are submitted amendments of the same Land."""
    return Amendment.objects.filter(
        pk__in=pks, version=row.version, member=row.member, stage=Stage.SUBMITTED
    ).select_related("motion__body", "motion__conference")


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
