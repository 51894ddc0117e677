"""Interamt: the search that the portal's own page posts to."""

from typing import Any

import msgspec

from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal


def search(rows: Rows, call: Call) -> bytes | None:
    """Return all there is, as an empty search does; None for a body that is no JSON."""
    try:
        msgspec.json.decode(call.body, type=dict[str, Any])
    except msgspec.MsgspecError:
        return None
    return portal.json({"data": [_row(row) for row in rows]})


def feed(rows: Rows, call: Call) -> bytes | None:
    """Return a partner's feed: all there is, as there is only one partner."""
    if not call.word("partner"):
        return None
    shown = [_partner_row(row) for row in rows]
    return portal.json({"Anzahltreffer": str(len(shown)), "Stellenangebote": shown})


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
        portal.door("/koop/app/webservice_v2", feed),
    ),
)
