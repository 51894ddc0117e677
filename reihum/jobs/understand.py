"""What a query means: which occupation in German, which place, and what to look for."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec.structs import replace

from reihum.jobs.model import Kind
from reihum.jobs.places.laender import NAMES
from reihum.jobs.places.places import Sought
from reihum.jobs.query import LONGEST, Asked, Query, Term, Understood
from reihum.jobs.words.find import Hit, bare, find, says_nothing
from reihum.jobs.words.folding import fold
from reihum.jobs.words.table import Occupation

ITSELF, SAME, CLOSE = 1.0, 0.9, 0.5  # what a find of a word counts
ANOTHER = 0.8  # … of an occupation that may have been meant as well
ALONE = 0.9  # … without what was typed beside it: "Koch" for "Koch Hotel"
SHOWN = 8  # names in "also looked for"
TERMS = 40  # words that are looked for, at most


class Finder(Protocol):
    """What knows places: `reihum.jobs.places.places.Places`."""

    def find(self, text: str, /) -> Sought: ...


def understand(query: Query, language: str, places: Finder) -> Understood:
    """Return what a query means to a reader of a language ("uk").

    Nothing is asked (`asked` is None) where nothing was typed, too much, or a place
    that is not known. Words that name no known occupation are asked as typed.
    """
    if len(query.words) > LONGEST or len(query.place) > LONGEST:
        return Understood(asked=None, problem="too_long")
    words, place = query.words.strip(), query.place.strip()
    if not fold(words) and not fold(place):
        return Understood(asked=None, problem="empty")
    sought = places.find(place) if place else Sought()
    if sought.problem and sought.town is None:
        return Understood(asked=None, problem=sought.problem, places=sought.others)
    return _understood(query, sought, words, language)


def _understood(query: Query, sought: Sought, words: str, language: str) -> Understood:
    hit = find(words, language)
    asked = _placed(_asked(query, words, hit, language), sought)
    return Understood(
        asked=asked,
        problem=sought.problem,
        places=sought.others,
        occupation=hit.occupation.main if hit else "",
        also=_also(hit) if hit and not query.exact else (),
        regulated=_regulated(hit, query) if hit else (),
    )


def _regulated(hit: Hit, query: Query) -> tuple[str, ...]:
    """Return the names of occupations that want recognition, but not to be learned."""
    learned = bool(query.kinds) and Kind.WORK not in query.kinds
    found = () if learned else hit.occupations
    return tuple("/".join(one.name) for one in found if one.regulated)


def _asked(query: Query, words: str, hit: Hit | None, language: str) -> Asked:
    if hit is None:
        plain = words if query.exact else _plain(query, words, language)
        return Asked(
            query=query, was=plain, terms=_once([Term(plain)] if plain else [])
        )
    if query.exact:
        return _exactly(query, words, hit)
    was = " ".join((hit.occupation.main, *_kept(hit)))
    return Asked(query=query, was=was, terms=_once(_terms(hit)))


def _plain(query: Query, words: str, language: str) -> str:
    """Return what is asked as typed. "Any job" at a place is whatever there is."""
    everything = bool(query.place.strip()) and says_nothing(words, language)
    return "" if everything else bare(words, language)


def _exactly(query: Query, words: str, hit: Hit) -> Asked:
    """Ask for the typed word alone, or for its German name if it was foreign."""
    if hit.guessed or hit.language == "de":
        return Asked(query=query, was=words, terms=(Term(words),))
    pair = (Term(name) for name in hit.occupation.name)
    return Asked(query=query, was=hit.occupation.main, terms=_once(pair))


def _kept(hit: Hit) -> tuple[str, ...]:
    """Return what else the portals, which read German, can make something of.

    That is German, or a name in Latin letters between others ("розробник Java").
    """
    foreign = hit.language in {"en", "fr", "tr"}
    return () if foreign else tuple(word for word in hit.rest if fold(word).isascii())


def _terms(hit: Hit) -> Iterator[Term]:
    """Yield the occupation's words, then those of others that it may be."""
    share = ALONE if hit.rest else ITSELF
    for word, weight in _first(hit):
        if hit.rest:
            yield Term(" ".join((word, *hit.rest)), weight)
        yield Term(word, round(weight * share, 2))
    for occupation, worth in _meant(hit):
        yield from _names(occupation, worth * share)


def _first(hit: Hit) -> Iterator[tuple[str, float]]:
    """Yield the words that count most: what was typed in German, and the name."""
    if hit.guessed or hit.language == "de":
        yield " ".join(hit.matched), SAME if hit.guessed else ITSELF
    yield from ((name, ITSELF) for name in hit.occupation.name)


def _meant(hit: Hit) -> Iterator[tuple[Occupation, float]]:
    first, *others = hit.occupations
    yield first, ITSELF
    yield from ((other, ANOTHER) for other in others)


def _names(occupation: Occupation, share: float) -> Iterator[Term]:
    for words, weight in (
        (occupation.name, ITSELF), (occupation.also, SAME), (occupation.related, CLOSE),
    ):  # fmt: skip
        yield from (Term(word, round(weight * share, 2)) for word in words)


def _once(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return each word once, with its highest weight, the best first."""
    best: dict[str, Term] = {}
    for term in sorted(terms, key=lambda term: -term.weight):
        best.setdefault(fold(term.text), term)
    return tuple(best.values())[:TERMS]


def _also(hit: Hit) -> tuple[str, ...]:
    """Return what is looked for beside the main word, for people to see."""
    terms = _once(term for one, worth in _meant(hit) for term in _names(one, worth))
    return tuple(term.text for term in terms if term.text != hit.occupation.main)[
        :SHOWN
    ]


def _placed(asked: Asked, sought: Sought) -> Asked:
    """Put the place in; a whole Land is a filter, for it is near to nothing."""
    if sought.land:
        lands = asked.query.lands | {sought.land}
        return replace(
            asked,
            query=replace(asked.query, lands=lands),
            place=NAMES[sought.land],
            land=sought.land,
        )
    if (town := sought.town) is None:
        return asked
    return replace(
        asked,
        place=town.name,
        postcode=sought.postcode,
        near=town.point,
        land=town.land,
    )
