"""Dates as <time>: as exact as their source, never broken in two lines."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reihum.look.languages import COMPLETE
from reihum.look.parts import local
from reihum.look.parts.names import say
from reihum.rules.dates import NB, PartialDate, in_words, span_in_words
from reihum.rules.words import Text

WEEKDAYS_DE = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_DE = (
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
)  # fmt: skip
LONG_EN = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
MONTHS_DE = (
    "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
)  # fmt: skip
MONTHS_EN = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip

WITHOUT_A_YEAR = 300  # days within which "Mi 3. 2." can only be one day

When = PartialDate | date | datetime


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a <time> element says, to machines and to people."""

    iso: str
    words: str


def _local(moment: datetime) -> datetime:
    return localtime(moment) if is_aware(moment) else moment


def _partial(when: When) -> PartialDate:
    if isinstance(when, PartialDate):
        return when
    return PartialDate.of(_local(when) if isinstance(when, datetime) else when)


def stamp(when: When) -> Stamp:
    """Return "14. April 2027", "Juni 2009", or "23. November 2026, 10:42 Uhr"."""
    if isinstance(when, datetime):
        here = _local(when)
        words = _("%(day)s, %(time)s Uhr") % {
            "day": say(in_words(PartialDate.of(here))),
            "time": f"{here:%H:%M}",
        }
        return Stamp(here.isoformat(timespec="minutes"), words)
    partial = _partial(when)
    return Stamp(str(partial), _in_words(partial))


def _in_words(partial: PartialDate) -> str:
    """Return a date in the language of the page; a day in any of them."""
    if partial.exact is not None and get_language() not in COMPLETE:
        return local.day(partial.exact)
    return say(in_words(partial))


def clock(moment: datetime) -> Stamp:
    """Return "10:42"."""
    here = _local(moment)
    return Stamp(here.isoformat(timespec="minutes"), f"{here:%H:%M}")


def span(begins: When, ends: When | None) -> Stamp:
    """Return "14. und 15. April 2027"."""
    first, last = _partial(begins), None if ends is None else _partial(ends)
    return Stamp(str(first), say(span_in_words(first, last)))


def short(day: date) -> str:
    """Return "5. 2.", in English "5 Feb"."""
    return say(
        Text(f"{day.day}.{NB}{day.month}.", f"{day.day}{NB}{MONTHS_EN[day.month - 1]}")
    )


def month(day: date) -> str:
    """Return "Feb"; a January also says its year."""
    word = say(Text(MONTHS_DE[day.month - 1], MONTHS_EN[day.month - 1]))
    return f"{word} {day.year}" if day.month == 1 else word


def short_span(begins: date, ends: date | None) -> str:
    """Return "10.–11. 3.", in English "10–11 Mar"."""
    if ends is None or ends == begins:
        return short(begins)
    if (begins.year, begins.month) == (ends.year, ends.month):
        return say(Text(f"{begins.day}.–{short(ends)}", f"{begins.day}–{short(ends)}"))
    return f"{short(begins)} – {short(ends)}"


def due(day: date, today: date) -> Stamp:
    """Return how a list of deadlines names a day: "heute", "morgen", "Mi 25. 11."."""
    near = {-1: _("gestern"), 0: _("heute"), 1: _("morgen")}
    weekday = say(Text(WEEKDAYS_DE[day.weekday()], WEEKDAYS_EN[day.weekday()]))
    words = near.get((day - today).days, f"{weekday} {short(day)}")
    if abs((day - today).days) > WITHOUT_A_YEAR:
        words = f"{words} {day.year}"
    return Stamp(day.isoformat(), words)


def long(day: date) -> str:
    """Return "Montag, 23. November 2026"."""
    weekday = say(Text(LONG_DE[day.weekday()], LONG_EN[day.weekday()]))
    return f"{weekday}, {say(in_words(PartialDate.of(day)))}"


def arrived(moment: datetime, today: date) -> Stamp:
    """Return when something came in: "09:12", "gestern", "Fr 20. 11."."""
    here = _local(moment)
    if here.date() == today:
        return clock(moment)
    words = due(here.date(), today).words
    return Stamp(here.isoformat(timespec="minutes"), words)
