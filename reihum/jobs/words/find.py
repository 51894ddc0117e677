"""Which occupation somebody means: "шукаю роботу кухаря" is looking for a cook."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from reihum.jobs.words.folding import fold
from reihum.jobs.words.index import Meaning, index
from reihum.jobs.words.stems import families, is_filler, stemmed
from reihum.jobs.words.table import Occupation

LONGEST = 7  # words of one phrase
MOST = 60  # words of what is typed that are looked at
GUESSED = 5  # letters of the shortest word that is corrected or completed
LONG = 9  # letters from which two mistakes are forgiven
PROCLITIC = re.compile(r"[وفبكل](?=\w{3})")  # Arabic "as", "and", "for", written on
PARTS = re.compile(r"[^\s,;/|()]+")


class Hit(Struct, frozen=True, kw_only=True):
    """The occupations that were meant, the likeliest first: one, unless ambiguous.

    `matched` are the words that said so, as typed, and `language` theirs; `rest` is
    what is left without small talk ("I am looking for"). `guessed`: the words were
    corrected or completed.
    """

    occupations: tuple[Occupation, ...]
    matched: tuple[str, ...]
    language: str
    rest: tuple[str, ...] = ()
    guessed: bool = False

    @property
    def occupation(self) -> Occupation:
        return self.occupations[0]


class _Word(Struct, frozen=True):
    typed: str
    folded: str
    filler: bool


_Words = tuple[_Word, ...]


def find(text: str, language: str) -> Hit | None:
    """Return what occupation a text in any language speaks of, None if of none.

    `language` is the reader's ("uk"); it decides what words mean that several
    languages have.
    """
    words = _words(text, language)
    return _found(words, language) or _guess(words, language)


def bare(text: str, language: str) -> str:
    """Return what is typed without small talk around it.

    One small word alone may belong to it ("work and travel"), two or more do not
    ("Arbeit als Imker").
    """
    words = _words(text, language)
    kept = _trimmed(words)
    if not kept or len(words) - len(kept) == 1:
        return text.strip()
    return " ".join(word.typed for word in kept)


def _words(text: str, language: str) -> _Words:
    typed = PARTS.findall(text)[:MOST]
    pairs = ((word, fold(word)) for word in typed)
    return tuple(
        _Word(word, folded, is_filler(folded, language))
        for word, folded in pairs
        if folded
    )


def _trimmed(words: _Words) -> _Words:
    telling = [place for place, word in enumerate(words) if not word.filler]
    return words[telling[0] : telling[-1] + 1] if telling else ()


def _found(words: _Words, language: str) -> Hit | None:
    """Find the longest phrase first, then others before and after it."""
    for first, last in _windows(len(words)):
        if meanings := _meanings(words[first:last], language):
            before = _found(words[:first], language)
            after = _found(words[last:], language)
            hit = _hit(words[first:last], meanings, language)
            rest = (*_rest(words[:first], before), *_rest(words[last:], after))
            return _joined(hit, before, after, rest)
    return None


def _windows(length: int) -> Iterator[tuple[int, int]]:
    for size in range(min(length, LONGEST), 0, -1):
        yield from ((first, first + size) for first in range(length - size + 1))


def _meanings(words: _Words, language: str) -> tuple[Meaning, ...]:
    """Look a phrase up as it stands, then without the fillers inside it."""
    if meanings := _meaning(words, language):
        return meanings
    telling = tuple(word for word in words if not word.filler)
    inside = telling and not (words[0].filler or words[-1].filler)
    if inside and len(telling) < len(words):
        return _meaning(telling, language)
    return ()


def _meaning(words: _Words, language: str) -> tuple[Meaning, ...]:
    phrase = " ".join(word.folded for word in words)
    if meanings := index().exact.get(phrase):
        return meanings
    if all(word.filler for word in words):
        return ()
    return _stemmed(phrase, language)


def _stemmed(phrase: str, language: str) -> tuple[Meaning, ...]:
    for family in families(phrase, language):
        stems = index().stems[family]
        if meanings := stems.get(stemmed(phrase, family)):
            return meanings
        if family == "arabic":
            return stems.get(stemmed(PROCLITIC.sub("", phrase, count=1), family), ())
    return ()


def _hit(
    words: _Words, meanings: Iterable[Meaning], language: str, *, guessed: bool = False
) -> Hit:
    """Keep the meanings of one language: the reader's, then German, then English."""
    order = (language, "de", "en")
    ranked = sorted(
        meanings,
        key=lambda one: order.index(one.language) if one.language in order else 9,
    )
    spoken = ranked[0].language
    meant = dict.fromkeys(
        meaning.occupation.key for meaning in ranked if meaning.language == spoken
    )
    by_key = {meaning.occupation.key: meaning.occupation for meaning in ranked}
    return Hit(
        occupations=tuple(by_key[key] for key in meant),
        matched=tuple(word.typed for word in words),
        language=spoken,
        guessed=guessed,
    )


def _rest(words: _Words, hit: Hit | None) -> tuple[str, ...]:
    if hit is not None:
        return hit.rest
    return tuple(word.typed for word in words if not word.filler)


def _joined(
    hit: Hit, before: Hit | None, after: Hit | None, rest: tuple[str, ...]
) -> Hit:
    hits = [one for one in (hit, before, after) if one is not None]
    every = {each.key: each for one in hits for each in one.occupations}
    return Hit(
        occupations=tuple(every.values()),
        matched=tuple(word for one in hits for word in one.matched),
        language=hit.language,
        rest=rest,
    )


def _guess(words: _Words, language: str) -> Hit | None:
    """Correct or complete what is typed, if that leaves no doubt."""
    telling = _trimmed(words)
    phrase = " ".join(word.folded for word in telling if not word.filler)
    if len(phrase) < GUESSED:
        return None
    for keys in (_near(phrase), _begun(phrase)):
        meanings = [meaning for key in keys for meaning in index().exact[key]]
        if len({meaning.occupation.key for meaning in meanings}) == 1:
            return _hit(telling, meanings, language, guessed=True)
    return None


def _near(phrase: str) -> list[str]:
    """Return the phrases with the fewest mistakes between them and this one."""
    found = process.extract(
        phrase,
        _initials().get(phrase[0], ()),
        scorer=OSA.distance,
        score_cutoff=2 if len(phrase) >= LONG else 1,
        limit=20,
    )
    best = min((mistakes for _, mistakes, _ in found), default=0)
    return [key for key, mistakes, _ in found if mistakes == best]


@cache
def _initials() -> dict[str, tuple[str, ...]]:
    """Return the phrases by their first letter: a mistake there is too much."""
    phrases: dict[str, list[str]] = {}
    for phrase in index().exact:
        if len(phrase) >= GUESSED:
            phrases.setdefault(phrase[0], []).append(phrase)
    return {letter: tuple(found) for letter, found in phrases.items()}


def _begun(phrase: str) -> list[str]:
    return [key for key in _initials().get(phrase[0], ()) if key.startswith(phrase)]
