"""What was promised in an act is done at least once, whatever happens."""

from datetime import timedelta

import pytest

from reihum.acts.journal import note, post
from reihum.acts.outbox import LEASE, deliver_due
from reihum.records.models import OutboxMessage

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def message(office) -> OutboxMessage:
    entry = note(office, "call.issue", "conference:22")
    return post(entry, "mail", {"to": ["by@example.org"]}, office.now)


def test_a_message_is_delivered_once(office, message):
    seen: list[object] = []
    assert deliver_due({"mail": seen.append}, office.now, (OSError,)) == 1
    assert deliver_due({"mail": seen.append}, office.now, (OSError,)) == 0
    assert seen == [{"to": ["by@example.org"]}]


def test_a_message_that_is_not_due_waits(office, message):
    earlier = office.now - timedelta(seconds=1)
    assert deliver_due({"mail": print}, earlier, (OSError,)) == 0


def test_a_failure_is_tried_again_later_and_later(office, message):
    def broken(_payload):
        raise OSError("Der Mailserver antwortet nicht.")

    now, waits = office.now, []
    for _ in range(3):
        assert deliver_due({"mail": broken}, now, (OSError,)) == 0
        message.refresh_from_db()
        waits.append(message.due_at - now)
        now = message.due_at
    assert waits == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert message.error == "Der Mailserver antwortet nicht."


def test_what_a_dead_process_had_begun_is_taken_up_after_its_lease(office, message):
    class Killed(BaseException):
        """The process is gone in the middle of a delivery."""

    def dies(_payload):
        raise Killed

    with pytest.raises(Killed):
        deliver_due({"mail": dies}, office.now, (OSError,))
    seen: list[object] = []
    assert deliver_due({"mail": seen.append}, office.now, (OSError,)) == 0
    assert deliver_due({"mail": seen.append}, office.now + LEASE, (OSError,)) == 1


def test_a_kind_that_this_process_does_not_know_is_left_for_another(office, message):
    assert deliver_due({"index": print}, office.now, (OSError,)) == 0
    message.refresh_from_db()
    assert message.attempts == 0
