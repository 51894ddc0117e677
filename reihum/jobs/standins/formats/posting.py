"""schema.org `JobPosting`: what softgarden's feed and pages of employers hold."""

from typing import Any

from reihum.jobs.model import Contract, Kind, PayUnit, WorkingTime
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy
from reihum.jobs.standins.lands import LANDS
from reihum.jobs.standins.vacancy import Pay, Vacancy

TIMES = {
    WorkingTime.FULL: "FULL_TIME",
    WorkingTime.SHIFT: "FULL_TIME",
    WorkingTime.PART: "PART_TIME",
    WorkingTime.MINI: "PART_TIME",
}
UNITS = {PayUnit.HOUR: "HOUR", PayUnit.MONTH: "MONTH", PayUnit.YEAR: "YEAR"}


def posting(row: Copy, url: str) -> dict[str, Any]:
    """Return an advertisement as a node of JSON-LD."""
    one = row.vacancy
    node: dict[str, Any] = {
        "@type": "JobPosting",
        "title": row.title,
        "url": url,
        "identifier": {
            "@type": "PropertyValue",
            "name": row.employer,
            "value": row.id,
        },
        "datePosted": row.published.isoformat(),
        "validThrough": f"{one.deadline.isoformat()}T23:59:00+01:00",
        "jobStartDate": one.starts.isoformat(),
        "employmentType": _employment(one),
        "workHours": f"{one.hours:g} Stunden in der Woche",
        "occupationalCategory": one.trade.job,
        "hiringOrganization": {"@type": "Organization", "name": row.employer},
        "jobLocation": {"@type": "Place", "address": _address(one)},
        "description": texts.html(row.text),
    }
    if one.pay and not one.pay.group:
        node["baseSalary"] = _salary(one.pay)
    if one.remote:
        node["jobLocationType"] = "TELECOMMUTE"
    return node


def _employment(one: Vacancy) -> list[str]:
    if one.kind is Kind.APPRENTICESHIP:
        return ["APPRENTICESHIP", "FULL_TIME"]
    ends = ["TEMPORARY"] if one.contract is Contract.TEMPORARY else []
    return [TIMES[one.time], *ends]


def _address(one: Vacancy) -> dict[str, str]:
    return {
        "@type": "PostalAddress",
        "postalCode": one.town.postcode,
        "addressLocality": one.town.name,
        "addressRegion": LANDS[one.town.land],
        "addressCountry": "DE",
    }


def _salary(pay: Pay) -> dict[str, Any]:
    return {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {
            "@type": "QuantitativeValue",
            "minValue": pay.low,
            "maxValue": pay.high,
            "unitText": UNITS[pay.unit],
        },
    }
