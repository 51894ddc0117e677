"""Careerjet: a search over many job boards; built, and off by default.

`GET /v4/query` with the key as the user of HTTP Basic. The portal demands the IP
address and the browser of the person who searches with every call, and refuses calls
without them. Reihum tells no portal anything about a visitor, so it sends neither: a
Careerjet that insists will be shown as blocked. Source: careerjet.com/partners/api.

Rows have no id, and their addresses change from call to call. They do not name the
working time: where one was asked for, it is that of all rows of the answer.
"""

from base64 import b64encode
from hashlib import sha256

from msgspec import Struct
from msgspec.json import Decoder

from reihum.jobs.model import Advertisement, Place, Salary, WorkingTime
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import (
    address,
    further,
    number_in,
    text_in,
    with_number,
)
from reihum.jobs.sources.employment import of_times
from reihum.jobs.sources.located import different, place_said
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.rows import gathered, remembered
from reihum.jobs.sources.shared import count_of, object_of, rows_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, needed, web

SEARCH = "/v4/query"
SIZE = 100
TIMES = {frozenset({WorkingTime.FULL}): "f", frozenset({WorkingTime.PART}): "p"}
ASKED_FOR = {code: times for times, code in TIMES.items()}
UNITS = {"H": "hour", "D": "day", "M": "month", "Y": "year"}


class Row(Struct):
    title: str
    url: str
    company: str | None = None
    date: str | None = None
    description: str | None = None
    locations: str | None = None
    salary: str | None = None
    salary_currency_code: str | None = None
    salary_min: Number | None = None
    salary_max: Number | None = None
    salary_type: str | None = None


ROW = Decoder(Row)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    """Return the first page of the search, without a word about who asks."""
    query = asked.query
    where = asked.postcode or asked.place
    parameters = (
        ("locale_code", "de_DE"),
        ("keywords", asked.was),
        ("location", where or "Deutschland"),
        ("radius", query.radius_km if where else None),
        ("work_hours", TIMES.get(query.working_time)),
        ("sort", "relevance"),
        ("page_size", SIZE),
        ("page", 1),
    )
    return (
        Request(
            url=address(settings.address + SEARCH, parameters),
            headers=(("Accept", "application/json"), _login(settings.key)),
        ),
    )


def _login(key: str) -> tuple[str, str]:
    return "Authorization", f"Basic {b64encode(f'{key}:'.encode()).decode()}"


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return a page; from the first one, all further pages."""
    answer = object_of(body)
    rows, total = rows_of(answer, "jobs"), count_of(answer, "hits")
    page = number_in(request.url, "page", 1)
    pages = further(page, len(rows), SIZE, total or 0, settings)
    times = ASKED_FOR.get(text_in(request.url, "work_hours"), frozenset())
    found = gathered(rows, remembered(ROW, _advertisement), total)
    return Read(
        found=of_times(found, times),
        more=tuple(with_number(request, "page", one) for one in pages),
    )


def _advertisement(row: Row) -> Advertisement:
    return Advertisement(
        source=SOURCE.key,
        id=_key(row),
        title=needed(line(row.title)),
        url=needed(web(row.url)),
        employer=line(row.company or ""),
        places=_places(row.locations or ""),
        text=clean(row.description or ""),
        published=day(row.date),
        salary=_salary(row),
    )


def _key(row: Row) -> str:
    """Return an id of what an advertisement says, the same in every call."""
    said = "\n".join(
        (row.title, row.company or "", row.locations or "", row.date or "")
    )
    return sha256(said.encode()).hexdigest()[:20]


def _places(text: str) -> tuple[Place, ...]:
    return different([place_said(one) for one in text.split(";")])


def _salary(row: Row) -> Salary | None:
    return paid(
        row.salary_min,
        row.salary_max,
        UNITS.get(row.salary_type or ""),
        row.salary_currency_code or "",
        line(row.salary or ""),
    )


SOURCE = Source(
    key="careerjet",
    name="Careerjet",
    way=Way.SEARCH,
    site="https://www.careerjet.de/",
    settings=Settings(
        on=False, address="https://search.api.careerjet.net", per_day=1000
    ),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.WORKING_TIME, Criterion.PUBLISHED}),
    needs=("key",),
    note="Aus: das Portal verlangt zu jeder Anfrage IP-Adresse und Browser der "
    "Besucherin oder des Besuchers. Beides wird nie weitergegeben, auch "
    "eingeschaltet nicht; das Portal wird dann voraussichtlich ablehnen.",
)
