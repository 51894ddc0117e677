"""Pay from typed fields: numbers where they are plausible, what was said always."""

from reihum.jobs.model import PayUnit, Salary
from reihum.jobs.reading.clean import line
from reihum.jobs.reading.pay import PLAUSIBLE
from reihum.jobs.sources.values import number

UNITS = {
    "hour": PayUnit.HOUR, "hourly": PayUnit.HOUR, "per-hour-wage": PayUnit.HOUR,
    "1 hour": PayUnit.HOUR, "stunde": PayUnit.HOUR, "std": PayUnit.HOUR,
    "day": PayUnit.DAY, "daily": PayUnit.DAY, "per-day-wage": PayUnit.DAY,
    "1 day": PayUnit.DAY, "tag": PayUnit.DAY,
    "month": PayUnit.MONTH, "monthly": PayUnit.MONTH, "mon": PayUnit.MONTH,
    "per-month-salary": PayUnit.MONTH, "1 month": PayUnit.MONTH,
    "monat": PayUnit.MONTH,
    "year": PayUnit.YEAR, "yearly": PayUnit.YEAR, "annual": PayUnit.YEAR,
    "ann": PayUnit.YEAR, "per-year-salary": PayUnit.YEAR, "1 year": PayUnit.YEAR,
    "jahr": PayUnit.YEAR,
}  # fmt: skip
SPOKEN = {
    PayUnit.HOUR: "pro Stunde",
    PayUnit.DAY: "pro Tag",
    PayUnit.MONTH: "im Monat",
    PayUnit.YEAR: "im Jahr",
}
LARGEST = 1e12  # beyond, a number is not even shown
LONGEST = 30  # signs of a unit that nobody knows


def paid(
    low: object, high: object, unit: object, currency: object = "", said: str = ""
) -> Salary | None:
    """Return pay from the fields of a portal, None where it says nothing.

    `said` is what it shows to people; without it, what the fields hold is kept where
    the numbers are not plausible (1 €, 10 million, more at least than at most) or the
    unit is one that nobody knows.
    """
    if low is None and high is None:
        return _as_said(said)
    least, most = number(low), number(high)
    least, most = least or most, most or least
    if not least or not most:
        return _as_said(said)
    money = currency.strip().upper()[:3] if isinstance(currency, str) else ""
    word = unit.strip().lower() if isinstance(unit, str) else ""
    known = UNITS.get(word)
    if known is None or not _plausible(least, most, known):
        return _as_said(said or _told(least, most, money, _per(known, word)))
    return Salary(
        published=said, low=least, high=most, unit=known, currency=money or "EUR"
    )


def _plausible(low: float, high: float, unit: PayUnit) -> bool:
    least, most = PLAUSIBLE[unit]
    return least <= low <= high <= most


def _as_said(said: str) -> Salary | None:
    return Salary(published=said) if said else None


def _told(low: float, high: float, money: str, per: str) -> str:
    """Return what the fields hold for people to read: "1 EUR im Monat"."""
    if max(abs(low), abs(high)) > LARGEST:
        return ""
    sums = _sum(low) if low == high else f"{_sum(low)}–{_sum(high)}"
    return " ".join(part for part in (sums, money, per) if part)


def _sum(value: float) -> str:
    """Return a sum as Germans write it, all of its digits: "10000000", "14,50"."""
    return f"{value:.2f}".removesuffix(".00").replace(".", ",")


def _per(unit: PayUnit | None, word: str) -> str:
    """Return for what it is paid; a word that nobody knows stays as it is."""
    return line(word)[:LONGEST] if unit is None else SPOKEN[unit]
