"""Which occupation somebody means: "шукаю роботу кухаря" is looking for a cook."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from reihum.jobs.words.folding import fold
from reihum.jobs.words.index import Meaning, index
from reihum.jobs.words.stems import ARABIC, families, is_filler, stemmed
from reihum.jobs.words.table import Occupation

LONGEST = 7  # words of one phrase
MOST = 60  # words of what is typed that are looked at
GUESSED = 5  # letters of the shortest word that is corrected or completed
LONG = 9  # letters from which two mistakes are forgiven
PROCLITIC = re.compile(r"[وفبكل](?=\w{3})")  # Arabic "as", "and", "for", written on
PARTS = re.compile(r"([\s,;/|()]*)([^\s,;/|()]+)")
APART = re.compile("[,;/|]")
# "or" and "and", folded: what stands beside them is an occupation of its own.
OR = {"oder", "und", "or", "and", "ou", "et", "veya", "ve", "или", "и", "або", "та",
      "чи", "او", "و", "يا"}  # fmt: skip


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
    apart: bool  # a comma or the like stands before it


_Words = tuple[_Word, ...]


def find(text: str, language: str) -> Hit | None:
    """Return what occupation a text in any language speaks of, None if of none.

    `language` is the reader's ("uk"); it decides what words mean that several
    languages have.
    """
    language = language.partition("-")[0]  # simple German is German: "de-simple"
    words = _words(text, language)
    return _found(words, language) or _guess(words, language)


def bare(text: str, language: str) -> str:
    """Return what is typed without small talk around it.

    One small word may belong to it ("Leben und Arbeit"), and so may what "and" joins
    ("work and travel"); the rest does not ("Arbeit als Imker").
    """
    words = _words(text, language)
    kept = _trimmed(words)
    around = [word.folded for word in words if word not in kept]
    if not kept or len(around) == 1 or OR.intersection(around):
        return text.strip()
    return " ".join(word.typed for word in kept)


def says_nothing(text: str, language: str) -> bool:
    """Say whether a text is small talk and nothing else: "any job", "робота"."""
    words = _words(text, language)
    return bool(words) and all(word.filler for word in words)


def _words(text: str, language: str) -> _Words:
    pairs = PARTS.findall(text)[:MOST]
    every = (
        _Word(word, folded, is_filler(folded, language), bool(APART.search(before)))
        for before, word in pairs
        if (folded := fold(word))
    )
    return tuple(every)


def _trimmed(words: _Words) -> _Words:
    telling = [place for place, word in enumerate(words) if not word.filler]
    return words[telling[0] : telling[-1] + 1] if telling else ()


def _found(words: _Words, language: str) -> Hit | None:
    """Find the longest phrase, then what stands apart before and after it."""
    longest = _longest(words, language)
    if longest is None:
        return None
    first, last, meanings = longest
    before, after = words[:first], words[last:]
    return _joined(
        _hit(words[first:last], meanings, language),
        _found(before, language) if _ends_apart(before, words[first]) else None,
        _found(after, language) if after and _begins_apart(after[0]) else None,
        rest=(before, after),
    )


def _longest(
    words: _Words, language: str
) -> tuple[int, int, tuple[Meaning, ...]] | None:
    """Return where the longest phrase is; of equal ones the first that is not broad.

    What only says where or how work is done gives way to shorter phrases too.
    """
    circumstance = None
    for size in range(min(len(words), LONGEST), 0, -1):
        found = [
            (first, first + size, meanings)
            for first in range(len(words) - size + 1)
            if (meanings := _meanings(words[first : first + size], language))
        ]
        if telling := [one for one in found if not any(m.beside for m in one[2])]:
            return min(telling, key=lambda one: all(m.broad for m in one[2]))
        circumstance = circumstance or next(iter(found), None)
    return circumstance


def _ends_apart(words: _Words, following: _Word) -> bool:
    return bool(words) and (following.apart or words[-1].folded in OR)


def _begins_apart(word: _Word) -> bool:
    return word.apart or word.folded in OR


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
        if family == ARABIC:
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
    hit: Hit, before: Hit | None, after: Hit | None, *, rest: tuple[_Words, _Words]
) -> Hit:
    hits = [one for one in (hit, before, after) if one is not None]
    every = {each.key: each for one in hits for each in one.occupations}
    return Hit(
        occupations=tuple(every.values()),
        matched=tuple(word for one in hits for word in one.matched),
        language=hit.language,
        rest=(*_rest(rest[0], before), *_rest(rest[1], after)),
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
    """Return the phrases of other languages that begin with this one.

    German is asked as it was typed, for portals understand it: who types
    "Schichtleiter" does not mean the one of a restaurant.
    """
    return [
        key
        for key in _initials().get(phrase[0], ())
        if key.startswith(phrase)
        and any(meaning.language != "de" for meaning in index().exact[key])
    ]
