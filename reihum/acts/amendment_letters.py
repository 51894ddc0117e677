"""What Länder are written when an amendment that they support no longer stands."""

from collections.abc import Iterable

from reihum.acts.door import By
from reihum.acts.letters import Letter, send_to_members, signed
from reihum.records.models import Amendment, JournalEntry
from reihum.rules.laender import who
from reihum.rules.words import capital


def tell_supporters(
    by: By, entry: JournalEntry, row: Amendment, *, replaced: bool = False
) -> None:
    """Tell those who want the same that nobody asks for it any more, unless they do."""
    members = {one.member for one in row.supports.all()}
    if members:
        letter = no_longer_letter(row, by.chair, replaced=replaced)
        send_to_members(by, entry, letter, members)


def no_longer_letter(row: Amendment, chair: str | None, *, replaced: bool) -> Letter:
    """Say what became of it and what one can do; what is confidential has no name."""
    owner = who(row.member).de
    lines = [
        "Guten Tag,",
        "",
        f"{capital(owner)} hat die Änderungen,",
        "die Ihr Land unterstützt,",
        "durch andere ersetzt." if replaced else "zurückgezogen.",
        *_named(row),
        "",
        "Sie zählen damit nicht mehr. Will Ihr Land daran festhalten, stellen Sie",
        "bitte einen eigenen Änderungsantrag; den Wortlaut finden Sie im Büro von",
        "Reihum auf der Seite des Antrags.",
        *signed(chair),
    ]
    short = row.motion.body.short
    return Letter(
        f"{short}: Änderungen, die Sie unterstützen, gelten nicht mehr",
        "\n".join(lines),
    )


def _named(row: Amendment) -> Iterable[str]:
    conference = f"({row.motion.conference.number}. Konferenz)"
    if row.motion.confidential:
        return [f"Es geht um einen vertraulichen Antrag {conference}."]
    return [f"Es geht um den Antrag „{row.motion.title}“", f"{conference}."]
