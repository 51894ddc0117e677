"""What a local portal writes is read back by the source of the real one.

Sources and local portals were written apart from each other, from the same formats.
"""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from msgspec.structs import replace

from reihum.jobs.model import Point
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources import BY_KEY, SOURCES
from reihum.jobs.standins import answers, market
from reihum.jobs.standins.formats import PORTALS
from reihum.jobs.standins.formats.portal import Call
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
NO_EMPLOYER = {"karriere-sachsen", "careerjet"}  # some rows of it name none
NO_TOWN = {"eures"}  # regions only
ELSEWHERE = {
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


def everything(key, asked=CHEMNITZ):
    """Ask as the fan-out does: the first requests, and what they lead to."""
    source = BY_KEY[key]
    settings = settings_of(source)
    waiting, found = list(source.ask(asked, settings)), []
    while waiting:
        request = waiting.pop(0)
        read = source.read(answered(key, request), request, asked, settings)
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


def link(key, row):
    return f"{HOST}/{key}/stelle/{row.id}"


def plain(title):
    return re.sub(r"\s+", " ", title)


@pytest.mark.parametrize("key", KEYS)
def test_title_employer_place_day_and_link_come_back(key):
    found = pairs(key)

    assert found
    for one, row in found:
        assert one.title == plain(row.title)
        assert one.published == row.published
        if key not in NO_EMPLOYER:
            assert one.employer == row.employer
        if key not in NO_TOWN:
            assert [place.name for place in one.places] == [row.vacancy.town.name]
        assert row.id in one.url
        if key not in ELSEWHERE:
            assert one.url.startswith(f"{HOST}/{key}/")
