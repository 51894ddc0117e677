"""What a local portal writes is read back by the source of the real one.

Sources and local portals were written apart from each other, from the same formats.
"""

from html import unescape
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from msgspec.structs import replace

from reihum.jobs.model import Kind, Point, Remote, WorkingTime
from reihum.jobs.query import Asked, Query
from reihum.jobs.reading.complete import complete
from reihum.jobs.sources import BY_KEY, SOURCES
from reihum.jobs.sources.source import Request
from reihum.jobs.standins import answers, looking, market
from reihum.jobs.standins.formats import PORTALS
from reihum.jobs.standins.formats.portal import Call
from reihum.jobs.standins.links import at_home
from reihum.jobs.standins.looking import Near
from tests.jobs.standins.market_day import DAY, WORLD

pytestmark = pytest.mark.unit

HOST = "http://127.0.0.1:8100"
ROWS = answers.all_rows(WORLD)
CHEMNITZ = Asked(
    query=Query(words="Koch", place="Chemnitz"),
    was="Koch",
    place="Chemnitz",
    postcode="09111",
    near=Point(50.8357, 12.9292),
    land="SN",
)
KEYS = [source.key for source in SOURCES if source.key in PORTALS]
FULL_TEXT = {
    "personio", "softgarden", "recruitee", "greenhouse", "lever", "ashby", "workable",
    "sitemap", "arbeitnow",
}  # fmt: skip
SUMS = {"arbeitsagentur", "softgarden", "recruitee", "lever", "ashby", "sitemap"}
SEARCHED = {"arbeitsagentur", "service-bund", "adzuna", "careerjet"}
WRITES_ISO = {  # several in one answer; all others write RFC 822 or a number
    "arbeitsagentur", "karriere-sachsen", "interamt", "personio", "softgarden",
    "recruitee", "smartrecruiters", "greenhouse", "ashby", "workable", "adzuna",
}  # fmt: skip
NO_EMPLOYER = {"karriere-sachsen", "careerjet"}  # some rows of it name none
NO_TOWN = {"eures"}  # regions only
BY_HEART = {
    "arbeitsagentur",
    "interamt",
    "karriere-sachsen",
    "smartrecruiters",
    "eures",
}


def settings_of(source):
    address = f"{HOST}/{source.key}"
    return replace(
        source.settings,
        on=True,
        address=address,
        key="vorfuehrung",
        employers=market.feeds(source.key) or (address,),
        extra=dict.fromkeys(source.needs, "vorfuehrung"),
        pages=50,
    )


def answered(key, request):
    """Return what the local portal says to a request of the source."""
    parts = urlsplit(request.url)
    assert f"{parts.scheme}://{parts.netloc}" == HOST, request.url
    prefix = f"/{key}"
    assert parts.path.startswith(prefix), request.url
    call = Call(
        base=HOST + prefix, day=DAY, params=dict(parse_qsl(parts.query)),
        body=request.body,
    )  # fmt: skip
    path = unquote(parts.path.removeprefix(prefix))
    reply = answers.answer(key, path, request.method, ROWS[key], call)
    assert reply.status == 200, request.url
    return reply.body


def everything(key, asked=CHEMNITZ, sent=lambda body: body):
    """Ask as the fan-out does: the first requests, and what they lead to.

    `sent` is what becomes of the bytes of each answer.
    """
    source = BY_KEY[key]
    settings = settings_of(source)
    waiting, found = list(source.ask(asked, settings)), []
    while waiting:
        request = waiting.pop(0)
        read = source.read(sent(answered(key, request)), request, asked, settings)
        assert read.found.skipped == 0, request.url
        found += read.found.advertisements
        waiting += read.more
    return found


def pairs(key):
    """Return each advertisement that was read beside the one that was written."""
    by_url = {link(key, row): row for row in ROWS[key]}
    by_id = {row.id: row for row in ROWS[key]}
    return [
        (one, by_id.get(one.id.rpartition(".")[2]) or by_url[one.url])
        for one in everything(key)
    ]


@pytest.mark.parametrize("key", KEYS)
def test_in_a_demonstration_every_link_leads_to_the_local_portal(key):
    settings = {key: settings_of(BY_KEY[key])}
    for one, row in pairs(key)[:5]:
        page = Request(url=at_home(one, settings).url)
        assert row.title in unescape(answered(key, page).decode())


def link(key, row):
    return f"{HOST}/{key}/stelle/{row.id}"


