"""From pairs to groups: the surest first, and never against a veto."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from reihum.jobs.merge.evidence import linked, stands_against
from reihum.jobs.merge.profile import Profile

MOST = 24  # copies of one advertisement; more are a chain's, not copies


class Group(Struct):
    """Indices of advertisements that are one, and what says so."""

    members: list[int]
    why: set[str]


def grouped(
    profiles: Sequence[Profile], pairs: Iterable[tuple[int, int]]
) -> list[Group]:
    """Return all advertisements in groups; most are alone.

    Two groups become one where a pair links them and no veto stands between any two
    members. Taking the surest pairs first, ties by index, makes the result the same in
    whatever order the pairs come.
    """
    groups = [Group([index], set()) for index in range(len(profiles))]
    home = list(groups)
    for _, one, two, why in _links(profiles, pairs):
        first, second = home[one], home[two]
        if first is not second and not _may(first, second, profiles):
            continue
        first.why.update(why)
        if first is not second:
            _join(first, second, home)
    return [group for index, group in enumerate(groups) if home[index] is group]


def _links(
    profiles: Sequence[Profile], pairs: Iterable[tuple[int, int]]
) -> list[tuple[float, int, int, tuple[str, ...]]]:
    found = []
    for one, two in pairs:
        link = linked(profiles[one], profiles[two])
        if link is not None:
            found.append((-link.score, one, two, link.why))
    return sorted(found)


def _may(one: Group, two: Group, profiles: Sequence[Profile]) -> bool:
    if len(one.members) == len(two.members) == 1:
        return True
    return len(one.members) + len(two.members) <= MOST and not any(
        stands_against(profiles[a], profiles[b])
        for a in one.members
        for b in two.members
    )


def _join(one: Group, two: Group, home: list[Group]) -> None:
    one.members += two.members
    one.why |= two.why
    for index in two.members:
        home[index] = one
