"""Bundesagentur für Arbeit, Jobsuche: the largest portal of the country.

Search: version 6 (`/pc/v6/jobs`, since August 2026); its rows have no text. Details:
version 4 (`/pc/v4/jobdetails/<base64 of the reference number>`), the same fields and
the text, which is written in a kind of Markdown. Neither is documented officially;
sources: the answers themselves and github.com/bundesAPI/jobsuche-api (issue 69).

`ergebnisliste` is absent where nothing was found; `woOutput.suchmodus` says how the
place was understood. A query gives 100 rows a page and 10,000 in all.
"""

from base64 import b64encode
from urllib.parse import quote

from msgspec import Raw, Struct
from msgspec.json import Decoder
from msgspec.structs import replace

from reihum.jobs.model import Advertisement, Kind, WorkingTime
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import line
from reihum.jobs.sources.addresses import address, further, number_in, with_number
from reihum.jobs.sources.arbeitsagentur_row import Row, facts_of, with_facts
from reihum.jobs.sources.details import filled
from reihum.jobs.sources.rows import gathered, remembered
from reihum.jobs.sources.shared import (
    NOT_JSON,
    count_of,
    field,
    json_of,
    object_of,
    rows_of,
)
from reihum.jobs.sources.source import Read, Request, Settings, Source, Unreadable, Way
from reihum.jobs.sources.values import needed

SERVICE = "/jobboerse/jobsuche-service"
PAGE = "https://www.arbeitsagentur.de/jobsuche/jobdetail/"
SIZE = 100  # rows a page: more is refused
LONGEST_KEY = 100  # signs
LAST_PAGE = 100  # page 101 is answered with an error
FURTHEST = 200  # km

KINDS = {
    Kind.WORK: 1,
    Kind.SELF_EMPLOYED: 2,
    Kind.APPRENTICESHIP: 4,
    Kind.INTERNSHIP: 34,
}
TIMES = {
    WorkingTime.FULL: "vz",
    WorkingTime.PART: "tz",
    WorkingTime.SHIFT: "snw",
    WorkingTime.MINI: "mj",
}


class Where(Struct):
    suchmodus: str | None = None


ROW = Decoder(Row)
DISTANCE = b',"entfernung":'  # from the place asked for


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    """Return one request for each kind of offer: the portal takes only one at a time.

    Where nobody chose, it is work: without a kind, courses are among the answers.
    """
    kinds = sorted(asked.query.kinds) or [Kind.WORK]
    return tuple(_search(asked, settings, KINDS[kind]) for kind in kinds)


def _search(asked: Asked, settings: Settings, kind: int) -> Request:
    query = asked.query
    where = asked.postcode or asked.place
    return Request(
        url=address(
            f"{settings.address}{SERVICE}/pc/v6/jobs",
            (
                ("was", asked.was),
                ("wo", where),
                ("umkreis", min(query.radius_km, FURTHEST) if where else None),
                ("angebotsart", kind),
                ("arbeitszeit", _times(asked)),
                ("veroeffentlichtseit", query.published_days),
                ("page", 1),
                ("size", SIZE),
            ),
        ),
        headers=_headers(settings),
    )


def _times(asked: Asked) -> str:
    """Return the working times asked for; the portal takes any of them as enough.

    That is why work at home, which has the same parameter, is only asked for alone:
    beside "full time" it would add what is not at home.
    """
    times = asked.query.working_time
    if times:
        return ";".join(code for time, code in TIMES.items() if time in times)
    return "ho" if asked.query.remote else ""


def _headers(settings: Settings) -> tuple[tuple[str, str], ...]:
    return (("Accept", "application/json"), ("X-API-Key", settings.key))


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return a page of the search; from the first one, all further pages."""
    answer = object_of(body)
    total = count_of(answer, "maxErgebnisse")
    rows = _rows(answer, total)
    where = field(answer, "woOutput", Where, Where())
    found = gathered(rows, remembered(ROW, _advertisement, _without_distance), total)
    page = number_in(request.url, "page", 1)
    pages = further(page, len(rows), SIZE, total or 0, settings)
    return Read(
        found=replace(found, place_unknown=where.suchmodus == "UNGUELTIG"),
        more=tuple(
            with_number(request, "page", one) for one in pages if one <= LAST_PAGE
        ),
    )


def _rows(answer: dict[str, Raw], total: int | None) -> list[Raw]:
    if "ergebnisliste" in answer:
        return rows_of(answer, "ergebnisliste")
    if total is None:  # not the answer of a search
        raise Unreadable(NOT_JSON)
    return []


def _without_distance(row: Raw) -> bytes:
    """Return a row as it is wherever one searches from."""
    text = bytes(row)
    before, _, behind = text.rpartition(DISTANCE)
    rest = behind.lstrip(b"0123456789.")
    return before + rest if rest.startswith((b",", b"}")) else text


def _advertisement(row: Row) -> Advertisement:
    reference = _reference(row.referenznummer or "")
    title = needed(line(row.stellenangebots_titel or row.hauptberuf or ""))
    employer = line(row.firma or "")
    return Advertisement(
        source=SOURCE.key,
        id=reference,
        title=title,
        url=PAGE + quote(reference, safe=""),
        employer=employer,
        references=(reference,),
        has_details=True,
        **facts_of(row, employer),
    )


def _reference(text: str) -> str:
    """Return a reference number, as it is: the details are asked for with it."""
    fine = text.isprintable() and text == text.strip() and len(text) <= LONGEST_KEY
    return needed(text if fine else "")


def details(key: str, settings: Settings) -> Request:
    """Return the request for all that the portal says of a reference number."""
    coded = quote(b64encode(key.encode()), safe="")
    return Request(
        url=f"{settings.address}{SERVICE}/pc/v4/jobdetails/{coded}",
        headers=_headers(settings),
    )


def read_details(body: bytes, advertisement: Advertisement) -> Advertisement:
    """Return the advertisement with its text, and with what the list left unsaid."""
    row = json_of(body, Row)
    return filled(advertisement, with_facts(advertisement, row))


SOURCE = Source(
    key="arbeitsagentur",
    name="Bundesagentur für Arbeit",
    way=Way.SEARCH,
    site="https://www.arbeitsagentur.de/jobsuche/",
    settings=Settings(
        address="https://rest.arbeitsagentur.de",
        key="jobboerse-jobsuche",  # the same for everybody, published with the format
    ),
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
    needs=("key",),
    note="Höchstens zwei Anfragen zugleich, sonst antwortet das Portal mit 403. "
    "Die Schnittstelle ist nicht zugesagt; am Ergebnis ist die Quelle zu nennen.",
    details=details,
    read_details=read_details,
)
