"""Adzuna: a search over many job boards, for whoever has a key.

`GET /v1/api/jobs/de/search/<page>` with `app_id` and `app_key`. A description is only
its beginning. `salary_is_predicted` "1" marks pay that Adzuna has guessed: nobody
published it, so it is not taken. Pay is by the year. Some rows name no working time:
where one was asked for, it is theirs. Source: developer.adzuna.com.
"""

import re

from msgspec import Struct
from msgspec.json import Decoder
from msgspec.structs import replace

from reihum.jobs.model import (
    Advertisement,
    Contract,
    Place,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import address, further, text_in
from reihum.jobs.sources.employment import of_times
from reihum.jobs.sources.located import country, different, place, point
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.rows import gathered, remembered
from reihum.jobs.sources.shared import count_of, object_of, rows_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, identity, named, needed, web

SEARCH = "/v1/api/jobs/de/search/"
SIZE = 50  # rows a page: more is not given
PAGE = re.compile(r"/search/([0-9]{1,4})\?")
TIMES = {
    "full_time": frozenset({WorkingTime.FULL}),
    "part_time": frozenset({WorkingTime.PART}),
}
CONTRACTS = {"permanent": Contract.PERMANENT, "contract": Contract.TEMPORARY}


class Named(Struct):
    display_name: str | None = None


class Area(Struct):
    display_name: str | None = None
    area: list[str] | None = None  # from the country down: Deutschland, Sachsen, …


class Category(Struct):
    label: str | None = None


class Row(Struct):
    id: int | str
    title: str
    redirect_url: str
    company: Named | None = None
    location: Area | None = None
    description: str | None = None
    created: str | None = None
    category: Category | None = None
    salary_min: Number | None = None
    salary_max: Number | None = None
    salary_is_predicted: Number | None = None
    contract_time: str | None = None
    contract_type: str | None = None
    latitude: Number | None = None
    longitude: Number | None = None


ROW = Decoder(Row)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    """Return the first page of the search."""
    return (_page(asked, settings, 1),)


def _page(asked: Asked, settings: Settings, page: int) -> Request:
    query = asked.query
    where = asked.postcode or asked.place
    parameters = (
        ("app_id", settings.extra.get("app_id", "")),
        ("app_key", settings.key),
        ("results_per_page", SIZE),
        ("what", asked.was),
        ("where", where),
        ("distance", query.radius_km if where else None),
        ("max_days_old", query.published_days),
        _time(query.working_time),
        ("content-type", "application/json"),
    )
    return Request(
        url=address(f"{settings.address}{SEARCH}{page}", parameters),
        headers=(("Accept", "application/json"),),
    )


def _time(asked: frozenset[WorkingTime]) -> tuple[str, int | None]:
    """Return the one working time asked for: two of them would have to hold both."""
    names = [name for name, time in TIMES.items() if asked == time]
    return (names[0], 1) if names else ("full_time", None)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:
    """Return a page; from the first one, all further pages."""
    answer = object_of(body)
    rows, total = rows_of(answer, "results"), count_of(answer, "count")
    number = PAGE.search(request.url)
    pages = further(
        int(number[1]) if number else 1, len(rows), SIZE, total or 0, settings
    )
    times = _asked_for(request)
    found = gathered(rows, remembered(ROW, _advertisement), total)
    return Read(
        found=of_times(found, times),
        more=tuple(_page(asked, settings, one) for one in pages),
    )


def _asked_for(request: Request) -> frozenset[WorkingTime]:
    """Return the working time that a request asks for, which the portal filters by."""
    named_ones = (times for name, times in TIMES.items() if text_in(request.url, name))
    return next(named_ones, frozenset())


def _advertisement(row: Row) -> Advertisement:
    category = line((row.category or Category()).label or "")
    return Advertisement(
        source=SOURCE.key,
        id=identity(row.id),
        title=needed(line(row.title)),
        url=needed(web(row.redirect_url)),
        employer=line((row.company or Named()).display_name or ""),
        places=different([_place(row)]),
        text=clean(row.description or ""),
        occupations=named([category]),
        published=day(row.created),
        working_time=TIMES.get(row.contract_time or "", frozenset()),
        contract=CONTRACTS.get(row.contract_type or ""),
        salary=_salary(row),
    )


def _place(row: Row) -> Place | None:
    """Return the smallest area that is named; the country alone is no place."""
    given = row.location or Area()
    areas = [line(one) for one in given.area or ()]
    name = areas[-1] if len(areas) > 1 else (given.display_name or "").split(",")[0]
    if country(name):
        return None
    one = place(name, region=areas[1] if len(areas) > 1 else "")
    return one and replace(
        one,
        country=country(areas[0]) if areas else "",
        point=point(row.latitude, row.longitude),
    )


def _salary(row: Row) -> Salary | None:
    guessed = str(row.salary_is_predicted or 0) not in {"0", "0.0"}
    return None if guessed else paid(row.salary_min, row.salary_max, "year", "EUR")


SOURCE = Source(
    key="adzuna",
    name="Adzuna",
    way=Way.SEARCH,
    site="https://www.adzuna.de/",
    settings=Settings(
        address="https://api.adzuna.com", per_minute=25, per_day=250, keep_seconds=1800
    ),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.WORKING_TIME, Criterion.PUBLISHED}),
    needs=("app_id", "key"),
    note="Braucht „app_id“ (in extra) und den Schlüssel „app_key“ (als key), beide "
    "kostenlos bei developer.adzuna.com; 25 Anfragen in der Minute, 250 am Tag. "
    "Pflicht: „Jobs by Adzuna“ mit Verweis an der Liste; das steht dort.",
    badge="Jobs by Adzuna",
)
