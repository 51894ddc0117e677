"""EURES, the portal of the European employment services; built, and off by default.

`POST /eures/api/jv-searchengine/public/jv-search/search` is the portal's own page's;
by the terms of the portal it is for partner organisations only. At most 50 rows a
page. Places are codes of NUTS regions, whose first three signs are a Land. Days are
milliseconds of Unix time. Sources: the answers, and
github.com/rorar/EURES-API-Documentation.
"""

from urllib.parse import quote

import msgspec
from msgspec import Struct
from msgspec.json import Decoder

from reihum.jobs.model import Advertisement, Contract, Kind, Place, WorkingTime
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import further
from reihum.jobs.sources.rows import gathered, remembered
from reihum.jobs.sources.shared import count_of, object_of, rows_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, language, needed
from reihum.rules.laender import BY_CODE

SEARCH = "/eures/api/jv-searchengine/public/jv-search/search"
PAGE = "https://europa.eu/eures/portal/jv-se/jv-details/"
SIZE = 50
TIMES = {"fulltime": WorkingTime.FULL, "parttime": WorkingTime.PART}
KINDS = {
    "apprenticeship": Kind.APPRENTICESHIP,
    "traineeship": Kind.INTERNSHIP,
    "internship": Kind.INTERNSHIP,
    "selfemployed": Kind.SELF_EMPLOYED,
}
CONTRACTS = {"temporary": Contract.TEMPORARY, "seasonal": Contract.TEMPORARY}
PERIODS = {1: "LAST_DAY", 7: "LAST_WEEK", 30: "LAST_MONTH"}
# NUTS 1, regulation (EC) 1059/2003
LANDS = {
    "DE1": "BW", "DE2": "BY", "DE3": "BE", "DE4": "BB", "DE5": "HB", "DE6": "HH",
    "DE7": "HE", "DE8": "MV", "DE9": "NI", "DEA": "NW", "DEB": "RP", "DEC": "SL",
    "DED": "SN", "DEE": "ST", "DEF": "SH", "DEG": "TH",
}  # fmt: skip
REGIONS = {land: region.lower() for region, land in LANDS.items()}
UNUSED = (
    "occupationUris", "skillUris", "requiredExperienceCodes", "sectorCodes",
    "educationAndQualificationLevelCodes", "positionOfferingCodes", "euresFlagCodes",
    "otherBenefitsCodes", "requiredLanguages",
)  # fmt: skip


class Words(Struct):
    title: str | None = None
    description: str | None = None


class Employer(Struct):
    name: str | None = None


class Row(Struct, rename="camel"):
    id: int | str
    title: str | None = None
    description: str | None = None
    creation_date: Number | None = None
    last_modification_date: Number | None = None
    location_map: dict[str, list[str | None] | None] | None = None
    position_schedule_codes: list[str] | None = None
    position_offering_code: str | None = None
    employer: Employer | None = None
    available_languages: list[str] | None = None
    translations: dict[str, Words] | None = None


class Body(Struct):
    page: int = 1


ROW = Decoder(Row)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    """Return the first page of the search."""
    return (_page(asked, settings, 1),)


def _page(asked: Asked, settings: Settings, page: int) -> Request:
    return Request(
        url=settings.address + SEARCH,
        method="POST",
        headers=(("Accept", "application/json"), ("Content-Type", "application/json")),
        body=msgspec.json.encode(_wanted(asked, page)),
    )


def _wanted(asked: Asked, page: int) -> dict[str, object]:
    query, keyword = asked.query, {"specificSearchCode": "EVERYWHERE"}
    times = [code for code, time in TIMES.items() if time in query.working_time]
    return {
        "resultsPerPage": SIZE,
        "page": page,
        "sortSearch": "BEST_MATCH",
        "keywords": [{"keyword": asked.was, **keyword}] if asked.was else [],
        "publicationPeriod": PERIODS.get(query.published_days or 0),
        "positionScheduleCodes": times,
        "locationCodes": [REGIONS.get(asked.land, "de")],
        **{name: [] for name in UNUSED},
        "minNumberPost": None,
        "sessionId": "reihum",  # wanted by the form; it is the same for everybody
        "requestLanguage": "de",
    }


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:
    """Return a page; from the first one, all further pages."""
    answer = object_of(body)
    rows, total = rows_of(answer, "jvs"), count_of(answer, "numberRecords")
    page = msgspec.json.decode(request.body, type=Body).page
    pages = further(page, len(rows), SIZE, total or 0, settings)
    return Read(
        found=gathered(rows, remembered(ROW, _advertisement), total),
        more=tuple(_page(asked, settings, one) for one in pages),
    )


def _advertisement(row: Row) -> Advertisement:
    key = needed(line(str(row.id)))
    lang, words = _words(row)
    return Advertisement(
        source=SOURCE.key,
        id=key,
        title=needed(line(words.title or "")),
        url=f"{PAGE}{quote(key, safe='')}?lang=de",
        employer=line((row.employer or Employer()).name or ""),
        places=_places(row),
        text=clean(words.description or ""),
        lang=lang,
        working_time=_times(row),
        contract=CONTRACTS.get(row.position_offering_code or ""),
        kind=KINDS.get(row.position_offering_code or "", Kind.WORK),
        published=day(row.creation_date),
        changed=day(row.last_modification_date),
    )


def _words(row: Row) -> tuple[str, Words]:
    """Return the words in German, or in the language that they were written in.

    The portal translates by machine: where an advertisement was written in German,
    nothing else is taken.
    """
    lang = _language(row)
    said = (row.translations or {}).get(lang) or Words()
    return language(lang), Words(
        said.title or row.title, said.description or row.description
    )


def _language(row: Row) -> str:
    languages = [one[:2].lower() for one in row.available_languages or ()]
    return "de" if "de" in languages or not languages else languages[0]


def _times(row: Row) -> frozenset[WorkingTime]:
    codes = (one.lower() for one in row.position_schedule_codes or ())
    return frozenset(TIMES[one] for one in codes if one in TIMES)


def _places(row: Row) -> tuple[Place, ...]:
    """Return the Länder of the regions: of towns the answer knows nothing."""
    places = row.location_map or {}
    regions = [code or "" for codes in places.values() for code in codes or ()]
    lands = dict.fromkeys(LANDS.get(code[:3].upper(), "") for code in regions)
    return tuple(
        Place(name=BY_CODE[land].name, land=land, country="DE")
        for land in lands
        if land
    )


SOURCE = Source(
    key="eures",
    name="EURES",
    way=Way.SEARCH,
    site="https://europa.eu/eures/portal/jv-se/search",
    settings=Settings(
        on=False, address="https://europa.eu", at_once=1, per_minute=20, per_day=1000
    ),
    ask=ask,
    read=read,
    can=frozenset({Criterion.WORKING_TIME, Criterion.PUBLISHED}),
    note="Aus: nach den Bedingungen des Portals ist die Schnittstelle "
    "Partnerorganisationen vorbehalten. Nur einschalten, wer dazugehört. Orte "
    "nennt die Liste nicht, nur Länder: nach Umkreis lässt sich nicht filtern.",
)
