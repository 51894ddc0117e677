"""Workable's accounts: the employer above the jobs, hidden places, short links."""

from datetime import date

import pytest

from reihum.jobs.model import Place, Remote, WorkingTime
from reihum.jobs.sources.workable import SOURCE
from tests.jobs.sources.asking import addresses, only, read

pytestmark = pytest.mark.unit

JOB = {
    "title": "Reinigungskraft",
    "shortcode": "AB12CD34",
    "code": "RK-9",
    "employment_type": "Part-time",
    "telecommuting": False,
    "function": "Gebäudereinigung",
    "education": "Vocational",
    "url": "https://apply.workable.com/j/AB12CD34",
    "shortlink": "https://apply.workable.com/j/AB12CD34/short",
    "published_on": "2026-06-20",
    "created_at": "2026-06-01",
    "country": "Germany",
    "city": "Zwickau",
    "state": "Saxony",
    "locations": [
        {
            "country": "Germany",
            "countryCode": "DE",
            "city": "Zwickau",
            "region": "Saxony",
        },
        {"country": "Germany", "countryCode": "DE", "city": "Glauchau", "hidden": True},
    ],
    "description": "<p>Büros <strong>reinigen</strong></p>",
}


def account(*rows, name="Glanz und Gloria GmbH"):
    return {"name": name, "description": None, "jobs": list(rows)}


@pytest.mark.parametrize("entry", ["glanz", "https://apply.workable.com/glanz/"])
def test_an_account_is_asked_with_its_texts(entry):
    assert addresses(SOURCE, entry) == [
        "https://apply.workable.com/api/v1/widget/accounts/glanz?details=true"
    ]


def test_a_job_is_an_advertisement():
    found = only(read(SOURCE, account(JOB)))
    assert found.key == "workable:AB12CD34"
    assert found.employer == "Glanz und Gloria GmbH"
    assert found.url == JOB["url"]
    assert found.also == (JOB["shortlink"],)
    assert found.text == "Büros reinigen"
    assert found.places == (Place(name="Zwickau", land="SN", country="DE"),)
    assert found.working_time == {WorkingTime.PART}
    assert found.references == ("RK-9",)
    assert found.occupations == ("Gebäudereinigung",)
    assert found.remote is None
    assert found.qualification == "Berufsabschluss"
    assert found.published == date(2026, 6, 20)


def test_without_a_list_of_places_the_job_names_its_own():
    found = only(read(SOURCE, account(JOB | {"locations": []})))
    assert found.places == (Place(name="Zwickau", land="SN", country="DE"),)


def test_an_account_without_a_name_is_called_as_it_was_asked():
    found = only(read(SOURCE, account(JOB, name=None), "glanz-und-gloria"))
    assert found.employer == "Glanz Und Gloria"


@pytest.mark.parametrize(
    ("marks", "remote"),
    [
        ({"telecommuting": True}, Remote.YES),
        ({"telecommuting": True, "workplace_type": "hybrid"}, Remote.PARTLY),
        ({"workplace_type": "on_site"}, Remote.NO),
    ],
)
def test_where_it_can_be_done_is_what_the_marks_say(marks, remote):
    assert only(read(SOURCE, account(JOB | marks))).remote is remote


def test_the_host_is_asked_slowly():
    assert SOURCE.settings.at_once == 1
