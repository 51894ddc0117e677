"""A saved search is confirmed before it sends, ends at once, and leaves nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reihum.acts import saved_searches
from reihum.acts.door import by
from reihum.acts.outbox import deliver_due
from reihum.acts.saved_searches import VisitorMail, Wish
from reihum.reads.saved_searches import due, saved_search
from reihum.records.models import JournalEntry, OutboxMessage, SavedSearch
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

WISH = Wish("k1", "jemand@example.org", "uk", "was=Koch", "day", "https://r.example")
LETTER = VisitorMail("Bitte bestätigen", "…", {"List-Unsubscribe": "<x>"})


@pytest.fixture
def visitor(intmk):
    def at(later: timedelta = timedelta()):
        return by(None, "intmk", NOW + later)

    return at


@pytest.fixture
def asked(visitor):
    saved_searches.remember(visitor(), wish=WISH, letter=LETTER)
    return WISH.key


@pytest.fixture
def running(visitor, asked):
    saved_searches.confirm(visitor(), key=asked)
    OutboxMessage.objects.all().delete()
    return asked


def _delivered(now=NOW, send=lambda _payload: None, failures=(OSError,)):
    return deliver_due({"mail": send}, now, failures)


def test_a_wish_is_asked_about_by_mail_and_looks_for_nothing_before(visitor, asked):
    (message,) = OutboxMessage.objects.all()
    assert message.payload["to"] == ["jemand@example.org"]
    assert due(NOW + timedelta(days=1), 9) == ()


def test_nothing_of_a_visitor_stands_in_the_journal(visitor, running):
    saved_searches.report(visitor(), key=running, seen=["own:1"], letter=LETTER)
    saved_searches.end(visitor(), key=running)
    assert not JournalEntry.objects.exists()


def test_a_delivered_mail_to_a_visitor_is_forgotten(asked):
    assert _delivered() == 1
    assert not OutboxMessage.objects.exists()


def test_a_mail_that_never_arrives_is_given_up(asked):
    def refuse(_payload):
        raise OSError

    for tries in range(20):
        _delivered(NOW + timedelta(days=tries), refuse)
    assert not OutboxMessage.objects.exists()


def test_once_confirmed_it_is_due_at_once_and_then_after_a_day(visitor, running):
    assert [row.key for row in due(NOW, 9)] == [running]
    assert saved_searches.report(visitor(), key=running, seen=["own:1"], letter=LETTER)
    assert due(NOW + timedelta(hours=23), 9) == ()
    (row,) = due(NOW + timedelta(days=1), 9)
    assert (row.seen, row.first) == ({"own:1"}, False)


def test_with_nothing_new_no_mail_is_sent(visitor, running):
    sent = saved_searches.report(visitor(), key=running, seen=[], letter=None)
    assert sent is False
    assert not OutboxMessage.objects.exists()


def test_a_find_is_sent_once_even_if_two_clockworks_look_at_the_same_time(
    visitor, running
):
    for expected in (True, False):
        assert (
            saved_searches.report(visitor(), key=running, seen=["a"], letter=LETTER)
            is expected
        )


def test_what_nobody_answered_is_looked_for_again_within_hours_and_not_for_ever(
    visitor, running
):
    moment = timedelta()
    for wait in saved_searches.AGAIN:
        sent = saved_searches.report(
            visitor(moment), key=running, seen=["own:1"], letter=LETTER, answered=False
        )
        assert sent is False
        assert due(NOW + moment + wait - timedelta(minutes=1), 9) == ()
        moment += wait
        (row,) = due(NOW + moment, 9)
        assert (row.seen, row.first) == (frozenset(), True)
    assert moment < timedelta(days=1)
    last = saved_searches.report(
        visitor(moment), key=running, seen=["own:1"], letter=LETTER, answered=False
    )
    assert last is True
    assert due(NOW + moment + timedelta(hours=23), 9) == ()


def test_two_clockworks_that_hear_nothing_have_tried_once(visitor, running):
    for _ in range(2):
        saved_searches.report(
            visitor(), key=running, seen=[], letter=None, answered=False
        )
    assert SavedSearch.objects.get().vain == 1


def test_an_answer_makes_up_for_all_that_was_in_vain(visitor, running):
    saved_searches.report(visitor(), key=running, seen=[], letter=None, answered=False)
    hour = saved_searches.AGAIN[0]
    assert saved_searches.report(visitor(hour), key=running, seen=[], letter=LETTER)
    assert SavedSearch.objects.get().vain == 0
    assert due(NOW + hour + timedelta(hours=23), 9) == ()


def test_after_its_end_nothing_is_sent(visitor, running):
    saved_searches.end(visitor(), key=running)
    assert due(NOW + timedelta(days=9), 9) == ()
    assert (
        saved_searches.report(visitor(), key=running, seen=[], letter=LETTER) is False
    )


def test_ending_twice_is_no_fault_and_one_can_change_ones_mind(visitor, running):
    assert saved_searches.end(visitor(), key=running) == running
    assert saved_searches.end(visitor(), key=running) == running
    saved_searches.confirm(visitor(timedelta(days=1)), key=running)
    row = saved_search(running)
    assert row is not None
    assert (row.confirmed, row.ended) == (True, False)


def test_what_was_never_confirmed_or_ended_long_ago_is_deleted(visitor, asked):
    saved_searches.remember(visitor(), wish=replace(WISH, key="k2"), letter=LETTER)
    saved_searches.confirm(visitor(), key="k2")
    saved_searches.end(visitor(), key="k2")
    assert saved_searches.forget(visitor(timedelta(days=1))) == 0
    assert saved_searches.forget(visitor(timedelta(days=3))) == 1
    assert saved_searches.forget(visitor(timedelta(days=8))) == 1
    assert not SavedSearch.objects.exists()


def test_nobody_can_be_flooded_in_anothers_name(visitor, asked):
    done = [
        saved_searches.remember(
            visitor(), wish=replace(WISH, key=f"x{n}", mail="Jemand@Example.org"),
            letter=LETTER,
        )
        for n in range(3)
    ]  # fmt: skip
    assert [isinstance(one, Refusal) for one in done] == [False, False, True]
    assert done[-1].why is Why.CONFLICT
    assert OutboxMessage.objects.count() == 3


def test_nor_by_the_many_addresses_of_one_mailbox(visitor, asked):
    done = [
        saved_searches.remember(
            visitor(), wish=replace(WISH, key=f"x{n}", mail=f"jemand+{n}@example.org"),
            letter=LETTER,
        )
        for n in range(3)
    ]  # fmt: skip
    assert [isinstance(one, Refusal) for one in done] == [False, False, True]
    other = replace(WISH, key="other", mail="jemandem@example.org")
    assert saved_searches.remember(visitor(), wish=other, letter=LETTER) == "other"


def test_many_addresses_at_once_have_to_wait(visitor, intmk):
    SavedSearch.objects.bulk_create(
        SavedSearch(key=str(n), mail=f"{n}@example.org", asked_at=NOW)
        for n in range(saved_searches.MOST_AT_ONCE)
    )
    refused = saved_searches.remember(visitor(), wish=WISH, letter=LETTER)
    assert isinstance(refused, Refusal)
    later = saved_searches.remember(
        visitor(timedelta(hours=2)), wish=WISH, letter=LETTER
    )
    assert later == WISH.key


def test_a_key_that_nobody_has_is_refused_everywhere(visitor, intmk):
    for act in (saved_searches.confirm, saved_searches.end):
        assert act(visitor(), key="x").why is Why.UNKNOWN
    refused = saved_searches.report(visitor(), key="x", seen=[], letter=None)
    assert refused.why is Why.UNKNOWN


def test_only_a_day_or_a_week_can_be_chosen(visitor, intmk):
    refused = saved_searches.remember(
        visitor(), wish=replace(WISH, every="hour"), letter=LETTER
    )
    assert refused.field == "every"
