"""Careerjet: off, because it wants to know who asks, and is never told."""

import json
from base64 import b64decode
from datetime import date

import pytest

from reihum.jobs.model import PayUnit, Place, Salary, WorkingTime
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.careerjet import SOURCE
from reihum.jobs.sources.source import Settings, Unreadable

pytestmark = pytest.mark.unit

SETTINGS = Settings(address=SOURCE.settings.address, key="geheim", pages=2)
ASKED = Asked(query=Query(), was="Koch", place="Gera")
ROW = {
    "company": "Stadtküche Nord",
    "date": "Fri, 20 Nov 2026 22:59:05 GMT",
    "description": "Ein <b>Koch</b> wird gesucht.",
    "locations": "Gera, Thüringen",
    "salary": "2.600 - 2.900 € pro Monat",
    "salary_currency_code": "EUR",
    "salary_max": "2900",
    "salary_min": "2600",
    "salary_type": "M",
    "title": "Koch (m/w/d)",
    "url": "https://jobviewtrack.example/klick?t=abc",
}


def read(answer, asked=ASKED):
    (request,) = SOURCE.ask(asked, SETTINGS)
    return SOURCE.read(json.dumps(answer).encode(), request, asked, SETTINGS)


def one(**fields):
    (advertisement,) = read({"jobs": [ROW | fields]}).found.advertisements
    return advertisement


def test_it_is_off_and_says_why():
    assert not SOURCE.settings.on
    assert "IP-Adresse" in SOURCE.note


def test_the_search_never_says_who_asks():
    (request,) = SOURCE.ask(ASKED, SETTINGS)
    assert request.url == (
        "https://search.api.careerjet.net/v4/query?locale_code=de_DE&keywords=Koch"
        "&location=Gera&radius=25&sort=relevance&page_size=100&page=1"
    )
    headers = dict(request.headers)
    assert set(headers) == {"Accept", "Authorization"}
    assert b64decode(headers["Authorization"].removeprefix("Basic ")) == b"geheim:"


def test_without_a_place_the_country_is_asked_for_and_one_working_time_is_a_filter():
    asked = Asked(query=Query(working_time=frozenset({WorkingTime.PART})), was="Koch")
    url = SOURCE.ask(asked, SETTINGS)[0].url
    assert "&location=Deutschland&work_hours=p&" in url


def test_a_row_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.title == "Koch (m/w/d)"
    assert advertisement.employer == "Stadtküche Nord"
    assert advertisement.url == ROW["url"]
    assert advertisement.places == (Place(name="Gera", land="TH"),)
    assert advertisement.text == "Ein Koch wird gesucht."
    assert advertisement.salary == Salary(
        published="2.600 - 2.900 € pro Monat", low=2600, high=2900, unit=PayUnit.MONTH
    )
    assert advertisement.published == date(2026, 11, 20)


def test_what_was_found_by_working_time_has_it_though_its_rows_do_not_say_so():
    half = Asked(query=Query(working_time=frozenset({WorkingTime.PART})), was="Koch")
    (found,) = read({"jobs": [ROW]}, half).found.advertisements
    assert found.working_time == {WorkingTime.PART}
    assert one().working_time == frozenset()


def test_a_weekly_wage_is_published_and_not_counted():
    salary = one(salary_type="W", salary="700 € pro Woche").salary
    assert salary == Salary(published="700 € pro Woche")


def test_the_same_row_has_the_same_id_whatever_its_address():
    assert one().id == one(url="https://jobviewtrack.example/klick?t=xyz").id
    assert one().id != one(title="Beikoch (m/w/d)").id


def test_the_first_page_asks_for_the_others():
    answer = {"hits": "512", "jobs": [ROW] * 100}
    (more,) = read(answer).more
    assert more.url.endswith("&page=2")
    assert read(answer).found.total == 512


@pytest.mark.parametrize(
    "fields", [{"title": None}, {"url": ""}, {"url": 7}, {"locations": ["Gera"]}]
)
def test_a_row_that_is_odd_costs_only_itself(fields):
    found = read({"jobs": [ROW | fields, ROW]}).found
    assert (len(found.advertisements), found.skipped) == (1, 1)


def test_an_answer_of_another_form_is_a_fault():
    for answer in ({"type": "LOCATIONS", "locations": []}, {"jobs": 7}, []):
        with pytest.raises(Unreadable, match="not-json"):
            read(answer)
