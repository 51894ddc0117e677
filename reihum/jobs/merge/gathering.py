"""One entry of several copies: the most complete first, gaps filled from the others."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import structs

from reihum.jobs.merge.portals import RESELLERS, rank
from reihum.jobs.model import Advertisement, Entry, Offer, Place

FILLED = (
    "employer", "working_time", "hours", "contract", "remote", "public_service",
    "salary", "level", "qualification", "recognition", "deadline", "starts", "agency",
)  # fmt: skip
STATED = ("employer", "places", *FILLED[1:11], "published", "starts")
WHOLE = 400  # signs of a text that tells what the work is
SURE = ("reference", "address", "title", "text")


def alone(ad: Advertisement) -> Entry:
    """Return the entry of an advertisement that has no copies."""
    return Entry(best=ad, offers=(Offer(ad.source, ad.id, ad.url, ad.published),))


def gathered(copies: Sequence[Advertisement], why: Iterable[str]) -> Entry:
    """Return the entry of several copies; `why` are the kinds of evidence."""
    by_facts = sorted(copies, key=lambda ad: (completeness(ad), ad.key))
    by_place = sorted(copies, key=lambda ad: (rank(ad.source), ad.key))
    offers = tuple(Offer(ad.source, ad.id, ad.url, ad.published) for ad in by_place)
    found = set(why)
    return Entry(
        best=_best(by_facts), offers=offers,
        why=tuple(kind for kind in SURE if kind in found),
    )  # fmt: skip


def completeness(ad: Advertisement) -> tuple[int, int, int]:
    """Return how complete a copy is, the most complete smallest.

    A whole text first, then a cut one; then who writes first-hand; then how many facts.
    """
    told = 0 if not ad.text else 1 if _cut(ad) else 2
    stated = sum(1 for name in STATED if getattr(ad, name) not in UNSTATED)
    return -told, rank(ad.source), -stated


def _cut(ad: Advertisement) -> bool:
    return (
        len(ad.text) < WHOLE or ad.source in RESELLERS or ad.text.endswith(("…", "..."))
    )


UNSTATED: tuple[object, ...] = (None, "", (), frozenset())


def _best(copies: Sequence[Advertisement]) -> Advertisement:
    """Return the first copy with its gaps filled from the next that states it."""
    first = copies[0]
    changes: dict[str, Any] = {}
    for name in FILLED:
        if getattr(first, name) in UNSTATED:
            changes[name] = _first(copies, name)
    if not first.text and (told := next((ad for ad in copies if ad.text), None)):
        changes["text"] = told.text if told.lang == first.lang else ""
    changes |= {name: _all(copies, name) for name in ("references", "occupations")}
    changes |= _dates(copies)
    changes["also"] = _addresses(copies)
    changes["places"] = min((ad.places for ad in copies), key=_vague)
    return structs.replace(first, **changes)


def _first(copies: Sequence[Advertisement], name: str) -> object:
    """Return what the first copy states; estimates of resellers come last."""
    trusted = sorted(copies, key=lambda ad: ad.source in RESELLERS)
    stated = (getattr(ad, name) for ad in trusted)
    return next((v for v in stated if v not in UNSTATED), getattr(copies[0], name))


def _all(copies: Sequence[Advertisement], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for ad in copies for one in getattr(ad, name)))


def _addresses(copies: Sequence[Advertisement]) -> tuple[str, ...]:
    """Return the other originals that the copies name; offers have their own."""
    offered = {ad.url for ad in copies}
    return tuple(page for page in _all(copies, "also") if page not in offered)


def _dates(copies: Sequence[Advertisement]) -> dict[str, Any]:
    """Return when it first appeared anywhere, and when it last changed."""
    appeared = [ad.published for ad in copies if ad.published]
    changed = [ad.changed for ad in copies if ad.changed]
    return {
        "published": min(appeared, default=None), "changed": max(changed, default=None)
    }  # fmt: skip


def _vague(places: tuple[Place, ...]) -> tuple[int, int, int]:
    """Return how little places say, the most precise smallest."""
    exact: Callable[[str], int] = lambda name: sum(  # noqa: E731
        1 for place in places if getattr(place, name)
    )
    return -exact("point"), -exact("postcode") - exact("street"), -len(places)
