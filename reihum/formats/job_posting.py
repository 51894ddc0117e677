"""A vacancy as schema.org's JobPosting, in JSON-LD.

Source: https://schema.org/JobPosting; what search engines ask for in addition follows
their public documentation of the type ("datePosted", "hiringOrganization",
"jobLocation", "description" as simple HTML).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from reihum.rules.vacancy import Vacancy

EMPLOYMENT = {
    ("work", "full"): "FULL_TIME",
    ("work", "part"): "PART_TIME",
    ("work", "mini"): "PART_TIME",
}
KINDS = {
    "apprenticeship": "OTHER",
    "internship": "INTERN",
    "self_employed": "CONTRACTOR",
}
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
# A day alone would end with its beginning, and one may still apply on it.
END_OF_DAY = "T23:59:59"
UNITS = {"hour": "HOUR", "day": "DAY", "month": "MONTH", "year": "YEAR"}


@dataclass(frozen=True, slots=True)
class Posted:
    """A published vacancy, and where it is found."""

    vacancy: Vacancy
    address: str  # absolute
    published: date
    land: str = ""  # its name, "Sachsen"


def job_posting(posted: Posted) -> dict[str, Any]:
    """Return one vacancy as a JSON-LD object."""
    return {"@context": "https://schema.org/", **dict(_facts(posted))}


def collection(all_of_them: list[Posted], address: str) -> dict[str, Any]:
    """Return all vacancies as one list, in their order."""
    return {
        "@context": "https://schema.org/",
        "@type": "ItemList",
        "url": address,
        "numberOfItems": len(all_of_them),
        "itemListElement": [
            {"@type": "ListItem", "position": n, "item": dict(_facts(one))}
            for n, one in enumerate(all_of_them, 1)
        ],
    }


def html_of(text: str) -> str:
    """Return plain lines as simple HTML: paragraphs, and "- " as points of a list."""
    return "".join(_blocks(text))


def _blocks(text: str) -> Iterator[str]:
    points: list[str] = []
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith(("- ", "– ", "• ")):
            points.append(f"<li>{escape(line[2:])}</li>")
            continue
        if not line:  # between two points of one list, too
            continue
        if points:
            yield f"<ul>{''.join(points)}</ul>"
            points = []
        yield f"<p>{escape(line)}</p>"
    if points:
        yield f"<ul>{''.join(points)}</ul>"


def _facts(posted: Posted) -> Iterator[tuple[str, Any]]:
    it = posted.vacancy
    yield "@type", "JobPosting"
    yield "url", posted.address
    yield "title", it.title
    yield "description", html_of(it.description)
    yield "datePosted", posted.published.isoformat()
    yield "hiringOrganization", _organization(it)
    yield "jobLocation", {"@type": "Place", "address": _address(posted)}
    yield "directApply", False
    yield from _when(it)
    yield from _how(it)
    if it.reference:
        yield (
            "identifier",
            {"@type": "PropertyValue", "name": it.employer, "value": it.reference},
        )
    if it.qualification:
        yield "qualifications", it.qualification
    if it.level is not None:
        yield "skills", f"Deutsch {LEVELS[it.level - 1]}"
    if salary := _salary(it):
        yield "baseSalary", salary
    if contact := _contact(it):
        yield "applicationContact", contact


def _when(it: Vacancy) -> Iterator[tuple[str, Any]]:
    if it.deadline is not None:
        yield "validThrough", f"{it.deadline.isoformat()}{END_OF_DAY}"
    if it.starts is not None:
        yield "jobStartDate", it.starts.isoformat()


def _how(it: Vacancy) -> Iterator[tuple[str, Any]]:
    types = [
        *dict.fromkeys(
            EMPLOYMENT[it.kind, one]
            for one in it.working_time
            if (it.kind, one) in EMPLOYMENT
        ),
        *([KINDS[it.kind]] if it.kind in KINDS else []),
        *(["TEMPORARY"] if it.contract == "temporary" else []),
    ]
    if types:
        yield "employmentType", types
    if it.hours is not None:
        hours = f"{it.hours.normalize():f}".replace(".", ",")
        yield "workHours", f"{hours} Stunden in der Woche"
    if it.remote == "yes":
        yield "jobLocationType", "TELECOMMUTE"
        yield "applicantLocationRequirements", {"@type": "Country", "name": "DE"}


def _organization(it: Vacancy) -> dict[str, str]:
    named = {"@type": "Organization", "name": it.employer}
    return {**named, "sameAs": it.employer_url} if it.employer_url else named


def _address(posted: Posted) -> dict[str, str]:
    it = posted.vacancy
    parts = {
        "streetAddress": it.street,
        "postalCode": it.postcode,
        "addressLocality": it.city,
        "addressRegion": posted.land,
    }
    filled = {name: value for name, value in parts.items() if value}
    return {"@type": "PostalAddress", **filled, "addressCountry": "DE"}


def _salary(it: Vacancy) -> dict[str, Any] | None:
    sums = {"minValue": it.pay_low, "maxValue": it.pay_high}
    given = {name: float(one) for name, one in sums.items() if one is not None}
    if not given:
        return None
    if len(set(given.values())) == 1 and len(given) == len(sums):
        given = {"value": given["minValue"]}
    unit = UNITS.get(it.pay_unit, "")
    value = {"@type": "QuantitativeValue", **given, "unitText": unit}
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": value}


def _contact(it: Vacancy) -> dict[str, str] | None:
    parts = {"url": it.apply_url, "email": it.apply_mail}
    filled = {name: value for name, value in parts.items() if value}
    return {"@type": "ContactPoint", **filled} if filled else None
