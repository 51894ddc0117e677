"""What happens by itself, every few seconds: look for visitors, deliver the outbox.

Beside it, what portals give as a whole is renewed where it is due.
"""

import logging
import smtplib
import threading
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from django.core.mail import EmailMessage
from django.db import close_old_connections

from reihum.acts.outbox import deliver_due
from reihum.reads.clock import now
from reihum.timer import mirrors, saved_searches

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 5.0


def once() -> int:
    """Do what is due now; return how many messages went out."""
    moment = now()
    saved_searches.send_due(moment)
    saved_searches.forget_old(moment)
    return deliver_due({"mail": _mail}, moment, (OSError, smtplib.SMTPException))


class Stop(Protocol):
    """What tells the clockwork to stop: an event of `threading`."""

    def is_set(self) -> bool: ...

    def wait(self, timeout: float, /) -> object: ...


def forever(stop: Stop | None = None) -> None:
    """Do what is due, again and again, until told to stop.

    A database that does not answer for a while is no reason to die, nor one letter
    that nobody can write: the others must go out.
    """
    stop = stop or threading.Event()
    while not stop.is_set():
        close_old_connections()
        for work in (mirrors.renew_due, once):
            _try(work)
        stop.wait(PAUSE_SECONDS)


def _try(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:
        logger.exception("the clockwork tries again in a moment")


def in_background() -> threading.Event:
    """Run the clockwork as a thread; the event returned stops it."""
    stop = threading.Event()
    threading.Thread(target=forever, args=(stop,), name="timer", daemon=True).start()
    return stop


def _mail(payload: Mapping[str, Any]) -> None:
    EmailMessage(
        subject=payload["subject"],
        body=payload["body"],
        to=list(payload["to"]),
        headers=payload.get("headers"),
    ).send()
