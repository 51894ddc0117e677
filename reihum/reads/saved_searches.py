"""Saved searches: the one that a secret link names, and those that are due."""

from dataclasses import dataclass
from datetime import datetime

from reihum.records.models import SavedSearch


@dataclass(frozen=True, slots=True)
class SavedSearchRow:
    """A saved search. `query` is a text of `reihum.jobs.address`."""

    key: str
    mail: str
    language: str
    site: str
    query: str
    every: str
    confirmed: bool
    ended: bool
    seen: frozenset[str]
    first: bool  # nothing was sent yet


def saved_search(key: str) -> SavedSearchRow | None:
    """Return the one that a link names: who has the link may see and end it."""
    row = SavedSearch.objects.filter(key=key).first()
    return None if row is None else _of(row)


def due(now: datetime, most: int) -> tuple[SavedSearchRow, ...]:
    """Return those that are to be looked for now, the longest waiting first."""
    rows = SavedSearch.objects.filter(
        confirmed_at__isnull=False, ended_at__isnull=True, due_at__lte=now
    )
    return tuple(_of(row) for row in rows[:most])


def _of(row: SavedSearch) -> SavedSearchRow:
    return SavedSearchRow(
        key=row.key, mail=row.mail, language=row.language, site=row.site,
        query=row.query, every=row.every, confirmed=row.confirmed_at is not None,
        ended=row.ended_at is not None, seen=frozenset(row.seen),
        first=row.sent_at is None,
    )  # fmt: skip
