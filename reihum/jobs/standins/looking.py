"""How the local portals look for something: words, place and distance, pages.

Coarse, as portals are: a word is found inside other words too, so that "Koch" brings
"Kochfeld-Monteur", and what is asked must do the rest itself.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from reihum.jobs.distance import km_between
from reihum.jobs.standins import market
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.market import Town, slug

REGION = 2  # digits of a postcode that say roughly where it is
LARGEST = 100  # rows on a page
ENDINGS = {"", "in", "innen"}  # of "Helfer/in"
DIGITS = re.compile("[0-9]{5}")


class Near(Struct, frozen=True):
    """Where to look: around a point, so many kilometres."""

    town: Town
    km: float


def town(text: str) -> Town | None:
    """Return the town that "Chemnitz", "09111 Chemnitz" or "09113" means."""
    if found := DIGITS.search(text):
        return _by_postcode(found[0])
    name = slug(text.partition(",")[0])
    named = [one for one in market.towns().values() if slug(one.name) == name]
    begun = (one for one in market.towns().values() if _begins(one, name))
    return named[0] if named else next(begun, None)


def _begins(one: Town, name: str) -> bool:
    """Return whether "halle" means "Halle (Saale)"."""
    return bool(name) and slug(one.name).startswith(f"{name}-")


def _by_postcode(code: str) -> Town | None:
    """Return the town with the postcode most like it, in the same region."""
    alike = {one: _common(one.postcode, code) for one in market.towns().values()}
    best = max(alike, key=alike.__getitem__)
    return best if alike[best] >= REGION else None


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), len(one))


def about(rows: Iterable[Copy], words: str, *, whole: bool = False) -> Iterator[Copy]:
    """Yield the rows that have every word; `whole` looks into the text as well."""
    wanted = _groups(words)
    for row in rows:
        hay = _hay(row, whole=whole)
        if all(any(one in hay for one in group) for group in wanted):
            yield row


def _groups(words: str) -> list[tuple[str, ...]]:
    """Return words as alternatives: "Koch/Köchin Kita" is (koch, koechin), (kita)."""
    cleaned = re.sub(r"\([^)]*\)", " ", words)
    groups = (re.split("[/,|]+", word) for word in cleaned.split())
    parts = (
        tuple(one for one in map(slug, group) if one not in ENDINGS) for group in groups
    )
    return [group for group in parts if group]


def _hay(row: Copy, *, whole: bool) -> str:
    if not whole:
        return row.hay
    return f"{row.hay} {slug(row.vacancy.town.name)} {slug(row.text.intro)}"


def within(rows: Iterable[Copy], near: Near | None) -> Iterator[Copy]:
    """Yield the rows that are near enough; all of them where nowhere was asked."""
    for row in rows:
        if near is None or distance(row, near) <= near.km:
            yield row


def distance(row: Copy, near: Near) -> float:
    return km_between(row.vacancy.town.point, near.town.point)


def page(rows: Rows, number: int, size: int, largest: int = LARGEST) -> Rows:
    """Return one page, counted from 1; no page is longer than `largest`."""
    length = min(max(size, 1), largest)
    start = (max(number, 1) - 1) * length
    return rows[start : start + length]
