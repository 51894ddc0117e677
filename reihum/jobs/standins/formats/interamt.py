"""Interamt: the search of the portal's own page, partners' feeds, and their details."""

from collections.abc import Callable
from typing import Any

import msgspec

from reihum.jobs.model import Contract, WorkingTime
from reihum.jobs.standins import texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal

TIMES = {
    WorkingTime.FULL: "Vollzeit",
    WorkingTime.SHIFT: "Vollzeit",
    WorkingTime.PART: "Teilzeit",
    WorkingTime.MINI: "Teilzeit",
}
TERMS = {Contract.PERMANENT: "unbefristet", Contract.TEMPORARY: "befristet"}


def search(rows: Rows, call: Call) -> bytes | None:
    """Return all there is, as an empty search does; None for a body that is no JSON."""
    try:
        msgspec.json.decode(call.body, type=dict[str, Any])
    except msgspec.MsgspecError:
        return None
    return portal.json({"data": [_row(row) for row in rows]})


def feed(rows: Rows, call: Call) -> bytes | None:
    """Return a partner's feed, or one of its advertisements; there is one partner."""
    if number := call.word("id"):
        return _details(rows, number, _more_for_partner)
    if not call.word("partner"):
        return None
    shown = [_partner_row(row) for row in rows]
    return portal.json({"Anzahltreffer": str(len(shown)), "Stellenangebote": shown})


def details(rows: Rows, call: Call) -> bytes | None:
    """Return all of one advertisement, as the portal's own page asks for it."""
    return _details(rows, call.names["id"], _more)


def _details(
    rows: Rows, number: str, write: Callable[[Copy], dict[str, Any]]
) -> bytes | None:
    row = next((row for row in rows if row.id == number), None)
    return None if row is None else portal.json(write(row))


def _more(row: Copy) -> dict[str, Any]:
    one = row.vacancy
    hours = {"wochenarbeitszeit": f"{one.hours:g}"}
    more = {
        "stellenbeschreibung": texts.html(row.text),
        "teilzeitVollzeit": TIMES[one.time].upper(),
        "beschaeftigungsdauer": TERMS[one.contract].upper(),
        "beschaeftigungsverhaeltnisse": [hours],
    }
    return {"data": {**_row(row), **more}}


def _more_for_partner(row: Copy) -> dict[str, Any]:
    one = row.vacancy
    return {
        **_partner_row(row),
        "Beschreibung": texts.html(row.text),
        "Teilzeit": TIMES[one.time],
        "BeschaeftigungDauer": TERMS[one.contract],
        "WochenarbeitszeitArbeitnehmer": f"{one.hours:g}".replace(".", ","),
        "DatumBesetzungZum": one.starts.strftime("%d.%m.%Y"),
    }


def _row(row: Copy) -> dict[str, Any]:
    one = row.vacancy
    group = one.pay.group if one.pay and one.pay.group else None
    return {
        "stellenangebotId": int(row.id),
        "stellenbezeichnung": row.title,
        "behoerdeName": row.employer,
        "bewerbungsfrist": one.deadline.isoformat(),
        "datumErstellt": row.published.isoformat(),
        "tarifEbeneMin": group,
        "tarifEbeneMax": group,
        "besoldungGruppe": None,
        "dienstortEnumDto": "HYBRID" if one.remote else "VOR_ORT",
        "einsatzorte": [_place(row)],
        "hinweis": "Vorführung",
    }


def _place(row: Copy) -> dict[str, str]:
    town = row.vacancy.town
    return {
        "plz": town.postcode,
        "ort": town.name,
        "latitude": str(town.point.lat),
        "longitude": str(town.point.lon),
    }


def _partner_row(row: Copy) -> dict[str, Any]:
    one = row.vacancy
    return {
        "Id": row.id,
        "StellenBezeichnung": row.title,
        "Behoerde": row.employer,
        "Plz": one.town.postcode,
        "Ort": one.town.name,
        "Bezahlung": {"Entgelt": one.pay.group if one.pay else "", "Besoldung": ""},
        "Daten": {
            "Eingestellt": row.published.strftime("%d.%m.%Y"),
            "Bewerbungsfrist": one.deadline.strftime("%d.%m.%Y"),
        },
        "Hinweis": "Vorführung",
    }


PORTAL = Portal(
    key="interamt",
    doors=(
        portal.door("/search/stellenangebot", search, method="POST"),
        portal.door("/query/stellenangebot/(?P<id>[0-9]+)", details),
        portal.door("/koop/app/webservice_v2", feed),
    ),
)
