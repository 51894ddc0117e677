"""`reihum jobs demo-portals`: local portals in the real portals' formats."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from ipaddress import ip_address

from aiohttp import web

from reihum.jobs.standins import server
from reihum.jobs.standins.behaviour import Behaviour, behaviours, usual
from reihum.jobs.standins.world import world
from reihum.reads.clock import today

ADDRESS = "127.0.0.1:8100"
LAST_PORT = 65_535
NO_ADDRESS = "„{}“ ist keine Adresse; gemeint ist etwa {}."
OPEN_ONLY = (
    "Die Portale der Vorführung sind nur für diesen Rechner. "
    "Wer sie für andere öffnen will, sagt es mit --open."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--address", default=ADDRESS, help="Adresse:Port")
    parser.add_argument(
        "--portal",
        action="append",
        default=[],
        metavar="PORTAL=VERHALTEN",
        help="300ms, hang, 403, html, half, latin1, 100mb … auch mehrere: 300ms+html",
    )
    parser.add_argument(
        "--open", action="store_true", help="auch für andere Rechner erreichbar"
    )


def run(options: Namespace) -> int:
    """Serve until stopped; 2 where it cannot."""
    try:
        host, port = _place(options.address, everybody=options.open)
        does = behaviours(options.portal, usual())
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    _say(options.address, does)
    return _serve(host, port, does, today())


def _serve(host: str, port: int, does: dict[str, Behaviour], day: date) -> int:
    made = server.app(world(day), does)
    try:
        web.run_app(
            made, host=host, port=port, print=None, access_log=None,
            handler_cancellation=True, shutdown_timeout=1,
        )  # fmt: skip
    except OSError as wrong:
        print(f"Auf {host}:{port} geht es nicht: {wrong.strerror}", file=sys.stderr)
        return 2
    return 0


def _place(address: str, *, everybody: bool) -> tuple[str, int]:
    """Return host and port; raises ValueError with a sentence for people."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > LAST_PORT:
        raise ValueError(NO_ADDRESS.format(address, ADDRESS))
    if not everybody and not _here(host.strip("[]")):
        raise ValueError(OPEN_ONLY)
    return host.strip("[]"), int(port)


def _here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _say(address: str, does: dict[str, Behaviour]) -> None:
    """Say what each portal does, and how Reihum is started with them."""
    for key, one in does.items():
        print(f"  {key:<18} {one.sentence}")
    print("\n  Alles hier ist erfunden. Reihum fragt diese Portale mit:")
    print(f"  REIHUM_JOBS_STANDINS=http://{address} reihum serve", flush=True)
