"""The same advertisement in several portals becomes one entry."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import json, structs

from reihum.jobs.merge.agencies import hints
from reihum.jobs.merge.candidates import blocks
from reihum.jobs.merge.gathering import alone, completeness, gathered
from reihum.jobs.merge.groups import Group, grouped
from reihum.jobs.merge.profile import Profile, profile
from reihum.jobs.model import Advertisement, Entry


def merge(ads: Iterable[Advertisement]) -> tuple[Entry, ...]:
    """Return one entry for each advertisement, in the order of their smallest keys.

    Each advertisement is an offer of exactly one entry. The result does not depend on
    the order of `ads`, and giving the same ones again changes nothing. A list that
    grows is merged again and again, and the next question brings many of the same ones:
    so profiles, links and entries are remembered where they are made.
    """
    profiles = distinct(map(profile, ads))
    groups = grouped(profiles, blocks(profiles))
    home = {index: group for group in groups for index in group.members}
    entries = {
        index: _entry(index, home.get(index), profiles)
        for index in range(len(profiles))
        if index not in home or home[index].members[0] == index
    }
    return tuple(_hinted(entries, home, profiles).values())


def distinct(profiles: Iterable[Profile]) -> list[Profile]:
    """Return each advertisement once, by key; of two versions the more complete."""
    found: dict[str, Profile] = {}
    for one in profiles:
        known = found.setdefault(one.key, one)
        if known is not one and known.ad != one.ad:
            found[one.key] = min(known, one, key=_version)
    return [found[key] for key in sorted(found)]


def _version(one: Profile) -> tuple[tuple[int, int, int], bytes]:
    return completeness(one.ad), json.encode(one.ad, order="deterministic")


def _entry(index: int, group: Group | None, profiles: Sequence[Profile]) -> Entry:
    if group is None:
        return alone(profiles[index].ad)
    return gathered(
        tuple([profiles[one].ad for one in group.members]), frozenset(group.why)
    )


def _hinted(
    entries: dict[int, Entry], home: Mapping[int, Group], profiles: Sequence[Profile]
) -> dict[int, Entry]:
    """Let entries that may be copies by an agency name each other."""
    first = {index: group.members[0] for index, group in home.items()}
    maybe: dict[int, set[int]] = {}
    for lent, own in hints(profiles):
        one, two = first.get(lent, lent), first.get(own, own)
        maybe.setdefault(one, set()).add(two)
        maybe.setdefault(two, set()).add(one)
    keys = {at: entries[at].key for at in maybe}
    for at, others in maybe.items():
        named = tuple(sorted([keys[other] for other in others]))
        entries[at] = structs.replace(entries[at], maybe=named)
    return entries
