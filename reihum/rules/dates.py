"""Dates as exact as their source: a day, a month, or a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from reihum.rules.words import Refusal, Text

MONTHS_DE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
    "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
NB = "\N{NO-BREAK SPACE}"
EARLIEST, LATEST = 1945, 2199  # years that a date typed here can mean
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year ("2009-06-15", "2009-06", "2009").

    Ordered by its first possible day; the text form sorts the same way.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read the ISO form; raises ValueError with a sentence if it is none."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            message = f"„{text}“ ist kein Datum der Form 2027, 2027-04 oder 2027-04-14."
            raise ValueError(message)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None  # noqa: S101  (the pattern demands it)
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            message = f"„{text}“ steht in keinem Kalender."
            raise ValueError(message) from None
        return cls(year, month, day)

    @classmethod
    def example(cls) -> str:
        """Return a text that `parse` reads, for people who have to write one."""
        return "2009-06"

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The earliest day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, if it is known to the day."""
        return None if self.day is None else self.first

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def __lt__(self, other: "PartialDate") -> bool:
        return str(self) < str(other)


def check_reach(field: str, when: PartialDate | None) -> Refusal | None:
    """Return why a date cannot be meant: a slip of the pen, centuries away.

    Nothing that is counted on from here then runs out of the calendar.
    """
    if when is None or EARLIEST <= when.year <= LATEST:
        return None
    return Refusal.invalid(
        f"Das Jahr {when.year} kann nicht gemeint sein; möglich sind Jahre von "
        f"{EARLIEST} bis {LATEST}.",
        f"The year {when.year} cannot be meant; years from {EARLIEST} to {LATEST} are "
        "possible.",
        field,
    )


def in_words(when: PartialDate) -> Text:
    """Return "14. April 2027", "Juni 2009" or "2015"; the same in English."""
    if when.month is None:
        return Text(str(when.year), str(when.year))
    de, en = MONTHS_DE[when.month - 1], MONTHS_EN[when.month - 1]
    if when.day is None:
        return Text(f"{de} {when.year}", f"{en} {when.year}")
    return Text(
        f"{when.day}.{NB}{de} {when.year}",
        f"{when.day}{NB}{en} {when.year}",
    )


def span_in_words(begins: PartialDate, ends: PartialDate | None) -> Text:
    """Return "14. und 15. April 2027", or "30. April bis 2. Mai 2027"."""
    if ends is None or ends == begins:
        return in_words(begins)
    last = in_words(ends)
    if (
        begins.month is None
        or begins.day is None
        or ends.day is None
        or begins.year != ends.year
    ):
        first = in_words(begins)
        return Text(f"{first.de} bis {last.de}", f"{first.en} to {last.en}")
    if begins.month != ends.month:
        de, en = MONTHS_DE[begins.month - 1], MONTHS_EN[begins.month - 1]
        return Text(
            f"{begins.day}.{NB}{de} bis {last.de}",
            f"{begins.day}{NB}{en} to {last.en}",
        )
    und, and_ = ("und", "and") if ends.day == begins.day + 1 else ("bis", "to")
    return Text(f"{begins.day}. {und} {last.de}", f"{begins.day} {and_} {last.en}")
