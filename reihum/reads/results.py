"""What may be told of a vote: from its released ballot, or from old reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reihum.reads.ballots import judge
from reihum.records.models import Ballot, Report, Resolution
from reihum.rules.outcome import Outcome
from reihum.rules.release import Part
from reihum.rules.reported import NO_SOURCE, Reported, adopted_with, in_words, votes_of
from reihum.rules.stages import Stage, name_of
from reihum.rules.words import Text


class Origin(StrEnum):
    """Where the knowledge of a vote comes from."""

    BALLOT = "ballot"  # held here, and its votes released
    HELD_BACK = "held_back"  # held here; the votes are not released
    REPORT = "report"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Told:
    """The result in words; `votes` where it is known who voted how.

    A member without a vote is "silent" or "absent" there. `inferred` says that the
    numbers of a report leave no other possibility.
    """

    words: Text
    origin: Origin
    votes: Mapping[str, str] | None = None
    inferred: bool = False
    report: Reported | None = None
    outcome: Outcome | None = None


def told(row: Resolution, electorate: Sequence[str]) -> Told:
    """Tell what is released or reported; `row` has ballot, item, report at hand."""
    if row.ballot is not None:
        return _of_ballot(row)
    report: Report | None = getattr(row, "report", None)
    if report is None and row.item is not None and row.item.stage == Stage.NOTED:
        return Told(name_of(Stage.NOTED), Origin.REPORT)
    if report is None:
        return Told(NO_SOURCE, Origin.NONE)
    value = _reported(report)
    votes = votes_of(value, electorate)
    return Told(
        in_words(value, electorate), Origin.REPORT, votes, votes is not None, value
    )


def outcome_of(row: Ballot) -> Outcome:
    """Judge a closed ballot again, by the rules that it was opened under."""
    return judge(row)


def _of_ballot(row: Resolution) -> Told:
    if Part.VOTES not in row.released or row.ballot is None:
        return Told(Text("angenommen", "adopted"), Origin.HELD_BACK)
    outcome = outcome_of(row.ballot)
    words = adopted_with(len(outcome.yes), len(outcome.book.voters))
    return Told(words, Origin.BALLOT, _by_member(outcome), outcome=outcome)


def _by_member(outcome: Outcome) -> dict[str, str]:
    kinds = {
        "yes": outcome.yes,
        "no": outcome.no,
        "abstain": outcome.abstain,
        "silent": outcome.silent,
        "absent": outcome.absent,
    }
    return {code: kind for kind, codes in kinds.items() for code in codes}


def _reported(row: Report) -> Reported:
    return Reported(
        words=_text(row.words, row.words_en),
        yes=row.yes,
        no=tuple(row.no),
        abstain=tuple(row.abstain),
        no_consent=tuple(row.no_consent),
        statement=_text(row.statement, row.statement_en),
    )


def _text(de: str, en: str) -> Text | None:
    return Text(de, en or de) if de else None
