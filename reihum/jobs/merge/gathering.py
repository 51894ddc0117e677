"""One entry of several copies: the most complete first, gaps filled from the others."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any

from msgspec import structs

from reihum.jobs.merge.portals import RESELLERS, rank
from reihum.jobs.model import Advertisement, Entry, Offer, Place, Salary

FILLED = (
    "employer", "working_time", "hours", "contract", "remote", "public_service",
    "salary", "level", "qualification", "recognition", "deadline", "starts", "agency",
)  # fmt: skip
FACTS = attrgetter(*FILLED)
LISTS = attrgetter("references", "occupations", "also")
DATES = attrgetter("published", "changed")
PLACES = attrgetter("places")
WHOLE = 400  # signs of a text that tells what the work is
SURE = ("reference", "address", "title", "text")


def alone(ad: Advertisement) -> Entry:
    """Return the entry of an advertisement that has no copies.

    It is made faster than it would be found among those made before.
    """
    return Entry(best=ad, offers=(offer(ad),))


@lru_cache(2048)
def gathered(copies: tuple[Advertisement, ...], why: frozenset[str]) -> Entry:
    """Return the entry of several copies in the order of their keys.

    `why` are the kinds of evidence that made them one.
    """
    by_place = sorted(copies, key=_place)
    return Entry(
        best=_best(sorted(copies, key=completeness)),
        offers=tuple([offer(ad) for ad in by_place]),
        why=tuple([kind for kind in SURE if kind in why]),
    )


def _place(ad: Advertisement) -> int:
    return rank(ad.source)


def offer(ad: Advertisement) -> Offer:
    return Offer(ad.source, ad.id, ad.url, ad.published)


def completeness(ad: Advertisement) -> tuple[int, int, int]:
    """Return how complete a copy is, the most complete smallest.

    A whole text first, then a cut one; then who writes first-hand; then how many facts.
    """
    told = 0 if not ad.text else 1 if _cut(ad) else 2
    stated = (
        (ad.salary is not None) + (ad.deadline is not None) + (ad.hours is not None)
        + (ad.contract is not None) + (ad.starts is not None)
        + (ad.published is not None) + bool(ad.working_time) + bool(ad.employer)
        + bool(ad.places)
    )  # fmt: skip
    return -told, rank(ad.source), -stated


def _cut(ad: Advertisement) -> bool:
    return (
        len(ad.text) < WHOLE or ad.source in RESELLERS or ad.text.endswith(("…", "..."))
    )


def _best(copies: Sequence[Advertisement]) -> Advertisement:
    """Return the first copy with its gaps filled from the next that states it."""
    first = copies[0]
    changes = _filled(copies)
    if _differ(copies, LISTS) or first.also:
        changes |= _lists(copies)
    if _differ(copies, DATES):
        changes |= _dates(copies)
    if not first.text and (told := next((ad for ad in copies if ad.text), None)):
        changes["text"] = told.text if told.lang == first.lang else ""
    if _differ(copies, PLACES):
        changes["places"] = min([ad.places for ad in copies], key=_vague)
    return structs.replace(first, **changes) if changes else first


def _differ(
    copies: Sequence[Advertisement], told: Callable[[Advertisement], Any]
) -> bool:
    """Return whether copies tell different things; mostly they tell the same."""
    first, *others = map(told, copies)
    return others != [first] * len(others)


def _filled(copies: Sequence[Advertisement]) -> dict[str, Any]:
    """Return what the first copy leaves open and another one states."""
    found: dict[str, Any] = {}
    if not _differ(copies, FACTS):
        return found
    facts, *others = map(FACTS, copies)
    for at, value in enumerate(facts):
        if not value and value is not False:
            for other in others:
                if other[at] or other[at] is False:
                    found[FILLED[at]] = other[at]
                    break
    if "salary" in found:
        found["salary"] = _pay(copies)
    return found


def _pay(copies: Sequence[Advertisement]) -> Salary | None:
    """Return the first pay that an employer published: a reseller's is an estimate."""
    stated = (ad.salary for ad in copies if ad.source not in RESELLERS)
    return next(filter(None, stated), None)


def _lists(copies: Sequence[Advertisement]) -> dict[str, Any]:
    """Return all numbers and names of the work, and originals that no offer has."""
    pages = [page for ad in copies for page in ad.also]
    return {
        "references": _all([ad.references for ad in copies if ad.references]),
        "occupations": _all([ad.occupations for ad in copies if ad.occupations]),
        "also": _unoffered(pages, copies) if pages else (),
    }


def _unoffered(
    pages: Sequence[str], copies: Sequence[Advertisement]
) -> tuple[str, ...]:
    offered = {ad.url for ad in copies}
    return tuple(dict.fromkeys([page for page in pages if page not in offered]))


def _all(stated: list[tuple[str, ...]]) -> tuple[str, ...]:
    if len(stated) > 1:
        return tuple(dict.fromkeys(chain(*stated)))
    return stated[0] if stated else ()


def _dates(copies: Sequence[Advertisement]) -> dict[str, Any]:
    """Return when it first appeared anywhere, and when it last changed."""
    appeared = [ad.published for ad in copies if ad.published]
    changed = [ad.changed for ad in copies if ad.changed]
    return {
        "published": min(appeared, default=None), "changed": max(changed, default=None)
    }  # fmt: skip


def _vague(places: tuple[Place, ...]) -> tuple[int, int, int]:
    """Return how little places say, the most precise smallest."""
    points = exact = 0
    for place in places:
        points += place.point is not None
        exact += bool(place.postcode) + bool(place.street)
    return -points, -exact, -len(places)
