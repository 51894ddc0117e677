"""One call of a portal: a request becomes bytes, or a reason why there are none."""

import asyncio
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from aiohttp import (
    ClientError,
    ClientPayloadError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
)
from multidict import CIMultiDict
from yarl import URL

from reihum.jobs.ask.failed import (
    Failed,
    of_status,
    redirected,
    refused,
    timed_out,
    truncated,
)
from reihum.jobs.ask.guard import Forbidden, Guard
from reihum.jobs.ask.inflate import Bounded
from reihum.jobs.sources.source import Request

LARGEST = 5_000_000  # bytes of an answer, unpacked
LONGEST = 10.0  # seconds for all of a call; the search itself has stopped waiting
REDIRECTS = 3
MOVED = frozenset({301, 302, 303, 307, 308})
KEEPS_METHOD = frozenset({307, 308})
OK = range(200, 300)
WRITTEN = re.compile("[!-~]*")  # what may stand in a request line
PIECE = 65_536


class Fetcher:
    """Calls the hosts of one source. It belongs to the event loop that it is used in.

    `agent` names the installation to the portal; nothing is ever said about who
    searches. No cookies, no proxies of the environment, no redirect unlooked at.
    """

    def __init__(
        self,
        guard: Guard,
        *,
        agent: str,
        at_once: int = 2,
        largest: int = LARGEST,
        longest: float = LONGEST,
    ) -> None:
        self._guard = guard
        self._agent = agent
        self._at_once = at_once
        self._largest = largest
        self._timeout = ClientTimeout(total=longest, sock_connect=longest / 2)
        self._session: ClientSession | None = None

    async def fetch(self, request: Request) -> bytes:
        """Return the body of a good answer; raise `Failed` otherwise.

        The time is bounded over all redirects together.
        """
        try:
            async with asyncio.timeout(self._timeout.total):
                return await self._follow(request)
        except TimeoutError:
            raise timed_out() from None
        except ClientPayloadError:
            raise truncated() from None
        except (ClientError, OSError, ValueError) as error:
            inside = isinstance(getattr(error, "os_error", error), Forbidden)
            raise (redirected() if inside else refused()) from None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def _follow(self, request: Request) -> bytes:
        url, method, body = _url(request.url), request.method, request.body
        headers = self._headers(request.headers)
        for _ in range(REDIRECTS + 1):
            self._guard.check(url)
            async with self._open().request(
                method, url, headers=headers, data=body or None, allow_redirects=False,
                timeout=self._timeout,
            ) as answer:  # fmt: skip
                if answer.status not in MOVED:
                    return await self._body(answer)
                target = _target(url, answer)
                if answer.status not in KEEPS_METHOD:
                    method, body = "GET", b""
            if target.origin() != url.origin():  # keys are for the portal alone
                headers = self._headers(())
            url = target
        raise redirected()

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(
                    resolver=self._guard, limit=self._at_once * 2, keepalive_timeout=30
                ),
                cookie_jar=DummyCookieJar(),
                auto_decompress=False,
                skip_auto_headers=("User-Agent",),
            )
        return self._session

    def _headers(self, own: Iterable[tuple[str, str]]) -> CIMultiDict[str]:
        headers = CIMultiDict(own)
        headers["User-Agent"] = self._agent
        headers["Accept-Encoding"] = "gzip, deflate"
        headers.setdefault("Accept-Language", "de")
        return headers

    async def _body(self, answer: ClientResponse) -> bytes:
        if answer.status not in OK:
            answer.close()  # what a refusal says is not read
            raise of_status(answer.status, _retry_after(answer))
        try:
            return await _read(answer, self._largest)
        except Failed:
            answer.close()  # the rest stays where it is
            raise


def _url(text: str) -> URL:
    """Return an address as it was written; what no address may hold is encoded."""
    return URL(text, encoded=WRITTEN.fullmatch(text) is not None)


async def _read(answer: ClientResponse, largest: int) -> bytes:
    body = Bounded(answer.headers.get("Content-Encoding", ""), largest)
    async for piece in answer.content.iter_chunked(PIECE):
        body.take(piece)
    return body.whole()


def _target(url: URL, answer: ClientResponse) -> URL:
    """Return where a redirect leads; raise `Failed` where that cannot be followed."""
    to = answer.headers.get("Location", "")
    try:
        target = url.join(URL(to))
    except ValueError:
        raise redirected() from None
    if not to or (url.scheme == "https" and target.scheme != "https"):
        raise redirected()
    return target.with_fragment(None)


def _retry_after(answer: ClientResponse) -> float | None:
    """Return the seconds of a Retry-After, which may also be a date."""
    text = answer.headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(tz=UTC)).total_seconds(), 0.0)
