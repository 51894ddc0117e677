"""Addresses: with parameters, of further pages, of one advertisement. Pure."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from msgspec.structs import replace

from reihum.jobs.sources.source import Request, Settings
from reihum.jobs.sources.values import web

NUMBER = re.compile("[0-9]{1,9}")
Parameter = tuple[str, str | int | None]


def address(base: str, parameters: Iterable[Parameter]) -> str:
    """Return an address with those parameters that say something."""
    kept = [(name, value) for name, value in parameters if value not in {"", None}]
    return f"{base}?{urlencode(kept, quote_via=quote)}" if kept else base


def number_in(url: str, name: str, default: int) -> int:
    """Return a number that an address holds as a parameter, or `default`."""
    try:
        text = dict(parse_qsl(urlsplit(url).query)).get(name, "")
    except ValueError:  # no address at all: what a portal calls its next page
        return default
    return int(text) if NUMBER.fullmatch(text) else default


def text_in(url: str, name: str) -> str:
    """Return what an address of ours holds as a parameter, or ""."""
    return dict(parse_qsl(urlsplit(url).query)).get(name, "")


def with_number(request: Request, name: str, value: int) -> Request:
    """Return the same request with another number as one of its parameters."""
    split = urlsplit(request.url)
    pairs = [one for one in parse_qsl(split.query) if one[0] != name]
    text = urlencode([*pairs, (name, value)], quote_via=quote)
    return replace(request, url=urlunsplit(split._replace(query=text)))


def further(
    page: int, shown: int, size: int, total: int | None, settings: Settings
) -> range:
    """Return the pages to ask for after `page`, which held `shown` rows.

    Pages count from 1, a full one has `size` rows, and `settings.pages` is the last.
    Where the portal says how many rows there are in all, the first page asks for all
    the others at once; where it does not, each full page asks for the next.
    """
    if shown < size:
        return range(0)
    if total is None:
        return range(page + 1, min(page + 1, settings.pages) + 1)
    last = min(-(-total // size), settings.pages)
    return range(2, last + 1) if page == 1 else range(0)


def own_pages(*addresses: str | None) -> tuple[str, ...]:
    """Return those addresses that are of one advertisement, each once.

    A home page is the same for all advertisements of a partner or an employer: as an
    address of each of them it would make all of them one.
    """
    if not any(addresses):
        return ()
    return tuple(dict.fromkeys(filter(None, map(_own_page, addresses))))


def _own_page(text: str | None) -> str:
    text = (text or "").strip()
    if not text:
        return ""
    given = web(f"https://{text}" if text.lower().startswith("www.") else text)
    try:
        split = urlsplit(given)
    except ValueError:  # a host in brackets that is none
        return ""
    return given if split.path.strip("/") or split.query else ""
