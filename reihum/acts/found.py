"""The rows that acts work on: locked, of this body, and visible to who acts."""

from collections.abc import Sequence

from reihum.acts.door import By
from reihum.reads import visibility
from reihum.records.models import Amendment, Conference, Item, Minutes, Motion
from reihum.rules.agenda import unknown_conference, unknown_item
from reihum.rules.amendment import unknown_amendment
from reihum.rules.facts import ConferenceState
from reihum.rules.minutes import State, Version, check_open
from reihum.rules.motion import unknown_motion
from reihum.rules.words import Refusal


def conference(by: By, number: int) -> Conference | Refusal:
    """Return a main conference by its number."""
    row = (
        Conference.objects.select_for_update(of=("self",))
        .filter(body__slug=by.body, number=number)
        .select_related("body")
        .first()
    )
    return row or unknown_conference(number)


def motion(by: By, pk: int) -> Motion | Refusal:
    """Return a motion, unless it is somebody else's draft."""
    row = (
        visibility.motions(by.viewer)
        .select_for_update(of=("self",))
        .filter(pk=pk, body__slug=by.body)
        .select_related("body", "conference", "item")
        .first()
    )
    return row or unknown_motion()


def amendment(by: By, pk: int) -> Amendment | Refusal:
    """Return an amendment, unless it is somebody else's draft; its motion is locked.

    All acts on one motion's wording queue there.
    """
    rows = visibility.amendments(by.viewer).filter(pk=pk, motion__body__slug=by.body)
    of = rows.values_list("motion", flat=True).first()
    if of is None or isinstance(locked := motion(by, of), Refusal):
        return unknown_amendment()
    # Only now is it read: who had the motion before us may have moved it on.
    row = rows.select_related("version").first()
    if row is None:
        return unknown_amendment()
    row.motion = locked
    return row


def item(by: By, pk: int) -> Item | Refusal:
    """Return an agenda item; its motion is locked before it."""
    lock_motion_of(pk)
    row = (
        visibility.items(by.viewer)
        .select_for_update(of=("self",))
        .filter(pk=pk, conference__body__slug=by.body)
        .select_related("conference", "motion")
        .first()
    )
    return row or unknown_item()


def lock_motion_of(item: int) -> None:
    """Lock the motion behind an item, before the item itself, as every act does.

    So nobody changes its wording while it is put to the vote, and no two acts wait for
    each other.
    """
    rows = Motion.objects.select_for_update(of=("self",)).filter(item=item)
    rows.values_list("pk", flat=True).first()


def versions(row: Conference) -> Sequence[Version]:
    """Return the versions of the minutes that are fixed, oldest first."""
    fixed = Minutes.objects.filter(conference=row).exclude(state=State.DRAFT)
    rows = fixed.order_by("version").values_list("state", "as_of")
    return [Version(State(state), as_of) for state, as_of in rows]


def closed(row: Conference) -> Refusal | None:
    """Return why nothing can be added to the record of a conference, if so."""
    state = ConferenceState(row.state)
    return check_open(row.number or 0, state, versions(row))
