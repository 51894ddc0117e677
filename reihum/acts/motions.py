"""Motions: drafted, submitted, co-sponsored, withdrawn."""

from dataclasses import dataclass
from datetime import date
from typing import Unpack

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.motion_import import Incoming, import_many
from reihum.acts.motion_rows import (
    Wording,
    deadline,
    keep_version,
    new_row,
    newest,
    set_stage,
    standing,
    submitter,
    takes_motions,
    words,
    write,
)
from reihum.acts.writing import put_away
from reihum.records.models import Motion
from reihum.rules import motion as rules
from reihum.rules.facts import BeforeBundesrat
from reihum.rules.rights import Right, may
from reihum.rules.stages import Move, Stage, move
from reihum.rules.text import from_data
from reihum.rules.version import Cause
from reihum.rules.words import Refusal
from reihum.rules.writing import check_begun

__all__ = [
    "Incoming",
    "SubmitDone",
    "Withdrawn",
    "check_bundesrat",
    "cosponsor",
    "discard",
    "draft",
    "end_cosponsorship",
    "import_many",
    "revise",
    "submit",
    "submit_new",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class SubmitDone:
    """A submitted motion; `late` if it came after `deadline` and must be admitted."""

    motion: int
    late: bool
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawal; while others who submitted remain, the motion stays theirs."""

    remaining: tuple[str, ...]


@act
def draft(
    by: By, *, member: str, conference: int, **wording: Unpack[Wording]
) -> int | Refusal:
    """Begin a motion that only its Land sees; the journal does not tell its words."""
    row = _begin(by, member, conference, wording)
    if isinstance(row, Refusal):
        return row
    keep_version(by, row, Cause.DRAFTED, member)
    put_away(by, row, new=True)
    note(by, "motion.draft", f"motion:{row.pk}", {"conference": conference},
         member=member)  # fmt: skip
    return row.pk


@act
def submit_new(
    by: By, *, member: str, conference: int, **wording: Unpack[Wording]
) -> SubmitDone | Refusal:
    """Write and submit a motion in one go."""
    row = _begin(by, member, conference, wording)
    if isinstance(row, Refusal):
        return row
    put_away(by, row, new=True)
    return _submit(by, row, member)


@act
def revise(
    by: By, *, motion: int, begun_on: str = "", **wording: Unpack[Wording]
) -> int | Refusal:
    """Change a draft. What is submitted changes only by amendments.

    `begun_on` is the version that the writing began on (`rules.version.Label`): if
    somebody kept another one since, nothing is overwritten.
    """
    row = _draft(by, motion)
    if isinstance(row, Refusal):
        return row
    if refusal := check_begun(begun_on, newest(row)) or write(row, wording):
        return refusal
    row.save()
    put_away(by, row)
    keep_version(by, row, Cause.DRAFTED, submitter(by, row))
    note(by, "motion.revise", f"motion:{row.pk}", member=submitter(by, row))
    return row.pk


@act
def submit(
    by: By, *, motion: int, bundesrat: BeforeBundesrat | None = None
) -> SubmitDone | Refusal:
    """Submit a draft, with the answer to whether it is before the Bundesrat.

    After the deadline it comes in late and waits for its admission. "Yes" does not
    keep it out: the answer is the Land's, and is recorded; whether the matter really is
    before the Bundesrat the office decides, and puts nothing on the agenda until then.
    """
    row = _draft(by, motion)
    if isinstance(row, Refusal):
        return row
    row.bundesrat = bundesrat or row.bundesrat
    return _submit(by, row, submitter(by, row))


@act
def discard(by: By, *, motion: int) -> int | Refusal:
    """Throw a draft away; return the number of its conference."""
    row = _draft(by, motion)
    if isinstance(row, Refusal):
        return row
    note(by, "motion.discard", f"motion:{row.pk}", member=submitter(by, row))
    row.splits.update(split_from=None)  # what was taken out of it goes on alone
    row.delete()
    return row.conference.number or 0


@act
def cosponsor(by: By, *, motion: int, member: str) -> int | Refusal:
    """Stand behind another member's motion, once, until the deadline."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    until = deadline(row.conference, "cosponsors")
    refusal = may(by.actor, Right.COSPONSOR, by.chair, member) or (
        rules.check_cosponsor(standing(row), member, by.today, until)
    )
    if refusal:
        return refusal
    row.supports.create(member=member, role="cosponsor", at=by.now)
    note(by, "motion.cosponsor", f"motion:{row.pk}", member=member)
    return row.pk


@act
def end_cosponsorship(by: By, *, motion: int, member: str) -> int | Refusal:
    """No longer stand behind a motion; the journal keeps that one did."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    refusal = may(by.actor, Right.WITHDRAW_COSPONSORSHIP, by.chair, member) or (
        rules.check_leaving(standing(row), member)
    )
    if refusal:
        return refusal
    row.supports.filter(member=member).delete()
    note(by, "motion.end_cosponsorship", f"motion:{row.pk}", member=member)
    return row.pk


@act
def withdraw(by: By, *, motion: int, member: str) -> Withdrawn | Refusal:
    """Withdraw one's motion; its number stays. Others who submitted it may go on."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    now = standing(row)
    refusal = may(by.actor, Right.WITHDRAW_MOTION, by.chair, member) or (
        rules.check_withdrawal(now, member)
    )
    stage = refusal or move(now.stage, Move.WITHDRAW)
    if isinstance(stage, Refusal):
        return stage
    remaining = tuple(code for code in now.submitters if code != member)
    if remaining:
        row.supports.filter(member=member).delete()
    else:
        set_stage(row, stage)
    note(by, "motion.withdraw", f"motion:{row.pk}", {"remaining": remaining},
         member=member)  # fmt: skip
    return Withdrawn(remaining)


@act
def check_bundesrat(by: By, *, motion: int, answer: BeforeBundesrat) -> int | Refusal:
    """Record whether the matter is before the Bundesrat: its Land, or the office."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    refusal = may(by.actor, Right.CHECK_BUNDESRAT, by.chair, submitter(by, row)) or (
        rules.check_still_open(standing(row))
    )
    if refusal:
        return refusal
    before, row.bundesrat = row.bundesrat, answer
    row.save(update_fields=["bundesrat"])
    note(by, "motion.check_bundesrat", f"motion:{row.pk}",
         {"before": before, "answer": answer})  # fmt: skip
    return row.pk


def _begin(by: By, member: str, number: int, wording: Wording) -> Motion | Refusal:
    row = new_row(by, member, number)
    if isinstance(row, Refusal):
        return row
    if refusal := write(row, wording):
        return refusal
    row.save()
    row.supports.create(member=member, role="submitter", at=by.now)
    return row


def _draft(by: By, pk: int) -> Motion | Refusal:
    """Return a draft of one's own."""
    row = found.motion(by, pk)
    if isinstance(row, Refusal):
        return row
    refusal = may(
        by.actor, Right.SUBMIT_MOTION, by.chair, submitter(by, row)
    ) or rules.check_draft(Stage(row.stage))
    return refusal or row


def _submit(by: By, row: Motion, member: str) -> SubmitDone | Refusal:
    until = deadline(row.conference, "motions")
    stage = (
        takes_motions(by, row.conference)
        or rules.check_wording(row.title, from_data(row.text), complete=True)
        or move(Stage(row.stage), rules.arrival(by.today, until))
    )
    if isinstance(stage, Refusal):
        return stage
    row.stage, row.late, row.submitted_at = stage, stage is Stage.LATE, by.now
    row.save()
    keep_version(by, row, Cause.SUBMITTED, member)
    note(by, "motion.submit", f"motion:{row.pk}",
         {"conference": row.conference.number, "deadline": until, **words(row)},
         member=member)  # fmt: skip
    return SubmitDone(row.pk, row.late, until)
