"""What portals give as a whole is there before anybody asks, and fetched when due."""

import asyncio

import pytest
from aiohttp import web
from msgspec import structs

from reihum.jobs.ask.cache import RENEWED
from reihum.jobs.ask.exchange import Exchange
from reihum.jobs.ask.fan import EVERYTHING, RENEWED_AFTER
from reihum.jobs.query import Asked
from reihum.jobs.settings import settings_of
from reihum.jobs.sources import SOURCES
from reihum.jobs.sources.source import Request, Settings, Way
from tests.jobs.ask.test_exchange import LONG, House, house
from tests.jobs.portals import asked, jobs, says, source

pytestmark = pytest.mark.unit


def everything(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    return tuple(
        Request(url=f"{settings.address}/{one}", employer=one)
        for one in settings.employers or ("jobs",)
    )


MIRROR = source("spiegel", Way.MIRROR, ask=everything)
BOARD = source("boerse")
ANSWERS = {"/spiegel/jobs": says(jobs("1")), "/boerse/jobs": says(jobs("2"))}
KEPT = 4000  # seconds, longer than between two renewals


def renew(here: House) -> None:
    """Renew what is due, and wait until all of it has landed."""
    here.exchange.renew()
    asyncio.run_coroutine_threadsafe(_landed(here), here.exchange._desk._loop).result(
        LONG
    )


async def _landed(here: House) -> None:
    desk = here.exchange._desk
    await asyncio.gather(*desk._begun)
    fan = await desk._opened
    await asyncio.gather(*fan._flights._tasks)
    await desk._shelf.known("")  # what is read now comes after what was written


def paths(here: House) -> list[str]:
    return [call.path for call in here.portal.calls]


def test_the_first_visitor_does_not_wait_for_a_mirror(tmp_path):
    with house(tmp_path, ANSWERS, MIRROR, BOARD) as here:
        renew(here)
        assert paths(here) == ["/spiegel/jobs"]
        told = here.ask()
        assert told["spiegel"].outcome.kept
        assert [ad.id for ad in told["spiegel"].advertisements] == ["1"]
        assert paths(here) == ["/spiegel/jobs", "/boerse/jobs"]


def test_what_is_not_due_is_not_fetched(tmp_path):
    with house(tmp_path, ANSWERS, MIRROR, BOARD, keep_seconds=KEPT) as here:
        renew(here)
        here.clock.at += KEPT - 1
        renew(here)
        assert len(paths(here)) == 1
        here.clock.at += 1
        renew(here)
        assert len(paths(here)) == 2


@pytest.mark.parametrize("answer", [says(b"", 500), says(jobs("1", more=("/no",)))])
def test_a_mirror_that_fails_is_not_begun_again_and_again(tmp_path, answer):
    handlers = {"/spiegel/jobs": answer}
    with house(tmp_path, handlers, MIRROR, BOARD, keep_seconds=0, pages=2) as here:
        for _ in range(5):
            renew(here)
            here.clock.at += 300
        assert paths(here).count("/spiegel/jobs") == 1
        here.clock.at += RENEWED_AFTER
        renew(here)
        assert paths(here).count("/spiegel/jobs") == 2


def test_the_limits_hold_for_renewals_too(tmp_path):
    mirrors = [
        source(
            name,
            Way.MIRROR,
            ask=everything,
            settings=Settings(employers=("a", "b", "c")),
        )
        for name in ("eins", "zwei")
    ]
    answers = {f"/eins/{one}": says(jobs(one)) for one in "abc"}
    answers["/zwei/a"] = answers["/zwei/b"] = answers["/zwei/c"] = says(jobs("z"))
    with house(tmp_path, answers, *mirrors, per_day=2) as here:
        renew(here)
        for name in ("eins", "zwei"):
            assert sum(path.startswith(f"/{name}/") for path in paths(here)) == 2


def test_a_renewal_and_a_visitor_share_one_call(tmp_path):
    async def waits(request: web.Request) -> web.Response:
        await asyncio.sleep(0.05)
        return web.Response(body=jobs("1"))

    with house(tmp_path, {"*": waits}, MIRROR, BOARD) as here:
        here.exchange.renew()
        assert here.ids("spiegel") == ["1"]
        assert paths(here).count("/spiegel/jobs") == 1


def test_what_another_process_has_renewed_is_not_fetched_again(tmp_path):
    bodies = iter([jobs("old"), jobs("new")])

    async def changes(request: web.Request) -> web.Response:
        return web.Response(body=next(bodies))

    with house(tmp_path, {"*": changes}, MIRROR, keep_seconds=KEPT) as here:
        assert here.ids("spiegel") == ["old"]
        here.clock.at += KEPT
        timer = Exchange(here.exchange._plan)
        try:
            renew(House(here.portal, timer, here.clock))
        finally:
            timer.close()  # waits until all is written
        assert here.ids("spiegel") == ["new"]
        renew(here)
        assert len(here.portal.calls) == 2


@pytest.mark.parametrize("one", [one for one in SOURCES if one.way in RENEWED])
def test_what_a_mirror_is_asked_does_not_depend_on_who_asks(one):
    given = settings_of({}, portals=True)[one.key]
    settings = structs.replace(
        given, employers=("eins", "https://zwei.example"), address="https://x.example"
    )
    anything = asked("Koch", place="Chemnitz", radius_km=100)
    assert one.ask(EVERYTHING, settings) == one.ask(anything, settings)


def test_where_there_is_no_mirror_not_even_a_thread_is_begun(tmp_path):
    with house(tmp_path, {}, BOARD) as here:
        here.exchange.renew()
        assert here.exchange._desk is None
