"""The local portals over a real connection: what each fault does."""

import asyncio
import gzip
import json
import re
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from reihum.jobs.standins import server
from reihum.jobs.standins.behaviour import Behaviour
from reihum.jobs.standins.world import world
from tests.jobs.standins.market_day import DAY

pytestmark = pytest.mark.unit

SMALL = world(DAY, 150)
LEVER = "/lever/v0/postings/vorfuehrung"
SEARCH = "/arbeitsagentur/jobboerse/jobsuche-service/pc/v6/jobs"
HUGE = 100 * 1024 * 1024


class Clock:
    """Time that passes at once; it remembers how long somebody would have waited."""

    def __init__(self):
        self.waited = []

    async def sleep(self, seconds):
        self.waited.append(seconds)


@asynccontextmanager
async def portals(clock=None, **does):
    """Serve; `does` are texts like "html" by portal."""
    told = {key: Behaviour(0, fault) for key, fault in does.items()}
    made = server.app(SMALL, told, (clock or Clock()).sleep)
    local = TestServer(made)
    await local.start_server()
    address = str(local.make_url("/")).rstrip("/")
    try:
        async with aiohttp.ClientSession(auto_decompress=False) as session:
            yield address, session
    finally:
        await local.close()


def get(path, method="GET", **does):
    """Return status, headers and body of one answer, no redirect followed."""

    async def asked():
        async with (
            portals(**does) as (address, session),
            session.request(method, address + path, allow_redirects=False) as answer,
        ):
            return answer.status, answer.headers, await answer.read()

    return asyncio.run(asked())


def test_a_portal_answers_in_its_form_and_says_that_it_is_a_demonstration():
    status, headers, body = get(LEVER)

    assert status == 200
    assert headers["X-Demonstration"] == "yes"
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert json.loads(body)


def test_a_portal_takes_its_time():
    clock = Clock()

    async def asked():
        async with portals(clock) as (address, session):
            await session.get(f"{address}/eures/nichts")
            await session.get(f"{address}{SEARCH}")

    asyncio.run(asked())

    assert clock.waited == [0.8, 0.05]


@pytest.mark.parametrize("code", [401, 403, 404, 429, 500, 503])
def test_a_status_is_answered(code):
    status, headers, body = get(LEVER, lever=str(code))

    assert status == code
    assert headers["X-Demonstration"] == "yes"
    assert ("Retry-After" in headers) == (code == 429)
    assert b"VORFUEHRUNG" in body


def test_html_instead_of_json():
    _, headers, body = get(LEVER, lever="html")

    assert headers["Content-Type"].startswith("text/html")
    assert body.startswith(b"<!doctype html>")


def test_nothing_at_all():
    status, _, body = get(LEVER, lever="empty")

    assert (status, body) == (200, b"")


def test_half_an_answer_looks_complete():
    _, _, whole = get(LEVER)
    _, headers, body = get(LEVER, lever="half")

    assert int(headers["Content-Length"]) == len(body)
    with pytest.raises(json.JSONDecodeError):
        json.loads(body)
    assert 0 < len(body) < len(whole)


def test_a_connection_that_is_cut():
    with pytest.raises(aiohttp.ClientPayloadError):
        get(LEVER, lever="cut")


def test_another_encoding_than_said():
    _, headers, body = get(LEVER, lever="latin1")

    assert "utf-8" in headers["Content-Type"]
    with pytest.raises(UnicodeDecodeError):
        body.decode()
    assert "Vorführung" in body.decode("cp1252")


def test_100_mb_that_nobody_has_to_read():
    async def asked():
        async with portals(lever="100mb") as (address, session):
            answer = await session.get(address + LEVER)
            start = await answer.content.readexactly(1_000_000)
            answer.close()
            return answer.headers, start

    headers, start = asyncio.run(asked())

    assert "Content-Length" not in headers
    assert start.startswith(b'[{"id":')


def test_100_mb_in_a_small_parcel():
    _, headers, body = get(LEVER, lever="bomb")

    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < 200_000
    assert len(gzip.decompress(body)) == HUGE


def test_a_redirect_to_an_internal_address():
    status, headers, _ = get(LEVER, lever="redirect-internal")

    assert status == 302
    assert headers["Location"].startswith("http://169.254.169.254/")


