"""Ballots (Abstimmungen): open one, cast and record votes, close it; declare.

Every act locks the row of its ballot. So two votes at one moment, or a vote and the
closing, come one after the other, and the second finds what the first one did.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.motion_rows import freeze, unfreeze, voted_on
from reihum.reads.ballots import given_of, judge, local
from reihum.reads.rulebooks import parsed, text_on
from reihum.records.models import (
    Ballot,
    CastVote,
    Item,
    Resolution,
    Statement,
)
from reihum.rules import ballot as rules
from reihum.rules import numbering
from reihum.rules.dates import PartialDate
from reihum.rules.facts import ConferenceState, Procedure, Vote
from reihum.rules.outcome import Outcome, Result
from reihum.rules.release import Part
from reihum.rules.rights import Right, may
from reihum.rules.stages import Move, Stage, move
from reihum.rules.verdict import sentence
from reihum.rules.words import Refusal

# A vote without a quorum, or one that an objection has ended, decides nothing: the
# item is back on the agenda and can be voted on again.
MOVES: Mapping[Result, Move] = {
    Result.ADOPTED: Move.ADOPT,
    Result.REJECTED: Move.REJECT,
    Result.NOT_QUORATE: Move.REOPEN,
    Result.OBJECTED: Move.REOPEN,
}


@dataclass(frozen=True, slots=True)
class Closed:
    """How the ballot ended, and the key of the resolution if it became one."""

    outcome: Outcome
    resolution: str | None


@act
def open_ballot(
    by: By,
    *,
    item: int,
    present: Collection[str] | None = None,
    procedure: Procedure = Procedure.SESSION,
) -> int | Refusal:
    """Open the vote on an item, under the rules in force today; return the ballot.

    `present` are the codes of those in the room; None says that all are.
    """
    row, text = _item(by, item), text_on(by.body, by.today)
    if row is None:
        return rules.UNKNOWN_ITEM
    state = ConferenceState(row.conference.state)
    refusal = may(by.actor, Right.OPEN_BALLOT, by.chair) or (
        rules.check_procedure(procedure, state)
    )
    if refusal:
        return refusal
    if text is None:
        return rules.NO_RULES
    stage, book = move(Stage(row.stage), Move.OPEN_VOTE), parsed(text)
    if refusal := rules.check_present(present, book):
        return refusal
    if isinstance(stage, Refusal):
        return stage
    here = [code for code in book.voters if present is None or code in present]
    ballot = Ballot.objects.create(
        item=row, procedure=procedure, category=row.category, rulebook=text,
        present=here, opened_at=by.now,
    )  # fmt: skip
    _lead(row, stage)
    if row.motion is not None:
        freeze(by, row.motion)
    data = {"item": row.pk, "number": row.number, "present": here}
    note(by, "ballot.open", f"ballot:{ballot.pk}", data | {"procedure": procedure})
    return ballot.pk


@act
def cast(by: By, *, ballot: int, member: str, vote: str) -> Vote | Refusal:
    """Cast the one vote of a member; who gives it is only an attribute."""
    row = _open(by, ballot, Right.CAST_OWN_VOTE, member)
    if isinstance(row, Refusal):
        return row
    if refusal := rules.check_cast(member, given_of(row), parsed(row.rulebook)):
        return refusal
    read = rules.vote_of(vote)
    if isinstance(read, Refusal):
        return read
    CastVote.objects.create(
        ballot=row, member=member, vote=read, at=by.now, by=by.actor.account
    )
    note(by, "ballot.cast", f"ballot:{row.pk}", {"vote": read}, member=member)
    return read


@act
def record(
    by: By,
    *,
    ballot: int,
    votes: Mapping[str, str],
    seen: Mapping[str, str] | None = None,
) -> int | Refusal:
    """Enter votes for the office, as shown in the room; return how many are new.

    A vote already cast may be changed while the ballot is open; the journal keeps the
    old one. Who is not in `votes` stays as they are. `seen` is what the page showed;
    without it, everything that stands there counts as seen.
    """
    row = _open(by, ballot, Right.RECORD_ANY_VOTE)
    if isinstance(row, Refusal):
        return row
    read = rules.votes_of(votes)
    if isinstance(read, Refusal):
        return read
    given = given_of(row)
    before = {code: cast.vote for code, cast in given.items()}
    known = before if seen is None else seen
    if refusal := rules.check_record(read, known, given, parsed(row.rulebook)):
        return refusal
    new = {code: vote for code, vote in read.items() if vote != before.get(code)}
    if new:
        _enter(by, row, new)
        changes = {c: {"old": before.get(c), "new": vote} for c, vote in new.items()}
        note(by, "ballot.record", f"ballot:{row.pk}", {"votes": changes})
    return len(new)


@act
def close(by: By, *, ballot: int) -> Closed | Refusal:
    """Judge a ballot by the rules it was opened under; no vote counts after this.

    The item moves on, and an adopted one becomes a resolution, not yet published.
    """
    row = _open(by, ballot, Right.CLOSE_BALLOT)
    if isinstance(row, Refusal):
        return row
    outcome = judge(row)
    stage = move(Stage(row.item.stage), MOVES[outcome.result])
    if isinstance(stage, Refusal):
        return stage
    _end(by, row, stage, adopted=outcome.adopted)
    resolution = _resolve(by, row) if outcome.adopted else None
    if isinstance(resolution, Refusal):
        return resolution
    data = _facts(outcome) | {"resolution": resolution}
    note(by, "ballot.close", f"ballot:{row.pk}", data)
    return Closed(outcome, resolution)


@act
def break_off(by: By, *, ballot: int) -> Stage | Refusal:
    """End a ballot without a result (Abbruch); the item is back on the agenda."""
    row = _open(by, ballot, Right.CLOSE_BALLOT)
    if isinstance(row, Refusal):
        return row
    stage = move(Stage(row.item.stage), Move.REOPEN)
    if isinstance(stage, Refusal):
        return stage
    _end(by, row, stage, adopted=None)
    votes = {code: given.vote for code, given in given_of(row).items()}
    note(by, "ballot.break_off", f"ballot:{row.pk}", {"votes": votes})
    return stage


@act
def declare(by: By, *, item: int, member: str, text: str) -> int | Refusal:
    """Make a member's statement for the record; one on each item, until it is final."""
    row, text = _item(by, item), text.strip()
    if row is None:
        return rules.UNKNOWN_ITEM
    if refusal := (
        may(by.actor, Right.DECLARE_FOR_RECORD, by.chair, member)
        or rules.check_statement(text)
    ):
        return refusal
    if refusal := found.closed(row.conference):
        return refusal
    if _statements_are_public(row):
        return rules.STATEMENTS_PUBLIC
    if row.statements.filter(member=member).exists():
        return rules.declared(member)
    statement = Statement.objects.create(item=row, member=member, text=text, at=by.now)
    note(by, "item.declare", f"item:{row.pk}", {"text": text}, member=member)
    return statement.pk


