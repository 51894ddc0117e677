"""Lever's postings: a bare list, text in parts, hosts of their own in the EU."""

from datetime import date

import pytest

from reihum.jobs.model import (
    Contract,
    PayUnit,
    Place,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.sources.lever import SOURCE
from tests.jobs.sources.asking import addresses, only, read

pytestmark = pytest.mark.unit

POSTING = {
    "id": "aa11-bb22",
    "text": "Fahrer/in im Lieferdienst",
    "hostedUrl": "https://jobs.lever.co/lieferdienst/aa11-bb22",
    "categories": {
        "location": "Leipzig",
        "allLocations": ["Leipzig", "Halle (Saale), Germany"],
        "commitment": "Unbefristet, Vollzeit",
        "team": "Touren",
    },
    "country": "DE",
    "workplaceType": "on-site",
    "description": "<div>Wir liefern.</div>",
    "lists": [
        {"text": "Sie bringen mit", "content": "<li>Klasse B</li><li>Deutsch A2</li>"}
    ],
    "additional": "<p>Kommen Sie!</p>",
    "salaryRange": {
        "min": 14.5,
        "max": 16,
        "currency": "EUR",
        "interval": "per-hour-wage",
    },
    "createdAt": 1782000000000,
}


def test_a_list_of_postings_is_asked_at_the_host_of_the_employer():
    assert addresses(
        SOURCE,
        "lieferdienst",
        "https://jobs.lever.co/lieferdienst2",
        "https://jobs.eu.lever.co/lieferdienst3/",
        "https://api.eu.lever.co/v0/postings/lieferdienst4",
        "https://jobs.example.org/lieferdienst5",
    ) == [
        "https://api.lever.co/v0/postings/lieferdienst?mode=json",
        "https://api.lever.co/v0/postings/lieferdienst2?mode=json",
        "https://api.eu.lever.co/v0/postings/lieferdienst3?mode=json",
        "https://api.eu.lever.co/v0/postings/lieferdienst4?mode=json",
    ]


def test_a_posting_is_an_advertisement():
    found = only(read(SOURCE, [POSTING], "Lieferdienst Ost = lieferdienst"))
    assert found.key == "lever:aa11-bb22"
    assert found.title == "Fahrer/in im Lieferdienst"
    assert found.employer == "Lieferdienst Ost"
    assert found.url == POSTING["hostedUrl"]
    assert [line for line in found.text.splitlines() if line] == [
        "Wir liefern.",
        "Sie bringen mit",
        "– Klasse B",
        "– Deutsch A2",
        "Kommen Sie!",
    ]
    assert found.places == (
        Place(name="Leipzig", country="DE"),
        Place(name="Halle (Saale)", country="DE"),
    )
    assert found.working_time == {WorkingTime.FULL}
    assert found.contract is Contract.PERMANENT
    assert found.remote is Remote.NO
    assert found.salary == Salary(low=14.5, high=16, unit=PayUnit.HOUR)
    assert found.published == date(2026, 6, 21)


def test_the_words_about_pay_are_kept_beside_the_numbers():
    said = POSTING | {"salaryDescriptionPlain": "plus Trinkgeld"}
    assert only(read(SOURCE, [said])).salary == Salary(
        published="plus Trinkgeld", low=14.5, high=16, unit=PayUnit.HOUR
    )


@pytest.mark.parametrize(
    "pay",
    [
        {"min": 1, "max": 1, "currency": "EUR", "interval": "per-hour-wage"},
        {"min": 10_000_000, "max": 10_000_000, "interval": "per-year-salary"},
        {"min": 20, "max": 10, "currency": "EUR", "interval": "per-hour-wage"},
        {"min": 500, "max": 600, "currency": "EUR", "interval": "per-week-salary"},
    ],
)
def test_pay_that_cannot_be_is_text_and_no_number(pay):
    salary = only(read(SOURCE, [POSTING | {"salaryRange": pay}])).salary
    assert salary.published
    assert (salary.low, salary.high, salary.unit) == (None, None, None)


def test_where_a_posting_is_remote_its_office_is_no_place():
    remote = {"workplaceType": "remote", "categories": {"location": "Remote, Germany"}}
    found = only(read(SOURCE, [POSTING | remote]))
    assert found.remote is Remote.YES
    assert found.places == ()


def test_an_unspecified_workplace_says_nothing():
    assert (
        only(read(SOURCE, [POSTING | {"workplaceType": "unspecified"}])).remote is None
    )
