"""Arbeitnow: a job board that gives its newest advertisements to everybody.

`GET /api/job-board-api` has no search: it is mirrored, page by page, as `links.next`
says. Markup of descriptions is sometimes escaped and sometimes not. The terms ask for
a link back to the advertisement there. Source: arbeitnow.com/api/job-board-api.
"""

from msgspec import Struct
from msgspec.json import Decoder

from reihum.jobs.model import Advertisement, Remote
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import number_in, with_number
from reihum.jobs.sources.employment import employment
from reihum.jobs.sources.located import different, place_said
from reihum.jobs.sources.rows import gathered, remembered
from reihum.jobs.sources.shared import field, object_of, rows_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, identity, named, needed, web

LIST = "/api/job-board-api"
LONGEST_KEY = 100  # signs
HOME = {True: Remote.YES, False: Remote.NO}


class Row(Struct, gc=False):
    slug: str
    title: str
    url: str
    company_name: str | None = None
    description: str | None = None
    remote: bool | None = None
    tags: list[str] | None = None
    job_types: list[str] | None = None
    location: str | None = None
    created_at: Number | None = None


class Links(Struct, gc=False):
    next: str | None = None


ROW = Decoder(Row)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001  (a mirror)
    """Return the newest page."""
    return (
        Request(
            url=f"{settings.address}{LIST}?page=1",
            headers=(("Accept", "application/json"),),
        ),
    )


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return a page, and the next one if there is one."""
    answer = object_of(body)
    rows = rows_of(answer, "data")
    following = field(answer, "links", Links, Links()).next if rows else None
    return Read(
        found=gathered(rows, remembered(ROW, _advertisement)),
        more=_next(following, request, settings),
    )


def _next(
    following: str | None, request: Request, settings: Settings
) -> tuple[Request, ...]:
    """Return the next page at our own address, whatever host the answer names.

    A page that comes after itself, or is no later one, is none.
    """
    page = number_in(request.url, "page", 1)
    number = number_in(following or "", "page", 0)
    wanted = page < number <= settings.pages
    return (with_number(request, "page", number),) if wanted else ()


def _advertisement(row: Row) -> Advertisement:
    said = employment(*(row.job_types or ()))
    return Advertisement(
        source=SOURCE.key,
        id=identity(row.slug[-LONGEST_KEY:]),  # its end is a number
        title=needed(line(row.title)),
        url=needed(web(row.url)),
        employer=line(row.company_name or ""),
        places=different([place_said(row.location or "")]),
        text=clean(row.description or ""),
        occupations=named(row.tags or ()),
        remote=None if row.remote is None else HOME[row.remote],
        published=day(row.created_at),
        working_time=said.working_time,
        contract=said.contract,
        kind=said.kind,
    )


SOURCE = Source(
    key="arbeitnow",
    name="Arbeitnow",
    way=Way.MIRROR,
    site="https://www.arbeitnow.com/",
    settings=Settings(
        address="https://www.arbeitnow.com",
        at_once=1,
        per_minute=20,
        pages=5,
        keep_seconds=3600,
    ),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.REMOTE, Criterion.PUBLISHED}),
    note="Jede Anzeige muss auf ihre Seite bei Arbeitnow verweisen; das tut die Liste. "
    "Das Portal wird stündlich gelesen, nicht bei jeder Suche gefragt.",
)
