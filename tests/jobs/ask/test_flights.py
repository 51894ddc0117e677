"""Who asks the same shares one call, and who goes away costs nothing."""

import asyncio

import pytest

from reihum.jobs.answer import State
from reihum.jobs.ask.flights import Flights
from reihum.jobs.ask.strand import Progress

pytestmark = pytest.mark.unit

HALF = Progress(state=State.ANSWERED)
WHOLE = Progress(state=State.ANSWERED, done=True)


class Heard(list):
    """A listener that leaves after so many reports."""

    def __init__(self, patience: int = 99) -> None:
        self.patience = patience

    def __call__(self, progress: Progress) -> bool:
        self.append(progress)
        return len(self) < self.patience


def fly(script):
    """Run a script with flights, and a strand that reports when it is told to."""

    async def go():
        flights, steps, begun = Flights(), asyncio.Queue(), []

        async def start(report):
            begun.append(report)
            while (progress := await steps.get()) is not WHOLE:
                report(progress)
            return WHOLE

        await script(flights, steps, start)
        await flights.close()
        return len(begun)

    return asyncio.run(go())


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_two_who_ask_the_same_share_one_call_and_hear_all_of_it():
    one, two = Heard(), Heard()

    async def script(flights, steps, start):
        flights.join(b"k", start, one)
        await settle()
        steps.put_nowait(HALF)
        await settle()
        flights.join(b"k", start, two)  # comes later, and hears what there was
        steps.put_nowait(WHOLE)
        await settle()

    assert fly(script) == 1
    assert one == two == [HALF, WHOLE]


def test_after_a_call_has_ended_the_next_one_is_a_new_one():
    async def script(flights, steps, start):
        for _ in range(2):
            flights.join(b"k", start, Heard())
            steps.put_nowait(WHOLE)
            await settle()

    assert fly(script) == 2


def test_who_has_gone_away_is_not_told_any_more():
    impatient, patient = Heard(patience=1), Heard()

    async def script(flights, steps, start):
        flights.join(b"k", start, impatient)
        flights.join(b"k", start, patient)
        for step in (HALF, HALF, WHOLE):
            steps.put_nowait(step)
        await settle()

    fly(script)
    assert (len(impatient), len(patient)) == (1, 3)


def test_a_call_that_nobody_waits_for_goes_on():
    async def script(flights, steps, start):
        flights.join(b"k", start)
        await settle()
        assert flights._under_way
        steps.put_nowait(WHOLE)
        await settle()
        assert not flights._under_way

    assert fly(script) == 1
