"""A day of whatever a portal calls one.

Read are ISO 8601 with and without a time and a zone, and its broken forms
("2026-08-20T00:00:00.000Z+01:00"), the German form ("24.07.2026 23:59",
"24. Juli 2026"), RFC 822 ("Mon, 29 Jun 2026 08:40:39 +0200") and Unix time in seconds
or milliseconds. A written day is taken as written, whatever zone stands behind it;
Unix time is a day in UTC.
"""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

FIRST, LAST = 1990, 2100  # years; before and after, a portal is joking
MILLISECONDS = 100_000_000_000  # a Unix time as large as this is in milliseconds
CENTURY = 2000
LONGEST = 80  # signs in which a day stands; what is longer is not remembered

ISO = re.compile(r"\s*([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
COMPACT = re.compile(
    r"\s*([0-9]{4})([0-9]{2})([0-9]{2})(?:T[0-9]{4,6}Z?)?\s*", re.ASCII
)
GERMAN = re.compile(
    r"\s*([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4}|[0-9]{2})(?![0-9])"
)
WORDS = re.compile(
    r"\s*(?:[^\W\d]{2,10}\.?,?\s+)?([0-9]{1,2})\.?\s+([^\W\d]{3,9})\.?\s+([0-9]{4})\b"
)
UNIX = re.compile(r"\s*([0-9]{9,10}|[0-9]{12,13})\s*")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan", "feb", "mar mär mrz mae", "apr", "may mai", "jun", "jul", "aug",
            "sep", "oct okt", "nov", "dec dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def day(value: str | float | None) -> date | None:
    """Return the day, or None where there is none from `FIRST` to `LAST`."""
    if isinstance(value, str):
        return _of_text(value[:LONGEST]) if value else None
    if value is None or isinstance(value, bool):
        return None
    return _of_unix(value)


@lru_cache(4096)  # a hundred advertisements have a dozen days between them
def _of_text(text: str) -> date | None:
    if found := ISO.match(text) or COMPACT.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := GERMAN.match(text):
        year = int(found[3])
        return _date(
            year if len(found[3]) > 2 else year + CENTURY,  # noqa: PLR2004
            int(found[2]),
            int(found[1]),
        )
    if found := WORDS.match(text):
        return _date(int(found[3]), MONTHS.get(found[2][:3].lower(), 0), int(found[1]))
    return _of_unix(int(found[1])) if (found := UNIX.fullmatch(text)) else None


def _of_unix(stamp: float) -> date | None:
    try:
        seconds = stamp / 1000 if abs(stamp) >= MILLISECONDS else stamp
        found = datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
    return found if FIRST <= found.year <= LAST else None


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month) if FIRST <= year <= LAST else None
    except ValueError:
        return None
