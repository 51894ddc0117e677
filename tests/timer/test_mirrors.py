"""The clockwork sees to it that no visitor is the first to wait for a mirror."""

from datetime import timedelta

import pytest

from reihum.reads import jobs
from reihum.timer import mirrors
from reihum.timer.clockwork import forever, once
from tests.conftest import NOW
from tests.timer.test_clockwork import Rounds

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


class Renewing:
    """A job search that counts how often it is to renew."""

    def __init__(self):
        self.times = 0
        self.breaks = False

    def renew(self):
        self.times += 1
        if self.breaks:
            raise OSError


@pytest.fixture
def search(monkeypatch):
    monkeypatch.setattr(mirrors, "_looked", [])
    made = Renewing()
    jobs.use(made)
    yield made
    jobs.use(None)


def test_it_is_looked_at_the_start_and_every_few_minutes(intmk, search, settings):
    forever(Rounds(3))
    assert search.times == 1
    settings.REIHUM_NOW = NOW + mirrors.EVERY
    forever(Rounds(3))
    assert search.times == 2
    settings.REIHUM_NOW += timedelta(minutes=1)
    forever(Rounds(1))
    assert search.times == 2


def test_a_clockwork_that_ends_after_one_turn_begins_nothing(intmk, search):
    once()
    assert search.times == 0


def test_what_goes_wrong_with_it_does_not_hold_up_the_mail(
    intmk, search, monkeypatch, caplog
):
    search.breaks = True
    done = []
    monkeypatch.setattr("reihum.timer.clockwork.once", lambda: done.append(1))
    forever(Rounds(1))
    assert done == [1]
    assert "tries again" in caplog.text
