"""Accounts to try out: everybody can find them, and nobody else can read them."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth import authenticate

from reihum.acts.history import importer, load
from reihum.records.models import Account, Seat
from reihum.site import data
from reihum.site.demo.accounts import accounts, prepare, table
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def file(tmp_path):
    load(importer("intmk", NOW), history=data.intmk(), source="test")
    return tmp_path / "var" / "konten.txt"


def phrase_in(file) -> str:
    return re.search(r"Kennwort für alle: (\S+)", file.read_text("utf-8"))[1]


def test_every_land_has_a_coordinator_and_an_office_and_there_is_a_guest(file):
    assert prepare(file, NOW) == 33
    assert Seat.objects.filter(office=True).count() == 16
    assert Account.objects.filter(username="thueringen", title="Koordination Thüringen")
    assert Seat.objects.get(account__username="bund").member == "bundesministerium"


def test_the_list_names_every_account_and_the_password_that_opens_it(file):
    prepare(file, NOW)
    listed = file.read_text("utf-8")
    assert all(account.name in listed for account in accounts())
    assert re.fullmatch(r"([a-z]+-){3}\d\d", phrase_in(file))
    assert authenticate(username="bayern", password=phrase_in(file))
    assert max(map(len, listed.splitlines())) <= 80


def test_only_the_owner_can_read_the_list(file):
    prepare(file, NOW)
    assert file.stat().st_mode & 0o777 == 0o600


def test_doing_it_twice_keeps_accounts_and_password(file, journal_length):
    prepare(file, NOW)
    before, lines = file.read_text("utf-8"), journal_length()
    assert prepare(file, NOW) == 0
    assert (file.read_text("utf-8"), journal_length()) == (before, lines)


def test_a_lost_list_means_a_new_password_for_all(file):
    prepare(file, NOW)
    old = phrase_in(file)
    file.unlink()
    assert prepare(file, NOW) == 0
    assert authenticate(username="buero-rp", password=phrase_in(file))
    assert authenticate(username="bayern", password=old) is None


def test_accounts_for_a_new_database_get_the_password_that_is_listed(file):
    prepare(file, NOW)
    old = phrase_in(file)
    Seat.objects.all().delete()
    Account.objects.all().delete()
    prepare(file, NOW)
    assert phrase_in(file) == old
    assert authenticate(username="bayern", password=old)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (datetime(2026, 11, 23, 12, tzinfo=UTC), "buero-rp"),
        (datetime(2018, 1, 15, 12, tzinfo=UTC), "buero-by"),
        (datetime(2040, 1, 15, 12, tzinfo=UTC), "bayern"),
    ],
)
def test_the_office_in_the_chair_stands_first(file, day, first):
    rows = table("a-b-c-10", day).splitlines()
    assert rows[4].split()[0] == first
    assert all(account.name in "\n".join(rows) for account in accounts())
