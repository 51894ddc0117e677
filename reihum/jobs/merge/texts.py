"""Texts: how much of one stands in the other, and which unit each speaks of.

Words are compared first, for that is cheap: where nearly all words of one text stand in
the other, it is the same text. Only where that is open, words in their order decide.
"""

import re
from functools import cached_property, lru_cache
from typing import TypeVar

from reihum.jobs.merge.folding import folded
from reihum.jobs.merge.references import in_text

LONGEST = 8000  # signs that are compared
FEWEST = 8  # shingles below which a text proves nothing
KINDS = (
    "Station", "Wohnbereich", "Wohngruppe", "Kita", "Kindertagesstätte", "Filiale",
    "Grundschule", "Oberschule", "Haus", "Referat", "Sachgebiet",
)  # fmt: skip
UNIT = re.compile(
    rf"\b({'|'.join(KINDS)}) [„\"]?((?:Nr\.? ?)?\d+\w?\b|[A-ZÄÖÜ][\w\-]+)"
)
BULLETS = ("– ", "- ", "• ", "* ")
Shingles = frozenset[tuple[str, ...]]
Units = dict[str, set[str]]
T = TypeVar("T")


class Text:
    """A text as it is compared. Each view of it is worked out when it is needed."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, without order."""
        return frozenset(self._text[:LONGEST].lower().split())

    @cached_property
    def shingles(self) -> Shingles:
        """Each four words that follow one another, bullets left out."""
        text = self._text[:LONGEST].lower()
        for bullet in BULLETS:
            text = text.replace(bullet, " ")
        words = text.split()
        return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))

    @cached_property
    def units(self) -> Units:
        """Units by their kind: {"Station": {"3"}}."""
        found: Units = {}
        if any(kind in self._text for kind in KINDS):
            for kind, name in UNIT.findall(self._text[:LONGEST]):
                found.setdefault(kind, set()).add(folded(name))
        return found

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Reference numbers that it names."""
        return in_text(self._text[:LONGEST])


@lru_cache(1024)
def text(body: str) -> Text:
    """Return a text as it is compared; one search asks for the same ones many times."""
    return Text(body)


def overlap(one: frozenset[T], two: frozenset[T]) -> float | None:
    """Return how much of the shorter text stands in the other; None: too short."""
    fewest = min(len(one), len(two))
    return len(one & two) / fewest if fewest >= FEWEST else None


def contradict(one: Units, two: Units) -> bool:
    """Return whether both speak of the same kind of unit and never of the same."""
    return any(one[kind].isdisjoint(two[kind]) for kind in one.keys() & two.keys())
