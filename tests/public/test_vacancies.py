"""Own vacancies are public: as pages, as JobPosting, as a feed and as data."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils.translation import gettext, override
from lxml import etree

from reihum.acts import vacancies
from tests.acts.test_vacancies import COOK

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

BODY = "Integrationsministerkonferenz"
NASTY = "</script><script>alert(1)</script> & <b>Koch</b>"


@pytest.fixture
def published(acting):
    saxony = acting("SN")

    def make(**more):
        pk = vacancies.draft(saxony, vacancy=replace(COOK, **more))
        vacancies.publish(saxony, vacancy=pk)
        return pk

    return make


def _posting(client, pk):
    page = client.get(f"/jobs/eigene/{pk}/").content.decode()
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return json.loads(found)


def test_a_page_carries_the_vacancy_as_job_posting(client, published):
    pk = published()
    posting = _posting(client, pk)
    assert posting["title"] == "Koch / Köchin"
    assert posting["url"] == f"http://testserver/jobs/eigene/{pk}/"


def test_a_page_says_the_facts_as_the_search_does(client, published):
    pk = published(pay_group="TVöD E 5", pay_low=Decimal(3050), pay_unit="month")
    page = client.get(f"/uk/jobs/eigene/{pk}/").content.decode()
    facts = page.partition('class="r-brief"')[2].partition("</dl>")[0]
    with override("uk"):
        stated = gettext("Vollzeit"), gettext("Deutsch %(level)s") % {"level": "B1"}
    for fact in (*stated, "TVöD\xa0E\xa05", "31 грудня 2026"):
        assert fact in facts
    assert "71-jobs.css" in page


def test_a_page_says_once_what_one_should_be_able_to_do(client, published):
    pk = published(qualification="- Ausbildung\n- Deutsch B1")
    for address in (f"/jobs/eigene/{pk}/", f"/jobs/anzeige/?id=own:{pk}"):
        page = client.get(address).content.decode().partition("<main")[2]
        assert page.count("<li>Ausbildung</li>") == 1
        assert "- Ausbildung" not in page


def test_the_list_says_what_somebody_has_to_know(client, published):
    published()
    line = client.get("/jobs/eigene/").content.decode().partition('class="r-job"')[2]
    for part in ("Vollzeit", "Deutsch B1", "Bewerben bis 31. Dezember 2026"):
        assert part in line


def test_in_a_demonstration_the_page_says_what_is_invented(client, published, settings):
    settings.REIHUM_DEMO = True
    page = client.get(f"/jobs/eigene/{published()}/").content.decode()
    assert "Die eigenen Anzeigen sind erfunden." in page
    assert "Amtsjahr" not in page


def test_markup_in_a_vacancy_is_text_everywhere(client, published):
    pk = published(title=NASTY, description=NASTY, employer=NASTY)
    page = client.get(f"/jobs/eigene/{pk}/").content.decode()
    assert "<script>alert" not in page
    assert _posting(client, pk)["title"] == NASTY


def test_the_list_and_the_feed_have_what_is_open(client, published):
    pk = published()
    assert f"/jobs/eigene/{pk}/" in client.get("/jobs/eigene/").content.decode()
    feed = etree.fromstring(client.get("/jobs/eigene.atom").content)
    titles = feed.findall(".//{*}entry/{*}title")
    assert [one.text for one in titles] == ["Koch / Köchin · Stadtküche, Chemnitz"]
    authors = feed.findall(".//{*}author/{*}name")  # Atom wants one for every entry
    assert [one.text for one in authors] == [BODY, "Stadtküche"]


def test_the_data_are_a_list_of_job_postings(client, published):
    published()
    answer = client.get("/jobs/eigene.json")
    assert answer.headers["Content-Type"] == "application/ld+json"
    assert answer.json()["itemListElement"][0]["item"]["@type"] == "JobPosting"


def test_a_draft_and_a_number_that_is_none_are_not_found(client, acting):
    pk = vacancies.draft(acting("SN"), vacancy=COOK)
    assert client.get(f"/jobs/eigene/{pk}/").status_code == 404
    assert client.get("/jobs/eigene/999/").status_code == 404


def test_with_no_vacancy_the_page_says_so(client, intmk):
    assert "keine Stelle" in client.get("/jobs/eigene/").content.decode()


def test_the_page_of_a_vacancy_asks_the_database_a_fixed_number_of_times(
    client, published, django_assert_num_queries
):
    pk = published()
    client.get(f"/jobs/eigene/{pk}/")
    with django_assert_num_queries(4):
        client.get(f"/jobs/eigene/{pk}/")


def test_search_engines_find_the_pages_of_open_vacancies(client, published):
    pk = published()
    addresses = client.get("/sitemap.xml").content.decode()
    assert f"<loc>http://testserver/jobs/eigene/{pk}/</loc>" in addresses
