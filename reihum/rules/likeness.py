"""How alike two titles are (Ähnlichkeit), so that nobody writes what is resolved.

Words are folded and cut to their stem, so that "Einbürgerungen" meets "Einbuergerung";
a word counts the more, the rarer it is among all titles; and the tail of a compound
counts too, so that "Fachkräfteeinwanderung" is something like "Einwanderung".
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum, log

from reihum.rules.words import Text

LEAST = 0.25  # below that, two titles share no more than chance
SURE = 0.6  # from here on it is worth saying "very alike"
LONGEST = 20_000  # characters of a text that are looked at
_TITLE = 300  # characters
_TAIL = 5  # letters that the tail of a compound has at least
_FEW = 3  # words that a title has at least to be looked for in a text
_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "ç": "c"})
_WRITTEN_OUT = re.compile(r"(?<![aeuq])([aou])e")
# Words that say nothing about what a title is about.
_SAYING_NOTHING = """
    a aber als am an and auch auf aus bei bis da das dass dem den der des die dies
    diese dieser dieses durch ein eine einem einen einer eines er es for fur gegen hat
    ihr im in innen ist mit nach nicht nur ob oder of on sich sie sind sowie the to uber
    um und unter vom von vor wie wird zu zum zur zwischen
    antrag beschluss leitantrag bericht top bund land lander landern gemeinsam
"""
_EMPTY = frozenset(_SAYING_NOTHING.split())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what is common to the forms of a word: "Kursen" and "Kurs" are "kur"."""
    short = word.casefold().translate(_UMLAUTS)
    short = _WRITTEN_OUT.sub(r"\1", short)
    if len(short) > 7 and short.endswith("innen"):  # noqa: PLR2004  (more than a stem)
        short = short[:-5]
    while len(short) > 3:  # noqa: PLR2004  (less than that is no stem)
        if len(short) > 5 and short.endswith(("em", "er", "nd")):  # noqa: PLR2004
            short = short[:-2]
        elif short.endswith(("e", "s", "n")):
            short = short[:-1]
        else:
            break
    return short


def stems(text: str) -> frozenset[str]:
    """Return the stems of all words that say something."""
    return _stems_of_title(text) if len(text) <= _TITLE else _stems(text[:LONGEST])


def _stems(text: str) -> frozenset[str]:
    words = set(_WORD.findall(text))
    return frozenset(stem(word) for word in words if _says_something(word))


# The same titles are asked about at every keystroke.
_stems_of_title = lru_cache(maxsize=4096)(_stems)


@dataclass(frozen=True, slots=True)
class Scales:
    """How much each word weighs among certain titles.

    `tails` are the tails of compounds that are words of their own there.
    """

    weights: Mapping[str, float]
    unknown: float
    tails: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def weight(self, words: Iterable[str]) -> float:
        weights, unknown = self.weights, self.unknown
        return fsum([weights.get(word, unknown) for word in words])

    def words(self, text: str) -> frozenset[str]:
        """Return the stems of a text, and the tails of its compounds."""
        found = stems(text)
        tails = self.tails
        more = (
            tails[one] if one in tails else _tails(one, self.weights) for one in found
        )
        return found.union(*more)

    def score(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return 0 … 1: twice what both have, of all that they have together."""
        both = self.weight(one) + self.weight(other)
        return min(1.0, 2 * self.weight(one & other) / both) if both else 0.0


def weigh(titles: Iterable[str]) -> Scales:
    """Learn from all titles which words are rare."""
    known = [stems(title) for title in titles]
    counted = Counter(word for words in known for word in words)
    many = len(known) + 1
    weights = {word: log(1 + many / times) for word, times in counted.items()}
    tails = {word: _tails(word, weights) for word in weights}
    return Scales(weights, log(1 + many), tails)


def _tails(word: str, known: Collection[str]) -> frozenset[str]:
    starts = range(2, len(word) - _TAIL + 1)
    return frozenset(word[at:] for at in starts if word[at:] in known)


@dataclass(frozen=True, slots=True)
class Near:
    """The place of a title among those that were compared, and how alike it is."""

    place: int
    score: float

    @property
    def said(self) -> Text:
        if self.score >= SURE:
            return Text("sehr ähnlich", "very similar")
        return Text("ähnlich", "similar")


def nearest(
    title: str, text: str, titles: Sequence[str], *, most: int = 5
) -> tuple[Near, ...]:
    """Return the titles that are most like this title, or stand in this text.

    The most alike come first, those that are equally so in the order given.
    """
    scales = weigh(titles)
    wanted, whole = scales.words(title), scales.words(f"{title} {text}")
    found = [
        Near(place, max(scales.score(wanted, words), _within(scales, words, whole)))
        for place, words in enumerate(map(scales.words, titles))
    ]
    alike = [one for one in found if one.score >= LEAST]
    return tuple(sorted(alike, key=lambda one: -one.score)[:most])


def _within(scales: Scales, words: frozenset[str], whole: frozenset[str]) -> float:
    """Return how much of a title stands in a text: less telling than a like title."""
    if len(words) < _FEW:
        return 0.0
    share = scales.weight(words & whole) / scales.weight(words)
    return share**3 * SURE


@lru_cache(maxsize=65_536)
def _says_something(word: str) -> bool:
    folded = word.casefold().translate(_UMLAUTS)
    return len(folded) > 1 and folded not in _EMPTY and not folded.isdigit()
