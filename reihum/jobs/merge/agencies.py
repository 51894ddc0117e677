"""Copies of agencies: an agency advertises a client's post. Hinted at, never merged."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reihum.jobs.merge.evidence import hinted
from reihum.jobs.merge.profile import Profile

MOST = 8  # posts of employers that one agency's is held against for a word
ALL = 2000  # pairs at most


def hints(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield an agency's advertisement and the one that it may be a copy of."""
    lent = [index for index, one in enumerate(profiles) if one.agency]
    if not lent:
        return
    own = _by_town_and_word(profiles, {t for i in lent for t in profiles[i].towns})
    left = ALL
    for index in lent:
        for other in _near(profiles[index], own):
            left -= 1
            if left >= 0 and hinted(profiles[index], profiles[other]):
                yield index, other


def _by_town_and_word(
    profiles: Sequence[Profile], towns: set[str]
) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        if one.agency is None:
            for town in one.towns & towns:
                for word in one.title.words:
                    found[town, word].append(index)
    return found


def _near(lent: Profile, own: dict[tuple[str, str], list[int]]) -> list[int]:
    """Return the posts of the same town that share a word, rare words first."""
    blocks = [
        own.get((town, word), []) for town in lent.towns for word in lent.title.words
    ]
    blocks.sort(key=lambda block: (len(block), block))
    return list(dict.fromkeys(index for block in blocks for index in block[:MOST]))
