"""Copies of agencies: an agency advertises a client's post. Hinted at, never merged."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reihum.jobs.merge.evidence import hinted
from reihum.jobs.merge.profile import Profile

MOST = 8  # posts of employers that one agency's is held against for a word
ALL = 2000  # pairs at most


def hints(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield an agency's advertisement and the one that it may be a copy of."""
    lent = [index for index, one in enumerate(profiles) if one.agency]
    if not lent:
        return
    own = _by_town_and_word(profiles, _words_by_town([profiles[at] for at in lent]))
    left = ALL
    for index in lent:
        for other in _near(profiles[index], own):
            left -= 1
            if left < 0:
                return
            if hinted(profiles[index], profiles[other]):
                yield index, other


def _words_by_town(lent: Sequence[Profile]) -> dict[str, set[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for one in lent:
        for town in one.towns:
            words[town] |= one.title.words
    return words


def _by_town_and_word(
    profiles: Sequence[Profile], wanted: Mapping[str, set[str]]
) -> dict[tuple[str, str], list[int]]:
    """Return the posts of employers by each town and word that an agency's has."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        if one.agency is None:
            for town in one.towns:
                if town in wanted:
                    for word in one.title.words & wanted[town]:
                        found[town, word].append(index)
    return found


def _near(lent: Profile, own: dict[tuple[str, str], list[int]]) -> list[int]:
    """Return the posts of the same town that share a word, rare words first."""
    blocks = [
        own.get((town, word), []) for town in lent.towns for word in lent.title.words
    ]
    blocks.sort(key=lambda block: (len(block), block))
    return list(dict.fromkeys(index for block in blocks for index in block[:MOST]))
