"""The rules of a body that apply on a day: shipped files and stored versions."""

from datetime import date

from reihum.records.models import StoredRulebook
from reihum.rules.rulebook import Rulebook, in_force
from reihum.rules.rulebooks import shipped


def rulebooks_of(body: str) -> tuple[Rulebook, ...]:
    """Return all versions of a body's rules; a stored one replaces a shipped one."""
    stored = tuple(
        Rulebook.parse(row.text, f"{body} {row.valid_from}")
        for row in StoredRulebook.objects.filter(body__slug=body)
    )
    days = {book.valid_from for book in stored}
    return stored + tuple(b for b in shipped(body) if b.valid_from not in days)


def rulebook_on(body: str, day: date) -> Rulebook | None:
    """Return the rules that applied to `body` on `day`."""
    return in_force(rulebooks_of(body), day)
