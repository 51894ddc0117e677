"""One portal as the search deals with it: asked kindly, read, its facts completed."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TypeVar

from msgspec import Struct, structs

from reihum.jobs.answer import Found, State
from reihum.jobs.ask.clock import Clock
from reihum.jobs.ask.failed import Failed, of_status
from reihum.jobs.ask.fetch import Fetcher
from reihum.jobs.ask.hedge import Latencies, hedged
from reihum.jobs.ask.limits import Gate
from reihum.jobs.ask.robots import Robots
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked
from reihum.jobs.sources.source import (
    Read,
    Request,
    Settings,
    Source,
    Unreadable,
    Way,
)

LOG = logging.getLogger(__name__)
T = TypeVar("T")
PASSES = 1  # turns of the loop before an answer is read
SHORT = 200_000  # bytes that are read at once; what is longer must not hold others up
MOST = 3_000  # advertisements of one answer; no portal's page has so many
MOST_SAID = 10_000_000  # advertisements; there are not so many
NOT_FOUND = 404
GONE = frozenset({"http-404", "http-410"})  # one page is no more; the portal is well
Finish = Callable[[Advertisement], Advertisement]
InHand = Callable[[bool], None]


def _believable(total: int | None) -> int | None:
    """Return how many a portal says it has; no number that cannot be written down."""
    return total if total is not None and 0 <= total <= MOST_SAID else None


def nobody(_in_hand: bool) -> None:  # noqa: FBT001  (what is heard is a yes or no)
    """Be nobody who wants to hear of it."""


class Tools(Struct, frozen=True):
    """What a portal is dealt with by."""

    gate: Gate
    fetcher: Fetcher
    robots: Robots
    clock: Clock
    finish: Finish  # fills what an advertisement leaves unsaid
    readers: Executor  # for long answers
    turn: asyncio.Lock  # held to read a short one; all portals share it


class Portal:
    """A source with its settings, its limits and its connections."""

    def __init__(self, source: Source, settings: Settings, tools: Tools) -> None:
        self.source = source
        self.settings = settings
        self._tools = tools
        self._latencies = Latencies()

    async def read(
        self, request: Request, asked: Asked, in_hand: InHand = nobody
    ) -> Read:
        """Return what one call brought; raise `Failed` otherwise.

        `in_hand` hears True when an answer is here and only has to be read, and False
        when it could not be: whatever is waited for then is the portal's again.
        """
        if not self.settings.hedge:
            return await self._call(request, asked, in_hand)
        return await hedged(
            lambda: self._call(request, asked, in_hand), self._latencies.slow(),
            self._tools.clock, self._tools.gate.free,
        )  # fmt: skip

    async def details(self, ad: Advertisement) -> Advertisement:
        """Return the advertisement with all that the portal says of it."""
        ask, read = self.source.details, self.source.read_details
        if ask is None or read is None:
            return ad
        request = ask(ad.id, self.settings)
        async with self._tools.gate.call(request.employer):
            body = await self._page(request)
            more = ad
            if body is not None:
                more = self._sound(lambda: self._tools.finish(read(body, ad)))
            return structs.replace(more, has_details=False)

    async def close(self) -> None:
        await self._tools.fetcher.close()

    async def _call(self, request: Request, asked: Asked, in_hand: InHand) -> Read:
        tools = self._tools
        crawls = self.source.way is Way.CRAWL
        if crawls:
            await tools.robots.admit(request.url)
        patient, leaf = self.source.way is not Way.SEARCH, crawls and not request.left
        fetch = self._page if leaf else tools.fetcher.fetch
        async with tools.gate.call(request.employer, patient=patient):
            start = tools.clock.tick()
            body = await fetch(request)
            self._latencies.add(tools.clock.tick() - start)
            if body is not None:
                return await self._read(body, request, asked, in_hand)
        raise of_status(NOT_FOUND)

    async def _read(
        self, body: bytes, request: Request, asked: Asked, in_hand: InHand
    ) -> Read:
        in_hand(True)  # noqa: FBT003
        try:
            return await self._understand(body, request, asked)
        except Failed:
            in_hand(False)  # noqa: FBT003
            raise

    async def _page(self, request: Request) -> bytes | None:
        """Return one page of many, None where it is no more.

        That is no fault of the portal: it must not be left in peace because three
        advertisements are gone, or because one that is gone was opened three times.
        """
        try:
            return await self._tools.fetcher.fetch(request)
        except Failed as failed:
            if failed.reason in GONE:
                return None
            raise

    async def _understand(self, body: bytes, request: Request, asked: Asked) -> Read:
        def work() -> Read:
            read = self.source.read(body, request, asked, self.settings)
            return structs.replace(read, found=self._finished(read.found))

        if len(body) > SHORT:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._tools.readers, self._sound, work)
        # One at a time, and before each the loop sees to what else has arrived: that is
        # cheap, and must not wait until everything is read that came before.
        async with self._tools.turn:
            for _ in range(PASSES):
                await asyncio.sleep(0)
            return self._sound(work)

    def _finished(self, found: Found) -> Found:
        """Return what was found, completed; of a flood only so many."""
        ads = found.advertisements
        return structs.replace(
            found, advertisements=tuple(map(self._tools.finish, ads[:MOST])),
            skipped=found.skipped + len(ads[MOST:]), total=_believable(found.total),
        )  # fmt: skip

    def _sound(self, work: Callable[[], T]) -> T:
        """Return what reading brings; an error of ours costs this source alone."""
        try:
            return work()
        except Unreadable as unreadable:
            raise Failed(State.FAULTY, unreadable.reason) from None
        except Exception:
            LOG.exception("reading an answer of %s failed", self.source.key)
            raise Failed(State.FAULTY, "internal") from None
