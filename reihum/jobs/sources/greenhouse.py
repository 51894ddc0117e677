"""Greenhouse: the job board of an employer as one JSON document, text included.

Format: developers.greenhouse.io/job-board.html; no key. `content` is HTML written as
entities ("&lt;p&gt;"). Pay comes in cents and without a period, so that only the sums
can be shown.
"""

import msgspec
from msgspec import Struct

from reihum.jobs.model import Advertisement, Place, Salary
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import Shared
from reihum.jobs.sources.located import different, place_said, remote_said
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.rows import Rows, gathered, typed
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import (
    Number,
    identity,
    language,
    named,
    needed,
    number,
    web,
)

ADDRESS = "https://boards-api.greenhouse.io"
SHARED = Shared(
    "/v1/boards/{}/jobs?content=true",
    dict.fromkeys(
        (
            "boards-api.greenhouse.io",
            "boards.greenhouse.io",
            "job-boards.greenhouse.io",
            "job-boards.eu.greenhouse.io",
        ),
        ADDRESS,
    ),
    "/v1/boards/",
)


class Named(Struct):
    """A location or an office."""

    name: str | None = None
    location: str | None = None


class Range(Struct):
    """A range of pay, where the employer shows one."""

    min_cents: Number | None = None
    max_cents: Number | None = None
    currency_type: str | None = None


class Job(Struct):
    """A job of a board."""

    id: int | str | None = None
    title: str | None = None
    absolute_url: str | None = None
    company_name: str | None = None
    requisition_id: str | int | None = None
    location: Named | None = None
    offices: list[Named] | None = None
    content: str | None = None
    language: str | None = None
    pay_input_ranges: list[Range] | None = None
    first_published: str | None = None
    updated_at: str | None = None
    application_deadline: str | None = None


class Meta(Struct):
    """How many there are."""

    total: int | None = None


class Board(Struct):
    """The document."""

    jobs: Rows
    meta: Meta | None = None


ROW = msgspec.json.Decoder(Job)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return one request an employer."""
    return SHARED.asked(settings, ADDRESS)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return the jobs of one board."""
    board = json_of(body, Board)
    build = typed(ROW, lambda job: _advertisement(job, request.employer))
    total = board.meta.total if board.meta else None
    return Read(found=gathered(board.jobs, build, total))


def _advertisement(job: Job, employer: str) -> Advertisement:
    where = (job.location and job.location.name) or ""
    return Advertisement(
        source=SOURCE.key,
        id=identity(job.id),
        title=needed(line(job.title or "")),
        url=needed(web(job.absolute_url)),
        employer=line(job.company_name or "") or employer,
        places=_places(where, job.offices or []),
        text=clean(job.content or ""),
        lang=language(job.language),
        references=named([_reference(job.requisition_id)]),
        remote=remote_said(where),
        salary=_salary(job.pay_input_ranges or []),
        published=day(job.first_published),
        changed=day(job.updated_at),
        deadline=day(job.application_deadline),
    )


def _reference(value: str | int | None) -> str:
    """Return the requisition number. Many employers never change the sample's "50"."""
    text = "" if value is None else str(value).strip()
    return text if len(text) > 2 else ""  # noqa: PLR2004


def _places(where: str, offices: list[Named]) -> tuple[Place, ...]:
    """Return the places of the location, which may list several; else the offices."""
    said = different([place_said(part) for part in where.split(";") if part.strip()])
    lines = [office.location or office.name or "" for office in offices]
    return said or different([place_said(text) for text in lines if text])


def _salary(ranges: list[Range]) -> Salary | None:
    """Return the pay of the only range; several belong to places that we cannot tell.

    Nothing says for which time it is, so it stays a text.
    """
    if len(ranges) != 1:
        return None
    low, high = number(ranges[0].min_cents), number(ranges[0].max_cents)
    return paid(low and low / 100, high and high / 100, "", ranges[0].currency_type)


SOURCE = Source(
    key="greenhouse",
    name="Greenhouse",
    way=Way.MIRROR,
    site="https://www.greenhouse.com",
    settings=Settings(address=ADDRESS, keep_seconds=3600),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.PUBLISHED}),
    needs=("employers",),
)
