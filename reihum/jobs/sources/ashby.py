"""Ashby: the job board of an employer as one JSON document, text included.

Format: developers.ashbyhq.com/docs/public-job-posting-api; no key. Jobs that are not
listed can only be reached by their address: they are left out. Of the parts of a pay
only "Salary" is pay; a share in the company is none.
"""

import msgspec
from msgspec import Struct

from reihum.jobs.model import Advertisement, Kind, Place, Remote, Salary
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import Shared
from reihum.jobs.sources.employment import employment, workplace
from reihum.jobs.sources.located import different, place, place_said
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.rows import Rows, gathered, typed
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, identity, needed, web

ADDRESS = "https://api.ashbyhq.com"
SHARED = Shared(
    "/posting-api/job-board/{}?includeCompensation=true",
    {"api.ashbyhq.com": ADDRESS, "jobs.ashbyhq.com": ADDRESS},
    "/posting-api/job-board/",
)


class Postal(Struct):
    """An address in the words of schema.org."""

    addressLocality: str | None = None  # noqa: N815
    addressRegion: str | None = None  # noqa: N815
    addressCountry: str | None = None  # noqa: N815
    postalCode: str | None = None  # noqa: N815
    streetAddress: str | None = None  # noqa: N815


class Address(Postal):
    """An address: nested in the job itself, flat in further places, or either."""

    postalAddress: Postal | None = None  # noqa: N815


class Location(Struct):
    """A place: a line for people, and perhaps an address."""

    location: str | None = None
    address: Address | None = None


class Component(Struct):
    """A part of the pay; `interval` is "1 YEAR", "1 HOUR", "NONE"."""

    compensationType: str | None = None  # noqa: N815
    interval: str | None = None
    currencyCode: str | None = None  # noqa: N815
    minValue: Number | None = None  # noqa: N815
    maxValue: Number | None = None  # noqa: N815


class Compensation(Struct):
    """The pay, as a line for people and in parts."""

    compensationTierSummary: str | None = None  # noqa: N815
    scrapeableCompensationSalarySummary: str | None = None  # noqa: N815
    summaryComponents: list[Component] | None = None  # noqa: N815


class Job(Location):
    """A job of a board."""

    id: str | None = None
    title: str | None = None
    jobUrl: str | None = None  # noqa: N815
    secondaryLocations: list[Location] | None = None  # noqa: N815
    isListed: bool | None = None  # noqa: N815
    isRemote: bool | None = None  # noqa: N815
    workplaceType: str | None = None  # noqa: N815
    employmentType: str | None = None  # noqa: N815
    descriptionHtml: str | None = None  # noqa: N815
    descriptionPlain: str | None = None  # noqa: N815
    compensation: Compensation | None = None
    publishedAt: str | None = None  # noqa: N815


class Board(Struct):
    """The document."""

    jobs: Rows


ROW = msgspec.json.Decoder(Job)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return one request an employer."""
    return SHARED.asked(settings, ADDRESS)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return the listed jobs of one board."""
    build = typed(ROW, lambda job: _advertisement(job, request.employer))
    return Read(found=gathered(json_of(body, Board).jobs, build))


def _advertisement(job: Job, employer: str) -> Advertisement | None:
    if job.isListed is False:
        return None
    said = employment(job.employmentType or "")
    title, url = needed(line(job.title or "")), needed(web(job.jobUrl))
    return Advertisement(
        source=SOURCE.key,
        id=identity(job.id or url.rstrip("/").rpartition("/")[2]),
        title=title,
        url=url,
        employer=employer,
        places=different(
            [_place(one) for one in (job, *(job.secondaryLocations or []))]
        ),
        text=clean(job.descriptionHtml or job.descriptionPlain or ""),
        working_time=said.working_time,
        contract=said.contract,
        kind=_kind(title, said.kind),
        remote=_remote(job),
        salary=_salary(job.compensation),
        published=day(job.publishedAt),
    )


def _kind(title: str, said: Kind) -> Kind:
    """Return the kind; the portal has no word for apprentices but "Intern"."""
    learns = employment(title).kind is Kind.APPRENTICESHIP
    return Kind.APPRENTICESHIP if learns and said is Kind.INTERNSHIP else said


def _place(one: Location) -> Place | None:
    """Return the place of the address; the line may be "Headquarters"."""
    found = one.address and (one.address.postalAddress or one.address)
    if not found or not found.addressLocality:
        return place_said(one.location or "")
    return place(
        found.addressLocality,
        found.postalCode or "",
        found.addressRegion or "",
        found.addressCountry or "",
        found.streetAddress or "",
    )


def _remote(job: Job) -> Remote | None:
    """Return what the newer field says, else the older, which knows no half."""
    return workplace(job.workplaceType) or (Remote.YES if job.isRemote else None)


def _salary(pay: Compensation | None) -> Salary | None:
    if pay is None:
        return None
    parts = [
        part
        for part in pay.summaryComponents or []
        if part.compensationType == "Salary"
    ]
    part = parts[0] if len(parts) == 1 else Component()
    said = pay.scrapeableCompensationSalarySummary or pay.compensationTierSummary
    return paid(
        part.minValue, part.maxValue, part.interval, part.currencyCode, line(said or "")
    )


SOURCE = Source(
    key="ashby",
    name="Ashby",
    way=Way.MIRROR,
    site="https://www.ashbyhq.com",
    settings=Settings(address=ADDRESS, keep_seconds=3600),
    ask=ask,
    read=read,
    can=frozenset(
        {
            Criterion.RADIUS,
            Criterion.REMOTE,
            Criterion.WORKING_TIME,
            Criterion.KIND,
            Criterion.PUBLISHED,
        }
    ),
    needs=("employers",),
)
