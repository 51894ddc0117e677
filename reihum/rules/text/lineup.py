"""One order made out of several: what all files put at one place, lined up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise


def lined_up(
    rows: Iterable[Sequence[str]], turns: Mapping[str, tuple[int, str]]
) -> Iterator[str]:
    """Yield all names so that each comes after those that stand before it in a row.

    Where rows are of different minds, and for names that have nothing to do with each
    other, their turn decides.
    """
    following: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for one, other in pairwise(row):
            following[one].add(other)
    blockers = Counter(one for after in following.values() for one in after)
    waiting = {(turn, name) for name, turn in turns.items()}
    ready = [(turn, name) for turn, name in waiting if not blockers[name]]
    heapify(ready)
    while waiting:
        first = heappop(ready) if ready else min(waiting)
        waiting.remove(first)
        yield first[1]
        for after in following[first[1]]:
            blockers[after] -= 1
            entry = turns[after], after
            if not blockers[after] and entry in waiting:
                heappush(ready, entry)
