"""What was worked out in an earlier merging of the same, growing list."""

from reihum.jobs.merge.evidence import Link, linked
from reihum.jobs.merge.profile import Profile, profile
from reihum.jobs.model import Advertisement


class Memory:
    """Profiles and links of one search; thrown away with it.

    Known is an advertisement by being the very same object, which a portal's answer
    stays as long as the search goes on; so it is held here, and no other can take its
    place in memory.
    """

    def __init__(self) -> None:
        self._profiles: dict[int, Profile] = {}
        self._links: dict[tuple[int, int], Link | None] = {}

    def profile(self, ad: Advertisement) -> Profile:
        """Return what is compared of an advertisement."""
        found = self._profiles.get(id(ad))
        if found is None:
            found = self._profiles[id(ad)] = profile(ad)
        return found

    def link(self, one: Profile, two: Profile) -> Link | None:
        """Return what makes two advertisements one, as `evidence.linked` does."""
        pair = id(one), id(two)
        if pair not in self._links:
            self._links[pair] = linked(one, two)
        return self._links[pair]
