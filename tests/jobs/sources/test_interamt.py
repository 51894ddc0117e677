"""Interamt: the feed of a partner, and the search of its own page."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from reihum.jobs.model import (
    Contract,
    Place,
    Point,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.interamt import SOURCE
from reihum.jobs.sources.source import Settings, Unreadable

pytestmark = pytest.mark.unit

ASKED = Asked(query=Query(), was="Koch")
ROW = {
    "stellenangebotId": 1500001,
    "stellenbezeichnung": "Küchenleitung (m/w/d)",
    "behoerdeName": "Stadt Musterhausen",
    "bewerbungsfrist": "2026-12-21",
    "datumErstellt": "2026-11-20",
    "tarifEbeneMin": "E 8",
    "tarifEbeneMax": "E 9a",
    "besoldungGruppe": "A9",
    "dienstortEnumDto": "HYBRID",
    "einsatzorte": [
        {"plz": "09111", "ort": "Chemnitz", "latitude": "50.83", "longitude": "12.92"}
    ],
}
SAME = ("key", "title", "url", "employer", "references", "published", "deadline")
PARTNER_ROW = {
    "Id": "1500001",
    "StellenBezeichnung": "Küchenleitung (m/w/d)",
    "Behoerde": "Stadt Musterhausen",
    "Plz": "09111",
    "Ort": "Chemnitz",
    "Bezahlung": {"Entgelt": "TVöD E 8", "Besoldung": ""},
    "Daten": {"Eingestellt": "20.11.2026", "Bewerbungsfrist": "21.12.2026"},
}


def read(answer):
    (request,) = SOURCE.ask(ASKED, SOURCE.settings)
    return SOURCE.read(json.dumps(answer).encode(), request, ASKED, SOURCE.settings)


def one(**fields):
    (advertisement,) = read({"data": [ROW | fields]}).found.advertisements
    return advertisement


def test_without_a_partner_it_is_off_and_says_why():
    assert not SOURCE.settings.on
    assert "partner" in SOURCE.note


def test_the_search_asks_for_everything_and_says_nothing_of_the_visitor():
    (request,) = SOURCE.ask(ASKED, SOURCE.settings)
    assert request.method == "POST"
    assert request.url == (
        "https://api.interamt.de/search/stellenangebot?showResult=true"
    )
    assert request.body == b'{"search":{}}'
    assert dict(request.headers) == {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "X-REMOTE-APPLICATION": "Interamtb2c",
    }


def test_a_partner_is_asked_for_its_feed():
    settings = Settings(address=SOURCE.settings.address, extra={"partner": "42&id=1"})
    (request,) = SOURCE.ask(ASKED, settings)
    assert (request.method, request.body) == ("GET", b"")
    assert request.url == (
        "https://www.interamt.de/koop/app/webservice_v2?partner=42%26id%3D1"
    )
    local = Settings(address="http://127.0.0.1:1/interamt", extra={"partner": "42"})
    assert SOURCE.ask(ASKED, local)[0].url == (
        "http://127.0.0.1:1/interamt/koop/app/webservice_v2?partner=42"
    )


def test_a_row_of_the_search_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.key == "interamt:1500001"
    assert advertisement.title == "Küchenleitung (m/w/d)"
    assert advertisement.url == "https://interamt.de/koop/app/stelle?id=1500001"
    assert advertisement.employer == "Stadt Musterhausen"
    assert advertisement.places == (
        Place(name="Chemnitz", postcode="09111", point=Point(50.83, 12.92)),
    )
    assert advertisement.references == ("1500001",)
    assert advertisement.remote is Remote.PARTLY
    assert advertisement.salary == Salary(published="E 8 – E 9a / A 9", group="E 8")
    assert advertisement.published == date(2026, 11, 20)
    assert advertisement.deadline == date(2026, 12, 21)
    assert advertisement.public_service is True
    assert advertisement.has_details


def test_a_row_of_a_partner_says_the_same():
    answer = {"Anzahltreffer": "1", "Stellenangebote": [PARTNER_ROW]}
    found = read(answer).found
    assert found.total == 1
    (advertisement,) = found.advertisements
    searched = one()
    for name in SAME:
        assert getattr(advertisement, name) == getattr(searched, name)
    assert advertisement.places == (Place(name="Chemnitz", postcode="09111"),)
    assert advertisement.salary == Salary(published="TVöD E 8", group="TVöD E 8")


def test_the_details_of_the_search_bring_text_hours_and_contract():
    request = SOURCE.details("1500001", SOURCE.settings)
    assert request.url == "https://api.interamt.de/query/stellenangebot/1500001"
    answer = {
        "data": {
            "stellenbeschreibung": "<p>Kochen</p><script>x()</script>",
            "teilzeitVollzeit": "BEIDES",
            "beschaeftigungsdauer": "UNBEFRISTET",
            "beschaeftigungsverhaeltnisse": [{"wochenarbeitszeit": "39"}],
        }
    }
    whole = SOURCE.read_details(json.dumps(answer).encode(), one())
    assert (whole.text, whole.hours) == ("Kochen", 39)
    assert whole.working_time == {WorkingTime.FULL, WorkingTime.PART}
    assert whole.contract is Contract.PERMANENT
    assert (whole.title, whole.places) == (one().title, one().places)
    assert not whole.has_details


def test_the_details_of_a_partner_bring_the_same():
    settings = Settings(address=SOURCE.settings.address, extra={"partner": "42"})
    request = SOURCE.details("1500001", settings)
    assert request.url == "https://www.interamt.de/koop/app/webservice_v2?id=1500001"
    answer = {
        "Beschreibung": "<p>Kochen</p>",
        "Teilzeit": "Teilzeit",
        "BeschaeftigungDauer": "befristet",
        "WochenarbeitszeitArbeitnehmer": "19,5",
        "DatumBesetzungZum": "01.03.2027",
        "BewerbungUrl": "https://stadt.example/bewerbung/7",
    }
    whole = SOURCE.read_details(json.dumps(answer).encode(), one())
    assert (whole.text, whole.hours) == ("Kochen", 19.5)
    assert whole.working_time == {WorkingTime.PART}
    assert whole.contract is Contract.TEMPORARY
    assert whole.starts == date(2027, 3, 1)
    assert whole.also == ("https://stadt.example/bewerbung/7",)


@pytest.mark.parametrize("answer", [{"data": None}, {"data": "x"}, {}])
def test_details_that_say_nothing_change_nothing(answer):
    whole = SOURCE.read_details(json.dumps(answer).encode(), one())
    assert replace(whole, has_details=True) == one()


def test_pay_that_is_not_said_is_none():
    bare = {"tarifEbeneMin": None, "tarifEbeneMax": "", "besoldungGruppe": None}
    assert one(**bare).salary is None
    assert one(**(bare | {"besoldungGruppe": "A 13"})).salary == Salary(
        published="A 13", group="A 13"
    )


def test_degrees_that_are_none_leave_the_place():
    place = one(einsatzorte=[{"ort": "Chemnitz", "latitude": "", "longitude": "x"}])
    assert place.places == (Place(name="Chemnitz"),)


@pytest.mark.parametrize(
    "fields",
    [
        {"stellenangebotId": None},
        {"stellenangebotId": "1/../2"},
        {"stellenbezeichnung": 7},
        {"stellenbezeichnung": "<style>x</style>"},
        {"einsatzorte": {"ort": "Chemnitz"}},
    ],
)
def test_a_row_that_is_odd_costs_only_itself(fields):
    found = read({"data": [ROW | fields, ROW]}).found
    assert (len(found.advertisements), found.skipped) == (1, 1)


def test_an_answer_of_another_form_is_a_fault():
    for answer in ({}, {"data": None}, {"Stellenangebote": "x"}, []):
        with pytest.raises(Unreadable, match="not-json"):
            read(answer)
