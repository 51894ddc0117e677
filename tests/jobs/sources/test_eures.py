"""EURES: off by its terms; its places are regions, its days milliseconds."""

import json
from datetime import date

import pytest

from reihum.jobs.model import Contract, Kind, Place, WorkingTime
from reihum.jobs.query import Asked, Criterion, Query
from reihum.jobs.sources.eures import SOURCE
from reihum.jobs.sources.source import Settings, Unreadable

pytestmark = pytest.mark.unit

SETTINGS = Settings(address=SOURCE.settings.address, pages=2)
ASKED = Asked(
    query=Query(working_time=frozenset({WorkingTime.FULL}), published_days=7),
    was="Koch",
    place="Chemnitz",
    land="SN",
)
ROW = {
    "id": "MTIz NDU2",
    "title": "Cook",
    "description": "<p>We cook</p>",
    "creationDate": 1795000000000,
    "lastModificationDate": 1795100000000,
    "locationMap": {"DE": ["DED41", "DED42", None], "PL": ["PL514"]},
    "positionScheduleCodes": ["fulltime", "NS"],
    "employer": {"name": "Stadtküche Nord"},
    "availableLanguages": ["de"],
    "translations": {"de": {"title": "Koch (m/w/d)", "description": "Wir kochen"}},
}


def read(answer):
    (request,) = SOURCE.ask(ASKED, SETTINGS)
    return SOURCE.read(json.dumps(answer).encode(), request, ASKED, SETTINGS)


def one(**fields):
    (advertisement,) = read({"jvs": [ROW | fields]}).found.advertisements
    return advertisement


def wanted(asked):
    return json.loads(SOURCE.ask(asked, SETTINGS)[0].body)


def test_it_is_off_and_says_why():
    assert not SOURCE.settings.on
    assert "Partnerorganisationen" in SOURCE.note
    assert Criterion.RADIUS not in SOURCE.can


def test_the_search_asks_for_the_land_and_says_nothing_of_the_visitor():
    (request,) = SOURCE.ask(ASKED, SETTINGS)
    assert request.method == "POST"
    assert request.url == (
        "https://europa.eu/eures/api/jv-searchengine/public/jv-search/search"
    )
    body = json.loads(request.body)
    assert body["keywords"] == [{"keyword": "Koch", "specificSearchCode": "EVERYWHERE"}]
    assert body["locationCodes"] == ["ded"]
    assert body["publicationPeriod"] == "LAST_WEEK"
    assert body["positionScheduleCodes"] == ["fulltime"]
    assert (body["resultsPerPage"], body["page"]) == (50, 1)
    assert body["sessionId"] == wanted(Asked(query=Query(), was="x"))["sessionId"]


def test_without_land_word_and_filters_the_country_is_asked_for():
    body = wanted(Asked(query=Query(), was=""))
    assert body["locationCodes"] == ["de"]
    assert body["keywords"] == body["positionScheduleCodes"] == []
    assert body["publicationPeriod"] is None


def test_a_row_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.title == "Koch (m/w/d)"
    assert advertisement.text == "Wir kochen"
    assert advertisement.lang == "de"
    assert advertisement.url == (
        "https://europa.eu/eures/portal/jv-se/jv-details/MTIz%20NDU2?lang=de"
    )
    assert advertisement.employer == "Stadtküche Nord"
    assert advertisement.places == (Place(name="Sachsen", land="SN", country="DE"),)
    assert advertisement.working_time == {WorkingTime.FULL}
    assert advertisement.published == date(2026, 11, 18)
    assert advertisement.changed == date(2026, 11, 19)


@pytest.mark.parametrize(
    ("code", "kind", "contract"),
    [
        ("apprenticeship", Kind.APPRENTICESHIP, None),
        ("traineeship", Kind.INTERNSHIP, None),
        ("seasonal", Kind.WORK, Contract.TEMPORARY),
        ("directhire", Kind.WORK, None),
        (None, Kind.WORK, None),
    ],
)
def test_the_kind_of_offer_is_known(code, kind, contract):
    advertisement = one(positionOfferingCode=code)
    assert (advertisement.kind, advertisement.contract) == (kind, contract)


def test_an_advertisement_in_another_language_is_marked_so():
    advertisement = one(availableLanguages=["EN"], translations=None)
    assert (advertisement.lang, advertisement.title) == ("en", "Cook")
    assert advertisement.text == "We cook"


def test_the_first_page_asks_for_the_others():
    (more,) = read({"numberRecords": 120, "jvs": [ROW] * 50}).more
    body = json.loads(more.body)
    assert body["page"] == 2
    assert body | {"page": 1} == wanted(ASKED)
    answer = json.dumps({"numberRecords": 120, "jvs": [ROW] * 50}).encode()
    assert SOURCE.read(answer, more, ASKED, SETTINGS).more == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"id": None},
        {"title": "", "translations": None},
        {"locationMap": ["DED41"]},
        {"employer": "Stadtküche"},
    ],
)
def test_a_row_that_is_odd_costs_only_itself(fields):
    found = read({"jvs": [ROW | fields, ROW]}).found
    assert (len(found.advertisements), found.skipped) == (1, 1)


def test_an_answer_of_another_form_is_a_fault():
    for answer in ({"numberRecords": 0}, {"jvs": "x"}, []):
        with pytest.raises(Unreadable, match="not-json"):
            read(answer)
