"""Bundesagentur für Arbeit, Jobsuche: search v6, details v4."""

import base64
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from reihum.jobs.model import Contract, Kind, PayUnit, WorkingTime
from reihum.jobs.standins import looking, texts
from reihum.jobs.standins.copies import Copy, Rows
from reihum.jobs.standins.copies import number as interamt
from reihum.jobs.standins.formats import portal
from reihum.jobs.standins.formats.portal import Call, Portal
from reihum.jobs.standins.looking import Near
from reihum.jobs.standins.vacancy import Pay

LANDS = {
    "BW": "BADEN_WUERTTEMBERG", "BY": "BAYERN", "BE": "BERLIN", "BB": "BRANDENBURG",
    "HB": "BREMEN", "HH": "HAMBURG", "HE": "HESSEN", "MV": "MECKLENBURG_VORPOMMERN",
    "NI": "NIEDERSACHSEN", "NW": "NORDRHEIN_WESTFALEN", "RP": "RHEINLAND_PFALZ",
    "SL": "SAARLAND", "SN": "SACHSEN", "ST": "SACHSEN_ANHALT",
    "SH": "SCHLESWIG_HOLSTEIN", "TH": "THUERINGEN",
}  # fmt: skip
OFFERS = {Kind.WORK: "ARBEIT", Kind.APPRENTICESHIP: "AUSBILDUNG"}
OFFER_NUMBERS = {"1": Kind.WORK, "4": Kind.APPRENTICESHIP}
TERMS = {Contract.PERMANENT: "UNBEFRISTET", Contract.TEMPORARY: "BEFRISTET"}
TERM_NUMBERS = {"1": Contract.TEMPORARY, "2": Contract.PERMANENT}
TIMES: Mapping[str, Callable[[Copy], bool]] = {
    "vz": lambda row: row.vacancy.time is WorkingTime.FULL,
    "tz": lambda row: row.vacancy.time is WorkingTime.PART,
    "mj": lambda row: row.vacancy.time is WorkingTime.MINI,
    "snw": lambda row: row.vacancy.time is WorkingTime.SHIFT,
    "ho": lambda row: row.vacancy.remote,
}
UNITS = {
    PayUnit.HOUR: "STUNDENLOHN",
    PayUnit.MONTH: "MONATSGEHALT",
    PayUnit.YEAR: "JAHRESGEHALT",
}
EVERYWHERE = 200  # km


def search(rows: Rows, call: Call) -> bytes:
    """Return a page of what was asked for."""
    place = call.word("wo")
    near = portal.near(place, min(call.number("umkreis", 0), EVERYWHERE))
    unknown = portal.nowhere(place)
    hits = () if unknown else tuple(_chosen(rows, call, near))
    page, size = call.number("page", 1), min(call.number("size", 25), looking.LARGEST)
    answer: dict[str, Any] = {
        "maxErgebnisse": len(hits),
        "page": page,
        "size": size,
        "woOutput": _where(place, near, unknown=unknown),
        "facetten": {},
    }
    if shown := looking.page(hits, page, size):
        answer = {"ergebnisliste": [_row(one, call, near) for one in shown], **answer}
    return portal.json(answer)


def _chosen(rows: Rows, call: Call, near: Near | None) -> Iterator[Copy]:
    kind = OFFER_NUMBERS.get(call.word("angebotsart"), Kind.WORK)
    term = TERM_NUMBERS.get(call.word("befristung"))
    times = [TIMES[one] for one in call.word("arbeitszeit").split(";") if one in TIMES]
    since = call.day - timedelta(call.number("veroeffentlichtseit", 100))
    for row in portal.found(rows, call.word("was"), near):
        if (
            row.vacancy.kind is kind
            and term in {None, row.vacancy.contract}
            and (not times or any(fits(row) for fits in times))
            and row.published >= since
        ):
            yield row


def _where(place: str, near: Near | None, *, unknown: bool) -> dict[str, Any]:
    if unknown:
        return {"bereinigterOrt": place, "suchmodus": "UNGUELTIG"}
    if near is None:
        return {}
    point = near.town.point
    return {
        "bereinigterOrt": near.town.name,
        "suchmodus": "UMKREISSUCHE",
        "koordinaten": [{"lat": point.lat, "lon": point.lon}],
    }


def _row(row: Copy, call: Call, near: Near | None) -> dict[str, Any]:
    one = row.vacancy
    shown = {
        "referenznummer": row.id,
        "stellenangebotsTitel": row.title,
        "stellenangebotsart": OFFERS[one.kind],
        "firma": row.employer,
        "stellenlokationen": [_place(row)],
        "arbeitszeitVollzeit": one.time is WorkingTime.FULL,
        "arbeitszeitTeilzeitFlexibel": one.time is WorkingTime.PART,
        "arbeitszeitSchichtNachtWochenende": one.time is WorkingTime.SHIFT,
        "arbeitszeitHeimarbeitTelearbeit": one.remote,
        "istGeringfuegigeBeschaeftigung": one.time is WorkingTime.MINI,
        "homeofficemoeglich": one.remote,
        "veroeffentlichungszeitraum": {"von": row.published.isoformat()},
        "eintrittszeitraum": {"von": one.starts.isoformat()},
        "datumErsteVeroeffentlichung": row.published.isoformat(),
        "aenderungsdatum": f"{row.published.isoformat()}T07:37:16.585",
        "verguetungsangabe": "KEINE_ANGABEN",
        "vertragsdauer": TERMS[one.contract],
        "hauptberuf": one.trade.job,
        "alleBerufe": list(dict.fromkeys((one.trade.job, one.trade.both))),
        "hinweis": "Vorführung",
    }
    if "interamt" in one.portals:
        shown["externeURL"] = f"{call.host}/interamt/stelle/{interamt(one)}"
    if one.pay and not one.pay.group:
        shown |= _pay(one.pay)
    if near:
        shown["entfernung"] = round(looking.distance(row, near))
    return shown


def _pay(pay: Pay) -> dict[str, Any]:
    return {
        "verguetungsangabe": UNITS[pay.unit],
        "gehaltsspanneVon": pay.low,
        "gehaltsspanneBis": pay.high,
    }


def _place(row: Copy) -> dict[str, Any]:
    town = row.vacancy.town
    return {
        "adresse": {
            "plz": town.postcode,
            "ort": town.name,
            "region": LANDS[town.land],
            "land": "DEUTSCHLAND",
        },
        "breite": town.point.lat,
        "laenge": town.point.lon,
    }


def details(rows: Rows, call: Call) -> bytes | None:
    """Return all of one advertisement; its number stands in the path as base64."""
    number = _decoded(call.names["code"])
    row = next((row for row in rows if row.id == number), None)
    if row is None:
        return None
    agency = row.vacancy.employer.agency
    return portal.json(
        {
            **_row(row, call, None),
            "stellenangebotsBeschreibung": texts.markdown(row.text),
            "istArbeitnehmerUeberlassung": agency,
            "istPrivateArbeitsvermittlung": False,
            "istBetreut": False,
        }
    )


def _decoded(code: str) -> str:
    try:
        return base64.b64decode(code, validate=True).decode()
    except ValueError:  # no base64, no text
        return ""


BASE = "/jobboerse/jobsuche-service/pc"
PORTAL = Portal(
    key="arbeitsagentur",
    doors=(
        portal.door(f"{BASE}/v6/jobs", search),
        portal.door(f"{BASE}/v4/jobdetails/(?P<code>.+)", details),
    ),
    pages=("page",),
)
