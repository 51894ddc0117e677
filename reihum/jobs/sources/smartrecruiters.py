"""SmartRecruiters: the postings of a company, at most 100 a page, text on demand.

Format: developers.smartrecruiters.com, "Posting API"; no key. The list has no text:
`details` asks for the posting, whose `jobAd.sections` hold it. An advertisement is
called "company.posting", as its details are found below the company.
"""

from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.model import Advertisement, Place, Remote
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import JSON, Shared
from reihum.jobs.sources.employment import employment
from reihum.jobs.sources.located import different, place, point
from reihum.jobs.sources.rows import Rows, gathered, joined, typed
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, identity, named, needed

ADDRESS = "https://api.smartrecruiters.com"
PAGE = "https://jobs.smartrecruiters.com"
SIZE = 100
SHARED = Shared(
    f"/v1/companies/{{}}/postings?limit={SIZE}&offset=0",
    dict.fromkeys(
        (
            "api.smartrecruiters.com",
            "careers.smartrecruiters.com",
            "jobs.smartrecruiters.com",
        ),
        ADDRESS,
    ),
    "/v1/companies/",
)
SECTIONS = (
    "companyDescription",
    "jobDescription",
    "qualifications",
    "additionalInformation",
)


class Label(Struct):
    """A word of the portal's own lists, `label` in the company's language."""

    id: str | None = None
    label: str | None = None


class Company(Struct):
    """Whose posting it is; `identifier` stands in addresses."""

    identifier: str | None = None
    name: str | None = None


class Location(Struct):
    """Where it is; `country` in small letters."""

    city: str | None = None
    region: str | None = None
    country: str | None = None
    postalCode: str | None = None  # noqa: N815
    address: str | None = None
    remote: bool | None = None
    hybrid: bool | None = None
    latitude: Number | None = None
    longitude: Number | None = None


class Language(Struct):
    """What the posting is written in."""

    code: str | None = None


class Posting(Struct):
    """A posting of the list."""

    id: str | int | None = None
    name: str | None = None
    refNumber: str | None = None  # noqa: N815
    company: Company | None = None
    releasedDate: str | None = None  # noqa: N815
    location: Location | None = None
    function: Label | None = None
    typeOfEmployment: Label | None = None  # noqa: N815
    language: Language | None = None
    visibility: str | None = None


class Postings(Struct):
    """A page of the list."""

    content: Rows
    offset: int = 0
    totalFound: int | None = None  # noqa: N815


class Section(Struct):
    """A part of the text, as HTML."""

    title: str | None = None
    text: str | None = None


class Text(Struct):
    """The text of a posting."""

    sections: dict[str, Section | None] | None = None


class Details(Struct):
    """A posting by itself."""

    jobAd: Text | None = None  # noqa: N815


ROW = msgspec.json.Decoder(Posting)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return the first page of every employer."""
    return SHARED.asked(settings, ADDRESS)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return one page of an employer, and the request for the next one."""
    page, home = json_of(body, Postings), _home(settings)
    build = typed(ROW, lambda posting: _advertisement(posting, request.employer, home))
    return Read(
        found=gathered(page.content, build, page.totalFound),
        more=_next(request, len(page.content), page.totalFound or 0, settings),
    )


def _home(settings: Settings) -> str:
    """Return where people read the postings: below a stand-in where one is set."""
    return PAGE if settings.address in {"", ADDRESS} else settings.address


def _next(
    request: Request, given: int, total: int, settings: Settings
) -> tuple[Request, ...]:
    """Return the next page. The offset is ours: what the answer says may not move."""
    address = urlsplit(request.url)
    offset = int(parse_qs(address.query).get("offset", ["0"])[0]) + SIZE
    if not given or offset >= min(total, settings.pages * SIZE):
        return ()
    url = address._replace(query=f"limit={SIZE}&offset={offset}").geturl()
    return (replace(request, url=url),)


def _advertisement(posting: Posting, employer: str, home: str) -> Advertisement | None:
    if posting.visibility not in {None, "PUBLIC"}:
        return None
    company, key = posting.company or Company(), identity(posting.id)
    where = posting.location or Location()
    said = employment(*_words(posting.typeOfEmployment))
    return Advertisement(
        source=SOURCE.key,
        id=f"{identity(company.identifier)}.{key}",
        title=needed(line(posting.name or "")),
        url=f"{home}/{company.identifier}/{key}",
        employer=line(company.name or "") or employer,
        places=_places(where),
        lang=_language(posting.language),
        references=named([posting.refNumber]),
        occupations=named(_words(posting.function)[1:]),
        working_time=said.working_time,
        contract=said.contract,
        kind=said.kind,
        remote=_remote(where),
        published=day(posting.releasedDate),
        has_details=True,
    )


def _words(label: Label | None) -> tuple[str, ...]:
    return (label.id or "", label.label or "") if label else ()


def _language(language: Language | None) -> str:
    """Return "en" of "en-GB"; German where nothing is said, as everywhere."""
    return ((language and language.code) or "de").split("-")[0].lower()


def _places(where: Location) -> tuple[Place, ...]:
    found = place(
        where.city or "",
        where.postalCode or "",
        where.region or "",
        where.country or "",
        where.address or "",
    )
    spot = point(where.latitude, where.longitude)
    return different([replace(found, point=spot) if found else None])


def _remote(where: Location) -> Remote | None:
    if where.hybrid:
        return Remote.PARTLY
    if where.remote is None:
        return None
    return Remote.YES if where.remote else Remote.NO


def details(key: str, settings: Settings) -> Request:
    """Return the request for the text of "company.posting"."""
    company, _, posting = key.partition(".")
    path = f"/v1/companies/{identity(company)}/postings/{identity(posting)}"
    return Request(url=(settings.address or ADDRESS) + path, headers=JSON)


def read_details(body: bytes, advertisement: Advertisement) -> Advertisement:
    """Return the advertisement with its text."""
    found = json_of(body, Details).jobAd
    sections = (found and found.sections) or {}
    parts = (section for name in SECTIONS if (section := sections.get(name)))
    text = joined([_section(part) for part in parts])
    return replace(advertisement, text=text or advertisement.text)


def _section(part: Section) -> str:
    text = clean(part.text or "")
    return "\n".join(filter(None, (line(part.title or ""), text))) if text else ""


SOURCE = Source(
    key="smartrecruiters",
    name="SmartRecruiters",
    way=Way.MIRROR,
    site="https://jobs.smartrecruiters.com",
    settings=Settings(address=ADDRESS, keep_seconds=3600, pages=10),
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
    details=details,
    read_details=read_details,
)
