"""Numbers, sums, spans of time and days as a language writes them (CLDR, by Babel).

A list says the same few numbers over and over, so what was written once is kept.
"""

from datetime import date, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_timedelta
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from django.utils.translation import get_language

from reihum.look.languages import PLAIN

# English of Europe: the day before the month, as everywhere in the house.
_OTHER_NAMES = {PLAIN: "de", "en": "en_GB"}
KEPT = 4096
WEEKS_FROM = 2  # "vor 9 Tagen", but "vor 2 Wochen"


def language() -> str:
    """Return the language of the page as CLDR calls it."""
    code = get_language() or "de"
    return _OTHER_NAMES.get(code, code)


def number(value: float, digits: int = 1) -> str:
    """Return "1,8", in German; at most so many digits behind the comma."""
    return _number(round(value, digits), digits, language())


def money(value: float, currency: str) -> str:
    """Return "3.050 €" or "14,80 €": cents only where there are some."""
    return _money(value, currency, language())


def ago(days: int) -> str:
    """Return "vor 9 Tagen"; a negative number is in the future."""
    return _ago(days, language())


def day(value: date) -> str:
    """Return "23. November 2026"."""
    return _day(value, language())


def either(words: tuple[str, ...]) -> str:
    """Return "Vollzeit oder Teilzeit"."""
    return _either(words, language()) if words else ""


@lru_cache(KEPT)
def _number(value: float, digits: int, locale: str) -> str:
    return str(format_decimal(value, format=f"#,##0.{'#' * digits}", locale=locale))


@lru_cache(KEPT)
def _money(value: float, currency: str, locale: str) -> str:
    pattern = Locale.parse(locale).currency_formats["standard"].pattern
    whole = float(value).is_integer()
    shown = pattern.replace("0.00", "0") if whole else pattern
    text = format_currency(
        value, currency, format=shown, locale=locale, currency_digits=not whole
    )
    # Some languages write the code where everybody in the country reads the sign.
    return str(text).replace("EUR", "€")


@lru_cache(KEPT)
def _ago(days: int, locale: str) -> str:
    text = format_timedelta(
        timedelta(days=-days),
        granularity="day",
        threshold=WEEKS_FROM,
        add_direction=True,
        locale=locale,
    )
    return str(text)


@lru_cache(KEPT)
def _day(value: date, locale: str) -> str:
    return str(format_date(value, "long", locale=locale))


@lru_cache(KEPT)
def _either(words: tuple[str, ...], locale: str) -> str:
    return str(format_list(words, style="or", locale=locale))
