"""Portals of the tests: real servers on this machine, and a source that asks them.

The form is as small as can be: {"jobs": [{"id": "1", "title": "Koch"}], "more": "/p2"}.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import quote

import msgspec
from aiohttp import web

from reihum.jobs.answer import Found
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.source import (
    Read,
    Request,
    Settings,
    Source,
    Unreadable,
    Way,
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ASKED = Asked(query=Query(words="Koch"), was="Koch")


class Row(msgspec.Struct):
    id: str
    title: str = "Koch"


class Page(msgspec.Struct):
    jobs: list[Row]
    more: list[str] = []
    total: int | None = None


def asked(was: str = "Koch", **query: object) -> Asked:
    return Asked(query=Query(words=was, **query), was=was)


def source(key: str = "eins", way: Way = Way.SEARCH, **more) -> Source:
    """Return a source whose portal speaks the form of this file."""
    parts = {
        "name": key.capitalize(), "site": "https://portal.example",
        "settings": Settings(), "ask": _ask, "read": _reading(key), **more,
    }  # fmt: skip
    return Source(key=key, way=way, **parts)


def _ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:
    if settings.employers:
        return tuple(
            Request(url=f"{settings.address}/{one}", employer=one)
            for one in settings.employers
        )
    return (Request(url=f"{settings.address}/jobs?was={quote(asked.was)}"),)


def _reading(key: str):
    def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:
        if body.lstrip().startswith(b"<"):
            raise Unreadable("not-json")
        try:
            page = msgspec.json.decode(body.decode("utf-8"), type=Page)
        except UnicodeDecodeError:
            raise Unreadable("encoding") from None
        except msgspec.DecodeError:
            raise Unreadable("truncated") from None
        ads = tuple(ad(key, row.id, row.title) for row in page.jobs)
        more = tuple(Request(url=settings.address + path) for path in page.more)
        return Read(found=Found(advertisements=ads, total=page.total), more=more)

    return read


def ad(source: str, key: str, title: str = "Koch", **more) -> Advertisement:
    url = f"https://portal.example/{source}/{key}"
    return Advertisement(source=source, id=key, title=title, url=url, **more)


def jobs(*ids: str, more: tuple[str, ...] = (), total: int | None = None) -> bytes:
    rows = [Row(key) for key in ids]
    return msgspec.json.encode(Page(rows, list(more), total))


def says(body: bytes, status: int = 200, **headers: str) -> Handler:
    """Return a handler that always says the same."""

    async def answer(request: web.Request) -> web.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(body=body, status=status, headers=named)

    return answer


async def hangs(request: web.Request) -> web.Response:
    """Never answer."""
    await asyncio.Event().wait()
    return web.Response()


async def without_end(request: web.Request) -> web.StreamResponse:
    """Send as much as anybody takes, in the form of a list."""
    answer = web.StreamResponse()
    await answer.prepare(request)
    while True:
        await answer.write(b'{"jobs": [' + b" " * 100_000)


async def cut(request: web.Request) -> web.StreamResponse:
    """Promise more bytes than are sent."""
    answer = web.StreamResponse(headers={"Content-Length": "5000"})
    await answer.prepare(request)
    await answer.write(b'{"jobs": [')
    request.transport.close()
    return answer


class Served:
    """A running server: its address, and the requests that it had."""

    def __init__(self) -> None:
        self.address = ""
        self.calls: list[web.Request] = []
        self.loop = asyncio.new_event_loop()

    def paths(self) -> list[str]:
        return [call.path_qs for call in self.calls]


@contextmanager
def served(handlers: Mapping[str, Handler]) -> Iterator[Served]:
    """Serve in a thread of its own; "*" answers what has no handler."""
    here = Served()

    async def answer(request: web.Request) -> web.StreamResponse:
        here.calls.append(request)
        handler = handlers.get(request.path) or handlers.get("*")
        return await handler(request) if handler else web.Response(status=404)

    async def start() -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", answer)
        runner = web.AppRunner(
            app, shutdown_timeout=0.01, handler_cancellation=True, access_log=None
        )
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        here.address = f"http://127.0.0.1:{port}"
        return runner

    thread = threading.Thread(target=here.loop.run_forever)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(start(), here.loop).result()
    try:
        yield here
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), here.loop).result()
        here.loop.call_soon_threadsafe(here.loop.stop)
        thread.join()
        here.loop.close()


class FakeClock:
    """Time that stands still until it is told to move."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.at = now
        self.slept: list[float] = []

    def now(self) -> float:
        return self.at

    def tick(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Move on by as much as somebody wants to sleep."""
        self.slept.append(seconds)
        self.at += seconds
        await asyncio.sleep(0)
