"""Employers' own sites: pages found by their sitemap, read as schema.org `JobPosting`.

Formats: sitemaps.org (an index or a list, not compressed) and JSON-LD in HTML. Only
pages of the same host whose address looks like a vacancy are followed, at most
`Settings.pages` times `PAGES` a site; robots.txt is obeyed by whoever fetches.
"""

import hashlib
import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from msgspec.structs import replace

from reihum.jobs.answer import Found
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.sources.employers import XML, Hosted
from reihum.jobs.sources.job_posting import Document, Origin, advertisement
from reihum.jobs.sources.json_ld import json_ld, page_text
from reihum.jobs.sources.rows import gathered
from reihum.jobs.sources.shared import NOT_XML, xml_of
from reihum.jobs.sources.source import (
    Read,
    Request,
    Settings,
    Source,
    Unreadable,
    Way,
)
from reihum.jobs.sources.values import web

PAGES = 20  # job pages a site, times `Settings.pages`
MAPS = 4  # sitemaps of an index
MOST = 50_000  # addresses of a sitemap, by its own rules
HTML = (("Accept", "text/html"),)
# A bare name is only allowed below an address that the operator sets.
HOSTED = Hosted("", "/sitemap.xml", XML)

WORK = re.compile(
    r"(?:^|[/_.-])(?:jobs?|joboffers?|stellen?|stellenangebote?|stellenanzeigen?|"
    r"stellenmarkt|karriere|careers?|vacanc(?:y|ies)|positions?|ausbildung|azubi|"
    r"praktikum|praktika|bewerbung)(?=[/_.-]|$)",
    re.IGNORECASE,
)
GENDERS = re.compile(r"[_-](?:[mwdfx][_-]){2}[mwdfx](?=[/_.-]|$)", re.IGNORECASE)
LIST = re.compile(
    r"/(?:jobs?|stellen\w*|karriere|careers?|vacancies|positions?|ausbildung\w*|"
    r"praktik\w*|bewerbung|offene-stellen)(?:\.html?)?$",
    re.IGNORECASE,
)
BEHIND = re.compile("[?#]")
OTHER_FILES = re.compile(r"\.(?:pdf|jpe?g|png|gz|zip|docx?|xml)$", re.IGNORECASE)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return the request for the sitemap of every site.

    An entry that is the address of a sitemap itself is asked as it stands.
    """
    found = [
        replace(one, url=_map(one.url), left=settings.pages * PAGES)
        for one in HOSTED.asked(settings)
    ]
    return tuple(one for one in found if web(one.url))


def _map(url: str) -> str:
    site = url.removesuffix(HOSTED.path)
    return site if site.endswith(".xml") else url


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:
    """Return what a page offers, or what of a sitemap is to be asked next.

    An index inside an index is not followed: it could lead round in circles.
    """
    if not request.left:
        return Read(found=_page(body, request))
    root = xml_of(body)
    kind = etree.QName(root).localname
    if kind == "urlset":
        return Read(found=Found(), more=_pages(root, request))
    if kind != "sitemapindex":
        raise Unreadable(NOT_XML)
    first = any(one.url == request.url for one in ask(asked, settings))
    return Read(found=Found(), more=_maps(root, request) if first else ())


def _maps(root: etree._Element, request: Request) -> tuple[Request, ...]:
    """Return the sitemaps to look into: those that speak of jobs, else the first.

    What may be asked is shared out among them.
    """
    found = [url for url, _ in _entries(root, request) if web(url)]
    plain = [url for url in found if not url.endswith(".gz")]
    jobs = [url for url in plain if WORK.search(_path(url))] or plain
    chosen = jobs[: min(MAPS, request.left)]
    return tuple(
        replace(request, url=url, left=request.left // len(chosen)) for url in chosen
    )


def _pages(root: etree._Element, request: Request) -> tuple[Request, ...]:
    """Return the pages that look like vacancies, the likeliest and newest first."""
    found = [
        (bool(GENDERS.search(url)), changed, url)
        for url, changed in _entries(root, request)
        if _is_job(_path(url))
    ]
    found.sort(key=lambda one: one[:2], reverse=True)
    urls = filter(web, (url for _, _, url in found))
    return tuple(
        replace(request, url=url, headers=HTML, left=0)
        for url in islice(urls, request.left)
    )


def _is_job(path: str) -> bool:
    """Say whether a path looks like a vacancy, and not like the list of them."""
    if OTHER_FILES.search(path):
        return False
    return bool(GENDERS.search(path) or (WORK.search(path) and not LIST.search(path)))


def _entries(root: etree._Element, request: Request) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the same site, each once, and when they last changed.

    There may be `MOST` of them: what costs time is done with those that are chosen.
    """
    site, seen = _origins(request.url), {request.url}
    for entry in islice(root, MOST):
        fields = {str(child.tag).rpartition("}")[2]: child.text for child in entry}
        url = (fields.get("loc") or "").strip()
        if url.startswith(site) and url not in seen:
            seen.add(url)
            yield url, (fields.get("lastmod") or "").strip()


def _origins(url: str) -> tuple[str, str]:
    """Return how addresses of a site begin: with "www." and without."""
    scheme, _, host = url.split("/")[:3]
    bare = host.removeprefix("www.")
    return f"{scheme}//{bare}/", f"{scheme}//www.{bare}/"


def _path(url: str) -> str:
    """Return the path of an address, without a slash at the end."""
    return "/" + BEHIND.split(url, maxsplit=1)[0].split("/", 3)[-1].rstrip("/")


def _page(body: bytes, request: Request) -> Found:
    """Return the vacancies of a page; none where it is an ordinary page."""
    values, broken = json_ld(page_text(body))
    document = Document(values)
    found = gathered(
        enumerate(document.postings),
        lambda row: _advertisement(document, row[0], request),
    )
    return replace(found, skipped=found.skipped + broken)


def _advertisement(document: Document, place: int, request: Request) -> Advertisement:
    """Return a posting. It is called by its address: numbers repeat between sites."""
    name = f"{request.url}#{place}" if place else request.url
    origin = Origin(
        source=SOURCE.key,
        id=hashlib.blake2b(name.encode(), digest_size=12).hexdigest(),
        employer=request.employer,
        url=request.url,
    )
    return advertisement(document, document.postings[place], origin)


SOURCE = Source(
    key="sitemap",
    name="Websites von Arbeitgebern",
    way=Way.CRAWL,
    site="https://schema.org/JobPosting",
    settings=Settings(keep_seconds=21_600, at_once=1, per_minute=30),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.PUBLISHED}),
    needs=("employers",),
    note="Liest nur Seiten mit Angaben nach schema.org; robots.txt wird beachtet.",
)
