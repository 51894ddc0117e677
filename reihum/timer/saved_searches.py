"""Send what is new for saved searches: a few at each turn of the clockwork."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from reihum.acts import saved_searches
from reihum.acts.door import By, by
from reihum.acts.saved_searches import VisitorMail
from reihum.jobs.address import query_from
from reihum.jobs.answer import Answer, Outcome, State
from reihum.jobs.model import Entry
from reihum.jobs.sources import SOURCES
from reihum.jobs.sources.source import Way
from reihum.look.search_mail import Saved, finds
from reihum.reads.jobs import config, job_search
from reihum.reads.saved_searches import SavedSearchRow, due
from reihum.reads.vacancies import own_advertisements
from reihum.rules.words import Refusal

logger = logging.getLogger(__name__)
AT_A_TURN = 3  # each may wait for the slowest portal; the outbox must not
PURGE_EVERY = timedelta(hours=1)
_purged: list[datetime] = []  # when it was done last


@dataclass(frozen=True, slots=True)
class Look:
    """What one look for a saved search brought.

    `seen` are the keys of all that is there now, `letter` tells what is new of it;
    `answered` says whether any portal did.
    """

    seen: Sequence[str]
    letter: VisitorMail | None
    answered: bool


def send_due(now: datetime) -> int:
    """Look for what is due, and put the finds into the outbox; return how many."""
    who = by(None, settings.REIHUM_BODY, now)
    sent = 0
    for row in due(now, AT_A_TURN):
        sent += _send(who, row)
    return sent


def _send(who: By, row: SavedSearchRow) -> bool:
    """Look once. Whatever goes wrong in one search must not hold up the others."""
    try:
        look = _looked(row, who.now)
    except Exception:
        logger.exception("a saved search could not be looked for")
        look = Look((), None, answered=False)
    done = saved_searches.report(
        who, key=row.key, seen=look.seen, letter=look.letter, answered=look.answered
    )
    return not isinstance(done, Refusal) and done


def _looked(row: SavedSearchRow, now: datetime) -> Look:
    found = _found(row, now)
    entries = found.entries
    new = [entry for entry in entries if not _keys(entry) & row.seen]
    seen = [key for entry in entries for key in sorted(_keys(entry))]
    letter = _letter(row, new) if new else None
    return Look(seen, letter, answered=_answered(found.outcomes))


def _found(row: SavedSearchRow, now: datetime) -> Answer:
    day = timezone.localdate(now)
    search = job_search()
    understood = search.understand(query_from(row.query), row.language)
    if understood.asked is None:
        return Answer(understood=understood)
    return search.answer(understood, own_advertisements(day), day)


def _answered(outcomes: Sequence[Outcome]) -> bool:
    """Return whether any of the portals that were asked has answered.

    What is kept of a mirror for days is there even if this machine has lost its line:
    where portals can be asked a question, those that are count.
    """
    ways = {source.key: source.way for source in SOURCES}
    foreign = [
        (way, one.state)
        for one in outcomes
        if (way := ways.get(one.source, Way.OWN)) is not Way.OWN
        and one.state is not State.OFF
    ]
    searched = [state for way, state in foreign if way is Way.SEARCH]
    states = searched or [state for _, state in foreign]
    return not states or State.ANSWERED in states


def _keys(entry: Entry) -> frozenset[str]:
    return frozenset(offer.key for offer in entry.offers)


def _letter(row: SavedSearchRow, new: list[Entry]) -> VisitorMail:
    saved = Saved(
        row.key, row.language, row.site, row.query, row.every, config().standins
    )
    mail = finds(saved, new, first=row.first)
    return VisitorMail(mail.subject, mail.body, mail.headers)


def forget_old(now: datetime) -> int:
    """Delete what has served, once an hour."""
    if _purged and now - _purged[-1] < PURGE_EVERY:
        return 0
    _purged[:] = [now]
    gone = saved_searches.forget(by(None, settings.REIHUM_BODY, now))
    return 0 if isinstance(gone, Refusal) else gone
