"""A second try beside a slow first one: whichever answers first is taken."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import TypeVar

from reihum.jobs.ask.clock import Clock
from reihum.jobs.ask.failed import Failed

T = TypeVar("T")
UNKNOWN = 0.6  # seconds to wait before the second try, where nothing was measured
ENOUGH = 10  # answers that say how slow slow is
REMEMBERED = 50
SLOW = 0.9  # the share of answers that come sooner


class Latencies:
    """How long a source took lately."""

    def __init__(self) -> None:
        self._taken: deque[float] = deque(maxlen=REMEMBERED)

    def add(self, seconds: float) -> None:
        self._taken.append(seconds)

    def slow(self) -> float:
        """Return the seconds after which an answer is later than nine in ten."""
        if len(self._taken) < ENOUGH:
            return UNKNOWN
        return sorted(self._taken)[int(len(self._taken) * SLOW)]


async def hedged(
    call: Callable[[], Coroutine[None, None, T]],
    after: float,
    clock: Clock,
    allowed: Callable[[], bool],
) -> T:
    """Return the first good answer of at most two calls; the other one is given up.

    The second begins after so many seconds, if that is `allowed` at that moment.
    """
    first = asyncio.create_task(call())
    timer = asyncio.create_task(clock.sleep(after))
    tasks: list[asyncio.Task[T]] = [first]
    try:
        await asyncio.wait({first, timer}, return_when=asyncio.FIRST_COMPLETED)
        if not first.done() and allowed():
            tasks.append(asyncio.create_task(call()))
        return await _first_good(tasks)
    finally:
        await _give_up([timer, *tasks])


async def _first_good(tasks: list[asyncio.Task[T]]) -> T:
    """Return the first answer that is none of failure; raise the first call's."""
    waiting = set(tasks)
    while waiting:
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if not isinstance(task.exception(), Failed):
                return task.result()
    return tasks[0].result()


async def _give_up(tasks: list[asyncio.Task[T] | asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
