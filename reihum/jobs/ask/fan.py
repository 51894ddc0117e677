"""All portals at once: from a question to strands, from the cache or under way."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol

from msgspec import structs

from reihum.jobs.answer import State
from reihum.jobs.ask.cache import RENEWED, STALE, Cache, Kept, good_for, key_of
from reihum.jobs.ask.clock import Clock
from reihum.jobs.ask.flights import Flights
from reihum.jobs.ask.portal import Portal
from reihum.jobs.ask.strand import Progress, Report, Strand
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.source import Request

LOG = logging.getLogger(__name__)
# Seconds between two renewals that nobody waits for, however short an answer is kept: a
# mirror that breaks off in the middle is not begun again and again.
RENEWED_AFTER = 1800.0
LOOK = 0.1  # seconds that a look into the shared file may take
DAY = 86_400.0  # seconds
EVERYTHING = Asked(query=Query(), was="")  # a mirror's answer is the same for all
BROKEN = Progress(state=State.FAULTY, reason="internal", done=True)


class Listener(Protocol):
    """Who hears how a question goes; called in the event loop."""

    def expect(self, source: str, strands: int) -> None:
        """Hear how many strands a source has."""

    def hear(self, source: str, strand: int, progress: Progress) -> bool:
        """Hear how far one of them is; return whether to be told more."""

    def looked(self) -> None:
        """Hear that all that was kept has been told."""


class Fan:
    """Asks the portals. It lives in one event loop."""

    def __init__(
        self, portals: Mapping[str, Portal], cache: Cache, clock: Clock
    ) -> None:
        self._portals = portals
        self._cache = cache
        self._clock = clock
        self._flights = Flights()
        self._renewals: dict[bytes, float] = {}  # when each was begun last

    async def ask(
        self, asked: Asked, listener: Listener, only: frozenset[str] = frozenset()
    ) -> None:
        """Begin a question; return when the cache was looked into and all is begun.

        Where `only` names sources, of the others nothing is told but what is kept.
        """
        begun = [
            self._begin(portal, asked, listener, call=not only or key in only)
            for key, portal in self._portals.items()
        ]
        await asyncio.gather(*begun)
        listener.looked()

    async def renew(self) -> None:
        """Begin to fetch what is due of all that is kept as a whole, for nobody yet.

        Return when it is begun; nothing is fetched that any process has fetched lately.
        """
        for portal in self._portals.values():
            if portal.source.way in RENEWED:
                for request in self._requests(portal, EVERYTHING) or ():
                    await self._renewed(portal, request)

    async def _renewed(self, portal: Portal, request: Request) -> None:
        key = key_of(portal.source, request, portal.settings.pages)
        now = self._clock.now()
        if now - self._renewals.get(key, 0.0) < RENEWED_AFTER:
            return
        kept = await self._cache.get(key, portal.source.key, self._since(portal))
        if kept is None or not self.fresh(kept, portal):
            self._renewals[key] = now
            self._call(key, portal, request, EVERYTHING, None)

    async def close(self) -> None:
        await self._flights.close()

    async def _begin(
        self, portal: Portal, asked: Asked, listener: Listener, *, call: bool
    ) -> None:
        key = portal.source.key
        requests = self._requests(portal, asked)
        if requests is None:
            listener.expect(key, 1)
            listener.hear(key, 0, BROKEN)
            return
        if call:
            listener.expect(key, len(requests))
        strands = [
            self._strand(portal, request, asked, _at(listener, key, index), call=call)
            for index, request in enumerate(requests)
        ]
        await asyncio.gather(*strands)

    def _requests(self, portal: Portal, asked: Asked) -> tuple[Request, ...] | None:
        """Return the first requests of a portal, None where we cannot ask it."""
        try:
            return portal.source.ask(asked, portal.settings)
        except Exception:
            LOG.exception("asking %s failed", portal.source.key)
            return None

    async def _strand(
        self, portal: Portal, request: Request, asked: Asked, report: Report, *,
        call: bool,
    ) -> None:  # fmt: skip
        """Tell what is kept, and call where that is not enough."""
        key = key_of(portal.source, request, portal.settings.pages)
        kept = await self._look(key, portal)
        fresh = kept is not None and self.fresh(kept, portal)
        usable = kept is not None and (fresh or self._may_be_old(kept, portal))
        if kept is not None and usable:
            report(self._as_kept(kept))
        if call and not fresh:
            self._call(key, portal, request, asked, None if usable else report)

    def _call(
        self, key: bytes, portal: Portal, request: Request, asked: Asked,
        report: Report | None,
    ) -> None:  # fmt: skip
        async def walk(report: Report) -> Progress:
            return await self._walk(key, portal, request, asked, report)

        self._flights.join(key, walk, report)

    async def _look(self, key: bytes, portal: Portal) -> Kept | None:
        kept = self._cache.remembered(key)
        renewable = portal.source.way in RENEWED  # by the timer, in another process
        if kept is not None and (not renewable or self.fresh(kept, portal)):
            return kept
        since = self._since(portal) if renewable else 0.0
        with suppress(TimeoutError):
            get = self._cache.get(key, portal.source.key, since)
            kept = await asyncio.wait_for(get, LOOK)
        # A call may have landed while the file was looked into.
        return kept or self._cache.remembered(key)

    def _since(self, portal: Portal) -> float:
        """Return the moment after which something must have been kept to be fresh."""
        return self._clock.now() - portal.settings.keep_seconds

    def fresh(self, kept: Kept, portal: Portal) -> bool:
        """Return whether what is kept need not be asked again."""
        return 0 <= self._clock.now() - kept.at < portal.settings.keep_seconds

    def _may_be_old(self, kept: Kept, portal: Portal) -> bool:
        """Return whether what is no longer fresh is shown while it is renewed."""
        return portal.source.way in RENEWED and self._clock.now() - kept.at < STALE

    def _as_kept(self, kept: Kept) -> Progress:
        """Return what was kept, and how old it is: a mirror may be days old."""
        days = int((self._clock.now() - kept.at) // DAY)
        return Progress(
            state=State.ANSWERED, found=kept.found, took_ms=0, kept=True,
            days_old=max(days, 0), done=True,
        )  # fmt: skip

    async def _walk(
        self, key: bytes, portal: Portal, request: Request, asked: Asked, report: Report
    ) -> Progress:
        try:
            end = await Strand(portal, asked, report, self._clock.tick).walk(request)
            self._keep(key, portal, end)
        except Exception:
            LOG.exception("asking %s failed", portal.source.key)
            return BROKEN
        return end

    def _keep(self, key: bytes, portal: Portal, end: Progress) -> None:
        """Keep what is whole, for the next one who asks the same."""
        if end.state is State.ANSWERED and not end.reason:
            kept = Kept(end.found, self._clock.now())
            long = good_for(portal.source, portal.settings.keep_seconds)
            self._cache.put(key, portal.source.key, kept, long)


def _at(listener: Listener, source: str, strand: int) -> Report:
    return lambda progress: listener.hear(source, strand, progress)


def whole(progress: Progress) -> Progress:
    """Return the progress as it stands when nothing more is waited for."""
    if progress.done:
        return progress
    if progress.state is State.ANSWERED:
        return structs.replace(progress, reason="timeout", done=True)
    return structs.replace(progress, state=State.LATE, reason="timeout", done=True)
