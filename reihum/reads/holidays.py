"""The public holidays of a Land, for deadlines that fall on a working day."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from holidays import country_holidays

from reihum.rules.deadlines import Calendar
from reihum.rules.laender import BY_CODE
from reihum.rules.words import Text


def calendar_of(land: str, years: Iterable[int]) -> Calendar:
    """Return the holidays of a Land in these years.

    Without a Land, because nobody holds the chair yet, those of the whole country.
    """
    names: dict[date, Text] = {}
    for year in years:
        names |= _holidays(land if land in BY_CODE else None, year)
    return Calendar(frozenset(names), names)


@cache
def _holidays(land: str | None, year: int) -> dict[date, Text]:
    german = country_holidays("DE", subdiv=land, years=year, language="de")
    english = country_holidays("DE", subdiv=land, years=year, language="en_US")
    return {day: Text(german[day], english[day]) for day in german}
