"""What happens often is told to the log seldom, with how often it was."""

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic

from typing_extensions import override


class Seldom(logging.Filter):
    """Lets one line pass in so many seconds, and has it say for how many it stands.

    To be hung on a logger whose lines have a single place, for that number. `now` gives
    seconds on a clock that never goes back.
    """

    def __init__(self, seconds: float, now: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._seconds = seconds
        self._now = now
        self._next = 0.0
        self._held_back = 0
        self._lock = Lock()

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        with self._lock:
            self._held_back += 1
            if (now := self._now()) < self._next:
                return False
            self._next = now + self._seconds
            record.args, self._held_back = (self._held_back,), 0
        return True
