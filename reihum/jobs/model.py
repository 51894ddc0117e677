"""The one form of an advertisement, whatever portal it was found in.

A source builds `Advertisement`s; merging makes `Entry`s of them. All are msgspec
structs: fast to build by the thousand, and written as JSON as they stand. None of them
can hold itself, so the garbage collector need not look at them (`gc=False`).
"""

from datetime import date
from enum import IntEnum, StrEnum

from msgspec import Struct


class WorkingTime(StrEnum):
    """How much is worked (Arbeitszeit)."""

    FULL = "full"  # Vollzeit
    PART = "part"  # Teilzeit
    MINI = "mini"  # Minijob
    SHIFT = "shift"  # Schicht, Nacht, Wochenende


class Contract(StrEnum):
    """For how long (Befristung)."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


class Kind(StrEnum):
    """What kind of offer it is (Angebotsart)."""

    WORK = "work"
    APPRENTICESHIP = "apprenticeship"  # Ausbildung, duales Studium
    INTERNSHIP = "internship"  # Praktikum, Werkstudium
    SELF_EMPLOYED = "self_employed"


class Remote(StrEnum):
    """Whether it can be done at home (von zu Hause)."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"


class Level(IntEnum):
    """A level of the Common European Framework of Reference (GER)."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6


class Recognition(StrEnum):
    """Whether a foreign qualification has to be recognised first (Anerkennung)."""

    REGULATED = "regulated"  # a regulated occupation: recognition is a must
    ASKED = "asked"  # the advertisement asks for a German or recognised one
    NOT_NEEDED = "not_needed"  # it says that none is needed


class PayUnit(StrEnum):
    """What a sum of money is paid for."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Point(Struct, frozen=True, gc=False):
    """A place on the globe, in degrees (WGS 84)."""

    lat: float
    lon: float


class Place(Struct, frozen=True, gc=False, omit_defaults=True, cache_hash=True):
    """Where the work is. `land` is a code like "SN"; `country` like "DE"."""

    name: str
    postcode: str = ""
    land: str = ""
    country: str = ""
    street: str = ""
    point: Point | None = None


class Salary(Struct, frozen=True, gc=False, omit_defaults=True):
    """Pay: as published, and as understood.

    `low` and `high` are in `currency` a `unit`; both are None where nothing plausible
    was found. `group` is a pay group ("TV-L E 5", "TVöD S 8a", "A 11").
    """

    published: str = ""
    low: float | None = None
    high: float | None = None
    unit: PayUnit | None = None
    currency: str = "EUR"
    group: str = ""


class Advertisement(
    Struct, frozen=True, gc=False, omit_defaults=True, kw_only=True, cache_hash=True
):
    """One advertisement of one portal (Anzeige).

    None and "" say "not stated": an advertisement is never given a value that nobody
    published. `text` is clean: no markup, no script, lines kept. Written in another
    language than German, `lang` says so.
    """

    source: str  # the key of the source, "arbeitsagentur"
    id: str  # what the portal calls it; together with `source` unique
    title: str
    url: str  # the original, where to read and apply
    employer: str = ""
    places: tuple[Place, ...] = ()
    text: str = ""
    lang: str = "de"
    references: tuple[str, ...] = ()  # requisition and reference numbers, as published
    also: tuple[str, ...] = ()  # other addresses of the same advertisement
    occupations: tuple[str, ...] = ()  # what the portal itself calls the work
    working_time: frozenset[WorkingTime] = frozenset()
    hours: float | None = None  # a week
    contract: Contract | None = None
    kind: Kind = Kind.WORK
    remote: Remote | None = None
    public_service: bool | None = None
    salary: Salary | None = None
    level: Level | None = None  # the German asked for
    qualification: str = ""
    recognition: Recognition | None = None
    published: date | None = None
    changed: date | None = None
    deadline: date | None = None  # last day to apply
    starts: date | None = None
    agency: str = ""  # the temporary work or placement agency that advertises
    has_details: bool = False  # the portal has more, see `Source.details`

    @property
    def key(self) -> str:
        """What names it everywhere: "arbeitsagentur:10000-1-S"."""
        return f"{self.source}:{self.id}"


class Offer(Struct, frozen=True, gc=False):
    """One of the portals that an entry was found in, and where to apply there."""

    source: str
    id: str
    url: str
    published: date | None = None

    @property
    def key(self) -> str:
        return f"{self.source}:{self.id}"


class Entry(Struct, frozen=True, gc=False, kw_only=True):
    """What a person sees as one: an advertisement, with all portals that have it.

    `best` carries the facts of all copies, the most complete one first. `why` says
    what evidence made the copies one ("reference", "address", "title", "text").
    `maybe` are the keys of entries that may be the same, such as agency copies.
    """

    best: Advertisement
    offers: tuple[Offer, ...]
    why: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    distance_km: float | None = None  # from the place asked for; None: not known
    score: float = 0.0

    @property
    def key(self) -> str:
        return self.best.key
