"""SmartRecruiters: a list in pages of a hundred, and the text of one posting."""

from datetime import date

import msgspec
import pytest

from reihum.jobs.model import Kind, Place, Point, Remote, WorkingTime
from reihum.jobs.sources.smartrecruiters import SOURCE
from reihum.jobs.sources.source import Settings, Unreadable
from tests.jobs.sources.asking import ASKED, addresses, only, read, settings_of

pytestmark = pytest.mark.unit

POSTING = {
    "id": "744000",
    "name": "Servicekraft (m/w/d)",
    "refNumber": "REF31L",
    "company": {"identifier": "Stadtkueche1", "name": "Stadtküche Nord"},
    "releasedDate": "2026-09-25T14:49:00.552Z",
    "location": {
        "city": "Chemnitz", "region": "SN", "country": "de", "postalCode": "09111",
        "remote": False, "hybrid": False,
        "latitude": "50.83", "longitude": "12.92",
    },
    "function": {"id": "food", "label": "Gastronomie"},
    "typeOfEmployment": {"id": "part-time", "label": "Part-time"},
    "customField": [{"fieldId": "COUNTRY", "valueId": "de"}],
    "visibility": "PUBLIC",
    "language": {"code": "en-GB", "label": "English"},
}  # fmt: skip
FIRST = "https://api.smartrecruiters.com/v1/companies/Stadtkueche1/postings"


def page(*rows, total=None, offset=0):
    content = list(rows)
    return {"offset": offset, "limit": 100, "totalFound": total, "content": content}


def test_the_first_page_of_a_company_is_asked_for():
    address = f"{FIRST}?limit=100&offset=0"
    assert addresses(SOURCE, "Stadtkueche1") == [address]
    assert addresses(SOURCE, "https://careers.smartrecruiters.com/Stadtkueche1") == [
        address
    ]
    assert addresses(SOURCE, "https://elsewhere.example/Stadtkueche1") == []


def test_a_posting_is_an_advertisement():
    found = only(read(SOURCE, page(POSTING)))
    assert found.key == "smartrecruiters:Stadtkueche1.744000"
    assert found.url == "https://jobs.smartrecruiters.com/Stadtkueche1/744000"
    assert found.employer == "Stadtküche Nord"
    assert found.places == (
        Place(
            name="Chemnitz",
            postcode="09111",
            land="SN",
            country="DE",
            point=Point(50.83, 12.92),
        ),
    )
    assert found.lang == "en"
    assert found.references == ("REF31L",)
    assert found.occupations == ("Gastronomie",)
    assert found.working_time == {WorkingTime.PART}
    assert found.remote is Remote.NO
    assert found.published == date(2026, 9, 25)
    assert found.has_details


def test_a_demonstration_leads_to_no_foreign_page():
    settings = settings_of(SOURCE, "k", address="http://127.0.0.1:8100/smartrecruiters")
    (asked,) = SOURCE.ask(ASKED, settings)
    body = msgspec.json.encode(page(POSTING))
    found = only(SOURCE.read(body, asked, ASKED, settings))
    assert found.url == "http://127.0.0.1:8100/smartrecruiters/Stadtkueche1/744000"


def test_an_internship_is_one_and_a_company_of_germany_is_no_intern():
    intern = {"typeOfEmployment": {"id": "intern", "label": "Intern"}}
    assert only(read(SOURCE, page(POSTING | intern))).kind is Kind.INTERNSHIP
    other = {"typeOfEmployment": {"id": "x", "label": "International"}}
    assert only(read(SOURCE, page(POSTING | other))).kind is Kind.WORK


@pytest.mark.parametrize("marks", [{"hybrid": True}, {"remote": True, "hybrid": True}])
def test_half_at_home_is_said_as_half(marks):
    where = POSTING["location"] | marks
    found = only(read(SOURCE, page(POSTING | {"location": where})))
    assert found.remote is Remote.PARTLY


def test_without_a_language_it_is_german():
    assert only(read(SOURCE, page(POSTING | {"language": None}))).lang == "de"


def test_pages_follow_until_all_is_there():
    answer = read(SOURCE, page(POSTING, total=310))
    (more,) = answer.more
    assert more.url.endswith("postings?limit=100&offset=100")
    assert answer.found.total == 310
    assert read(SOURCE, page(POSTING, total=100)).more == ()


def test_an_empty_page_is_the_last_one():
    assert read(SOURCE, page(total=310)).more == ()


def test_pages_end_at_the_bound_though_the_portal_promises_more():
    settings = settings_of(SOURCE, "Stadtkueche1", pages=3)
    requests = SOURCE.ask(ASKED, settings)
    asked = 0
    body = msgspec.json.encode(page(POSTING, total=1_000_000, offset=-5))
    while requests:
        asked += 1
        requests = SOURCE.read(body, requests[0], ASKED, settings).more
    assert asked == 3


def test_the_text_comes_on_demand():
    key = only(read(SOURCE, page(POSTING))).id
    assert SOURCE.details(key, SOURCE.settings).url == f"{FIRST}/744000"
    below = Settings(address="http://127.0.0.1:8100/smartrecruiters")
    assert SOURCE.details(key, below).url == (
        "http://127.0.0.1:8100/smartrecruiters/v1/companies/Stadtkueche1/postings/744000"
    )


def test_the_sections_of_the_text_stand_in_their_order():
    advertisement = only(read(SOURCE, page(POSTING)))
    sections = {
        "qualifications": {"title": "Profil", "text": "<p>Deutsch B1</p>"},
        "jobDescription": {"title": "Aufgaben", "text": "<ul><li>Gäste</li></ul>"},
        "videos": {"urls": []},
        "companyDescription": None,
    }
    body = msgspec.json.encode({"jobAd": {"sections": sections}})
    whole = SOURCE.read_details(body, advertisement)
    assert whole.text == "Aufgaben\n– Gäste\n\nProfil\nDeutsch B1"
    assert whole.title == advertisement.title


@pytest.mark.parametrize("body", [b"{}", b'{"jobAd": null}', b'{"jobAd": {}}'])
def test_details_without_a_text_leave_the_advertisement_as_it_is(body):
    advertisement = only(read(SOURCE, page(POSTING)))
    assert SOURCE.read_details(body, advertisement) == advertisement


def test_details_that_are_none_are_refused():
    with pytest.raises(Unreadable):
        SOURCE.read_details(b"<html>", only(read(SOURCE, page(POSTING))))


@pytest.mark.parametrize("key", ["", "7", "../x.7", "a.b/c", "a?.7"])
def test_a_made_up_key_leads_nowhere(key):
    with pytest.raises(ValueError, match=r".*"):
        SOURCE.details(key, SOURCE.settings)
