"""How much of the words of two paragraphs is the same."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reihum.rules.text.tokens import Token, is_word

ALIKE = 0.5  # from here on a paragraph is the same one, changed


def bag(tokens: Iterable[Token]) -> Counter[str]:
    """Return the words among tokens, each counted, whatever their case."""
    return Counter(str(one[0]).casefold() for one in tokens if is_word(one))


def alike(ours: Counter[str], theirs: Counter[str]) -> float:
    """Return how much of the words of two paragraphs is the same, 0.0 to 1.0."""
    fewer, more = sorted((ours, theirs), key=len)
    shared = sum(min(count, more[word]) for word, count in fewer.items())
    return _share(shared, ours.total() + theirs.total())


class Likeness:
    """Tells of many bags at once how alike they are, as `alike` does.

    Each word of a bag is a bit of a number, the second time that it stands there one
    of its own: so the bits that two numbers share are the words that two bags share,
    and those are counted in a moment.
    """

    def __init__(
        self, ours: Sequence[Counter[str]], theirs: Sequence[Counter[str]]
    ) -> None:
        self._most = Counter[str]()  # how often a word stands in one of theirs, at most
        for one in theirs:
            self._most |= one
        self._first, free = dict[str, int](), 0
        for word, count in self._most.items():
            self._first[word], free = free, free + count
        self._ours = [(self._bits(one), one.total()) for one in ours]
        self._theirs = [(self._bits(one), one.total()) for one in theirs]

    def of(self, i: int, j: int) -> float:
        """Return how alike one of ours and one of theirs are."""
        (bits, size), (others, more) = self._ours[i], self._theirs[j]
        return _share((bits & others).bit_count(), size + more)

    def _bits(self, one: Counter[str]) -> int:
        found = 0
        for word, count in one.items():
            times = min(count, self._most[word])
            found |= ((1 << times) - 1) << self._first.get(word, 0)
        return found


def _share(shared: int, total: int) -> float:
    return 2 * shared / total if total else 1.0
