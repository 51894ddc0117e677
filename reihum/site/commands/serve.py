"""`reihum serve`: granian, threads, and the timer inside."""

import os
import sys
from argparse import ArgumentParser, Namespace

from django.conf import settings
from granian.constants import Interfaces
from granian.server import Server

# A job search holds a thread while it waits for portals; these are for all other pages.
# Granian starts a thread only when one is wanted.
OTHER_PAGES = 8
TOO_FEW = (
    "{threads} Threads sind zu wenig: {at_once} Stellensuchen dürfen gleichzeitig "
    "warten, und {others} Threads bleiben für alle anderen Seiten. Nötig sind "
    "--threads {least}, oder ein kleineres REIHUM_JOBS_AT_ONCE."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--address", default="127.0.0.1:8000", help="Adresse:Port")
    parser.add_argument(
        "--threads", type=int, default=least(), help="mindestens so viele"
    )
    parser.add_argument(
        "--no-timer", action="store_true", help="der Zeitgeber läuft anderswo"
    )


def least() -> int:
    """Return how many threads it takes so that searches never hold them all."""
    at_once: int = settings.REIHUM_JOBS.at_once
    return at_once + OTHER_PAGES


def run(options: Namespace) -> int:
    """Serve until stopped; 2 where searches could keep all other pages waiting."""
    if options.threads < least():
        print(_too_few(options.threads), file=sys.stderr)
        return 2
    host, _, port = options.address.rpartition(":")
    if settings.REIHUM_DEMO_ACCOUNTS.exists():
        print(settings.REIHUM_DEMO_ACCOUNTS.read_text("utf-8"))
    print(f"  Reihum läuft: http://{options.address}/   (Ende: Strg+C)", flush=True)
    if not options.no_timer:
        os.environ["REIHUM_TIMER"] = "inside"
    Server(
        "reihum.site.wsgi:application",
        address=host or "127.0.0.1",
        port=int(port),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=options.threads,
        log_access=False,
        log_enabled=False,
    ).serve()
    return 0


def _too_few(threads: int) -> str:
    return TOO_FEW.format(
        threads=threads, at_once=settings.REIHUM_JOBS.at_once, others=OTHER_PAGES,
        least=least(),
    )  # fmt: skip
