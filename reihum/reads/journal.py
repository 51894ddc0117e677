"""The journal, read back: to look at, and to prove."""

from reihum.records.models import JournalEntry, JournalHead
from reihum.rules.chain import Break, Link, first_break
from reihum.rules.words import Text


def verify() -> Break | None:
    """Return the first place where the journal was changed, or None if it is whole."""
    rows = JournalEntry.objects.order_by("seq").iterator()
    count, newest = 0, ""

    def links():  # type: ignore[no-untyped-def]
        nonlocal count, newest
        for row in rows:
            count, newest = row.seq, row.digest
            yield (
                Link(
                    seq=row.seq, at=row.at, who=row.who, land=row.member,
                    act=row.act, subject=row.subject, data=row.data,
                ),
                row.digest,
            )  # fmt: skip

    broken = first_break(links())
    if broken is not None:
        return broken
    head = JournalHead.objects.first()
    if head is not None and (head.seq, head.digest) != (count, newest):
        return Break(
            head.seq,
            Text(
                f"Das Journal endet bei Zeile {count}, geschrieben wurden {head.seq}: "
                "Am Ende fehlen Zeilen.",
                f"The journal ends at line {count}, but {head.seq} were written: "
                "lines are missing at the end.",
            ),
        )
    return None
