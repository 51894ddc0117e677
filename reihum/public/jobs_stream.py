"""An answer that begins before it is known, and a bound on how many wait at a time.

A search waits for foreign portals, up to its deadline. Each one holds a thread of the
server; so that the other pages stay quick, only so many may wait at the same time.
"""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import wraps
from typing import ParamSpec, Self, TypeVar

from django.conf import settings
from django.http import StreamingHttpResponse

P = ParamSpec("P")
T = TypeVar("T")


class Places:
    """A number of places to wait in; a full house is said at once."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._free = threading.BoundedSemaphore(number)

    def take(self) -> "Place | None":
        """Return a place, or None where all are taken."""
        return Place(self._free.release) if self._free.acquire(blocking=False) else None


class Place:
    """A place that is taken, until it is left; leaving it twice does no harm."""

    def __init__(self, release: Callable[[], None]) -> None:
        self._release = release
        self._left = threading.Lock()

    def leave(self) -> None:
        if self._left.acquire(blocking=False):
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.leave()


class Chunks:
    """Parts of a page as they become known; the place is left when all is said.

    The server closes an answer also when its reader has gone, or when nothing of it was
    ever asked for: a generator alone would not notice the latter.
    """

    def __init__(self, chunks: Iterable[bytes], place: Place) -> None:
        self._chunks = chunks
        self._place = place

    def __iter__(self) -> Iterator[bytes]:
        with self._place:
            yield from self._chunks

    def close(self) -> None:
        self._place.leave()


def streamed(chunks: Generator[str, None, None]) -> StreamingHttpResponse:
    """Return an answer whose parts are sent at once, and kept by nobody."""
    answer = StreamingHttpResponse(chunks)
    answer.headers["X-Accel-Buffering"] = "no"  # a proxy in front must not collect
    return answer


def kept_until_sent(
    answer: StreamingHttpResponse, place: Place
) -> StreamingHttpResponse:
    """Return an answer that leaves its place when it is sent, or given up."""
    assert not answer.is_async  # noqa: S101  (`streamed` has made it)
    # Django closes what streamed before as well, when it closes the answer.
    answer.streaming_content = Chunks(iter(answer), place)
    return answer


def one_at_a_time(work: Callable[P, T]) -> Callable[P, T]:
    """Let only one search be worked on at a time; the others wait their turn.

    Only one thread of a process runs at a time, and all that want to get the same part
    of it. So a page of the office shares with one search, however many are under way.
    What works so must not wait for anything: all other searches would wait with it.
    """

    @wraps(work)
    def alone(*args: P.args, **kwargs: P.kwargs) -> T:
        with AT_WORK:
            return work(*args, **kwargs)

    return alone


AT_WORK = threading.RLock()
PLACES = Places(settings.REIHUM_JOBS.at_once)
