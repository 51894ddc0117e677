"""Pay from typed fields: numbers where they are plausible, what was said always."""

from reihum.jobs.model import PayUnit, Salary
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


def paid(
    low: object, high: object, unit: object, currency: object = "", said: str = ""
) -> Salary | None:
    """Return pay from the fields of a portal, None where it says nothing.

    `said` is what it shows to people; without it, what the fields hold is kept where
    the numbers are not plausible (1 €, 10 million, more at least than at most) or the
    unit is one that nobody knows.
    """
    if low is None and high is None:
        return Salary(published=said) if said else None
    least, most = number(low), number(high)
    least, most = least or most, most or least
    if not least or not most:
        return Salary(published=said) if said else None
    money = currency.strip().upper()[:3] if isinstance(currency, str) else ""
    word = unit.strip().lower() if isinstance(unit, str) else ""
    known = UNITS.get(word)
    if known is None or not _plausible(least, most, known):
        return Salary(published=said or _told(least, most, money, word))
    return Salary(
        published=said, low=least, high=most, unit=known, currency=money or "EUR"
    )


def _plausible(low: float, high: float, unit: PayUnit) -> bool:
    least, most = PLAUSIBLE[unit]
    return least <= low <= high <= most


def _told(low: float, high: float, money: str, unit: str) -> str:
    sums = f"{low:g}" if low == high else f"{low:g}–{high:g}"
    return " ".join(part for part in (sums, money, unit) if part)
