"""Ashby's boards: unlisted jobs, addresses, and pay in parts."""

from datetime import date

import pytest

from reihum.jobs.model import Kind, PayUnit, Place, Remote, Salary, WorkingTime
from reihum.jobs.sources.ashby import SOURCE
from tests.jobs.sources.asking import addresses, only, read

pytestmark = pytest.mark.unit

BOARDS = "https://api.ashbyhq.com/posting-api/job-board"
JOB = {
    "id": "7458-47bd",
    "title": "Pflegefachkraft (m/w/d)",
    "location": "Hauptsitz",
    "address": {
        "postalAddress": {
            "addressLocality": "Dresden",
            "addressRegion": "Saxony",
            "addressCountry": "Germany",
        }
    },
    "secondaryLocations": [
        {"location": "Pirna", "address": {"addressLocality": "Pirna"}},
        {"location": "Freital, Deutschland", "address": None},
    ],
    "isListed": True,
    "isRemote": False,
    "workplaceType": "OnSite",
    "employmentType": "PartTime",
    "descriptionHtml": "<p>Pflege &amp; Betreuung</p>",
    "descriptionPlain": "Pflege & Betreuung",
    "jobUrl": "https://jobs.ashbyhq.com/sonnenhang/7458-47bd",
    "publishedAt": "2026-04-30T16:21:55.393+00:00",
    "compensation": {
        "compensationTierSummary": "3.600 € – 4.100 € • Anteile",
        "scrapeableCompensationSalarySummary": "3.600 € – 4.100 €",
        "summaryComponents": [
            {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": 1},
            {
                "compensationType": "Salary",
                "interval": "1 MONTH",
                "currencyCode": "EUR",
                "minValue": 3600,
                "maxValue": 4100,
            },
        ],
    },
}


def board(*rows):
    return {"apiVersion": "1", "jobs": list(rows)}


@pytest.mark.parametrize("entry", ["sonnenhang", "https://jobs.ashbyhq.com/sonnenhang"])
def test_a_board_is_asked_with_its_pay(entry):
    assert addresses(SOURCE, entry) == [f"{BOARDS}/sonnenhang?includeCompensation=true"]


def test_a_job_is_an_advertisement():
    found = only(read(SOURCE, board(JOB), "Pflegedienst Sonnenhang = sonnenhang"))
    assert found.key == "ashby:7458-47bd"
    assert found.employer == "Pflegedienst Sonnenhang"
    assert found.text == "Pflege & Betreuung"
    assert found.places == (
        Place(name="Dresden", land="SN", country="DE"),
        Place(name="Pirna"),
        Place(name="Freital", country="DE"),
    )
    assert found.working_time == {WorkingTime.PART}
    assert found.remote is Remote.NO
    assert found.salary == Salary(
        published="3.600 € – 4.100 €", low=3600, high=4100, unit=PayUnit.MONTH
    )
    assert found.published == date(2026, 4, 30)


def test_what_is_not_listed_is_not_shown():
    found = read(SOURCE, board(JOB | {"isListed": False})).found
    assert (found.advertisements, found.skipped) == ((), 0)


def test_without_a_number_the_address_gives_one():
    assert only(read(SOURCE, board(JOB | {"id": None}))).id == "7458-47bd"


@pytest.mark.parametrize(
    ("marks", "remote"),
    [
        ({"workplaceType": "Hybrid", "isRemote": True}, Remote.PARTLY),
        ({"workplaceType": "Remote"}, Remote.YES),
        ({"workplaceType": None, "isRemote": True}, Remote.YES),
        ({"workplaceType": None, "isRemote": False}, None),
    ],
)
def test_the_newer_mark_goes_before_the_older(marks, remote):
    assert only(read(SOURCE, board(JOB | marks))).remote is remote


def test_of_two_salaries_the_words_are_shown_and_no_number():
    pay = JOB["compensation"]
    twice = pay | {"summaryComponents": pay["summaryComponents"][1:] * 2}
    found = only(read(SOURCE, board(JOB | {"compensation": twice})))
    assert found.salary == Salary(published="3.600 € – 4.100 €")


def test_an_apprentice_is_no_intern_though_the_portal_has_no_other_word():
    learning = {"employmentType": "Intern", "title": "Ausbildung Pflegefachkraft"}
    assert only(read(SOURCE, board(JOB | learning))).kind is Kind.APPRENTICESHIP


def test_an_internship_is_one():
    assert only(read(SOURCE, board(JOB | {"employmentType": "Intern"}))).kind is (
        Kind.INTERNSHIP
    )
