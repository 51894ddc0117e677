"""What comes out of each row, with what is new in it marked."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reihum.formats.synopsis.excerpt import merged
from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.rules.text.changes import Change, in_order
from reihum.rules.text.difference import Pair, between
from reihum.rules.text.outcome import counted
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.redline import Bit
from reihum.rules.text.synopsis import Kind, Point, kind_of
from reihum.rules.text.tokens import (
    Flat,
    Start,
    Token,
    Word,
    empty_ids,
    flatten,
    is_space,
)

Home = tuple[int, bool]  # the row of a paragraph, or (True) of the gap behind it


@dataclass(frozen=True, slots=True)
class Result:
    """A paragraph of the resulting text."""

    number: str
    pieces: tuple[Bit, ...]


class _Out(NamedTuple):
    """A token of the resulting text, and the row that it comes from."""

    token: Token
    new: bool
    home: Home


def home_of(flat: Flat, point: Point) -> Home:
    """Return the row in which a point is shown."""
    whole = kind_of(flat, point.change) is Kind.INSERT_PARAGRAPH
    return point.paragraph, whole or point.paragraph < 0


def results(paper: SynopsisPaper) -> dict[Home, list[Result]]:
    """Return the resulting paragraphs, each in the row where it begins."""
    found: dict[Home, list[Result]] = {}
    empty = empty_ids(paper.synopsis.flat.paragraphs)
    built = [one for one in _paragraphs(_out(paper)) if _stays(one, empty)]
    numbered = _numbers(paper.result, built)
    for number, inside in zip(numbered, built, strict=True):
        pieces = tuple(merged(_bits(inside)))
        found.setdefault(inside[0].home, []).append(Result(number, pieces))
    return found


def _out(paper: SynopsisPaper) -> Iterator[_Out]:
    """Yield the tokens of the resulting text, as `apply` puts them together."""
    flat, at = paper.synopsis.flat, 0
    edits = list(_edits(paper))
    homes = {id(change): home for change, home in edits}
    for change in in_order(change for change, _ in edits):
        yield from _kept(flat, at, change.start)
        home = homes[id(change)]
        yield from (_Out(token, new=True, home=home) for token in change.new)
        at = change.end
    yield from _kept(flat, at, len(flat))


def _edits(paper: SynopsisPaper) -> Iterator[tuple[Change, Home]]:
    """Yield what is changed in the end, each with its row."""
    flat = paper.synopsis.flat
    for point in counted(paper.synopsis, paper.decided):
        yield point.change, home_of(flat, point)
    for index, one in enumerate(flat.paragraphs):
        wording = paper.decided.compromises.get(one.id)
        if wording is not None:
            yield from (
                (change, (index, False)) for change in _worded(flat, index, wording)
            )


def _worded(flat: Flat, index: int, wording: str) -> Iterator[Change]:
    """Yield what a compromise changes; an empty one deletes the paragraph."""
    if not wording.strip():
        yield Change(flat.starts[index], flat.end_of(index))
        return
    new = replace(flat.paragraphs[index], text=wording.strip(), marks=())
    yield from between(flat, flatten([new]), Pair(index, index + 1, 0, 1))


def _kept(flat: Flat, start: int, end: int) -> Iterator[_Out]:
    at = start
    while at < end:
        index = max(bisect_right(flat.starts, at) - 1, 0)
        home, to = (index, False), min(flat.end_of(index), end)
        yield from (_Out(token, new=False, home=home) for token in flat.tokens[at:to])
        at = to


def _paragraphs(out: Iterable[_Out]) -> Iterator[list[_Out]]:
    """Yield the tokens of each paragraph; the first may lack its start."""
    inside: list[_Out] = []
    for one in out:
        if isinstance(one.token, Start) and inside:
            yield inside
            inside = []
        inside.append(one)
    if inside:
        yield inside


def _stays(inside: Sequence[_Out], empty: Collection[str]) -> bool:
    """Whether a paragraph is in the result: it holds something, or never did."""
    first = inside[0].token
    if isinstance(first, Start) and first.id in empty:
        return True
    return any(
        isinstance(one.token, Word) and not is_space(one.token) for one in inside
    )


def _numbers(
    result: Sequence[Paragraph], built: Sequence[Sequence[_Out]]
) -> Sequence[str]:
    """Return the numbers that the resulting text has."""
    if len(result) == len(built):
        return [one.number for one in result]
    firsts = (inside[0].token for inside in built)
    return [one.number if isinstance(one, Start) else "" for one in firsts]


def _bits(inside: Iterable[_Out]) -> Iterator[Bit]:
    """Yield the words, a space where two stand together."""
    space = True
    for one in inside:
        if isinstance(one.token, Word) and not (space and one.token.text.isspace()):
            space = one.token.text.isspace()
            yield Bit("ins" if one.new else "same", one.token.text)
