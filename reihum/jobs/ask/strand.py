"""A strand: one first request to a portal, and the pages that follow from it.

Most portals are asked by one strand; of employers' own systems each has its own.
"""

import asyncio
from collections import deque
from collections.abc import Callable

from msgspec import Struct, structs

from reihum.jobs.answer import Found, State
from reihum.jobs.ask.failed import Failed, timed_out
from reihum.jobs.ask.portal import GONE, Portal
from reihum.jobs.query import Asked
from reihum.jobs.sources.source import Read, Request, Way

LONGEST = 20.0  # seconds for all pages of a question
LONGEST_RENEWAL = 1800.0  # seconds to fetch a mirror or to crawl, kindly
CRAWLED_A_PAGE = 20  # calls that one of `Settings.pages` stands for when crawling …
CRAWLED_BEFORE = 6  # … and those that find them: a sitemap and its parts


class Progress(Struct, frozen=True, kw_only=True):
    """How far a strand is. Not `done`, more may come.

    `in_hand` says that an answer has come and is being read by us. ANSWERED with a
    `reason` is an answer that is not whole: a later page failed.
    """

    state: State = State.WAITING
    found: Found = Found()
    reason: str = ""
    took_ms: int | None = None
    kept: bool = False
    days_old: int = 0  # of what is kept
    in_hand: bool = False
    done: bool = False


Report = Callable[[Progress], bool]  # returns whether it wants to hear more


class Strand:
    """Walks from page to page, and reports what there is after each."""

    def __init__(
        self, portal: Portal, asked: Asked, report: Report, tick: Callable[[], float]
    ) -> None:
        self._portal = portal
        self._asked = asked
        self._report = report
        self._tick = tick
        self._seen: set[str] = set()
        self._so_far = Progress()

    async def walk(self, first: Request) -> Progress:
        """Return all that came of a first request. Never raises but when cancelled."""
        start, crawls = self._tick(), self._portal.source.way is Way.CRAWL
        longest = LONGEST if self._portal.source.way is Way.SEARCH else LONGEST_RENEWAL
        try:
            async with asyncio.timeout(longest):
                await self._pages(first, crawls=crawls)
        except Failed as failed:
            self._end(failed)
        except TimeoutError:
            self._end(timed_out())
        took = round((self._tick() - start) * 1000)
        return structs.replace(self._so_far, took_ms=took, done=True)

    async def _pages(self, first: Request, *, crawls: bool) -> None:
        waiting = deque([first])
        for _ in range(_calls(self._portal.settings.pages, crawls=crawls)):
            if not waiting:
                return
            try:
                read = await self._portal.read(
                    waiting.popleft(), self._asked, self._in_hand
                )
            except Failed as failed:
                if not crawls or not self._may_miss(failed):
                    raise
                continue
            if not self._take(read):
                return
            waiting.extend(read.more)

    def _in_hand(self, is_here: bool) -> None:  # noqa: FBT001  (as `Portal` tells it)
        self._report(structs.replace(self._so_far, in_hand=is_here))

    def _take(self, read: Read) -> bool:
        """Add a page; return False where it only repeats what was there."""
        given = read.found.advertisements
        new = tuple(ad for ad in given if not self._known(ad.id))
        self._so_far = Progress(
            state=State.ANSWERED, found=_joined(self._so_far.found, read.found, new)
        )
        self._report(self._so_far)
        return bool(new) or not given

    def _may_miss(self, failed: Failed) -> bool:
        """Return whether the pages of a site are whole without this one.

        One may be gone; one that is broken is counted. A site that blocks is left
        alone, and without its sitemap there is nothing.
        """
        so_far = self._so_far
        if so_far.state is not State.ANSWERED or failed.state is not State.FAULTY:
            return False
        if failed.reason not in GONE:
            one_less = structs.replace(so_far.found, skipped=so_far.found.skipped + 1)
            self._so_far = structs.replace(so_far, found=one_less)
        return True

    def _known(self, id: str) -> bool:  # noqa: A002
        known = id in self._seen
        self._seen.add(id)
        return known

    def _end(self, failed: Failed) -> None:
        """Keep what came before the failure; without any, the failure is all."""
        state = self._so_far.state
        self._so_far = structs.replace(
            self._so_far, reason=failed.reason,
            state=state if state is State.ANSWERED else failed.state,
        )  # fmt: skip


def _calls(pages: int, *, crawls: bool) -> int:
    """Return how many calls a strand may make."""
    return pages * CRAWLED_A_PAGE + CRAWLED_BEFORE if crawls else pages


def _joined(before: Found, page: Found, new: tuple[object, ...]) -> Found:
    total = page.total if before.total is None else before.total
    return structs.replace(
        before, advertisements=before.advertisements + new, total=total,
        skipped=before.skipped + page.skipped,
        place_unknown=before.place_unknown or page.place_unknown,
    )  # fmt: skip
