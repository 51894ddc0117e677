"""Recruitee: the vacancies of an employer as one JSON document.

Format: docs.recruitee.com, "Careers Site API". Times are "2026-09-18 12:55:59 UTC";
pay and hours come as texts. `employment_type_code` is made of fulltime or parttime and
permanent, fixed_term or minijob, or is internship, apprenticeship, freelance and so on.
"""

import msgspec
from msgspec import Struct

from reihum.jobs.model import Advertisement, Place, Remote, Salary
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import Hosted
from reihum.jobs.sources.employment import employment
from reihum.jobs.sources.located import different, place
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.qualifications import qualification
from reihum.jobs.sources.rows import Rows, gathered, joined, typed
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, identity, named, needed, number, web

HOSTED = Hosted("https://{}.recruitee.com", "/api/offers/")


class Location(Struct):
    """One of the places of an offer."""

    city: str | None = None
    postal_code: str | None = None
    street: str | None = None
    state: str | None = None
    country: str | None = None
    country_code: str | None = None


class Pay(Struct):
    """Pay of an offer; `period` is "hour", "month", "year"."""

    min: Number | None = None
    max: Number | None = None
    period: str | None = None
    currency: str | None = None


class Offer(Location):
    """An offer. It names one place itself, and all of them in `locations`."""

    id: int | str | None = None
    title: str | None = None
    careers_url: str | None = None
    company_name: str | None = None
    description: str | None = None
    requirements: str | None = None
    state_name: str | None = None
    locations: list[Location] | None = None
    salary: Pay | None = None
    employment_type_code: str | None = None
    education_code: str | None = None
    remote: bool | None = None
    hybrid: bool | None = None
    on_site: bool | None = None
    min_hours_per_week: Number | None = None
    max_hours_per_week: Number | None = None
    guid: str | None = None
    status: str | None = None
    published_at: str | None = None
    updated_at: str | None = None
    close_at: str | None = None


class Offers(Struct):
    """The document."""

    offers: Rows


ROW = msgspec.json.Decoder(Offer)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return one request an employer."""
    return HOSTED.asked(settings)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return the offers of one employer."""
    rows = json_of(body, Offers).offers
    build = typed(ROW, lambda offer: _advertisement(offer, request.employer))
    return Read(found=gathered(rows, build))


def _advertisement(offer: Offer, employer: str) -> Advertisement | None:
    if offer.status not in {None, "published"}:
        return None
    said = employment(offer.employment_type_code or "")
    return Advertisement(
        source=SOURCE.key,
        id=identity(offer.id),
        title=needed(line(offer.title or "")),
        url=needed(web(offer.careers_url)),
        employer=line(offer.company_name or "") or employer,
        places=_places(offer),
        text=joined([clean(offer.description or ""), clean(offer.requirements or "")]),
        references=named([offer.guid]),
        working_time=said.working_time,
        hours=_hours(offer),
        contract=said.contract,
        kind=said.kind,
        remote=_remote(offer),
        salary=_salary(offer.salary),
        qualification=qualification(offer.education_code),
        published=day(offer.published_at),
        changed=day(offer.updated_at),
        deadline=day(offer.close_at),
    )


def _places(offer: Offer) -> tuple[Place, ...]:
    offer.state = offer.state_name
    return different([_place(one) for one in offer.locations or [offer]])


def _place(one: Location) -> Place | None:
    return place(
        one.city or "",
        one.postal_code or "",
        one.state or "",
        one.country_code or one.country or "",
        one.street or "",
    )


def _remote(offer: Offer) -> Remote | None:
    if offer.hybrid:
        return Remote.PARTLY
    if offer.remote:
        return Remote.YES
    return Remote.NO if offer.on_site else None


def _hours(offer: Offer) -> float | None:
    """Return the hours a week, None where a range is offered."""
    least, most = number(offer.min_hours_per_week), number(offer.max_hours_per_week)
    return most if not least or least == most else None


def _salary(pay: Pay | None) -> Salary | None:
    return paid(pay.min, pay.max, pay.period, pay.currency) if pay else None


SOURCE = Source(
    key="recruitee",
    name="Recruitee",
    way=Way.MIRROR,
    site="https://recruitee.com",
    settings=Settings(keep_seconds=3600),
    ask=ask,
    read=read,
    can=frozenset(
        {
            Criterion.RADIUS,
            Criterion.REMOTE,
            Criterion.WORKING_TIME,
            Criterion.KIND,
            Criterion.PUBLISHED,
        }
    ),
    needs=("employers",),
    note=(
        "Der Anbieter hat angekündigt, ab Februar 2027 einen Schlüssel je Arbeitgeber"
        " zu verlangen."
    ),
)
