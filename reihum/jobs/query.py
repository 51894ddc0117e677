"""A search: as a person typed it, and as it was understood.

`Query` is what an address, a saved search or a form holds; it has no surprises and no
network in it. `Asked` is what the portals are asked and the results are held against.
"""

from enum import StrEnum

from msgspec import Struct

from reihum.jobs.model import Kind, Level, Point, WorkingTime

LONGEST = 120  # characters of what is typed; more is not asked for, and that is said
RADII = (0, 5, 10, 25, 50, 100, 200)
RADIUS = 25  # km, where nobody said anything else
PAGE_SIZE = 20


class Criterion(StrEnum):
    """What can be filtered by; a source says which of them it can apply itself."""

    RADIUS = "radius"
    REMOTE = "remote"
    WORKING_TIME = "working_time"
    KIND = "kind"  # apprenticeship
    PUBLIC_SERVICE = "public_service"
    LEVEL = "level"
    PUBLISHED = "published"
    RECOGNITION = "recognition"


class Order(StrEnum):
    """How the list is sorted."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    NEAREST = "nearest"


class Query(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was typed and ticked. Empty sets and False filter nothing."""

    words: str = ""
    place: str = ""
    radius_km: int = RADIUS
    exact: bool = False  # only the word itself, no other names of the occupation
    level: Level | None = None  # at most this German …
    level_unstated: bool = True  # … and those that do not say
    working_time: frozenset[WorkingTime] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    remote: bool = False
    public_service: bool = False
    no_recognition: bool = False  # leave out what needs a recognised qualification
    published_days: int | None = None
    lands: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()  # only these
    order: Order = Order.RELEVANCE
    page: int = 1


class Term(Struct, frozen=True):
    """A word to look for, and how much a find of it counts (0 to 1)."""

    text: str
    weight: float = 1.0


class Asked(Struct, frozen=True, kw_only=True):
    """A query as it was understood.

    `was` is the German word that portals are asked for; `terms` are all words that
    count, the best first. `near` is where the place is, `place` its official name.
    """

    query: Query
    was: str
    terms: tuple[Term, ...] = ()
    place: str = ""
    postcode: str = ""
    near: Point | None = None
    land: str = ""


class Understood(Struct, frozen=True, kw_only=True):
    """What is said to the reader about the query itself.

    `asked` is None where nothing can be asked: `problem` says why ("empty",
    "too_long", "unknown_place", "unknown_postcode", "no_postcodes"), and `places` are
    what may have been meant. A problem beside an `asked` is a remark. `occupation` is
    the German name of the occupation found, `also` what else is looked for. `regulated`
    are the occupations found that nobody may work in without recognition
    ("Arzt/Ärztin").
    """

    asked: Asked | None
    problem: str = ""
    places: tuple[str, ...] = ()
    occupation: str = ""
    also: tuple[str, ...] = ()
    regulated: tuple[str, ...] = ()
