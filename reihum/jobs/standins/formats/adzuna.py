"""Adzuna: a search with pages in the path; texts are cut."""

from typing import Any

from reihum.jobs.model import Contract, PayUnit, WorkingTime
from reihum.jobs.standins import looking, texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.lands import LANDS

PATH = "/v1/api/jobs/de/search/"
CUT = 400  # characters
LONGEST = 50
YEAR = {PayUnit.HOUR: 2080, PayUnit.MONTH: 12, PayUnit.YEAR: 1}


def search(rows: Rows, call: Call) -> bytes:
    """Return a page of what fits words, place and distance."""
    place = call.word("where")
    near = portal.near(place, call.number("distance", 5))
    known = not portal.nowhere(place)
    words = call.word("what") or call.word("what_phrase")
    hits = portal.found(rows, words, near, whole=True) if known else ()
    size = call.number("results_per_page", 10)
    shown = looking.page(hits, int(call.names["page"]), size, LONGEST)
    return portal.json(
        {
            "__CLASS__": "Adzuna::API::Response::JobSearchResults",
            "count": len(hits),
            "results": [_row(row, call) for row in shown],
        }
    )


def _row(row: Copy, call: Call) -> dict[str, Any]:
    one = row.vacancy
    land = LANDS[one.town.land]
    plain = " ".join(texts.plain(row.text).split())
    return {
        "id": row.id,
        "adref": f"vorfuehrung-{row.id}",
        "title": row.title,
        "company": {"display_name": row.employer},
        "location": {
            "display_name": f"{one.town.name}, {land}",
            "area": ["Deutschland", land, one.town.name],
        },
        "description": f"Vorführung. {plain[:CUT]}…",
        "redirect_url": portal.link(call, row),
        "created": f"{portal.moment(row):%Y-%m-%dT%H:%M:%SZ}",
        "category": {"label": one.trade.job, "tag": one.trade.sector},
        "latitude": one.town.point.lat,
        "longitude": one.town.point.lon,
        **_terms(row),
    }


def _terms(row: Copy) -> dict[str, Any]:
    """Return what is only there where it is known: pay a year, time, contract."""
    one = row.vacancy
    terms: dict[str, Any] = {}
    if one.contract is Contract.PERMANENT:
        terms["contract_type"] = "permanent"
    if one.time in {WorkingTime.FULL, WorkingTime.PART}:
        terms["contract_time"] = f"{one.time.value}_time"
    if one.pay:
        terms["salary_min"] = round(one.pay.low * YEAR[one.pay.unit])
        terms["salary_max"] = round(one.pay.high * YEAR[one.pay.unit])
        terms["salary_is_predicted"] = "0"
    return terms


PORTAL = Portal(
    key="adzuna",
    doors=(portal.door(f"{PATH}(?P<page>[0-9]{{1,4}})", search),),
    paged=PATH,
)
