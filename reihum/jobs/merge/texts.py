"""Texts: how much of one stands in the other, and which unit each speaks of."""

import re

from reihum.jobs.merge.folding import folded

WORD = re.compile(r"\w+")
LONGEST = 4000  # signs that are compared
FEWEST = 8  # shingles below which a text proves nothing
UNIT = re.compile(
    r"\b(station|wohnbereich|wohngruppe|kita|kindertagesstätte|filiale|grundschule"
    r"|oberschule|haus|referat|sachgebiet)"
    r"\s+[„\"]?((?:nr\.? ?)?\d+\w?\b|[A-ZÄÖÜ][\wäöüß\-]+)",
    re.IGNORECASE,
)
Shingles = frozenset[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """Return each four words of a text that follow one another."""
    words = WORD.findall(text[:LONGEST].lower())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def overlap(one: Shingles, two: Shingles) -> float | None:
    """Return how much of the shorter text stands in the other; None: too short."""
    fewest = min(len(one), len(two))
    return len(one & two) / fewest if fewest >= FEWEST else None


def units(text: str) -> dict[str, set[str]]:
    """Return units by their kind: {"station": {"3"}}.

    What follows must be a number or begin with a capital: "Haus Linde", not "Haus der".
    """
    found: dict[str, set[str]] = {}
    for kind, name in UNIT.findall(text):
        if name[0].isdigit() or name[0].isupper() or name.lower().startswith("nr"):
            found.setdefault(folded(kind), set()).add(folded(name))
    return found


def contradict(one: dict[str, set[str]], two: dict[str, set[str]]) -> bool:
    """Return whether both speak of the same kind of unit and never of the same."""
    return any(one[kind].isdisjoint(two[kind]) for kind in one.keys() & two.keys())
