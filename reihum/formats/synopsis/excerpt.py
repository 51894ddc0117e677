"""A wish shown in its place: some words around it, what goes and what comes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reihum.rules.text.changes import Change, in_order
from reihum.rules.text.redline import Bit, State
from reihum.rules.text.synopsis import Kind, Point, kind_of
from reihum.rules.text.tokens import Flat, Start, Token, is_word

AROUND = 4  # so many words are shown on either side
_MORE = 3  # so few more are shown too, rather than three dots
DOTS = "…"
WHOLE = frozenset({Kind.INSERT_PARAGRAPH, Kind.DELETE_PARAGRAPH})
_NO_NUMBER = "¶"


class _Said(NamedTuple):
    """A token as it is shown."""

    kind: State
    text: str
    counts: bool


def excerpt(flat: Flat, points: Sequence[Point]) -> tuple[Bit, ...]:
    """Return what the points, all of one place, change, with words around it."""
    changes = in_order(point.change for point in points)
    if all(kind_of(flat, change) in WHOLE for change in changes):
        said = [one for change in changes for one in _change(flat, change)]
        # Its start is what "new paragraph" says already.
        return tuple(merged(said[1:] or said))
    first = max(min(point.paragraph for point in points), 0)
    stretch = _shortened(list(_stretch(flat, first, changes)))
    return tuple(_spaced(merged(stretch)))


def merged(said: Iterable[_Said | Bit]) -> Iterator[Bit]:
    """Yield neighbours of the same kind as one, without spaces at both ends.

    The spaces beside what goes or comes are nobody's wish to look at.
    """
    seen = (part for bit in _joined(said) for part in bare(bit))
    bits = list(_joined(seen))
    if bits:
        bits[0] = bits[0]._replace(text=bits[0].text.lstrip())
        bits[-1] = bits[-1]._replace(text=bits[-1].text.rstrip())
    yield from (bit for bit in bits if bit.text)


def _joined(said: Iterable[_Said | Bit]) -> Iterator[Bit]:
    for kind, run in groupby(said, key=lambda one: one.kind):
        yield Bit(kind, "".join(one.text for one in run))


def bare(bit: Bit) -> Iterator[Bit]:
    """Yield what is changed, and the spaces around it as if they were not."""
    bare = bit.text.strip()
    if bit.kind == "same" or not bare:
        yield Bit("same", bit.text)
        return
    before, behind = bit.text.split(bare, 1)
    yield from (one for one in (Bit("same", before), Bit(bit.kind, bare),
                                Bit("same", behind)) if one.text)  # fmt: skip


def _stretch(flat: Flat, first: int, changes: Sequence[Change]) -> Iterator[_Said]:
    """Yield the whole of the paragraphs that are changed, token by token."""
    last = bisect_right(flat.starts, max(one.end - 1 for one in changes)) - 1
    at = flat.starts[first]
    if all(change.start > at for change in changes):
        at += 1
    for change in changes:
        yield from _same(flat.tokens[at : change.start])
        yield from _change(flat, change)
        at = max(change.end, at)
    yield from _same(flat.tokens[at : flat.end_of(max(first, last))])


def _same(tokens: Sequence[Token]) -> Iterator[_Said]:
    yield from (
        _Said("same", _text(one, numbers=False), is_word(one)) for one in tokens
    )


def _change(flat: Flat, change: Change) -> Iterator[_Said]:
    """Yield what goes, then what comes. A start put in another's place shows both."""
    old = flat.tokens[change.start : change.end]
    numbers = all(any(isinstance(one, Start) for one in side)
                  for side in (old, change.new))  # fmt: skip
    yield from (_Said("del", _text(one, numbers=numbers), is_word(one)) for one in old)
    yield from (
        _Said("ins", _text(one, numbers=numbers), is_word(one)) for one in change.new
    )


def _text(token: Token, *, numbers: bool) -> str:
    if not isinstance(token, Start):
        return token.text
    number = (token.number or token.scheme or _NO_NUMBER) if numbers else _NO_NUMBER
    return f" {number} "


def _shortened(said: Sequence[_Said]) -> Iterator[_Said]:
    runs = [(kind, list(run)) for kind, run in groupby(said, key=lambda one: one.kind)]
    for index, (kind, run) in enumerate(runs):
        if kind != "same":
            yield from run
            continue
        yield from _cut(run, before=index > 0, behind=index < len(runs) - 1)


def _cut(run: Sequence[_Said], *, before: bool, behind: bool) -> Iterator[_Said]:
    """Yield the words next to a change; what is far from any becomes three dots.

    `before` and `behind` say whether a change stands there.
    """
    places = [at for at, one in enumerate(run) if one.counts]
    wanted = AROUND * (before + behind)
    if len(places) <= wanted + _MORE:
        yield from run
        return
    if before:
        yield from run[: places[AROUND - 1] + 1]
        yield _Said("same", f" {DOTS}", counts=False)
    else:
        yield _Said("same", DOTS, counts=False)
    if behind:
        yield _Said("same", " ", counts=False)
        yield from run[places[-AROUND] :]


def _spaced(bits: Iterable[Bit]) -> Iterator[Bit]:
    """Put one space between what goes and what comes in its place, never two."""
    before: Bit | None = None
    for bit in bits:
        here = bit._replace(text=re.sub(r"\s+", " ", bit.text))
        if before and "same" not in (before.kind, here.kind):
            yield Bit("same", " ")
        yield here
        before = here
