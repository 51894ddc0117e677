"""Lever: a list of an employer's postings; days are milliseconds."""

from html import escape
from typing import Any

from reihum.jobs.model import Kind, PayUnit, WorkingTime
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.texts import Section

COMMITMENTS = {
    WorkingTime.FULL: "Vollzeit",
    WorkingTime.SHIFT: "Vollzeit",
    WorkingTime.PART: "Teilzeit",
    WorkingTime.MINI: "Minijob",
}
INTERVALS = {
    PayUnit.HOUR: "per-hour-wage",
    PayUnit.MONTH: "per-month-salary",
    PayUnit.YEAR: "per-year-salary",
}


def postings(rows: Rows, call: Call) -> bytes | None:
    """Return all postings of an employer."""
    own = portal.of_employer(rows, call)
    return None if own is None else portal.json([_posting(row, call) for row in own])


def _posting(row: Copy, call: Call) -> dict[str, Any]:
    one, url = row.vacancy, portal.link(call, row)
    posting: dict[str, Any] = {
        "id": row.id,
        "text": row.title,
        "hostedUrl": url,
        "applyUrl": f"{url}/apply",
        "createdAt": int(portal.moment(row).timestamp() * 1000),
        "country": "DE",
        "workplaceType": "hybrid" if one.remote else "onsite",
        "categories": _categories(row),
        "description": f"<div>{escape(row.text.intro)}</div>",
        "descriptionPlain": row.text.intro,
        "lists": [_list(section) for section in row.text.sections],
        "additional": f"<div>{texts.NOTE}</div>",
        "additionalPlain": texts.NOTE,
    }
    if one.pay:
        posting["salaryRange"] = {
            "currency": "EUR",
            "interval": INTERVALS[one.pay.unit],
            "min": one.pay.low,
            "max": one.pay.high,
        }
    return posting


def _categories(row: Copy) -> dict[str, Any]:
    one = row.vacancy
    learning = one.kind is Kind.APPRENTICESHIP
    return {
        "commitment": "Ausbildung" if learning else COMMITMENTS[one.time],
        "department": "Vorführung",
        "location": one.town.name,
        "team": one.trade.sector,
        "allLocations": [one.town.name],
    }


def _list(section: Section) -> dict[str, str]:
    items = "".join(f"<li>{escape(point)}</li>" for point in section.points)
    return {"text": section.heading, "content": items}


PORTAL = Portal(
    key="lever", doors=(portal.door("/v0/postings/(?P<who>[^/]+)", postings),)
)
