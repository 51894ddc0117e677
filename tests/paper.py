"""An adopted resolution, and a conference with a veto, for several test files."""

from reihum.acts.ballots import close, declare, record
from reihum.acts.door import By
from reihum.records.models import Body, StoredRulebook
from reihum.rules.rulebooks import shipped_texts
from tests.conftest import NOW
from tests.voting import MIXED, opened


def adopted(office: By, body: Body, number: str = "2.4", **more: object) -> str:
    """Adopt an item with 13 of 16, and return the key of its resolution."""
    ballot = opened(office, body, number=number, **more)
    record(office, ballot=ballot, votes=MIXED)
    done = close(office, ballot=ballot)
    assert done.resolution
    return done.resolution


def with_statement(by: By, body: Body, member: str = "BY") -> None:
    """Let a member declare something on the item that was adopted."""
    item = body.conferences.get(number=22).items.get(number="2.4")
    declare(by, item=item.pk, member=member, text="Bayern hält daran fest.")


def with_veto(body: Body) -> None:
    """Store rules under which one member's objection holds publication back."""
    text = shipped_texts("intmk")[-1].replace("per_part = true", "veto = true")
    text = text.replace("valid_from = 2020-07-01", "valid_from = 2026-11-01")
    StoredRulebook.objects.create(
        body=body, valid_from="2026-11-01", text=text, stored_at=NOW
    )
