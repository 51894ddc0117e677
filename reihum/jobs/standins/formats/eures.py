"""EURES: a search that is posted; places are only codes of European regions."""

from typing import Any

import msgspec
from msgspec import Struct

from reihum.jobs.model import Kind, WorkingTime
from reihum.jobs.standins import looking, texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.lands import NUTS

LONGEST = 50
SCHEDULES = {WorkingTime.FULL: "fulltime", WorkingTime.PART: "parttime"}


class Keyword(Struct):
    """A word to look for."""

    keyword: str


class Search(Struct, rename="camel"):
    """The body of a search, as far as it is used."""

    results_per_page: int = 10
    page: int = 1
    keywords: tuple[Keyword, ...] = ()
    location_codes: tuple[str, ...] = ()


def search(rows: Rows, call: Call) -> bytes | None:
    """Return a page of what was asked; None for a body that is no search."""
    try:
        asked = msgspec.json.decode(call.body or b"{}", type=Search)
    except msgspec.MsgspecError:
        return None
    words = " ".join(one.keyword for one in asked.keywords)
    codes = tuple(code.upper() for code in asked.location_codes)
    hits = tuple(
        row
        for row in portal.found(rows, words, None, whole=True)
        if not codes or _region(row).startswith(codes)
    )
    shown = looking.page(hits, asked.page, asked.results_per_page, LONGEST)
    return portal.json(
        {
            "numberRecords": len(hits),
            "jvs": [_row(row) for row in shown],
            "facets": {},
        }
    )


def _region(row: Copy) -> str:
    """Return the region as finely as this portal knows it."""
    town = row.vacancy.town
    return "DED41" if town.name == "Chemnitz" else NUTS[town.land]


def _row(row: Copy) -> dict[str, Any]:
    moment = int(portal.moment(row).timestamp() * 1000)
    schedule = SCHEDULES.get(row.vacancy.time)
    text = texts.html(row.text)
    return {
        "id": row.id,
        "title": row.title,
        "description": text,
        "creationDate": moment,
        "lastModificationDate": moment,
        "numberOfPosts": 1,
        "locationMap": {"DE": [_region(row)]},
        "positionScheduleCodes": [schedule] if schedule else [],
        "positionOfferingCode": _offering(row),
        "employer": {"name": row.employer},
        "availableLanguages": ["de"],
        "translations": {"de": {"title": row.title, "description": text}},
    }


def _offering(row: Copy) -> str:
    learning = row.vacancy.kind is Kind.APPRENTICESHIP
    return "apprenticeship" if learning else "directhire"


PORTAL = Portal(
    key="eures",
    doors=(
        portal.door(
            "/(eures/)?api/jv-searchengine/public/jv-search/search",
            search,
            method="POST",
        ),
    ),
)
