"""A motion as one text: its title, its operative text and its rationale in one row.

So a Land can want another title, and one synopsis holds everything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reihum.rules.text.paragraph import Paragraph, Part

TITLE_ID = "t1"


class Parts(NamedTuple):
    """The parts of a motion as its row keeps them."""

    title: str
    text: tuple[Paragraph, ...]
    rationale: tuple[Paragraph, ...]


def whole(
    title: str, text: Iterable[Paragraph], rationale: Iterable[Paragraph]
) -> tuple[Paragraph, ...]:
    """Return all parts in the order in which they are printed; each says its part."""
    return (
        Paragraph(TITLE_ID, 0, "", title, part=Part.TITLE),
        *_as(Part.TEXT, text),
        *_as(Part.RATIONALE, rationale),
    )


def parted(paragraphs: Iterable[Paragraph]) -> Parts:
    """Take a whole text apart again.

    The parts stand in columns of their own, so their paragraphs no longer say it.
    """
    found = tuple(paragraphs)
    return Parts(
        " ".join(one.text for one in found if one.part is Part.TITLE),
        tuple(one for one in found if one.part is Part.TEXT),
        tuple(_as(Part.TEXT, (p for p in found if p.part is Part.RATIONALE))),
    )


def _as(part: Part, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return (replace(one, part=part) for one in paragraphs)
