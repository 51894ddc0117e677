"""Numbers, sums, spans of time and days as a language writes them (CLDR, by Babel)."""

from datetime import date, timedelta

from babel import Locale
from babel.dates import format_date, format_timedelta
from babel.numbers import format_currency, format_decimal
from django.utils.translation import get_language

from reihum.look.languages import PLAIN

# English of Europe: the day before the month, as everywhere in the house.
_OTHER_NAMES = {PLAIN: "de", "en": "en_GB"}
WEEKS_FROM = 2  # "vor 9 Tagen", but "vor 2 Wochen"


def language() -> str:
    """Return the language of the page as CLDR calls it."""
    code = get_language() or "de"
    return _OTHER_NAMES.get(code, code)


def number(value: float, digits: int = 1) -> str:
    """Return "1,8", in German; at most so many digits behind the comma."""
    shown = round(value, digits)
    return str(format_decimal(shown, format=f"#,##0.{'#' * digits}", locale=language()))


def money(value: float, currency: str) -> str:
    """Return "3.050 €" or "14,80 €": cents only where there are some."""
    pattern = Locale.parse(language()).currency_formats["standard"].pattern
    whole = float(value).is_integer()
    shown = pattern.replace("0.00", "0") if whole else pattern
    text = format_currency(
        value, currency, format=shown, locale=language(), currency_digits=not whole
    )
    return str(text)


def ago(days: int) -> str:
    """Return "vor 9 Tagen"; a negative number is in the future."""
    return str(
        format_timedelta(
            timedelta(days=-days),
            granularity="day",
            threshold=WEEKS_FROM,
            add_direction=True,
            locale=language(),
        )
    )


def day(value: date) -> str:
    """Return "23. November 2026"."""
    return str(format_date(value, "long", locale=language()))
