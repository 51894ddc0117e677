"""Who sees what (Sichtbarkeit): one function for every door.

A page, a list, a search, a feed, an export: each asks `sees`, or narrows its rows by
`horizon`, which is the same rule said of whole classes of rows.
"""

from dataclasses import dataclass
from enum import IntEnum


class Circle(IntEnum):
    """Who a thing is meant for: each circle contains the ones before it."""

    OWN = 1  # the Land that wrote it: a draft
    OFFICE = 2  # … and the office of the chairing Land: prepared, not yet sent out
    MEMBERS = 3  # … and all members
    GUESTS = 4  # … and the guests at the table
    PUBLIC = 5  # everybody


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: what the account behind the request stands for on this day.

    `members` are the codes of the members that the account works for ("BY"); `office`
    is true for the office while its Land holds the chair; `guest` is true for guests.
    """

    members: frozenset[str] = frozenset()
    office: bool = False
    guest: bool = False

    @property
    def inside(self) -> bool:
        """Whether this is a member or the office."""
        return horizon(self) <= Circle.MEMBERS


STRANGER = Viewer()


def horizon(viewer: Viewer) -> Circle:
    """Return the narrowest circle that this viewer belongs to, owning nothing."""
    if viewer.office:
        return Circle.OFFICE
    if viewer.members:
        return Circle.MEMBERS
    return Circle.GUESTS if viewer.guest else Circle.PUBLIC


def sees(viewer: Viewer, circle: Circle, owners: frozenset[str] = frozenset()) -> bool:
    """Return whether the viewer may see a thing of that circle and those owners."""
    return circle >= horizon(viewer) or bool(owners & viewer.members)
