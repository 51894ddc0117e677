"""What can be wrong with an answer, on the wire."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable
from functools import cache
from http import HTTPStatus
from io import BytesIO

from aiohttp import web

from reihum.jobs.standins.answers import Reply
from reihum.jobs.standins.formats import page, portal

BLOCK = 64 * 1024
HUGE = 100 * 1024 * 1024
INTERNAL = "http://169.254.169.254/latest/meta-data/"  # where clouds keep secrets
HEADER = {"Content-Encoding": "gzip"}

Fault = Callable[[web.Request, Reply], Awaitable[web.StreamResponse]]


async def well(_request: web.Request, reply: Reply) -> web.StreamResponse:
    return _response(reply.body, reply)


async def html(_request: web.Request, _reply: Reply) -> web.StreamResponse:
    body = page.html("Wartung", "<p>Bitte versuchen Sie es später noch einmal.</p>")
    return _response(body, Reply(b"", portal.HTML))


async def empty(_request: web.Request, reply: Reply) -> web.StreamResponse:
    return _response(b"", reply)


async def half(_request: web.Request, reply: Reply) -> web.StreamResponse:
    return _response(reply.body[: len(reply.body) // 2], reply)


async def cut(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Announce all, send half, hang up."""
    response = web.StreamResponse(headers={"Content-Type": reply.kind})
    response.content_length = len(reply.body)
    await response.prepare(request)
    await response.write(reply.body[: len(reply.body) // 2])
    if request.transport:
        request.transport.close()
    return response


async def latin1(_request: web.Request, reply: Reply) -> web.StreamResponse:
    """Send Windows' letters and say that they are UTF-8."""
    return _response(reply.body.decode().encode("cp1252", "replace"), reply)


async def huge(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Send 100 MB, as long as anybody listens."""
    response = web.StreamResponse(headers={"Content-Type": reply.kind})
    await response.prepare(request)
    try:
        for block in (reply.body[:-2], *[b" " * BLOCK] * (HUGE // BLOCK)):
            await response.write(block)
    except ConnectionError:
        return response
    return response


async def bomb(_request: web.Request, reply: Reply) -> web.StreamResponse:
    """Send little that becomes 100 MB."""
    return web.Response(
        body=await asyncio.to_thread(_packed),
        headers={**HEADER, "Content-Type": reply.kind},
    )


@cache
def _packed() -> bytes:
    packed = BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as file:
        for _ in range(HUGE // BLOCK):
            file.write(b" " * BLOCK)
    return packed.getvalue()


async def internal(_request: web.Request, _reply: Reply) -> web.StreamResponse:
    return _moved(INTERNAL)


async def loop(request: web.Request, _reply: Reply) -> web.StreamResponse:
    return _moved(request.path_qs)


def _moved(address: str) -> web.Response:
    return web.Response(status=HTTPStatus.FOUND, headers={"Location": address})


async def status(code: int, reply: Reply) -> web.StreamResponse:
    """Refuse; where it was too much, say when to come again."""
    later = {"Retry-After": "30"} if code == HTTPStatus.TOO_MANY_REQUESTS else {}
    body = Reply(b'{"messages":[{"code":"VORFUEHRUNG"}]}', reply.kind, code)
    return _response(body.body, body, later)


async def hang(stopped: asyncio.Event) -> web.StreamResponse:
    """Answer when the server stops, and not before."""
    await stopped.wait()
    return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)


def _response(
    body: bytes, reply: Reply, more: dict[str, str] | None = None
) -> web.Response:
    headers = {"Content-Type": f"{reply.kind}; charset=utf-8", **(more or {})}
    return web.Response(body=body, status=reply.status, headers=headers)


FAULTS: dict[str, Fault] = {
    "html": html,
    "empty": empty,
    "half": half,
    "cut": cut,
    "latin1": latin1,
    "100mb": huge,
    "bomb": bomb,
    "redirect-internal": internal,
    "redirect-loop": loop,
}
