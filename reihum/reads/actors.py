"""Who is behind a request: what they may do, and what they may see."""

from reihum.records.models import Account, Member, Seat
from reihum.rules.facts import MemberKind
from reihum.rules.rights import Actor
from reihum.rules.visibility import STRANGER, Viewer

NOBODY = Actor(
    account="", name="", members=frozenset(), office_of=frozenset(),
    bund=False, guest=False,
)  # fmt: skip


def actor_of(account: int | None, body: str) -> Actor:
    """Return what an account stands for in a body, from its seats."""
    if account is None:
        return NOBODY
    row = Account.objects.filter(pk=account, is_active=True).first()
    if row is None:
        return NOBODY
    seats = list(Seat.objects.filter(account=row, body__slug=body))
    codes = [seat.member for seat in seats]
    held = list(
        Member.objects.filter(body__slug=body, code__in=codes).values_list(
            "code", "kind", "votes"
        )
    )
    kinds = {kind for _, kind, _ in held}
    return Actor(
        account=row.username,
        name=str(row),
        members=frozenset(code for code, _, votes in held if votes),
        office_of=frozenset(seat.member for seat in seats if seat.office),
        bund=MemberKind.BUND in kinds,
        guest=MemberKind.GUEST in kinds,
    )


def viewer_of(actor: Actor, chair: str | None) -> Viewer:
    """Return what an actor may see while `chair` holds the chair."""
    if actor == NOBODY:
        return STRANGER
    return Viewer(
        members=actor.members,
        office=chair is not None and chair in actor.office_of,
        guest=actor.guest or actor.bund,
    )


def bodies_of(account: int) -> tuple[str, ...]:
    """Return the bodies in which an account has a seat, in the order of their slugs."""
    seats = Seat.objects.filter(account=account).order_by("body__slug")
    return tuple(seats.values_list("body__slug", flat=True).distinct())
