"""Sums of money in a text, as Germans and as programs write them.

"3.050 bis 3.400 € im Monat", "ab 14,80 €/Std.", "€50,000", "50k", "45-55 T€ p. a.".
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from reihum.jobs.model import PayUnit

AMOUNT = (
    r"[0-9](?:[0-9]{0,2}(?:[.,’'\u00a0 ][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9])"
    r"|[0-9]*(?:[.,][0-9]{1,2})?(?![0-9]))"
)
SEPARATORS = re.compile("[^0-9]")
EURO = r"(?:€|EURO?\b|[Ee]uro\b)"
K = r"(?:\s?(?:k|K|Tsd\.?|T)(?![^\W\d])|\s?(?=TEUR)T)?"
# It begins with a digit, so that everything else of a text is passed over at once.
SUM = re.compile(
    rf"(?P<low>{AMOUNT})(?P<k1>{K})(?:,-+)?\s?(?P<c2>{EURO})?"
    rf"(?:\s?(?:brutto\s)?(?:[Bb]is(?: zu)?|-|–|—|und|to)\s?(?P<c3>{EURO}\s?)?"
    rf"(?P<high>{AMOUNT})(?P<k2>{K})(?:,-+)?\s?(?P<c4>{EURO})?)?"
)
PREFIX = re.compile(
    rf"(?:\b(?P<from>ab|mind(?:\.|estens)|from|at least)\s+)?"
    rf"(?:\b(?P<to>bis(?: zu)?|max(?:\.|imal)|up to)\s+)?(?:{EURO}\s?)?$",
    re.IGNORECASE,
)
UNIT_BEHIND = re.compile(
    r"\s?(?:\(?(?:brutto|gross)\)?,?\s?)?(?:"
    r"(?:/|pro|je|die|in der|im|per|an|a)\s?(?P<hour>Std\b|Stunde|hour|h\b)|"
    r"(?:/|pro|je|am|per|a)\s?(?P<day>Tag\b|day\b)|"
    r"(?:/|pro|je|im|per|a)\s?(?P<month>Monat|month|mtl\b)|"
    r"(?:/|pro|je|im|per|a)\s?(?P<year>Jahr\b|year|annum)|"
    r"(?P<hour2>stündlich|Stundenlohn|hourly)|(?P<day2>täglich)|"
    r"(?P<month2>monatlich|mtl\b|monthly)|(?P<year2>jährlich|p\.\s?a\b\.?|yearly|annually))",
    re.IGNORECASE,
)
UNIT_BEFORE = re.compile(
    r"(?P<hour>Stundenlohn|Stundensatz|hourly)|(?P<day>Tagessatz|Tageslohn)|"
    r"(?P<month>Monats(?:brutto)?(?:gehalt|lohn|entgelt|verdienst)|monthly salary)|"
    r"(?P<year>Jahres(?:brutto|ziel|fest)?(?:gehalt|einkommen|entgelt|verdienst"
    r"|vergütung)|annual salary)",
    re.IGNORECASE,
)
BEFORE, BEHIND, PREFIX_REACH = 45, 30, 16  # signs that are looked at beside a sum


class Sum(Struct, frozen=True):
    """One sum or range; `start` and `end` say where it stands, with its unit.

    `before` is what stands before it in its line. "bis zu 3.400 €" has no `low`, "ab
    14 €" no `high`.
    """

    low: float | None
    high: float | None
    unit: PayUnit | None
    start: int
    end: int
    before: str


def sums_in(text: str, *, money: bool = False) -> Iterator[Sum]:
    """Yield all sums of a text; with `money` only those that name a currency."""
    for found in SUM.finditer(text):
        if not money or found["c2"] or found["c3"] or found["c4"] or _is_behind(found):
            yield _sum(found, text)


def _is_behind(found: re.Match[str]) -> bool:
    """Say whether the currency stands before the sum: "€50,000"."""
    before = found.string[max(0, found.start() - 5) : found.start()].upper()
    return "€" in before or "EUR" in before


def _sum(found: re.Match[str], text: str) -> Sum:
    first = found.start()
    before = text[max(0, first - BEFORE) : first].rpartition("\n")[2]
    prefix = PREFIX.search(before, max(0, len(before) - PREFIX_REACH))
    behind = UNIT_BEHIND.match(text, found.end(), found.end() + BEHIND)
    named = behind or UNIT_BEFORE.search(before)
    low, high = _limits(found, prefix)
    return Sum(
        low=low,
        high=high,
        unit=PayUnit((named.lastgroup or "").rstrip("2")) if named else None,
        start=first - len(prefix[0]) if prefix else first,
        end=behind.end() if behind else found.end(),
        before=before,
    )


def _limits(
    found: re.Match[str], prefix: re.Match[str] | None
) -> tuple[float | None, float | None]:
    low = _number(found["low"], found["k1"] or (found["high"] and found["k2"]))
    if found["high"]:
        return low, _number(found["high"], found["k2"])
    if prefix and prefix["from"]:
        return low, None
    return (None, low) if prefix and prefix["to"] else (low, low)


def _number(written: str, thousands: str | None) -> float:
    """Return the number: "." or "," before the last one or two digits is decimal."""
    whole, sign, part = written, "", ""
    for cut in (-3, -2):
        if written[cut : cut + 1] in {".", ","}:
            whole, sign, part = written[:cut], ".", written[cut + 1 :]
            break
    digits = SEPARATORS.sub("", whole)
    return float(digits + sign + part) * (1000 if thousands else 1)
