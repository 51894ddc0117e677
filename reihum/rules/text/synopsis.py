"""The wishes of all Länder laid against one text (Synopse).

Identical wishes become one point that several Länder stand behind; points that leave
each other alone can all be made; points that do not are in conflict, and a person
decides. Nothing depends on the order in which the files come in.
"""

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from reihum.rules.laender import CODES
from reihum.rules.text.changes import Change, order_of
from reihum.rules.text.clash import (
    CLASH_NAMES,
    Clash,
    clash,
    is_border,
    is_paragraph,
)
from reihum.rules.text.lineup import lined_up
from reihum.rules.text.stored import place
from reihum.rules.text.tokens import Flat, Key, Start, keys
from reihum.rules.text.tracked import Wanted

__all__ = [
    "CLASH_NAMES", "Clash", "Conflict", "Kind", "Point", "Synopsis", "Wish", "clash",
    "combine", "in_roll_call", "kind_of", "order",
]  # fmt: skip

_ROLL = {land: place for place, land in enumerate(CODES)}
_IN_ORDER = {Clash.SAME_PLACE, Clash.ALIKE}  # no clash where one file wants both


class Kind(StrEnum):
    """What a point does, seen by a reader."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    INSERT_PARAGRAPH = "insert_paragraph"
    DELETE_PARAGRAPH = "delete_paragraph"
    SPLIT = "split"
    JOIN = "join"
    LEVEL = "level"  # another level or kind of number
    MOVE = "move"  # one end of a stretch that was moved


@dataclass(frozen=True, slots=True)
class Wish:
    """What one Land wants at one place. `source` names the amendment or the file."""

    land: str
    wanted: Wanted
    source: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A point that clashes with this one, and why."""

    key: str
    why: Clash


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that somebody wants changed, and all who want it.

    `key` stays the same whoever joins in, and however words are counted; `rank` orders
    what is inserted at the same place; `paragraph` is the index of the paragraph
    that it stands in, or after which a new one goes (-1: before the first). `group` is
    the key of the first point of the same paragraph that the same Länder want: they
    are shown, and decided, together.
    """

    key: str
    kind: Kind
    change: Change
    paragraph: int
    wishes: tuple[Wish, ...]
    rank: int
    group: str = ""
    conflicts: tuple[Conflict, ...] = ()

    @property
    def lands(self) -> tuple[str, ...]:
        """Return who wants it, once each, in the order of the roll call."""
        return in_roll_call({wish.land for wish in self.wishes})

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Return the reasons given, each with its Land."""
        given = {(wish.land, wish.wanted.reason) for wish in self.wishes}
        ordered = sorted(given, key=lambda one: (_call(one[0]), one[1]))
        return tuple(one for one in ordered if one[1])


@dataclass(frozen=True, slots=True)
class Synopsis:
    """All points on one text, in the order of their places."""

    flat: Flat
    points: tuple[Point, ...]

    @property
    def by_key(self) -> dict[str, Point]:
        return {point.key: point for point in self.points}

    def groups(self) -> tuple[tuple[Point, ...], ...]:
        """Return the points that are decided together, in the order of their places."""
        found: dict[str, list[Point]] = {}
        for point in self.points:
            found.setdefault(point.group, []).append(point)
        return tuple(map(tuple, found.values()))

    def clusters(self) -> tuple[tuple[Point, ...], ...]:
        """Return the points that are in conflict with one another, cluster by cluster.

        Two clusters have nothing to do with each other.
        """
        leader = {point.key: point.key for point in self.points}

        def lead(one: str) -> str:
            while leader[one] != one:
                leader[one] = one = leader[leader[one]]
            return one

        for point in self.points:
            for conflict in point.conflicts:
                leader[lead(conflict.key)] = lead(point.key)
        found: dict[str, list[Point]] = {}
        for point in self.points:
            if point.conflicts:
                found.setdefault(lead(point.key), []).append(point)
        return tuple(map(tuple, found.values()))

    def agreed(self) -> tuple[Point, ...]:
        """Return the points that no other point stands against."""
        return tuple(point for point in self.points if not point.conflicts)


def in_roll_call(lands: Iterable[str]) -> tuple[str, ...]:
    """Return codes in the order in which the roll is called, others after them."""
    return tuple(sorted(set(lands), key=_call))


def combine(flat: Flat, wishes: Iterable[Wish]) -> Synopsis:
    """Lay all wishes against the text."""
    points = sorted(_ranked(list(_points(flat, wishes))), key=order)
    clashes = _clashes(flat, points)
    groups = _groups(points)
    return Synopsis(
        flat,
        tuple(
            replace(
                point,
                group=groups[point.key],
                conflicts=tuple(
                    Conflict(other, why)
                    for other, why in sorted(clashes[point.key].items())
                ),
            )
            for point in points
        ),
    )


def _points(flat: Flat, wishes: Iterable[Wish]) -> Iterator[Point]:
    """Yield one point for each different change; who is first does not matter."""
    for (start, end, new, nth), found in _same(wishes).items():
        ordered = sorted(set(found), key=_wish_order)
        change = ordered[0].wanted.change
        moved = all(wish.wanted.move for wish in ordered)
        yield Point(
            key=_key(flat, start, end, new, nth),
            kind=Kind.MOVE if moved else kind_of(flat, change),
            change=change,
            paragraph=_paragraph(flat, change),
            wishes=tuple(ordered),
            rank=0,
        )


