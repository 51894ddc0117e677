"""What a thread hears of portals, while the event loop goes on telling."""

from threading import Thread
from time import monotonic

import pytest

from reihum.jobs.answer import State
from reihum.jobs.ask.listening import Listening
from reihum.jobs.ask.strand import Progress

pytestmark = pytest.mark.unit


def test_what_begins_while_we_look_whether_all_is_read_breaks_nothing():
    listening = Listening({"eins": "Eins"}, ["eins"], lambda: False)
    listening.expect("eins", 3)
    begins: list[Thread] = []
    telling = Thread(target=listening.hear, args=("eins", 2, Progress(done=True)))

    class Looked(Progress):
        """Progress during whose look a further strand begins in the loop."""

        @property
        def in_hand(self) -> bool:
            for thread in begins:
                thread.start()
                thread.join(0.05)  # it is not told before we have looked
            begins.clear()
            return False

    listening.hear("eins", 0, Looked())
    listening.hear("eins", 1, Progress())
    begins.append(telling)
    listening.finish(monotonic())
    telling.join()
    (told,) = listening.told(final=True)
    assert told.outcome.state is State.LATE


def test_who_has_nobody_to_ask_has_not_answered():
    listening = Listening({"eins": "Eins"}, ["eins"], lambda: False)
    listening.expect("eins", 0)
    listening.looked()
    (told,) = listening.told(final=True)
    assert (listening.done, told.outcome.state) == (True, State.OFF)
