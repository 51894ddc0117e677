"""Lever: the postings of an employer as one JSON list, text included.

Format: github.com/lever/postings-api; no key. `createdAt` is in milliseconds; the text
is an opening, lists with headings, and a closing. Customers in the European Union are
at hosts of their own: their page ("https://jobs.eu.lever.co/…") is a valid entry.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from reihum.jobs.model import Advertisement, Place, Salary
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import Shared
from reihum.jobs.sources.employment import employment, workplace
from reihum.jobs.sources.located import country, different, place_said, remote_said
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.rows import Rows, gathered, joined, typed
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, identity, needed, web

ADDRESS = "https://api.lever.co"
EU = "https://api.eu.lever.co"
SHARED = Shared(
    "/v0/postings/{}?mode=json",
    {
        "api.lever.co": ADDRESS,
        "jobs.lever.co": ADDRESS,
        "api.eu.lever.co": EU,
        "jobs.eu.lever.co": EU,
    },
    "/v0/postings/",
)


class Categories(Struct):
    """How an employer sorts its postings, in its own words."""

    location: str | None = None
    allLocations: list[str] | None = None  # noqa: N815
    commitment: str | None = None


class Part(Struct):
    """A list with its heading; `content` are HTML items."""

    text: str | None = None
    content: str | None = None


class Range(Struct):
    """Pay; `interval` is "per-year-salary", "per-hour-wage" and so on."""

    min: Number | None = None
    max: Number | None = None
    currency: str | None = None
    interval: str | None = None


class Posting(Struct):
    """A posting."""

    id: str | None = None
    text: str | None = None
    hostedUrl: str | None = None  # noqa: N815
    categories: Categories | None = None
    country: str | None = None
    workplaceType: str | None = None  # noqa: N815
    description: str | None = None
    lists: list[Part] | None = None
    additional: str | None = None
    salaryRange: Range | None = None  # noqa: N815
    salaryDescriptionPlain: str | None = None  # noqa: N815
    createdAt: Number | None = None  # noqa: N815


ROW = msgspec.json.Decoder(Posting)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return one request an employer."""
    return SHARED.asked(settings, ADDRESS)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return the postings of one employer."""
    build = typed(ROW, lambda posting: _advertisement(posting, request.employer))
    return Read(found=gathered(json_of(body, Rows), build))


def _advertisement(posting: Posting, employer: str) -> Advertisement:
    sorted_by = posting.categories or Categories()
    said = employment(sorted_by.commitment or "")
    where = sorted_by.location or ""
    return Advertisement(
        source=SOURCE.key,
        id=identity(posting.id),
        title=needed(line(posting.text or "")),
        url=needed(web(posting.hostedUrl)),
        employer=employer,
        places=_places(sorted_by, posting.country or ""),
        text=joined(list(_parts(posting))),
        working_time=said.working_time,
        contract=said.contract,
        kind=said.kind,
        remote=workplace(posting.workplaceType) or remote_said(where),
        salary=_salary(posting),
        published=day(posting.createdAt),
    )


def _places(sorted_by: Categories, nation: str) -> tuple[Place, ...]:
    """Return the places; the country that the posting states is that of the first."""
    lines = [sorted_by.location or "", *(sorted_by.allLocations or [])]
    first, *others = different([place_said(text) for text in lines if text]) or [None]
    if first and not first.country:
        first = msgspec.structs.replace(first, country=country(nation))
    return different([first, *(one for one in others if one and not _same(one, first))])


def _same(one: Place, first: Place | None) -> bool:
    return first is not None and one.name == first.name


def _parts(posting: Posting) -> Iterator[str]:
    yield clean(posting.description or "")
    for part in posting.lists or []:
        text = clean(part.content or "")
        yield "\n".join(filter(None, (line(part.text or ""), text)))
    yield clean(posting.additional or "")


def _salary(posting: Posting) -> Salary | None:
    said = line(posting.salaryDescriptionPlain or "")[:300]
    pay = posting.salaryRange or Range()
    return paid(pay.min, pay.max, pay.interval, pay.currency, said)


SOURCE = Source(
    key="lever",
    name="Lever",
    way=Way.MIRROR,
    site="https://www.lever.co",
    settings=Settings(address=ADDRESS, keep_seconds=3600),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.REMOTE, Criterion.PUBLISHED}),
    needs=("employers",),
)
