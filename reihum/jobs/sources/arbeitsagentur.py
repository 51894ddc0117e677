"""Bundesagentur für Arbeit, Jobsuche: the largest portal of the country.

Search: version 6 (`/pc/v6/jobs`, since August 2026); its rows have no text. Details:
version 4 (`/pc/v4/jobdetails/<base64 of the reference number>`), the same fields and
the text, which is written in a kind of Markdown. Neither is documented officially;
sources: the answers themselves and github.com/bundesAPI/jobsuche-api (issue 69).

`ergebnisliste` is absent where nothing was found; `woOutput.suchmodus` says how the
place was understood. A query gives 100 rows a page and 10,000 in all.
"""

from base64 import b64encode
from urllib.parse import quote

from msgspec import Raw, Struct
from msgspec import field as named_field
from msgspec.json import Decoder
from msgspec.structs import fields, replace

from reihum.jobs.model import (
    Advertisement,
    Contract,
    Kind,
    Place,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import (
    address,
    further,
    number_in,
    own_pages,
    with_number,
)
from reihum.jobs.sources.located import country, different, land, place, point
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.rows import gathered, typed
from reihum.jobs.sources.shared import (
    NOT_JSON,
    count_of,
    field,
    json_of,
    object_of,
    rows_of,
)
from reihum.jobs.sources.source import Read, Request, Settings, Source, Unreadable, Way
from reihum.jobs.sources.values import Number, named, needed, number

SERVICE = "/jobboerse/jobsuche-service"
PAGE = "https://www.arbeitsagentur.de/jobsuche/jobdetail/"
SIZE = 100  # rows a page: more is refused
LONGEST_KEY = 100  # signs
LAST_PAGE = 100  # page 101 is answered with an error
FURTHEST = 200  # km

KINDS = {
    Kind.WORK: 1,
    Kind.SELF_EMPLOYED: 2,
    Kind.APPRENTICESHIP: 4,
    Kind.INTERNSHIP: 34,
}
KIND_NAMES = {
    "AUSBILDUNG": Kind.APPRENTICESHIP,
    "PRAKTIKUM": Kind.INTERNSHIP,
    "SELBSTAENDIGKEIT": Kind.SELF_EMPLOYED,
}
TIMES = {
    WorkingTime.FULL: "vz",
    WorkingTime.PART: "tz",
    WorkingTime.SHIFT: "snw",
    WorkingTime.MINI: "mj",
}
CONTRACTS = {"UNBEFRISTET": Contract.PERMANENT, "BEFRISTET": Contract.TEMPORARY}
UNITS = {
    "STUNDENLOHN": "stunde",
    "TAGESLOHN": "tag",
    "MONATSGEHALT": "monat",
    "JAHRESGEHALT": "jahr",
}
WHOLLY = {"AUSSCHLIESSLICH", "VOLLSTAENDIG"}  # homeofficetyp: nothing but at home
SCHOOL = {
    "HAUPTSCHULABSCHLUSS": "Hauptschulabschluss",
    "MITTLERE_REIFE_MITTLERER_BILDUNGSABSCHLUSS": "Mittlerer Schulabschluss",
    "FACHHOCHSCHULREIFE": "Fachhochschulreife",
    "ABITUR_ALLGEMEINE_HOCHSCHULREIFE": "Abitur",
}


class Address(Struct):
    strasse: str | None = None
    hausnummer: str | None = None
    plz: str | int | None = None
    ort: str | None = None
    region: str | None = None
    land: str | None = None


class Location(Struct):
    adresse: Address | None = None
    breite: Number | None = None
    laenge: Number | None = None


class Period(Struct):
    von: str | None = None


class Row(Struct, rename="camel"):
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


class Where(Struct):
    suchmodus: str | None = None


ROW = Decoder(Row)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    """Return one request for each kind of offer: the portal takes only one at a time.

    Where nobody chose, it is work: without a kind, courses are among the answers.
    """
    kinds = sorted(asked.query.kinds) or [Kind.WORK]
    return tuple(_search(asked, settings, KINDS[kind]) for kind in kinds)


def _search(asked: Asked, settings: Settings, kind: int) -> Request:
    query = asked.query
    where = asked.postcode or asked.place
    return Request(
        url=address(
            f"{settings.address}{SERVICE}/pc/v6/jobs",
            (
                ("was", asked.was),
                ("wo", where),
                ("umkreis", min(query.radius_km, FURTHEST) if where else None),
                ("angebotsart", kind),
                ("arbeitszeit", _times(asked)),
                ("veroeffentlichtseit", query.published_days),
                ("page", 1),
                ("size", SIZE),
            ),
        ),
        headers=_headers(settings),
    )


def _times(asked: Asked) -> str:
    """Return the working times asked for; the portal takes any of them as enough.

    That is why work at home, which has the same parameter, is only asked for alone:
    beside "full time" it would add what is not at home.
    """
    times = asked.query.working_time
    if times:
        return ";".join(code for time, code in TIMES.items() if time in times)
    return "ho" if asked.query.remote else ""


def _headers(settings: Settings) -> tuple[tuple[str, str], ...]:
    return (("Accept", "application/json"), ("X-API-Key", settings.key))


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return a page of the search; from the first one, all further pages."""
    answer = object_of(body)
    total = count_of(answer, "maxErgebnisse")
    rows = _rows(answer, total)
    where = field(answer, "woOutput", Where, Where())
    found = gathered(rows, typed(ROW, _advertisement), total)
    page = number_in(request.url, "page", 1)
    pages = further(page, len(rows), SIZE, total or 0, settings)
    return Read(
        found=replace(found, place_unknown=where.suchmodus == "UNGUELTIG"),
        more=tuple(
            with_number(request, "page", one) for one in pages if one <= LAST_PAGE
        ),
    )


def _rows(answer: dict[str, Raw], total: int | None) -> list[Raw]:
    if "ergebnisliste" in answer:
        return rows_of(answer, "ergebnisliste")
    if total is None:  # not the answer of a search
        raise Unreadable(NOT_JSON)
    return []


def _advertisement(row: Row) -> Advertisement:
    reference = _reference(row.referenznummer or "")
    title = needed(line(row.stellenangebots_titel or row.hauptberuf or ""))
    return _with_facts(
        Advertisement(
            source=SOURCE.key,
            id=reference,
            title=title,
            url=PAGE + quote(reference, safe=""),
            employer=line(row.firma or ""),
            references=(reference,),
            has_details=True,
        ),
        row,
    )


def _reference(text: str) -> str:
    """Return a reference number, as it is: the details are asked for with it."""
    fine = text.isprintable() and text == text.strip() and len(text) <= LONGEST_KEY
    return needed(text if fine else "")


def _with_facts(told: Advertisement, row: Row) -> Advertisement:
    agency = row.ist_arbeitnehmer_ueberlassung or row.ist_private_arbeitsvermittlung
    published = row.veroeffentlichungszeitraum or Period()
    return replace(
        told,
        places=different([_place(one) for one in row.stellenlokationen or ()]),
        text=clean(row.stellenangebots_beschreibung or ""),
        also=own_pages(row.externe_url, row.allianzpartner_url),
        occupations=named([row.hauptberuf, *(row.alle_berufe or ())]),
        working_time=_working_time(row),
        contract=CONTRACTS.get(row.vertragsdauer or ""),
        kind=_kind(row.stellenangebotsart or ""),
        remote=_remote(row),
        salary=_salary(row),
        qualification=SCHOOL.get(row.geforderter_bildungsabschluss or "", ""),
        published=day(published.von) or day(row.datum_erste_veroeffentlichung),
        changed=day(row.aenderungsdatum),
        starts=day((row.eintrittszeitraum or Period()).von),
        agency=line(row.firma or told.employer) if agency else "",
    )


def _place(location: Location) -> Place | None:
    """Return a place without what the portal adds to it ("Essen, Ruhr")."""
    one = location.adresse or Address()
    found = place(
        name=(one.ort or "").split(",")[0],
        postcode=str(one.plz or ""),
        street=f"{one.strasse} {one.hausnummer or ''}" if one.strasse else "",
    )
    return found and replace(
        found,
        land=land(_with_umlauts(one.region)),
        country=country(_with_umlauts(one.land)),
        point=point(location.breite, location.laenge),
    )


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
    stated = (
        (WorkingTime.FULL, row.arbeitszeit_vollzeit),
        (WorkingTime.PART, part),
        (WorkingTime.MINI, row.ist_geringfuegige_beschaeftigung),
        (WorkingTime.SHIFT, row.arbeitszeit_schicht_nacht_wochenende),
    )
    return frozenset(time for time, says in stated if says)


def _kind(name: str) -> Kind:
    """Return the kind of "PRAKTIKUM_TRAINEE"; what is new there is work."""
    return KIND_NAMES.get(name.partition("_")[0], Kind.WORK)


def _remote(row: Row) -> Remote | None:
    """Return what is said of work at home; "by arrangement" is partly, at most."""
    if not row.homeofficemoeglich:
        return None if row.homeofficemoeglich is None else Remote.NO
    share = number(row.homeofficeprozent) or 0
    wholly = share >= 100 or row.homeofficetyp in WHOLLY  # noqa: PLR2004  (percent)
    return Remote.YES if wholly else Remote.PARTLY


def _salary(row: Row) -> Salary | None:
    """Return the pay; half of it is by the hour, so a number alone says nothing."""
    fixed = row.festgehalt
    low, high = row.gehaltsspanne_von or fixed, row.gehaltsspanne_bis or fixed
    return paid(low, high, UNITS.get(row.verguetungsangabe or ""), "EUR")


def details(key: str, settings: Settings) -> Request:
    """Return the request for all that the portal says of a reference number."""
    coded = quote(b64encode(key.encode()), safe="")
    return Request(
        url=f"{settings.address}{SERVICE}/pc/v4/jobdetails/{coded}",
        headers=_headers(settings),
    )


def read_details(body: bytes, advertisement: Advertisement) -> Advertisement:
    """Return the advertisement with its text, and with what the list left unsaid."""
    row = json_of(body, Row)
    more = _with_facts(replace(advertisement, has_details=False), row)
    return replace(_filled(advertisement, more), has_details=False)


def _filled(told: Advertisement, more: Advertisement) -> Advertisement:
    gaps = {
        one.name: getattr(more, one.name)
        for one in fields(told)
        if not one.required and getattr(told, one.name) == one.default
    }
    gaps["also"] = tuple(dict.fromkeys(told.also + more.also))
    return replace(told, **gaps)


SOURCE = Source(
    key="arbeitsagentur",
    name="Bundesagentur für Arbeit",
    way=Way.SEARCH,
    site="https://www.arbeitsagentur.de/jobsuche/",
    settings=Settings(
        address="https://rest.arbeitsagentur.de",
        key="jobboerse-jobsuche",  # the same for everybody, published with the format
    ),
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
    needs=("key",),
    note="Höchstens zwei Anfragen zugleich, sonst antwortet das Portal mit 403. "
    "Die Schnittstelle ist nicht zugesagt; am Ergebnis ist die Quelle zu nennen.",
    details=details,
    read_details=read_details,
)
