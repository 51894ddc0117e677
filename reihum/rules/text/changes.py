"""A change: one stretch of a text replaced by another, and nothing else can happen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reihum.rules.text.tokens import Flat, Start, Token, count_words, key, keys


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


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Return changes in the order of their places, otherwise as they were given.

    Words put at the end of a paragraph come before a new paragraph behind it.
    """
    return sorted(changes, key=lambda one: (one.start, one.end, one.begins_paragraph))


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
        old = tuple(tokens[change.start : change.end])
        back.append(Change(start, start + len(change.new), old))
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


def settle(flat: Flat, change: Change) -> Change:
    """Return the one form of a change that stands for all that do the same.

    "A, |B, |C" may come in as "|, B|" or "|B, |". A mere insertion or deletion is moved
    so that it begins with a paragraph's start, or else as far back as it goes: so a
    word goes with the space behind it.
    """
    if change.new and change.start < change.end:
        return change
    at_start = next((one for one in _moved(flat, change) if _begins(flat, one)), None)
    if at_start is not None:
        return at_start
    *_, last = _right(flat, change)
    return last


def _begins(flat: Flat, change: Change) -> bool:
    first = change.new[0] if change.new else flat.tokens[change.start]
    return isinstance(first, Start)


def _moved(flat: Flat, change: Change) -> Iterator[Change]:
    yield from _right(flat, change)
    yield from _left(flat, change)


def _right(flat: Flat, change: Change) -> Iterator[Change]:
    """Yield the same change at each place further on, itself first."""
    now = change
    yield now
    size = len(now.new) or now.end - now.start
    while size and now.end < len(flat):
        leaving = now.new[0] if now.new else flat.tokens[now.start]
        if key(leaving) != flat.keys[now.end]:
            return
        new = (*now.new[1:], flat.tokens[now.end]) if now.new else ()
        now = Change(now.start + 1, now.end + 1, fresh(new))
        yield now


def _left(flat: Flat, change: Change) -> Iterator[Change]:
    now = change
    size = len(now.new) or now.end - now.start
    while size and now.start > 0:
        leaving = now.new[-1] if now.new else flat.tokens[now.end - 1]
        if key(leaving) != flat.keys[now.start - 1]:
            return
        new = (flat.tokens[now.start - 1], *now.new[:-1]) if now.new else ()
        now = Change(now.start - 1, now.end - 1, fresh(new))
        yield now
