"""What the tests of employers' systems have in common: asking one, and reading it."""

import msgspec

from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.source import Read, Request, Settings, Source

ASKED = Asked(query=Query(words="Koch"), was="Koch", place="Chemnitz")


def settings_of(source: Source, *employers: str, **changes: object) -> Settings:
    """Return the source's own settings with these employers."""
    return msgspec.structs.replace(source.settings, employers=employers, **changes)


def addresses(source: Source, *employers: str, **changes: object) -> list[str]:
    """Return the addresses that are asked for these employers."""
    requests = source.ask(ASKED, settings_of(source, *employers, **changes))
    return [request.url for request in requests]


def read(
    source: Source, body: bytes | str | object, employer: str = "stadtkueche"
) -> Read:
    """Return what the answer of one employer holds; an object is sent as JSON."""
    settings = settings_of(source, employer)
    (request,) = source.ask(ASKED, settings)
    return source.read(sent(body), request, ASKED, settings)


def sent(body: bytes | str | object) -> bytes:
    """Return bytes as they come over the line."""
    if isinstance(body, bytes):
        return body
    return body.encode() if isinstance(body, str) else msgspec.json.encode(body)


def only(answer: Read) -> Advertisement:
    """Return the one advertisement of an answer in which all could be read."""
    assert answer.found.skipped == 0
    (advertisement,) = answer.found.advertisements
    return advertisement


def request(url: str, **fields: object) -> Request:
    return Request(url=url, **fields)
