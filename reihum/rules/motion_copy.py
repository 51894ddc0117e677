"""A motion that begins as a copy: what in it still speaks of the year it comes from.

Nothing is changed, it is pointed out: whether "until 2026" is out of date or the very
point of the sentence, only the author knows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reihum.rules.text import Paragraph

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CONFERENCE = re.compile(
    r"\b(\d{1,3})\.\s(?:\w*[kK]onferenz|[A-ZÄÖÜ]\w*MK|[A-Z]{2,5}K|Sitzung)\b"
)
# What points at a time or a place that has moved on, whatever year it is now.
_MOVED = re.compile(
    r"\b(?:TOP\s[\dA-Z][\d.a-z/]*"
    r"|(?:letzt|vergangen|vorig|laufend|nächst|kommend|dies)(?:e|en|em|er|es)\s"
    r"(?:Jahr|Konferenz|Sitzung|Legislaturperiode|Haushalt)\w*"
    r"|(?:derzeitig|amtierend)\w*\sVorsitz\w*)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A paragraph and what in it may be out of date; the title has an empty id."""

    id: str
    number: str
    words: tuple[str, ...]


def dated(
    title: str, paragraphs: Iterable[Paragraph], *, year: int, conference: int
) -> tuple[Dated, ...]:
    """Return what speaks of a time before that year, or before that conference."""
    places = (("", "", title), *((one.id, one.number, one.text) for one in paragraphs))
    found = (
        Dated(id_, number, tuple(_said(text, year, conference)))
        for id_, number, text in places
    )
    return tuple(one for one in found if one.words)


def _said(text: str, year: int, conference: int) -> Iterator[str]:
    """Yield the words in the order in which they stand there, each once."""
    hits = [
        *(one for one in _YEAR.finditer(text) if int(one[0]) < year),
        *(one for one in _CONFERENCE.finditer(text) if int(one[1]) < conference),
        *_MOVED.finditer(text),
    ]
    hits.sort(key=lambda one: one.start())
    yield from dict.fromkeys(one[0] for one in hits)
