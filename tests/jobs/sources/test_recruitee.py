"""Recruitee's offers: pay and hours as text, several places, one document."""

from datetime import date

import pytest

from reihum.jobs.model import (
    Contract,
    Kind,
    PayUnit,
    Place,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.sources.recruitee import SOURCE
from tests.jobs.sources.asking import addresses, only, read

pytestmark = pytest.mark.unit

OFFER = {
    "id": 2751,
    "guid": "k0chx",
    "title": "Küchenhilfe (m/w/d)",
    "company_name": "Stadtküche Nord",
    "status": "published",
    "careers_url": "https://jobs.stadtkueche.example/o/kuechenhilfe",
    "description": "<p>Vorbereiten &amp; spülen</p>",
    "requirements": "<ul><li>Deutsch A2</li></ul>",
    "employment_type_code": "parttime_permanent",
    "education_code": "high_school",
    "city": "Chemnitz",
    "postal_code": "09112",
    "state_name": "Sachsen",
    "country_code": "DE",
    "salary": {"min": "2100", "max": "2300,50", "period": "month", "currency": "EUR"},
    "min_hours_per_week": "30",
    "max_hours_per_week": "30",
    "remote": False,
    "hybrid": False,
    "on_site": True,
    "published_at": "2026-09-18 13:27:28 UTC",
    "updated_at": "2026-09-19 19:02:48 UTC",
    "close_at": None,
}


def offers(*rows):
    return {"offers": list(rows)}


def test_an_employers_offers_are_asked_at_its_host():
    assert addresses(SOURCE, "stadtkueche", "https://jobs.stadtkueche.example/") == [
        "https://stadtkueche.recruitee.com/api/offers/",
        "https://jobs.stadtkueche.example/api/offers/",
    ]


def test_an_offer_is_an_advertisement():
    found = only(read(SOURCE, offers(OFFER)))
    assert found.key == "recruitee:2751"
    assert found.employer == "Stadtküche Nord"
    assert found.url == "https://jobs.stadtkueche.example/o/kuechenhilfe"
    assert found.text == "Vorbereiten & spülen\n\n– Deutsch A2"
    assert found.places == (
        Place(name="Chemnitz", postcode="09112", land="SN", country="DE"),
    )
    assert found.working_time == {WorkingTime.PART}
    assert found.contract is Contract.PERMANENT
    assert found.hours == 30
    assert found.remote is Remote.NO
    assert found.salary == Salary(low=2100, high=2300.5, unit=PayUnit.MONTH)
    assert found.references == ("k0chx",)
    assert found.qualification == "Schulabschluss"
    assert found.published == date(2026, 9, 18)
    assert found.changed == date(2026, 9, 19)


def test_all_places_of_an_offer_are_kept_each_once():
    place = {"city": "Leipzig", "country_code": "DE", "state": "Saxony", "note": None}
    found = only(read(SOURCE, offers(OFFER | {"locations": [place, place]})))
    assert found.places == (Place(name="Leipzig", land="SN", country="DE"),)


def test_an_offer_abroad_stays_with_its_country():
    abroad = {"city": "Utrecht", "country_code": "NL", "state_name": "Utrecht"}
    found = only(read(SOURCE, offers(OFFER | abroad)))
    assert found.places[0].country == "NL"
    assert found.places[0].land == ""


def test_a_range_of_hours_is_no_number_of_hours():
    found = only(read(SOURCE, offers(OFFER | {"max_hours_per_week": "40"})))
    assert found.hours is None


@pytest.mark.parametrize(
    ("flags", "remote"),
    [
        ({"hybrid": True}, Remote.PARTLY),
        ({"remote": True}, Remote.YES),
        ({"on_site": False}, None),
    ],
)
def test_where_it_can_be_done_is_what_the_marks_say(flags, remote):
    assert only(read(SOURCE, offers(OFFER | flags))).remote is remote


@pytest.mark.parametrize(
    ("code", "times", "contract", "kind"),
    [
        ("fulltime_fixed_term", {WorkingTime.FULL}, Contract.TEMPORARY, Kind.WORK),
        ("parttime_minijob", {WorkingTime.PART, WorkingTime.MINI}, None, Kind.WORK),
        ("internship", set(), None, Kind.INTERNSHIP),
        ("apprenticeship", set(), None, Kind.APPRENTICESHIP),
        ("freelance", set(), None, Kind.SELF_EMPLOYED),
        (None, set(), None, Kind.WORK),
    ],
)
def test_the_code_of_employment_is_taken_apart(code, times, contract, kind):
    found = only(read(SOURCE, offers(OFFER | {"employment_type_code": code})))
    assert (set(found.working_time), found.contract, found.kind) == (
        times,
        contract,
        kind,
    )


def test_a_draft_is_not_shown_and_not_counted_as_broken():
    found = read(SOURCE, offers(OFFER | {"status": "draft"})).found
    assert (found.advertisements, found.skipped) == ((), 0)
