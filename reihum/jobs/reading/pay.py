"""Pay, as texts say it.

What is published is always kept; a sum is understood only where it is plausible for its
unit, and a unit is never guessed. Pay groups are those of the public service: "TV-L E
5", "TVöD S 8a", "A 11".
"""

import re

from reihum.jobs.model import PayUnit, Salary
from reihum.jobs.reading.around import around
from reihum.jobs.reading.pay_group import HINTS as GROUP_HINTS
from reihum.jobs.reading.pay_group import group_in
from reihum.jobs.reading.sums import Sum, sums_in

LONGEST = 160  # signs of what is kept as published
# What is plausible for a unit, in euros or something like it; the first is for a sum
# that says no unit. A sum beyond is a mistake, or bait.
PLAUSIBLE: dict[PayUnit | None, tuple[float, float]] = {
    None: (5, 500_000),
    PayUnit.HOUR: (5, 250),
    PayUnit.DAY: (30, 2_500),
    PayUnit.MONTH: (150, 40_000),
    PayUnit.YEAR: (3_000, 500_000),
}
NOT_PAY = re.compile(
    r"prämie|bonus|gutschein|sachbezug|zuschuss|zuschlag|zulage|zuwendung|umsatz|budget"
    r"|ticket|rabatt|rente|vorsorge|vermögenswirksam|weihnachtsgeld|urlaubsgeld|kredit"
    r"|gebühr|kosten|million|spende|einmalig",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;]\s")  # another part of a sentence begins
NEAR = 90  # signs around a currency in which its sum is looked for
CURRENCIES = ("€", "EUR", "Euro")
# In lower case, see `topics.py`.
HINTS = tuple(hint.lower() for hint in (*CURRENCIES, *GROUP_HINTS))


def plausible(
    low: float | None, high: float | None, unit: PayUnit | None
) -> tuple[float | None, float | None]:
    """Return both sums, or no sum at all where one cannot be true. 0 is no sum."""
    least, most = PLAUSIBLE[unit]
    low, high = low or None, high or None
    if any(one is not None and not least <= one <= most for one in (low, high)):
        return None, None
    if low is not None and high is not None and low > high:
        return None, None
    return low, high


def stated(text: str) -> Salary | None:
    """Return the pay of a text that is known to be about pay; None if it is empty."""
    published = " ".join(text.split())[:LONGEST]
    if not published:
        return None
    group = group_in(published, alone=True)
    found = next(sums_in(published, money=bool(group)), None)  # "E 5" is no sum
    if found is None:
        return Salary(published=published, group=group)
    return _salary(found, published, group)


def pay_in(text: str) -> Salary | None:
    """Return the pay that a text speaks of, with its unit, or its pay group."""
    group = group_in(text)
    near = around(text, CURRENCIES, NEAR, NEAR)
    for found in sums_in(near, money=True) if near else ():
        if found.unit and _is_pay(found, near):
            published = " ".join(near[found.start : found.end].split())
            salary = _salary(found, published, group)
            if salary.unit:
                return salary
    return Salary(published=group, group=group) if group else None


def _is_pay(found: Sum, text: str) -> bool:
    """Say whether neither what is just before nor what is behind is about a bonus."""
    before = CLAUSE.split(found.before)[-1]
    behind = text[found.end : found.end + NEAR].lstrip()
    return not (NOT_PAY.search(before) or NOT_PAY.match(behind))


def _salary(found: Sum, published: str, group: str) -> Salary:
    low, high = plausible(found.low, found.high, found.unit)
    return Salary(
        published=published,
        low=low,
        high=high,
        unit=None if low is high is None else found.unit,
        group=group,
    )
