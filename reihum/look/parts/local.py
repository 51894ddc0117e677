"""Numbers, sums, spans of time and days as a language writes them (CLDR, by Babel).

A list says the same few numbers over and over, so what was written once is kept.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from unicodedata import bidirectional

from babel import Locale
from babel.dates import format_date, format_timedelta
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from django.utils.translation import get_language, get_language_bidi, pgettext

from reihum.look.languages import PLAIN

# English of Europe: the day before the month, as everywhere in the house.
_OTHER_NAMES = {PLAIN: "de", "en": "en_GB"}
KEPT = 4096
WEEKS_FROM = 2  # "vor 9 Tagen", but "vor 2 Wochen"
_TO_THE_LEFT, _TO_THE_RIGHT = "\u200f", "\u200e"  # marks of direction, unseen
_WRITTEN_TO_THE_LEFT = {"R", "AL"}  # as Unicode sorts letters


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


def comma() -> str:
    """Return what parts the items of a list: ", ", in Arabic "، ".

    CLDR's patterns for lists will not do: they end with "und", as in a sentence.
    """
    return pgettext("Aufzählung", ", ")


def listed(words: Iterable[str]) -> str:
    """Return "Vollzeit, befristet": what is said, without what is not."""
    return comma().join(word for word in words if word)


def dotted(parts: Iterable[str]) -> str:
    """Return "Koch · Chemnitz · 25 km", whose parts follow as the page is read.

    In plain text a Latin word in front would turn an Arabic line around, and a number
    would join the Latin word before it. Marks of direction prevent both; signs that
    isolate a part would too, but mails must not have them (`reihum.rules.signs`).
    """
    said = [part for part in parts if part]
    mark = _mark("".join(said))
    return mark + f" · {mark}".join(said) if said else ""


def _mark(text: str) -> str:
    """Return the mark of the page's direction, or nothing where all agrees with it."""
    if get_language_bidi():
        return _TO_THE_LEFT
    turned = _WRITTEN_TO_THE_LEFT.intersection(map(bidirectional, text))
    return _TO_THE_RIGHT if turned else ""


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
