"""service.bund.de: advertisements of the Bund, of Länder, districts and towns.

A search there can be read as RSS 2.0 (`jobsrss=true`). Employer, place and the last
day to apply stand as text in the description, each after its label. There is no text
of the advertisement. Source: the feed itself.
"""

import re

from lxml import etree

from reihum.jobs.model import Advertisement, Place
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import address
from reihum.jobs.sources.located import different, place
from reihum.jobs.sources.rows import gathered
from reihum.jobs.sources.shared import NOT_XML, xml_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Unreadable, Way
from reihum.jobs.sources.values import needed, web

SEARCH = "/Content/DE/Stellen/Suche/Formular.html"
FORM = "4642046"  # the search for vacancies, among the forms of the site
SIZE = 100
LONGEST_KEY = 100  # signs
UNFIT = re.compile("[^A-Za-z0-9_-]+")
FOLDER = "/Stellenangebote/"  # what stands before an advertisement's own address

NAMES = "Arbeitgeber|Ort|Bewerbungsfrist|Ver(?:ö|&ouml;|&#246;)ffentlichungsende"
STRONG = re.compile(rf"\b({NAMES}):\s*<strong>([^<]*)</strong>")
LABEL = re.compile(rf"\b({NAMES}):\s*")
BETWEEN = re.compile(r"\s*(?:[;/\n]|,(?=\s*[0-9]{5}\b))\s*")
POSTCODE = re.compile(r"([0-9]{5})\s+(.+)")
INTERAMT = re.compile(r"interamt\.[0-9.]*?\.?([0-9]{6,8})")


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    """Return the search; the portal knows words, a place and a distance."""
    where = asked.postcode or asked.place
    parameters = (
        ("nn", FORM),
        ("type", 0),
        ("resultsPerPage", SIZE),
        ("sortOrder", "dateOfIssue_dt desc"),
        ("jobsrss", "true"),
        ("templateQueryString", asked.was),
        ("city_zipcode", where),
        ("ambit_distance", asked.query.radius_km or None if where else None),
    )
    return (
        Request(
            url=address(settings.address + SEARCH, parameters),
            headers=(("Accept", "application/rss+xml, application/xml"),),
        ),
    )


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return all that the feed holds; it has one page."""
    channel = xml_of(body, root="rss").find("channel")
    if channel is None:
        raise Unreadable(NOT_XML)
    return Read(found=gathered(channel.findall("item"), _advertisement))


def _advertisement(item: etree._Element) -> Advertisement:
    fields = {str(one.tag): (one.text or "").strip() for one in item}
    link = needed(web(fields.get("link"))).partition("#")[0]
    said = _labelled(fields.get("description", ""))
    key = needed(_key(link))
    copied = INTERAMT.fullmatch(key)
    return Advertisement(
        source=SOURCE.key,
        id=key,
        title=needed(line(fields.get("title", ""))),
        url=link,
        employer=line(said.get("Arbeitgeber", "")),
        places=_places(line(said.get("Ort", ""))),
        references=(copied[1],) if copied else (),
        public_service=True,
        published=day(fields.get("pubDate")),
        deadline=day(said.get("Bewerbungsfrist")),
    )


def _key(link: str) -> str:
    """Return what is an advertisement's own in its address, fit for an address."""
    path = link.partition("?")[0].partition(FOLDER)[2].removesuffix(".html")
    return UNFIT.sub(".", path).strip(".")[:LONGEST_KEY]


def _labelled(description: str) -> dict[str, str]:
    """Return what stands after each label, in bold or up to the line's end."""
    if bold := dict(STRONG.findall(description)):
        return bold
    _, *parts = LABEL.split(clean(description))
    return {
        label: value.strip().partition("\n")[0].strip()
        for label, value in zip(parts[::2], parts[1::2], strict=True)
    }


def _places(text: str) -> tuple[Place, ...]:
    return different([_place(part) for part in BETWEEN.split(text)])


def _place(text: str) -> Place | None:
    found = POSTCODE.fullmatch(text)
    postcode, name = found.groups() if found else ("", text)
    return place(name, postcode=postcode)


SOURCE = Source(
    key="service-bund",
    name="service.bund.de",
    way=Way.SEARCH,
    site="https://www.service.bund.de/Content/DE/Stellen/Suche/Formular.html",
    settings=Settings(
        address="https://www.service.bund.de",
        at_once=1,
        per_minute=20,
        keep_seconds=1800,
    ),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.PUBLIC_SERVICE, Criterion.PUBLISHED}),
    note="Gefragt wird die Suche als RSS, die das Portal zum Abonnieren anbietet; "
    "Suchmaschinen nimmt seine robots.txt davon aus. Selten fragen.",
)
