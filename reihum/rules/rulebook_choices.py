"""The words that a rulebook file may choose from, and its shares and days of the year.

Where a rule can be one of several, the file names it by one of these words.
"""

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self


class BundRole(StrEnum):
    """What the Bund may do at the table."""

    VOTES = "votes"
    MOTION = "motion"  # speak and submit, but not vote
    GUEST = "guest"  # speak and report
    NO_VOTE = "none"  # all that is known: it does not vote


class Threshold(StrEnum):
    """Which yes votes an adoption needs."""

    UNANIMOUS = "unanimous"  # no vote against
    COUNT = "count"  # at least `votes` yes
    TWO_THIRDS = "two_thirds"  # yes from two thirds of the members
    SIMPLE = "simple"  # more yes than no
    WEIGHTED = "weighted"  # `votes` yes that carry `share` of the weights


class Electorate(StrEnum):
    """Whose yes counts toward the number that is needed."""

    ALL = "all"
    LAENDER = "laender"


class Abstaining(StrEnum):
    """Whether an abstention prevents unanimity."""

    NEUTRAL = "neutral"
    BLOCKS = "blocks"


class Silence(StrEnum):
    """What not answering a circular vote counts as."""

    CONSENT = "consent"
    ABSTENTION = "abstention"
    INSUFFICIENT = "insufficient"  # a written vote is needed


class ObjectionTo(StrEnum):
    """What an objection to a circular vote may be directed at."""

    PROCEDURE = "procedure"
    TEXT = "text"
    BOTH = "both"
    NONE = "none"


class Admission(StrEnum):
    """How an item registered late still comes on the agenda."""

    RESOLUTION_AT_FIRST_ITEM = "resolution_at_first_item"
    URGENCY = "urgency"
    OFFICE = "office"
    NONE_KNOWN = "none_known"


class Binding(StrEnum):
    """Which adopted resolutions bind."""

    ALL = "all"
    UNANIMOUS_ONLY = "unanimous_only"


class Origin(StrEnum):
    """Who may register an item."""

    LAENDER = "laender"
    BUND = "bund"
    WORKING_GROUPS = "working_groups"


class Fallback(StrEnum):
    """What follows when unanimity was not reached."""

    CLARIFICATION = "clarification"  # Klärungs- und Vermittlungsverfahren


class Approval(StrEnum):
    """How minutes are approved."""

    NEXT_SESSION = "next_session"
    WRITTEN = "written"


class Order(StrEnum):
    """In which order the chair passes on."""

    ALPHABET = "alphabet"
    ALPHABET_WITHOUT_CITY_STATES = "alphabet_without_city_states"
    OWN_LIST = "own_list"


class Keeper(StrEnum):
    """Who keeps the office (Geschäftsstelle)."""

    CHAIR = "chair"
    STANDING = "standing"


class Payer(StrEnum):
    """Who bears the cost of the office."""

    CHAIR = "chair"
    JOINT = "joint"


class Share(NamedTuple):
    """A share such as 2/3, exact."""

    parts: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Self:
        parts, _, of = text.partition("/")
        share = cls(int(parts), int(of))
        if not 0 < share.parts <= share.of:
            raise ValueError(text)
        return share

    @classmethod
    def example(cls) -> str:
        return "2/3"

    def at_least(self, whole: int) -> int:
        """Return the least number that is this share of the whole, or more."""
        return -(-whole * self.parts // self.of)

    def more_than(self, whole: int) -> int:
        """Return the least number that is more than this share of the whole."""
        return whole * self.parts // self.of + 1


class MonthDay(NamedTuple):
    """A day of every year, such as 1 July."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> Self:
        if not re.fullmatch(r"\d\d-\d\d", text):
            raise ValueError(text)
        found = cls(int(text[:2]), int(text[3:]))
        date(2001, found.month, found.day)  # no leap year: it must exist every year
        return found

    @classmethod
    def example(cls) -> str:
        return "07-01"


TWO_THIRDS = Share(2, 3)
