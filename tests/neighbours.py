"""What stands beside Reihum in a test: local job portals, and a mail server."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiohttp import web
from aiosmtpd.controller import Controller

from reihum.jobs.standins import server
from reihum.jobs.standins.behaviour import Behaviour
from reihum.jobs.standins.world import world

HERE = "127.0.0.1"


class Inbox:
    """Keep every letter that arrives, the newest last."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    def to(self, address: str) -> list[EmailMessage]:
        return [letter for letter in self.letters if letter["To"] == address]

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@contextlib.contextmanager
def mail_server(port: int) -> Iterator[Inbox]:
    """Take letters at a port of this machine."""
    box = Inbox()
    controller = Controller(box, hostname=HERE, port=port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


@contextlib.contextmanager
def job_portals(day: date, does: Mapping[str, Behaviour]) -> Iterator[str]:
    """Serve the local portals in a thread of their own; yield their address.

    Their behaviour is changed as everybody does it, at `/_behaviour`.
    """
    loop, started = asyncio.new_event_loop(), threading.Event()
    address: list[str] = []

    async def serve() -> web.AppRunner:
        runner = web.AppRunner(
            server.app(world(day), does),
            handler_cancellation=True,
            access_log=None,
            shutdown_timeout=1,
        )
        await runner.setup()
        await web.TCPSite(runner, HERE, 0).start()
        address.append("http://{}:{}".format(*runner.addresses[0][:2]))
        return runner

    def run() -> None:
        runner = loop.run_until_complete(serve())
        started.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
