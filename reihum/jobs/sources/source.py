"""What a source is: how a portal is asked, and how its answer is read. Pure.

A source has no network: `ask` writes requests down, `read` reads bytes. Fetching,
limits, time and robots.txt are the business of `reihum.jobs.ask`.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct

from reihum.jobs.answer import Found
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Criterion


class Way(StrEnum):
    """How a portal gives what it has."""

    SEARCH = "search"  # it can be asked a question
    MIRROR = "mirror"  # it gives all it has: fetched now and then, searched by us
    CRAWL = "crawl"  # pages found by sitemap; robots.txt is obeyed
    OWN = "own"  # the installation's own advertisements


class Settings(Struct, frozen=True, kw_only=True):
    """What an operator may change of a source.

    `address` is where the portal is, without a slash at the end; `employers` are the
    names or addresses of those whose systems are asked; `extra` what only one portal
    knows ("app_id", "partner").
    """

    on: bool = True
    address: str = ""
    key: str = ""
    employers: tuple[str, ...] = ()
    at_once: int = 2  # requests at the same time
    per_minute: int = 60
    per_day: int = 10_000
    pages: int = 1  # at most so many pages a search
    keep_seconds: int = 600  # how long an answer is good
    hedge: bool = False  # a second try beside a slow first one is allowed
    extra: Mapping[str, str] = {}


class Request(Struct, frozen=True, kw_only=True):
    """One call of a portal. `employer` says whose feed it is, if it is one of many.

    `left` is how many further requests may come of this one, where a source keeps
    count of them (a sitemap's pages); 0 where it does not.
    """

    url: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    employer: str = ""
    left: int = 0


class Read(Struct, frozen=True, kw_only=True):
    """An answer, read: what it held, and what to ask next (pages, a sitemap's)."""

    found: Found
    more: tuple[Request, ...] = ()


class Unreadable(Exception):  # noqa: N818  (it says what the answer is)
    """An answer that is none. `reason` is a code of `Outcome.reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Source(Struct, frozen=True, kw_only=True):
    """A portal: one file in this folder, one line in `reihum.jobs.sources`.

    `can` are the criteria that the portal applies itself or states in every
    advertisement. `ask(asked, settings)` returns the first requests (for a mirror they
    do not depend on `asked`); `read(body, request, asked, settings)` reads one answer
    and raises `Unreadable`. `needs` names settings without which it cannot be asked
    ("key", "employers", or a name in `extra`). `details` asks for more about one
    advertisement, `read_details` puts it in.
    """

    key: str
    name: str
    way: Way
    site: str  # the portal's own page for people
    settings: Settings
    ask: Callable[[Asked, Settings], tuple[Request, ...]]
    read: Callable[[bytes, Request, Asked, Settings], Read]
    can: frozenset[Criterion] = frozenset()
    needs: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()  # names in `extra` that it can do without
    note: str = ""  # what an operator must know: terms, link back
    badge: str = ""  # words that its terms want beside a list with its advertisements
    details: Callable[[str, Settings], Request] | None = None
    read_details: Callable[[bytes, Advertisement], Advertisement] | None = None

    def missing(self, settings: Settings) -> tuple[str, ...]:
        """Return the settings that are needed and not there."""
        return tuple(
            name
            for name in self.needs
            if not (getattr(settings, name, None) or settings.extra.get(name))
        )
