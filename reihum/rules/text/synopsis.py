"""The wishes of all Länder laid against one text (Synopse).

Identical wishes become one point that several Länder stand behind; points that leave
each other alone can all be made; points that do not are in conflict, and a person
decides. Nothing depends on the order in which the files come in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from reihum.rules.laender import CODES
from reihum.rules.text.changes import Change
from reihum.rules.text.tokens import Flat, Key, Start, keys
from reihum.rules.text.tracked import Wanted
from reihum.rules.words import Text


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


class Clash(StrEnum):
    """Why two points cannot both be made without somebody deciding."""

    OVERLAP = "overlap"  # both change the same words, differently
    DELETED = "deleted"  # one deletes what the other changes
    SAME_PLACE = "same_place"  # both put words at the same place


CLASH_NAMES: Mapping[Clash, Text] = {
    Clash.OVERLAP: Text(
        "ändern dieselben Wörter verschieden", "change the same words differently"
    ),
    Clash.DELETED: Text(
        "streicht Wörter, die andere ändern", "deletes words that others change"
    ),
    Clash.SAME_PLACE: Text(
        "fügen an derselben Stelle Verschiedenes ein",
        "insert different words at the same place",
    ),
}


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

    `key` stays the same whoever joins in; `paragraph` is the index of the paragraph
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
                one = leader[one]
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
    points = sorted(_points(flat, wishes), key=_order)
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


def clash(flat: Flat, one: Change, other: Change) -> Clash | None:
    """Return why two different changes cannot both be made as they are, if so."""
    if one.start == one.end and other.start == other.end:
        return _same_gap(flat, one, other)
    if one.start == one.end:
        return _into(flat, one, other)
    if other.start == other.end:
        return _into(flat, other, one)
    if one.start >= other.end or other.start >= one.end:
        return None
    return Clash.OVERLAP if bool(one.new) == bool(other.new) else Clash.DELETED


def _same_gap(flat: Flat, one: Change, other: Change) -> Clash | None:
    """New paragraphs at the same place get along; words at the same place do not."""
    if one.start != other.start:
        return None
    both = _is_paragraph(flat, one), _is_paragraph(flat, other)
    return None if any(both) else Clash.SAME_PLACE


def _into(flat: Flat, insertion: Change, other: Change) -> Clash | None:
    """Whether an insertion and a change of existing words get into each other's way."""
    at, start, end = insertion.start, other.start, other.end
    if at < start or at > end:
        return None
    if start < at < end:
        return Clash.OVERLAP if other.new else Clash.DELETED
    if _is_paragraph(flat, insertion):
        return None
    if other.new:
        return Clash.SAME_PLACE
    # Words at the end of a paragraph that goes as a whole would have no paragraph.
    inside = flat.tokens[start:at]
    gone = at == end and any(isinstance(token, Start) for token in inside)
    return Clash.DELETED if gone else None


def _is_paragraph(flat: Flat, change: Change) -> bool:
    """Whether whole new paragraphs are put between two others."""
    at = change.start
    between = at == len(flat) or isinstance(flat.tokens[at], Start)
    return change.start == change.end and change.begins_paragraph and between


def _points(flat: Flat, wishes: Iterable[Wish]) -> Iterator[Point]:
    """Yield one point for each different change; who is first does not matter."""
    same: dict[tuple[int, int, tuple[Key, ...]], list[Wish]] = defaultdict(list)
    for wish in wishes:
        change = wish.wanted.change
        same[change.start, change.end, keys(change.new)].append(wish)
    for (start, end, new), found in same.items():
        ordered = sorted(
            set(found), key=lambda one: (_call(one.land), one.source, repr(one.wanted))
        )
        change = ordered[0].wanted.change
        moved = all(wish.wanted.move for wish in ordered)
        yield Point(
            key=sha256(repr((start, end, new)).encode()).hexdigest()[:16],
            kind=Kind.MOVE if moved else kind_of(flat, change),
            change=change,
            paragraph=_paragraph(flat, change),
            wishes=tuple(ordered),
            rank=min(wish.wanted.rank for wish in ordered),
        )


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
        return Kind.INSERT_PARAGRAPH if _is_paragraph(flat, change) else Kind.SPLIT
    if not come:
        return Kind.DELETE_PARAGRAPH if _is_whole(flat, change) else Kind.JOIN
    return Kind.REPLACE


def _is_whole(flat: Flat, change: Change) -> bool:
    """Whether whole paragraphs go."""
    ends = change.end == len(flat) or isinstance(flat.tokens[change.end], Start)
    return isinstance(flat.tokens[change.start], Start) and ends


def _paragraph(flat: Flat, change: Change) -> int:
    """Return the paragraph that a change stands in; a new one stands behind another."""
    at = change.start
    behind = change.start == change.end
    found = sum(1 for start in flat.starts if (start < at if behind else start <= at))
    return found - 1


def _order(point: Point) -> tuple[int, int, bool, int, str, str]:
    change = point.change
    first = min(_call(land) for land in point.lands)
    return (
        change.start, change.end, change.begins_paragraph, point.rank,
        "".join(map(str, first)), point.key,
    )  # fmt: skip


def _call(land: str) -> tuple[str, str]:
    return (f"{CODES.index(land):02}", "") if land in CODES else ("99", land)


def _clashes(flat: Flat, points: Sequence[Point]) -> dict[str, dict[str, Clash]]:
    """Compare each point with those whose place it reaches."""
    found: dict[str, dict[str, Clash]] = defaultdict(dict)
    open_: list[Point] = []
    for point in points:
        open_ = [one for one in open_ if one.change.end >= point.change.start]
        for other in open_:
            why = clash(flat, other.change, point.change)
            if why is not None:
                found[point.key][other.key] = why
                found[other.key][point.key] = why
        open_.append(point)
    return found


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
