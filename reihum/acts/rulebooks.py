"""Rulebooks: a newer version of the rules, stored by the office as a dated text."""

from datetime import date

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.records.models import Body, StoredRulebook
from reihum.rules.dates import PartialDate, check_reach, in_words
from reihum.rules.rights import Right, may
from reihum.rules.rulebook import Rulebook, RulebookError
from reihum.rules.words import Refusal, Why


@act
def store_rulebook(by: By, *, text: str) -> int | Refusal:
    """Store a version of the rules of procedure; return its pk.

    It applies from its own `valid_from` on. A ballot that is open keeps the rules that
    it was opened under.
    """
    body = Body.objects.select_for_update().get(slug=by.body)
    if refusal := may(by.actor, Right.STORE_RULEBOOK, by.chair):
        return refusal
    written = text.replace("\r\n", "\n")
    try:
        book = Rulebook.parse(written)
    except RulebookError as error:
        return Refusal(Why.INVALID, error.text, "text")
    refusal = _foreign(book, body) or _twice(book, body) or _backwards(book, by.today)
    if refusal:
        return refusal
    row = StoredRulebook.objects.create(
        body=body, valid_from=book.valid_from, text=written, stored_at=by.now
    )
    facts = {"valid_from": book.valid_from, "text": written}
    note(by, "rulebook.store", f"rulebook:{row.pk}", facts)
    return row.pk


def _foreign(book: Rulebook, body: Body) -> Refusal | None:
    if book.body == body.slug:
        return None
    return Refusal.invalid(
        f"Das sind Regeln für „{book.body}“; hier gehören Regeln für „{body.slug}“ "
        "hin (Schlüssel „body“).",
        f"These are rules for “{book.body}”; rules for “{body.slug}” belong here "
        "(key “body”).",
        "text",
    )


def _backwards(book: Rulebook, today: date) -> Refusal | None:
    """Rules that apply since yesterday could undo what was done under the old ones."""
    if book.valid_from >= today:
        return check_reach("text", PartialDate.of(book.valid_from))
    day = in_words(PartialDate.of(book.valid_from))
    return Refusal.invalid(
        f"Regeln gelten nicht rückwirkend: „valid_from“ ist der {day.de}. Bitte wählen "
        "Sie heute oder einen späteren Tag.",
        f"Rules do not apply to the past: “valid_from” is {day.en}. Please choose "
        "today or a later day.",
        "text",
    )


def _twice(book: Rulebook, body: Body) -> Refusal | None:
    if not body.rulebooks.filter(valid_from=book.valid_from).exists():
        return None
    day = in_words(PartialDate.of(book.valid_from))
    return Refusal.conflict(
        f"Zum {day.de} ist schon eine Fassung gespeichert. Gespeichertes bleibt; bitte "
        "wählen Sie bei „valid_from“ einen anderen Tag.",
        f"A version from {day.en} on is already stored. What is stored stays; please "
        "choose another day for “valid_from”.",
        "text",
    )
