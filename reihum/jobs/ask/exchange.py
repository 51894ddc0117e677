"""The thread in which all portals are asked, and its doors to all other threads."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar

from msgspec import Struct

from reihum.jobs.answer import Found
from reihum.jobs.ask.cache import (
    DETAILS,
    RENEWED,
    Cache,
    Kept,
    details_key,
    good_for,
)
from reihum.jobs.ask.clock import Clock, MachineClock, day_of
from reihum.jobs.ask.failed import Failed
from reihum.jobs.ask.fan import Fan
from reihum.jobs.ask.fetch import Fetcher
from reihum.jobs.ask.guard import Guard
from reihum.jobs.ask.limits import PATIENCE, Gate, Past
from reihum.jobs.ask.listening import Listening
from reihum.jobs.ask.portal import Finish, Portal, Tools
from reihum.jobs.ask.robots import Robots
from reihum.jobs.ask.shelf import Shelf
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked
from reihum.jobs.sources.source import Settings, Source, Way

T = TypeVar("T")
LOG = logging.getLogger(__name__)


class Plan(Struct, frozen=True, kw_only=True):
    """Who is asked and how. `sources` are those that are on, with their settings."""

    sources: tuple[tuple[Source, Settings], ...]
    file: Path  # what processes share, see `Store`
    agent: str  # the User-Agent
    finish: Finish
    clock: Clock
    patience: float  # seconds that a question waits for its turn at a portal


def as_it_is(ad: Advertisement) -> Advertisement:
    """Return an advertisement that needs no finishing."""
    return ad


class Exchange:
    """Asks portals for any number of threads. Its own thread starts when first used."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names = {source.key: source.name for source, _ in plan.sources}
        self._lock = Lock()
        self._desk: Desk | None = None
        self._closed = False

    def listen(self, asked: Asked, only: frozenset[str] = frozenset()) -> Listening:
        """Ask all portals, or `only` some, and return where to hear of it. At once."""
        chosen = [key for key in self._names if not only or key in only]
        desk = self._open()
        listening = Listening(self._names, chosen, desk.behind)
        desk.begin(asked, listening, only)
        return listening

    def renew(self) -> None:
        """Begin to fetch what is due of mirrors and crawled pages. Return at once."""
        if any(source.way in RENEWED for source, _ in self._plan.sources):
            self._open().renew()

    def details(self, key: str, seconds: float) -> Advertisement | None:
        """Return all that there is to know of an advertisement that was found.

        Where the portal does not say more in so many seconds, what was found is all.
        """
        source, _, id = key.partition(":")  # noqa: A001
        if source not in self._names:
            return None
        return self._open().details(source, id, seconds)

    def kept(self, keys: Sequence[str], seconds: float) -> tuple[Advertisement, ...]:
        """Return those of the advertisements that a search found; no portal is asked.

        Looked for at most so many seconds, and only those of sources that are on.
        """
        parted = [key.partition(":") for key in keys]
        wanted = [(source, id) for source, _, id in parted if source in self._names]  # noqa: A001
        return self._open().kept(wanted, seconds) if wanted else ()

    def close(self) -> None:
        """Stop; what is under way is dropped."""
        with self._lock:
            self._closed = True
            desk, self._desk = self._desk, None
        if desk is not None:
            desk.close()

    def _open(self) -> "Desk":
        with self._lock:
            if self._closed:
                message = "the exchange is closed"
                raise RuntimeError(message)
            if self._desk is None:
                self._desk = Desk(self._plan)
            return self._desk


