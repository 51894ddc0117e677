"""What has become of a ballot: who voted how, and what follows from it.

The outcome keeps the rulebook by which it was judged, so that it can explain itself;
its words are made only when somebody reads them.
"""

from dataclasses import dataclass
from enum import StrEnum

from reihum.rules.facts import Category, Procedure
from reihum.rules.laender import BUND
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import ObjectionTo
from reihum.rules.rulebook_parts import Majority


class Effect(StrEnum):
    """What an adopted resolution is worth under the conference's own rules."""

    NONE = "none"  # nothing was adopted
    BINDING = "binding"  # politically: no resolution of a conference is law
    MAJORITY_OPINION = "majority_opinion"  # Mehrheitsmeinung
    WITHOUT_BUND = "without_bund"  # all Länder without the Bund, marked as such


class Result(StrEnum):
    """How a ballot ended, if it has."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    OBJECTED = "objected"  # a circular vote that an objection ended
    OPEN = "open"  # a circular vote that still waits for answers


@dataclass(frozen=True, slots=True)
class Objection:
    """One member's objection (Widerspruch) to a circular vote."""

    member: str
    to: ObjectionTo


@dataclass(frozen=True, slots=True)
class Tally:
    """Who voted how; together they are all who have a vote, each in one place.

    Codes stand in the order of the roll call. `silent` members were there, or could
    have answered, and did not vote.
    """

    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    silent: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome(Tally):
    """A ballot judged by its rulebook.

    `counted` yes of `of` possible ones count toward `needed`, which is None where no
    number decides. `taking_part` is the number of Länder that the quorum asks for.
    """

    result: Result
    effect: Effect
    needed: int | None
    counted: int
    of: int
    taking_part: int
    category: Category
    book: Rulebook
    procedure: Procedure = Procedure.SESSION
    by_silence: tuple[str, ...] = ()  # counted above, though they did not answer
    objections: tuple[Objection, ...] = ()

    @property
    def adopted(self) -> bool:
        return self.result is Result.ADOPTED

    @property
    def quorate(self) -> bool:
        return self.result is not Result.NOT_QUORATE

    @property
    def rule(self) -> Majority:
        return self.book.majority_for(self.category)

    @property
    def written(self) -> str:
        """Return the short form of a tally: "13 : 1 : 2"."""
        return f"{len(self.yes)} : {len(self.no)} : {len(self.abstain)}"


def shown(codes: tuple[str, ...]) -> str:
    """Return codes as they are read: "BY, HE, Bund"."""
    return ", ".join("Bund" if code == BUND else code for code in codes)
