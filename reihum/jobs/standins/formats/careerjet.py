"""Careerjet, v4: a search; texts are short, employers sometimes missing."""

from email.utils import format_datetime
from typing import Any

from reihum.jobs.model import PayUnit
from reihum.jobs.standins import chance, looking, texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.lands import LANDS

CUT = 160  # characters
UNITS = {
    PayUnit.HOUR: ("H", "hour"),
    PayUnit.MONTH: ("M", "month"),
    PayUnit.YEAR: ("Y", "year"),
}


def search(rows: Rows, call: Call) -> bytes:
    """Return a page; an unknown place is answered with a list of none."""
    place = call.word("location")
    near = portal.near(place, call.number("radius", 25))
    known = not portal.nowhere(place)
    words = call.word("keywords")
    hits = portal.found(rows, words, near, whole=True) if known else ()
    size = max(call.number("page_size", 20), 1)
    shown = looking.page(hits, call.number("page", 1), size)
    return portal.json(
        {
            "type": "JOBS",
            "hits": len(hits),
            "message": f"Vorführung: {len(hits)} Stellen gefunden",
            "pages": -(-len(hits) // size),
            "response_time": 0.2,
            "jobs": [_row(row, call) for row in shown],
        }
    )


def _row(row: Copy, call: Call) -> dict[str, Any]:
    one = row.vacancy
    plain = " ".join(texts.plain(row.text).split())
    return {
        "title": row.title,
        "company": "" if chance.often(15, one.number, "secret") else row.employer,
        "date": format_datetime(portal.moment(row), usegmt=True),
        "description": f"Vorführung. {plain[:CUT]}…",
        "locations": f"{one.town.name}, {LANDS[one.town.land]}",
        "site": "vorfuehrung.example",
        "url": portal.link(call, row),
        **_salary(row),
    }


def _salary(row: Copy) -> dict[str, str]:
    pay = row.vacancy.pay
    if pay is None:
        return {"salary": ""}
    letter, word = UNITS[pay.unit]
    return {
        "salary": f"€{pay.low:g} - €{pay.high:g} per {word}",
        "salary_currency_code": "EUR",
        "salary_min": f"{pay.low:g}",
        "salary_max": f"{pay.high:g}",
        "salary_type": letter,
    }


PORTAL = Portal(
    key="careerjet", doors=(portal.door("/v4/query", search),), pages=("page",)
)
