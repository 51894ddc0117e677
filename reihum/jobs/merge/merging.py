"""The same advertisement in several portals becomes one entry."""

from collections.abc import Iterable, Sequence

from msgspec import json, structs

from reihum.jobs.merge.agencies import hints
from reihum.jobs.merge.candidates import pairs
from reihum.jobs.merge.gathering import alone, completeness, gathered
from reihum.jobs.merge.groups import Group, grouped
from reihum.jobs.merge.profile import Profile, profile
from reihum.jobs.model import Advertisement, Entry


def merge(ads: Sequence[Advertisement]) -> tuple[Entry, ...]:
    """Return one entry for each advertisement, sorted by key.

    Each advertisement is an offer of exactly one entry. The result does not depend on
    the order of `ads`, and giving the same ones again changes nothing.
    """
    profiles = [profile(ad) for ad in distinct(ads)]
    groups = grouped(profiles, pairs(profiles))
    entries = [_entry(group, profiles) for group in groups]
    return tuple(sorted(_hinted(entries, groups, profiles), key=lambda e: e.key))


def distinct(ads: Iterable[Advertisement]) -> list[Advertisement]:
    """Return each advertisement once, by key; of two versions the more complete."""
    found: dict[str, Advertisement] = {}
    for ad in ads:
        known = found.setdefault(ad.key, ad)
        if known is not ad and known != ad:
            found[ad.key] = min(known, ad, key=_version)
    return [found[key] for key in sorted(found)]


def _version(ad: Advertisement) -> tuple[tuple[int, int, int], bytes]:
    return completeness(ad), json.encode(ad, order="deterministic")


def _entry(group: Group, profiles: Sequence[Profile]) -> Entry:
    if len(group.members) == 1:
        return alone(profiles[group.members[0]].ad)
    return gathered([profiles[index].ad for index in group.members], group.why)


def _hinted(
    entries: list[Entry], groups: Sequence[Group], profiles: Sequence[Profile]
) -> list[Entry]:
    """Let entries that may be copies by an agency name each other."""
    found = sorted(hints(profiles))
    if not found:
        return entries
    home = {index: at for at, group in enumerate(groups) for index in group.members}
    maybe: dict[int, set[str]] = {}
    for lent, own in found:
        one, two = home[lent], home[own]
        maybe.setdefault(one, set()).add(entries[two].key)
        maybe.setdefault(two, set()).add(entries[one].key)
    return [
        structs.replace(entry, maybe=tuple(sorted(maybe[at]))) if at in maybe else entry
        for at, entry in enumerate(entries)
    ]
