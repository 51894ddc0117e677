"""The rules of a body that apply on a day: shipped files and stored versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from reihum.records.models import StoredRulebook
from reihum.rules.rulebook import Rulebook, in_force
from reihum.rules.rulebooks import shipped_texts

parsed = lru_cache(maxsize=128)(Rulebook.parse)


def rulebooks_of(body: str) -> tuple[Rulebook, ...]:
    """Return all versions of a body's rules; a stored one replaces a shipped one."""
    return tuple(parsed(text) for text in _texts(body).values())


@dataclass(frozen=True, slots=True)
class Version:
    """One version: stored by an office at that moment, or shipped with Reihum."""

    book: Rulebook
    stored_at: datetime | None


def versions_of(body: str) -> tuple[Version, ...]:
    """Return all versions of a body's rules, the newest first."""
    stored = dict(
        StoredRulebook.objects.filter(body__slug=body).values_list(
            "valid_from", "stored_at"
        )
    )
    books = sorted(rulebooks_of(body), key=lambda book: book.valid_from, reverse=True)
    return tuple(Version(book, stored.get(book.valid_from)) for book in books)


def rulebook_on(body: str, day: date) -> Rulebook | None:
    """Return the rules that applied to `body` on `day`."""
    return in_force(rulebooks_of(body), day)


def text_on(body: str, day: date) -> str | None:
    """Return the text of the rules that applied to `body` on `day`, to be kept."""
    texts = _texts(body)
    book = in_force(map(parsed, texts.values()), day)
    return None if book is None else texts[book.valid_from]


def _texts(body: str) -> Mapping[date, str]:
    """Return the text of each version by the day from which it applies."""
    stored = StoredRulebook.objects.filter(body__slug=body)
    texts = (*shipped_texts(body), *stored.values_list("text", flat=True))
    return {parsed(text).valid_from: text for text in texts}
