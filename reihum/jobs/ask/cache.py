"""Answers that were read once: in memory, and in the file that processes share."""

from collections import OrderedDict
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

import msgspec
from msgspec import Raw, Struct, structs

from reihum import __version__
from reihum.jobs.answer import Found
from reihum.jobs.ask.shelf import Shelf
from reihum.jobs.model import Advertisement
from reihum.jobs.sources.source import Request, Source, Way

ROOM = 24_000_000  # bytes of answers in memory, as they are written down
LONGEST = 4_000  # signs of a text that is kept as bytes, too
STALE = 7 * 86_400.0  # seconds that a mirror is shown while it cannot be renewed
DETAILS = "details"  # what the details of all portals are kept as, beside their lists
RENEWED = frozenset({Way.MIRROR, Way.CRAWL})


class Kept(Struct, frozen=True, array_like=True):
    """What a first request and the pages after it held, and when that was."""

    found: Found
    at: float  # seconds since 1970


DECODER = msgspec.msgpack.Decoder(Kept)
ENCODER = msgspec.msgpack.Encoder()


class Cache:
    """Keeps what was read, bounded by its size; the file remembers what memory drops.

    An answer is kept under the request that brought it, and never says who asked.
    """

    def __init__(self, shelf: Shelf, room: int = ROOM) -> None:
        self._shelf = shelf
        self._room = room
        self._used = 0
        self._held: OrderedDict[bytes, tuple[str, Kept, int]] = OrderedDict()

    def remembered(self, key: bytes) -> Kept | None:
        """Return what memory has."""
        if key not in self._held:
            return None
        self._held.move_to_end(key)
        return self._held[key][1]

    async def get(self, key: bytes, source: str, since: float = 0.0) -> Kept | None:
        """Return what there is, fresh or not.

        What memory has is enough if it was kept after `since` (seconds since 1970);
        what is older another process may have renewed.
        """
        held = self.remembered(key)
        if held is not None and held.at > since:
            return held
        row = await self._shelf.get(key)
        held = self.remembered(key)  # a call may have landed while the file was read
        if row is None or (held is not None and row[0] <= held.at):
            return held
        kept = _decoded(row[1])
        if kept is not None:
            self._hold(key, source, kept, len(row[1]))
        return kept or held

    def put(self, key: bytes, source: str, kept: Kept, good_for: float) -> None:
        """Keep an answer for so many seconds."""
        value = _encoded(kept)
        self._hold(key, source, kept, len(value))
        self._shelf.put(key, source, kept.at, kept.at + good_for, value)

    async def advertisement(self, source: str, id: str) -> Advertisement | None:  # noqa: A002
        """Return one advertisement that some search found."""
        for ad in self._all_of(source):
            if ad.id == id:
                return ad
        for value in await self._shelf.holding(source, id.encode()):
            kept = _decoded(value)
            for ad in kept.found.advertisements if kept else ():
                if ad.id == id:
                    return ad
        return None

    def _all_of(self, source: str) -> Iterator[Advertisement]:
        for owner, kept, _ in reversed(self._held.values()):
            if owner == source:
                yield from kept.found.advertisements

    def _hold(self, key: bytes, source: str, kept: Kept, size: int) -> None:
        if key in self._held:
            self._used -= self._held.pop(key)[2]
        if size > self._room // 4:  # one giant must not drive out all others
            return
        self._held[key] = source, kept, size
        self._used += size
        while self._used > self._room:
            self._used -= self._held.popitem(last=False)[1][2]


def key_of(source: Source, request: Request, pages: int) -> bytes:
    """Return what an answer is kept under. No key of a portal can be read from it."""
    asked = ENCODER.encode((__version__, source.key, pages, request))
    return blake2b(asked, digest_size=20).digest()


def details_key(source: str, id: str) -> bytes:  # noqa: A002
    """Return what all that a portal says of one advertisement is kept under."""
    asked = ENCODER.encode((__version__, source, "details", id))
    return blake2b(asked, digest_size=20).digest()


def good_for(source: Source, keep_seconds: int) -> float:
    """Return how long an answer is worth keeping at all."""
    return STALE if source.way in RENEWED else float(keep_seconds)


def _encoded(kept: Kept) -> bytes:
    """Return an answer as it is written down.

    An advertisement that was written before is not put into bytes again.
    """
    known = [
        _written(ad) if len(ad.text) <= LONGEST else Raw(ENCODER.encode(ad))
        for ad in kept.found.advertisements
    ]
    found = structs.replace(kept.found, advertisements=known)
    return ENCODER.encode(structs.replace(kept, found=found))


@lru_cache(8192)
def _written(ad: Advertisement) -> Raw:
    return Raw(ENCODER.encode(ad))


def _decoded(value: bytes) -> Kept | None:
    try:
        return DECODER.decode(value)
    except msgspec.MsgspecError:
        return None  # written by another version
