"""From merged entries to the list: matched, filtered, counted, sorted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from reihum.jobs.answer import Facet
from reihum.jobs.model import Advertisement, Entry
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.rank.facets import facets, lands
from reihum.jobs.rank.fits import Candidate, candidate, distance_of, tests
from reihum.jobs.rank.match import score
from reihum.jobs.rank.order import relevance, sort_key
from reihum.jobs.rank.terms import terms_of

# With what the texts of a question were worth: the list that grows has them again.
_looked_for = lru_cache(8)(terms_of)


class Listed(Struct, frozen=True, kw_only=True):
    """The list, and what is said about it.

    `unstated` counts by source the entries that were left out only because they do not
    say what was asked for; `cannot` names by source the criteria that were asked for
    and that the source does not know.
    """

    entries: tuple[Entry, ...]
    facets: tuple[Facet, ...]
    lands: tuple[tuple[str, int], ...]
    unstated: Mapping[str, int]
    cannot: Mapping[str, tuple[Criterion, ...]]


def listed(
    asked: Asked,
    entries: Sequence[Entry],
    today: date,
    cans: Mapping[str, frozenset[Criterion]],
    *,
    counted: bool = True,
) -> Listed:
    """Return the entries that match and pass all filters, the best first.

    What nobody can apply for any more is not among them, nor counted in a facet. Where
    nobody wants the counts, a list that still grows, facets and Länder are left out.
    `cans` says of every source that was asked which criteria it knows.
    """
    filters = tests(asked, today)
    terms = _looked_for(asked.terms, exact=asked.query.exact)
    candidates = [
        candidate(entry, match, distance_of(entry, asked), filters)
        for entry in entries
        if not is_over(entry.best, today) and (match := score(entry.best, terms))
    ]
    shown = [_shown(one, today) for one in candidates if not (one.no or one.unstated)]
    return Listed(
        entries=tuple(sorted(shown, key=sort_key(asked.query.order, today))),
        facets=facets(candidates, today) if counted else (),
        lands=lands(candidates) if counted else (),
        unstated=_unstated(candidates),
        cannot=_cannot([one for one in Criterion if one in filters], cans),
    )


def matching(asked: Asked, ads: Sequence[Advertisement]) -> tuple[Advertisement, ...]:
    """Return the advertisements that have to do with what was asked for."""
    terms = _looked_for(asked.terms, exact=asked.query.exact)
    return tuple(ad for ad in ads if score(ad, terms))


def is_over(ad: Advertisement, today: date) -> bool:
    """Say whether its last day to apply is past: employers leave old pages standing."""
    return ad.deadline is not None and ad.deadline < today


def _shown(one: Candidate, today: date) -> Entry:
    entry = one.entry
    return Entry(
        best=entry.best,
        offers=entry.offers,
        why=entry.why,
        maybe=entry.maybe,
        distance_km=one.distance_km,
        score=relevance(one.match, one.distance_km, entry.best.published, today),
    )


def _unstated(candidates: Iterable[Candidate]) -> Mapping[str, int]:
    return Counter(
        [
            source
            for one in candidates
            if one.unstated and not one.no
            for source in {offer.source for offer in one.entry.offers}
        ]
    )


def _cannot(
    wished: Sequence[Criterion], cans: Mapping[str, frozenset[Criterion]]
) -> Mapping[str, tuple[Criterion, ...]]:
    lacking = {
        source: tuple(one for one in wished if one not in can)
        for source, can in cans.items()
    }
    return {source: criteria for source, criteria in lacking.items() if criteria}
