"""Arbeitnow: mirrored page by page, with markup that is sometimes escaped."""

import json
from datetime import date

import pytest

from reihum.jobs.model import Kind, Place, Remote, WorkingTime
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.arbeitnow import SOURCE
from reihum.jobs.sources.source import Request, Settings, Unreadable, Way

pytestmark = pytest.mark.unit

ASKED = Asked(query=Query(), was="Koch")
LIST = "https://www.arbeitnow.com/api/job-board-api"
ROW = {
    "slug": "koch-stadtkueche-nord-leipzig-100001",
    "company_name": "Stadtküche Nord",
    "title": "Koch (m/w/d)",
    "description": "&lt;h2&gt;Ihre Aufgaben&lt;/h2&gt;\n"
    "&lt;p&gt;Kochen &amp;amp; Planen&lt;/p&gt;",
    "remote": False,
    "url": "https://www.arbeitnow.com/jobs/companies/stadtkueche-nord/koch-100001",
    "tags": ["Gastronomie"],
    "job_types": ["Full Time", "permanent"],
    "location": "Leipzig, Sachsen",
    "created_at": 1795000000,
}


def answer(*rows, following=None):
    return json.dumps({"data": rows, "links": {"next": following}}).encode()


def read(body, url=f"{LIST}?page=1", settings=SOURCE.settings):
    return SOURCE.read(body, Request(url=url), ASKED, settings)


def one(**fields):
    (advertisement,) = read(answer(ROW | fields)).found.advertisements
    return advertisement


def test_it_is_mirrored_once_an_hour_whatever_is_searched():
    assert SOURCE.way is Way.MIRROR
    assert SOURCE.settings.keep_seconds == 3600
    (request,) = SOURCE.ask(ASKED, SOURCE.settings)
    assert request.url == f"{LIST}?page=1"
    assert SOURCE.ask(Asked(query=Query(), was="x"), SOURCE.settings) == (request,)


def test_a_row_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.id == ROW["slug"]
    assert advertisement.url == ROW["url"]
    assert advertisement.employer == "Stadtküche Nord"
    assert advertisement.places == (Place(name="Leipzig", land="SN"),)
    assert advertisement.text == "Ihre Aufgaben\n\nKochen & Planen"
    assert advertisement.occupations == ("Gastronomie",)
    assert advertisement.working_time == {WorkingTime.FULL}
    assert advertisement.remote is Remote.NO
    assert advertisement.published == date(2026, 11, 18)


def test_markup_that_is_not_escaped_is_read_the_same():
    markup = "<h2>Ihre Aufgaben</h2>\n<p>Kochen &amp; Planen</p><script>x()</script>"
    assert one(description=markup).text == one().text


def test_an_internship_is_no_work():
    assert one(job_types=["Internship"]).kind is Kind.INTERNSHIP
    assert one(job_types=[]).kind is Kind.WORK


def test_the_next_page_is_asked_for_at_the_portal_itself_only():
    (more,) = read(answer(ROW, following="http://169.254.169.254/meta?page=2")).more
    assert more.url == f"{LIST}?page=2"


@pytest.mark.parametrize(
    ("following", "page"),
    [
        (None, 1),
        (f"{LIST}?page=1", 1),
        (f"{LIST}?page=2", 2),
        (f"{LIST}?page=1", 3),
        (f"{LIST}?page=6", 5),
        (f"{LIST}?page=zwei", 1),
        (7, 1),
        ("http://[::1?page=2", 1),
        (f"{LIST}?page={'9' * 5000}", 1),
    ],
)
def test_pages_end_where_they_repeat_or_the_limit_is(following, page):
    assert read(answer(ROW, following=following), f"{LIST}?page={page}").more == ()


def test_an_empty_page_is_the_last():
    assert read(answer(following=f"{LIST}?page=2")).more == ()
    two = Settings(pages=2)
    assert len(read(answer(ROW, following=f"{LIST}?page=2"), settings=two).more) == 1


def test_a_long_name_keeps_its_end_which_tells_it_from_others():
    long = "k" * 150 + "-100001"
    assert one(slug=long).id.endswith("k-100001")
    assert len(one(slug=long).id) == 100


@pytest.mark.parametrize(
    "fields",
    [
        {"slug": None},
        {"slug": "a b"},
        {"title": ""},
        {"url": "javascript:alert(1)"},
        {"job_types": "Full Time"},
        {"remote": "no"},
    ],
)
def test_a_row_that_is_odd_costs_only_itself(fields):
    found = read(answer(ROW | fields, ROW)).found
    assert (len(found.advertisements), found.skipped) == (1, 1)


def test_an_answer_of_another_form_is_a_fault():
    for body in (b"{}", b'{"data": {}}', b"[]"):
        with pytest.raises(Unreadable, match="not-json"):
            read(body)
