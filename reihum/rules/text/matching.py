"""Rows of words or paragraphs compared, with an end to the patience.

Comparing takes longer the more often a row says the same thing: two pages of "a b a b"
would keep a computer busy for hours. What people write is far from that.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import Match, SequenceMatcher
from typing import TypeVar

PATIENCE = 5_000_000  # looks; a paragraph of ten pages takes a tenth
T = TypeVar("T", bound=Hashable)


class Matcher(SequenceMatcher[T]):
    """A comparison that takes for different what it had no patience left for.

    What it finds is right in any case: it makes the one row the other.
    """

    def __init__(
        self, ours: Sequence[T], theirs: Sequence[T], patience: int = PATIENCE
    ) -> None:
        super().__init__(None, ours, theirs, autojunk=False)
        self.left = patience
        often = Counter(theirs)
        self._looks = [1 + often[one] for one in ours]

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        self.left -= sum(self._looks[alo:ahi])
        if self.left < 0:
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)
