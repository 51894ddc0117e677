"""A row of the Bundesagentur für Arbeit, and what it says of an advertisement.

The search and the details have the same fields; see `arbeitsagentur.py`.
"""

from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec import field as named_field
from msgspec.structs import replace

from reihum.jobs.model import (
    Advertisement,
    Contract,
    Kind,
    Place,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import own_pages
from reihum.jobs.sources.located import country, different, land, place, point
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.values import Number, named, number

KIND_NAMES = {
    "AUSBILDUNG": Kind.APPRENTICESHIP,
    "PRAKTIKUM": Kind.INTERNSHIP,
    "SELBSTAENDIGKEIT": Kind.SELF_EMPLOYED,
}
CONTRACTS = {"UNBEFRISTET": Contract.PERMANENT, "BEFRISTET": Contract.TEMPORARY}
UNITS = {
    "STUNDENLOHN": "stunde",
    "TAGESLOHN": "tag",
    "MONATSGEHALT": "monat",
    "JAHRESGEHALT": "jahr",
}
LONGEST = 600  # signs of an address
WHOLLY = {"AUSSCHLIESSLICH", "VOLLSTAENDIG"}  # homeofficetyp: nothing but at home
SCHOOL = {
    "HAUPTSCHULABSCHLUSS": "Hauptschulabschluss",
    "MITTLERE_REIFE_MITTLERER_BILDUNGSABSCHLUSS": "Mittlerer Schulabschluss",
    "FACHHOCHSCHULREIFE": "Fachhochschulreife",
    "ABITUR_ALLGEMEINE_HOCHSCHULREIFE": "Abitur",
}


class Address(Struct, frozen=True, gc=False):
    strasse: str | None = None
    hausnummer: str | None = None
    plz: str | int | None = None
    ort: str | None = None
    region: str | None = None
    land: str | None = None


NOWHERE = Address()


class Location(Struct, gc=False):
    adresse: Address | None = None
    breite: Number | None = None
    laenge: Number | None = None


class Period(Struct, gc=False):
    von: str | None = None


class Row(Struct, rename="camel", gc=False):
    """A row of a list, or the details of one advertisement."""

    referenznummer: str | None = None
    stellenangebots_titel: str | None = None
    stellenangebots_beschreibung: str | None = None
    stellenangebotsart: str | None = None
    firma: str | None = None
    stellenlokationen: list[Location] | None = None
    hauptberuf: str | None = None
    alle_berufe: list[str] | None = None
    arbeitszeit_vollzeit: bool | None = None
    arbeitszeit_teilzeit_vormittag: bool | None = None
    arbeitszeit_teilzeit_nachmittag: bool | None = None
    arbeitszeit_teilzeit_abend: bool | None = None
    arbeitszeit_teilzeit_flexibel: bool | None = None
    arbeitszeit_schicht_nacht_wochenende: bool | None = None
    ist_geringfuegige_beschaeftigung: bool | None = None
    ist_arbeitnehmer_ueberlassung: bool | None = None
    ist_private_arbeitsvermittlung: bool | None = None
    arbeitszeit_heimarbeit_telearbeit: bool | None = None
    homeofficemoeglich: bool | None = None
    homeofficetyp: str | None = None
    homeofficeprozent: Number | None = None
    vertragsdauer: str | None = None
    verguetungsangabe: str | None = None
    gehaltsspanne_von: Number | None = None
    gehaltsspanne_bis: Number | None = None
    festgehalt: Number | None = None
    geforderter_bildungsabschluss: str | None = None
    veroeffentlichungszeitraum: Period | None = None
    eintrittszeitraum: Period | None = None
    datum_erste_veroeffentlichung: str | None = None
    aenderungsdatum: str | None = None
    externe_url: str | None = named_field(default=None, name="externeURL")
    allianzpartner_url: str | None = None


def with_facts(told: Advertisement, row: Row) -> Advertisement:
    """Return the advertisement with all that the row says of it."""
    return replace(told, **facts_of(row, told.employer))


def facts_of(row: Row, employer: str) -> dict[str, Any]:
    """Return all that a row says, by the names of the fields of an advertisement."""
    agency = row.ist_arbeitnehmer_ueberlassung or row.ist_private_arbeitsvermittlung
    published = row.veroeffentlichungszeitraum or Period()
    return {
        "places": different([_place(one) for one in row.stellenlokationen or ()]),
        "text": clean(text) if (text := row.stellenangebots_beschreibung) else "",
        "also": own_pages(row.externe_url, row.allianzpartner_url),
        "occupations": named(dict.fromkeys([row.hauptberuf, *(row.alle_berufe or ())])),
        "working_time": _working_time(row),
        "contract": CONTRACTS.get(row.vertragsdauer or ""),
        "kind": _kind(row.stellenangebotsart or ""),
        "remote": _remote(row),
        "salary": _salary(row),
        "qualification": SCHOOL.get(row.geforderter_bildungsabschluss or "", ""),
        "published": day(published.von) or day(row.datum_erste_veroeffentlichung),
        "changed": day(row.aenderungsdatum),
        "starts": day((row.eintrittszeitraum or Period()).von),
        "agency": line(row.firma or employer) if agency else "",
    }


def _place(location: Location) -> Place | None:
    """Return a place without what the portal adds to it ("Essen, Ruhr")."""
    one = location.adresse or NOWHERE
    found = _at(one) if _is_short(one) else None
    where = point(location.breite, location.laenge)
    return replace(found, point=where) if found and where else found


def _is_short(one: Address) -> bool:
    """Return whether it is an address to remember, and not a text put in its place."""
    whole = f"{one.strasse}{one.hausnummer}{one.plz}{one.ort}{one.region}{one.land}"
    return len(whole) <= LONGEST


@lru_cache(4096)  # advertisements stand in the same streets
def _at(one: Address) -> Place | None:
    found = place(
        name=(one.ort or "").split(",")[0],
        postcode=str(one.plz or ""),
        street=f"{one.strasse} {one.hausnummer or ''}" if one.strasse else "",
    )
    return found and replace(
        found,
        land=land(_with_umlauts(one.region)),
        country=country(_with_umlauts(one.land)),
    )


@lru_cache(256)
def _with_umlauts(name: str | None) -> str:
    """Return "BADEN_WUERTTEMBERG" as it is written elsewhere."""
    text = (name or "").upper().replace("_", "-")
    return text.replace("UE", "Ü").replace("OE", "Ö").replace("AE", "Ä")


def _working_time(row: Row) -> frozenset[WorkingTime]:
    part = (
        row.arbeitszeit_teilzeit_vormittag
        or row.arbeitszeit_teilzeit_nachmittag
        or row.arbeitszeit_teilzeit_abend
        or row.arbeitszeit_teilzeit_flexibel
    )
    return _times(
        row.arbeitszeit_vollzeit,
        part,
        row.ist_geringfuegige_beschaeftigung,
        row.arbeitszeit_schicht_nacht_wochenende,
    )


@lru_cache  # of three words that each may be said, denied or left out
def _times(*said: bool | None) -> frozenset[WorkingTime]:
    return frozenset(time for time, says in zip(WorkingTime, said, strict=True) if says)


def _kind(name: str) -> Kind:
    """Return the kind of "PRAKTIKUM_TRAINEE"; what is new there is work."""
    return KIND_NAMES.get(name.partition("_")[0], Kind.WORK)


def _remote(row: Row) -> Remote | None:
    """Return what is said of work at home; "by arrangement" is partly, at most.

    Some rows have another field for it instead.
    """
    possible = row.homeofficemoeglich
    if possible is None:
        possible = row.arbeitszeit_heimarbeit_telearbeit
    if not possible:
        return None if possible is None else Remote.NO
    share = number(row.homeofficeprozent) or 0
    wholly = share >= 100 or row.homeofficetyp in WHOLLY  # noqa: PLR2004  (percent)
    return Remote.YES if wholly else Remote.PARTLY


def _salary(row: Row) -> Salary | None:
    """Return the pay; half of it is by the hour, so a number alone says nothing."""
    fixed = row.festgehalt
    low, high = row.gehaltsspanne_von or fixed, row.gehaltsspanne_bis or fixed
    return paid(low, high, UNITS.get(row.verguetungsangabe or ""), "EUR")
