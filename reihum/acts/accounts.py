"""Accounts (Konten): who signs in, and for whom they act.

Only the command line calls these so far, for whoever may run commands on this machine.
A password is never written into the journal.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.records.models import Account, Body, Member, Seat
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be, with its one seat in the body.

    `office`: it belongs to the office (Geschäftsstelle) while its Land has the chair.
    """

    name: str
    title: str
    member: str
    office: bool = False
    email: str = ""


@act
def create_account(by: By, *, account: NewAccount, password: str) -> int | Refusal:
    """Create an account with a seat in the body; return its primary key."""
    if Account.objects.filter(username=account.name).exists():
        return Refusal.conflict(
            f"Das Konto „{account.name}“ gibt es schon.",
            f"The account “{account.name}” exists already.",
            "name",
        )
    if refusal := _check_seat(by, account) or _check_password(password):
        return refusal
    return _create(by, account, make_password(password)).pk


@act
def create_missing(
    by: By, *, accounts: Sequence[NewAccount], password: str
) -> tuple[str, ...] | Refusal:
    """Create those of the accounts that are missing; return their names.

    They share one password, and its hash: hashing is slow on purpose.
    """
    names = {account.name for account in accounts}
    there = Account.objects.filter(username__in=names).values_list(
        "username", flat=True
    )
    known = set(there)
    missing = [account for account in accounts if account.name not in known]
    if not missing:
        return ()
    for account in missing:
        if refusal := _check_seat(by, account):
            return refusal
    if refusal := _check_password(password):
        return refusal
    hashed = make_password(password)
    return tuple(_create(by, account, hashed).username for account in missing)


@act
def set_password(by: By, *, names: Sequence[str], password: str) -> int | Refusal:
    """Give accounts a new password, one for all; return how many there are."""
    if refusal := _check_password(password):
        return refusal
    rows = Account.objects.filter(username__in=names)
    count = rows.update(password=make_password(password))
    for name in rows.order_by("username").values_list("username", flat=True):
        note(by, "account.set_password", f"account:{name}")
    return count


def _create(by: By, account: NewAccount, hashed: str) -> Account:
    row = Account.objects.create(
        username=account.name, title=account.title, email=account.email,
        password=hashed,
    )  # fmt: skip
    body = Body.objects.get(slug=by.body)
    Seat.objects.create(
        account=row, body=body, member=account.member, office=account.office
    )
    data = {"title": account.title, "office": account.office}
    note(by, "account.create", f"account:{account.name}", data, member=account.member)
    return row


def _check_seat(by: By, account: NewAccount) -> Refusal | None:
    members = Member.objects.filter(body__slug=by.body, code=account.member)
    if members.exists():
        return None
    return Refusal.unknown(
        f"„{account.member}“ ist kein Mitglied und kein Gast dieser Konferenz.",
        f"“{account.member}” is no member and no guest of this conference.",
        "member",
    )


def _check_password(password: str) -> Refusal | None:
    try:
        validate_password(password)
    except ValidationError:
        return Refusal.invalid(
            "Dieses Kennwort ist zu leicht zu erraten. Es braucht mindestens zehn "
            "Zeichen und darf keines der üblichen sein.",
            "This password is too easy to guess. It needs at least ten characters and "
            "must not be one of the usual ones.",
            "password",
        )
    return None
