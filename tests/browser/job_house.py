"""An installation whose job search says what it was given, and waits to be told on.

`python -m tests.browser.job_house PORT` serves it. A search shows one job and waits;
"/_weiter" lets it end, and those that follow.
"""

import os
import sys
import threading
from collections.abc import Iterator

from granian.constants import Interfaces
from granian.server import Server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reihum.site.settings")

from reihum.reads import jobs
from reihum.site.wsgi import application as house
from tests.public.job_search import COOKS, Prepared, many

ON = threading.Event()
PATIENCE = 20  # seconds, so that a test that fails does not hang


class Waiting(Prepared):
    def answers(self, understood, own, today) -> Iterator:
        for answer in super().answers(understood, own, today):
            if answer.complete:
                ON.wait(PATIENCE)
            yield answer


jobs.use(Waiting(entries=(*COOKS, *many(41)), standins=True))


def application(environ, start_response):
    if environ["PATH_INFO"] in {"/_weiter", "/_halt"}:
        (ON.set if environ["PATH_INFO"] == "/_weiter" else ON.clear)()
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"ja"]
    return house(environ, start_response)


if __name__ == "__main__":
    Server(
        "tests.browser.job_house:application", port=int(sys.argv[1]),
        interface=Interfaces.WSGI, blocking_threads=8, log_enabled=False,
    ).serve()  # fmt: skip
