"""A search as JSON, as a table and as a feed: the same jobs as on the page."""

import csv
import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from reihum.jobs.query import Order, Understood
from reihum.public.jobs_files import clean, harmless
from tests.public.job_search import COOK, entry, many

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ASKED = "?was=Koch&wo=Chemnitz"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def told(answer) -> dict:
    assert answer.headers["Content-Type"] == "application/json"
    return json.loads(answer.content)


def rows(answer) -> list[list[str]]:
    text = answer.content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(text[1:].splitlines(), delimiter=";"))


def feed(answer) -> etree._Element:
    return etree.fromstring(answer.content)


@pytest.mark.parametrize(
    ("address", "accept"),
    [
        (f"/jobs/{ASKED}&format=json", "*/*"),
        (f"/jobs/{ASKED}", "application/json"),
        (f"/uk/jobs/{ASKED}", "application/json, text/html;q=0.5"),
    ],
)
def test_json_is_asked_for_by_address_or_by_header(prepare, client, address, accept):
    prepare()
    answer = client.get(address, headers={"accept": accept})
    assert told(answer)["total"] == 3


@pytest.mark.parametrize("accept", ["*/*", "text/html,application/json;q=0.9", ""])
def test_a_browser_gets_the_page(prepare, client, accept):
    prepare()
    answer = client.get(f"/jobs/{ASKED}", headers={"accept": accept})
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "Accept" in answer.headers["Vary"]


def test_json_and_page_show_the_same_jobs_in_the_same_order(prepare, client):
    prepare(entries=many(45))
    for number in (1, 2, 3):
        address = f"/jobs/{ASKED}&seite={number}"
        page = client.get(address).getvalue().decode().partition("data-final")[2]
        data = told(client.get(f"{address}&format=json"))
        titles = [one["best"]["title"] for one in data["entries"]]
        assert titles == re.findall(r">(Koch Nummer \d+)</a></h3>", page)
        assert (data["page"], data["pages"]) == (number, 3)


def test_json_says_what_was_asked_and_how_each_portal_did(prepare, client):
    prepare(standins=True)
    data = told(client.get(f"/jobs/{ASKED}&deutsch=b1&format=json"))
    assert data["query"] == "was=Koch&wo=Chemnitz&deutsch=b1"
    assert data["asked"]["was"] == "Koch"
    assert data["demonstration"] is True
    assert data["lands"] == {"SN": 3}
    states = {one["source"]: one["state"] for one in data["sources"]}
    assert states == {
        "arbeitsagentur": "answered", "service-bund": "answered",
        "personio": "late", "softgarden": "blocked",
    }  # fmt: skip
    first, second = data["sources"][:2]
    assert (first["shown"], first["total"]) == (34, 112)
    assert (second["cannot"], second["unstated"]) == (["level"], 4)
    assert data["sources"][2]["reason"] == "timeout"


def test_json_has_every_field_of_a_job_and_where_it_was_found(prepare, client):
    prepare()
    job = told(client.get(f"/jobs/{ASKED}&format=json"))["entries"][0]
    assert job["best"]["salary"]["low"] == 3050
    assert job["best"]["working_time"] == ["full", "part"]
    assert job["best"]["level"] == 3
    assert job["distance_km"] == 1.8
    assert [one["source"] for one in job["offers"]] == [
        "arbeitsagentur", "service-bund",
    ]  # fmt: skip


def test_json_says_as_data_why_it_cannot_answer(prepare, client):
    prepare(
        understood=Understood(asked=None, problem="unknown_place", places=("Chemnitz",))
    )
    answer = client.get(f"/jobs/{ASKED}&format=json")
    assert answer.status_code == 422
    assert told(answer) == {
        "error": "Den Ort „Chemnitz“ kennen wir nicht. Wir suchen nur in Deutschland.",
        "problem": "unknown_place",
        "places": ["Chemnitz"],
    }


def test_a_query_without_words_and_an_unknown_format_are_errors(prepare, client):
    search = prepare()
    empty = client.get("/jobs/?format=json")
    assert (empty.status_code, told(empty)["problem"]) == (422, "empty")
    odd = client.get(f"/jobs/{ASKED}&format=xml")
    assert (odd.status_code, told(odd)["problem"]) == (400, "format")
    assert search.asked == []


