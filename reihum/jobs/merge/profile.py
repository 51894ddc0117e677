"""An advertisement as it is compared: everything worked out once, before any pair."""

import re
from functools import lru_cache

from msgspec import Struct

from reihum.jobs.merge import employers, paygroups, titles
from reihum.jobs.merge.addresses import addresses
from reihum.jobs.merge.folding import town, words
from reihum.jobs.merge.paygroups import Group
from reihum.jobs.merge.portals import PUBLIC, SYSTEMS
from reihum.jobs.merge.references import Reference, reference
from reihum.jobs.merge.texts import Text, text
from reihum.jobs.merge.titles import Title, title
from reihum.jobs.model import Advertisement, Kind, Place, Point, Salary, WorkingTime

NOBODY = re.compile(
    r"freistaat \w+$|land \w+$|vertraulich|anonym|chiffre|keine angabe|$"
)
UNKNOWN = employers.Employer("", frozenset(), "")
REMEMBERED = 8_000  # signs of a text whose profile is worth keeping
NONE: frozenset[str] = frozenset()
PART = frozenset((WorkingTime.PART,))
SMALL = frozenset((WorkingTime.PART, WorkingTime.MINI))
FEW = 12  # hours a week that a Minijob can have
SHIFT = frozenset((WorkingTime.SHIFT,))  # says when, not how much


class Profile(Struct, gc=False, eq=False):
    """What is compared of an advertisement. Of its text, only when it must be.

    One is equal only to itself, so that what two have in common can be remembered.
    """

    ad: Advertisement
    key: str  # the advertisement's
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
    addresses: frozenset[str]
    references: tuple[Reference, ...]
    numbers: frozenset[str]  # the values of its references

    @property
    def text(self) -> Text | None:
        """Its text as it is compared. Not held here: a profile is kept for long."""
        return text(self.ad.text) if self.ad.text else None


def profile(ad: Advertisement) -> Profile:
    """Return what is compared of an advertisement."""
    return _known(ad) if len(ad.text) <= REMEMBERED else _profile(ad)


def _profile(ad: Advertisement) -> Profile:
    known, body = title(ad.title), text(ad.text) if ad.text else None
    towns, postcodes, streets, points = _places(ad)
    named = _references(ad, body) if body or ad.references else ()
    return Profile(
        ad, ad.key, known,
        _employer(ad.employer),
        employers.employer(ad.agency) if ad.agency else None,
        ad.kind if known.kind is None or ad.kind is not Kind.WORK else known.kind,
        _times(ad, ad.working_time or known.times),
        known.hours if ad.hours is None else ad.hours,
        _groups(ad.salary, known) if ad.salary else known.groups,
        towns, postcodes, streets, points,
        _addresses(ad), named, _values(named) if named else NONE,
    )  # fmt: skip


_known = lru_cache(8192)(_profile)  # the same ones answer many questions


@lru_cache(8192)
def _employer(name: str) -> employers.Employer:
    """Return who it is; a Land, or "confidential", is nobody in particular."""
    found = employers.employer(name)
    return UNKNOWN if NOBODY.match(found.spoken) else found


@lru_cache(2048)  # one is held against many
def said(one: Profile) -> frozenset[str]:
    """Return the words of a title that only say who and where."""
    return _said(one.employer.words, *[place.name for place in one.ad.places])


@lru_cache(8192)
def _said(name: frozenset[str], *places: str) -> frozenset[str]:
    return titles.stems(name).union(*(titles.stems(words(one)) for one in places))


def _times(ad: Advertisement, stated: frozenset[WorkingTime]) -> frozenset[WorkingTime]:
    """Return how much is worked; some systems have no word for a Minijob."""
    if stated == PART and ad.source in SYSTEMS and (ad.hours or 0) <= FEW:
        return SMALL
    return stated if stated.isdisjoint(SHIFT) else stated - SHIFT


def _groups(pay: Salary, known: Title) -> tuple[Group, ...]:
    return (paygroups.groups(pay.group) if pay.group else ()) or known.groups


def _addresses(ad: Advertisement) -> frozenset[str]:
    first = addresses(ad.url)
    return first.union(*map(addresses, ad.also)) if ad.also else first


def _references(ad: Advertisement, body: Text | None) -> tuple[Reference, ...]:
    named = ad.references + body.numbers if body else ad.references
    return tuple(
        [_placed(ad, name, number) for name in named if (number := reference(name))]
    )


def _values(references: tuple[Reference, ...]) -> frozenset[str]:
    return frozenset([one.value for one in references])


def _placed(ad: Advertisement, name: str, number: Reference) -> Reference:
    """Return a number so that it contradicts only what it can.

    A portal's own number is not the employer's. The public portals hand theirs on to
    each other, so among them two such numbers are two posts.
    """
    if ad.source in PUBLIC and number.long:
        return Reference(number.value, "public", strong=False)
    own = number.shape and name == ad.id
    return Reference(number.value, "", number.strong) if own else number


Where = tuple[frozenset[str], frozenset[str], frozenset[str], tuple[Point, ...]]
NOWHERE: Where = (NONE, NONE, NONE, ())


def _places(ad: Advertisement) -> Where:
    if not ad.places:
        return NOWHERE
    if len(ad.places) == 1:
        return _place(ad.places[0])
    return (
        frozenset(filter(None, [town(place.name) for place in ad.places])),
        frozenset([place.postcode for place in ad.places if place.postcode]),
        frozenset([_street(place.street) for place in ad.places if place.street]),
        tuple([place.point for place in ad.places if place.point]),
    )


@lru_cache(4096)
def _place(place: Place) -> Where:
    """Return the only place; most advertisements have one, and many have the same."""
    name = town(place.name)
    return (
        _only(name) if name else NONE,
        _only(place.postcode) if place.postcode else NONE,
        frozenset((_street(place.street),)) if place.street else NONE,
        (place.point,) if place.point else (),
    )


@lru_cache(4096)
def _only(name: str) -> frozenset[str]:
    """Return the set of one name; all advertisements of a town share theirs."""
    return frozenset((name,))


@lru_cache(4096)
def _street(text: str) -> str:
    """Return a street as it is compared: "Parkstr. 3" is "parkstrasse 3"."""
    plain = text.lower().replace("ß", "ss").replace("str.", "strasse")
    return "".join(sign for sign in plain if sign.isalnum())
