"""`reihum serve`: granian, threads, and the timer inside."""

import os
from argparse import ArgumentParser, Namespace

from django.conf import settings
from granian.constants import Interfaces
from granian.server import Server

# A job search holds a thread while it waits for portals; these are for all other pages.
# Granian starts a thread only when one is wanted.
OTHER_PAGES = 8


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--address", default="127.0.0.1:8000", help="Adresse:Port")
    parser.add_argument(
        "--threads", type=int, default=settings.REIHUM_JOBS.at_once + OTHER_PAGES
    )
    parser.add_argument(
        "--no-timer", action="store_true", help="der Zeitgeber läuft anderswo"
    )


def run(options: Namespace) -> int:
    """Serve until stopped."""
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
