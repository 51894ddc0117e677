"""What noting and following up a mandate (Auftrag) has to respect.

How a mandate stands on a day is worked out in `followup.py`.
"""

from reihum.rules.dates import PartialDate, check_reach, in_words
from reihum.rules.words import Refusal

LONGEST_SUBJECT = 250
LONGEST_ADDRESSEE = 200
LONGEST_STEP = 300

UNKNOWN = Refusal.unknown("Diesen Auftrag gibt es nicht.", "There is no such mandate.")
NO_SUBJECT = Refusal.invalid(
    "Bitte schreiben Sie, was zu tun ist.", "Please say what is to be done.", "subject"
)
NO_ADDRESSEE = Refusal.invalid(
    "Bitte schreiben Sie, wer es tun soll.", "Please say who is to do it.", "addressee"
)
NO_STEP = Refusal.invalid(
    "Bitte schreiben Sie in einem Satz, was geschehen ist.",
    "Please say in a sentence what has happened.",
    "what",
)
CLOSED = Refusal.conflict(
    "Dieser Auftrag ist schon abgeschlossen.", "This mandate is closed already."
)


def check_note(
    subject: str, addressee: str, due: PartialDate | None, adopted_on: PartialDate
) -> Refusal | None:
    """Return why this cannot be a mandate of a resolution of that day."""
    if not subject:
        return NO_SUBJECT
    if not addressee:
        return NO_ADDRESSEE
    if refusal := check_reach("due", due):
        return refusal
    if due is not None and due.last < adopted_on.first:
        return _too_early(adopted_on)
    return _longer_than("subject", subject, LONGEST_SUBJECT) or _longer_than(
        "addressee", addressee, LONGEST_ADDRESSEE
    )


def check_report(what: str, *, closed: bool) -> Refusal | None:
    """Return why this cannot be reported on a mandate."""
    if closed:
        return CLOSED
    return _longer_than("what", what, LONGEST_STEP) if what else NO_STEP


def check_close(*, closed: bool) -> Refusal | None:
    """Return why a mandate cannot be closed."""
    return CLOSED if closed else None


def _too_early(adopted_on: PartialDate) -> Refusal:
    day = in_words(adopted_on)
    return Refusal.invalid(
        f"Die Frist liegt vor dem Beschluss ({day.de}).",
        f"The due date lies before the resolution ({day.en}).",
        "due",
    )


def _longer_than(field: str, text: str, most: int) -> Refusal | None:
    if len(text) <= most:
        return None
    return Refusal.invalid(
        f"Das sind {len(text)} Zeichen, möglich sind {most}.",
        f"These are {len(text)} characters, {most} are possible.",
        field,
    )
