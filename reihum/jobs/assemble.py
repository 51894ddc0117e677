"""From what the portals told to the list that a person reads. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

from msgspec import structs

from reihum.jobs.answer import Answer, Outcome, Told
from reihum.jobs.merge.merging import merge
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Criterion, Understood
from reihum.jobs.rank.listed import Listed, listed, matching
from reihum.jobs.sources import BY_KEY
from reihum.jobs.sources.source import Way

UNASKED = {Way.MIRROR, Way.CRAWL}
MANY = 200  # rows that are merged faster than they are searched
Cans = Mapping[str, frozenset[Criterion]]


def assemble(
    understood: Understood,
    told: Sequence[Told],
    today: date,
    *,
    complete: bool,
) -> Answer:
    """Return the merged, filtered and sorted list, and how every source did in it."""
    if understood.asked is None:
        return Answer(understood=understood)
    asked = understood.asked
    ads = [*chain.from_iterable(_searched(one, asked) for one in told)]
    list_ = listed(asked, merge(ads), today, _cans(told), counted=complete)
    shown = Counter(offer.source for one in list_.entries for offer in one.offers)
    return Answer(
        understood=understood,
        entries=list_.entries,
        advertisements=shown.total(),
        facets=list_.facets,
        lands=list_.lands,
        outcomes=tuple(_counted(one.outcome, shown, list_) for one in told),
        complete=complete,
    )


def _searched(told: Told, asked: Asked) -> Sequence[Advertisement]:
    """Return what is compared with others of what a portal gave.

    A portal that cannot be asked gives thousands of rows: what has nothing to do with
    the question goes first, so that merging costs what is found and not what there is.
    """
    source = BY_KEY.get(told.outcome.source)
    if source is None or source.way not in UNASKED or len(told.advertisements) < MANY:
        return told.advertisements
    return matching(asked, told.advertisements)


def _cans(told: Sequence[Told]) -> Cans:
    return {
        key: BY_KEY[key].can if key in BY_KEY else frozenset()
        for key in (one.outcome.source for one in told)
    }


def _counted(outcome: Outcome, shown: Mapping[str, int], list_: Listed) -> Outcome:
    key = outcome.source
    return structs.replace(
        outcome, shown=shown.get(key, 0), unstated=list_.unstated.get(key, 0),
        cannot=list_.cannot.get(key, ()),
    )  # fmt: skip
