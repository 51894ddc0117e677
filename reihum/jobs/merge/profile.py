"""An advertisement as it is compared: everything worked out once, before any pair."""

from functools import lru_cache

from msgspec import Struct

from reihum.jobs.merge import employers, paygroups, texts
from reihum.jobs.merge.addresses import address
from reihum.jobs.merge.folding import town
from reihum.jobs.merge.paygroups import Group
from reihum.jobs.merge.references import Reference, in_text, reference
from reihum.jobs.merge.titles import Title, title
from reihum.jobs.model import Advertisement, Kind, Point, WorkingTime

UNKNOWN = employers.Employer("", frozenset(), "")
NO_UNITS: dict[str, set[str]] = {}
STRETCH = frozenset((WorkingTime.SHIFT,))  # said beside full or part time


class Profile(Struct):
    """What is compared of an advertisement. Of its text, only when it must be."""

    ad: Advertisement
    title: Title
    employer: employers.Employer
    agency: employers.Employer | None
    kind: Kind
    times: frozenset[WorkingTime]
    hours: float | None
    groups: tuple[Group, ...]
    towns: frozenset[str]
    postcodes: frozenset[str]
    streets: frozenset[str]
    points: tuple[Point, ...]
    addresses: tuple[str, ...]
    references: tuple[Reference, ...]
    _shingles: texts.Shingles | None = None
    _units: dict[str, set[str]] | None = None

    @property
    def shingles(self) -> texts.Shingles:
        if self._shingles is None:
            self._shingles = texts.shingles(self.ad.text)
        return self._shingles

    @property
    def units(self) -> dict[str, set[str]]:
        if self._units is None:
            self._units = texts.units(f"{self.ad.title}\n{self.ad.text}")
        return self._units


def profile(ad: Advertisement) -> Profile:
    """Work out what is compared of an advertisement."""
    known = title(ad.title)
    towns, postcodes, streets, points = _places(ad)
    return Profile(
        ad, known,
        employers.employer(ad.employer) if ad.employer else UNKNOWN,
        employers.employer(ad.agency) if ad.agency else None,
        ad.kind if known.kind is None or ad.kind is not Kind.WORK else known.kind,
        (ad.working_time or known.times) - STRETCH,
        known.hours if ad.hours is None else ad.hours,
        _groups(ad, known), towns, postcodes, streets, points,
        _addresses(ad), _references(ad),
    )  # fmt: skip


def _groups(ad: Advertisement, known: Title) -> tuple[Group, ...]:
    stated = ad.salary.group if ad.salary else ""
    return (paygroups.groups(stated) if stated else ()) or known.groups


def _addresses(ad: Advertisement) -> tuple[str, ...]:
    first = address(ad.url)
    if not ad.also:
        return (first,) if first else ()
    return tuple(filter(None, (first, *map(address, ad.also))))


def _references(ad: Advertisement) -> tuple[Reference, ...]:
    named = ad.references + in_text(ad.text) if ad.text else ad.references
    if not named:
        return ()
    return tuple(filter(None, map(reference, named)))


Where = tuple[frozenset[str], frozenset[str], frozenset[str], tuple[Point, ...]]
NOWHERE: Where = (frozenset(), frozenset(), frozenset(), ())


def _places(ad: Advertisement) -> Where:
    if not ad.places:
        return NOWHERE
    return (
        frozenset([town(place.name) for place in ad.places if place.name]),
        frozenset([place.postcode for place in ad.places if place.postcode]),
        frozenset([_street(place.street) for place in ad.places if place.street]),
        tuple([place.point for place in ad.places if place.point]),
    )


@lru_cache(4096)
def _street(text: str) -> str:
    """Return a street as it is compared: "Parkstr. 3" is "parkstrasse 3"."""
    plain = text.lower().replace("ß", "ss").replace("str.", "strasse")
    return "".join(sign for sign in plain if sign.isalnum())
