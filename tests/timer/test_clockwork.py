"""The clockwork delivers real letters to a real mail server."""

import socket
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from reihum.acts import outbox
from reihum.acts.journal import note, post
from reihum.timer import clockwork
from reihum.timer.clockwork import forever, once

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


class Inbox:
    """Keep every letter that arrives."""

    def __init__(self) -> None:
        self.letters = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        self.letters.append((envelope.rcpt_tos, message_from_bytes(
            envelope.content, policy=default
        )))  # fmt: skip
        return "250 OK"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def inbox(settings):
    box = Inbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controller.port
    yield box
    controller.stop()


@pytest.fixture
def letter(office):
    entry = note(office, "call.issue", "conference:22")
    return post(
        entry,
        "mail",
        {
            "to": ["bayern@example.org"],
            "subject": "Antragsaufruf zur 22. Konferenz",
            "body": "Bis zum 3. Februar 2027 können Anträge gestellt werden.",
        },
        office.now,
    )


def test_a_letter_from_the_outbox_arrives(inbox, letter):
    assert once() == 1
    [(to, mail)] = inbox.letters
    assert to == ["bayern@example.org"]
    assert mail["Subject"] == "Antragsaufruf zur 22. Konferenz"
    assert "Anträge" in mail.get_content()


def test_without_a_mail_server_the_letter_waits(settings, letter):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    assert once() == 0
    letter.refresh_from_db()
    assert letter.delivered_at is None
    assert letter.error


class Rounds:
    """Stop after so many rounds, without waiting."""

    def __init__(self, most: int) -> None:
        self.most, self.done = most, 0

    def is_set(self) -> bool:
        return self.done >= self.most

    def wait(self, _seconds: float) -> None:
        self.done += 1


def test_the_clockwork_stops_when_told(letter):
    forever(Rounds(1))
    letter.refresh_from_db()
    assert letter.delivered_at is not None


def test_what_nobody_expected_does_not_stop_the_clockwork(letter, monkeypatch, caplog):
    deliver, rounds = clockwork._mail, iter([True])

    def once_broken(payload) -> None:
        if next(rounds, False):
            raise ValueError
        deliver(payload)

    monkeypatch.setattr(clockwork, "_mail", once_broken)
    monkeypatch.setattr(outbox, "LEASE", timedelta())
    forever(Rounds(2))
    letter.refresh_from_db()
    assert letter.delivered_at is not None
    assert "tries again" in caplog.text
