"""The journal, read back: to look at, and to prove."""

from collections.abc import Iterator

from reihum.records.models import JournalEntry, JournalHead
from reihum.rules.chain import Break, Link, first_break
from reihum.rules.words import Text


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
