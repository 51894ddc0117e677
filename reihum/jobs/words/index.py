"""All words for all occupations, ready to be looked up."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.words.folding import spellings
from reihum.jobs.words.stems import FAMILY, manners, stemmed
from reihum.jobs.words.table import Occupation, occupations

SHORTEST = 5  # letters of what stays of a phrase without its fillers


class Meaning(Struct, frozen=True):
    """An occupation, and the language of the word for it.

    `broad`: the word names a field ("Bau"), so that of two as long the other one is the
    occupation. `beside`: any other one is, in "cook part time" too.
    """

    occupation: Occupation
    language: str
    broad: bool = False
    beside: bool = False


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
            for word in words:
                broad, beside = word in occupation.broad, word in occupation.beside
                yield from _meant(word, Meaning(occupation, language, broad, beside))


def _meant(word: str, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    """Yield the folded forms of a word; one that lost its fillers is broad."""
    for phrase in spellings(word):
        yield phrase, meaning
        bare = _bare(phrase, meaning.language)
        if bare != phrase and len(bare) >= SHORTEST:
            yield bare, replace(meaning, broad=True)


def _bare(phrase: str, language: str) -> str:
    fillers = manners()[FAMILY.get(language, language)].fillers
    return " ".join(word for word in phrase.split() if word not in fillers)


def _put(into: dict[str, list[Meaning]], phrase: str, meaning: Meaning) -> None:
    meanings = into.setdefault(phrase, [])
    if meaning not in meanings:
        meanings.append(meaning)


def _fixed(words: dict[str, list[Meaning]]) -> Meanings:
    return {phrase: tuple(meanings) for phrase, meanings in words.items()}
