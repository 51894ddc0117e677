"""A wish for one version carried over to the next, where that is safe.

It is safe where its words still stand side by side, or, for an insertion, where the
words on both sides do. Everything else is shown to a person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reihum.rules.text.changes import Change
from reihum.rules.text.difference import Pair, between
from reihum.rules.text.tokens import Flat, Start
from reihum.rules.text.tracked import Wanted

Places = Sequence[int | None]


def places(old: Flat, new: Flat) -> tuple[int | None, ...]:
    """Return for each token of the old version where it stands in the new one.

    Paragraphs are known by their ids. None for a token that is gone.
    """
    where = {one.id: index for index, one in enumerate(new.paragraphs)}
    found: list[int | None] = []
    for index, one in enumerate(old.paragraphs):
        there = where.get(one.id)
        size = old.end_of(index) - old.starts[index]
        found += _kept(old, new, index, there) if there is not None else [None] * size
    return tuple(found)


def carry(wanted: Wanted, old: Flat, new: Flat, where: Places) -> Wanted | None:
    """Return the wish said of the new version, or nothing where that is not safe.

    `where` is what `places` says of the two versions.
    """
    change = wanted.change
    if change.start == change.end:
        at = _gap(change, old, new, where)
        return (
            None if at is None else replace(wanted, change=Change(at, at, change.new))
        )
    there = list(where[change.start : change.end])
    first = there[0]
    if first is None or there != list(range(first, first + len(there))):
        return None
    moved = Change(first, first + len(there), change.new)
    return replace(wanted, change=moved)


def _gap(change: Change, old: Flat, new: Flat, where: Places) -> int | None:
    """Return where an insertion goes: between the same neighbours as before."""
    at = change.start
    left = where[at - 1] if at else -1
    right = where[at] if at < len(old) else len(new)
    if left is not None and right == left + 1:
        return right
    if at < len(old) and not isinstance(old.tokens[at], Start):
        return None
    if change.begins_paragraph:
        return _behind(old, new, where, at)
    ends = left is not None and _is_end(new, left + 1)
    return left + 1 if left is not None and ends else None


def _behind(old: Flat, new: Flat, where: Places, at: int) -> int | None:
    """Return the place behind the paragraph that ended at `at`, if it still stands."""
    index = max((i for i, start in enumerate(old.starts) if start < at), default=None)
    if index is None:
        return 0
    start = where[old.starts[index]]
    if start is None:
        return None
    return new.end_of(new.starts.index(start))


def _is_end(flat: Flat, at: int) -> bool:
    return at == len(flat) or isinstance(flat.tokens[at], Start)


def _kept(old: Flat, new: Flat, index: int, there: int) -> Iterator[int | None]:
    """Yield where the tokens of one paragraph are now."""
    start, end = old.starts[index], old.end_of(index)
    now = new.starts[there]
    at = start
    pair = Pair(index, index + 1, there, there + 1)
    for change in between(old, new, pair):
        yield from range(now, now + change.start - at)
        now += change.start - at + len(change.new)
        yield from [None] * (change.end - change.start)
        at = change.end
    yield from range(now, now + end - at)
