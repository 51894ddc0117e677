"""Which pairs are looked at: those that share a number, an address or an employer.

They come as blocks, in each of which every pair is looked at: what is known of a block
is found by one look. No pair outside of a block is ever compared, and no block may cost
more than its length times `NEIGHBOURS`, so that 800 advertisements of one chain are no
burden.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reihum.jobs.merge.employers import GENERAL, Employer, alike
from reihum.jobs.merge.profile import Profile, said

SMALL = 16  # members of a block of which every pair is looked at
NEIGHBOURS = 6  # in a large one, so many of the nearest in the order of titles
EMPTY: frozenset[str] = frozenset()
Block = tuple[int, ...]


def blocks(profiles: Sequence[Profile]) -> Iterator[Block]:
    """Yield those among whom each two may be one, as indices, the smallest first."""
    by_name = _by_employer(profiles)
    for shared in (_numbers(profiles), by_name.values(), _nameless(profiles)):
        for block in shared:
            yield from _within(block, profiles)
    for one, two in _namesakes(profiles, by_name):
        yield from _between(by_name[one], by_name[two], profiles)


def _by_employer(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        if one.employer.key:
            found[one.employer.key].append(index)
    return found


def _numbers(profiles: Sequence[Profile]) -> Iterable[list[int]]:
    """Return those that share a number or an address."""
    seen: dict[str, int] = {}
    found: dict[str, list[int]] = {}
    for index, one in enumerate(profiles):
        for names in (one.addresses, one.numbers):
            for name in names:
                first = seen.setdefault(name, index)
                if first != index:
                    found.setdefault(name, [first]).append(index)
    return found.values()


def _within(block: list[int], profiles: Sequence[Profile]) -> Iterable[Block]:
    if len(block) <= SMALL:
        return (tuple(block),) if len(block) > 1 else ()
    return _by_town(sorted(set(block)), profiles)


def _between(
    one: list[int], two: list[int], profiles: Sequence[Profile]
) -> Iterable[Block]:
    if len(one) * len(two) > SMALL * SMALL:
        return _within(one + two, profiles)
    return ((min(a, b), max(a, b)) for a in one for b in two)


def _by_town(block: list[int], profiles: Sequence[Profile]) -> Iterator[Block]:
    """Yield what a large block falls into: those of one town, and those of none."""
    towns: dict[str, list[int]] = defaultdict(list)
    for index in block:
        for town in profiles[index].towns:
            towns[town].append(index)
    for here in towns.values():
        if len(here) > SMALL:
            yield from _near(here, profiles)
        elif len(here) > 1:
            yield tuple(here)
    if any(not profiles[index].towns for index in block):
        yield from _near(block, profiles)


def _near(block: list[int], profiles: Sequence[Profile]) -> Iterator[Block]:
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
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        for town in one.towns & towns:
            words = one.title.words - said(one)
            found[town, " ".join(sorted(words))].append(index)
    yield from found.values()