class Desk:
    """The event loop in its thread, with the portals in it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._shelf = Shelf(plan.file)
        self._cache = Cache(self._shelf)
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="reihum-jobs-reader")
        self._turn = asyncio.Lock()
        self._portals: dict[str, Portal] = {}
        self._loop = asyncio.new_event_loop()
        self._opened = self._loop.create_task(self._open())
        self._begun: set[asyncio.Task[None]] = set()
        self._thread = Thread(target=self._run, name="reihum-jobs", daemon=True)
        self._thread.start()

    def begin(self, asked: Asked, listening: Listening, only: frozenset[str]) -> None:
        """Begin a question; called from any thread."""
        self._begin(lambda: self._ask(asked, listening, only))

    def renew(self) -> None:
        self._begin(self._renew)

    def behind(self) -> bool:
        """Return whether an answer has come that is not read yet."""
        return self._turn.locked()

    def details(self, source: str, id: str, seconds: float) -> Advertisement | None:  # noqa: A002
        found = self._soon(self._found(source, id), seconds)
        if found is None or not found.has_details:
            return found
        return self._soon(self._more(found), seconds) or found

    def kept(
        self, wanted: Sequence[tuple[str, str]], seconds: float
    ) -> tuple[Advertisement, ...]:
        return self._soon(self._all_kept(wanted), seconds) or ()

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._readers.shutdown()
        self._loop.close()

    def _begin(self, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Begin work in the loop, and hold on to it; called from any thread."""

        def start() -> None:
            task = self._loop.create_task(work())
            self._begun.add(task)
            task.add_done_callback(self._begun.discard)

        self._loop.call_soon_threadsafe(start)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def _soon(self, work: Coroutine[None, None, T], seconds: float) -> T | None:
        """Return what the work in the loop brings, None where it takes too long."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(seconds)
        except TooLate:
            future.cancel()
            return None

    async def _open(self) -> Fan:
        """Set the portals up with what is known of them from before."""
        clock = self._plan.clock
        calls, healths = await self._shelf.known(day_of(clock.now()))
        for source, settings in self._plan.sources:
            known = tuple(one for one in healths if one.source == source.key)
            past = Past(known, calls.get(source.key, 0))
            gate = Gate(
                source.key,
                settings,
                clock,
                self._shelf,
                past,
                patience=self._plan.patience,
            )
            tools = self._tools(settings, gate)
            self._portals[source.key] = Portal(source, settings, tools)
        return Fan(self._portals, self._cache, clock)

    def _tools(self, settings: Settings, gate: Gate) -> Tools:
        named = (settings.address, *settings.employers)
        fetcher = Fetcher(
            Guard(named), agent=self._plan.agent, at_once=settings.at_once
        )
        clock = self._plan.clock
        return Tools(
            gate, fetcher, Robots(fetcher, clock), clock, self._plan.finish,
            self._readers, self._turn,
        )  # fmt: skip

    async def _ask(
        self, asked: Asked, listening: Listening, only: frozenset[str]
    ) -> None:
        fan = await asyncio.shield(self._opened)
        await fan.ask(asked, listening, only)

    async def _renew(self) -> None:
        fan = await asyncio.shield(self._opened)
        await fan.renew()

    async def _found(self, source: str, id: str) -> Advertisement | None:  # noqa: A002
        """Return what is kept of an advertisement; its details, if they are fresh."""
        fan = await asyncio.shield(self._opened)
        kept = await self._cache.get(details_key(source, id), DETAILS)
        if kept is not None and fan.fresh(kept, self._portals[source]):
            return next(iter(kept.found.advertisements), None)
        return await self._cache.advertisement(source, id)

    async def _all_kept(
        self, wanted: Sequence[tuple[str, str]]
    ) -> tuple[Advertisement, ...]:
        await asyncio.shield(self._opened)
        found = [await self._cache.advertisement(source, id) for source, id in wanted]  # noqa: A001
        return tuple(ad for ad in found if ad is not None)

    async def _more(self, ad: Advertisement) -> Advertisement:
        portal = self._portals[ad.source]
        try:
            more = await portal.details(ad)
        except Failed as failed:
            LOG.info("no details of %s: %s", ad.key, failed)
            return ad
        self._keep(more, portal)
        return more

    def _keep(self, more: Advertisement, portal: Portal) -> None:
        """Keep details: who reloads a page asks the portal once."""
        kept = Kept(Found(advertisements=(more,)), self._plan.clock.now())
        self._cache.put(
            details_key(more.source, more.id), DETAILS, kept,
            good_for(portal.source, portal.settings.keep_seconds),
        )  # fmt: skip

    async def _close(self) -> None:
        fan = await self._opened
        await fan.close()
        for task in self._begun:
            task.cancel()
        await asyncio.gather(*self._begun, return_exceptions=True)
        for portal in self._portals.values():
            await portal.close()
        await self._shelf.close()


def exchange(  # noqa: PLR0913  (all that asking depends on)
    sources: Mapping[str, tuple[Source, Settings]],
    file: Path,
    agent: str,
    finish: Finish = as_it_is,
    clock: Clock | None = None,
    *,
    patience: float = PATIENCE,
) -> Exchange:
    """Return an exchange of the sources that are on.

    A question waits at most `patience` seconds for its turn at a portal.
    """
    on = tuple(
        (source, settings)
        for source, settings in sources.values()
        if settings.on and source.way is not Way.OWN and not source.missing(settings)
    )
    plan = Plan(
        sources=on, file=file, agent=agent, finish=finish,
        clock=clock or MachineClock(), patience=patience,
    )  # fmt: skip
    return Exchange(plan)
