"""Only so many search at a time; one more is told so at once, at hardly any cost.

A place is taken before a request is looked at any closer. Who finds none is given a
page that asks nothing of database or portals, and that comes back by itself: each at a
moment of its own, so that those who were turned away together do not return together.
"""

import logging
from collections.abc import Callable
from functools import wraps
from math import ceil
from threading import Lock
from time import monotonic

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http import StreamingHttpResponse as Streaming
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.log import log_response

from reihum.public import jobs_sentences as sentences
from reihum.public.jobs_json import json_error
from reihum.public.jobs_stream import PLACES, Place, kept_until_sent
from reihum.public.seldom import Seldom
from reihum.public.spoken import complete

LEAST, MOST = 5, 60  # seconds until somebody who was turned away comes back
SILENCE = 60.0  # seconds between two lines of the log
LOG = logging.getLogger(__name__)
LOG.addFilter(Seldom(SILENCE))
FULL = "Die Stellensuche ist voll; gebeten, später wiederzukommen: %d"

View = Callable[[HttpRequest], HttpResponseBase]
Question = Callable[[HttpRequest], bool]


class Turns:
    """Gives each that comes a later moment, `spacing` seconds apart."""

    def __init__(self, spacing: float) -> None:
        self._spacing = spacing
        self._last = 0.0
        self._lock = Lock()

    def seconds(self, now: float) -> int:
        """Return in how many whole seconds the next one's turn is.

        `now` is in seconds of a clock that never goes back.
        """
        with self._lock:
            turn = max(self._last + self._spacing, now + LEAST)
            self._last = min(turn, now + MOST)
            return ceil(round(self._last - now, 3))  # 5 + t - t may be 5.000000001


# As many come back in a time as can be served in it, if each search takes its longest.
TURNS = Turns(settings.REIHUM_JOBS.deadline_seconds / settings.REIHUM_JOBS.at_once)


def in_a_place(wanted: Question, machine: Question) -> Callable[[View], View]:
    """Let a view work in a place, where one is `wanted`; without one it is not called.

    `machine` says of a request whether it is turned away as JSON or as a page.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def placed(request: HttpRequest) -> HttpResponseBase:
            if not wanted(request):
                return view(request)
            place = PLACES.take()
            if place is None:
                return turned_away(request, machine=machine(request))
            return _answered(view, request, place)

        return placed

    return decorate


def _answered(view: View, request: HttpRequest, place: Place) -> HttpResponseBase:
    """Leave the place with the answer, or with the last part of it."""
    try:
        answer = view(request)
    except BaseException:
        place.leave()
        raise
    if isinstance(answer, Streaming):
        return kept_until_sent(answer, place)
    place.leave()
    return answer


def turned_away(request: HttpRequest, *, machine: bool) -> HttpResponse:
    """Return the kind no, with when to come back; a page comes back by itself."""
    seconds = str(TURNS.seconds(monotonic()))
    answer = json_error(sentences.busy(), 503, "busy") if machine else _page(request)
    answer.headers["Retry-After"] = seconds
    if not machine:
        answer.headers["Refresh"] = seconds
    # What Django finds noted already it does not note as an error of ours.
    log_response(
        FULL, 1, response=answer, request=request, logger=LOG, level="warning"
    )  # fmt: skip
    return answer


def _page(request: HttpRequest) -> HttpResponse:
    """Return the page; without the request no context processor has any work."""
    words = {
        "machine_translated": not complete(),
        "again": request.get_full_path(),
        "search": reverse("public:job_search"),
    }
    return HttpResponse(render_to_string("public/jobs/busy.html", words), status=503)
