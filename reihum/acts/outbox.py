"""The outbox, delivered: at least once, again after a crash, later after an error."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from reihum.records.models import OutboxMessage

Deliver = Callable[[Mapping[str, Any]], None]
LEASE = timedelta(minutes=5)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
MOST_PRIVATE = 10  # attempts, about two days: then a visitor's mail is given up


def deliver_due(
    how: Mapping[str, Deliver], now: datetime, failures: tuple[type[Exception], ...]
) -> int:
    """Deliver what is due, one message at a time; return how many went out.

    A message that fails waits twice as long each time. One that was being delivered
    when the process died is taken up again when its lease is over.
    """
    done = 0
    while (message := _lease(now, tuple(how))) is not None:
        try:
            how[message.kind](message.payload)
        except failures as error:
            _later(message, now, str(error))
        else:
            _delivered(message, now)
            done += 1
    return done


def _delivered(message: OutboxMessage, now: datetime) -> None:
    """Note that a message is out; what was for one visitor alone is forgotten."""
    if message.private:
        message.delete()
        return
    message.delivered_at, message.error = now, ""
    message.save(update_fields=["delivered_at", "error"])


@transaction.atomic
def _lease(now: datetime, kinds: tuple[str, ...]) -> OutboxMessage | None:
    message = (
        OutboxMessage.objects.select_for_update()
        .filter(delivered_at__isnull=True, due_at__lte=now, kind__in=kinds)
        .filter(Q(leased_until__isnull=True) | Q(leased_until__lte=now))
        .first()
    )
    if message is not None:
        message.leased_until = now + LEASE
        message.attempts += 1
        message.save(update_fields=["leased_until", "attempts"])
    return message


def _later(message: OutboxMessage, now: datetime, error: str) -> None:
    if message.private and message.attempts >= MOST_PRIVATE:
        message.delete()
        return
    wait = min(FIRST_WAIT * 2 ** min(message.attempts - 1, 12), LONGEST_WAIT)
    message.leased_until, message.due_at = None, now + wait
    message.error = error[:300]
    message.save(update_fields=["leased_until", "due_at", "error"])
