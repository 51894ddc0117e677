from dataclasses import replace
from datetime import date, timedelta

import pytest

from reihum.acts.ballots import declare
from reihum.acts.resolutions import ask_release, end_objection, object_to, publish
from reihum.reads.journal import verify
from reihum.records.models import (
    Account,
    JournalEntry,
    OutboxMessage,
    ReleaseObjection,
    Resolution,
)
from reihum.rules.release import Part
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW
from tests.paper import adopted, with_statement, with_veto

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
TODAY = date(2026, 11, 23)
UNTIL = date(2026, 12, 7)
AFTER_THE_TERM = NOW.replace(year=2027, month=7, day=1)


@pytest.fixture
def key(office, acting, intmk) -> str:
    key = adopted(office, intmk)
    with_statement(acting("BY"), intmk)
    return key


@pytest.fixture
def vetoed(intmk, key) -> str:
    with_veto(intmk)
    return key


@pytest.fixture
def unchanged(key):
    def state():
        return (
            list(Resolution.objects.values()),
            list(ReleaseObjection.objects.values()),
            JournalEntry.objects.count(),
        )

    before = [state()]

    def check(done: object, why: Why, words: str) -> None:
        assert isinstance(done, Refusal), done
        assert done.why is why
        assert words in done.text.de
        assert done.text.en not in ("", done.text.de)
        assert state() == before[0]

    check.again = lambda: before.__setitem__(0, state())
    return check


def row(key: str) -> Resolution:
    return Resolution.objects.get(key=key)


def later(by, day: date):
    return replace(by, now=NOW + (day - TODAY))


# ── asking ─────────────────────────────────────────────────────────────────
def test_the_office_asks_for_the_release_until_a_day(office, key):
    assert ask_release(office, key=key, until=UNTIL) == UNTIL
    assert (row(key).release_asked_at, row(key).release_until) == (NOW, UNTIL)
    entry = JournalEntry.objects.get(act="resolution.ask_release")
    assert entry.subject == f"resolution:{row(key).pk}"
    assert "2026-12-07" in entry.data


def test_whoever_is_asked_gets_a_letter(office, account, key):
    Account.objects.filter(pk=account("SN").pk).update(email="sn@example.org")
    Account.objects.filter(pk=account("bundesministerium").pk).update(
        email="gast@example.org"
    )
    ask_release(office, key=key, until=UNTIL)
    letter = OutboxMessage.objects.get(kind="mail").payload
    assert letter["to"] == ["sn@example.org"]
    assert letter["subject"] == "IntMK 22-2.4: Freigabe erbeten"
    assert "bis zum 7.\N{NO-BREAK SPACE}Dezember 2026" in letter["body"]
    assert "Rheinland-Pfalz" in letter["body"]


def test_asked_again_the_time_is_longer_but_the_first_asking_stays(office, key):
    ask_release(office, key=key, until=UNTIL)
    longer = UNTIL + timedelta(days=7)
    assert ask_release(later(office, UNTIL), key=key, until=longer) == longer
    assert row(key).release_asked_at == NOW


def test_nobody_but_the_office_in_the_chair_asks(acting, key, unchanged):
    for by in (acting("BY"), acting("RP")):
        done = ask_release(by, key=key, until=UNTIL)
        unchanged(done, Why.FORBIDDEN, "die Geschäftsstelle")
    guest = ask_release(acting("bundesministerium"), key=key, until=UNTIL)
    unchanged(guest, Why.UNKNOWN, "gibt es nicht")
    old = acting("RP", office=True, now=AFTER_THE_TERM)
    unchanged(
        ask_release(old, key=key, until=date(2027, 8, 1)), Why.FORBIDDEN, "Saarland"
    )


def test_asking_until_yesterday_is_refused(office, key, unchanged):
    refusal = ask_release(office, key=key, until=TODAY - timedelta(days=1))
    unchanged(refusal, Why.INVALID, "vorbei")


def test_an_unknown_resolution_is_refused(office, acting, unchanged):
    for done in (
        ask_release(office, key="99-1", until=UNTIL),
        object_to(acting("BY"), key="99-1", member="BY", part="votes"),
        end_objection(acting("BY"), key="99-1", member="BY", part="votes"),
        publish(office, key="99-1", parts=["resolution"]),
    ):
        unchanged(done, Why.UNKNOWN, "gibt es nicht")


# ── objecting ──────────────────────────────────────────────────────────────
def test_a_member_objects_to_one_part_and_may_take_it_back(office, acting, vetoed):
    ask_release(office, key=vetoed, until=UNTIL)
    by = acting("SN")
    assert object_to(
        by, key=vetoed, member="SN", part="votes", reason=" Bitte nicht. "
    ) is (Part.VOTES)
    stored = ReleaseObjection.objects.get()
    assert (stored.member, stored.part, stored.reason) == (
        "SN",
        "votes",
        "Bitte nicht.",
    )
    assert JournalEntry.objects.get(act="resolution.object").member == "SN"

    assert end_objection(by, key=vetoed, member="SN", part="votes") is Part.VOTES
    assert not ReleaseObjection.objects.exists()
    assert JournalEntry.objects.get(act="resolution.end_objection").member == "SN"
    assert verify() is None


