"""Workable: the jobs of an account as one JSON document, text included.

Format: the widget that Workable gives employers for their own pages; no key. The
employer's name stands once, above the jobs. The host counts requests strictly: few at
the same time.
"""

import msgspec
from msgspec import Struct

from reihum.jobs.model import Advertisement, Place, Remote
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import Shared
from reihum.jobs.sources.employment import employment, workplace
from reihum.jobs.sources.located import different, place
from reihum.jobs.sources.qualifications import qualification
from reihum.jobs.sources.rows import Rows, gathered, typed
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import identity, named, needed, web

ADDRESS = "https://apply.workable.com"
SHARED = Shared(
    "/api/v1/widget/accounts/{}?details=true",
    {"apply.workable.com": ADDRESS},
    "/api/v1/widget/accounts/",
)


class Location(Struct):
    """One of the places of a job; some are not to be shown."""

    city: str | None = None
    region: str | None = None
    country: str | None = None
    countryCode: str | None = None  # noqa: N815
    hidden: bool | None = None


class Job(Struct):
    """A job; it names one place itself, and all of them in `locations`."""

    shortcode: str | None = None
    code: str | None = None
    title: str | None = None
    url: str | None = None
    shortlink: str | None = None
    employment_type: str | None = None
    telecommuting: bool | None = None
    workplace_type: str | None = None
    function: str | None = None
    education: str | None = None
    city: str | None = None
    state: str | None = None
    country: str | None = None
    locations: list[Location] | None = None
    description: str | None = None
    published_on: str | None = None
    created_at: str | None = None


class Account(Struct):
    """The document."""

    jobs: Rows
    name: str | None = None


ROW = msgspec.json.Decoder(Job)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return one request an employer."""
    return SHARED.asked(settings, ADDRESS)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return the jobs of one account."""
    account = json_of(body, Account)
    employer = line(account.name or "") or request.employer
    build = typed(ROW, lambda job: _advertisement(job, employer))
    return Read(found=gathered(account.jobs, build))


def _advertisement(job: Job, employer: str) -> Advertisement:
    said = employment(job.employment_type or "")
    return Advertisement(
        source=SOURCE.key,
        id=identity(job.shortcode),
        title=needed(line(job.title or "")),
        url=needed(web(job.url) or web(job.shortlink)),
        employer=employer,
        places=_places(job),
        text=clean(job.description or ""),
        references=named([job.code]),
        also=tuple(filter(None, [web(job.shortlink)])),
        occupations=named([job.function]),
        working_time=said.working_time,
        contract=said.contract,
        kind=said.kind,
        remote=_remote(job),
        qualification=qualification(job.education),
        published=day(job.published_on or job.created_at),
    )


def _places(job: Job) -> tuple[Place, ...]:
    own = place(job.city or "", "", job.state or "", job.country or "")
    return different([_place(one) for one in job.locations or []]) or different([own])


def _place(one: Location) -> Place | None:
    nation = one.countryCode or one.country or ""
    return None if one.hidden else place(one.city or "", "", one.region or "", nation)


def _remote(job: Job) -> Remote | None:
    """Return what is said; no tick at "telecommuting" does not rule out a half."""
    return workplace(job.workplace_type) or (Remote.YES if job.telecommuting else None)


SOURCE = Source(
    key="workable",
    name="Workable",
    way=Way.MIRROR,
    site="https://www.workable.com",
    settings=Settings(address=ADDRESS, at_once=1, per_minute=20, keep_seconds=3600),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.REMOTE, Criterion.PUBLISHED}),
    needs=("employers",),
    note="Der Anbieter sperrt nach wenigen Anfragen in der Sekunde.",
)
