"""A local portal: doors (paths of the real one), and who writes behind them. Pure.

A writer gets the portal's rows and the call, and returns the bytes of the answer in the
real portal's format; None says that there is no such thing (404).
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

import msgspec
from msgspec import Struct

from reihum.jobs.standins import looking
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.looking import Near

JSON = "application/json"
XML = "application/xml"
HTML = "text/html"
EVERYBODY = "vorfuehrung"


class Call(Struct, frozen=True, kw_only=True):
    """A request: `base` is where the portal is, `day` what day it is there.

    `names` are the parts of the path that the door names, `params` the first value of
    each parameter.
    """

    base: str
    day: date
    params: Mapping[str, str] = {}
    names: Mapping[str, str] = {}
    body: bytes = b""

    @property
    def host(self) -> str:
        """Where all portals are."""
        return self.base.rpartition("/")[0]

    def number(self, name: str, default: int) -> int:
        """Return a parameter as a number, or `default` where it is none."""
        text = self.params.get(name, "")
        return int(text) if re.fullmatch("[0-9]{1,6}", text) else default

    def word(self, name: str) -> str:
        return self.params.get(name, "").strip()


class Door(Struct, frozen=True):
    """A path of the portal, and what is written there."""

    path: re.Pattern[str]
    write: Callable[[Rows, Call], bytes | None]
    kind: str = JSON
    method: str = "GET"


class Portal(Struct, frozen=True, kw_only=True):
    """A local portal; `pages` are the parameters that ask for other than the first.

    Where the page stands in the path, `paged` is how that begins.
    """

    key: str
    doors: tuple[Door, ...]
    pages: tuple[str, ...] = ()
    paged: str = ""

    def first(self, path: str) -> str:
        """Return the path of the first page instead of any other's."""
        return f"{self.paged}1" if self.paged and path.startswith(self.paged) else path


def door(
    path: str,
    write: Callable[[Rows, Call], bytes | None],
    kind: str = JSON,
    method: str = "GET",
) -> Door:
    return Door(re.compile(path), write, kind, method)


def json(value: object) -> bytes:
    return msgspec.json.encode(value)


def link(call: Call, row: Copy) -> str:
    """Return the address of the page on which people would read it."""
    return f"{call.base}/stelle/{quote(row.id)}"


def found(rows: Rows, words: str, near: Near | None, *, whole: bool = False) -> Rows:
    """Return the rows with these words that are near."""
    return tuple(looking.within(looking.about(rows, words, whole=whole), near))


def near(place: str, km: int) -> Near | None:
    """Return where to look; None for no place, and for one that nobody knows."""
    town = looking.town(place) if place else None
    return Near(town, km) if town else None


def nowhere(place: str) -> bool:
    """Return whether a place was asked for that the portal does not know."""
    return bool(place) and looking.town(place) is None


def of_employer(rows: Rows, call: Call) -> Rows | None:
    """Return the rows of the employer that the path names; None for a stranger.

    The name `EVERYBODY` and the host itself stand for all employers.
    """
    who = call.names["who"]
    if who == EVERYBODY or who in call.base.split("/"):
        return rows
    return tuple(row for row in rows if row.vacancy.employer.slug == who) or None


def moment(row: Copy, *, days: int = 0) -> datetime:
    """Return when it was published: in the morning, each at its own minute."""
    day = row.published + timedelta(days)
    minute = row.vacancy.number % 60
    return datetime(day.year, day.month, day.day, 8, minute, 11, tzinfo=UTC)
