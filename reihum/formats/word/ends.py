"""Where paragraphs begin and end, for Word: it notes changes at the end of one.

Our texts have a token where a paragraph starts, Word has a sign where it ends. The end
of a paragraph was inserted or deleted where the start of the next one was. But a whole
paragraph that is new, or goes, carries its own end: so it vanishes cleanly, and its
neighbours keep their look and their number.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reihum.formats.word.lists import Place
from reihum.rules.text import Part
from reihum.rules.text.layers import Layer
from reihum.rules.text.tokens import Start, Word


class Noted(NamedTuple):
    """Who inserts or deletes something; both empty where nobody does."""

    inserted_by: tuple[str, ...] = ()
    deleted_by: tuple[str, ...] = ()


class Piece(NamedTuple):
    """A word of a line: its place in the row of layers, and what became of it."""

    at: int
    word: Word
    noted: Noted


KEPT = Noted()


@dataclass(slots=True)
class Line:
    """A paragraph as it stands in Word's file.

    `noted` is what became of its start, `was` the start that it replaces (another
    level). `heads` are the places of starts in the row of layers, `end` is what became
    of its end. `place` is its place in a list, `old_place` the former one if
    `moved_by` somebody (`counting`).
    """

    start: Start
    noted: Noted = KEPT
    points: tuple[str, ...] = ()
    was: Start | None = None
    heads: list[int] = field(default_factory=list)
    inside: list[Piece] = field(default_factory=list)
    end: Noted = KEPT

    place: Place | None = None
    old_place: Place | None = None
    moved_by: tuple[str, ...] = ()


def lines(layers: Iterable[tuple[int, Layer]]) -> list[Line]:
    """Return the paragraphs of one part of a text, with what became of their ends."""
    found = list(_lines(layers))
    ends = [*map(_of_start, found), KEPT]
    for index in reversed(range(len(found))):
        if _whole(found[index]) and _may_pass(ends[index], ends[index + 1]):
            ends[index], ends[index + 1] = ends[index + 1], ends[index]
    for one, end in zip(found, ends[1:], strict=True):
        one.end = end
    return found


def _lines(layers: Iterable[tuple[int, Layer]]) -> Iterator[Line]:
    """Yield the paragraphs; a start put in the place of another begins no new one."""
    now: Line | None = None
    for at, (token, inserted_by, deleted_by, points) in layers:
        noted = Noted(inserted_by, deleted_by)
        if isinstance(token, Word):
            # Words before any start only stand in a text that somebody made by hand.
            now = now or Line(Start(Part.TEXT, 0, ""))
            now.inside.append(Piece(at, token, noted))
        elif now is not None and inserted_by and _replaces(points, now):
            now.was, now.start, now.noted = now.start, token, noted
            now.heads.append(at)
        else:
            if now is not None:
                yield now
            now = Line(token, noted, points, heads=[at])
    if now is not None:
        yield now


def _replaces(points: Iterable[str], line: Line) -> bool:
    """Whether a new start comes in the place of a line's own, by the same wish.

    The words between them went with the old one.
    """
    return (
        bool(line.noted.deleted_by)
        and not set(points).isdisjoint(line.points)
        and all(piece.noted.deleted_by for piece in line.inside)
    )


def _of_start(line: Line) -> Noted:
    return KEPT if line.was is not None else line.noted


def _whole(line: Line) -> bool:
    """Whether a paragraph is new, or goes, with all its words."""
    noted = _of_start(line)
    if noted.inserted_by:
        return all(piece.noted.inserted_by for piece in line.inside)
    return bool(noted.deleted_by) and all(
        piece.noted.deleted_by for piece in line.inside
    )


def _may_pass(own: Noted, following: Noted) -> bool:
    """Whether two ends can change places without another text coming out of it."""
    return not (following.deleted_by if own.inserted_by else following.inserted_by)