def test_a_redirect_that_never_ends():
    _, headers, _ = get(f"{LEVER}?mode=json", lever="redirect-loop")

    assert headers["Location"] == f"{LEVER}?mode=json"


@pytest.mark.parametrize(
    ("key", "first", "second"),
    [
        ("arbeitsagentur", f"{SEARCH}?size=5&page=1", f"{SEARCH}?size=5&page=2"),
        (
            "adzuna",
            "/adzuna/v1/api/jobs/de/search/1?results_per_page=2",
            "/adzuna/v1/api/jobs/de/search/2?results_per_page=2",
        ),
    ],
)
def test_the_same_rows_on_every_page(key, first, second):
    def rows(path, **does):
        return re.sub(rb"127.0.0.1:\d+", b"", get(path, **does)[2])

    assert rows(first) != rows(second)
    assert rows(first, **{key: "repeat"}) == rows(second, **{key: "repeat"})


def test_scripts_in_titles():
    _, _, body = get(LEVER, lever="script")

    assert json.loads(body)[0]["text"].startswith("<script>")


def test_pay_and_days_that_nobody_believes():
    _, _, body = get(LEVER, lever="odd-pay")
    sums = {row["salaryRange"]["min"] for row in json.loads(body)}
    assert sums == {1, 10_000_000}
    _, _, body = get(SEARCH, arbeitsagentur="odd-days")
    assert b'T00:00:00.000Z+01:00"' in body
    assert b'"9999-12-31"' in body


def test_a_portal_that_hangs_answers_nobody_and_holds_up_no_other():
    async def asked():
        async with portals(lever="hang") as (address, session):
            waiting = asyncio.create_task(session.get(address + LEVER))
            other = await session.get(address + SEARCH)
            answered = waiting.done()
            waiting.cancel()
            return other.status, answered

    assert asyncio.run(asked()) == (200, False)


def test_a_hanging_portal_does_not_keep_the_server_from_stopping():
    async def asked():
        made = server.app(SMALL, {"lever": Behaviour(0, "hang")})
        local = TestServer(made)
        await local.start_server()
        async with aiohttp.ClientSession() as session:
            asking = session.get(local.make_url(LEVER))
            waiting = asyncio.create_task(asking)
            await session.get(local.make_url("/robots.txt"))
            await made.shutdown()
            answer = await waiting
        await local.close()
        return answer.status

    assert asyncio.run(asked()) == 503


# ── At run time ──────────────────────────────────────────────────────────────


def test_a_portal_is_told_to_behave_otherwise_while_it_runs():
    async def asked():
        async with portals() as (address, session):
            before = await session.get(address + LEVER)
            told = await session.post(f"{address}/_behaviour?portal=lever&do=0ms%2B403")
            after = await session.get(address + LEVER)
            shown = await session.get(f"{address}/_behaviour")
            return before.status, await told.json(), after.status, await shown.json()

    before, told, after, shown = asyncio.run(asked())

    assert (before, after) == (200, 403)
    assert told == shown
    assert shown["lever"] == "antwortet nach 0 ms mit 403"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("portal=indeed&do=403", "Ein Portal „indeed“ gibt es hier nicht"),
        ("portal=lever&do=tanzen", "„tanzen“ kann kein Portal"),
        ("", "Ein Portal „“ gibt es hier nicht"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(query, sentence):
    status, _, body = get(f"/_behaviour?{query}", "POST")

    assert status == 400
    assert sentence in body.decode()


def test_only_the_same_machine_changes_anything(monkeypatch):
    monkeypatch.setattr("aiohttp.web.BaseRequest.remote", "192.0.2.1")

    assert get("/_behaviour?portal=lever&do=403", "POST")[0] == 403
    assert get("/_behaviour")[0] == 403
    assert get("/")[0] == 200


def test_looking_changes_nothing():
    async def asked():
        async with portals() as (address, session):
            await session.get(f"{address}/_behaviour?portal=lever&do=403")
            return (await session.get(address + LEVER)).status

    assert asyncio.run(asked()) == 200


def test_people_see_which_portals_there_are():
    _, _, body = get("/", lever="403")

    page = body.decode()
    assert "alles hier ist erfunden" in page
    assert "antwortet nach 0 ms mit 403" in page


def test_an_unknown_portal_is_not_found():
    assert get("/indeed/jobs")[0] == 404