def test_nobody_objects_for_another(office, acting, vetoed, unchanged):
    ask_release(office, key=vetoed, until=UNTIL)
    object_to(acting("SN"), key=vetoed, member="SN", part="votes")
    unchanged.again()
    for by in (acting("BY"), office):
        for act in (object_to, end_objection):
            done = act(by, key=vetoed, member="SN", part="votes")
            unchanged(done, Why.FORBIDDEN, "")


def test_a_guest_does_not_know_of_the_resolution(office, acting, vetoed, unchanged):
    ask_release(office, key=vetoed, until=UNTIL)
    unchanged.again()
    guest = acting("bundesministerium")
    done = object_to(guest, key=vetoed, member="bundesministerium", part="votes")
    unchanged(done, Why.UNKNOWN, "gibt es nicht")


def test_an_objection_is_in_time_once_and_to_a_part_there_is(
    office, acting, vetoed, unchanged
):
    by = acting("SN")

    def objecting(who, part="votes"):
        return object_to(who, key=vetoed, member="SN", part=part)

    unchanged(objecting(by), Why.CONFLICT, "noch nicht gefragt")
    ask_release(office, key=vetoed, until=UNTIL)
    unchanged.again()
    unchanged(objecting(by, "annex"), Why.INVALID, "Diesen Teil")
    unchanged(objecting(by, "Beschluss"), Why.INVALID, "Diesen Teil")
    day_after = later(by, UNTIL + timedelta(days=1))
    unchanged(objecting(day_after), Why.CONFLICT, "war bis zum")
    assert objecting(later(by, UNTIL)) is Part.VOTES
    unchanged.again()
    unchanged(objecting(by), Why.CONFLICT, "schon vor")
    none = end_objection(by, key=vetoed, member="SN", part="statement")
    unchanged(none, Why.CONFLICT, "kein Widerspruch")
    odd = end_objection(by, key=vetoed, member="SN", part="?")
    unchanged(odd, Why.INVALID, "Diesen Teil")


# ── publishing ─────────────────────────────────────────────────────────────
def test_without_a_veto_the_office_publishes_what_it_chooses(office, key):
    done = publish(office, key=key, parts=["votes", "resolution"])
    assert done.released == {Part.RESOLUTION, Part.VOTES}
    assert done.pending == {Part.STATEMENT}
    assert row(key).released == ["resolution", "votes"]
    assert row(key).published_at == NOW

    publish(later(office, UNTIL), key=key, parts=["statement"])
    assert row(key).released == ["resolution", "statement", "votes"]
    assert row(key).published_at == NOW
    assert JournalEntry.objects.filter(act="resolution.publish").count() == 2
    assert verify() is None


def test_with_a_veto_the_office_asks_and_waits_and_leaves_out_what_is_blocked(
    office, acting, vetoed, unchanged
):
    everything = ["resolution", "votes", "statement"]
    unchanged(
        publish(office, key=vetoed, parts=everything),
        Why.CONFLICT,
        "fragen Sie zuerst nach der Freigabe",
    )
    ask_release(office, key=vetoed, until=UNTIL)
    object_to(acting("SN"), key=vetoed, member="SN", part="votes")
    unchanged.again()
    on_the_last_day = later(office, UNTIL)
    unchanged(
        publish(on_the_last_day, key=vetoed, parts=["resolution"]),
        Why.CONFLICT,
        "Noch nicht freigegeben",
    )
    after = later(office, UNTIL + timedelta(days=1))
    unchanged(
        publish(after, key=vetoed, parts=everything),
        Why.CONFLICT,
        "Widerspruch von SN",
    )
    done = publish(after, key=vetoed, parts=["resolution", "statement"])
    assert done.pending == {Part.VOTES}


def test_a_choice_that_cannot_be_is_refused(office, key, unchanged):
    for parts, words in (
        ([], "Bitte wählen"),
        (["votes"], "nicht ohne ihn"),
        (["resolution", "annex"], "Diesen Teil"),
        (["resolution", "alles"], "Diesen Teil"),
    ):
        unchanged(publish(office, key=key, parts=parts), Why.INVALID, words)
    publish(office, key=key, parts=["resolution"])
    unchanged.again()
    unchanged(
        publish(office, key=key, parts=["resolution"]), Why.CONFLICT, "Schon veröffent"
    )


def test_rights_to_publish_pass_with_the_chair(acting, key, unchanged):
    old = acting("RP", office=True, now=AFTER_THE_TERM)
    new = acting("SL", office=True, now=AFTER_THE_TERM)
    for by in (old, acting("BY"), acting("SL", office=True)):
        done = publish(by, key=key, parts=["resolution"])
        unchanged(done, Why.FORBIDDEN, "die Geschäftsstelle")
    assert publish(new, key=key, parts=["resolution"]).released == {Part.RESOLUTION}


def test_no_statement_becomes_public_without_its_release(
    office, acting, key, unchanged
):
    publish(office, key=key, parts=["resolution", "statement"])
    unchanged.again()
    item = row(key).item_id
    late = declare(acting("SN"), item=item, member="SN", text="Auch wir.")
    unchanged(late, Why.CONFLICT, "ohne Freigabe öffentlich")
