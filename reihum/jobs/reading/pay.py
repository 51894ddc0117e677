"""Pay: of the fields of a portal, and of what a text says.

Sums are read as Germans and as programs write them: "3.050 bis 3.400 € im Monat",
"ab 14,80 €/Std.", "€50,000", "50k", "45-55 T€ p. a.". What is published is always
kept; a sum is understood only where it is plausible for its unit, and a unit is never
guessed. Pay groups are those of the public service: "TV-L E 5", "TVöD S 8a", "A 11".
"""

import re

from reihum.jobs.model import PayUnit, Salary
from reihum.jobs.reading.pay_group import group_in

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
UNITS = {
    word: unit
    for unit, words in (
        (PayUnit.HOUR, "h hour hourly per-hour-wage stunde stündlich std"),
        (PayUnit.DAY, "day daily per-day-wage tag täglich"),
        (PayUnit.MONTH, "month monthly per-month-salary monat monatlich mtl"),
        (PayUnit.YEAR, "year yearly annually annual per-year-salary jahr jährlich"),
    )
    for word in words.split()
}

AMOUNT = (
    r"[0-9]{1,3}(?:[.,’'\u00a0 ][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]{1,2})?(?![0-9])"
)
EURO = r"(?:€|EUR(?:O|os)?\b)"
K = r"(?:\s?(?:k|K|Tsd\.?|T)(?![^\W\d])|\s?(?=T€|TEUR)T)?"
SUM = re.compile(
    rf"(?P<from>\b(?:ab|mind(?:\.|estens)|from|at least)\s+)?"
    rf"(?P<to>\b(?:bis(?: zu)?|max(?:\.|imal)|up to)\s+)?"
    rf"(?P<c1>{EURO}\s?)?(?P<low>{AMOUNT})(?P<k1>{K})(?:,-+)?\s?(?P<c2>{EURO})?"
    rf"(?:\s?(?:brutto\s)?(?:bis(?: zu)?|-|–|—|und|to)\s?(?P<c3>{EURO}\s?)?"
    rf"(?P<high>{AMOUNT})(?P<k2>{K})(?:,-+)?\s?(?P<c4>{EURO})?)?",
    re.IGNORECASE,
)
UNIT_BEHIND = re.compile(
    r"\s?(?:\(?(?:brutto|gross)\)?,?\s?)?(?:"
    r"(?:/|pro|je|die|in der|im|per|an|a)\s?(?P<hour>Std\b|Stunde|hour|h\b)|"
    r"(?:/|pro|je|am|per|a)\s?(?P<day>Tag\b|day\b)|"
    r"(?:/|pro|je|im|per|a)\s?(?P<month>Monat|month|mtl\b)|"
    r"(?:/|pro|je|im|per|a)\s?(?P<year>Jahr\b|year|annum)|"
    r"(?P<hour2>stündlich|Stundenlohn|hourly)|(?P<day2>täglich)|"
    r"(?P<month2>monatlich|mtl\b|monthly)|(?P<year2>jährlich|p\.\s?a\b|yearly|annually))",
    re.IGNORECASE,
)
UNIT_BEFORE = re.compile(
    r"(?P<hour>Stundenlohn|Stundensatz|hourly)|(?P<day>Tagessatz|Tageslohn)|"
    r"(?P<month>Monats(?:brutto)?(?:gehalt|lohn|entgelt|verdienst)|"
    r"monatsgehalt|monthly salary)|"
    r"(?P<year>Jahres(?:brutto|ziel|fest)?(?:gehalt|einkommen|entgelt|verdienst|vergütung)"
    r"|annual salary)",
    re.IGNORECASE,
)
NOT_PAY = re.compile(
    r"prämie|bonus|gutschein|sachbezug|zuschuss|zuschlag|zulage|zuwendung|umsatz|budget"
    r"|ticket|rabatt|rente|vorsorge|vermögenswirksam|weihnachtsgeld|urlaubsgeld|kredit"
    r"|gebühr|kosten|million|spende|einmalig",
    re.IGNORECASE,
)
BEFORE, BEHIND = 45, 30  # signs that are looked at beside a sum


def typed(
    low: float | None,
    high: float | None,
    unit: str | PayUnit | None,
    *,
    currency: str = "EUR",
    published: str = "",
) -> Salary | None:
    """Return the pay of a portal's own fields; None where they say nothing.

    `unit` may be what JobPosting ("HOUR") or another system ("per-month-salary") says.
    """
    known = UNITS.get(unit.lower().rstrip(".")) if unit else None
    low, high = plausible(low, high, known)
    if low is high is None and not published:
        return None
    return Salary(
        published=published[:LONGEST],
        low=low,
        high=high,
        unit=None if low is high is None else known,
        currency=currency or "EUR",
        group=group_in(published, alone=True),
    )


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
    found = None if group else SUM.search(published)
    if found is None:
        return Salary(published=published, group=group)
    return _salary(found, published, published, group)


def pay_in(text: str) -> Salary | None:
    """Return the pay that a text speaks of, with its unit, or its pay group."""
    group = group_in(text)
    if "€" in text or "EUR" in text or "Euro" in text:
        for found in SUM.finditer(text):
            if salary := _in_text(found, text, group):
                return salary
    return Salary(published=group, group=group) if group else None


def _in_text(found: re.Match[str], text: str, group: str) -> Salary | None:
    if not any(found[name] for name in ("c1", "c2", "c3", "c4")):
        return None
    before = text[max(0, found.start() - BEFORE) : found.start()].rpartition("\n")[2]
    if NOT_PAY.search(before) or NOT_PAY.match(text, _after_gap(text, found.end())):
        return None
    behind = UNIT_BEHIND.match(text, found.end(), found.end() + BEHIND)
    end = behind.end() if behind else found.end()
    salary = _salary(found, text, " ".join(text[found.start() : end].split()), group)
    return salary if salary.unit else None


def _after_gap(text: str, start: int) -> int:
    return start + 1 if text[start : start + 1].isspace() else start


def _salary(found: re.Match[str], text: str, published: str, group: str) -> Salary:
    unit = _unit(found, text)
    low, high = plausible(*_sums(found), unit)
    return Salary(
        published=published,
        low=low,
        high=high,
        unit=None if low is high is None else unit,
        group=group,
    )


def _sums(found: re.Match[str]) -> tuple[float | None, float | None]:
    low = _number(found["low"], found["k1"] or (found["high"] and found["k2"]))
    if found["high"]:
        return low, _number(found["high"], found["k2"])
    if found["from"]:
        return low, None
    return (None, low) if found["to"] else (low, low)


def _number(written: str, thousands: str | None) -> float:
    """Return the number: the last "." or "," before one or two digits is decimal."""
    whole, sign, part = written, "", ""
    if written[-3:-2] in {".", ","} or written[-2:-1] in {".", ","}:
        cut = -3 if written[-3:-2] in {".", ","} else -2
        whole, sign, part = written[:cut], ".", written[cut + 1 :]
    digits = re.sub("[^0-9]", "", whole)
    return float(digits + sign + part) * (
        1000 if thousands and thousands.strip() else 1
    )


def _unit(found: re.Match[str], text: str) -> PayUnit | None:
    behind = UNIT_BEHIND.match(text, found.end(), found.end() + BEHIND)
    if behind is None:
        before = text[max(0, found.start() - BEFORE) : found.start()]
        behind = UNIT_BEFORE.search(before.rpartition("\n")[2])
    return PayUnit((behind.lastgroup or "").rstrip("2")) if behind else None
