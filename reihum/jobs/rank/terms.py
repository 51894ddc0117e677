"""The words that are looked for, ready to be looked up in thousands of titles."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field

from reihum.jobs.query import Term
from reihum.jobs.rank.analysis import (
    AGENT,
    LEAST_TAIL,
    STOP,
    WORD,
    Word,
    analysed,
    fold,
    is_end_of,
    neutral,
    word,
    words_of,
)

# How well a find fits: the word itself; who does it ("Pfleger" for "Pflege", not the
# other way round: who looks for a teacher (Lehrer) does not look for a lesson (Lehre));
# a compound that ends with it ("Beikoch"), or begins with it ("Kochlehrling").
SAME, ACTIVITY, END, BEGINNING = 1.0, 0.85, 0.8, 0.7
CLOSE = 0.75  # the weight from which a term is looked for in texts, too
SHORT_NAME = 5  # letters; a word as short as "Koch" or "Arzt" is no activity


class Field(Struct, frozen=True, gc=False):
    """A title or a name of an occupation, as it is searched."""

    words: frozenset[Word]
    parts: frozenset[Word]  # beginnings of compounds


class Lookup(Struct, frozen=True):
    """Words with what a find of each is worth: as they are, as ends, as beginnings."""

    same: dict[Word, float]
    ends: dict[Word, float]
    beginnings: dict[Word, float]
    tails: tuple[Word, ...]  # the ends once more, as `str.endswith` wants them
    most: float
    known: dict[str, float] = field(default_factory=dict)  # what texts are worth

    def of(self, text: str) -> float:
        """Return what the best find in a short text is worth, 0 without any.

        Half of the titles and nearly all occupations come again in one list.
        """
        worth = self.known.get(text)
        if worth is None:
            worth = self.known[text] = self.worth(field_of(text))
        return worth

    def worth(self, text: Field) -> float:
        """Return what the best find in a text is worth, 0 without any."""
        best = 0.0
        if not self.same.keys().isdisjoint(text.words):
            best = max([self.same[one] for one in text.words if one in self.same])
            if best >= self.most:
                return best
        if text.parts and not self.beginnings.keys().isdisjoint(text.parts):
            found = [self.beginnings.get(one, 0.0) for one in text.parts]
            best = max(best, *found)
        compounds = [one for one in text.words if one.endswith(self.tails)]
        return max(best, *[self._end(one) for one in compounds]) if compounds else best

    def _end(self, whole: Word) -> float:
        return max(
            [worth for part, worth in self.ends.items() if is_end_of(part, whole)],
            default=0.0,
        )


class Needle(NamedTuple):
    """A word to be found in a text: what it begins with there, and what it must be."""

    start: str
    word: Word
    worth: float


class Phrase(Struct, frozen=True):
    """A term of several words: each has to be found, of three or more all but one."""

    words: tuple[Lookup, ...]
    some: Lookup  # any of the words: where there is none, no more is looked for
    needles: tuple[Needle, ...]
    weight: float


class Terms(Struct, frozen=True):
    """All terms: those of one word in one lookup, the others one by one."""

    single: Lookup
    needles: tuple[Needle, ...]  # of those that are worth looking for in a text
    phrases: tuple[Phrase, ...]  # the weightiest first
    some: Lookup  # any word of any phrase

    def __bool__(self) -> bool:
        return bool(self.single.same or self.phrases)


def terms_of(terms: Iterable[Term], *, exact: bool = False) -> Terms:
    """Return the terms ready for looking up; those without a word are left out.

    `exact` finds the words themselves in all their forms, but no compounds with them.
    """
    weighted = [(words_of(term.text), term) for term in terms]
    single = [(one[0], term) for one, term in weighted if len(one) == 1]
    several = _once([(one, term) for one, term in weighted if len(one) > 1])
    return Terms(
        single=_lookup([(one, term.weight) for one, term in single], exact=exact),
        needles=tuple(
            needle
            for _, term in single
            if term.weight >= CLOSE
            for needle in _needles(term.text, term.weight)
        ),
        phrases=tuple(_phrase(one, term, exact=exact) for one, term in several),
        some=_lookup(
            [(one, 1.0) for words, _ in several for one in words], exact=exact
        ),
    )


def _once(
    phrases: Sequence[tuple[list[str], Term]],
) -> list[tuple[list[str], Term]]:
    """Return phrases of the same words once: "Java-Entwickler", "Java-Entwicklerin"."""
    best: dict[tuple[Word, ...], tuple[list[str], Term]] = {}
    for words, term in sorted(phrases, key=lambda one: -one[1].weight):
        best.setdefault(tuple(word(one) for one in words), (words, term))
    return list(best.values())


def _phrase(words: Sequence[str], term: Term, *, exact: bool) -> Phrase:
    return Phrase(
        words=tuple(_lookup([(one, 1.0)], exact=exact) for one in words),
        some=_lookup([(one, 1.0) for one in words], exact=exact),
        needles=_needles(term.text, 1.0),
        weight=term.weight,
    )


@lru_cache(maxsize=8_192)
def field_of(text: str) -> Field:
    """Return a short text as it is searched."""
    known = [analysed(one) for one in words_of(text)]
    return Field(
        words=frozenset([one for one, _ in known]),
        parts=frozenset([part for _, parts in known for part in parts]),
    )


def _lookup(words: Iterable[tuple[str, float]], *, exact: bool) -> Lookup:
    same: dict[Word, float] = {}
    ends: dict[Word, float] = {}
    starts: dict[Word, float] = {}
    for folded, weight in words:
        one = word(folded)
        if exact:
            _raise(same, one, weight)
            continue
        doer = ((one + AGENT, weight * ACTIVITY),) if _is_activity(folded) else ()
        for key, worth in ((one, weight), *doer):
            _raise(same, key, worth * SAME)
            _raise(starts, key, worth * BEGINNING)
            if len(folded) >= LEAST_TAIL:
                _raise(ends, key, worth * END)
    return Lookup(same, ends, starts, tuple(ends), max(same.values(), default=0.0))


def _is_activity(folded: str) -> bool:
    """Say whether who does it is named by "-er"; a cook (Koch) is no "Kocher"."""
    long = len(folded) > SHORT_NAME or folded.endswith(("e", "en", "ung"))
    return long and not word(folded).endswith(AGENT)


def _raise(table: dict[Word, float], key: Word, worth: float) -> None:
    table[key] = max(table.get(key, 0.0), worth)


def _needles(text: str, worth: float) -> tuple[Needle, ...]:
    """Return the words as German texts begin them: with a capital, without ending."""
    found = []
    for surface in WORD.findall(neutral(text)):
        folded = fold(surface)
        if folded not in STOP:
            one = word(folded)
            length = max(LEAST_TAIL, len(one.removesuffix(AGENT)))
            start = surface[:1].upper() + surface[1:length]
            found.append(Needle(start, one, worth))
    return tuple(found)
