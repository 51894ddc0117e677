"""Which version of a motion a Word file was made from, and whether it is that motion.

A Land takes the version that it was sent, days or weeks ago. So a file is laid against
all versions and understood as changes to the one that it has most paragraphs of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reihum.rules.text.changes import Change
from reihum.rules.text.difference import align
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import Flat, Key, Start, Token, flatten, key
from reihum.rules.text.tracked import (
    Piece,
    Reading,
    State,
    Understood,
    Wanted,
    understand,
)

LEAST_KNOWN = 30  # per cent; below that a file is another motion


class Origin(NamedTuple):
    """The place of the version that a file was made from, and how much of it is known.

    `known` is in per cent of the paragraphs of the file or of the version, whichever
    says more: a Land may have added many.
    """

    place: int
    known: int


def origin(versions: Sequence[Flat], reading: Reading) -> Origin:
    """Return which of the versions a file was made from; of several the first."""
    found = [
        (_equal(flat, before), _known(flat, before), -index)
        for index, flat in enumerate(versions)
        for before in [_before(with_parts(flat, reading))]
    ]
    _, known, index = max(found)
    return Origin(-index, known)


def read_against(flat: Flat, reading: Reading) -> Understood:
    """Return what a file asks for; of a part that it leaves out it asks nothing."""
    said = with_parts(flat, reading)
    there = {one.token.part for one in said.pieces if isinstance(one.token, Start)}
    chosen = [i for i, one in enumerate(flat.paragraphs) if one.part in there]
    if not chosen or len(chosen) == len(flat.paragraphs) or _has_gap(chosen):
        return understand(flat, said)
    found = understand(flatten(flat.paragraphs[i] for i in chosen), said)
    by = flat.starts[chosen[0]]
    return replace(found, wanted=tuple(_shifted(one, by) for one in found.wanted))


def with_parts(flat: Flat, reading: Reading) -> Reading:
    """Let a file without any heading have the parts that its paragraphs come from.

    What reads like the title is the title; from the first paragraph of the rationale on
    all is rationale.
    """
    starts = [one.token for one in reading.pieces if isinstance(one.token, Start)]
    if any(one.part is not Part.TEXT for one in starts):
        return reading
    known = _words_of_parts(flat)
    part, pieces = Part.TEXT, list[Piece]()
    for paragraph in _paragraphs(reading.pieces):
        found = known.get(_words(paragraph))
        if found is Part.RATIONALE:
            part = found
        here = Part.TITLE if found is Part.TITLE else part
        pieces.extend(_in_part(one, here) for one in paragraph)
    return replace(reading, pieces=tuple(pieces))


def _words_of_parts(flat: Flat) -> dict[tuple[Key, ...], Part]:
    """Return the words of the paragraphs that are not of the operative text."""
    return {
        flat.keys[flat.starts[index] + 1 : flat.end_of(index)]: one.part
        for index, one in enumerate(flat.paragraphs)
        if one.part is not Part.TEXT
    }


def _paragraphs(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    starts = (at for at, one in enumerate(pieces) if isinstance(one.token, Start))
    for first, last in pairwise(sorted({0, *starts, len(pieces)})):
        yield pieces[first:last]


def _words(paragraph: Sequence[Piece]) -> tuple[Key, ...]:
    """Return the words of a paragraph as they were before."""
    kept = (one.token for one in paragraph[1:] if one.state is not State.INSERTED)
    return tuple(map(key, kept))


def _in_part(piece: Piece, part: Part) -> Piece:
    token = piece.token
    if not isinstance(token, Start):
        return piece
    return piece._replace(token=token._replace(part=part))


def _before(reading: Reading) -> Flat:
    tokens: list[Token] = [
        one.token for one in reading.pieces if one.state is not State.INSERTED
    ]
    starts = tuple(at for at, one in enumerate(tokens) if isinstance(one, Start))
    return Flat((), tuple(tokens), tuple(map(key, tokens)), starts)


def _equal(flat: Flat, before: Flat) -> int:
    """Count the paragraphs that stand in both, word by word."""
    return len(_bodies(flat) & _bodies(before))


def _bodies(flat: Flat) -> set[tuple[Key, ...]]:
    return {flat.keys[at : flat.end_of(i)] for i, at in enumerate(flat.starts)}


def _known(flat: Flat, before: Flat) -> int:
    """Return how much of the one or the other is known, in per cent."""
    if not flat.starts or not before.starts:
        return 0
    pairs = align(flat, before)
    new = sum(pair.j_end - pair.j for pair in pairs if pair.i == pair.i_end)
    gone = sum(pair.i_end - pair.i for pair in pairs if pair.j == pair.j_end)
    shares = (1 - new / len(before.starts), 1 - gone / len(flat.starts))
    return round(100 * max(shares))


def _has_gap(chosen: Sequence[int]) -> bool:
    return chosen[-1] - chosen[0] + 1 != len(chosen)


def _shifted(wanted: Wanted, by: int) -> Wanted:
    change = wanted.change
    moved = Change(change.start + by, change.end + by, change.new)
    return replace(wanted, change=moved)
