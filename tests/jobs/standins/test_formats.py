"""What each local portal writes: its form, its limits, and that it says what it is."""

import base64
import html
import json
import re
from xml.etree import ElementTree as ET

import pytest

from reihum.jobs.standins import answers, texts
from reihum.jobs.standins.formats import PORTALS
from reihum.jobs.standins.formats.portal import Call
from tests.jobs.standins.market_day import DAY, WORLD

pytestmark = pytest.mark.unit

HOST = "http://127.0.0.1:8100"
ROWS = answers.all_rows(WORLD)
BA = "/jobboerse/jobsuche-service/pc"
EVERYTHING = {
    "arbeitsagentur": f"{BA}/v6/jobs",
    "service-bund": "/Content/DE/Stellen/Suche/Formular.html",
    "karriere-sachsen": "/karriere-verwaltung/rest/stellenanzeige",
    "interamt": "/koop/app/webservice_v2",
    "personio": "/vorfuehrung/xml",
    "softgarden": "/vorfuehrung/jobs.feed.json",
    "recruitee": "/vorfuehrung/api/offers/",
    "smartrecruiters": "/v1/companies/vorfuehrung/postings",
    "greenhouse": "/v1/boards/vorfuehrung/jobs",
    "lever": "/v0/postings/vorfuehrung",
    "ashby": "/posting-api/job-board/vorfuehrung",
    "workable": "/api/v1/widget/accounts/vorfuehrung",
    "arbeitnow": "/api/job-board-api",
    "adzuna": "/v1/api/jobs/de/search/1",
    "careerjet": "/v4/query",
    "eures": "/eures/api/jv-searchengine/public/jv-search/search",
}
FULL = {"partner": "1", "limit": "100", "content": "true", "details": "true"}
EMPLOYERS = {
    key: path for key, path in EVERYTHING.items() if "vorfuehrung" in path
}  # fmt: skip


def reply(key, path, method="GET", body=b"", **params):
    call = Call(base=f"{HOST}/{key}", day=DAY, params=params, body=body)
    return answers.answer(key, path, method, ROWS[key], call)


def written(key, path="", **params):
    method = "POST" if key == "eures" else "GET"
    found = reply(key, path or EVERYTHING[key], method, **params)
    assert found.status == 200
    return found.body.decode()


def ba(**params):
    return json.loads(written("arbeitsagentur", **params))


@pytest.mark.parametrize("key", EVERYTHING)
def test_every_answer_says_that_it_is_a_demonstration(key):
    assert "Vorführung" in written(key, **FULL)


@pytest.mark.parametrize("key", EVERYTHING)
def test_every_answer_is_json_or_xml(key):
    text = written(key, **FULL)

    assert ET.fromstring(text) if text[0] == "<" else json.loads(text)  # noqa: S314


@pytest.mark.parametrize("key", PORTALS)
def test_a_path_that_the_real_portal_does_not_have_is_not_found(key):
    assert reply(key, "/").status == 404
    assert reply(key, "/stelle/unbekannt").status == 404


@pytest.mark.parametrize("key", PORTALS)
def test_every_advertisement_has_a_page_where_people_read_it(key):
    row = ROWS[key][0]

    found = reply(key, f"/stelle/{row.id}")

    assert found.status == 200
    page = html.unescape(found.body.decode())
    assert row.title in page
    assert "alles hier ist erfunden" in page


@pytest.mark.parametrize("key", EMPLOYERS)
def test_an_employer_has_its_own_feed_and_a_stranger_none(key):
    own = ROWS[key][0].vacancy.employer
    path = EMPLOYERS[key]

    mine = written(key, path.replace("vorfuehrung", own.slug), **FULL)
    others = reply(key, path.replace("vorfuehrung", "fremd"))

    assert own.name in mine
    assert len(mine) < len(written(key, **FULL))
    if key == "smartrecruiters":
        assert json.loads(others.body)["totalFound"] == 0
    else:
        assert others.status == 404


# ── The employment agency ────────────────────────────────────────────────────


def test_a_search_without_a_hit_has_no_list_at_all():
    answer = ba(was="Raumfahrerin")

    assert "ergebnisliste" not in answer
    assert answer["maxErgebnisse"] == 0


def test_near_chemnitz_is_what_is_within_the_radius():
    found = ba(was="Koch", wo="Chemnitz", umkreis="25", size="100")
    further = ba(was="Koch", wo="Chemnitz", umkreis="50", size="100")

    assert all(row["entfernung"] <= 25 for row in found["ergebnisliste"])
    assert found["maxErgebnisse"] < further["maxErgebnisse"]
    assert found["woOutput"]["suchmodus"] == "UMKREISSUCHE"


