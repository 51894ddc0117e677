"""Which pairs are looked at: those that share a number, an address or an employer.

No pair outside of a block is ever compared, and no block may cost more than its length
times `NEIGHBOURS`, so that 800 advertisements of one chain are no burden.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from reihum.jobs.merge.employers import GENERAL, Employer, alike
from reihum.jobs.merge.profile import Profile, said

SMALL = 16  # members of a block of which every pair is looked at
NEIGHBOURS = 6  # in a large one, so many of the nearest in the order of titles
EMPTY: frozenset[str] = frozenset()
Pair = tuple[int, int]


def pairs(profiles: Sequence[Profile]) -> set[Pair]:
    """Return the pairs that may be one, as indices, the smaller first."""
    found: set[Pair] = set()
    by_name = _by_employer(profiles)
    for block in _numbers(profiles):
        found.update(_within(block, profiles))
    for block in by_name.values():
        found.update(_within(block, profiles))
    for one, two in _namesakes(profiles, by_name):
        found.update(_between(by_name[one], by_name[two], profiles))
    for block in _nameless(profiles):
        found.update(_within(block, profiles))
    return found


def _by_employer(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        if one.employer.key:
            blocks[one.employer.key].append(index)
    return blocks


def _numbers(profiles: Sequence[Profile]) -> Iterator[list[int]]:
    """Yield those that share a number or an address."""
    seen: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for index, one in enumerate(profiles):
        for name in _names(one):
            first = seen.setdefault(name, index)
            if first != index:
                blocks.setdefault(name, [first]).append(index)
    return iter(blocks.values())


def _names(one: Profile) -> Iterable[str]:
    return one.addresses | one.numbers if one.numbers else one.addresses


def _within(block: list[int], profiles: Sequence[Profile]) -> Iterable[Pair]:
    if len(block) <= SMALL:
        return combinations(block, 2) if len(block) > 1 else ()
    return chain.from_iterable(_by_town(sorted(set(block)), profiles))


def _between(
    one: list[int], two: list[int], profiles: Sequence[Profile]
) -> Iterable[Pair]:
    if len(one) * len(two) > SMALL * SMALL:
        return _within(one + two, profiles)
    return ((min(a, b), max(a, b)) for a in one for b in two)


def _by_town(block: list[int], profiles: Sequence[Profile]) -> Iterator[Iterable[Pair]]:
    """Yield the pairs of a large block: those of one town, and those of none."""
    towns: dict[str, list[int]] = defaultdict(list)
    for index in block:
        for town in profiles[index].towns:
            towns[town].append(index)
    for here in towns.values():
        small = len(here) <= SMALL
        yield combinations(here, 2) if small else _near(here, profiles)
    if any(not profiles[index].towns for index in block):
        yield _near(block, profiles)


def _near(block: list[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Yield neighbours in the order of what titles say beside who and where."""
    ordered = sorted(block, key=lambda index: (_core(profiles[index]), index))
    for step in range(1, NEIGHBOURS + 1):
        for a, b in zip(ordered, ordered[step:], strict=False):
            yield (a, b) if a < b else (b, a)


def _core(one: Profile) -> tuple[list[str], list[str]]:
    return sorted(one.title.words - said(one)), sorted(one.postcodes)


def _namesakes(
    profiles: Sequence[Profile], by_name: dict[str, list[int]]
) -> Iterator[tuple[str, str]]:
    """Yield employers of which one name is the other with something added."""
    names = [profiles[block[0]].employer for block in by_name.values()]
    words: dict[str, list[Employer]] = defaultdict(list)
    for name in names:
        for word in name.words - GENERAL:
            words[word].append(name)
    for name in names:
        rarest = min(
            (words[word] for word in name.words - GENERAL), key=len, default=()
        )
        for other in rarest:
            if name.words < other.words and alike(name, other, EMPTY):
                yield name.key, other.key


def _nameless(profiles: Sequence[Profile]) -> Iterator[list[int]]:
    """Yield those of one town and title where somebody names no employer."""
    towns = {town for one in profiles if not one.employer.key for town in one.towns}
    if not towns:
        return
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        for town in one.towns & towns:
            words = one.title.words - said(one)
            blocks[town, " ".join(sorted(words))].append(index)
    yield from blocks.values()