@pytest.mark.parametrize("key", KEYS)
def test_title_employer_place_day_and_link_come_back(key):
    found = pairs(key)

    assert found
    for one, row in found:
        assert one.title == row.title
        assert one.published == row.published
        if key not in NO_EMPLOYER:
            assert one.employer == row.employer
        if key not in NO_TOWN:
            assert [place.name for place in one.places] == [row.vacancy.town.name]
        assert row.id in one.url
        if key not in BY_HEART:
            assert one.url.startswith(f"{HOST}/{key}/")


@pytest.mark.parametrize("key", KEYS)
def test_whatever_else_comes_back_is_true(key):
    for one, row in pairs(key):
        true = row.vacancy
        assert one.kind in {Kind.WORK, true.kind}
        assert one.contract in {None, true.contract}
        assert one.deadline in {None, true.deadline}
        assert one.starts in {None, true.starts}
        assert one.remote in {None, Remote.NO} or true.remote
        if true.time in {WorkingTime.FULL, WorkingTime.PART}:
            assert one.working_time <= {true.time}
        for place in one.places:
            assert place.postcode in {"", true.town.postcode}
            assert place.land in {"", true.town.land}
            assert place.point in {None, true.town.point}


@pytest.mark.parametrize("key", [key for key in KEYS if key in FULL_TEXT])
def test_the_whole_text_comes_back_without_any_markup(key):
    for one, row in pairs(key):
        lines = (point for section in row.text.sections for point in section.points)
        assert [line for line in lines if line not in one.text] == []
        assert row.text.intro in one.text
        assert "<" not in one.text
        assert "&lt;" not in one.text


@pytest.mark.parametrize("key", [key for key in KEYS if key in SUMS])
def test_pay_comes_back_as_it_was_written(key):
    paid = [
        (one.salary, row.vacancy.pay)
        for one, row in pairs(key)
        if row.vacancy.pay and not row.vacancy.pay.group
    ]

    assert paid
    for salary, pay in paid:
        assert (salary.low, salary.high, salary.unit) == (pay.low, pay.high, pay.unit)


@pytest.mark.parametrize("key", KEYS)
def test_pay_of_one_euro_or_of_ten_millions_is_no_pay_and_costs_no_row(
    key, monkeypatch
):
    usual = len(everything(key))
    monkeypatch.setitem(ROWS, key, tuple(map(answers.with_odd_pay, ROWS[key])))
    found = [complete(one) for one in everything(key)]
    assert len(found) == usual
    for one in found:
        assert one.salary is None or (one.salary.low, one.salary.high) == (None, None)


@pytest.mark.parametrize("key", KEYS)
def test_days_that_are_none_or_that_nobody_writes_so_cost_no_row(key):
    found = everything(key, sent=answers.with_odd_days)
    assert len(found) == len(everything(key))
    days = {row.published for row in ROWS[key]}
    if key in WRITES_ISO:
        assert None in {one.published for one in found}
    assert {one.published for one in found} <= days | {None}


@pytest.mark.parametrize("key", [key for key in KEYS if BY_KEY[key].details])
def test_details_have_the_whole_text(key):
    source = BY_KEY[key]
    for one, row in pairs(key)[:5]:
        request = source.details(one.id, settings_of(source))
        whole = source.read_details(answered(key, request), one)
        assert row.text.sections[0].points[0] in whole.text
        assert whole.key == one.key


@pytest.mark.parametrize("key", [key for key in KEYS if key in SEARCHED])
def test_a_search_near_a_place_finds_what_is_there_and_nothing_else(key):
    near = Near(market.towns()["Chemnitz"], 25)
    written = {
        row.id
        for row in looking.within(ROWS[key], near)
        if "koch" in row.hay and row.vacancy.kind is Kind.WORK
    }

    found = {row.id for _, row in pairs(key) if row.vacancy.kind is Kind.WORK}

    assert written
    assert found == written


@pytest.mark.parametrize("key", [key for key in KEYS if key in SEARCHED])
def test_a_place_that_no_portal_knows_finds_nothing(key):
    atlantis = replace(CHEMNITZ, place="Atlantis", postcode="", near=None, land="")

    assert everything(key, atlantis) == []


def test_a_partner_of_interamt_reads_the_same_with_all_details():
    source = BY_KEY["interamt"]
    partner = replace(settings_of(source), extra={"partner": "42"})
    [request] = source.ask(CHEMNITZ, partner)
    found = source.read(answered("interamt", request), request, CHEMNITZ, partner).found

    row, one = ROWS["interamt"][0], found.advertisements[0]
    details = source.details(one.id, partner)
    whole = source.read_details(answered("interamt", details), one)

    assert (one.id, one.title, one.employer) == (row.id, row.title, row.employer)
    assert (whole.starts, whole.hours) == (row.vacancy.starts, row.vacancy.hours)