def test_an_unknown_place_is_said_to_be_invalid():
    answer = ba(was="Koch", wo="Atlantis")

    assert answer["woOutput"]["suchmodus"] == "UNGUELTIG"
    assert "ergebnisliste" not in answer


def test_pages_have_at_most_100_rows_and_no_row_twice():
    first, second = ba(size="500"), ba(size="100", page="2")
    numbers = [
        row["referenznummer"]
        for page in (first, second)
        for row in page["ergebnisliste"]
    ]

    assert len(first["ergebnisliste"]) == 100
    assert len(set(numbers)) == 200


@pytest.mark.parametrize(
    ("params", "field", "value"),
    [
        ({"arbeitszeit": "tz"}, "arbeitszeitTeilzeitFlexibel", True),
        ({"arbeitszeit": "mj"}, "istGeringfuegigeBeschaeftigung", True),
        ({"arbeitszeit": "ho"}, "homeofficemoeglich", True),
        ({"befristung": "1"}, "vertragsdauer", "BEFRISTET"),
        ({"angebotsart": "4"}, "stellenangebotsart", "AUSBILDUNG"),
        ({"angebotsart": "1"}, "stellenangebotsart", "ARBEIT"),
    ],
)
def test_the_portal_filters_what_it_can_filter(params, field, value):
    rows = ba(size="100", **params)["ergebnisliste"]

    assert {row[field] for row in rows} == {value}


def test_published_since_counts_days():
    rows = ba(size="100", veroeffentlichtseit="3")["ergebnisliste"]

    assert {row["datumErsteVeroeffentlichung"] for row in rows} <= {
        f"2026-11-{day}" for day in (23, 24, 25, 26)
    }


def test_details_are_found_by_the_number_as_base64():
    row = ROWS["arbeitsagentur"][0]
    code = base64.b64encode(row.id.encode()).decode()

    text = json.loads(written("arbeitsagentur", f"{BA}/v4/jobdetails/{code}"))

    assert text["stellenangebotsBeschreibung"] == texts.markdown(row.text)


@pytest.mark.parametrize("code", ["unsinn", "AAAA", "ä", "/w=="])
def test_details_of_nothing_are_not_found(code):
    assert reply("arbeitsagentur", f"{BA}/v4/jobdetails/{code}").status == 404


# ── Others ───────────────────────────────────────────────────────────────────


def test_arbeitnow_escapes_some_texts_once_too_often_and_ends_its_pages():
    texts_seen, page = [], written("arbeitnow")
    while True:
        answer = json.loads(page)
        texts_seen += [row["description"][0] for row in answer["data"]]
        following = answer["links"]["next"]
        if following is None:
            break
        page = written("arbeitnow", page=following.rpartition("=")[2])

    assert len(texts_seen) == len(ROWS["arbeitnow"])
    assert set(texts_seen) == {"<", "&"}


def test_sachsen_writes_days_that_are_none():
    first = json.loads(written("karriere-sachsen"))[0]

    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT00:00:00\.000Z\+01:00", first["bewerbungStart"]
    )


def test_service_bund_keeps_the_number_that_interamt_gave():
    text = written("service-bund", templateQueryString="Koch", city_zipcode="09111")
    both = next(row for row in ROWS["interamt"] if row.vacancy.number == 1)

    assert f"/Stellenangebote/interamt/2026/11/{both.id}.html" in text


def test_adzuna_cuts_its_texts():
    rows = json.loads(written("adzuna"))["results"]

    assert all(row["description"].endswith("…") for row in rows)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff"])
def test_a_search_that_is_none_is_not_answered(body):
    assert reply("interamt", "/search/stellenangebot", "POST", body).status == 404


def test_a_search_in_one_country_finds_nothing_of_another():
    asked = json.dumps({"locationCodes": ["fr"], "resultsPerPage": 50}).encode()

    answer = json.loads(written("eures", body=asked))

    assert answer["numberRecords"] == 0


@pytest.mark.parametrize(
    "key", ["personio", "service-bund", "sitemap", "softgarden", "recruitee"]
)
def test_scripts_in_titles_stay_text(key):
    rows = tuple(map(answers.with_script, ROWS[key][:5]))
    path = EVERYTHING.get(key, f"/{'127.0.0.1:8100'}/sitemap.xml")
    call = Call(base=f"{HOST}/{key}", day=DAY)

    text = answers.answer(key, path, "GET", rows, call).body.decode()

    assert ET.fromstring(text) if text[0] == "<" else json.loads(text)  # noqa: S314
    assert text[0] != "<" or "<script>" not in text
