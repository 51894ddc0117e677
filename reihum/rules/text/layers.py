"""One text with the changes of several Länder in it, token by token.

It is what a word processor shows with changes noted, each Land the author of its own: a
token that two of them delete carries both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reihum.rules.text.changes import order_of
from reihum.rules.text.synopsis import Point, in_roll_call
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
    for point in points:
        for at in range(point.change.start, point.change.end):
            deleted[at].append(point)
        if point.change.new:
            inserted[point.change.end].append(point)
    return tuple(_layers(flat, deleted, inserted))


def _layers(
    flat: Flat, deleted: dict[int, list[Point]], inserted: dict[int, list[Point]]
) -> Iterator[Layer]:
    for at, token in enumerate(flat.tokens):
        yield from _new(inserted.get(at, ()))
        by = deleted.get(at, ())
        lands = in_roll_call(land for point in by for land in point.lands)
        yield Layer(token, (), lands, tuple(point.key for point in by))
    yield from _new(inserted.get(len(flat), ()))


def _new(points: Iterable[Point]) -> Iterator[Layer]:
    """Yield what is put at one place, in the order in which `apply` puts it."""
    for point in sorted(points, key=lambda one: (order_of(one.change), one.rank)):
        for token in point.change.new:
            yield Layer(token, point.lands, (), (point.key,))
