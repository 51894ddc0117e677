"""A portal is never asked more than it allows, and left in peace when it is unwell."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.answer import State
from reihum.jobs.ask.failed import Failed, of_status
from reihum.jobs.ask.health import LONGEST_PAUSE, Health
from reihum.jobs.ask.limits import Bucket, Gate, Past
from reihum.jobs.sources.source import Settings
from tests.jobs.portals import FakeClock

pytestmark = pytest.mark.unit

DOWN = of_status(500)


class Books:
    """Remembers in memory; `elsewhere` are the calls of other processes."""

    def __init__(self) -> None:
        self.elsewhere = 0
        self.calls: list[tuple[str, str]] = []
        self.healths: list[Health] = []

    def note_call(self, source, day, told):
        self.calls.append((source, day))
        told(len(self.calls) + self.elsewhere)

    def note_health(self, health):
        self.healths.append(health)


class Gated:
    """A gate, its clock and its books."""

    def __init__(
        self, past: Past | None = None, patience: float = 5, **settings
    ) -> None:
        self.clock, self.books = FakeClock(), Books()
        given = Settings(**settings)
        self.gate = Gate("eins", given, self.clock, self.books, past, patience=patience)

    async def call(self, failure: BaseException | None = None, **how) -> None:
        async with self.gate.call(**how):
            if failure is not None:
                raise failure

    async def refused(self, **how) -> str:
        """Return why a call is not made."""
        with pytest.raises(Failed) as failed:
            await self.call(**how)
        assert failed.value.state is State.RESTING
        return failed.value.reason

    async def fail(self, times: int, failure: Failed = DOWN, **how) -> None:
        for _ in range(times):
            with pytest.raises(Failed):
                await self.call(failure, **how)


def test_only_so_many_are_under_way_at_once():
    gated, most, now = Gated(at_once=2), 0, 0

    async def call() -> None:
        nonlocal most, now
        async with gated.gate.call():
            now += 1
            most = max(most, now)
            await asyncio.sleep(0)
            now -= 1

    async def all_together() -> None:
        await asyncio.gather(*(call() for _ in range(9)))

    asyncio.run(all_together())
    assert most == 2


def test_who_asks_in_vain_for_a_place_hears_that_the_limit_is_ours():
    async def go() -> None:
        gated = Gated(at_once=1, patience=0.01)
        async with gated.gate.call():
            assert await gated.refused() == "at-once"
        await gated.call()

    asyncio.run(go())


def test_a_mirror_waits_for_its_place_as_long_as_it_takes():
    async def go() -> None:
        gated = Gated(at_once=1, patience=0)
        async with gated.gate.call(patient=True):
            waiting = asyncio.create_task(gated.call(patient=True))
            assert (await asyncio.wait({waiting}, timeout=0.01))[1] == {waiting}
        await waiting

    asyncio.run(go())


def test_more_than_its_share_of_a_minute_is_not_asked():
    async def go() -> None:
        gated = Gated(per_minute=2)
        await gated.call()
        await gated.call()
        assert await gated.refused() == "per-minute"
        gated.clock.at += 30
        await gated.call()
        assert await gated.refused() == "per-minute"

    asyncio.run(go())


def test_who_is_patient_waits_for_the_next_share():
    async def go() -> None:
        gated = Gated(per_minute=2)
        for _ in range(4):
            await gated.call(patient=True)
        assert gated.clock.slept == pytest.approx([30, 30])

    asyncio.run(go())


@given(st.integers(1, 30), st.lists(st.floats(0, 120), max_size=12))
def test_no_minute_ever_sees_more_than_twice_its_share(per_minute, waits):
    clock = FakeClock()
    bucket, given_at = Bucket(per_minute, clock), []
    for wait in waits:
        clock.at += wait
        while not bucket.take():
            given_at.append(clock.at)
    for start in given_at:
        inside = [at for at in given_at if start <= at < start + 60]
        assert len(inside) <= 2 * per_minute


def test_more_than_its_share_of_a_day_is_not_asked_and_a_new_day_begins_anew():
    async def go() -> None:
        gated = Gated(per_day=3, past=Past(calls=1))
        await gated.call()
        gated.books.elsewhere = 1
        await gated.call()
        assert await gated.refused() == "per-day"
        gated.clock.at += 86_400
        gated.books.elsewhere = -2
        await gated.call()

    asyncio.run(go())


def test_what_other_processes_asked_counts_too():
    async def go() -> None:
        gated = Gated(per_day=10)
        gated.books.elsewhere = 9
        await gated.call()
        assert await gated.refused() == "per-day"

    asyncio.run(go())


def test_three_failures_in_a_row_give_it_a_rest_and_one_call_tries_again():
    async def go() -> None:
        gated = Gated()
        await gated.fail(3)
        assert await gated.refused() == "breaker"
        gated.clock.at += 31
        async with gated.gate.call():  # one tries …
            assert await gated.refused() == "breaker"  # … and nobody else
        await gated.call()

    asyncio.run(go())


def test_who_is_turned_away_while_it_rests_takes_nothing_of_the_minute():
    async def go() -> None:
        gated = Gated(per_minute=4)
        await gated.fail(3)
        for _ in range(4):
            assert await gated.refused() == "breaker"
        gated.clock.at += 30
        await gated.call()

    asyncio.run(go())


def test_who_waits_for_its_share_does_not_call_what_has_come_to_rest_meanwhile():
    async def go() -> None:
        gated = Gated(per_minute=3, at_once=2)
        await gated.fail(2)
        await gated.call(employer="stadt-b")
        waiting = asyncio.create_task(gated.call(patient=True))
        held = asyncio.Event()
        gated.clock.sleep = lambda _seconds: held.wait()
        await asyncio.sleep(0)
        gated.clock.at += 20
        await gated.fail(1)
        held.set()
        gated.clock.at += 20
        with pytest.raises(Failed, match="breaker"):
            await waiting

    asyncio.run(go())


def test_an_answer_in_between_forgives():
    async def go() -> None:
        gated = Gated()
        for _ in range(5):
            await gated.fail(2)
            await gated.call()

    asyncio.run(go())


def test_the_rest_grows_with_each_failed_try_but_not_for_ever():
    async def go() -> None:
        gated, pauses = Gated(), []
        await gated.fail(3)
        for _ in range(12):
            pauses.append(gated.books.healths[-1].rests_until - gated.clock.at)
            gated.clock.at += pauses[-1]
            await gated.fail(1)
        assert pauses[:3] == [30, 60, 120]
        assert max(pauses) == pauses[-1] == LONGEST_PAUSE

    asyncio.run(go())


def test_a_try_that_is_given_up_leaves_the_next_one_its_turn():
    async def go() -> None:
        gated = Gated()
        await gated.fail(3)
        gated.clock.at += 31
        with pytest.raises(asyncio.CancelledError):
            await gated.call(asyncio.CancelledError())
        await gated.call()

    asyncio.run(go())


def test_who_asks_to_be_left_in_peace_is_at_once():
    async def go() -> None:
        gated = Gated()
        await gated.fail(1, of_status(429, 600))
        assert await gated.refused() == "breaker"
        gated.clock.at += 599
        assert await gated.refused() == "breaker"
        gated.clock.at += 1
        await gated.call()

    asyncio.run(go())


def test_one_employer_that_fails_is_no_reason_to_leave_out_the_others():
    async def go() -> None:
        gated = Gated()
        await gated.fail(3, employer="stadt-a")
        assert await gated.refused(employer="stadt-a") == "breaker"
        await gated.call(employer="stadt-b")

    asyncio.run(go())


def test_a_restart_forgets_neither_rest_nor_calls():
    async def go() -> None:
        before = Gated()
        await before.fail(3)
        after = Gated(past=Past(tuple(before.books.healths[-1:]), 0))
        assert await after.refused() == "breaker"
        assert await Gated(past=Past(calls=7), per_day=7).refused() == "per-day"

    asyncio.run(go())


def test_an_operator_can_see_when_it_last_answered_and_why_it_last_failed():
    async def go() -> None:
        gated = Gated()
        await gated.call()
        await gated.fail(1)
        (first, last) = gated.books.healths
        assert first.answered_at == gated.clock.at
        assert (last.reason, last.in_a_row) == ("http-500", 1)
        assert last.failed_at == gated.clock.at

    asyncio.run(go())


def test_a_clock_that_was_set_back_makes_no_rest_of_years():
    async def go() -> None:
        wrong = Health(source="eins", in_a_row=3, rests_until=FakeClock().at + 3e7)
        await Gated(Past((wrong,))).call()

    asyncio.run(go())
