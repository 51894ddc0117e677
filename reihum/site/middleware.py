"""What every answer carries."""

from collections.abc import Callable

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.urls import translate_url
from django.utils.translation import get_language

from reihum.look.languages import speaks
from reihum.public.errors import wrong_way

NOT_ALLOWED = 405
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def no_blank_page(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Say why where only a form, or nothing, can be sent to an address."""

    def with_words(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            response: HttpResponse = HttpResponseNotAllowed(METHODS)
        else:
            response = answer(request)
        if response.status_code != NOT_ALLOWED or response.content:
            return response
        spoken = wrong_way(request)
        spoken.headers["Allow"] = response.headers["Allow"]
        return spoken

    return with_words


class only_what_is_spoken:  # noqa: N801  (a function among functions, but for Django)
    """Lead from a page that does not speak a language to the German one."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., object], *_given: object
    ) -> HttpResponse | None:
        """Redirect where the view does not speak the language of its address."""
        if speaks(view, get_language() or "de"):
            return None
        return HttpResponseRedirect(translate_url(request.get_full_path(), "de"))


def content_security_policy(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid everything from elsewhere, and every style or script in the page."""

    def with_policy(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return with_policy
