"""The employment agency: how it is asked, and what its rows and details say."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from reihum.jobs.model import (
    Contract,
    Kind,
    PayUnit,
    Place,
    Point,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.arbeitsagentur import SOURCE
from reihum.jobs.sources.source import Unreadable

pytestmark = pytest.mark.unit

API = "https://rest.arbeitsagentur.de/jobboerse/jobsuche-service"
PERCENT = "ANGABE_IN_PROZENT"
ASKED = Asked(query=Query(), was="Koch/Köchin", place="Chemnitz", land="SN")
ROW = {
    "referenznummer": "10000-2000000001-S",
    "stellenangebotsTitel": "Koch (m/w/d) f&uuml;r die Gro&szlig;küche",
    "stellenangebotsart": "ARBEIT",
    "firma": "Stadtküche Nord GmbH",
    "stellenlokationen": [
        {
            "adresse": {
                "strasse": "Lindenweg",
                "hausnummer": "4",
                "plz": "09111",
                "ort": "Chemnitz, Sachsen",
                "region": "SACHSEN",
                "land": "DEUTSCHLAND",
            },
            "breite": 50.83,
            "laenge": 12.92,
        }
    ],
    "arbeitszeitVollzeit": True,
    "arbeitszeitTeilzeitFlexibel": True,
    "arbeitszeitSchichtNachtWochenende": True,
    "homeofficemoeglich": False,
    "verguetungsangabe": "STUNDENLOHN",
    "gehaltsspanneVon": 15.5,
    "gehaltsspanneBis": 17,
    "vertragsdauer": "UNBEFRISTET",
    "veroeffentlichungszeitraum": {"von": "2026-11-20"},
    "eintrittszeitraum": {"von": "2027-01-01"},
    "datumErsteVeroeffentlichung": "2026-10-01",
    "aenderungsdatum": "2026-11-21T10:44:14.885",
    "hauptberuf": "Koch/Köchin",
    "alleBerufe": ["Koch/Köchin", "Beikoch/Beiköchin"],
    "externeURL": "https://stadtkueche.example/jobs/7",
    "entfernung": 3,
}


def read(answer, settings=SOURCE.settings, asked=ASKED):
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return SOURCE.read(body, SOURCE.ask(asked, settings)[0], asked, settings)


def one(**fields):
    answer = {"ergebnisliste": [ROW | fields], "maxErgebnisse": 1}
    (advertisement,) = read(answer).found.advertisements
    return advertisement


def url(**fields):
    (request,) = SOURCE.ask(
        Asked(query=Query(**fields), was="Koch", place="Bad Düben"), SOURCE.settings
    )
    return request.url.partition("?")[2]


def test_the_search_asks_for_word_place_and_radius_and_nothing_about_the_visitor():
    (request,) = SOURCE.ask(ASKED, SOURCE.settings)
    assert request.url == (
        f"{API}/pc/v6/jobs?was=Koch%2FK%C3%B6chin&wo=Chemnitz&umkreis=25"
        "&angebotsart=1&page=1&size=100"
    )
    assert request.headers == (
        ("Accept", "application/json"),
        ("X-API-Key", "jobboerse-jobsuche"),
    )


def test_the_filters_are_the_portals_own():
    assert url(
        radius_km=0,
        working_time=frozenset({WorkingTime.PART, WorkingTime.MINI}),
        published_days=7,
    ) == (
        "was=Koch&wo=Bad%20D%C3%BCben&umkreis=0&angebotsart=1&arbeitszeit=tz%3Bmj"
        "&veroeffentlichtseit=7&page=1&size=100"
    )
    shift = frozenset({WorkingTime.FULL, WorkingTime.SHIFT})
    assert "&arbeitszeit=vz%3Bsnw&" in url(working_time=shift)
    assert "&arbeitszeit=ho&" in url(remote=True)
    assert "&arbeitszeit=vz&" in url(
        remote=True, working_time=frozenset({WorkingTime.FULL})
    )


def test_each_kind_of_offer_is_asked_for_by_itself():
    kinds = frozenset({Kind.APPRENTICESHIP, Kind.INTERNSHIP})
    asked = Asked(query=Query(kinds=kinds), was="Koch")
    urls = [one.url.partition("?")[2] for one in SOURCE.ask(asked, SOURCE.settings)]
    assert urls == [
        "was=Koch&angebotsart=4&page=1&size=100",
        "was=Koch&angebotsart=34&page=1&size=100",
    ]


def test_a_postcode_is_asked_for_before_the_name_of_its_town():
    asked = Asked(query=Query(), was="Koch", place="Chemnitz", postcode="09111")
    assert "&wo=09111&umkreis=25&" in SOURCE.ask(asked, SOURCE.settings)[0].url


@pytest.mark.parametrize(
    "told", ["26}", "0.5}", '3,"hinweis":""}', "null}", '"x"}', '[1],"x":2}', "-1}"]
)
def test_a_row_is_the_same_wherever_one_searches_from(told):
    start = json.dumps(ROW, separators=(",", ":")).partition(',"entfernung":')[0]
    rows = [f"{start}}}", f'{start},"entfernung":{told}']
    body = f'{{"ergebnisliste":[{",".join(rows)}],"maxErgebnisse":2}}'
    found = read(body.encode()).found
    assert found.skipped == 0
    assert found.advertisements == (one(), one())


def test_a_row_that_was_read_before_is_not_read_again(monkeypatch):
    start = json.dumps(ROW | {"firma": "Nie gesehen GmbH"}, separators=(",", ":"))
    near, far = start, start.replace('"entfernung":3', '"entfernung":14')
    first, second = (
        read(f'{{"ergebnisliste":[{row}],"maxErgebnisse":1}}'.encode())
        for row in (near, far)
    )
    (one,), (two,) = first.found.advertisements, second.found.advertisements
    assert one is two


def test_a_row_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.key == "arbeitsagentur:10000-2000000001-S"
    assert advertisement.title == "Koch (m/w/d) für die Großküche"
    assert advertisement.url == (
        "https://www.arbeitsagentur.de/jobsuche/jobdetail/10000-2000000001-S"
    )
    assert advertisement.employer == "Stadtküche Nord GmbH"
    assert advertisement.places == (
        Place(
            name="Chemnitz",
            postcode="09111",
            land="SN",
            country="DE",
            street="Lindenweg 4",
            point=Point(50.83, 12.92),
        ),
    )
    assert advertisement.references == ("10000-2000000001-S",)
    assert advertisement.also == ("https://stadtkueche.example/jobs/7",)
    assert advertisement.occupations == ("Koch/Köchin", "Beikoch/Beiköchin")
    assert advertisement.working_time == {
        WorkingTime.FULL,
        WorkingTime.PART,
        WorkingTime.SHIFT,
    }
    assert advertisement.contract is Contract.PERMANENT
    assert advertisement.kind is Kind.WORK
    assert advertisement.remote is Remote.NO
    assert advertisement.salary == Salary(low=15.5, high=17.0, unit=PayUnit.HOUR)
    assert advertisement.published == date(2026, 11, 20)
    assert advertisement.changed == date(2026, 11, 21)
    assert advertisement.starts == date(2027, 1, 1)
    assert advertisement.deadline is None
    assert advertisement.has_details


@pytest.mark.parametrize(
    ("region", "code"),
    [
        ("BADEN_WUERTTEMBERG", "BW"),
        ("NORDRHEIN_WESTFALEN", "NW"),
        ("THUERINGEN", "TH"),
        ("Saarland", "SL"),
        ("ATLANTIS", ""),
        (None, ""),
    ],
)
def test_a_land_is_known_in_the_spelling_of_the_portal(region, code):
    location = {"adresse": {"ort": "Neustadt", "region": region}}
    assert one(stellenlokationen=[location]).places[0].land == code


@pytest.mark.parametrize(
    ("fields", "remote"),
    [
        ({"homeofficemoeglich": None}, None),
        (
            {"homeofficemoeglich": None, "arbeitszeitHeimarbeitTelearbeit": False},
            Remote.NO,
        ),
        (
            {"homeofficemoeglich": None, "arbeitszeitHeimarbeitTelearbeit": True},
            Remote.PARTLY,
        ),
        ({"homeofficemoeglich": True}, Remote.PARTLY),
        ({"homeofficetyp": "NACH_VEREINBARUNG"}, Remote.PARTLY),
        ({"homeofficetyp": PERCENT, "homeofficeprozent": 40}, Remote.PARTLY),
        ({"homeofficetyp": PERCENT, "homeofficeprozent": 100}, Remote.YES),
        ({"homeofficetyp": "VOLLSTAENDIG"}, Remote.YES),
    ],
)
def test_work_at_home_by_arrangement_is_not_work_at_home(fields, remote):
    assert one(**({"homeofficemoeglich": True} | fields)).remote is remote


@pytest.mark.parametrize(
    ("field", "time"),
    [
        ("arbeitszeitVollzeit", WorkingTime.FULL),
        ("arbeitszeitTeilzeitVormittag", WorkingTime.PART),
        ("arbeitszeitTeilzeitAbend", WorkingTime.PART),
        ("arbeitszeitTeilzeitFlexibel", WorkingTime.PART),
        ("istGeringfuegigeBeschaeftigung", WorkingTime.MINI),
        ("arbeitszeitSchichtNachtWochenende", WorkingTime.SHIFT),
    ],
)
def test_each_working_time_is_said_in_a_field_of_its_own(field, time):
    silent = {name: None for name in ROW if name.startswith("arbeitszeit")}
    assert one(**(silent | {field: True})).working_time == {time}
    assert one(**(silent | {field: False})).working_time == frozenset()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("AUSBILDUNG", Kind.APPRENTICESHIP),
        ("PRAKTIKUM_TRAINEE", Kind.INTERNSHIP),
        ("SELBSTAENDIGKEIT", Kind.SELF_EMPLOYED),
        ("EHRENAMT", Kind.WORK),
        (None, Kind.WORK),
    ],
)
def test_the_kind_of_offer_is_known(name, kind):
    assert one(stellenangebotsart=name).kind is kind


def test_pay_that_nobody_can_believe_is_no_number():
    salary = one(gehaltsspanneVon=1, gehaltsspanneBis=10_000_000).salary
    assert salary is not None
    assert salary.published
    assert salary.low is salary.high is salary.unit is None


def test_a_number_without_a_unit_is_no_pay():
    salary = one(verguetungsangabe="KEINE_ANGABEN").salary
    assert salary is None or salary.low is None


def test_an_agency_is_named_as_what_it_is():
    assert one(istArbeitnehmerUeberlassung=True).agency == "Stadtküche Nord GmbH"
    assert one(istPrivateArbeitsvermittlung=True).agency == "Stadtküche Nord GmbH"
    assert one(istPrivateArbeitsvermittlung=False).agency == ""


def test_the_home_page_of_a_partner_is_no_address_of_the_advertisement():
    assert one(externeURL=None, allianzpartnerUrl="www.jobs.example").also == ()
    assert one(externeURL="javascript:alert(1)").also == ()


def test_nothing_found_has_no_list_at_all():
    found = read({"maxErgebnisse": 0, "page": 1, "woOutput": {}}).found
    assert found.advertisements == ()
    assert found.total == 0


def test_a_place_that_the_portal_does_not_know_is_said():
    town = replace(ASKED, near=Point(50.8, 12.9))
    where = {"bereinigterOrt": "Chemmnitz", "suchmodus": "UNGUELTIG"}
    unknown = {"maxErgebnisse": 0, "woOutput": where}
    assert read(unknown, asked=town).found.place_unknown
    where = {"bereinigterOrt": "Chemnitz", "suchmodus": "UMKREISSUCHE"}
    known = {"maxErgebnisse": 0, "woOutput": where}
    assert not read(known, asked=town).found.place_unknown


def test_a_row_that_is_odd_costs_only_itself():
    odd = [
        ROW | {"referenznummer": None},
        ROW | {"referenznummer": " 10000-1-S"},
        ROW | {"referenznummer": "\x00"},
        ROW | {"stellenangebotsTitel": ["Koch"]},
        ROW | {"stellenangebotsTitel": "", "hauptberuf": ""},
        ROW | {"stellenlokationen": "Chemnitz"},
        "Koch",
        None,
    ]
    found = read({"ergebnisliste": [*odd, ROW], "maxErgebnisse": "8"}).found
    assert len(found.advertisements) == 1
    assert (found.skipped, found.total) == (8, 8)


def test_a_script_in_a_title_is_gone():
    title = "Koch <script>alert(1)</script>&lt;img src=x onerror=alert(1)&gt;(m/w/d)"
    assert one(stellenangebotsTitel=title).title == "Koch (m/w/d)"


@pytest.mark.parametrize("answer", [{}, [], {"messages": []}, {"ergebnisliste": "x"}])
def test_an_answer_of_another_form_is_a_fault_and_not_nothing(answer):
    with pytest.raises(Unreadable, match="not-json"):
        read(answer)


def test_the_first_page_asks_for_the_others_up_to_the_limit():
    full = {"ergebnisliste": [ROW] * 100, "maxErgebnisse": 340}
    urls = [one.url for one in read(full, replace(SOURCE.settings, pages=3)).more]
    first = SOURCE.ask(ASKED, SOURCE.settings)[0].url.replace("page=1&", "")
    assert urls == [f"{first}&page=2", f"{first}&page=3"]
    assert read(full).more == ()


def test_a_page_beyond_the_ten_thousandth_row_is_not_asked_for():
    full = {"ergebnisliste": [ROW] * 100, "maxErgebnisse": 45_000}
    assert len(read(full, replace(SOURCE.settings, pages=500)).more) == 99


def test_details_are_asked_for_by_the_coded_reference_number():
    request = SOURCE.details("10000-2000000001-S?", SOURCE.settings)
    assert request.url == (f"{API}/pc/v4/jobdetails/MTAwMDAtMjAwMDAwMDAwMS1TPw%3D%3D")
    assert ("X-API-Key", "jobboerse-jobsuche") in request.headers


def test_details_bring_the_text_and_fill_what_the_list_left_unsaid():
    listed = one(homeofficemoeglich=None, vertragsdauer=None)
    answer = {
        "stellenangebotsBeschreibung": "## Ihre Aufgaben\n\n- Kochen\n- Planen",
        "firma": "Zeitwerk Personal",
        "istArbeitnehmerUeberlassung": True,
        "homeofficemoeglich": True,
        "vertragsdauer": "BEFRISTET",
        "gehaltsspanneVon": 99,
        "geforderterBildungsabschluss": "HAUPTSCHULABSCHLUSS",
        "allianzpartnerUrl": "https://partner.example/anzeige/7",
    }
    whole = SOURCE.read_details(json.dumps(answer).encode(), listed)
    assert whole.text == "Ihre Aufgaben\n\n– Kochen\n– Planen"
    assert whole.agency == "Zeitwerk Personal"
    assert whole.remote is Remote.PARTLY
    assert whole.contract is Contract.TEMPORARY
    assert whole.qualification == "Hauptschulabschluss"
    assert whole.also == (
        "https://stadtkueche.example/jobs/7",
        "https://partner.example/anzeige/7",
    )
    assert (whole.title, whole.salary) == (listed.title, listed.salary)
    assert not whole.has_details


def test_details_that_are_gone_change_nothing_that_was_said():
    listed = one()
    answer = b'{"messages": [{"code": "STELLENANGEBOT_NICHT_GEFUNDEN"}]}'
    whole = SOURCE.read_details(answer, listed)
    assert (whole.title, whole.places, whole.text) == (listed.title, listed.places, "")
    with pytest.raises(Unreadable, match="not-json"):
        SOURCE.read_details(b"<html>", listed)
