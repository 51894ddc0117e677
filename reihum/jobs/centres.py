"""Welcome centres (Willkommenszentren): who advises newcomers, and where.

An installation names its own ones; shown are those near the place asked for.
"""

from collections.abc import Iterable

from msgspec import Struct

from reihum.jobs.distance import km_between
from reihum.jobs.query import Asked
from reihum.jobs.understand import Finder

REACH = 50.0  # km that somebody travels for advice
MOST = 3


class Centre(Struct, frozen=True, kw_only=True):
    """A welcome centre. `place` is a town or a postcode, as people write it."""

    name: str
    url: str
    place: str


def near(
    centres: Iterable[Centre], asked: Asked | None, places: Finder
) -> tuple[Centre, ...]:
    """Return those near the place asked for, or in the Land, the nearest first.

    None where nobody asked for a place: of all Germany, none is near.
    """
    if asked is None or not asked.place:
        return ()
    far = ((_km(one, asked, places), place, one) for place, one in enumerate(centres))
    found = sorted(one for one in far if one[0] <= REACH)
    return tuple(centre for _, _, centre in found[:MOST])


def _km(centre: Centre, asked: Asked, places: Finder) -> float:
    """Return how far it is; of a Land that was asked for as a whole, 0 or too far."""
    town = places.find(centre.place).town
    if town is not None and asked.near is not None:
        return km_between(town.point, asked.near)
    return 0.0 if town is not None and town.land == asked.land else REACH + 1
