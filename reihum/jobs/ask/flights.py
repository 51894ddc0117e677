"""Single flight: who asks the same at the same time shares one call."""

import asyncio
from collections.abc import Callable, Coroutine

from reihum.jobs.ask.strand import Progress, Report

Start = Callable[[Report], Coroutine[None, None, Progress]]


class Flight:
    """One strand under way, and those who wait for it."""

    def __init__(self) -> None:
        self.listeners: list[Report] = []
        self.last = Progress()

    def report(self, progress: Progress) -> bool:
        """Tell all who listen; who has gone away is forgotten."""
        self.last = progress
        self.listeners = [one for one in self.listeners if one(progress)]
        return True


class Flights:
    """The strands under way by what they ask. They end even if nobody waits any more.

    A call that was made is worth its answer: it lands in the cache.
    """

    def __init__(self) -> None:
        self._under_way: dict[bytes, Flight] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def join(self, key: bytes, start: Start, listener: Report | None = None) -> None:
        """Let a listener hear of a strand, which is begun if it is not under way."""
        flight = self._under_way.get(key)
        if flight is None:
            flight = self._under_way[key] = Flight()
            task = asyncio.create_task(self._fly(key, flight, start))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        if listener is not None:
            flight.listeners.append(listener)
            if flight.last != Progress():
                listener(flight.last)  # what came before it joined

    async def close(self) -> None:
        """Give up all that is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _fly(self, key: bytes, flight: Flight, start: Start) -> None:
        try:
            end = await start(flight.report)
        finally:
            del self._under_way[key]
        flight.report(end)
