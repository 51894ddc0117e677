"""A vacancy is found by search engines: it is a JobPosting of schema.org."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.job_posting import Posted, collection, html_of, job_posting
from reihum.rules.vacancy import Vacancy

pytestmark = pytest.mark.unit

BARE = Vacancy(
    member="SN", title="Koch", employer="Stadtküche", city="Chemnitz",
    description="Kochen.",
)  # fmt: skip
FULL = replace(
    BARE, reference="K-1", employer_url="https://kueche.example",
    qualification="Freude", street="Markt 1", postcode="09111", land="SN",
    working_time=("full", "part"), hours=Decimal("38.5"), contract="temporary",
    remote="yes", pay_low=Decimal(3050), pay_high=Decimal(3400), pay_unit="month",
    apply_url="https://kueche.example/1", apply_mail="jobs@kueche.example",
    starts=date(2027, 1, 1), deadline=date(2026, 12, 31), level=3,
)  # fmt: skip


def _posted(vacancy):
    return Posted(vacancy, "https://r.example/jobs/eigene/1/", date(2026, 11, 20), "")


def test_the_least_is_what_search_engines_require():
    assert job_posting(_posted(BARE)) == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "url": "https://r.example/jobs/eigene/1/",
        "title": "Koch",
        "description": "<p>Kochen.</p>",
        "datePosted": "2026-11-20",
        "hiringOrganization": {"@type": "Organization", "name": "Stadtküche"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Chemnitz",
                "addressCountry": "DE",
            },
        },
        "directApply": False,
    }


def test_everything_that_is_known_is_said():
    found = job_posting(replace(_posted(FULL), land="Sachsen"))
    assert found["employmentType"] == ["FULL_TIME", "PART_TIME", "TEMPORARY"]
    assert found["workHours"] == "38,5 Stunden in der Woche"
    assert found["validThrough"] == "2026-12-31T23:59:59"  # the last day counts
    assert found["skills"] == "Deutsch B1"
    assert found["jobStartDate"] == "2027-01-01"
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["baseSalary"]["value"] == {
        "@type": "QuantitativeValue", "minValue": 3050.0, "maxValue": 3400.0,
        "unitText": "MONTH",
    }  # fmt: skip
    assert found["identifier"]["value"] == "K-1"
    assert found["applicationContact"]["email"] == "jobs@kueche.example"
    assert found["jobLocation"]["address"]["addressRegion"] == "Sachsen"
    assert found["hiringOrganization"]["sameAs"] == "https://kueche.example"
    assert found["qualifications"] == "Freude"


@pytest.mark.parametrize(
    ("kind", "times", "types"),
    [
        ("apprenticeship", ("full",), ["OTHER"]),
        ("internship", (), ["INTERN"]),
        ("work", ("part", "mini", "shift"), ["PART_TIME"]),
    ],
)
def test_the_kind_of_work_has_its_word(kind, times, types):
    vacancy = replace(BARE, kind=kind, working_time=times)
    assert job_posting(_posted(vacancy))["employmentType"] == types


def test_one_sum_is_one_value():
    one = replace(BARE, pay_low=Decimal(15), pay_high=Decimal(15), pay_unit="hour")
    value = job_posting(_posted(one))["baseSalary"]["value"]
    assert (value["value"], value["unitText"]) == (15.0, "HOUR")
    least = job_posting(_posted(replace(one, pay_high=None)))["baseSalary"]["value"]
    assert least["minValue"] == 15.0


def test_a_list_counts_what_is_in_it():
    found = collection([_posted(BARE), _posted(FULL)], "https://r.example/x")
    assert found["numberOfItems"] == 2
    assert [one["position"] for one in found["itemListElement"]] == [1, 2]


def test_lines_become_paragraphs_and_points():
    text = "Sie kochen:\n- Suppe\n– Brot & Salz\n\nBis bald"
    assert html_of(text) == (
        "<p>Sie kochen:</p><ul><li>Suppe</li><li>Brot &amp; Salz</li></ul>"
        "<p>Bis bald</p>"
    )
    assert html_of("– Eins\n\n– Zwei") == "<ul><li>Eins</li><li>Zwei</li></ul>"
    assert html_of("- Ende") == "<ul><li>Ende</li></ul>"


@given(st.text())
def test_no_text_brings_markup_of_its_own(text):
    plain = html_of(text)
    for tag in ("<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>"):
        plain = plain.replace(tag, "")
    assert "<" not in plain
