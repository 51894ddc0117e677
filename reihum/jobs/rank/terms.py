"""The words that are looked for, ready to be looked up in thousands of titles."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from reihum.jobs.query import Term
from reihum.jobs.rank.analysis import (
    AGENT,
    LEAST_TAIL,
    STOP,
    WORD,
    Word,
    beginnings,
    fold,
    is_end_of,
    word,
    words_of,
)

# How well a find fits: the word itself; who does it ("Pfleger" for "Pflege", not the
# other way round: who looks for a teacher (Lehrer) does not look for a lesson (Lehre));
# a compound that ends with it ("Beikoch"), or begins with it ("Kochlehrling").
SAME, ACTIVITY, END, BEGINNING = 1.0, 0.85, 0.8, 0.7
SHORT_NAME = 5  # letters; a word as short as "Koch" or "Arzt" is no activity


class Field(NamedTuple):
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

    def worth(self, field: Field) -> float:
        """Return what the best find in the field is worth, 0 without any."""
        best = 0.0
        if not field.words.isdisjoint(self.same):
            best = max([self.same[one] for one in field.words if one in self.same])
            if best >= self.most:
                return best
        if not field.parts.isdisjoint(self.beginnings):
            found = [self.beginnings.get(one, 0.0) for one in field.parts]
            best = max(best, *found)
        compounds = [one for one in field.words if one.endswith(self.tails)]
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
    """A term of several words: each has to be found."""

    words: tuple[Lookup, ...]
    needles: tuple[Needle, ...]
    weight: float


class Terms(Struct, frozen=True):
    """All terms: those of one word in one lookup, the others one by one."""

    single: Lookup
    needles: tuple[Needle, ...]
    phrases: tuple[Phrase, ...]

    def __bool__(self) -> bool:
        return bool(self.needles or self.phrases)


def terms_of(terms: Iterable[Term]) -> Terms:
    """Return the terms ready for looking up; those without a word are left out."""
    weighted = [(words_of(term.text), term) for term in terms]
    single = [(one[0], term.weight) for one, term in weighted if len(one) == 1]
    return Terms(
        single=_lookup(single),
        needles=tuple(
            needle
            for one, term in weighted
            if len(one) == 1
            for needle in _needles(term.text, term.weight)
        ),
        phrases=tuple(
            Phrase(
                words=tuple(_lookup([(folded, 1.0)]) for folded in one),
                needles=_needles(term.text, 1.0),
                weight=term.weight,
            )
            for one, term in weighted
            if len(one) > 1
        ),
    )


@lru_cache(maxsize=16_384)
def field_of(text: str) -> Field:
    """Return a short text as it is searched."""
    folded = words_of(text)
    return Field(
        words=frozenset([word(one) for one in folded]),
        parts=frozenset([part for one in folded for part in beginnings(one)]),
    )


def _lookup(words: Iterable[tuple[str, float]]) -> Lookup:
    same: dict[Word, float] = {}
    ends: dict[Word, float] = {}
    starts: dict[Word, float] = {}
    for folded, weight in words:
        one = word(folded)
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
    for surface in WORD.findall(text):
        folded = fold(surface)
        if folded not in STOP:
            one = word(folded)
            length = max(LEAST_TAIL, len(one.removesuffix(AGENT)))
            start = surface[:1].upper() + surface[1:].lower()
            found.append(Needle(start[:length], one, worth))
    return tuple(found)
