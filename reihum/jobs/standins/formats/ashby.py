"""Ashby: an employer's job board, with compensation where it was asked for."""

from typing import Any

from reihum.jobs.model import Contract, Kind, PayUnit, WorkingTime
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.lands import LANDS
from reihum.jobs.standins.vacancy import Pay, Vacancy

INTERVALS = {PayUnit.HOUR: "1 HOUR", PayUnit.MONTH: "1 MONTH", PayUnit.YEAR: "1 YEAR"}
TYPES = {WorkingTime.PART: "PartTime", WorkingTime.MINI: "PartTime"}


def board(rows: Rows, call: Call) -> bytes | None:
    """Return all jobs of an employer."""
    own = portal.of_employer(rows, call)
    if own is None:
        return None
    paid = call.word("includeCompensation") == "true"
    shown = [_job(row, call, paid=paid) for row in own]
    return portal.json({"apiVersion": "1", "jobs": shown})


def _job(row: Copy, call: Call, *, paid: bool) -> dict[str, Any]:
    one, url = row.vacancy, portal.link(call, row)
    job: dict[str, Any] = {
        "id": row.id,
        "title": row.title,
        "department": "Vorführung",
        "team": one.trade.sector,
        "employmentType": _type(one),
        "location": one.town.name,
        "secondaryLocations": [],
        "publishedAt": f"{portal.moment(row):%Y-%m-%dT%H:%M:%S.123+00:00}",
        "isListed": True,
        "isRemote": one.remote,
        "workplaceType": "Hybrid" if one.remote else "OnSite",
        "address": {"postalAddress": _address(one)},
        "jobUrl": url,
        "applyUrl": f"{url}/application",
        "descriptionHtml": texts.html(row.text),
        "descriptionPlain": texts.plain(row.text),
    }
    if paid:
        job["compensation"] = _compensation(one.pay)
    return job


def _type(one: Vacancy) -> str:
    learning = one.kind is Kind.APPRENTICESHIP  # there is no word for it
    if one.contract is Contract.TEMPORARY and not learning:
        return "Temporary"
    return TYPES.get(one.time, "FullTime")


def _address(one: Vacancy) -> dict[str, str]:
    return {
        "addressLocality": one.town.name,
        "addressRegion": LANDS[one.town.land],
        "addressCountry": "Germany",
    }


def _compensation(pay: Pay | None) -> dict[str, Any]:
    if pay is None:
        return {"compensationTierSummary": None, "summaryComponents": []}
    return {
        "compensationTierSummary": texts.pay(pay),
        "summaryComponents": [
            {
                "compensationType": "Salary",
                "interval": INTERVALS[pay.unit],
                "currencyCode": "EUR",
                "minValue": pay.low,
                "maxValue": pay.high,
            }
        ],
    }


PORTAL = Portal(
    key="ashby", doors=(portal.door("/posting-api/job-board/(?P<who>[^/]+)", board),)
)
