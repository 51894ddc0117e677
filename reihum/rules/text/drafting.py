"""A Land's wishes, written paragraph by paragraph: each step returns all of them anew.

The words of a paragraph are typed whole; what is different in them is found by
comparing, so that only the words changed are wished for.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from reihum.rules.text.changes import Change, apply
from reihum.rules.text.difference import Pair, between
from reihum.rules.text.outcome import touches
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Flat, Start, Token, flatten, said, words
from reihum.rules.text.tracked import Wanted

All = tuple[Wanted, ...]
DASH = "-"
LEVELS = {"": 0, "1.": 1, "a)": 2, "aa)": 3}  # how deep a kind of number stands
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class New(NamedTuple):
    """A new paragraph: how it starts, its words as typed, and why."""

    start: Start
    text: str
    reason: str = ""


def key_of(wanted: Wanted) -> str:
    """Return a name for a wish that stays while it is as it is."""
    return sha256(repr(wanted).encode()).hexdigest()[:16]


def bounds(flat: Flat, index: int) -> tuple[int, int]:
    """Return where a paragraph starts and ends."""
    return flat.starts[index], flat.end_of(index)


def inside(flat: Flat, wanted: Iterable[Wanted], index: int) -> All:
    """Return the wishes for a paragraph; new ones before or behind it are not."""
    start, end = bounds(flat, index)
    return tuple(one for one in wanted if touches(one.change, start, end))


def reaches_beyond(flat: Flat, wanted: Iterable[Wanted], index: int) -> bool:
    """Whether a wish for this paragraph is one for its neighbours, too."""
    start, end = bounds(flat, index)
    found = (one.change for one in inside(flat, wanted, index))
    return any(one.start < start or one.end > end for one in found)


def wording(flat: Flat, wanted: Iterable[Wanted], index: int) -> str:
    """Return the words of a paragraph with the wishes for it made.

    Where it is split there is a blank line; nothing is left of one that is deleted.
    """
    start, end = bounds(flat, index)
    changes = (one.change for one in inside(flat, wanted, index))
    shifted = [
        Change(max(one.start, start) - start, min(one.end, end) - start, one.new)
        for one in changes
    ]
    return typed(apply(flat.tokens[start:end], shifted))


def typed(tokens: Iterable[Token]) -> str:
    """Return words as they stand in a field, paragraphs with a blank line between."""
    blocks: list[list[Token]] = [[]]
    for token in tokens:
        if isinstance(token, Start):
            blocks.append([])
        else:
            blocks[-1].append(token)
    texts = (said(block).strip() for block in blocks)
    return "\n\n".join(text for text in texts if text)


def rewrite(
    flat: Flat, wanted: Iterable[Wanted], index: int, text: str, reason: str = ""
) -> All:
    """Let a paragraph read so; a blank line splits it, and nothing deletes it."""
    others = _others(flat, wanted, index)
    if not text.strip():
        return delete(flat, others, index, reason)
    one = flat.paragraphs[index]
    other = flatten(_blocks(one, text))
    pair = Pair(index, index + 1, 0, len(other.paragraphs))
    changes = between(flat, other, pair)
    return ranked((*others, *(Wanted(change, reason) for change in changes)))


def delete(flat: Flat, wanted: Iterable[Wanted], index: int, reason: str = "") -> All:
    """Want a paragraph gone."""
    gone = Wanted(Change(*bounds(flat, index)), reason)
    return ranked((*_others(flat, wanted, index), gone))


def insert(
    flat: Flat, wanted: Iterable[Wanted], place: int, new: New, *, first: bool = False
) -> All:
    """Want new paragraphs before the one at `place`, or at the end of the text.

    Of several at one place the newest comes last, or `first` of all.
    """
    at = flat.starts[place] if place < len(flat.starts) else len(flat)
    come = tuple(
        Wanted(Change(at, at, (new.start, *words(block))), new.reason)
        for block in _split(new.text)
    )
    return ranked((*come, *wanted) if first else (*wanted, *come))


def reword(wanted: Sequence[Wanted], key: str, new: New) -> All:
    """Write a new paragraph anew where it stands."""
    return tuple(
        replace(one, change=_reworded(one.change, new), reason=new.reason)
        if key_of(one) == key
        else one
        for one in wanted
    )


def take_back(wanted: Iterable[Wanted], keys: Iterable[str]) -> All:
    """Return the wishes without those, both ends of what was moved together."""
    gone = frozenset(keys)
    found = tuple(wanted)
    moves = {one.move for one in found if one.move and key_of(one) in gone}
    kept = (one for one in found if key_of(one) not in gone and one.move not in moves)
    return ranked(kept)


def start_of_new(flat: Flat, place: int, part: Part, scheme: str) -> Start:
    """Return the start of a new paragraph before the one at `place`, so numbered.

    A dash hangs on the numbered paragraph above it.
    """
    if scheme in LEVELS:
        return Start(part, LEVELS[scheme], scheme)
    above = [one for one in flat.paragraphs[:place] if one.part is part]
    hung = next((one.level for one in reversed(above) if one.number != DASH), 0)
    return Start(part, hung + 1, DASH)


def ranked(wanted: Iterable[Wanted]) -> All:
    """Return wishes in the order of their places, new paragraphs numbered at theirs.

    At one place those of the operative text come before those of the rationale.
    """
    ordered = sorted(wanted, key=_order)
    seen: Counter[int] = Counter()
    found: list[Wanted] = []
    for one in ordered:
        at = one.change.start
        rank = seen[at] if at == one.change.end else one.rank
        seen[at] += at == one.change.end
        found.append(replace(one, rank=rank))
    return tuple(found)


def _order(one: Wanted) -> tuple[int, int, bool, int]:
    change = one.change
    first = change.new[0] if change.new else None
    part = list(Part).index(first.part) if isinstance(first, Start) else 0
    return change.start, change.end, change.begins_paragraph, part


def _others(flat: Flat, wanted: Iterable[Wanted], index: int) -> All:
    found = tuple(wanted)
    return take_back(found, map(key_of, inside(flat, found, index)))


def _split(text: str) -> list[str]:
    return [block.strip() for block in _BLANK_LINE.split(text) if block.strip()]


def _blocks(one: Paragraph, text: str) -> Iterator[Paragraph]:
    """Yield what was typed as paragraphs of the same kind; the title stays one."""
    blocks = [" ".join(_split(text))] if one.part is Part.TITLE else _split(text)
    return (replace(one, text=block, marks=()) for block in blocks)


def _reworded(change: Change, new: New) -> Change:
    inside: tuple[Token, ...] = words(" ".join(_split(new.text)))
    return Change(change.start, change.end, (new.start, *inside))
