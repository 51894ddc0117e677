"""The shared file, for an event loop: its work is done in two threads, in batches.

Every step of a database gives the interpreter up and has to wait for it again, which
takes long when much is being read. So what is asked for at the same time is looked up
in one query, what is written in half a second is one transaction, and nobody
who looks something up waits for somebody who writes.
"""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from reihum.jobs.ask.health import Health
from reihum.jobs.ask.store import Row, Store

T = TypeVar("T")
Told = Callable[[int], None]
Hear = Callable[[], None]
Work = Callable[[Store], Hear | None]  # what is written, and what the loop hears of it
GATHER = 0.5  # seconds: the answers of one search come one after the other


class Shelf:
    """Reads are awaited; writes are handed over, and nobody waits for them.

    All is called from one event loop.
    """

    def __init__(self, path: Path) -> None:
        self._reads, self._writes = Store(path), Store(path)
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reihum-jobs-reads")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="reihum-jobs-writes")
        self._wanted: dict[bytes, asyncio.Future[Row | None]] = {}
        self._looking: asyncio.Task[None] | None = None
        self._to_write: list[Work] = []
        self._begin: asyncio.TimerHandle | None = None

    async def get(self, key: bytes) -> Row | None:
        """Return when an answer was saved, and the answer."""
        if key not in self._wanted:
            self._wanted[key] = asyncio.get_running_loop().create_future()
            if self._looking is None:
                self._looking = asyncio.create_task(self._look())
        return await asyncio.shield(self._wanted[key])

    async def holding(self, source: str, needle: bytes) -> list[bytes]:
        """Return a source's answers that hold these bytes, the newest first."""
        return await self._read(partial(self._reads.holding, source, needle))

    async def known(self, day: str) -> tuple[dict[str, int], list[Health]]:
        """Return the calls of a day, and how every source was."""
        return await self._read(lambda: (self._reads.calls(day), self._reads.healths()))

    def put(
        self, key: bytes, source: str, saved_at: float, until: float, value: bytes
    ) -> None:
        """Keep an answer until then."""
        self._write(lambda store: store.put(key, source, saved_at, until, value))

    def note_health(self, health: Health) -> None:
        self._write(lambda store: store.save_health(health))

    def note_call(self, source: str, day: str, told: Told) -> None:
        """Count a call; `told` hears in the loop how many there were."""
        self._write(lambda store: partial(told, store.count(source, day)))

    async def close(self) -> None:
        """Wait for what is still to be written, and close the file."""
        if self._looking is not None:
            await self._looking
        await self._read(self._reads.close)
        if self._begin is not None:
            self._begin.cancel()
            self._begin_writing()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._writer, self._writes.close)
        self._reader.shutdown()
        self._writer.shutdown()

    async def _look(self) -> None:
        """Look up all that is wanted, and what comes to be wanted meanwhile."""
        while wanted := self._wanted:
            self._wanted = {}
            found = await self._read(partial(self._reads.get_many, [*wanted]))
            for key, future in wanted.items():
                if not future.done():
                    future.set_result(found.get(key))
        self._looking = None

    def _write(self, work: Work) -> None:
        self._to_write.append(work)
        if self._begin is None:
            loop = asyncio.get_running_loop()
            self._begin = loop.call_later(GATHER, self._begin_writing)

    def _begin_writing(self) -> None:
        self._begin = None
        work, self._to_write = self._to_write, []
        tell = asyncio.get_running_loop().call_soon_threadsafe
        self._writer.submit(self._write_all, work, tell)

    def _write_all(self, work: Iterable[Work], tell: Callable[..., object]) -> None:
        """Write what there is, as one; called in the writer's thread."""
        with self._writes.together():
            heard = [one(self._writes) for one in work]
        tell(_hear, [one for one in heard if one is not None])

    async def _read(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._reader, work)


def _hear(heard: Iterable[Hear]) -> None:
    for one in heard:
        one()
