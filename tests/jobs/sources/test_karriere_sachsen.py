"""The career portal of Saxony: a list in slices, with days that are no valid ISO."""

import json
from datetime import date

import pytest

from reihum.jobs.model import Place
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.karriere_sachsen import SOURCE
from reihum.jobs.sources.source import Settings, Unreadable

pytestmark = pytest.mark.unit

ASKED = Asked(query=Query(), was="Koch")
LIST = "https://www.karriere.sachsen.de/karriere-verwaltung/rest/stellenanzeige"
ROW = {
    "id": 40001,
    "title": "Köchin/Koch (m/w/d) in der Landesfeuerwehrschule",
    "institution": 17,
    "placeOfEmployments": [{"city": "Elsterheide"}, {"city": "Dresden"}],
    "bewerbungStart": "2026-11-20T00:00:00.000Z+01:00",
    "bewerbungEnde": "2026-12-20T00:00:00.000Z+01:00",
}


def read(answer, url="", settings=SOURCE.settings):
    (request,) = SOURCE.ask(ASKED, settings)
    if url:
        (request,) = (one for one in read([ROW] * 100).more if url in one.url)
    return SOURCE.read(json.dumps(answer).encode(), request, ASKED, settings)


def one(**fields):
    (advertisement,) = read([ROW | fields]).found.advertisements
    return advertisement


def test_the_newest_slice_is_asked_for_whatever_is_searched():
    (request,) = SOURCE.ask(ASKED, SOURCE.settings)
    assert request.url == f"{LIST}?offset=0&limit=100&sortBy=ReleaseDate&sortOrder=DESC"
    other = Asked(query=Query(), was="Lehrkraft", place="Chemnitz")
    assert SOURCE.ask(other, SOURCE.settings) == (request,)


def test_one_authority_can_be_asked_for_alone():
    settings = Settings(address=SOURCE.settings.address, extra={"institution": "17"})
    assert "?institutionId=17&offset=0&" in SOURCE.ask(ASKED, settings)[0].url


def test_a_row_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.id == "40001"
    assert advertisement.title == "Köchin/Koch (m/w/d) in der Landesfeuerwehrschule"
    assert advertisement.url == (
        "https://www.karriere.sachsen.de/karriere/stellenanzeige.jsp?id=40001"
    )
    assert advertisement.employer == "Freistaat Sachsen"
    assert advertisement.places == (
        Place(name="Elsterheide", land="SN"),
        Place(name="Dresden", land="SN"),
    )
    assert advertisement.published == date(2026, 11, 20)
    assert advertisement.deadline == date(2026, 12, 20)
    assert advertisement.public_service is True


def test_the_office_in_berlin_is_not_in_saxony():
    assert one(placeOfEmployments=[{"city": "Berlin"}]).places == (
        Place(name="Berlin"),
    )


def test_a_full_slice_asks_for_the_next_up_to_the_limit():
    (more,) = read([ROW] * 100).more
    assert more.url == f"{LIST}?limit=100&sortBy=ReleaseDate&sortOrder=DESC&offset=100"
    (third,) = read([ROW] * 100, "offset=100").more
    assert third.url.endswith("&offset=200")
    assert read([ROW] * 99).more == ()
    assert read([ROW] * 100, settings=Settings(pages=1)).more == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"id": None},
        {"id": "../../konto"},
        {"title": None},
        {"title": "<script>alert(1)</script>"},
        {"placeOfEmployments": "Dresden"},
    ],
)
def test_a_row_that_is_odd_costs_only_itself(fields):
    found = read([ROW | fields, ROW]).found
    assert (len(found.advertisements), found.skipped) == (1, 1)


def test_days_that_are_none_are_left_out():
    advertisement = one(bewerbungStart="bald", bewerbungEnde="2026-13-45T00:00:00.000Z")
    assert advertisement.published is advertisement.deadline is None


def test_an_answer_of_another_form_is_a_fault():
    for answer in ({"rows": []}, {}, "x"):
        with pytest.raises(Unreadable, match="not-json"):
            read(answer)
