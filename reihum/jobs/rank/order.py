"""In what order entries are listed; of two that are equal, the key decides.

Relevance is the match, lessened by distance and age: what is next door counts fully,
what is far half as much, and so for today and long ago. Where something is not known,
it counts like something in the middle.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from math import exp, inf

from reihum.jobs.model import Entry
from reihum.jobs.query import Order

Rank = tuple[float, float, str]
FAR, DECAY_KM, UNKNOWN_KM = 0.5, 25.0, 0.7
OLD, DECAY_DAYS, UNKNOWN_DAY = 0.6, 21.0, 0.75


def relevance(
    match: float, km: float | None, published: date | None, today: date
) -> float:
    """Return what an entry is worth, from 0 to 1."""
    nearness = UNKNOWN_KM if km is None else FAR + (1 - FAR) * exp(-km / DECAY_KM)
    return match * nearness * _freshness(published, today)


def sort_key(order: Order, today: date) -> Callable[[Entry], Rank]:
    """Return what to sort by; the list of the same entries is always the same."""
    if order is Order.NEWEST:
        return lambda entry: _by_day(entry, today)
    return _by_distance if order is Order.NEAREST else _by_relevance


@lru_cache(maxsize=1024)
def _freshness(published: date | None, today: date) -> float:
    if published is None:
        return UNKNOWN_DAY
    return OLD + (1 - OLD) * exp(-max(0, (today - published).days) / DECAY_DAYS)


def _by_relevance(entry: Entry) -> Rank:
    return -entry.score, 0.0, entry.key


def _by_day(entry: Entry, today: date) -> Rank:
    """A day that is yet to come is none to be first by for years."""
    published = entry.best.published
    day = -min(published, today).toordinal() if published else inf
    return day, -entry.score, entry.key


def _by_distance(entry: Entry) -> Rank:
    km = entry.distance_km
    return inf if km is None else km, -entry.score, entry.key
