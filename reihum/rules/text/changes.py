"""A change: one stretch of a text replaced by another, and nothing else can happen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import (
    Flat,
    Start,
    Token,
    Word,
    count_words,
    is_space,
    is_word,
    keys,
)

PRINTED = {part: place for place, part in enumerate(Part)}  # in what order


@dataclass(frozen=True, slots=True)
class Change:
    """The tokens `start` to `end` of a text (end not included) become `new`.

    An insertion has `start == end`, a deletion has no `new`.
    """

    start: int
    end: int
    new: tuple[Token, ...] = ()

    @property
    def begins_paragraph(self) -> bool:
        """Whether what is new begins with a paragraph's start."""
        return bool(self.new) and isinstance(self.new[0], Start)


def order_of(change: Change) -> tuple[int, int, bool, int]:
    """Return what changes are sorted by: their places, and at one place what is new.

    Words put at the end of a paragraph come before a new paragraph behind it, and one
    of the operative text before one of the rationale.
    """
    first = change.new[0] if change.new else None
    if isinstance(first, Start):
        return change.start, change.end, True, PRINTED[first.part]
    return change.start, change.end, False, 0


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Return changes in the order of their places, otherwise as they were given."""
    return sorted(changes, key=order_of)


def apply(tokens: Sequence[Token], changes: Iterable[Change]) -> tuple[Token, ...]:
    """Return the text with all changes made. They must not overlap (ValueError)."""
    done: list[Token] = []
    at = 0
    for change in in_order(changes):
        if change.start < at:
            message = f"changes overlap at {change.start}"
            raise ValueError(message)
        done.extend(tokens[at : change.start])
        done.extend(change.new)
        at = change.end
    return (*done, *tokens[at:])


def inverse(tokens: Sequence[Token], changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that lead from the changed text back to this one."""
    back: list[Change] = []
    shift = 0
    for change in in_order(changes):
        start = change.start + shift
        end = start + len(change.new)
        old = tuple(tokens[change.start : change.end])
        if back and back[-1].end == start:  # neighbours come back side by side
            last = back.pop()
            back.append(Change(last.start, end, (*last.new, *old)))
        else:
            back.append(Change(start, end, old))
        shift += len(change.new) - len(old)
    return tuple(back)


def fresh(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return tokens as new ones: the start of a paragraph loses its id and number."""
    return tuple(
        one._replace(id="", number="") if isinstance(one, Start) else one
        for one in tokens
    )


def trim(flat: Flat, change: Change) -> tuple[Change, int]:
    """Leave out what is deleted and typed again unchanged at either end.

    The second value is how many words that were: they are no wish, but are counted.
    """
    old, new = flat.keys[change.start : change.end], keys(change.new)
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    rest = most - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    kept = (*change.new[:head], *change.new[len(new) - tail :])
    inner = change.new[head : len(new) - tail]
    return Change(change.start + head, change.end - tail, inner), count_words(kept)


def settle(
    flat: Flat, change: Change, low: int = -1, high: int | None = None
) -> Change:
    """Return the one form of a change that stands for all that do the same.

    "A, |B, |C" may come in as "|, B|" or "|B, |". A mere insertion or deletion is moved
    so that it begins with a paragraph's start, or else with the first word that it can
    begin with, the space behind its last one in it; or else as far on as it goes. So
    "in |X in |Y" reads "|in X |in Y". It keeps off its neighbours in the same file,
    which end at `low` and begin at `high`.
    """
    row = change.new or flat.tokens[change.start : change.end]
    if not row or (change.new and change.start < change.end):
        return change
    least = max(change.start - low - 1, 0)
    most = max((len(flat) + 1 if high is None else high) - change.end - 1, 0)
    back, on = _steps(flat, change, row, least, most)
    places = range(on, -back - 1, -1)
    begins = (one for one in places if _begins(flat, change, one))
    reads = (one for one in reversed(places) if _reads(flat, change, one))
    return _moved(change, next(chain(begins, reads), on))


def _steps(
    flat: Flat, change: Change, row: Sequence[Token], least: int, most: int
) -> tuple[int, int]:
    """Return how far a mere insertion or deletion can be moved back, and on.

    What it leaves behind on the one side must be what it takes up on the other.
    """
    size, text = len(row), flat.tokens
    inside = bool(change.new)

    def on(by: int) -> bool:
        leaving = row[by % size] if inside else text[change.start + by]
        return _same(leaving, text[change.end + by])

    def back(by: int) -> bool:
        leaving = row[-1 - by % size] if inside else text[change.end - 1 - by]
        return _same(leaving, text[change.start - 1 - by])

    return (
        sum(1 for _ in takewhile(back, range(least))),
        sum(1 for _ in takewhile(on, range(most))),
    )


def _same(one: Token, other: Token) -> bool:
    """Whether tokens may stand for each other: a bold word not for a plain one."""
    if isinstance(one, Word) or isinstance(other, Word):
        return one == other
    return one[:3] == other[:3]


def _begins(flat: Flat, change: Change, by: int) -> bool:
    """Whether a change that is moved begins with a paragraph's start."""
    new = change.new
    first = new[by % len(new)] if new else flat.tokens[change.start + by]
    return isinstance(first, Start)


def _reads(flat: Flat, change: Change, by: int) -> bool:
    """Whether a change that is moved is whole words with the space behind them."""
    row = _moved(change, by).new
    first = row[0] if row else flat.tokens[change.start + by]
    last = row[-1] if row else flat.tokens[change.end + by - 1]
    return is_word(first) and is_space(last)


def _moved(change: Change, by: int) -> Change:
    turn = by % len(change.new) if change.new else 0
    new = (*change.new[turn:], *change.new[:turn])
    return Change(change.start + by, change.end + by, new)
