"""What a title may speak of, told by its words: most titles speak of nothing.

A word either hints at a topic or does not, wherever it stands, and titles have the same
words again and again: so each word is looked at once. That is not yet a fact; it only
says which readers have to look at the title at all. No hint has a space but at its end.

A whole text speaks of half of the topics and has words by the hundred: there, it is
faster to look for each hint in the text.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from reihum.jobs.reading import employers, hours, level, pay, recognition

Topic = Literal[
    "kind", "times", "hours", "contract", "remote", "level", "pay", "public", "client",
    "regulated", "recognition",
]  # fmt: skip
Topics = frozenset[Topic]

HINTS: Mapping[Topic, tuple[str, ...]] = {
    "kind": hours.KIND_HINTS,
    "times": (*hours.TIME_HINTS, *hours.MINI_HINTS, *hours.SHIFT_HINTS),
    "hours": hours.WEEK_HINTS,
    "contract": hours.CONTRACT_HINTS,
    "remote": hours.REMOTE_HINTS,
    "level": (*level.GERMAN_HINTS, *level.LANGUAGE_HINTS),
    "pay": pay.HINTS,
    "public": employers.PAY_HINTS,
    "client": employers.CLIENT_HINTS,
    "regulated": recognition.STEMS,
    "recognition": (*recognition.ASKED_HINTS, *recognition.NOT_NEEDED_HINTS),
}
HINT = re.compile(
    "|".join(sorted({re.escape(hint) for hints in HINTS.values() for hint in hints}))
)
EVERY: Topics = frozenset(HINTS)
NONE: Topics = frozenset()


def topics(title: str) -> Topics:
    """Return what a title, in lower case, may speak of."""
    return NONE.union(*map(_of_word, title.split()))


@lru_cache(8192)
def _of_word(word: str) -> Topics:
    spaced = f"{word} "
    if not HINT.search(spaced):
        return NONE
    return frozenset(
        topic for topic, hints in HINTS.items() if any(map(spaced.__contains__, hints))
    )
