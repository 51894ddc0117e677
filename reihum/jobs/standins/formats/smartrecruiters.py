"""SmartRecruiters: a company's postings in pages, the text only in the details."""

from typing import Any

from reihum.jobs.model import Contract, Kind, WorkingTime
from reihum.jobs.standins import looking, texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import page, portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.vacancy import Vacancy

TYPES = {
    WorkingTime.FULL: {"id": "permanent", "label": "Vollzeit"},
    WorkingTime.SHIFT: {"id": "permanent", "label": "Vollzeit"},
    WorkingTime.PART: {"id": "part_time", "label": "Teilzeit"},
    WorkingTime.MINI: {"id": "part_time", "label": "Teilzeit"},
}


def postings(rows: Rows, call: Call) -> bytes | None:
    """Return a page of a company's postings; an unknown company just has none."""
    own = portal.of_employer(rows, call) or ()
    start = call.number("offset", 0)
    size = min(call.number("limit", 10), looking.LARGEST)
    return portal.json(
        {
            "offset": start,
            "limit": size,
            "totalFound": len(own),
            "content": [_posting(row, call) for row in own[start : start + size]],
        }
    )


def details(rows: Rows, call: Call) -> bytes | None:
    """Return one posting with its text."""
    row = next((one for one in rows if one.id == call.names["id"]), None)
    if row is None:
        return None
    url = portal.link(call, row)
    text = {"jobAd": {"sections": _sections(row)}, "applyUrl": url, "postingUrl": url}
    return portal.json({**_posting(row, call), **text, "active": True})


def _posting(row: Copy, call: Call) -> dict[str, Any]:
    one, who = row.vacancy, row.vacancy.employer.slug
    path = f"/v1/companies/{who}/postings/{row.id}"
    return {
        "id": row.id,
        "name": row.title,
        "uuid": f"vorfuehrung-{row.id}",
        "refNumber": one.reference,
        "company": {"identifier": who, "name": row.employer},
        "releasedDate": f"{portal.moment(row):%Y-%m-%dT%H:%M:%S.552Z}",
        "location": _location(one),
        "industry": {"id": one.trade.sector, "label": "Vorführung"},
        "function": {"id": one.trade.sector, "label": one.trade.job},
        "typeOfEmployment": _type(one),
        "experienceLevel": {"id": "not_applicable", "label": "Nicht zutreffend"},
        "customField": [],
        "visibility": "PUBLIC",
        "ref": f"{call.base}{path}",
        "language": {"code": "de", "label": "German", "labelNative": "Deutsch"},
    }


def _type(one: Vacancy) -> dict[str, str]:
    if one.kind is Kind.APPRENTICESHIP:
        return {"id": "apprenticeship", "label": "Ausbildung"}
    if one.contract is Contract.TEMPORARY:
        return {"id": "temporary", "label": "Befristet"}
    return TYPES[one.time]


def _location(one: Vacancy) -> dict[str, Any]:
    town = one.town
    return {
        "city": town.name,
        "postalCode": town.postcode,
        "region": town.land,
        "country": "de",
        "remote": False,
        "hybrid": one.remote,
        "latitude": str(town.point.lat),
        "longitude": str(town.point.lon),
        "fullLocation": f"{town.name}, {town.land}, Germany",
    }


def _sections(row: Copy) -> dict[str, Any]:
    tasks, profile, offer = map(texts.points, row.text.sections)
    return {
        "companyDescription": {"title": "Über uns", "text": texts.NOTE},
        "jobDescription": {"title": "Stelle", "text": row.text.intro + tasks},
        "qualifications": {"title": "Profil", "text": profile},
        "additionalInformation": {"title": "Wir bieten", "text": offer},
    }


BASE = "/v1/companies/(?P<who>[^/]+)/postings"
PORTAL = Portal(
    key="smartrecruiters",
    doors=(
        portal.door(BASE, postings),
        portal.door(f"{BASE}/(?P<id>[0-9]+)", details),
        portal.door("/[^/]+/(?P<id>[0-9]+)", page.page, portal.HTML),
    ),
    pages=("offset",),
)
