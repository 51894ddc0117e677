"""All words for all occupations, ready to be looked up."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from reihum.jobs.words.folding import spellings
from reihum.jobs.words.stems import FAMILY, manners, stemmed
from reihum.jobs.words.table import Occupation, occupations

SHORTEST = 5  # letters of what stays of a phrase without its fillers


class Meaning(Struct, frozen=True):
    """An occupation, and the language of the word for it."""

    occupation: Occupation
    language: str


Meanings = dict[str, tuple[Meaning, ...]]


class Index(Struct, frozen=True):
    """`exact` has folded phrases; `stems` those of each family, stemmed."""

    exact: Meanings
    stems: dict[str, Meanings]


@cache
def index() -> Index:
    """Return the index; the first call reads the table (about a fifth of a second)."""
    exact: dict[str, list[Meaning]] = {}
    stems: dict[str, dict[str, list[Meaning]]] = {one: {} for one in manners()}
    for phrase, meaning in _all():
        family = FAMILY.get(meaning.language, meaning.language)
        _put(exact, phrase, meaning)
        _put(stems[family], stemmed(phrase, family), meaning)
    return Index(_fixed(exact), {one: _fixed(words) for one, words in stems.items()})


def _all() -> Iterator[tuple[str, Meaning]]:
    for occupation in occupations():
        for language, words in occupation.said.items():
            meaning = Meaning(occupation, language)
            for word in words:
                for phrase in _phrases(word, language):
                    yield phrase, meaning


def _phrases(word: str, language: str) -> Iterator[str]:
    """Yield the folded forms of a word, and the same without fillers."""
    fillers = manners()[FAMILY.get(language, language)].fillers
    for phrase in spellings(word):
        yield phrase
        bare = " ".join(one for one in phrase.split() if one not in fillers)
        if bare != phrase and len(bare) >= SHORTEST:
            yield bare


def _put(into: dict[str, list[Meaning]], phrase: str, meaning: Meaning) -> None:
    meanings = into.setdefault(phrase, [])
    if meaning not in meanings:
        meanings.append(meaning)


def _fixed(words: dict[str, list[Meaning]]) -> Meanings:
    return {phrase: tuple(meanings) for phrase, meanings in words.items()}
