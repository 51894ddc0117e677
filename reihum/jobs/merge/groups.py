"""From pairs to groups: the surest first, and never against a veto."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reihum.jobs.merge.candidates import Block
from reihum.jobs.merge.evidence import linked, links, stands_against
from reihum.jobs.merge.profile import Profile

PAIR = 2  # a block of no more
MOST = 24  # copies of one advertisement; more are a chain's, not copies


Linked = tuple[float, int, int, tuple[str, ...]]


class Group(Struct, gc=False):
    """Indices of advertisements that are one, in order, and what says so."""

    members: list[int]
    why: tuple[str, ...] = ()


def grouped(profiles: Sequence[Profile], blocks: Iterable[Block]) -> list[Group]:
    """Return those that are one in groups; who is alone has no group.

    Two groups become one where a pair links them and no veto stands between any two
    members. Taking the surest pairs first, ties by index, makes the result the same in
    whatever order the blocks come.
    """
    home: dict[int, Group] = {}
    for _, one, two, why in _links(profiles, blocks):
        first = home.get(one) or Group([one])
        second = home.get(two) or Group([two])
        if first is second or _may(first, second, profiles):
            _join(first, second, why, home)
    return [group for index, group in home.items() if group.members[0] == index]


def _links(profiles: Sequence[Profile], blocks: Iterable[Block]) -> list[Linked]:
    """Return all links, the surest first, each once: some pairs are in two blocks."""
    pairs: set[Block] = set()
    found: set[Linked] = set()
    for block in blocks:
        if len(block) == PAIR:
            pairs.add(block)
            continue
        for one, two, link in links(tuple([profiles[at] for at in block])):
            found.add((-link.score, block[one], block[two], link.why))
    return sorted(found.union(_linked(profiles, pairs)))


def _linked(profiles: Sequence[Profile], pairs: Iterable[Block]) -> Iterator[Linked]:
    for one, two in pairs:
        link = linked(profiles[one], profiles[two])
        if link is not None:
            yield -link.score, one, two, link.why


def _may(one: Group, two: Group, profiles: Sequence[Profile]) -> bool:
    if len(one.members) == len(two.members) == 1:
        return True
    return len(one.members) + len(two.members) <= MOST and not any(
        stands_against(profiles[a], profiles[b])
        for a in one.members
        for b in two.members
    )


def _join(one: Group, two: Group, why: tuple[str, ...], home: dict[int, Group]) -> None:
    one.why += why
    if one is not two:
        one.why += two.why
        one.members = sorted(one.members + two.members)
        home.update(dict.fromkeys(one.members, one))
