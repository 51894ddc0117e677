"""Greenhouse's boards: text as escaped HTML, pay without a period."""

from datetime import date

import pytest

from reihum.jobs.model import Place, Remote, Salary
from reihum.jobs.sources.greenhouse import SOURCE
from tests.jobs.sources.asking import addresses, only, read

pytestmark = pytest.mark.unit

JOB = {
    "id": 127817,
    "title": "Lagerhelfer (m/w/d)",
    "company_name": "Lagerhaus Süd GmbH",
    "absolute_url": "https://boards.greenhouse.io/lagerhaus/jobs/127817",
    "requisition_id": "LH-17",
    "location": {"name": "Dresden, Sachsen, Germany"},
    "content": (
        "&lt;p&gt;Waren &amp;amp; Pakete&lt;/p&gt;&lt;ul&gt;&lt;li&gt;heben&lt;/li&gt;"
    ),
    "language": "de",
    "first_published": "2026-07-30T10:00:00-04:00",
    "updated_at": "2026-08-02T10:00:00-04:00",
    "offices": [{"name": "Ost", "location": "Görlitz, Germany"}],
    "metadata": None,
}
BOARD = "https://boards-api.greenhouse.io/v1/boards/lagerhaus/jobs?content=true"


def board(*rows):
    return {"jobs": list(rows), "meta": {"total": len(rows)}}


@pytest.mark.parametrize(
    "entry",
    [
        "lagerhaus",
        "https://boards.greenhouse.io/lagerhaus",
        "https://job-boards.greenhouse.io/lagerhaus/jobs/127817",
        "https://boards-api.greenhouse.io/v1/boards/lagerhaus/jobs",
    ],
)
def test_a_board_is_asked_with_its_texts(entry):
    assert addresses(SOURCE, entry) == [BOARD]


def test_a_job_is_an_advertisement():
    answer = read(SOURCE, board(JOB))
    found = only(answer)
    assert answer.found.total == 1
    assert found.key == "greenhouse:127817"
    assert found.employer == "Lagerhaus Süd GmbH"
    assert found.url == JOB["absolute_url"]
    assert found.text == "Waren & Pakete\n\n– heben"
    assert found.places == (Place(name="Dresden", land="SN", country="DE"),)
    assert found.references == ("LH-17",)
    assert found.published == date(2026, 7, 30)
    assert found.changed == date(2026, 8, 2)


def test_several_places_in_one_line_are_several_places():
    where = {"location": {"name": "Dresden; Leipzig, Germany; Remote"}}
    found = only(read(SOURCE, board(JOB | where)))
    assert [place.name for place in found.places] == ["Dresden", "Leipzig"]
    assert found.remote is Remote.PARTLY


def test_without_a_place_the_offices_say_it():
    found = only(read(SOURCE, board(JOB | {"location": {"name": "Remote"}})))
    assert [place.name for place in found.places] == ["Görlitz"]
    assert found.remote is Remote.YES


@pytest.mark.parametrize("number", ["50", "", None, " 1 "])
def test_a_requisition_that_was_never_filled_in_is_no_evidence(number):
    found = only(read(SOURCE, board(JOB | {"requisition_id": number})))
    assert found.references == ()


def test_pay_without_a_period_is_shown_but_not_reckoned_with():
    pay = {"min_cents": 300000, "max_cents": 350000, "currency_type": "EUR"}
    found = only(read(SOURCE, board(JOB | {"pay_input_ranges": [pay]})))
    assert found.salary == Salary(published="3000–3500 EUR")


def test_of_several_ranges_none_is_claimed():
    pay = {"min_cents": 300000, "max_cents": 350000, "currency_type": "EUR"}
    found = only(read(SOURCE, board(JOB | {"pay_input_ranges": [pay, pay]})))
    assert found.salary is None


def test_the_language_is_the_one_that_the_board_says():
    assert only(read(SOURCE, board(JOB | {"language": "en-US"}))).lang == "en"
