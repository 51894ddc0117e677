"""The log hears of what happens often only now and then, and how often it was."""

import logging

import pytest

from reihum.public.seldom import Seldom

pytestmark = pytest.mark.unit


class Clock:
    """A clock that a test sets."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def told(seldom: Seldom) -> str | None:
    """Say something once; return what of it comes into the log."""
    line = logging.LogRecord("test", logging.WARNING, "", 0, "es waren %d", (1,), None)
    return line.getMessage() if seldom.filter(line) else None


def test_the_first_is_told_at_once_and_the_next_after_a_minute_with_their_number():
    clock = Clock()
    seldom = Seldom(60, clock)
    assert told(seldom) == "es waren 1"
    clock.seconds += 59.9
    assert [told(seldom) for _ in range(150)] == [None] * 150
    clock.seconds += 0.1
    assert told(seldom) == "es waren 151"
    assert told(seldom) is None
