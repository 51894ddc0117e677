"""One text with the changes of several Länder in it, token by token.

It is what a word processor shows with changes noted, each Land the author of its own: a
token that two of them delete carries both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reihum.rules.text.synopsis import Point, in_roll_call, order
from reihum.rules.text.tokens import Flat, Token


class Layer(NamedTuple):
    """A token, and which Länder insert or delete it; both empty where nobody does.

    `points` are the keys of the points that touch it.
    """

    token: Token
    inserted_by: tuple[str, ...] = ()
    deleted_by: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


def layers(flat: Flat, points: Iterable[Point]) -> tuple[Layer, ...]:
    """Return the text with all the points in it, also those in conflict.

    Without the deleted ones it is what comes out if all is accepted, without the
    inserted ones the text itself.
    """
    deleted: dict[int, list[Point]] = defaultdict(list)
    inserted: dict[int, list[Point]] = defaultdict(list)
    for point in sorted(points, key=order):
        for at in range(point.change.start, point.change.end):
            deleted[at].append(point)
        if point.change.new:
            inserted[point.change.end].append(point)
    return tuple(_layers(flat, deleted, inserted))


def _layers(
    flat: Flat, deleted: Mapping[int, list[Point]], inserted: Mapping[int, list[Point]]
) -> Iterator[Layer]:
    behind = 0
    for at in sorted({*deleted, *inserted}):
        yield from map(Layer, flat.tokens[behind:at])
        yield from _new(inserted.get(at, ()))
        if at in deleted:
            by = deleted[at]
            lands = in_roll_call(land for point in by for land in point.lands)
            yield Layer(flat.tokens[at], (), lands, tuple(point.key for point in by))
        behind = at + 1 if at in deleted else at
    yield from map(Layer, flat.tokens[behind:])


def _new(points: Iterable[Point]) -> Iterator[Layer]:
    for point in points:
        lands, keys = point.lands, (point.key,)
        for token in point.change.new:
            yield Layer(token, lands, (), keys)
