"""Recruitee: an employer's offers."""

from typing import Any

from reihum.jobs.model import Contract, WorkingTime
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.lands import LANDS
from reihum.jobs.standins.market import slug
from reihum.jobs.standins.vacancy import Vacancy

PERIODS = {"hour": "hour", "month": "month", "year": "year"}
FULL = {WorkingTime.FULL, WorkingTime.SHIFT}


def offers(rows: Rows, call: Call) -> bytes | None:
    """Return all offers of an employer."""
    own = portal.of_employer(rows, call)
    if own is None:
        return None
    return portal.json({"offers": [_offer(row, call) for row in own]})


def _offer(row: Copy, call: Call) -> dict[str, Any]:
    one, url = row.vacancy, portal.link(call, row)
    profile = row.text.sections[1]
    when = f"{portal.moment(row):%Y-%m-%d %H:%M:%S} UTC"
    return {
        "id": int(row.id),
        "guid": f"v{row.id}",
        "slug": f"{slug(row.title)}-{one.number}",
        "title": row.title,
        "company_name": row.employer,
        "status": "published",
        "department": "Vorführung",
        "description": _without(row, 1),
        "requirements": texts.points(profile),
        "careers_url": url,
        "careers_apply_url": f"{url}?bewerben",
        "employment_type_code": _type(one),
        "min_hours": int(one.hours),
        "max_hours": int(one.hours),
        "salary": _salary(one),
        "remote": False,
        "hybrid": one.remote,
        "on_site": not one.remote,
        "created_at": when,
        "published_at": when,
        "updated_at": when,
        "close_at": f"{one.deadline.isoformat()} 21:59:59 UTC",
        "tags": [],
        **_place(one),
    }


def _without(row: Copy, section: int) -> str:
    kept = (part for at, part in enumerate(row.text.sections) if at != section)
    return texts.html(texts.Text(row.text.intro, tuple(kept)))


def _type(one: Vacancy) -> str:
    time = "fulltime" if one.time in FULL else "parttime"
    ends = "permanent" if one.contract is Contract.PERMANENT else "fixed_term"
    return f"{time}_{ends}"


def _salary(one: Vacancy) -> dict[str, str | None] | None:
    if one.pay is None:
        return {"min": None, "max": None, "period": None, "currency": None}
    return {
        "min": f"{one.pay.low:g}",
        "max": f"{one.pay.high:g}",
        "period": PERIODS[one.pay.unit],
        "currency": "EUR",
    }


def _place(one: Vacancy) -> dict[str, Any]:
    town = one.town
    land = LANDS[town.land]
    where = {
        "city": town.name,
        "postal_code": town.postcode,
        "country": "Germany",
        "country_code": "DE",
        "state_code": town.land,
    }
    return {
        **where,
        "state_name": land,
        "location": f"{town.name}, {land}, Germany",
        "locations": [
            {"id": 60_000 + one.number, "name": town.name, "state": land, **where}
        ],
    }


PORTAL = Portal(
    key="recruitee", doors=(portal.door("/(?P<who>[^/]+)/api/offers/?", offers),)
)
