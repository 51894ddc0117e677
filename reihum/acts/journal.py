"""The journal: append a line, and hand on what follows from it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reihum.acts.door import By
from reihum.records.models import JournalEntry, JournalHead, OutboxMessage
from reihum.rules.chain import GENESIS, Link, digest


def note(
    by: By,
    act: str,
    subject: str,
    data: Mapping[str, Any] | None = None,
    *,
    member: str = "",
) -> JournalEntry:
    """Append who did what to which thing, for which member, with the facts.

    `act` is "motion.submit", `subject` "motion:12". Only inside an act: the line and
    the change stand or fall together.
    """
    head, _ = JournalHead.objects.select_for_update().get_or_create(
        pk=1, defaults={"seq": 0, "digest": GENESIS}
    )
    link = Link(
        seq=head.seq + 1,
        at=by.now.astimezone(UTC).isoformat(timespec="microseconds"),
        who=by.actor.account,
        land=member,
        act=act,
        subject=subject,
        data=canonical({"body": by.body, **(data or {})}),
    )
    head.seq, head.digest = link.seq, digest(head.digest, link)
    head.save(update_fields=["seq", "digest"])
    return JournalEntry.objects.create(
        seq=link.seq, at=link.at, who=link.who, member=link.land, body=by.body,
        act=link.act, subject=link.subject, data=link.data, digest=head.digest,
    )  # fmt: skip


def post(
    entry: JournalEntry, kind: str, payload: Mapping[str, Any], due: datetime
) -> OutboxMessage:
    """Put something into the outbox that has to be done once this act stands."""
    return OutboxMessage.objects.create(
        kind=kind, payload=dict(payload), entry=entry, due_at=due
    )


def canonical(data: Mapping[str, Any]) -> str:
    """Return JSON that is always the same for the same data."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
