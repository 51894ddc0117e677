"""From pairs to groups: the surest first, and never against a veto."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from reihum.jobs.merge.evidence import linked, stands_against
from reihum.jobs.merge.profile import Profile

MOST = 24  # copies of one advertisement; more are a chain's, not copies


Linked = tuple[float, int, int, tuple[str, ...]]


class Group(Struct, gc=False):
    """Indices of advertisements that are one, in order, and what says so."""

    members: list[int]
    why: tuple[str, ...] = ()


def grouped(
    profiles: Sequence[Profile], pairs: Iterable[tuple[int, int]]
) -> list[Group]:
    """Return those that are one in groups; who is alone has no group.

    Two groups become one where a pair links them and no veto stands between any two
    members. Taking the surest pairs first, ties by index, makes the result the same in
    whatever order the pairs come.
    """
    home: dict[int, Group] = {}
    for _, one, two, why in _links(profiles, pairs):
        first = home.get(one) or Group([one])
        second = home.get(two) or Group([two])
        if first is second or _may(first, second, profiles):
            _join(first, second, why, home)
    return [group for index, group in home.items() if group.members[0] == index]


def _links(
    profiles: Sequence[Profile], pairs: Iterable[tuple[int, int]]
) -> list[Linked]:
    found = []
    for one, two in pairs:
        seen = linked(profiles[one], profiles[two])
        if seen is not None:
            found.append((-seen.score, one, two, seen.why))
    return sorted(found)


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
