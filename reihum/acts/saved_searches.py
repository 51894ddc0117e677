"""A visitor's saved search: asked for, confirmed, sent, ended, forgotten.

Nothing here is an act of the conference: no line of it stands in the journal, and the
row and its mails are deleted when they have served (docs/decisions/0024).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q

from reihum.acts.door import By, act
from reihum.records.models import OutboxMessage, SavedSearch
from reihum.rules.words import Refusal

UNCONFIRMED = timedelta(days=2)  # to confirm; then the wish is forgotten
ENDED = timedelta(days=7)  # to change one's mind
MOST_WAITING = 3  # of one address, so that nobody can be flooded in another's name
MOST_AT_ONCE = 300  # of all addresses within an hour
MOST_OF_ONE = 10
MOST_SEEN = 3000
STEPS = {"day": timedelta(days=1), "week": timedelta(days=7)}
# When to look again where no portal answered; after the last it waits for its own time.
AGAIN = (timedelta(hours=1), timedelta(hours=2), timedelta(hours=4))


@dataclass(frozen=True, slots=True)
class VisitorMail:
    """A mail to one visitor, in plain text."""

    subject: str
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a visitor wants to be sent: `query` as in `reihum.jobs.address`.

    `key` is the secret of the links in the mails, `site` where they lead to.
    """

    key: str
    mail: str
    language: str
    query: str
    every: str
    site: str


@act
def remember(by: By, *, wish: Wish, letter: VisitorMail) -> str | Refusal:
    """Keep a wish, and ask by mail whether it was meant; return its key."""
    if wish.every not in STEPS:
        return Refusal.invalid(
            "Bitte wählen Sie: jeden Tag oder jede Woche.",
            "Please choose: every day or every week.",
            "every",
        )
    if refusal := _too_many(wish.mail, by.now):
        return refusal
    SavedSearch.objects.create(
        key=wish.key, mail=wish.mail, language=wish.language, query=wish.query,
        every=wish.every, site=wish.site, asked_at=by.now,
    )  # fmt: skip
    _post(wish.mail, letter, by.now)
    return wish.key


def _too_many(mail: str, now: datetime) -> Refusal | None:
    rows = SavedSearch.objects.filter(ended_at__isnull=True)
    of_one = rows.filter(mail__iregex=_mailbox(mail))
    waiting = of_one.filter(confirmed_at__isnull=True)
    lately = rows.filter(
        confirmed_at__isnull=True, asked_at__gt=now - STEPS["day"] / 24
    )
    if waiting.count() >= MOST_WAITING or of_one.count() >= MOST_OF_ONE:
        return Refusal.conflict(
            "Für diese Adresse gibt es schon mehrere gemerkte Suchen. Bitte bestätigen "
            "oder beenden Sie zuerst eine davon.",
            "There are several saved searches for this address already. Please confirm "
            "or end one of them first.",
            "mail",
        )
    if lately.count() >= MOST_AT_ONCE:
        return Refusal.conflict(
            "Gerade merken sich sehr viele Menschen eine Suche. Bitte versuchen Sie es "
            "in einer Stunde noch einmal.",
            "Very many people are saving a search right now. Please try again in an "
            "hour.",
        )
    return None


def _mailbox(mail: str) -> str:
    """Return a pattern of all addresses of one mailbox: "a@x.de", "a+jobs@x.de"."""
    local, _, host = mail.rpartition("@")
    name = re.escape(local.partition("+")[0])
    return rf"^{name}(\+[^@]*)?@{re.escape(host)}$"


@act
def confirm(by: By, *, key: str) -> str | Refusal:
    """Begin to send finds, or begin again after an end; return the key."""
    row = _row(key)
    if row is None:
        return _gone()
    if row.confirmed_at is None or row.ended_at is not None:
        row.confirmed_at = row.due_at = by.now
        row.ended_at, row.vain = None, 0
        row.save(update_fields=["confirmed_at", "ended_at", "due_at", "vain"])
    return key


@act
def end(by: By, *, key: str) -> str | Refusal:
    """Send nothing more; return the key. Ending twice is no fault."""
    row = _row(key)
    if row is None:
        return _gone()
    if row.ended_at is None:
        row.ended_at, row.due_at = by.now, None
        row.save(update_fields=["ended_at", "due_at"])
    return key


@act
def report(
    by: By, *, key: str, seen: Sequence[str], letter: VisitorMail | None,
    answered: bool = True,
) -> bool | Refusal:  # fmt: skip
    """Note what was found and when to look again; send the letter, if there is one.

    Where it was not `answered`, nothing is noted or sent, and it is looked for again
    within hours; what the last of these times brings is taken as it is.
    Return whether something is sent: not if the search was ended in between.
    """
    row = _row(key)
    if row is None:
        return _gone()
    if row.ended_at is not None or row.due_at is None or row.due_at > by.now:
        return False
    if not answered and row.vain < len(AGAIN):
        return _postponed(row, by.now)
    row.due_at, row.vain = by.now + STEPS[row.every], 0
    row.seen = list(dict.fromkeys([*seen, *row.seen]))[:MOST_SEEN]
    if letter is not None:
        row.sent_at = by.now
        _post(row.mail, letter, by.now)
    row.save(update_fields=["due_at", "vain", "seen", "sent_at"])
    return letter is not None


def _postponed(row: SavedSearch, now: datetime) -> bool:
    row.due_at = now + AGAIN[row.vain]
    row.vain += 1
    row.save(update_fields=["due_at", "vain"])
    return False


@act
def forget(by: By) -> int:
    """Delete what was never confirmed and what ended some days ago; return how many."""
    gone = Q(confirmed_at__isnull=True, asked_at__lt=by.now - UNCONFIRMED) | Q(
        ended_at__lt=by.now - ENDED
    )
    return SavedSearch.objects.filter(gone).delete()[0]


def _row(key: str) -> SavedSearch | None:
    return SavedSearch.objects.select_for_update().filter(key=key).first()


def _gone() -> Refusal:
    return Refusal.unknown(
        "Diese gemerkte Suche gibt es nicht mehr.",
        "This saved search does not exist any more.",
    )


def _post(mail: str, letter: VisitorMail, now: datetime) -> None:
    OutboxMessage.objects.create(
        kind="mail",
        payload={
            "to": [mail],
            "subject": letter.subject,
            "body": letter.body,
            "headers": dict(letter.headers),
        },
        private=True,
        due_at=now,
    )
