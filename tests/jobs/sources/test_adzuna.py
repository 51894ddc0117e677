"""Adzuna: asked with a key, and no pay taken that it has guessed."""

import json
from datetime import date

import pytest

from reihum.jobs.model import Contract, PayUnit, Place, Point, Salary, WorkingTime
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.adzuna import SOURCE
from reihum.jobs.sources.source import Settings, Unreadable

pytestmark = pytest.mark.unit

SETTINGS = Settings(
    address=SOURCE.settings.address, key="geheim", extra={"app_id": "7"}, pages=3
)
ASKED = Asked(query=Query(published_days=30), was="Koch", place="Zwickau")
SEARCH = "https://api.adzuna.com/v1/api/jobs/de/search"
ROW = {
    "id": "5000000001",
    "title": "<strong>Koch</strong> (m/w/d)",
    "company": {"display_name": "Stadtküche Nord GmbH"},
    "location": {
        "display_name": "Zwickau, Sachsen",
        "area": ["Deutschland", "Sachsen", "Zwickau"],
    },
    "description": "Wir suchen einen <strong>Koch</strong> …",
    "redirect_url": "https://www.adzuna.de/land/ad/5000000001?se=x&v=1",
    "created": "2026-11-20T08:00:00Z",
    "category": {"label": "Gastronomie &amp; Catering", "tag": "hospitality"},
    "salary_min": 30000,
    "salary_max": 34000.5,
    "salary_is_predicted": "0",
    "contract_time": "full_time",
    "contract_type": "permanent",
    "latitude": 50.71,
    "longitude": 12.5,
}


def read(answer, settings=SETTINGS, page=0):
    request = SOURCE.ask(ASKED, settings)[0]
    for _ in range(page):
        request = read({"count": 999, "results": [ROW] * 50}).more[page - 1]
    return SOURCE.read(json.dumps(answer).encode(), request, ASKED, settings)


def one(**fields):
    (advertisement,) = read({"results": [ROW | fields]}).found.advertisements
    return advertisement


def test_without_a_key_it_cannot_be_asked():
    assert SOURCE.missing(SOURCE.settings) == ("app_id", "key")
    assert SOURCE.missing(SETTINGS) == ()


def test_its_limits_are_kept_and_its_badge_is_named():
    assert (SOURCE.settings.per_minute, SOURCE.settings.per_day) == (25, 250)
    assert "Jobs by Adzuna" in SOURCE.note


def test_the_search_asks_for_word_place_radius_and_days():
    (request,) = SOURCE.ask(ASKED, SETTINGS)
    assert request.url == (
        f"{SEARCH}/1?app_id=7&app_key=geheim&results_per_page=50&what=Koch"
        "&where=Zwickau&distance=25&max_days_old=30&content-type=application%2Fjson"
    )


@pytest.mark.parametrize(
    ("times", "parameter"),
    [
        ({WorkingTime.FULL}, "&full_time=1&"),
        ({WorkingTime.PART}, "&part_time=1&"),
        ({WorkingTime.FULL, WorkingTime.PART}, ""),
        ({WorkingTime.MINI}, ""),
    ],
)
def test_one_working_time_is_the_portals_own_filter(times, parameter):
    asked = Asked(query=Query(working_time=frozenset(times)), was="Koch")
    (request,) = SOURCE.ask(asked, SETTINGS)
    assert parameter in request.url
    assert ("_time=1" in request.url) is bool(parameter)


def test_what_was_found_by_working_time_has_it_where_its_row_does_not_say_so():
    half = Asked(query=Query(working_time=frozenset({WorkingTime.PART})), was="Koch")
    (request,) = SOURCE.ask(half, SETTINGS)
    body = json.dumps({"results": [ROW | {"contract_time": None}, ROW]}).encode()
    silent, named = SOURCE.read(body, request, half, SETTINGS).found.advertisements
    assert silent.working_time == {WorkingTime.PART}
    assert named.working_time == {WorkingTime.FULL}
    assert one(contract_time=None).working_time == frozenset()


def test_a_row_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.key == "adzuna:5000000001"
    assert advertisement.title == "Koch (m/w/d)"
    assert advertisement.url == ROW["redirect_url"]
    assert advertisement.employer == "Stadtküche Nord GmbH"
    assert advertisement.places == (
        Place(name="Zwickau", land="SN", country="DE", point=Point(50.71, 12.5)),
    )
    assert advertisement.text == "Wir suchen einen Koch …"
    assert advertisement.occupations == ("Gastronomie & Catering",)
    assert advertisement.salary == Salary(low=30000, high=34000.5, unit=PayUnit.YEAR)
    assert advertisement.working_time == {WorkingTime.FULL}
    assert advertisement.contract is Contract.PERMANENT
    assert advertisement.published == date(2026, 11, 20)


@pytest.mark.parametrize("guessed", ["1", 1])
def test_pay_that_the_portal_has_guessed_is_not_taken(guessed):
    assert one(salary_is_predicted=guessed).salary is None


def test_the_whole_country_is_no_place():
    nowhere = {"display_name": "Deutschland", "area": ["Deutschland"]}
    assert one(location=nowhere).places == ()
    assert one(location=None).places == ()
    assert one(location={"display_name": "Aue, Sachsen"}).places[0].name == "Aue"


def test_the_first_page_asks_for_the_others_up_to_the_limit():
    full = {"count": 999, "results": [ROW] * 50}
    urls = [more.url.partition("?")[0] for more in read(full).more]
    assert urls == [f"{SEARCH}/2", f"{SEARCH}/3"]
    assert read(full, page=1).more == ()
    assert read(full).found.total == 999


@pytest.mark.parametrize(
    "fields",
    [
        {"id": None},
        {"title": None},
        {"redirect_url": "data:text/html,x"},
        {"company": "Stadtküche"},
        {"location": []},
    ],
)
def test_a_row_that_is_odd_costs_only_itself(fields):
    found = read({"results": [ROW | fields, ROW]}).found
    assert (len(found.advertisements), found.skipped) == (1, 1)


def test_an_answer_of_another_form_is_a_fault():
    for answer in ({"exception": "AUTH_FAIL"}, {"results": None}, []):
        with pytest.raises(Unreadable, match="not-json"):
            read(answer)
