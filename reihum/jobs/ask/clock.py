"""Time, as an argument: a test stops it, everything else takes the machine's."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What `ask` wants to know of time."""

    def now(self) -> float:
        """Return the seconds since 1970, to compare with what was kept."""

    def tick(self) -> float:
        """Return seconds that never go back, to measure with."""

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""


class MachineClock:
    """The time of this machine."""

    def now(self) -> float:
        return time.time()

    def tick(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def day_of(now: float) -> str:
    """Return the day that calls are counted under, "2026-11-23" (UTC)."""
    return datetime.fromtimestamp(now, tz=UTC).date().isoformat()
