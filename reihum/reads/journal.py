"""The journal, read back: to look at, and to prove."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import overload

from django.db.models import QuerySet
from typing_extensions import override

from reihum.reads import visibility
from reihum.records.models import JournalEntry, JournalHead
from reihum.rules.chain import Break, Link, first_break
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text

LONGEST = 500  # of a value on the page; the journal keeps all of it


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One line, to be read by people; `facts` are its data, except the body."""

    seq: int
    at: datetime
    who: str
    member: str
    act: str
    subject: str
    facts: tuple[tuple[str, str], ...]
    digest: str


class Lines(Sequence[JournalRow]):
    """The lines of a body that a viewer may read, the newest first, as asked for."""

    def __init__(self, rows: QuerySet[JournalEntry]) -> None:
        self._rows = rows

    @override
    def __len__(self) -> int:
        return self._rows.count()

    @overload
    def __getitem__(self, place: int) -> JournalRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[JournalRow]: ...
    @override
    def __getitem__(self, place: int | slice) -> JournalRow | list[JournalRow]:
        if isinstance(place, int):
            return _line(self._rows[place])
        return [_line(row) for row in self._rows[place]]


def lines(body: str, viewer: Viewer) -> Lines:
    """Return the lines of a body; each slice of it is one query."""
    return Lines(visibility.journal(viewer).filter(body=body).order_by("-seq"))


def _line(row: JournalEntry) -> JournalRow:
    facts = {key: value for key, value in json.loads(row.data).items() if key != "body"}
    return JournalRow(
        seq=row.seq,
        at=datetime.fromisoformat(row.at),
        who=row.who,
        member=row.member,
        act=row.act,
        subject=row.subject,
        facts=tuple((key, _shown(value)) for key, value in facts.items()),
        digest=row.digest,
    )


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def verify() -> Break | None:
    """Return the first place where the journal was changed, or None if it is whole."""
    broken = first_break(_links())
    if broken is not None:
        return broken
    newest = JournalEntry.objects.order_by("-seq").first()
    seq, digest = (newest.seq, newest.digest) if newest else (0, "")
    head = JournalHead.objects.first()
    if head is None or (head.seq, head.digest) == (seq, digest):
        return None
    return Break(
        head.seq,
        Text(
            f"Das Journal endet bei Zeile {seq}, geschrieben wurden {head.seq}: "
            "Am Ende fehlen Zeilen.",
            f"The journal ends at line {seq}, but {head.seq} were written: "
            "lines are missing at the end.",
        ),
    )


def _links() -> Iterator[tuple[Link, str]]:
    for row in JournalEntry.objects.order_by("seq").iterator():
        link = Link(
            seq=row.seq, at=row.at, who=row.who, land=row.member,
            act=row.act, subject=row.subject, data=row.data,
        )  # fmt: skip
        yield link, row.digest
