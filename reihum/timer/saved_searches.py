"""Send what is new for saved searches: a few at each turn of the clockwork."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from reihum.acts import saved_searches
from reihum.acts.door import By, by
from reihum.acts.saved_searches import VisitorMail
from reihum.jobs.address import query_from
from reihum.jobs.model import Entry
from reihum.look.search_mail import Saved, finds
from reihum.reads.jobs import config, job_search
from reihum.reads.saved_searches import SavedSearchRow, due
from reihum.reads.vacancies import own_advertisements
from reihum.rules.words import Refusal

logger = logging.getLogger(__name__)
AT_A_TURN = 3  # each may wait for the slowest portal; the outbox must not
PURGE_EVERY = timedelta(hours=1)
_purged: list[datetime] = []  # when it was done last


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
        seen, letter = _looked(row, who.now)
    except Exception:
        logger.exception("a saved search could not be looked for")
        seen, letter = [], None
    done = saved_searches.report(who, key=row.key, seen=seen, letter=letter)
    return not isinstance(done, Refusal) and done


def _looked(row: SavedSearchRow, now: datetime) -> tuple[list[str], VisitorMail | None]:
    """Return the keys of all that is there now, and the letter about what is new."""
    entries = _found(row, now)
    new = [entry for entry in entries if not _keys(entry) & row.seen]
    seen = [key for entry in entries for key in sorted(_keys(entry))]
    return seen, _letter(row, new) if new else None


def _found(row: SavedSearchRow, now: datetime) -> tuple[Entry, ...]:
    day = timezone.localdate(now)
    search = job_search()
    understood = search.understand(query_from(row.query), row.language)
    if understood.asked is None:
        return ()
    return search.answer(understood, own_advertisements(day), day).entries


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
