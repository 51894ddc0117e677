"""Interamt: advertisements of authorities of all levels, in two forms.

Partner feed: `GET /koop/app/webservice_v2?partner=<id>` has the vacancies of one
authority ("Stellenangebote"), for whoever got a partner's number from it. Source:
the extensions for WordPress and TYPO3 that read it (RRZE Jobs, Interamt Connector).

Search: `POST /search/stellenangebot` with an empty search gives everything ("data").
It is the portal's own page's, not documented and not offered to others. Pay groups
stand there without their tariff ("E 11"). Neither form has a text in its rows; both
have one in their details (`?id=`, `/query/stellenangebot/`).
"""

import re
from urllib.parse import quote

from msgspec import Struct
from msgspec import field as named_field
from msgspec.json import Decoder
from msgspec.structs import replace

from reihum.jobs.model import (
    Advertisement,
    Contract,
    Place,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.addresses import address, own_pages
from reihum.jobs.sources.details import filled
from reihum.jobs.sources.located import different, place, point
from reihum.jobs.sources.rows import gathered, remembered
from reihum.jobs.sources.shared import count_of, field, json_of, object_of, rows_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import Number, identity, named, needed, number

SEARCHED = "https://api.interamt.de"
PARTNERS = "https://www.interamt.de"
PAGE = "https://interamt.de/koop/app/stelle?id="
JOINED = re.compile(r"([A-Z]{1,3})([0-9])")  # "A11", elsewhere written "A 11"
PAGE_ITSELF = ("X-REMOTE-APPLICATION", "Interamtb2c")  # what its own page sends
REMOTES = {"HYBRID": Remote.PARTLY, "HOMEOFFICE": Remote.YES, "HOME_OFFICE": Remote.YES}


class Spot(Struct):
    plz: str | int | None = None
    ort: str | None = None
    latitude: Number | None = None
    longitude: Number | None = None


class Row(Struct, rename="camel"):
    """A row of the search."""

    stellenangebot_id: int | str
    stellenbezeichnung: str
    behoerde_name: str | None = None
    bewerbungsfrist: str | None = None
    datum_erstellt: str | None = None
    tarif_ebene_min: str | None = None
    tarif_ebene_max: str | None = None
    besoldung_gruppe: str | None = None
    dienstort_enum_dto: str | None = None
    einsatzorte: list[Spot] | None = None


class Terms(Struct, rename="camel"):
    wochenarbeitszeit: Number | None = None


class Details(Struct, rename="camel"):
    """What the search has beside its rows."""

    stellenbeschreibung: str | None = None
    teilzeit_vollzeit: str | None = None
    beschaeftigungsdauer: str | None = None
    beschaeftigungsverhaeltnisse: list[Terms] | None = None


class PartnerDetails(Struct, rename="pascal"):
    """What a partner feed has beside its rows."""

    beschreibung: str | None = None
    teilzeit: str | None = None
    beschaeftigung_dauer: str | None = None
    wochenarbeitszeit_arbeitnehmer: Number | None = None
    datum_besetzung_zum: str | None = None
    bewerbung_url: str | None = None


class Pay(Struct, rename="pascal"):
    entgelt: str | None = None
    besoldung: str | None = None


class Days(Struct, rename="pascal"):
    eingestellt: str | None = None
    bewerbungsfrist: str | None = None


class PartnerRow(Struct, rename="pascal"):
    """A row of a partner feed."""

    id: int | str
    title: str = named_field(name="StellenBezeichnung")
    behoerde: str | None = None
    plz: str | int | None = None
    ort: str | None = None
    bezahlung: Pay | None = None
    daten: Days | None = None


NOTHING = Advertisement(source="interamt", id="", title="", url="")
ROW = Decoder(Row)
PARTNER_ROW = Decoder(PartnerRow)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001  (a mirror)
    """Return the partner's feed where `extra` has a "partner", else the search."""
    partner = settings.extra.get("partner", "")
    if partner:
        return (_webservice("partner", partner, settings),)
    return (_search(settings),)


def _webservice(name: str, value: str, settings: Settings) -> Request:
    base = PARTNERS if settings.address == SEARCHED else settings.address
    return Request(
        url=address(f"{base}/koop/app/webservice_v2", ((name, value),)),
        headers=(("Accept", "application/json"),),
    )


def _search(settings: Settings) -> Request:
    return Request(
        url=f"{settings.address}/search/stellenangebot?showResult=true",
        method="POST",
        headers=(
            ("Accept", "application/json"),
            ("Content-Type", "application/json"),
            PAGE_ITSELF,
        ),
        body=b'{"search":{}}',
    )


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return all advertisements; which form it is, the answer shows."""
    answer = object_of(body)
    if "Stellenangebote" in answer:
        rows = rows_of(answer, "Stellenangebote")
        total = count_of(answer, "Anzahltreffer")
        return Read(found=gathered(rows, remembered(PARTNER_ROW, _of_partner), total))
    rows = rows_of(answer, "data")
    return Read(found=gathered(rows, remembered(ROW, _of_search), len(rows)))


def _of_search(row: Row) -> Advertisement:
    key = identity(row.stellenangebot_id)
    return Advertisement(
        source=SOURCE.key,
        id=key,
        title=needed(line(row.stellenbezeichnung)),
        url=PAGE + key,
        employer=line(row.behoerde_name or ""),
        places=different([_place(one) for one in row.einsatzorte or ()]),
        references=(key,),
        remote=REMOTES.get(row.dienstort_enum_dto or ""),
        public_service=True,
        salary=_salary(row.tarif_ebene_min, row.tarif_ebene_max, row.besoldung_gruppe),
        published=day(row.datum_erstellt),
        deadline=day(row.bewerbungsfrist),
        has_details=True,
    )


def _of_partner(row: PartnerRow) -> Advertisement:
    key = identity(row.id)
    pay, days = row.bezahlung or Pay(), row.daten or Days()
    return Advertisement(
        source=SOURCE.key,
        id=key,
        title=needed(line(row.title)),
        url=PAGE + key,
        employer=line(row.behoerde or ""),
        places=different([_place(Spot(row.plz, row.ort))]),
        references=(key,),
        public_service=True,
        salary=_salary(pay.entgelt, pay.entgelt, pay.besoldung),
        published=day(days.eingestellt),
        deadline=day(days.bewerbungsfrist),
        has_details=True,
    )


def _place(spot: Spot) -> Place | None:
    one = place(spot.ort or "", postcode=str(spot.plz or ""))
    return one and replace(one, point=point(spot.latitude, spot.longitude))


def _salary(low: str | None, high: str | None, grade: str | None) -> Salary | None:
    """Return the pay groups: `low` to `high` for staff, `grade` for officials."""
    staff = named(_group(one) for one in (low, high))
    official = named([_group(grade)])
    if not staff and not official:
        return None
    said = filter(None, (" – ".join(staff), *official))
    return Salary(published=" / ".join(said), group=(staff + official)[0])


def _group(text: str | None) -> str:
    return JOINED.sub(r"\1 \2", text or "")


def details(key: str, settings: Settings) -> Request:
    """Return the request for all that is said of one vacancy, in the same form."""
    if settings.extra.get("partner"):
        return _webservice("id", key, settings)
    return Request(
        url=f"{settings.address}/query/stellenangebot/{quote(key, safe='')}",
        headers=(("Accept", "application/json"), PAGE_ITSELF),
    )


def read_details(body: bytes, advertisement: Advertisement) -> Advertisement:
    """Return the advertisement with its text, hours and contract."""
    answer = object_of(body)
    if "data" not in answer:
        return filled(advertisement, _more_of_partner(json_of(body, PartnerDetails)))
    return filled(advertisement, _more(field(answer, "data", Details, Details())))


def _more(one: Details) -> Advertisement:
    terms = one.beschaeftigungsverhaeltnisse or [Terms()]
    return replace(
        NOTHING,
        text=clean(one.stellenbeschreibung or ""),
        working_time=_time(one.teilzeit_vollzeit),
        hours=number(terms[0].wochenarbeitszeit),
        contract=_contract(one.beschaeftigungsdauer),
    )


def _more_of_partner(one: PartnerDetails) -> Advertisement:
    return replace(
        NOTHING,
        text=clean(one.beschreibung or ""),
        working_time=_time(one.teilzeit),
        hours=number(one.wochenarbeitszeit_arbeitnehmer),
        contract=_contract(one.beschaeftigung_dauer),
        starts=day(one.datum_besetzung_zum),
        also=own_pages(one.bewerbung_url),
    )


def _time(text: str | None) -> frozenset[WorkingTime]:
    """Return the working times of "Vollzeit", "TEILZEIT" or "beides möglich"."""
    said = (text or "").lower()
    both = "beides" in said
    times = (("vollzeit", WorkingTime.FULL), ("teilzeit", WorkingTime.PART))
    return frozenset(time for word, time in times if both or word in said)


def _contract(text: str | None) -> Contract | None:
    said = (text or "").strip().lower()
    if said.startswith("unbef"):
        return Contract.PERMANENT
    return Contract.TEMPORARY if said.startswith("bef") else None


SOURCE = Source(
    key="interamt",
    name="Interamt",
    way=Way.MIRROR,
    site="https://interamt.de/koop/app/trefferliste",
    settings=Settings(
        on=False, address=SEARCHED, at_once=1, per_minute=10, keep_seconds=3600
    ),
    ask=ask,
    read=read,
    can=frozenset({Criterion.RADIUS, Criterion.PUBLIC_SERVICE, Criterion.PUBLISHED}),
    details=details,
    read_details=read_details,
    knows=("partner",),
    note="Aus, solange niemand es einschaltet: ohne „partner“ wird die Suche der "
    "Portalseite gefragt, die nicht dokumentiert und anderen nicht zugesagt ist. "
    "Mit der Partnernummer einer Behörde wird deren zugesagter Abruf gelesen.",
)
