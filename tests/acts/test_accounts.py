"""Accounts: who signs in, and for whom they act."""

import pytest
from django.contrib.auth import authenticate

from reihum.acts.accounts import (
    NewAccount,
    create_account,
    create_missing,
    set_password,
)
from reihum.acts.door import by
from reihum.acts.history import importer
from reihum.records.models import Account, JournalEntry
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW

pytestmark = pytest.mark.integration

PHRASE = "birke-hafen-regen-47"
OTHER = "wolke-insel-kreide-12"
WEAK = "1"
BAYERN = NewAccount("bayern", "Koordination Bayern", "BY")
OFFICE = NewAccount("buero-rp", "Büro Rheinland-Pfalz", "RP", office=True)


@pytest.fixture
def machine(intmk):
    """The command line."""
    return importer("intmk", NOW)


def test_an_account_acts_for_its_land_and_signs_in_with_its_password(machine):
    pk = create_account(machine, account=BAYERN, password=PHRASE)
    assert by(pk, "intmk", NOW).actor.members == {"BY"}
    assert authenticate(username="bayern", password=PHRASE).pk == pk


def test_an_office_account_belongs_to_the_office_of_its_land(machine):
    pk = create_account(machine, account=OFFICE, password=PHRASE)
    assert by(pk, "intmk", NOW).actor.office_of == {"RP"}


def test_a_password_is_in_no_journal(machine):
    create_account(machine, account=BAYERN, password=PHRASE)
    set_password(machine, names=["bayern"], password=OTHER)
    lines = list(JournalEntry.objects.values_list("data", flat=True))
    assert len(lines) == 2
    assert not any(PHRASE in line or OTHER in line for line in lines)


def test_missing_accounts_are_added_and_the_others_stay(machine):
    create_account(machine, account=BAYERN, password=PHRASE)
    made = create_missing(machine, accounts=[BAYERN, OFFICE], password=OTHER)
    assert made == ("buero-rp",)
    assert authenticate(username="bayern", password=PHRASE)
    assert authenticate(username="buero-rp", password=OTHER)


def test_nothing_missing_writes_nothing(machine, journal_length):
    create_missing(machine, accounts=[BAYERN], password=PHRASE)
    before = journal_length()
    assert create_missing(machine, accounts=[BAYERN], password=PHRASE) == ()
    assert journal_length() == before


def test_a_new_password_replaces_the_old_one(machine):
    create_missing(machine, accounts=[BAYERN, OFFICE], password=PHRASE)
    assert set_password(machine, names=["bayern"], password=OTHER) == 1
    assert authenticate(username="bayern", password=OTHER)
    assert authenticate(username="bayern", password=PHRASE) is None
    assert authenticate(username="buero-rp", password=PHRASE)


@pytest.mark.parametrize(
    ("account", "password", "refused"),
    [
        (BAYERN, "kurz", (Why.INVALID, "zu leicht")),
        (NewAccount("x", "X", "XX"), PHRASE, (Why.UNKNOWN, "kein Mitglied")),
        (NewAccount("da", "Da", "BY"), PHRASE, (Why.CONFLICT, "gibt es schon")),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_trace(
    machine, journal_length, account, password, refused
):
    create_account(machine, account=NewAccount("da", "Da", "HE"), password=PHRASE)
    before = journal_length()
    refusal = create_account(machine, account=account, password=password)
    assert isinstance(refusal, Refusal)
    why, said = refused
    assert refusal.why is why
    assert said in refusal.text.de
    assert (Account.objects.count(), journal_length()) == (1, before)


@pytest.mark.parametrize(
    ("accounts", "password"),
    [([OFFICE, NewAccount("x", "X", "XX")], PHRASE), ([OFFICE], "kurz")],
)
def test_of_several_accounts_none_is_made_if_one_cannot_be(
    machine, journal_length, accounts, password
):
    refusal = create_missing(machine, accounts=accounts, password=password)
    assert isinstance(refusal, Refusal)
    assert (Account.objects.count(), journal_length()) == (0, 0)


def test_a_weak_new_password_is_refused(machine):
    create_missing(machine, accounts=[BAYERN], password=PHRASE)
    assert isinstance(set_password(machine, names=["bayern"], password=WEAK), Refusal)
    assert authenticate(username="bayern", password=PHRASE)
