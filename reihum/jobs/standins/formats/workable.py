"""Workable: the widget of an account."""

from typing import Any

from reihum.jobs.model import Kind, WorkingTime
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.lands import LANDS
from reihum.jobs.standins.vacancy import Vacancy

TYPES = {WorkingTime.PART: "Part-time", WorkingTime.MINI: "Part-time"}


def account(rows: Rows, call: Call) -> bytes | None:
    """Return all jobs of an account, with their text where `details=true`."""
    own = portal.of_employer(rows, call)
    if own is None:
        return None
    whole = call.word("details") == "true"
    return portal.json(
        {
            "name": own[0].vacancy.employer.full,
            "description": texts.NOTE,
            "jobs": [_job(row, call, whole=whole) for row in own],
        }
    )


def _job(row: Copy, call: Call, *, whole: bool) -> dict[str, Any]:
    one, url = row.vacancy, portal.link(call, row)
    day = row.published.isoformat()
    job: dict[str, Any] = {
        "title": row.title,
        "shortcode": row.id,
        "code": one.reference,
        "employment_type": _type(one),
        "telecommuting": False,
        "workplace_type": "hybrid" if one.remote else "on_site",
        "department": "Vorführung",
        "url": url,
        "shortlink": f"{url}?kurz",
        "application_url": f"{url}?bewerben",
        "published_on": day,
        "created_at": day,
        "country": "Germany",
        "state": LANDS[one.town.land],
        "city": one.town.name,
        "function": one.trade.job,
        "locations": [_location(one)],
    }
    if whole:
        job["description"] = texts.html(row.text)
    return job


def _type(one: Vacancy) -> str:
    learning = one.kind is Kind.APPRENTICESHIP
    return "Other" if learning else TYPES.get(one.time, "Full-time")


def _location(one: Vacancy) -> dict[str, Any]:
    return {
        "city": one.town.name,
        "region": LANDS[one.town.land],
        "country": "Germany",
        "countryCode": "DE",
        "hidden": False,
    }


PORTAL = Portal(
    key="workable",
    doors=(portal.door("/api/v1/widget/accounts/(?P<who>[^/]+)", account),),
)
