"""An item that can be voted on, and a whole roll call, for several test files."""

from collections.abc import Mapping

from reihum.acts.ballots import cast, open_ballot
from reihum.records.models import Body, Conference, Item, Motion, Support
from reihum.rules.laender import CODES
from tests.conftest import NOW

WORDING = [{"id": "p1", "level": 1, "number": "1.", "text": "Sie bitten um Bericht."}]
# Yes except one No and two abstentions, as the IntMK once voted.
MIXED = dict.fromkeys(CODES, "yes") | {"BY": "no", "HE": "abstain", "SL": "abstain"}


def votable(body: Body, number: str = "2.4", **more: object) -> Item:
    """Put a motion of Niedersachsen on the agenda of the 22nd conference."""
    conference = Conference.objects.get(body=body, number=22)
    motion = Motion.objects.create(
        body=body, conference=conference, title="Öffnung der Sprachkurse",
        text=WORDING, stage="on_agenda", submitted_at=NOW,
    )  # fmt: skip
    Support.objects.create(motion=motion, member="NI", role="submitter", at=NOW)
    return Item.objects.create(
        conference=conference, number=number, title=motion.title, motion=motion, **more
    )


def roll_call(acting, ballot: int, votes: Mapping[str, str] = MIXED) -> None:
    """Let each of these members cast its vote itself."""
    for member, vote in votes.items():
        cast(acting(member), ballot=ballot, member=member, vote=vote)


def opened(office, body: Body, **more: object) -> int:
    """Open a ballot on a new item."""
    ballot = open_ballot(office, item=votable(body, **more).pk)
    assert isinstance(ballot, int)
    return ballot
