"""A second try beside a slow one helps, and never does harm."""

import asyncio

import pytest

from reihum.jobs.answer import State
from reihum.jobs.ask.failed import Failed, of_status
from reihum.jobs.ask.hedge import UNKNOWN, Latencies, hedged
from tests.jobs.portals import FakeClock

pytestmark = pytest.mark.unit


class Calls:
    """Calls of a portal that end when, and as, the test says."""

    def __init__(self) -> None:
        self.made: list[asyncio.Future[str]] = []
        self.given_up = 0

    async def call(self) -> str:
        future = asyncio.get_running_loop().create_future()
        self.made.append(future)
        try:
            return await future
        except asyncio.CancelledError:
            self.given_up += 1
            raise

    async def until(self, number: int) -> None:
        while len(self.made) < number:  # noqa: ASYNC110  (no event: it is soon)
            await asyncio.sleep(0)


class Slept(FakeClock):
    """A clock whose sleepers wake when the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.woken = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self.woken.wait()


def race(script, *, allowed: bool = True):
    """Run two calls by a script; return what came, and the calls."""

    async def go():
        calls, clock = Calls(), Slept()
        running = asyncio.create_task(hedged(calls.call, 0.6, clock, lambda: allowed))
        await calls.until(1)
        await script(calls, clock)
        try:
            return await running, calls
        except Failed as failed:
            return failed, calls

    return asyncio.run(go())


def test_a_quick_answer_needs_no_second_try():
    async def script(calls, clock):
        calls.made[0].set_result("first")

    came, calls = race(script)
    assert (came, len(calls.made)) == ("first", 1)


def test_the_second_try_wins_and_the_first_is_given_up():
    async def script(calls, clock):
        clock.woken.set()
        await calls.until(2)
        calls.made[1].set_result("second")

    came, calls = race(script)
    assert (came, calls.given_up) == ("second", 1)


def test_the_first_may_still_win():
    async def script(calls, clock):
        clock.woken.set()
        await calls.until(2)
        calls.made[0].set_result("first")

    came, calls = race(script)
    assert (came, calls.given_up) == ("first", 1)


def test_a_try_that_fails_does_not_spoil_the_other():
    async def script(calls, clock):
        clock.woken.set()
        await calls.until(2)
        calls.made[1].set_exception(of_status(500))
        await asyncio.sleep(0)
        calls.made[0].set_result("first")

    assert race(script)[0] == "first"


def test_where_both_fail_the_first_says_why():
    async def script(calls, clock):
        clock.woken.set()
        await calls.until(2)
        calls.made[1].set_exception(of_status(500))
        await asyncio.sleep(0)
        calls.made[0].set_exception(of_status(403))

    came, _ = race(script)
    assert (came.state, came.reason) == (State.BLOCKED, "http-403")


def test_a_quick_failure_is_not_tried_again():
    async def script(calls, clock):
        calls.made[0].set_exception(of_status(403))

    came, calls = race(script)
    assert (came.reason, len(calls.made)) == ("http-403", 1)


def test_no_second_try_where_the_limits_forbid_it():
    async def script(calls, clock):
        clock.woken.set()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        calls.made[0].set_result("first")

    assert len(race(script, allowed=False)[1].made) == 1


def test_who_gives_up_the_question_gives_up_both():
    async def go():
        calls, clock = Calls(), Slept()
        running = asyncio.create_task(hedged(calls.call, 0.6, clock, lambda: True))
        clock.woken.set()
        await calls.until(2)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        return calls.given_up

    assert asyncio.run(go()) == 2


def test_slow_is_what_nine_in_ten_are_not():
    latencies = Latencies()
    assert latencies.slow() == UNKNOWN
    for hundredth in range(1, 51):
        latencies.add(hundredth / 100)
    assert latencies.slow() == 0.46
    for _ in range(50):
        latencies.add(0.1)
    assert latencies.slow() == 0.1
