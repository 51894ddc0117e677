"""The shared file, for an event loop: its work is done in a thread of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

from reihum.jobs.ask.health import Health
from reihum.jobs.ask.store import Store

P = ParamSpec("P")
T = TypeVar("T")


class Shelf:
    """Reads are awaited; writes are handed over, and nobody waits for them."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reihum-jobs-file")

    async def get(self, key: bytes) -> tuple[float, bytes] | None:
        return await self._run(self._store.get, key)

    async def holding(self, source: str, needle: bytes) -> list[bytes]:
        return await self._run(self._store.holding, source, needle)

    async def known(self, day: str) -> tuple[dict[str, int], list[Health]]:
        """Return the calls of a day, and how every source was."""
        return await self._run(lambda: (self._store.calls(day), self._store.healths()))

    def put(
        self, key: bytes, source: str, saved_at: float, until: float, value: bytes
    ) -> None:
        self._thread.submit(self._store.put, key, source, saved_at, until, value)

    def note_health(self, health: Health) -> None:
        self._thread.submit(self._store.save_health, health)

    def note_call(self, source: str, day: str, told: Callable[[int], None]) -> None:
        """Count a call; `told` hears in the loop how many there were."""
        loop = asyncio.get_running_loop()

        def count() -> None:
            calls = self._store.count(source, day)
            if not loop.is_closed():
                loop.call_soon_threadsafe(told, calls)

        self._thread.submit(count)

    def close(self) -> None:
        """Wait for what is still to be written, and close the file."""
        self._thread.submit(self._store.close)
        self._thread.shutdown()

    async def _run(self, work: Callable[P, T], *args: P.args, **more: P.kwargs) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: work(*args, **more))
