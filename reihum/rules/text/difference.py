"""What is different between two texts: paragraphs are aligned first, then words.

A paragraph that is nearly the same is the same one with other words in it; one that was
split or joined is found as that. Spaces never make a difference.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reihum.rules.text.alike import ALIKE, Likeness, bag
from reihum.rules.text.changes import Change, fresh, trim
from reihum.rules.text.matching import Matcher
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tidy import tidied
from reihum.rules.text.tokens import Flat, Key, Start, Token, is_space, is_word

_THERE = 0.8  # so much of a neighbour must stand in a paragraph that took it in
_MOST = 4_000_000  # pairs of paragraphs looked at: each takes eight bytes and more
_BAND = 60  # paragraphs that far from where they were are new ones


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs `i` to `i_end` of one text are `j` to `j_end` of the other.

    Usually one and one; one of the sides is empty where a paragraph came or went.
    """

    i: int
    i_end: int
    j: int
    j_end: int


def compare(flat: Flat, other: Flat) -> tuple[Change, ...]:
    """Return the changes that make `other` out of `flat`, in order.

    Applying them gives the other text, but for ids, numbers, styles and spaces.
    """
    return _settled(flat, list(differences(flat, other)))


def differences(flat: Flat, other: Flat) -> Iterator[Change]:
    """Yield the changes of `compare` before they are tidied (`tidy.tidied`)."""
    for pair in align(flat, other):
        yield from _between(flat, other, pair)


def align(flat: Flat, other: Flat) -> tuple[Pair, ...]:
    """Return which paragraphs are the same ones, in order; equal ones are left out."""
    ours, theirs = _paragraph_keys(flat), _paragraph_keys(other)
    blocks = Matcher(ours, theirs).get_opcodes()
    return tuple(
        pair
        for tag, i, i_end, j, j_end in blocks
        if tag != "equal"
        for pair in align_block(flat, other, Pair(i, i_end, j, j_end))
    )


def align_block(flat: Flat, other: Flat, block: Pair) -> Iterator[Pair]:
    """Yield the pairs of a block in which no two paragraphs are equal."""
    matched = list(_alike(flat, other, block))
    ends = (
        Pair(block.i, block.i, block.j, block.j),
        Pair(block.i_end, block.i_end, block.j_end, block.j_end),
    )
    for before, after in pairwise([ends[0], *matched, ends[1]]):
        yield from (Pair(i, i + 1, before.j_end, before.j_end)
                    for i in range(before.i_end, after.i))  # fmt: skip
        yield from (Pair(after.i, after.i, j, j + 1)
                    for j in range(before.j_end, after.j))  # fmt: skip
        if after is not ends[1]:
            yield after


def _alike(flat: Flat, other: Flat, block: Pair) -> Iterator[Pair]:
    """Yield what is the same with other words; nothing where there is too much."""
    if (block.i_end - block.i) * (block.j_end - block.j) > _MOST:
        return
    ours = _Bags(flat, range(block.i, block.i_end))
    theirs = _Bags(other, range(block.j, block.j_end))
    yield from _joined(_matched(ours, theirs), ours, theirs)


def between(flat: Flat, other: Flat, pair: Pair) -> tuple[Change, ...]:
    """Return the changes that make the paragraphs of one side those of the other."""
    return _settled(flat, list(_between(flat, other, pair)))


