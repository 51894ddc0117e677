"""Pay groups: "TVöD E 9b", "E9b", "Entgeltgruppe 9 b" are one."""

import re
from functools import lru_cache

from msgspec import Struct

LAW = r"(?:tv[- ]?(?:öd|od|oed|l|v|h|k)\b(?:[- ](?:sue|k|vka|bund)\b)?)"
GROUP = re.compile(
    rf"(?:{LAW},?\s*)?(?:\b(?:entgeltgruppe|entgeltgr\.?|eg|besoldungsgruppe|bes\.?gr\.?)"
    rf"\s*)?\b(e|eg|a|s|p|kr|b|r|w)\s?(\d{{1,2}})\s?([a-cü]?)\b(?:,?\s*{LAW})?",
    re.IGNORECASE,
)
BARE = re.compile(r"entgeltgruppe\s*(\d{1,2})\s?([a-c]?)\b", re.IGNORECASE)
STEP = re.compile(r"[egasprbw]\s*\d", re.IGNORECASE)  # is in all of them
LADDERS = {"EG": "E", "KR": "P"}
STEPS = {"": 0, "a": 1, "b": 2, "c": 3, "ü": 4}
LOWEST = 2


class Group(Struct, frozen=True, gc=False, order=True):
    """A step of a ladder: E 9b is ("E", 92)."""

    ladder: str
    step: int


@lru_cache(4096)
def groups(text: str) -> tuple[Group, ...]:
    """Return the pay groups that a text names."""
    if not STEP.search(text):
        return ()
    named = [
        (ladder.upper(), number, letter)
        for ladder, number, letter in GROUP.findall(text)
    ] or [("E", number, letter) for number, letter in BARE.findall(text)]
    return tuple(
        Group(LADDERS.get(ladder, ladder), int(number) * 10 + STEPS[letter.lower()])
        for ladder, number, letter in named
        if int(number) >= LOWEST
    )


def without_groups(text: str) -> str:
    """Return a text without its pay groups."""
    return BARE.sub(" ", GROUP.sub(" ", text)) if STEP.search(text) else text


def contradict(one: tuple[Group, ...], two: tuple[Group, ...]) -> bool:
    """Return whether two posts are paid by steps of one ladder that do not meet."""
    for ladder in {group.ladder for group in one} & {group.ladder for group in two}:
        first = [group.step for group in one if group.ladder == ladder]
        second = [group.step for group in two if group.ladder == ladder]
        if min(first) > max(second) or min(second) > max(first):
            return True
    return False
