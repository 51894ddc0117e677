"""Letters to the members of a body, put into the outbox in the act they follow from."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reihum.acts.door import By
from reihum.acts.journal import post
from reihum.records.models import (
    Account,
    Conference,
    JournalEntry,
    Member,
    Motion,
    Resolution,
    Seat,
)
from reihum.rules.dates import PartialDate, in_words, span_in_words
from reihum.rules.laender import whose
from reihum.rules.timetable import KIND_NAMES, Planned


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail in plain text."""

    subject: str
    body: str


def send_to_members(
    by: By, entry: JournalEntry, letter: Letter, members: Collection[str] | None = None
) -> int:
    """Send a letter to every account of a voting member; return how many there are.

    With `members`, only to the accounts of these.
    """
    voters = Member.objects.filter(body__slug=by.body, votes=True).values("code")
    if members is not None:
        voters = voters.filter(code__in=members)
    accounts = (
        Account.objects.filter(
            seats__body__slug=by.body, seats__member__in=voters, is_active=True
        )
        .exclude(email="")
        .distinct()
    )
    addresses = sorted(set(accounts.values_list("email", flat=True)))
    for address in addresses:
        payload = {"subject": letter.subject, "body": letter.body, "to": [address]}
        post(entry, "mail", payload, by.now)
    return len(addresses)


def send_each(by: By, entry: JournalEntry, letters: Mapping[str, Letter]) -> int:
    """Send each member its own letter; return how many there are."""
    seats = (
        Seat.objects.filter(
            body__slug=by.body, member__in=letters, account__is_active=True
        )
        .exclude(account__email="")
        .values_list("member", "account__email")
    )
    told = sorted(set(seats))
    for member, address in told:
        letter = letters[member]
        payload = {"subject": letter.subject, "body": letter.body, "to": [address]}
        post(entry, "mail", payload, by.now)
    return len(told)


def call_letter(row: Conference, planned: Iterable[Planned], message: str) -> Letter:
    """Write the call for motions (Antragsaufruf)."""
    lines = [
        "Guten Tag,",
        "",
        f"bitte melden Sie Ihre Anträge zur {row.number}. Konferenz an.",
        f"{_where(row)}.",
        "",
        "Fristen:",
        *(f"– {_deadline(one)}" for one in planned),
        "",
        *([message.strip(), ""] if message.strip() else []),
        "Anträge melden Sie im Büro von Reihum an, unter „Anträge“.",
        *_farewell(row),
    ]
    subject = f"{row.number}. {row.body.short}: Aufruf, Anträge anzumelden"
    return Letter(subject, "\n".join(lines))


def cancellation_letter(row: Conference) -> Letter:
    """Write that a conference does not take place."""
    lines = [
        "Guten Tag,",
        "",
        f"die {row.number}. Konferenz ({_where(row)}) findet nicht statt.",
        row.note,
        *_farewell(row),
    ]
    return Letter(f"{row.number}. {row.body.short} abgesagt", "\n".join(lines))


def release_letter(row: Resolution, until: date, chair: str | None) -> Letter:
    """Ask whether a resolution may be published."""
    day = in_words(PartialDate.of(until)).de
    lines = [
        "Guten Tag,",
        "",
        f"der Beschluss {row.key} „{row.title}“ soll veröffentlicht werden.",
        f"Widersprechen können Sie bis zum {day}, für jeden Teil einzeln,",
        "im Büro von Reihum auf der Seite des Beschlusses.",
        *signed(chair),
    ]
    return Letter(f"{row.body.short} {row.key}: Freigabe erbeten", "\n".join(lines))


def merge_letter(gone: Motion, kept: Motion, chair: str | None) -> Letter:
    """Tell who stands behind either motion that they are one now.

    A mail is read by more people than the office is: nothing confidential is in it.
    """
    named = (
        f"der Antrag „{gone.title}“",
        f"ist mit dem Antrag „{kept.title}“ zusammengeführt.",
    )
    hidden = ("zwei vertrauliche Anträge sind zusammengeführt.",)
    lines = [
        "Guten Tag,",
        "",
        *(hidden if gone.confidential or kept.confidential else named),
        "Ihr Land steht jetzt hinter dem zweiten; der erste bleibt lesbar.",
        "",
        "Sind Sie damit nicht einverstanden, sagen Sie es bitte der Geschäftsstelle.",
        "Sie können sich auf der Seite des Antrags auch selbst zurückziehen.",
        *signed(chair),
    ]
    return Letter(f"{kept.body.short}: zwei Anträge zusammengeführt", "\n".join(lines))


def _where(row: Conference) -> str:
    when = span_in_words(row.begins, row.ends).de
    return f"{when}, {row.place}" if row.place else when


def _deadline(one: Planned) -> str:
    day = in_words(PartialDate.of(one.due.day)).de
    source = " (Annahme: eine veröffentlichte Regel gibt es nicht)"
    return (
        f"{KIND_NAMES[one.kind].de}: {day} – {one.due.why.de}"
        f"{source if one.assumed else ''}"
    )


def _farewell(row: Conference) -> list[str]:
    return signed(row.chair)


def signed(chair: str | None) -> list[str]:
    """Return the end of a letter of the office."""
    owner = f" {whose(chair).de}" if chair else ""
    return ["", "Freundliche Grüße", f"Geschäftsstelle des Vorsitzes{owner}"]
