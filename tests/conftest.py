"""What many tests need: the IntMK in its demonstration year, and people who act."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import hypothesis
import pytest
from django.test import Client
from django.utils import translation

from reihum.acts.door import By, by
from reihum.records.models import (
    Account,
    Body,
    BodyName,
    ChairTerm,
    Conference,
    JournalEntry,
    Member,
    Seat,
)
from reihum.rules.dates import PartialDate
from reihum.rules.laender import LAENDER

# Speed is measured in bench/, never asserted: a busy machine must not fail a law.
# In CI the examples are the same in every run; elsewhere each run tries new ones.
hypothesis.settings.register_profile(
    "reihum", deadline=None, derandomize=os.environ.get("CI") == "true"
)
hypothesis.settings.load_profile("reihum")

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # a Monday, 9 o'clock in Germany


@pytest.fixture(autouse=True)
def _no_language_left() -> Iterator[None]:
    """Forget the language of the last page: the next test begins in German."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _still_clock(settings):
    """Let every test live on one Monday morning."""
    settings.REIHUM_NOW = NOW


@pytest.fixture
def intmk(db) -> Body:
    """The IntMK: 16 members, a guest, two chair terms, the 22nd conference planned."""
    body = Body.objects.create(slug="intmk", short="IntMK", founded="2007-04-27")
    BodyName.objects.create(
        body=body, name="Integrationsministerkonferenz", kind="usual"
    )
    Member.objects.bulk_create(
        Member(
            body=body, code=land.code, kind="land", name=land.name,
            name_en=land.name_en, votes=True, position=position,
        )
        for position, land in enumerate(LAENDER, 1)
    )  # fmt: skip
    Member.objects.create(
        body=body, code="bundesministerium", kind="guest",
        name="Bundesministerium mit Zuständigkeit für Integration",
        votes=False, position=17,
    )  # fmt: skip
    for land, begins, ends in (
        ("NW", date(2025, 7, 1), date(2026, 6, 30)),
        ("RP", date(2026, 7, 1), date(2027, 6, 30)),
        ("SL", date(2027, 7, 1), date(2028, 6, 30)),
    ):
        ChairTerm.objects.create(body=body, land=land, begins=begins, ends=ends)
    Conference.objects.create(
        body=body, number=22, begins=PartialDate(2027, 4, 14),
        ends=PartialDate(2027, 4, 15), place="Mainz", chair="RP", demo=True,
    )  # fmt: skip
    return body


@pytest.fixture
def account(intmk) -> Callable[..., Account]:
    """Make, or find again, the account of a member: `account("BY")`."""

    def make(member: str, *, office: bool = False, name: str = "") -> Account:
        name = name or f"{'buero-' if office else ''}{member.lower()}"
        found, new = Account.objects.get_or_create(username=name)
        if new:
            Seat.objects.create(account=found, body=intmk, member=member, office=office)
        return found

    return make


@pytest.fixture
def acting(account) -> Callable[..., By]:
    """Say who acts when: `acting("RP", office=True)`."""

    def who(member: str, *, office: bool = False, now: datetime = NOW, **more) -> By:
        return by(account(member, office=office, **more).pk, "intmk", now)

    return who


@pytest.fixture
def office(acting) -> By:
    """The office of the Land in the chair."""
    return acting("RP", office=True)


@pytest.fixture
def signed_in(account) -> Callable[..., Client]:
    """Give a browser that is signed in: `signed_in("BY")`."""

    def client(member: str, *, office: bool = False, **more) -> Client:
        browser = Client()
        browser.force_login(account(member, office=office, **more))
        return browser

    return client


@pytest.fixture
def journal_length(db) -> Callable[[], int]:
    """Count the lines of the journal."""
    return JournalEntry.objects.count


@pytest.fixture
def shared_dir() -> Path:
    """The folder with the field's material beside a checkout, where there is one."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("left out: this test compares with ../shared, which is not here")
    return folder
