"""A wish for one version carried over to the next, where that is safe.

It is safe where its words still stand side by side, or, for an insertion, where the
words on both sides do. Everything else is shown to a person.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reihum.rules.text.changes import Change
from reihum.rules.text.clash import is_border, is_paragraph, joins
from reihum.rules.text.matching import Matcher
from reihum.rules.text.tokens import Flat, Start, is_space
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
        found += [None] * size if there is None else _kept(old, new, index, there)
    return tuple(found)


def carry(wanted: Wanted, old: Flat, new: Flat, where: Places) -> Wanted | None:
    """Return the wish said of the new version, or nothing where that is not safe.

    `where` is what `places` says of the two versions.
    """
    change = wanted.change
    find = _gap if change.start == change.end else _stretch
    at = find(change, old, new, where)
    if at is None:
        return None
    moved = Change(at, at + change.end - change.start, change.new)
    return replace(wanted, change=moved)


def _stretch(change: Change, old: Flat, new: Flat, where: Places) -> int | None:
    """Return where the words of a change begin, if they stand together as before."""
    there = list(where[change.start : change.end])
    first = there[0]
    if first is None or there != list(range(first, first + len(there))):
        return None
    gone = old.tokens[change.start : change.end]
    if any(isinstance(one, Start) for one in gone):
        # What is left of a paragraph must not be tied to another one than before.
        last = first + len(there)
        if is_border(old, change.end) != is_border(new, last):
            return None
        if joins(old, change) and _before(change.start, where) != first - 1:
            return None
    return first


def _before(at: int, where: Places) -> int | None:
    return where[at - 1] if at else -1


def _gap(change: Change, old: Flat, new: Flat, where: Places) -> int | None:
    """Return where an insertion goes: between the same neighbours as before."""
    at = change.start
    left = _before(at, where)
    right = where[at] if at < len(old) else len(new)
    if left is not None and right == left + 1:
        return right
    if not is_border(old, at):
        return None
    if is_paragraph(old, change):
        return _behind(old, new, where, at)
    return left + 1 if left is not None and is_border(new, left + 1) else None


def _behind(old: Flat, new: Flat, where: Places, at: int) -> int | None:
    """Return the place behind the paragraph that ended at `at`, if it still stands."""
    index = bisect_left(old.starts, at) - 1
    if index < 0:
        return 0
    start = where[old.starts[index]]
    return None if start is None else new.end_of(new.starts.index(start))


def _kept(old: Flat, new: Flat, index: int, there: int) -> list[int | None]:
    """Return where the tokens of one paragraph are now."""
    start, end = old.starts[index], old.end_of(index)
    begin, last = new.starts[there], new.end_of(there)
    ours = [at for at in range(start, end) if not is_space(old.tokens[at])]
    theirs = [at for at in range(begin, last) if not is_space(new.tokens[at])]
    matcher = Matcher([old.keys[at] for at in ours], [new.keys[at] for at in theirs])
    found: list[int | None] = [None] * (end - start)
    for i, j, size in matcher.get_matching_blocks():
        for by in range(size):
            found[ours[i + by] - start] = theirs[j + by]
    for at in range(start, end):
        if is_space(old.tokens[at]):
            found[at - start] = _space(new, found, at - start)
    return found


def _space(new: Flat, found: Sequence[int | None], at: int) -> int | None:
    """Return where a space is now: still behind the same word, or before it."""
    beside = (found[at - 1], 1), (found[at + 1] if at + 1 < len(found) else None, -1)
    for word, step in beside:
        there = None if word is None else word + step
        if there is not None and there < len(new) and is_space(new.tokens[there]):
            return there
    return None
