"""Politeness: how often a portal is asked, and when it is left in peace."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from msgspec import Struct

from reihum.jobs.answer import State
from reihum.jobs.ask.clock import Clock, day_of
from reihum.jobs.ask.failed import Failed
from reihum.jobs.ask.health import LONGEST_ASKED, Health
from reihum.jobs.ask.room import Room
from reihum.jobs.sources.source import Settings

MINUTE = 60.0
PATIENCE = 1.5  # seconds to wait for a place; of two, a half is left to answer in


class Books(Protocol):
    """Where calls and health are written down, so that a restart forgets nothing."""

    def note_call(self, source: str, day: str, told: Callable[[int], None]) -> None:
        """Count a call; `told` hears how many there were today, in all processes."""

    def note_health(self, health: Health) -> None:
        """Remember how a source is."""


class Past(Struct, frozen=True):
    """What is known of a source from before: how it was, its calls of today."""

    healths: tuple[Health, ...] = ()
    calls: int = 0


class Bucket:
    """At most so many a minute: a bucket that fills up evenly."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        self._size = float(per_minute)
        self._tokens = self._size
        self._clock = clock
        self._filled = clock.tick()

    def take(self) -> float:
        """Take one and return 0, or return the seconds until there is one."""
        now = self._clock.tick()
        gained = (now - self._filled) * self._size / MINUTE
        self._tokens = min(self._size, self._tokens + gained)
        self._filled = now
        if self._tokens < 1:
            return (1 - self._tokens) * MINUTE / self._size
        self._tokens -= 1
        return 0.0


class Breaker:
    """Rests after failures in a row, then lets one call try."""

    def __init__(self, health: Health) -> None:
        self.health = health
        self._trying = False

    def rests(self, now: float) -> bool:
        """Return whether no call may be made: none, or one that tries is under way."""
        if not self._failing(now):
            return False
        return now < self.health.rests_until or self._trying

    def begin(self, now: float) -> None:
        """Hear that a call is made; `settle` must follow."""
        self._trying = self._failing(now)

    def _failing(self, now: float) -> bool:
        # Longer than anybody may ask for: the machine's clock was wrong, and set back.
        until = self.health.rests_until
        return bool(until) and until - now <= LONGEST_ASKED

    def settle(self, health: Health | None = None) -> None:
        """Hear how a call ended; None where it was given up."""
        self._trying = False
        self.health = health or self.health


class Gate:
    """The limits of one source. All its calls go through here."""

    def __init__(  # noqa: PLR0913  (who is asked, how often, and what is known)
        self,
        source: str,
        settings: Settings,
        clock: Clock,
        books: Books,
        past: Past | None = None,
        *,
        patience: float = PATIENCE,
    ) -> None:
        past = past or Past()
        self._source = source
        self._settings = settings
        self._clock = clock
        self._books = books
        self._patience = patience
        self._room = Room(settings.at_once)
        self._bucket = Bucket(settings.per_minute, clock)
        self._breakers = {one.employer: Breaker(one) for one in past.healths}
        self._day, self._calls = day_of(clock.now()), past.calls

    def free(self) -> bool:
        """Return whether a call could be made at once."""
        return not self._room.full()

    @asynccontextmanager
    async def call(
        self, employer: str = "", *, patient: bool = False
    ) -> AsyncIterator[None]:
        """Hold a place for one call; raise `Failed` where none may be made.

        Who is `patient` waits for a place and for the next minute's share as long as
        it takes; whoever else waits in vain is told that the limit is ours ("at-once").
        A `Failed` that ends the call counts against the source; being cancelled does
        not.
        """
        async with self._place(patient=patient):
            breaker = self._breaker(employer)
            await self._admit(breaker, patient=patient)
            try:
                yield
            except Failed as failed:
                self._failed(breaker, failed)
                raise
            except BaseException:
                breaker.settle()
                raise
            self._answered(breaker)

    @asynccontextmanager
    async def _place(self, *, patient: bool) -> AsyncIterator[None]:
        """Hold one of the places; the portal is not late where it was not asked."""
        try:
            async with asyncio.timeout(None if patient else self._patience):
                await self._room.enter()
        except TimeoutError:
            raise Failed(State.RESTING, "at-once") from None
        try:
            yield
        finally:
            self._room.leave()

    def _breaker(self, employer: str) -> Breaker:
        if employer not in self._breakers:
            health = Health(source=self._source, employer=employer)
            self._breakers[employer] = Breaker(health)
        return self._breakers[employer]

    async def _admit(self, breaker: Breaker, *, patient: bool) -> None:
        if self._used_up():
            raise Failed(State.RESTING, "per-day")
        self._refuse_resting(breaker)  # a call that is not made takes no share of any
        while wait := self._bucket.take():
            if not patient:
                raise Failed(State.RESTING, "per-minute")
            await self._clock.sleep(wait)
            self._refuse_resting(breaker)  # it may have failed elsewhere meanwhile
        breaker.begin(self._clock.now())
        self._count()

    def _refuse_resting(self, breaker: Breaker) -> None:
        if breaker.rests(self._clock.now()):
            raise Failed(State.RESTING, "breaker")

    def _used_up(self) -> bool:
        day = day_of(self._clock.now())
        if day != self._day:
            self._day, self._calls = day, 0
        return self._calls >= self._settings.per_day

    def _count(self) -> None:
        self._calls += 1
        day = self._day

        def told(calls: int) -> None:
            if day == self._day:
                self._calls = max(self._calls, calls)

        self._books.note_call(self._source, day, told)

    def _answered(self, breaker: Breaker) -> None:
        before, now = breaker.health, self._clock.now()
        breaker.settle(before.answered(now))
        # Every answer is worth remembering, but not each of many in a second.
        if before.in_a_row or now - before.answered_at >= 1 or now < before.answered_at:
            self._books.note_health(breaker.health)
        else:
            breaker.settle(before)

    def _failed(self, breaker: Breaker, failed: Failed) -> None:
        health = breaker.health.failed(
            self._clock.now(), failed.reason, failed.retry_after
        )
        breaker.settle(health)
        self._books.note_health(health)
