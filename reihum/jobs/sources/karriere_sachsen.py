"""karriere.sachsen.de: the Freistaat Sachsen as an employer.

`GET /karriere-verwaltung/rest/stellenanzeige` gives a list without a search, newest
first, in slices (`offset`, `limit`). Not documented; source: the answers themselves.
Its days look like "2026-08-20T00:00:00.000Z+01:00", which is no valid ISO 8601.
"""

from msgspec import Raw, Struct
from msgspec.json import Decoder
from msgspec.structs import replace

from reihum.jobs.model import Advertisement, Place
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import address, further, number_in, with_number
from reihum.jobs.sources.located import different, place
from reihum.jobs.sources.rows import gathered, remembered
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import identity, needed

LIST = "/karriere-verwaltung/rest/stellenanzeige"
PAGE = "https://www.karriere.sachsen.de/karriere/stellenanzeige.jsp?id="
EMPLOYER = "Freistaat Sachsen"  # the rows name their authority by a number only
SIZE = 100
AWAY = {"Berlin", "Brüssel"}  # offices of the Freistaat outside of it


class Town(Struct):
    city: str | None = None


class Row(Struct, rename="camel"):
    id: int | str
    title: str
    place_of_employments: list[Town] | None = None
    bewerbung_start: str | None = None
    bewerbung_ende: str | None = None


ROW = Decoder(Row)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001  (a mirror)
    """Return the newest slice, of one authority where `extra` has "institution"."""
    parameters = (
        ("institutionId", settings.extra.get("institution", "")),
        ("offset", 0),
        ("limit", SIZE),
        ("sortBy", "ReleaseDate"),
        ("sortOrder", "DESC"),
    )
    return (
        Request(
            url=address(settings.address + LIST, parameters),
            headers=(("Accept", "application/json"),),
        ),
    )


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return a slice; a full one asks for the next."""
    rows = json_of(body, list[Raw])
    page = number_in(request.url, "offset", 0) // SIZE + 1
    return Read(
        found=gathered(rows, remembered(ROW, _advertisement)),
        more=tuple(
            with_number(request, "offset", (one - 1) * SIZE)
            for one in further(page, len(rows), SIZE, None, settings)
        ),
    )


def _advertisement(row: Row) -> Advertisement:
    key = identity(row.id)
    return Advertisement(
        source=SOURCE.key,
        id=key,
        title=needed(line(row.title)),
        url=PAGE + key,
        employer=EMPLOYER,
        places=different([_place(one) for one in row.place_of_employments or ()]),
        public_service=True,
        published=day(row.bewerbung_start),
        deadline=day(row.bewerbung_ende),
    )


def _place(town: Town) -> Place | None:
    one = place(town.city or "")
    return one and replace(one, land="" if one.name in AWAY else "SN")


SOURCE = Source(
    key="karriere-sachsen",
    name="Karriereportal Sachsen",
    way=Way.MIRROR,
    site="https://www.karriere.sachsen.de/",
    settings=Settings(
        address="https://www.karriere.sachsen.de",
        at_once=1,
        per_minute=20,
        pages=10,
        keep_seconds=3600,
    ),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.PUBLIC_SERVICE, Criterion.PUBLISHED}),
    knows=("institution",),
    note="Die Schnittstelle ist nicht dokumentiert und nicht zugesagt.",
)
