"""What comes back: how each portal did, and the list made of all of them."""

from enum import StrEnum

from msgspec import Struct

from reihum.jobs.model import Advertisement, Entry
from reihum.jobs.query import Criterion, Understood


class State(StrEnum):
    """How a portal did in one search."""

    WAITING = "waiting"  # no answer yet, the deadline is still to come
    ANSWERED = "answered"
    LATE = "late"  # no answer by the deadline
    BLOCKED = "blocked"  # 401, 403, 429, or robots.txt says no
    FAULTY = "faulty"  # an answer that is none: HTML, half a JSON, too large, a 500
    UNREACHABLE = "unreachable"  # no connection, a refused redirect
    RESTING = "resting"  # left in peace after failures, or its limit is used up
    OFF = "off"  # not switched on, or no key: never shown to visitors


class Found(Struct, frozen=True, kw_only=True):
    """What one answer of a portal held. `total` is what the portal says it has."""

    advertisements: tuple[Advertisement, ...] = ()
    total: int | None = None
    skipped: int = 0  # rows that could not be read
    place_unknown: bool = False  # the portal does not know the place


class Outcome(Struct, frozen=True, kw_only=True):
    """One portal in one search, for the page, for JSON and for `reihum jobs sources`.

    `reason` is a short code that the shells have sentences for: "timeout", "http-403",
    "not-json", "not-xml", "truncated", "encoding", "too-large", "redirect", "robots",
    "refused", "breaker", "at-once", "per-minute", "per-day", "internal".
    """

    source: str
    name: str
    state: State
    reason: str = ""
    shown: int = 0  # of its advertisements, how many are in the list
    given: int = 0  # how many it gave
    total: int | None = None  # how many it says it has
    skipped: int = 0
    cannot: tuple[Criterion, ...] = ()  # asked for, but not known to this portal
    unstated: int = 0  # left out because they do not say what was asked for
    took_ms: int | None = None
    kept: bool = False  # from the shared cache
    days_old: int = 0  # full days since it was read, where it could not be renewed
    place_unknown: bool = False


class Told(Struct, frozen=True, kw_only=True):
    """What came from one portal in one search: how it did, and its advertisements."""

    outcome: Outcome
    advertisements: tuple[Advertisement, ...] = ()


class Facet(Struct, frozen=True):
    """How many entries a choice would leave: ("working_time", "full", 31).

    All names and values are listed in `reihum.jobs.rank.facets`.
    """

    name: str
    value: str
    count: int


class Answer(Struct, frozen=True, kw_only=True):
    """A whole search, sorted; the page cuts out what it shows."""

    understood: Understood
    entries: tuple[Entry, ...] = ()
    advertisements: int = 0  # from how many the entries were merged
    facets: tuple[Facet, ...] = ()  # of a complete list only, as `lands` are
    lands: tuple[tuple[str, int], ...] = ()  # entries by Land, for the map
    outcomes: tuple[Outcome, ...] = ()
    complete: bool = True  # False while portals are still being waited for