def _same(
    wishes: Iterable[Wish],
) -> dict[tuple[int, int, tuple[Key, ...], int], list[Wish]]:
    """Put identical wishes together.

    A file that puts the same words at the same place twice (each has its own rank)
    wants them twice.
    """
    found: dict[tuple[int, int, tuple[Key, ...]], list[Wish]] = defaultdict(list)
    for wish in wishes:
        change = wish.wanted.change
        found[change.start, change.end, keys(change.new)].append(wish)
    same: dict[tuple[int, int, tuple[Key, ...], int], list[Wish]] = defaultdict(list)
    for (start, end, new), alike in found.items():
        ranks: dict[tuple[str, str], set[int]] = defaultdict(set)
        for wish in alike:
            ranks[wish.land, wish.source].add(wish.wanted.rank)
        for wish in alike:
            before = sorted(ranks[wish.land, wish.source])
            nth = before.index(wish.wanted.rank) if start == end else 0
            same[start, end, new, nth].append(wish)
    return same


def _key(flat: Flat, start: int, end: int, new: tuple[Key, ...], nth: int) -> str:
    words = [one if isinstance(one, str) else list(one) for one in new]
    named = json.dumps([place(flat, start), place(flat, end), words, nth])
    return sha256(named.encode()).hexdigest()[:16]


def _wish_order(wish: Wish) -> tuple[object, ...]:
    """Sort wishes for the same change; what is new differs in its style at most."""
    one = wish.wanted
    return (
        _call(wish.land), wish.source, one.rank, one.reason, one.move, one.untracked,
        one.retyped, one.change.new,
    )  # fmt: skip


def _ranked(points: Sequence[Point]) -> Iterator[Point]:
    """Yield the points, those inserted at one place in the order of the files.

    Where two files have a different order, that of the roll call decides.
    """
    gaps: dict[int, list[Point]] = defaultdict(list)
    for point in points:
        if point.change.start == point.change.end:
            gaps[point.change.start].append(point)
        else:
            yield point
    for gap in gaps.values():
        by_key = {point.key: point for point in gap}
        turns = {point.key: _first_call(point) for point in gap}
        for rank, name in enumerate(lined_up(_files(gap), turns)):
            yield replace(by_key[name], rank=rank)


def _files(gap: Sequence[Point]) -> list[list[str]]:
    """Return what each file puts at a place, in its order."""
    files: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for point in gap:
        for wish in point.wishes:
            files[wish.land, wish.source].append((wish.wanted.rank, point.key))
    return [
        list(dict.fromkeys(name for _, name in sorted(row))) for row in files.values()
    ]


def kind_of(flat: Flat, change: Change) -> Kind:
    """Return what a change does, seen by a reader."""
    old = flat.tokens[change.start : change.end]
    gone = [one for one in old if isinstance(one, Start)]
    come = [one for one in change.new if isinstance(one, Start)]
    if not gone and not come:
        if not old:
            return Kind.INSERT
        return Kind.REPLACE if change.new else Kind.DELETE
    if len(gone) == len(come):
        alone = len(old) == len(gone) and len(change.new) == len(come)
        return Kind.LEVEL if alone else Kind.REPLACE
    if not gone:
        return Kind.INSERT_PARAGRAPH if is_paragraph(flat, change) else Kind.SPLIT
    if not come:
        return Kind.DELETE_PARAGRAPH if _is_whole(flat, change) else Kind.JOIN
    return Kind.REPLACE


def _is_whole(flat: Flat, change: Change) -> bool:
    """Whether whole paragraphs go."""
    begins = isinstance(flat.tokens[change.start], Start)
    return begins and is_border(flat, change.end)


def _paragraph(flat: Flat, change: Change) -> int:
    """Return the paragraph that a change stands in; a new one stands behind another."""
    behind = change.start == change.end
    find = bisect_left if behind else bisect_right
    return find(flat.starts, change.start) - 1


def order(point: Point) -> tuple[object, ...]:
    """Return what points are sorted by; all of them can be applied in this order."""
    return *order_of(point.change), point.rank, _first_call(point), point.key


def _first_call(point: Point) -> tuple[int, str]:
    return min(_call(wish.land) for wish in point.wishes)


def _call(land: str) -> tuple[int, str]:
    return _ROLL.get(land, len(_ROLL)), land


def _clashes(flat: Flat, points: Sequence[Point]) -> dict[str, dict[str, Clash]]:
    """Compare each point with those whose place it reaches."""
    found: dict[str, dict[str, Clash]] = defaultdict(dict)
    open_: list[Point] = []
    for point in points:
        open_ = [one for one in open_ if one.change.end >= point.change.start]
        for other in open_:
            why = clash(flat, other.change, point.change)
            if why in _IN_ORDER and _one_file(other, point):
                continue
            if why is not None:
                found[point.key][other.key] = why
                found[other.key][point.key] = why
        open_.append(point)
    return found


def _one_file(one: Point, other: Point) -> bool:
    """Whether a file wants both, and so says in what order they stand."""
    files = {(wish.land, wish.source) for wish in one.wishes}
    return any((wish.land, wish.source) in files for wish in other.wishes)


def _groups(points: Sequence[Point]) -> dict[str, str]:
    """Return for each point the first one that it is decided together with.

    Those are the wishes of the same Länder for the same paragraph, and both ends of
    what was moved.
    """
    found: dict[str, str] = {}
    first: dict[tuple[object, ...], str] = {}
    for point in points:
        moved = tuple(sorted({(w.land, w.source, w.wanted.move) for w in point.wishes}))
        whole = point.kind in (Kind.INSERT_PARAGRAPH, Kind.DELETE_PARAGRAPH)
        place: tuple[object, ...] = (point.paragraph, point.lands)
        if point.kind is Kind.MOVE:
            place = ("move", moved)
        elif whole:
            place = (point.key,)
        found[point.key] = first.setdefault(place, point.key)
    return found
