"""The journal: append a line, and hand on what follows from it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from reihum.acts.door import By
from reihum.records.models import JournalEntry, JournalHead, OutboxMessage
from reihum.rules.chain import GENESIS, Link, digest


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says besides who wrote it and when."""

    act: str
    subject: str
    data: Mapping[str, Any] = field(default_factory=dict)
    member: str = ""


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
    return note_all(by, [Line(act, subject, data or {}, member)])[0]


def note_all(by: By, lines: Iterable[Line]) -> list[JournalEntry]:
    """Append many lines at once, each sealed with the one before."""
    head, _ = JournalHead.objects.select_for_update().get_or_create(
        pk=1, defaults={"seq": 0, "digest": GENESIS}
    )
    entries = [_sealed(by, head, line) for line in lines]
    head.save(update_fields=["seq", "digest"])
    return JournalEntry.objects.bulk_create(entries)


def _sealed(by: By, head: JournalHead, line: Line) -> JournalEntry:
    """Return the next line of the journal, and move its head on."""
    link = Link(
        seq=head.seq + 1,
        at=by.now.astimezone(UTC).isoformat(timespec="microseconds"),
        who=by.actor.account,
        land=line.member,
        act=line.act,
        subject=line.subject,
        data=canonical({"body": by.body, **line.data}),
    )
    head.seq, head.digest = link.seq, digest(head.digest, link)
    return JournalEntry(
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