def _statements_are_public(item: Item) -> bool:
    resolution: Resolution | None = getattr(item, "resolution", None)
    return resolution is not None and Part.STATEMENT in resolution.released


def _item(by: By, item: int) -> Item | None:
    """Load and lock an item; the heading of a section is none."""
    found.lock_motion_of(item)
    return (
        Item.objects.select_for_update(of=("self",))
        .select_related("conference", "motion")
        .filter(pk=item, conference__body__slug=by.body, section=False)
        .first()
    )


def _open(
    by: By, ballot: int, right: Right, member: str | None = None
) -> Ballot | Refusal:
    """Load and lock an open ballot for somebody who has this right."""
    row = (
        Ballot.objects.select_for_update(of=("self",))
        .filter(pk=ballot, item__conference__body__slug=by.body)
        .first()
    )
    if row is None:
        return rules.UNKNOWN
    return (
        may(by.actor, right, by.chair, member)
        or rules.still_open(local(row.closed_at))
        or row
    )


def _lead(item: Item, stage: Stage) -> None:
    """Bring an item to a stage, and its motion with it."""
    item.stage = stage
    item.save(update_fields=["stage"])
    if item.motion is not None:
        item.motion.stage = stage
        item.motion.save(update_fields=["stage"])


def _enter(by: By, row: Ballot, votes: Mapping[str, Vote]) -> None:
    CastVote.objects.bulk_create(
        [
            CastVote(
                ballot=row, member=member, vote=vote, at=by.now,
                by=by.actor.account, by_office=True,
            )
            for member, vote in votes.items()
        ],
        update_conflicts=True,
        unique_fields=["ballot", "member"],
        update_fields=["vote", "at", "by", "by_office"],
    )  # fmt: skip


def _end(by: By, row: Ballot, stage: Stage, *, adopted: bool | None) -> None:
    row.closed_at, row.adopted = by.now, adopted
    row.save(update_fields=["closed_at", "adopted"])
    _lead(row.item, stage)
    if stage is Stage.ON_AGENDA and row.item.motion is not None:
        unfreeze(row.item.motion)


def _resolve(by: By, row: Ballot) -> str | Refusal:
    """Make the resolution of an adopted item, under the id that it keeps for ever."""
    item, key = row.item, _key(by, row)
    if Resolution.objects.filter(body=item.conference.body, key=key).exists():
        return rules.key_taken(key)
    Resolution.objects.create(
        body=item.conference.body,
        key=key,
        title=item.title,
        conference=item.conference,
        item=item,
        ballot=row,
        adopted_on=PartialDate.of(by.today),
        procedure=row.procedure,
        category=row.category,
        text=voted_on(item.motion) if item.motion else [],
        submitters=_submitters(item),
        demo=item.conference.demo,
    )
    return key


def _key(by: By, row: Ballot) -> str:
    """Return "22-2.5", or "2027-u3" for the third circular resolution of a year."""
    conference, year = row.item.conference, by.today.year
    if row.procedure == Procedure.CIRCULAR:
        before = Resolution.objects.filter(
            body=conference.body,
            procedure=Procedure.CIRCULAR,
            adopted_on__startswith=str(year),
        ).count()
        return numbering.resolution_key(year, numbering.circular(before + 1))
    numbered = conference.main or conference
    return numbering.resolution_key(numbered.number or year, row.item.number)


def _submitters(item: Item) -> str:
    if item.motion is None:
        return item.submitters
    supports = item.motion.supports.filter(role="submitter")
    return ", ".join(supports.values_list("member", flat=True)) or item.submitters


def _facts(outcome: Outcome) -> dict[str, Any]:
    """Return what the journal keeps of an outcome: it is enough to count again."""
    return {
        "result": outcome.result,
        "sentence": sentence(outcome).de,
        "yes": outcome.yes,
        "no": outcome.no,
        "abstain": outcome.abstain,
        "not_cast": outcome.silent,
        "absent": outcome.absent,
    }
