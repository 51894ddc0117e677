"""Mark what is only a demonstration, so that nobody takes it for real."""

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.rules.words import Refusal


@act
def mark(by: By, *, conference: int) -> int | Refusal:
    """Mark a conference as a demonstration; what comes to it later takes the mark over.

    Only the command line calls it, before anything has come to the conference.
    """
    row = found.conference(by, conference)
    if isinstance(row, Refusal):
        return row
    row.demo = True
    row.save(update_fields=["demo"])
    note(by, "demo.mark", f"conference:{row.pk}", {"conference": conference})
    return row.pk
