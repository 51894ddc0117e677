"""The door of the office: nobody acts without a name and a seat."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from reihum.acts.door import By, by
from reihum.look.answers import STATUS, said
from reihum.office.frame import frame
from reihum.office.links import address
from reihum.reads.actors import NOBODY
from reihum.reads.clock import now
from reihum.rules.words import Refusal

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, By, P], HttpResponse]


def in_office(view: View[...]) -> Callable[..., HttpResponse]:
    """Let somebody with a seat in the body in; send others to sign in, or away.

    The address names the body as `<slug:body>`; the view gets who acts in it instead.
    """

    @wraps(view)
    def entered(request: HttpRequest, body: str, **kwargs: Any) -> HttpResponse:  # noqa: ANN401  (what the address says)
        if not request.user.is_authenticated:
            return redirect_to_login(_came_for(request, body))
        who = by(request.user.pk, body, now())
        if who.actor == NOBODY or not _seated(who):
            raise Http404
        answer = view(request, who, **kwargs)
        add_never_cache_headers(answer)  # nothing stays behind after signing out
        return answer

    return entered


def _came_for(request: HttpRequest, body: str) -> str:
    """Return where to go after signing in: a form's address alone shows nothing."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return address("office:desk", body)


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form sent, also an empty one; nothing where a page is only read."""
    return request.POST if request.method == "POST" else None


def _seated(who: By) -> bool:
    actor = who.actor
    return bool(actor.members or actor.office_of or actor.bund or actor.guest)


def page(
    request: HttpRequest,
    who: By,
    template: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Render a page of the office inside its frame."""
    return render(
        request,
        f"office/{template}.html",
        {"frame": frame(request, who), "by": who, **context},
        status=status,
    )


def refused(request: HttpRequest, who: By, refusal: Refusal) -> HttpResponse:
    """Answer with a page of its own that says what was refused and why."""
    return page(
        request, who, "refused", {"sentence": said(refusal.text)}, STATUS[refusal.why]
    )
