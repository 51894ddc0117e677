"""What is written and not yet kept: how long it may be, and who else writes."""

from datetime import timedelta

from reihum.rules.version import Label
from reihum.rules.words import Refusal

PRESENT = timedelta(minutes=5)  # who wrote since then is still at it
LONGEST = 400_000  # signs of a whole form
BEGUN = "begun_on"  # the field that says on which version a form was begun


def check_unsaved(size: int) -> Refusal | None:
    """Return why something cannot be kept while it is written, if so."""
    if size <= LONGEST:
        return None
    return Refusal.invalid(
        f"Das Formular hat {size} Zeichen; bis {LONGEST} werden beim Schreiben "
        "gesichert. Bitte kürzen Sie, oder sichern Sie den Entwurf.",
        f"The form has {size} characters; up to {LONGEST} are kept while you write. "
        "Please shorten it, or keep the draft.",
    )


def check_begun(begun_on: str, newest: Label | None) -> Refusal | None:
    """Return that somebody else kept a version since this writing began, if so."""
    if not begun_on or newest is None or begun_on == str(newest):
        return None
    return Refusal.conflict(
        "Seit Sie zu schreiben begonnen haben, ist eine andere Fassung dieses Entwurfs "
        "gesichert worden. Überschrieben ist nichts.",
        "Since you began to write, another version of this draft has been kept. "
        "Nothing has been overwritten.",
        BEGUN,
    )
