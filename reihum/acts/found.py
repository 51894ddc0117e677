"""The rows that acts work on: locked, of this body, and visible to who acts."""

from reihum.acts.door import By
from reihum.reads import visibility
from reihum.records.models import Conference, Item, Motion
from reihum.rules.agenda import unknown_conference, unknown_item
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


def item(by: By, pk: int) -> Item | Refusal:
    """Return an agenda item."""
    row = (
        visibility.items(by.viewer)
        .select_for_update(of=("self",))
        .filter(pk=pk, conference__body__slug=by.body)
        .select_related("conference", "motion")
        .first()
    )
    return row or unknown_item()
