"""From what the portals told to the list that a person reads. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import structs

from reihum.jobs.answer import Answer, Outcome, Told
from reihum.jobs.merge.merging import merge
from reihum.jobs.query import Criterion, Understood
from reihum.jobs.rank.listed import Listed, listed
from reihum.jobs.sources import BY_KEY

Cans = Mapping[str, frozenset[Criterion]]


def assemble(
    understood: Understood, told: Sequence[Told], today: date, *, complete: bool
) -> Answer:
    """Return the merged, filtered and sorted list, and how every source did in it."""
    if understood.asked is None:
        return Answer(understood=understood)
    ads = [ad for one in told for ad in one.advertisements]
    list_ = listed(understood.asked, merge(ads), today, _cans(told))
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