def test_the_table_has_a_line_for_each_job(prepare, client):
    prepare()
    answer = client.get(f"/jobs/stellen.csv{ASKED}")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    head, first, *_rest = rows(answer)
    assert len(head) == len(first) == 12
    assert first[0] == COOK.title
    assert first[2] == "09111 Chemnitz"
    assert first[7:10] == [
        "2026-11-21", "2026-12-31", "Bundesagentur für Arbeit, service.bund.de",
    ]  # fmt: skip
    assert len(_rest) == 2


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_table_is_run_as_a_formula(prepare, client, sign):
    prepare(entries=(entry(replace(COOK, title=f"{sign}cmd|'/c calc'!A1")),))
    text = client.get(f"/jobs/stellen.csv{ASKED}").content.decode()
    assert f"'{sign}cmd" in text


@given(st.text())
def test_a_cell_never_begins_as_a_formula_does(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert harmless(text).removeprefix("'") in {text, text.removeprefix("'")}


def test_the_feed_has_the_newest_jobs_with_ids_that_stay(prepare, client):
    search = prepare()
    address = f"/jobs/stellen.atom{ASKED}&seite=3&reihenfolge=nah"
    first, again = feed(client.get(address)), feed(client.get(address))
    ids = first.xpath("//a:entry/a:id/text()", namespaces=ATOM)
    assert ids[0] == "tag:testserver,2026:arbeitsagentur:10000-1-S"
    assert ids == again.xpath("//a:entry/a:id/text()", namespaces=ATOM)
    assert {(one.order, one.page) for one in search.asked} == {(Order.NEWEST, 1)}
    assert first.xpath("//a:entry/a:link/@href", namespaces=ATOM)[0] == COOK.url


def test_table_and_feed_of_a_demonstration_are_marked_as_one(prepare, client):
    for invented in (False, True):
        prepare(standins=invented)
        title = feed(client.get(f"/jobs/stellen.atom{ASKED}")).findtext(
            "a:title", namespaces=ATOM
        )
        file = client.get(f"/jobs/stellen.csv{ASKED}").headers["Content-Disposition"]
        assert title.startswith("Vorführung. ") is invented
        assert ("vorfuehrung" in file) is invented


def test_the_feed_invents_no_day_and_holds_no_sign_that_breaks_it(prepare, client):
    odd = replace(COOK, title="Ko\x00ch\x0b <b>", published=None)
    later = replace(COOK, id="2", changed=date(2026, 11, 22))
    prepare(entries=(entry(odd), entry(later)))
    xml = feed(client.get(f"/jobs/stellen.atom{ASKED}"))
    assert xml.xpath("//a:entry/a:title/text()", namespaces=ATOM)[0] == "Koch <b>"
    assert len(xml.xpath("//a:entry/a:published", namespaces=ATOM)) == 1
    updated = xml.xpath("//a:entry/a:updated/text()", namespaces=ATOM)
    assert updated[1].startswith("2026-11-22")


def test_a_feed_says_whose_it_is_and_what_narrows_it(prepare, client):
    prepare(entries=(entry(replace(COOK, employer="")),))
    xml = feed(client.get(f"/jobs/stellen.atom{ASKED}&zeit=teil"))
    (title,) = xml.xpath("/a:feed/a:title/text()", namespaces=ATOM)
    assert title == "Koch · Chemnitz · Teilzeit · Stellen suchen"
    authors = xml.xpath("//a:author/a:name/text()", namespaces=ATOM)
    assert authors == ["Integrationsministerkonferenz"]  # nobody is made up


@given(st.text())
def test_whatever_a_portal_writes_fits_into_xml(text):
    element = etree.Element("x")
    element.text = re.sub("[\ud800-\udfff]", "", clean(text))


@pytest.mark.parametrize("file", ["stellen.csv", "stellen.atom"])
def test_a_file_of_nothing_asked_is_refused_in_a_sentence(prepare, client, file):
    prepare()
    answer = client.get(f"/jobs/{file}")
    assert answer.status_code == 422
    assert "Bitte geben Sie einen Beruf oder einen Ort ein." in answer.content.decode()


OURS = replace(COOK, source="own", id="7", url="/jobs/eigene/7/")


@pytest.mark.parametrize("file", ["?format=json", "stellen.csv?", "stellen.atom?"])
def test_our_own_advertisements_can_be_reached_from_anywhere(prepare, client, file):
    prepare(entries=(entry(OURS),))
    answer = client.get(f"/uk/jobs/{file}&was=Koch").content.decode()
    assert "http://testserver/uk/jobs/eigene/7/" in answer
    assert '"/jobs/eigene' not in answer
