"""A change in its one form, so that two who want the same are found to want the same.

Hands differ: one deletes a word with the space before it, one with the space behind it,
one leaves both spaces; one writes a new paragraph from its end, one from its start.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reihum.rules.text.changes import Change, settle, trim
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import Flat, Start, Token, Word, is_space

_SPACE = Word(" ")
_SOMETHING = Word("…")  # stands for what the next change puts there
_CLOSING = frozenset(".,;:!?)")  # never with a space before them


def tidied(
    flat: Flat, changes: Sequence[Change]
) -> tuple[tuple[tuple[Change, ...], int], ...]:
    """Return for each change of one file what is left of it, and the words retyped.

    Nothing is left of one that only types again what it deleted, or only spaces. More
    than one is left where paragraphs come or go beside other words: each of them is a
    wish of its own. Changes come in the order of the text, and none gets past another.
    """
    bare = [trim(flat, change) for change in changes]
    found: list[tuple[tuple[Change, ...], int]] = []
    low = -1
    for (change, retyped), behind in zip(bare, _behind(flat, bare), strict=True):
        parts, more = _parts(flat, change, low, behind)
        low = parts[-1].end if parts else low
        found.append((parts, retyped + more))
    return tuple(found)


class Behind(NamedTuple):
    """Where the next change begins that says something, and what it puts there first.

    Where that is a word, it may be any.
    """

    high: int | None = None
    first: Token | None = None

    def token(self, flat: Flat, at: int) -> Token | None:
        """Return what stands at a place once the next change is made."""
        if at == self.high:
            return _SOMETHING if isinstance(self.first, Word) else self.first
        return flat.tokens[at] if at < len(flat) else None


ALONE = Behind()


def _behind(flat: Flat, bare: Sequence[tuple[Change, int]]) -> list[Behind]:
    """Return for each change what comes behind it."""
    found: list[Behind] = []
    behind = ALONE
    for change, _ in reversed(bare):
        found.append(behind)
        behind = _before(flat, change, behind) if _says(change) else behind
    return found[::-1]


def _before(flat: Flat, change: Change, behind: Behind) -> Behind:
    first = change.new[0] if change.new else behind.token(flat, change.end)
    return Behind(change.start, first)


def tidy(
    flat: Flat, change: Change, low: int = -1, behind: Behind = ALONE
) -> tuple[Change, int]:
    """Return a change with its spaces as they should be, trimmed and settled.

    The second value is how many words were typed again unchanged. A paragraph that is
    left with nothing in it goes, and one that comes with nothing in it does not come.
    """
    high = behind.high
    end = len(flat) if high is None else high
    bare, retyped = trim(flat, change)
    wide = _with_spaces(flat, bare, max(low, 0), end)
    around = _around(flat, wide, behind)
    new = _spaced(wide.new, *around)
    if not any(isinstance(one, Start) for one in flat.tokens[wide.start : wide.end]):
        # What stood before may be gone with the change that ends here.
        new = _filled(new, None if wide.start == low else around[0], around[1])
    wide = replace(wide, new=new)
    if _leaves_empty(wide, around[0]) and wide.start > max(low, 0):
        wide = replace(wide, start=wide.start - 1)
    short, more = trim(flat, wide)
    if short.start < short.end and not short.new:
        short = settle(flat, short, low, high)
        short = _without(flat, short, max(low, 0), behind)
    return settle(flat, short, low, high), retyped + more


def _leaves_empty(change: Change, before: Token | None) -> bool:
    """Return whether a paragraph has nothing in it any more: another begins at once.

    The title stays, whatever is left of it.
    """
    begins = bool(change.new) and isinstance(change.new[0], Start)
    return begins and isinstance(before, Start) and before.part is not Part.TITLE


def _around(
    flat: Flat, change: Change, behind: Behind
) -> tuple[Token | None, Token | None]:
    """Return the tokens on both sides of a change."""
    before = flat.tokens[change.start - 1] if change.start else None
    return before, behind.token(flat, change.end)


def _with_spaces(flat: Flat, change: Change, low: int, high: int) -> Change:
    """Return a change that holds the spaces on both sides of it."""
    start, end = change.start, change.end
    if start > low and is_space(flat.tokens[start - 1]):
        start -= 1
    if end < high and is_space(flat.tokens[end]):
        end += 1
    left, right = flat.tokens[start : change.start], flat.tokens[change.end : end]
    return Change(start, end, (*left, *change.new, *right))


def _without(flat: Flat, change: Change, low: int, behind: Behind) -> Change:
    """Return a mere deletion with what else has to be done about it.

    The words of two paragraphs that become one need a space between them; a paragraph
    of which nothing is left goes.
    """
    before, after = _around(flat, change, behind)
    if isinstance(before, Word):
        old = flat.tokens[change.start : change.end]
        joined = any(isinstance(one, Start) for one in old)
        spaced = is_space(before) or _takes_no_space(after)
        if joined and not spaced:
            return trim(flat, replace(change, new=(_SPACE,)))[0]
        return change
    if before is None or isinstance(after, Word) or change.start == low:
        return change
    title = before.part is Part.TITLE
    return change if title else replace(change, start=change.start - 1)


def _says(change: Change) -> bool:
    return bool(change.new) or change.start < change.end


def _parts(
    flat: Flat, change: Change, low: int, behind: Behind
) -> tuple[tuple[Change, ...], int]:
    if not _says(change):
        return (), 0
    one, retyped = tidy(flat, change, low, behind)
    parts = list(_parted(flat, one)) if _says(one) else []
    if len(parts) > 1:
        first, more = tidy(flat, parts[0], low, _before(flat, parts[1], behind))
        parts, retyped = [first, *parts[1:]], retyped + more
    return tuple(filter(_says, parts)), retyped


def _parted(flat: Flat, change: Change) -> Iterator[Change]:
    """Yield the paragraphs that come, or go, each by itself, and the words before them.

    That can be told only at the end of a paragraph; elsewhere it is split or joined.
    """
    old = flat.tokens[change.start : change.end]
    if change.end < len(flat) and not isinstance(flat.tokens[change.end], Start):
        yield change
    elif not change.new:
        cuts = [change.start + cut for cut in _cuts(old)]
        for start, end in zip(cuts, [*cuts[1:], change.end], strict=True):
            yield Change(start, end)
    elif any(isinstance(one, Start) for one in old):
        yield change
    else:
        cuts = _cuts(change.new)
        if old and change.begins_paragraph:
            yield Change(change.start, change.end)
        for cut, end in zip(cuts, [*cuts[1:], len(change.new)], strict=True):
            start = change.end if cut or change.begins_paragraph else change.start
            yield Change(start, change.end, change.new[cut:end])


def _cuts(tokens: Sequence[Token]) -> list[int]:
    """Return where a row is cut: at its beginning, and before each paragraph."""
    return [at for at, one in enumerate(tokens) if isinstance(one, Start) or not at]


def _spaced(
    row: Sequence[Token], before: Token | None, after: Token | None
) -> tuple[Token, ...]:
    """Return a row with one space where there are two, and none beside a start."""
    kept: list[Token] = []
    for token in row:
        last = kept[-1] if kept else before
        if is_space(token) and (not isinstance(last, Word) or is_space(last)):
            continue
        if isinstance(token, Start) and kept and is_space(kept[-1]):
            kept.pop()
        kept.append(token)
    if kept and is_space(kept[-1]) and _takes_no_space(after):
        kept.pop()
    return tuple(kept)


def _filled(
    new: Sequence[Token], before: Token | None, after: Token | None
) -> tuple[Token, ...]:
    """Leave out new paragraphs with nothing in them."""
    following = [*new[1:], after]
    kept = tuple(
        one
        for one, other in zip(new, following, strict=bool(new))
        if isinstance(one, Word) or isinstance(other, Word)
    )
    again = isinstance(before, Start) and kept and kept[0][:3] == before[:3]
    return kept[1:] if again else kept


def _takes_no_space(after: Token | None) -> bool:
    if not isinstance(after, Word):
        return True
    return is_space(after) or after.text in _CLOSING
