"""When something is due (Frist): counted back from an anchor to a working day.

A working day (Werktag) is meant as in section 193 of the Civil Code (BGB): neither a
Saturday nor a Sunday nor a public holiday of the Land that holds the chair.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from reihum.rules.dates import PartialDate, in_words
from reihum.rules.words import Text

_DAY = timedelta(days=1)
_SATURDAY = 5
_WEEKDAYS = (
    Text("Montag", "Monday"), Text("Dienstag", "Tuesday"),
    Text("Mittwoch", "Wednesday"), Text("Donnerstag", "Thursday"),
    Text("Freitag", "Friday"), Text("Samstag", "Saturday"), Text("Sonntag", "Sunday"),
)  # fmt: skip
_NUMBERS = (
    Text("zwei", "two"), Text("drei", "three"), Text("vier", "four"),
    Text("fünf", "five"), Text("sechs", "six"), Text("sieben", "seven"),
    Text("acht", "eight"), Text("neun", "nine"), Text("zehn", "ten"),
    Text("elf", "eleven"), Text("zwölf", "twelve"),
)  # fmt: skip


class Anchor(StrEnum):
    """The day from which a deadline is counted back."""

    SESSION = "session"  # erster Sitzungstag
    FIRST_PRE_MEETING = "first_pre_meeting"  # erste Ländervorbesprechung
    PREPARATORY = "preparatory"  # Vorkonferenz


ANCHOR_NAMES: Mapping[Anchor, Text] = {
    Anchor.SESSION: Text("Sitzungstag", "day of the session"),
    Anchor.FIRST_PRE_MEETING: Text(
        "erste Ländervorbesprechung", "first pre-meeting of the Länder"
    ),
    Anchor.PREPARATORY: Text("Vorkonferenz", "preparatory conference"),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before its anchor something is due.

    Weeks are calendar weeks; `days` are working days if `working_days` is set.
    """

    weeks: int = 0
    days: int = 0
    working_days: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """The public holidays of the chairing Land, with their names where known."""

    holidays: frozenset[date] = frozenset()
    names: Mapping[date, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """A due day, and how it came about."""

    day: date
    why: Text


def is_working_day(day: date, calendar: Calendar) -> bool:
    return day.weekday() < _SATURDAY and day not in calendar.holidays


def working_day_before(day: date, calendar: Calendar) -> date:
    """Return the last working day before `day`, never `day` itself."""
    day -= _DAY
    while not is_working_day(day, calendar):
        day -= _DAY
    return day


def due(anchor_day: date, lead: Lead, calendar: Calendar) -> Due:
    """Count back; what falls on a free day is due on the last working day before."""
    raw = _count_back(anchor_day, lead, calendar)
    why = _distance(anchor_day, lead)
    if is_working_day(raw, calendar):
        return Due(raw, why)
    day, free = working_day_before(raw, calendar), _free_day(raw, calendar)
    return Due(
        day,
        Text(
            f"{why.de}, von {free.de} auf den letzten Werktag davor gelegt",
            f"{why.en}, moved from {free.en} to the last working day before it",
        ),
    )


def is_late(moment_day: date, due: Due) -> bool:
    """Return whether the due day is over; the due day itself is in time."""
    return moment_day > due.day


def days_left(today: date, day: date) -> Text:
    """Return "heute", "morgen", "in 5 Tagen" or "seit 2 Tagen überfällig"."""
    match (day - today).days:
        case 0:
            return Text("heute", "today")
        case 1:
            return Text("morgen", "tomorrow")
        case -1:
            return Text("seit gestern überfällig", "overdue since yesterday")
        case left if left > 0:
            return Text(f"in {left} Tagen", f"in {left} days")
        case left:
            return Text(f"seit {-left} Tagen überfällig", f"{-left} days overdue")


def _count_back(anchor_day: date, lead: Lead, calendar: Calendar) -> date:
    day = anchor_day - timedelta(weeks=lead.weeks)
    if not lead.working_days:
        return day - timedelta(days=lead.days)
    for _ in range(lead.days):
        day = working_day_before(day, calendar)
    return day


def _distance(anchor_day: date, lead: Lead) -> Text:
    """Return "zehn Wochen vor dem 14. April 2027"."""
    anchor = in_words(PartialDate.of(anchor_day))
    parts = []
    if lead.weeks:
        parts.append(_weeks(lead.weeks))
    if lead.days:
        parts.append(_days(lead.days, working=lead.working_days))
    if not parts:
        return Text(f"am {anchor.de}", f"on {anchor.en}")
    de = " und ".join(part.de for part in parts)
    en = " and ".join(part.en for part in parts)
    return Text(f"{de} vor dem {anchor.de}", f"{en} before {anchor.en}")


def _weeks(count: int) -> Text:
    if count == 1:
        return Text("eine Woche", "one week")
    number = _number(count)
    return Text(f"{number.de} Wochen", f"{number.en} weeks")


def _days(count: int, *, working: bool) -> Text:
    noun = Text("Werktag", "working day") if working else Text("Tag", "day")
    if count == 1:
        return Text(f"einen {noun.de}", f"one {noun.en}")
    number = _number(count)
    return Text(f"{number.de} {noun.de}e", f"{number.en} {noun.en}s")


def _number(count: int) -> Text:
    """Return a number from two on, up to twelve as a word."""
    index = count - 2
    return _NUMBERS[index] if index < len(_NUMBERS) else Text(str(count), str(count))


def _free_day(day: date, calendar: Calendar) -> Text:
    """Return "Montag, dem 29. März 2027 (Ostermontag)"."""
    weekday, written = _WEEKDAYS[day.weekday()], in_words(PartialDate.of(day))
    name = calendar.names.get(day)
    return Text(
        f"{weekday.de}, dem {written.de}" + (f" ({name.de})," if name else ","),
        f"{weekday.en}, {written.en}" + (f" ({name.en})," if name else ","),
    )