def _settled(flat: Flat, changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(one for parts, _ in tidied(flat, changes) for one in parts)


def _between(flat: Flat, other: Flat, pair: Pair) -> Iterator[Change]:
    start, end = _range(flat, pair.i, pair.i_end)
    first, last = _range(other, pair.j, pair.j_end)
    if start == end or first == last:
        yield Change(start, end, fresh(other.tokens[first:last]))
        return
    ours = [at for at in range(start, end) if not is_space(flat.tokens[at])]
    theirs = [at for at in range(first, last) if not is_space(other.tokens[at])]
    matcher = Matcher(_at(flat, ours), _at(other, theirs))
    for i, i_end, j, j_end in _joined_by_signs(matcher, flat, ours):
        # From behind the last word that is the same to the next one.
        at = ours[i - 1] + 1 if i else start
        to = ours[i_end] if i_end < len(ours) else end
        a = theirs[j - 1] + 1 if j else first
        b = theirs[j_end] if j_end < len(theirs) else last
        yield trim(flat, Change(at, to, fresh(other.tokens[a:b])))[0]


class _Bags:
    """The words of some paragraphs, each counted.

    A row of tokens that begins in the middle of a paragraph has no part there: it may
    be any.
    """

    def __init__(self, flat: Flat, which: range) -> None:
        self.first = which.start
        self.bags = [
            bag(flat.tokens[flat.starts[index] : flat.end_of(index)]) for index in which
        ]
        self.parts = [_part(flat.tokens[flat.starts[index]]) for index in which]

    def of(self, first: int, last: int) -> Counter[str]:
        """Return the words of the paragraphs `first` to `last`, end not included."""
        found = Counter[str]()
        for index in range(first, last):
            found.update(self.bags[index - self.first])
        return found

    def part(self, index: int) -> Part | None:
        return self.parts[index - self.first]

    def __len__(self) -> int:
        return len(self.bags)


def _part(token: Token) -> Part | None:
    return token.part if isinstance(token, Start) else None


def _matched(ours: _Bags, theirs: _Bags) -> list[Pair]:
    """Return the pairs that are most alike in sum, in the order of both texts."""
    best: list[list[float]] = [[0.0] * (len(theirs) + 1)]
    likeness = Likeness(ours.bags, theirs.bags)
    matches: list[dict[int, float]] = []
    for i, part in enumerate(ours.parts):
        near = _near(i, len(ours), len(theirs))
        found = {
            j: value
            for j in near
            if (value := likeness.of(i, j)) >= ALIKE and _may_be(part, theirs.parts[j])
        }
        best.append(_row(best[-1], found, near))
        matches.append(found)
    return _backwards(best, matches, ours, theirs)


def _may_be(part: Part | None, other: Part | None) -> bool:
    return part is None or other is None or part is other


def _near(i: int, ours: int, theirs: int) -> range:
    """Return those of theirs that are not too far from one of ours."""
    middle, reach = i * theirs, _BAND * max(ours, theirs)
    first, last = -((reach - middle) // ours), (middle + reach) // ours
    return range(min(max(first, 0), theirs), min(last + 1, theirs))


def _row(above: list[float], found: Mapping[int, float], near: range) -> list[float]:
    """Return the best sums with one more of ours, for each number of theirs.

    It adds nothing to those before what is near, and nothing comes to it behind that.
    """
    row = above[: near.start + 1]
    best = row[-1]
    for j in near:
        best = max(best, above[j + 1])
        if j in found:
            best = max(best, above[j] + found[j])
        row.append(best)
    return row + [best] * (len(above) - len(row))


def _backwards(
    best: list[list[float]],
    matches: Sequence[Mapping[int, float]],
    ours: _Bags,
    theirs: _Bags,
) -> list[Pair]:
    i, j = len(ours), len(theirs)
    pairs: list[Pair] = []
    while i and j:
        value = matches[i - 1].get(j - 1)
        if value is not None and best[i][j] == best[i - 1][j - 1] + value:
            i, j = i - 1, j - 1
            a, b = ours.first + i, theirs.first + j
            pairs.append(Pair(a, a + 1, b, b + 1))
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _joined(pairs: list[Pair], ours: _Bags, theirs: _Bags) -> Iterator[Pair]:
    """Let a pair take in the neighbours that nobody has where that brings it nearer."""
    i, j = ours.first, theirs.first
    for index, pair in enumerate(pairs):
        after = pairs[index + 1] if index + 1 < len(pairs) else None
        room = Pair(
            i, after.i if after else ours.first + len(ours),
            j, after.j if after else theirs.first + len(theirs),
        )  # fmt: skip
        wide = pair
        while (wider := _wider(wide, room, ours, theirs)) is not None:
            wide = wider
        i, j = wide.i_end, wide.j_end
        yield wide


def _wider(pair: Pair, room: Pair, ours: _Bags, theirs: _Bags) -> Pair | None:
    """Return a pair with one neighbour more, if that is right; `room` is how far."""
    i, i_end, j, j_end = pair.i, pair.i_end, pair.j, pair.j_end
    a, b = ours.of(i, i_end), theirs.of(j, j_end)
    if i_end == i + 1:  # one of ours may have been split
        if j_end < room.j_end and _stands_in(theirs, j_end, j, a - b):
            return Pair(i, i_end, j, j_end + 1)
        if j > room.j and _stands_in(theirs, j - 1, j, a - b):
            return Pair(i, i_end, j - 1, j_end)
    if j_end == j + 1:  # some of ours may have been joined
        if i_end < room.i_end and _stands_in(ours, i_end, i, b - a):
            return Pair(i, i_end + 1, j, j_end)
        if i > room.i and _stands_in(ours, i - 1, i, b - a):
            return Pair(i - 1, i_end, j, j_end)
    return None


def _stands_in(bags: _Bags, index: int, beside: int, more: Counter[str]) -> bool:
    """Whether a neighbour's words are what the other side has more."""
    if bags.part(index) != bags.part(beside):
        return False
    neighbour = bags.of(index, index + 1)
    there = (neighbour & more).total()
    return bool(neighbour) and there >= _THERE * neighbour.total()


def _joined_by_signs(
    matcher: Matcher[Key], flat: Flat, ours: Sequence[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield what differs; what only a sign keeps apart is one change."""
    held: tuple[int, int, int, int] | None = None
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        if held is not None and _only_signs(flat, ours[held[1] : i]):
            held = (held[0], i_end, held[2], j_end)
            continue
        if held is not None:
            yield held
        held = (i, i_end, j, j_end)
    if held is not None:
        yield held


def _only_signs(flat: Flat, places: Sequence[int]) -> bool:
    tokens = [flat.tokens[at] for at in places]
    return not any(isinstance(one, Start) or is_word(one) for one in tokens)


def _paragraph_keys(flat: Flat) -> list[tuple[Key, ...]]:
    return [
        flat.keys[start : flat.end_of(index)] for index, start in enumerate(flat.starts)
    ]


def _range(flat: Flat, first: int, last: int) -> tuple[int, int]:
    start = flat.starts[first] if first < len(flat.starts) else len(flat)
    return start, flat.end_of(last - 1) if last > first else start


def _at(flat: Flat, places: Sequence[int]) -> list[Key]:
    return [flat.keys[at] for at in places]
