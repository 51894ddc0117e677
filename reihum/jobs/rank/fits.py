"""Each filter of a query, held against one entry: yes, no, or not stated.

What does not say what was asked for is left out, and counted; with two exceptions.
Who asks for a level of German decides about it with `Query.level_unstated`; and "no
recognition needed" leaves out what asks for it: an advertisement that says nothing asks
for nothing.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from reihum.jobs.distance import km_between
from reihum.jobs.model import Entry, Recognition, Remote
from reihum.jobs.query import Asked, Criterion, Query

AT_THE_PLACE = 5  # km that are still the place itself, where no radius is wanted
NEEDED = frozenset({Recognition.REGULATED, Recognition.ASKED})
AT_HOME = frozenset({Remote.PARTLY, Remote.YES})

# Two filters that are no criteria of a portal: they stand beside `Criterion`.
LAND, SOURCE = "land", "source"


class Candidate(Struct, frozen=True):
    """An entry that matches the words, with what was found out about it on the way.

    `no` and `unstated` name the filters that it does not pass.
    """

    entry: Entry
    match: float
    distance_km: float | None
    no: frozenset[str] = frozenset()
    unstated: frozenset[str] = frozenset()


Test = Callable[[Entry, float | None], bool | None]
NONE: frozenset[str] = frozenset()


def tests(asked: Asked, today: date) -> dict[str, Test]:
    """Return a test for every filter that was asked for, by its name."""
    return dict(
        [*_of_work(asked.query), *_of_terms(asked.query, today), *_of_place(asked)]
    )


def candidate(
    entry: Entry, match: float, km: float | None, asked: dict[str, Test]
) -> Candidate:
    """Return the entry with the filters that it does not pass."""
    no: list[str] = []
    unstated: list[str] = []
    for name, test in asked.items():
        passes = test(entry, km)
        if not passes:
            (unstated if passes is None else no).append(name)
    return Candidate(
        entry,
        match,
        km,
        frozenset(no) if no else NONE,
        frozenset(unstated) if unstated else NONE,
    )


def distance_of(entry: Entry, asked: Asked) -> float | None:
    """Return the kilometres from the place asked for to the nearest place of work."""
    near = asked.near
    if near is None:
        return None
    return min(
        [km_between(near, place.point) for place in entry.best.places if place.point],
        default=None,
    )


def _of_work(query: Query) -> Iterator[tuple[str, Test]]:
    if times := query.working_time:
        yield (
            Criterion.WORKING_TIME,
            lambda entry, _: (
                not times.isdisjoint(entry.best.working_time)
                if entry.best.working_time
                else None
            ),
        )
    if kinds := query.kinds:
        yield Criterion.KIND, lambda entry, _: entry.best.kind in kinds
    if query.remote:
        yield (
            Criterion.REMOTE,
            lambda entry, _: (
                None if entry.best.remote is None else entry.best.remote in AT_HOME
            ),
        )
    if query.public_service:
        yield Criterion.PUBLIC_SERVICE, lambda entry, _: entry.best.public_service
    if sources := query.sources:
        yield (
            SOURCE,
            lambda entry, _: any(offer.source in sources for offer in entry.offers),
        )


def _of_terms(query: Query, today: date) -> Iterator[tuple[str, Test]]:
    if (most := query.level) is not None:
        silent = True if query.level_unstated else None
        yield (
            Criterion.LEVEL,
            lambda entry, _: (
                silent if entry.best.level is None else entry.best.level <= most
            ),
        )
    if query.no_recognition:
        yield (
            Criterion.RECOGNITION,
            lambda entry, _: entry.best.recognition not in NEEDED,
        )
    if query.published_days:
        first = today - timedelta(days=query.published_days)
        yield (
            Criterion.PUBLISHED,
            lambda entry, _: (
                None if entry.best.published is None else entry.best.published >= first
            ),
        )


def _of_place(asked: Asked) -> Iterator[tuple[str, Test]]:
    if asked.near is not None:
        most = asked.query.radius_km or AT_THE_PLACE
        yield (
            Criterion.RADIUS,
            lambda entry, km: (
                (km is not None and km <= most)
                or entry.best.remote is Remote.YES
                or _is_there(entry, asked)
                or (None if km is None else False)
            ),
        )
    if lands := asked.query.lands:
        yield LAND, lambda entry, _: _is_in_land(entry, lands)


def _is_there(entry: Entry, asked: Asked) -> bool:
    """Say whether a place without a point is called like the one asked for."""
    return any(
        place.point is None
        and (
            (place.name and place.name == asked.place)
            or (place.postcode and place.postcode == asked.postcode)
        )
        for place in entry.best.places
    )


def _is_in_land(entry: Entry, lands: frozenset[str]) -> bool | None:
    known = [place.land for place in entry.best.places if place.land]
    return any(land in lands for land in known) if known else None
