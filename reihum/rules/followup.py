"""Mandates (Aufträge) of a resolution: what is still to be done, and by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reihum.rules.dates import PartialDate, in_words
from reihum.rules.deadlines import days_left
from reihum.rules.words import Text


class MandateState(StrEnum):
    """How a mandate stands on a day."""

    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    REPORTED = "reported"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a mandate, in words that name the due date."""

    state: MandateState
    text: Text


def state_of(
    due: PartialDate | None,
    *,
    reported: bool,
    closed: bool,
    today: date,
    soon_days: int = 28,
) -> Standing:
    """Say how a mandate stands. One due in a month or a year is due on its last day."""
    if closed:
        return Standing(MandateState.CLOSED, Text("Erledigt.", "Closed."))
    if reported:
        return Standing(
            MandateState.REPORTED,
            Text(
                "Berichtet; noch nicht abgeschlossen.", "Reported on; not yet closed."
            ),
        )
    if due is None:
        return Standing(
            MandateState.OPEN, Text("Offen, ohne Frist.", "Open, without a due date.")
        )
    left = (due.last - today).days
    if left < 0:
        return Standing(MandateState.OVERDUE, _due_in_words(due, today))
    soon = left <= soon_days
    state = MandateState.DUE_SOON if soon else MandateState.OPEN
    return Standing(state, _due_in_words(due, today))


def _due_in_words(due: PartialDate, today: date) -> Text:
    """Return "Fällig bis Ende Juni 2027 – in 5 Tagen." and the like."""
    when, left = in_words(due), days_left(today, due.last)
    if due.exact:
        return Text(
            f"Fällig am {when.de} – {left.de}.", f"Due on {when.en} – {left.en}."
        )
    return Text(
        f"Fällig bis Ende {when.de} – {left.de}.",
        f"Due by the end of {when.en} – {left.en}.",
    )
