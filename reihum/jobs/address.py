"""A search as an address: "was=Koch&wo=Chemnitz&km=25", and back.

The same text is the page's address, the feed's, and what a saved search remembers.
Whatever an address holds makes a valid `Query`: what is unknown is left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

from reihum.jobs.model import Kind, Level, WorkingTime
from reihum.jobs.query import LONGEST, RADII, RADIUS, Order, Query
from reihum.rules.laender import CODES

Params = Mapping[str, Sequence[str]]
T = TypeVar("T")

WORKING_TIMES = {
    "voll": WorkingTime.FULL,
    "teil": WorkingTime.PART,
    "mini": WorkingTime.MINI,
    "schicht": WorkingTime.SHIFT,
}
KINDS = {
    "arbeit": Kind.WORK,
    "ausbildung": Kind.APPRENTICESHIP,
    "praktikum": Kind.INTERNSHIP,
    "selbststaendig": Kind.SELF_EMPLOYED,
}
LEVELS = {level.name.lower(): level for level in Level}
ORDERS = {
    "passend": Order.RELEVANCE,
    "neu": Order.NEWEST,
    "nah": Order.NEAREST,
}
DAYS = (1, 7, 30)
LAST_PAGE = 200
NUMBER = re.compile("[0-9]{1,5}")
MOST_LISTED = 30  # portals; there are not more
KEY = re.compile("[a-z0-9_-]{1,40}")


def query_of(params: Params) -> Query:
    """Return the query that an address holds."""
    return Query(
        words=_line(params, "was"),
        place=_line(params, "wo"),
        radius_km=_number(params, "km", RADII, RADIUS),
        exact=_on(params, "genau"),
        level=LEVELS.get(_first(params, "deutsch")),
        level_unstated=_first(params, "ohne_angabe") != "nein",
        working_time=_choices(params, "zeit", WORKING_TIMES),
        kinds=_choices(params, "art", KINDS),
        remote=_on(params, "zuhause"),
        public_service=_on(params, "dienst"),
        no_recognition=_on(params, "ohne_anerkennung"),
        published_days=_number(params, "seit", DAYS, 0) or None,
        lands=frozenset(one for one in params.get("land", ()) if one in CODES),
        sources=_portals(params),
        order=ORDERS.get(_first(params, "reihenfolge"), Order.RELEVANCE),
        page=_page(_first(params, "seite")),
    )


def query_from(text: str) -> Query:
    """Return the query of a text like "was=Koch&wo=Chemnitz"."""
    return query_of(parse_qs(text, max_num_fields=100))


def text_of(query: Query) -> str:
    """Return the query as the shortest text that `query_from` reads back."""
    return urlencode(list(_params(query)))


def _params(query: Query) -> Iterator[tuple[str, str]]:
    if query.words:
        yield "was", query.words
    if query.place:
        yield "wo", query.place
    if query.radius_km != RADIUS:
        yield "km", str(query.radius_km)
    yield from _switches(query)
    if query.level is not None:
        yield "deutsch", query.level.name.lower()
    for name, table, chosen in (
        ("zeit", WORKING_TIMES, query.working_time),
        ("art", KINDS, query.kinds),
    ):
        yield from ((name, word) for word, one in table.items() if one in chosen)
    if query.published_days:
        yield "seit", str(query.published_days)
    yield from (("land", land) for land in sorted(query.lands))
    yield from (("portal", key) for key in sorted(query.sources))
    yield from (
        ("reihenfolge", word)
        for word, order in ORDERS.items()
        if order is query.order is not Order.RELEVANCE
    )
    if query.page > 1:
        yield "seite", str(query.page)


def _switches(query: Query) -> Iterator[tuple[str, str]]:
    if query.exact:
        yield "genau", "ja"
    if not query.level_unstated:
        yield "ohne_angabe", "nein"
    if query.remote:
        yield "zuhause", "ja"
    if query.public_service:
        yield "dienst", "ja"
    if query.no_recognition:
        yield "ohne_anerkennung", "ja"


def _first(params: Params, name: str) -> str:
    return next(iter(params.get(name, ())), "").strip()


def _line(params: Params, name: str) -> str:
    """Return one line without signs that nobody sees, one longer than allowed."""
    text = " ".join(_first(params, name).split())
    return "".join(sign for sign in text if sign.isprintable())[: LONGEST + 1]


def _on(params: Params, name: str) -> bool:
    return _first(params, name) == "ja"


def _number(params: Params, name: str, allowed: Sequence[int], default: int) -> int:
    text = _first(params, name)
    return int(text) if NUMBER.fullmatch(text) and int(text) in allowed else default


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if NUMBER.fullmatch(text) else 1


def _choices(params: Params, name: str, table: Mapping[str, T]) -> frozenset[T]:
    return frozenset(table[one] for one in params.get(name, ()) if one in table)


def _portals(params: Params) -> frozenset[str]:
    """Return what may be the keys of portals, at most so many: an address stays short.

    One that is not known here stays: without it, a saved search for a portal that is
    no longer asked would find everything.
    """
    fitting = (one for one in params.get("portal", ()) if KEY.fullmatch(one))
    return frozenset(islice(dict.fromkeys(fitting), MOST_LISTED))
