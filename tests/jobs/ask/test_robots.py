"""What a site does not want read is not read."""

import asyncio

import pytest

from reihum.jobs.answer import State
from reihum.jobs.ask.failed import Failed
from reihum.jobs.ask.fetch import Fetcher
from reihum.jobs.ask.guard import Guard
from reihum.jobs.ask.robots import Robots
from tests.jobs.portals import FakeClock, says, served

pytestmark = pytest.mark.unit

RULES = b"User-agent: *\nDisallow: /intern/\nCrawl-delay: 5\n"


class Site:
    """A site with a robots.txt, and who asks it."""

    def __init__(self, portal) -> None:
        self.portal, self.clock = portal, FakeClock()
        self.fetcher = Fetcher(Guard([portal.address]), agent="Reihum/1")
        self.robots = Robots(self.fetcher, self.clock)

    async def allows(self, path: str) -> bool:
        try:
            await self.robots.admit(self.portal.address + path)
        except Failed as failed:
            if (failed.state, failed.reason) != (State.BLOCKED, "robots"):
                raise
            return False
        return True

    async def refusal(self, path: str) -> tuple[State, str]:
        """Return why the path may not be read."""
        with pytest.raises(Failed) as failed:
            await self.robots.admit(self.portal.address + path)
        return failed.value.state, failed.value.reason


def on(handler, work):
    """Do some work with a site that has this robots.txt, and return what it says."""
    handlers = {"/robots.txt": handler} if handler else {}

    async def go(portal):
        site = Site(portal)
        try:
            return await work(site)
        finally:
            await site.fetcher.close()

    with served(handlers) as portal:
        return asyncio.run(go(portal))


def test_what_is_forbidden_is_not_read_and_all_else_is():
    async def work(site):
        return [await site.allows(path) for path in ("/jobs/1", "/intern/2")]

    assert on(says(RULES), work) == [True, False]


def test_a_site_is_asked_for_its_rules_once_a_day():
    async def work(site):
        for wait in (0, 100, 86_400):
            site.clock.at += wait
            await site.allows("/intern/")
        return site.portal.paths()

    assert on(says(RULES), work) == ["/robots.txt"] * 2


@pytest.mark.parametrize("status", [404, 403])
def test_no_rules_allow_everything(status):
    assert on(says(b"", status), lambda site: site.allows("/")) is True


@pytest.mark.parametrize(
    ("status", "state"), [(500, State.FAULTY), (429, State.BLOCKED)]
)
def test_unknown_rules_allow_nothing_and_nobody_says_that_the_site_forbids_it(
    status, state
):
    async def work(site):
        return [await site.refusal("/") for _ in range(2)]

    assert on(says(b"", status), work) == [(state, f"http-{status}")] * 2


def test_rules_that_could_not_be_read_are_asked_for_again_soon():
    async def work(site):
        await site.refusal("/")
        site.clock.at += 601
        await site.refusal("/")
        return len(site.portal.calls)

    assert on(says(b"", 500), work) == 2


def test_the_distance_between_two_calls_is_kept():
    async def work(site):
        for _ in range(3):
            await site.allows("/jobs")
        return site.clock.slept

    assert on(says(RULES), work) == pytest.approx([5, 5])


def test_rules_that_are_no_text_forbid_nothing_and_break_nothing():
    assert on(says(b"\xff\xfe\x00<html>"), lambda site: site.allows("/")) is True


def test_of_a_giant_only_the_beginning_is_read():
    giant = RULES + b"Disallow: /a*b\n" * 40_000 + b"Disallow: /jobs\n"

    async def work(site):
        return [await site.allows(path) for path in ("/jobs/1", "/intern/2")]

    assert on(says(giant), work) == [True, False]
