"""How votes are counted, and whether they are enough.

`decide` judges a vote taken in session; `standing` says of a ballot that is still open
what it lacks. What silence means in a circular vote stands in `circular.py`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from reihum.rules.effect import effect_of, is_unanimous, laender_without_bund
from reihum.rules.facts import Category, Vote
from reihum.rules.outcome import Effect, Outcome, Result, Tally, shown
from reihum.rules.quorum import is_quorate, taking_part
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import TWO_THIRDS, Share, Threshold
from reihum.rules.rulebook_parts import Majority
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class Poll:
    """The votes cast so far, by code of the member.

    `present` is the list of those present; None says that no list was kept.
    """

    votes: Mapping[str, Vote] = field(default_factory=dict)
    category: Category = Category.ORDINARY
    present: frozenset[str] | None = None


def decide(poll: Poll, book: Rulebook) -> Outcome:
    """Judge a vote taken in session. Who is absent neither helps nor hinders."""
    tally = count(poll, book.voters)
    there = taking_part(poll.votes, poll.present, book)
    if not is_quorate(there, book):
        return judged(tally, Result.NOT_QUORATE, poll.category, book, there)
    enough = reaches(tally, book.majority_for(poll.category), book)
    result = Result.ADOPTED if enough else Result.REJECTED
    return judged(tally, result, poll.category, book, there)


def check(poll: Poll, book: Rulebook) -> Refusal | None:
    """Say whose vote cannot be counted because they have none."""
    strangers = tuple(code for code in poll.votes if code not in book.voters)
    if not strangers:
        return None
    names = shown(strangers)
    return Refusal.invalid(
        f"In der {book.short} haben diese keine Stimme: {names}.",
        f"These have no vote in the {book.short}: {names}.",
    )


def count(poll: Poll, voters: Collection[str]) -> Tally:
    """Sort all who have a vote by how they used it, in the order of the roll call."""
    yes: list[str] = []
    no: list[str] = []
    abstain: list[str] = []
    silent: list[str] = []
    absent: list[str] = []
    places = {Vote.YES: yes, Vote.NO: no, Vote.ABSTAIN: abstain}
    votes, present = poll.votes, poll.present
    for code in voters:
        if (vote := votes.get(code)) is not None:
            places[vote].append(code)
        elif present is None or code in present:
            silent.append(code)
        else:
            absent.append(code)
    return Tally(tuple(yes), tuple(no), tuple(abstain), tuple(silent), tuple(absent))


def reaches(tally: Tally, rule: Majority, book: Rulebook) -> bool:
    """Return whether the yes votes are what the rule asks for."""
    match rule.threshold:
        case Threshold.UNANIMOUS:
            return is_unanimous(tally, book) or laender_without_bund(tally, book)
        case Threshold.SIMPLE:
            return len(tally.yes) > len(tally.no)
        case Threshold.WEIGHTED:
            return _enough_yes(tally, rule, book) and carries(tally.yes, rule, book)
        case Threshold.COUNT | Threshold.TWO_THIRDS:
            return _enough_yes(tally, rule, book)
        case never:
            assert_never(never)


def carries(yes: Collection[str], rule: Majority, book: Rulebook) -> bool:
    """Return whether these carry the share of the weights, and all who must agree."""
    weights, share = book.members.weights or {}, rule.share or Share(1, 1)
    weight = sum(weights[code] for code in yes)
    heavy = weight >= share.at_least(sum(weights.values()))
    return heavy and all(code in yes for code in rule.must_agree)


def votes_needed(rule: Majority, book: Rulebook) -> int | None:
    """Return the number of yes votes that the rule names; None where it names none."""
    if rule.threshold is Threshold.TWO_THIRDS:
        return TWO_THIRDS.at_least(len(rule.electorate(book.members)))
    return rule.votes


def judged(
    tally: Tally, result: Result, category: Category, book: Rulebook, there: int
) -> Outcome:
    """Put the outcome together."""
    rule = book.majority_for(category)
    adopted = result is Result.ADOPTED
    electorate = rule.electorate(book.members)
    return Outcome(
        tally.yes, tally.no, tally.abstain, tally.silent, tally.absent,
        result=result,
        effect=effect_of(tally, book) if adopted else Effect.NONE,
        needed=votes_needed(rule, book),
        counted=_counted(tally, electorate),
        of=len(electorate),
        taking_part=there,
        category=category,
        book=book,
    )  # fmt: skip


def _enough_yes(tally: Tally, rule: Majority, book: Rulebook) -> bool:
    needed = votes_needed(rule, book)
    return _counted(tally, rule.electorate(book.members)) >= (needed or 1)


def _counted(tally: Tally, electorate: Collection[str]) -> int:
    return sum(code in electorate for code in tally.yes)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an open ballot stands.

    `now` is what closing it at this moment would give. `settled` is the result that no
    vote still to come can change. `missing` is the least number of further yes votes
    that lead to adoption, None if none can. `open` are those who can still vote.
    """

    now: Outcome
    settled: Result | None
    missing: int | None
    open: tuple[str, ...]


def standing(poll: Poll, book: Rulebook) -> Standing:
    """Say of an open ballot what it lacks, and whether it is settled already.

    Who is absent can still come, so their vote is open too.
    """
    now = decide(poll, book)
    waiting = now.silent + now.absent
    missing = _missing(poll, book, waiting)
    if not waiting:
        return Standing(now, now.result, missing, waiting)
    if missing is None:
        return Standing(now, Result.REJECTED, None, waiting)
    against = decide(_with(poll, waiting, Vote.NO), book)
    safe = now.adopted and against.adopted
    return Standing(now, Result.ADOPTED if safe else None, missing, waiting)


def _missing(poll: Poll, book: Rulebook, waiting: tuple[str, ...]) -> int | None:
    """Add yes votes one by one, those that weigh most first, until it is adopted."""
    helpful = sorted(waiting, key=lambda code: _help(code, poll.category, book))
    for number in range(len(helpful) + 1):
        if decide(_with(poll, helpful[:number], Vote.YES), book).adopted:
            return number
    return None


def _help(code: str, category: Category, book: Rulebook) -> tuple[bool, bool, int]:
    """Sort who must agree first, then whose vote counts, then by weight."""
    rule, weights = book.majority_for(category), book.members.weights or {}
    counts = code in rule.electorate(book.members)
    return code not in rule.must_agree, not counts, -weights.get(code, 0)


def _with(poll: Poll, codes: Collection[str], vote: Vote) -> Poll:
    return replace(poll, votes={**poll.votes, **dict.fromkeys(codes, vote)})
