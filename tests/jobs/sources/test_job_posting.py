"""schema.org `JobPosting` in the many forms in which it is really written."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.job_posting import Posted, collection, job_posting
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
from reihum.jobs.sources.job_posting import Document, Origin, advertisement
from reihum.rules.vacancy import Vacancy

pytestmark = pytest.mark.unit

PAGE = "https://www.example.org/karriere/koch"
ORIGIN = Origin(source="sitemap", id="x", employer="www.example.org", url=PAGE)
LEAST = {"@type": "JobPosting", "title": "Koch (m/w/d)"}


def read(posting, around=None):
    document = Document(around or posting)
    return advertisement(document, document.postings[0], ORIGIN)


def said(**fields):
    return read(LEAST | fields)


def test_a_title_is_enough_and_nothing_else_is_made_up():
    found = read(LEAST)
    assert found.title == "Koch (m/w/d)"
    assert found.url == PAGE
    assert found.employer == "www.example.org"
    assert (found.places, found.salary, found.working_time) == ((), None, frozenset())
    assert (found.published, found.deadline, found.remote) == (None, None, None)


def test_without_a_title_it_is_none():
    with pytest.raises(ValueError, match=r".*"):
        read({"@type": "JobPosting", "title": "<br>"})


@pytest.mark.parametrize(
    "around",
    [
        [LEAST],
        {"@graph": [{"@type": "WebPage"}, LEAST]},
        {"@type": "WebPage", "mainEntity": LEAST},
        {"@type": "ItemList", "itemListElement": [{"item": LEAST}]},
        {"@graph": [LEAST | {"@type": ["Thing", "https://schema.org/JobPosting"]}]},
    ],
)
def test_a_posting_is_found_wherever_it_stands(around):
    assert read(LEAST, around).title == "Koch (m/w/d)"


def test_postings_come_in_the_order_of_the_page():
    titles = ["Koch", "Beikoch", "Küchenhilfe"]
    document = Document({"@graph": [LEAST | {"title": title} for title in titles]})
    assert [posting["title"] for posting in document.postings] == titles


@pytest.mark.parametrize(
    ("organization", "name"),
    [
        ("Stadtküche Nord", "Stadtküche Nord"),
        ({"name": "Stadtküche Nord"}, "Stadtküche Nord"),
        ([{"name": "Stadtküche Nord"}, {"name": "B"}], "Stadtküche Nord"),
        ({"name": ["Stadtküche Nord", "B"]}, "Stadtküche Nord"),
        ({"legalName": "Stadtküche Nord GmbH"}, "Stadtküche Nord GmbH"),
        ({"parentOrganization": {"name": "Küchen AG"}}, "Küchen AG"),
        ({"name": {"@value": "Stadtküche Nord", "@language": "de"}}, "Stadtküche Nord"),
        ({"@id": "#elsewhere"}, "www.example.org"),
        (None, "www.example.org"),
    ],
)
def test_the_employer_is_found_in_every_form(organization, name):
    assert said(hiringOrganization=organization).employer == name


def test_an_employer_that_stands_elsewhere_in_the_document_is_found():
    posting = LEAST | {"hiringOrganization": {"@id": "#us"}}
    graph = [posting, {"@type": "Organization", "@id": "#us", "name": "Stadtküche"}]
    assert read(posting, {"@graph": graph}).employer == "Stadtküche"


@pytest.mark.parametrize(
    ("base", "salary"),
    [
        (
            {"currency": "EUR", "value": {"minValue": 2800, "maxValue": 3200,
             "unitText": "MONTH"}},
            Salary(low=2800, high=3200, unit=PayUnit.MONTH),
        ),
        (
            {"currency": "EUR", "value": {"value": "15,50", "unitText": "HOUR"}},
            Salary(low=15.5, high=15.5, unit=PayUnit.HOUR),
        ),
        (
            {"currency": "CHF", "value": 60000, "unitText": "YEAR"},
            Salary(low=60000, high=60000, unit=PayUnit.YEAR, currency="CHF"),
        ),
        (
            {"currency": "EUR", "minValue": "2.800", "maxValue": "3.200",
             "unitText": "month"},
            Salary(low=2800, high=3200, unit=PayUnit.MONTH),
        ),
        (
            [{"currency": "EUR", "value": [{"minValue": 2800, "unitText": "MONTH"}]}],
            Salary(low=2800, high=2800, unit=PayUnit.MONTH),
        ),
        ("nach TVöD E 5", Salary(published="nach TVöD E 5")),
        (3000, Salary(published="3000 EUR")),
        ({"value": {"value": 1, "unitText": "MONTH"}}, Salary(published="1 im Monat")),
        ({"value": {"unitText": "MONTH"}}, None),
        ({}, None),
        (None, None),
    ],
)  # fmt: skip
def test_pay_is_read_in_every_form_and_never_made_up(base, salary):
    currency = {"salaryCurrency": "EUR"} if base == 3000 else {}
    assert said(baseSalary=base, **currency).salary == salary


@pytest.mark.parametrize(
    ("types", "times", "contract", "kind"),
    [
        ("FULL_TIME", {WorkingTime.FULL}, None, Kind.WORK),
        (
            ["FULL_TIME", "PART_TIME"],
            {WorkingTime.FULL, WorkingTime.PART},
            None,
            Kind.WORK,
        ),
        ("FULL_TIME, TEMPORARY", {WorkingTime.FULL}, Contract.TEMPORARY, Kind.WORK),
        (
            ["Vollzeit", "unbefristet"],
            {WorkingTime.FULL},
            Contract.PERMANENT,
            Kind.WORK,
        ),
        ("INTERN", set(), None, Kind.INTERNSHIP),
        ("CONTRACTOR", set(), None, Kind.SELF_EMPLOYED),
        ("Ausbildung", set(), None, Kind.APPRENTICESHIP),
        ("OTHER", set(), None, Kind.WORK),
        (["TEMPORARY", "PERMANENT"], set(), None, Kind.WORK),
    ],
)
def test_the_kind_of_employment_is_read_from_lists_and_texts(
    types, times, contract, kind
):
    found = said(employmentType=types)
    assert (set(found.working_time), found.contract, found.kind) == (
        times,
        contract,
        kind,
    )


def test_a_place_has_what_its_address_says():
    where = {
        "@type": "Place",
        "address": {
            "streetAddress": "Am Markt 1",
            "postalCode": "09111",
            "addressLocality": "Chemnitz",
            "addressRegion": "SN",
            "addressCountry": {"@type": "Country", "name": "DE"},
        },
        "geo": {"latitude": "50.8323", "longitude": 12.9253},
    }
    assert said(jobLocation=where).places == (
        Place(
            name="Chemnitz",
            postcode="09111",
            land="SN",
            country="DE",
            street="Am Markt 1",
            point=Point(50.8323, 12.9253),
        ),
    )


@pytest.mark.parametrize(
    "where",
    [
        "Chemnitz",
        {"name": "Chemnitz"},
        {"address": "Chemnitz"},
        [{"address": {"addressLocality": "Chemnitz"}}, {}],
        {"address": [{"addressLocality": "Chemnitz"}]},
    ],
)
def test_a_place_is_found_in_every_form(where):
    assert said(jobLocation=where).places == (Place(name="Chemnitz"),)


def test_work_at_home_is_said_by_its_own_word():
    assert said(jobLocationType="TELECOMMUTE").remote is Remote.YES
    assert said(jobLocationType="ON_SITE").remote is None


def test_dates_and_the_number_are_kept():
    found = said(
        datePosted="2026-10-01T08:00:00Z+01:00",
        validThrough="2026-12-31T23:59",
        jobStartDate="2027-01-01",
        identifier={"@type": "PropertyValue", "name": "Stadtküche", "value": 4711},
    )
    assert found.published == date(2026, 10, 1)
    assert found.deadline == date(2026, 12, 31)
    assert found.starts == date(2027, 1, 1)
    assert found.references == ("4711",)


@pytest.mark.parametrize(
    ("code", "lang"),
    [("en", "en"), ("en-GB", "en"), ("de_DE", "de"), ("English", "de"), (None, "de")],
)
def test_the_language_is_the_one_that_is_said(code, lang):
    assert said(inLanguage=code).lang == lang


def test_what_this_installation_publishes_itself_is_read_back():
    vacancy = Vacancy(
        member="SN", title="Köchin", employer="Stadtküche", description="Kochen.",
        city="Chemnitz", postcode="09111", street="Markt 1", reference="K-1",
        working_time=("full", "part"), hours=Decimal("38.5"), contract="temporary",
        pay_low=Decimal(3050), pay_high=Decimal(3400), pay_unit="month",
        starts=date(2027, 1, 1), deadline=date(2026, 12, 31),
    )  # fmt: skip
    posted = Posted(vacancy, PAGE, date(2026, 11, 20), "Sachsen")
    found = read(job_posting(posted))
    assert found == read(LEAST, collection([posted], PAGE))
    assert found.title == "Köchin"
    assert found.employer == "Stadtküche"
    assert found.text == "Kochen."
    assert found.places == (
        Place(
            name="Chemnitz", postcode="09111", land="SN", country="DE", street="Markt 1"
        ),
    )
    assert found.working_time == {WorkingTime.FULL, WorkingTime.PART}
    assert (found.hours, found.contract) == (38.5, Contract.TEMPORARY)
    assert found.salary == Salary(low=3050, high=3400, unit=PayUnit.MONTH)
    assert found.references == ("K-1",)
    assert (found.published, found.starts, found.deadline) == (
        date(2026, 11, 20),
        date(2027, 1, 1),
        date(2026, 12, 31),
    )


def test_an_identifier_that_is_an_address_is_no_number():
    assert said(identifier="https://www.example.org/1").references == ()
    assert said(identifier="K-17").references == ("K-17",)


def test_hours_a_week_are_read_from_words():
    assert said(workHours="38,5 Stunden pro Woche").hours == 38.5
    assert said(workHours="8:00-16:00").hours is None


def test_texts_beside_the_description_are_added_unless_they_are_in_it():
    found = said(
        description="&lt;p&gt;Kochen.&lt;/p&gt;<script>x()</script>",
        qualifications="<li>Deutsch B1</li>",
        responsibilities="Kochen.",
        skills="Deutsch B1, Englisch hilft",
    )
    assert found.text == "Kochen.\n\n– Deutsch B1\n\nDeutsch B1, Englisch hilft"


def test_the_qualification_is_the_named_one():
    education = {"@type": "EducationalOccupationalCredential",
                 "credentialCategory": "professional certificate"}  # fmt: skip
    found = said(educationRequirements=[education])
    assert found.qualification == "Berufsabschluss"
    assert said(educationRequirements="Gesellenbrief").qualification == "Gesellenbrief"
    assert said(educationRequirements="no requirements").qualification == ""


def test_an_employer_that_is_called_a_public_body_is_public_service():
    kind = ["Organization", "https://schema.org/GovernmentOrganization"]
    office = {"@type": kind, "name": "Werkhof Musterau"}
    assert said(hiringOrganization=office).public_service is True
    firm = {"@type": "Organization", "name": "Werkhof Musterau"}
    assert said(hiringOrganization=firm).public_service is None


def test_its_own_address_goes_before_the_page_and_the_page_is_kept():
    found = said(url="https://jobs.example.org/7")
    assert (found.url, found.also) == ("https://jobs.example.org/7", (PAGE,))
    assert said(url="javascript:alert(1)").url == PAGE


names = st.sampled_from(
    [
        "title", "hiringOrganization", "jobLocation", "address", "baseSalary", "value",
        "geo", "identifier", "employmentType", "@id", "@type", "description", "url",
        "datePosted", "name", "minValue", "latitude", "workHours",
    ]
)  # fmt: skip
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(names, values))
def test_whatever_stands_where_it_is_an_advertisement_or_a_value_error(fields):
    try:
        read(fields | {"@type": "JobPosting"})
    except ValueError:
        return


def test_a_document_of_enormous_depth_is_walked_through():
    value = LEAST
    for _ in range(5_000):
        value = [value]
    assert len(Document(value).postings) == 1
