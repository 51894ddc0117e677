"""How well an advertisement matches the words that are looked for.

A find in the title counts most, then what the portal calls the work, then the text. Of
a term of several words each has to be found, wherever it is (of three or more, one may
lack); the employer's name only counts beside another find. An advertisement with a
score of 0 does not match.
"""

from collections.abc import Sequence

from reihum.jobs.model import Advertisement
from reihum.jobs.rank.analysis import WORD, analysed, fold
from reihum.jobs.rank.terms import CLOSE, Lookup, Needle, Phrase, Terms

TITLE, OCCUPATION, EMPLOYER, TEXT = 1.0, 0.45, 0.3, 0.2  # what a find there counts
GOOD = 0.8  # a find that only a weightier term of several words is looked for to better
READ = 2_000  # signs of a text that are searched
HITS = 8  # places in a text where one word is looked at


def score(ad: Advertisement, terms: Terms) -> float:
    """Return how well the best term matches, from 0 to 1; without terms 1."""
    if not terms:
        return 1.0
    best = TITLE * terms.single.of(ad.title)
    if best < OCCUPATION:
        best = max(best, _of_occupations(terms.single, ad))
    if terms.phrases and (best < GOOD or best < terms.phrases[0].weight):
        best = max(best, _of_phrases(terms, ad, best))
    return best or _of_text(terms.needles, ad)


def _of_phrases(terms: Terms, ad: Advertisement, best: float) -> float:
    if terms.some.of(ad.title) or _of_occupations(terms.some, ad):
        for phrase in terms.phrases:
            if phrase.weight > best:
                best = max(best, phrase.weight * _of_phrase(phrase, ad))
    if best or not ad.text:
        return best
    return max(
        [
            phrase.weight * TEXT
            for phrase in terms.phrases
            if phrase.weight >= CLOSE and _are_in_text(phrase, ad)
        ],
        default=0.0,
    )


def _of_occupations(lookup: Lookup, ad: Advertisement) -> float:
    if not ad.occupations:
        return 0.0
    return OCCUPATION * max([lookup.of(name) for name in ad.occupations])


def _are_in_text(phrase: Phrase, ad: Advertisement) -> bool:
    missing = 0
    for needle in phrase.needles:
        missing += not _of_text((needle,), ad)
        if missing > _lacking(phrase.needles):
            return False
    return True


def _of_phrase(phrase: Phrase, ad: Advertisement) -> float:
    """Return the mean of what its words are worth; 0 where one is nowhere."""
    if not (phrase.some.of(ad.title) or _of_occupations(phrase.some, ad)):
        return 0.0
    found = [
        TITLE * lookup.of(ad.title)
        or _of_occupations(lookup, ad)
        or _of_text((needle,), ad)
        or EMPLOYER * lookup.of(ad.employer)
        for lookup, needle in zip(phrase.words, phrase.needles, strict=True)
    ]
    return sum(found) / len(found) if found.count(0.0) <= _lacking(found) else 0.0


def _lacking(words: Sequence[object]) -> int:
    """Return how many of so many words need not be found."""
    return len(words) // 3


def _of_text(needles: tuple[Needle, ...], ad: Advertisement) -> float:
    """Return what the best find in the text is worth.

    German nouns begin with a capital; in other languages both are looked for.
    """
    if not ad.text:
        return 0.0
    both = ad.lang != "de"
    return TEXT * max(
        [
            needle.worth
            for needle in needles
            if _is_in(needle, needle.start, ad.text)
            or (both and _is_in(needle, needle.start.lower(), ad.text))
        ],
        default=0.0,
    )


def _is_in(needle: Needle, start: str, text: str) -> bool:
    """Say whether the word, or a compound that begins with it, is in the text."""
    place = text.find(start, 0, READ)
    for _ in range(HITS):
        if place < 0:
            return False
        found = WORD.match(text, place)
        if found and not text[max(0, place - 1) : place].isalnum():
            one, parts = analysed(fold(found[0]))
            if one == needle.word or needle.word in parts:
                return True
        place = text.find(start, place + 1, READ)
    return False
