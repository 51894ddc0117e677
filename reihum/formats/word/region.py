"""A stretch where words may have grown together or apart, seen before and after.

Word notes changes by the character. Here the characters of each view are made words of,
and the two rows of words are merged into one.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reihum.formats.word.lines import KEPT, Ink, View, after, before
from reihum.rules.text.paragraph import Mark
from reihum.rules.text.tokens import Start, Token, split, words
from reihum.rules.text.tracked import Piece, State


class Atom(NamedTuple):
    """Some characters at their place in the whole text; a start takes one place."""

    at: int
    ink: Ink
    text: str = ""
    style: str = ""
    start: Start | None = None


class Laid(NamedTuple):
    """A token with the places that it covers, the end not included."""

    token: Token
    start: int
    end: int


def woven(
    region: Sequence[Atom], *, left: bool, right: bool
) -> Iterator[tuple[Piece, int]]:
    """Merge both views in the order of the text, what was deleted first.

    Yields each piece and its place. `left` and `right` say whether a paragraph begins
    and ends here: there are no spaces at either end of a paragraph.
    """
    if all(one.ink.kept for one in region):
        for laid in _laid(region, left=left, right=right):
            yield Piece(laid.token), laid.start
        return
    was = _view(region, before, left=left, right=right)
    now = _view(region, after, left=left, right=right)
    author = _Author(region)
    for laid, state in _merged(was, now):
        yield Piece(laid.token, state, *author.of(laid, state)[2:]), laid.start


def _merged(was: list[Laid], now: list[Laid]) -> Iterator[tuple[Laid, State]]:
    """Yield each token and what became of it.

    It is kept if it is the same in both views and lies over the same places.
    """
    left = iter((*was, None))
    old = next(left)
    for new in now:
        while old and old.start < new.end and not _same(old, new):
            yield old, State.DELETED
            old = next(left)
        if old and _same(old, new):
            yield old, State.KEPT
            old = next(left)
        else:
            yield new, State.INSERTED
    while old:
        yield old, State.DELETED
        old = next(left)


def _same(old: Laid, new: Laid) -> bool:
    if isinstance(old.token, Start) or isinstance(new.token, Start):
        return False
    return (
        old.token.text == new.token.text
        and old.start < new.end
        and new.start < old.end
    )  # fmt: skip


class _Author:
    """Finds whose ink a token is written in."""

    def __init__(self, region: Sequence[Atom]) -> None:
        self.region = region
        self.places = [one.at for one in region]
        self.first = next((one.ink for one in region if not one.ink.kept), KEPT)

    def of(self, token: Laid, state: State) -> Ink:
        """Return the first ink under a token that is in one view only."""
        if state is State.KEPT:
            return KEPT
        at = max(bisect_right(self.places, token.start) - 1, 0)
        for index in range(at, len(self.region)):
            one = self.region[index]
            if one.at >= token.end:
                break
            if one.ink.before is not one.ink.after:
                return one.ink
        return self.first


def _view(region: Sequence[Atom], view: View, *, left: bool, right: bool) -> list[Laid]:
    """Return the tokens of a region as one of its views shows it."""
    laid: list[Laid] = []
    chunk: list[Atom] = []
    for one in region:
        if not view(one.ink):
            continue
        if one.start is None:
            chunk.append(one)
            continue
        laid.extend(_laid(chunk, left=left, right=True))
        laid.append(Laid(one.start, one.at, one.at + 1))
        chunk, left = [], True
    laid.extend(_laid(chunk, left=left, right=right))
    return laid


def _laid(atoms: Sequence[Atom], *, left: bool, right: bool) -> Iterator[Laid]:
    """Take a stretch of one paragraph apart and find the place of each token."""
    text = "".join(one.text for one in atoms)
    first = len(text) - len(text.lstrip()) if left else 0
    last = len(text.rstrip()) if right else len(text)
    places = _Places(atoms)
    at = first
    inside = text[first:last]
    found = zip(words(inside, _marks(atoms, first)), split(inside), strict=True)
    for word, raw in found:
        begun = at
        at += len(raw)
        yield Laid(word, places.of(begun), places.of(at - 1) + 1)


class _Places:
    """Finds the place of the n-th character of some atoms; asked in rising order."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self.atoms = atoms
        self.index = 0
        self.before = 0

    def of(self, character: int) -> int:
        while character - self.before >= len(self.atoms[self.index].text):
            self.before += len(self.atoms[self.index].text)
            self.index += 1
        return self.atoms[self.index].at + character - self.before


def _marks(atoms: Sequence[Atom], first: int) -> list[Mark]:
    """Return the styles as marks on the text that begins at character `first`."""
    if not any(one.style for one in atoms):
        return []
    marks: list[Mark] = []
    at = -first
    for style, run in groupby(atoms, key=lambda one: one.style):
        end = at + sum(len(one.text) for one in run)
        marks.extend(_mark(style, at, end))
        at = end
    return marks


def _mark(style: str, start: int, end: int) -> Iterator[Mark]:
    if style.startswith("a:"):
        yield Mark(start, end, "link", style[2:])
        return
    if "b" in style:
        yield Mark(start, end, "strong")
    if "i" in style:
        yield Mark(start, end, "emphasis")
