"""Amendments (Änderungsanträge): the page of one, and each button of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reihum.acts import amendments as acts
from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.asked import whole
from reihum.look.parts.names import member_name
from reihum.office import amending, amendment_word
from reihum.office.amendment_page import show
from reihum.office.door import in_office, refused
from reihum.reads import amendments as reads
from reihum.reads.amendments import AmendmentRow
from reihum.reads.motions import MotionRow
from reihum.reads.motions import motion as read_motion
from reihum.rules.amendment import unknown_amendment
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.words import Refusal

Found = tuple[MotionRow, AmendmentRow]


@in_office
def amendment(
    request: HttpRequest, by: By, motion: int, amendment: int
) -> HttpResponse:
    found = _found(by, motion, amendment)
    if found is None:
        return refused(request, by, unknown_amendment())
    return show(request, by, found)


@require_POST
@in_office
def submit(request: HttpRequest, by: By, motion: int, amendment: int) -> HttpResponse:
    """Submit a draft; a file takes the place of earlier ones, if that is wished."""
    found = _found(by, motion, amendment)
    if found is None:
        return refused(request, by, unknown_amendment())
    sent = map(whole, request.POST.getlist("statt"))
    replaces = [pk for pk in sent if pk is not None]
    done = acts.submit(by, amendment=amendment, replaces=replaces)
    if isinstance(done, Refusal):
        return show(request, by, found, done)
    _say_submitted(request, done)
    return redirect("office:amendment", by.body, motion, amendment)


@require_POST
@in_office
def discard(request: HttpRequest, by: By, motion: int, amendment: int) -> HttpResponse:
    done = acts.discard(by, amendment=amendment)
    return _answer(request, by, motion, done, _("Der Entwurf ist verworfen."))


@require_POST
@in_office
def withdraw(request: HttpRequest, by: By, motion: int, amendment: int) -> HttpResponse:
    done = acts.withdraw(by, amendment=amendment)
    return _answer(
        request, by, motion, done, _("Der Änderungsantrag ist zurückgezogen.")
    )


@require_POST
@in_office
def support(request: HttpRequest, by: By, motion: int, amendment: int) -> HttpResponse:
    member = request.POST.get("member", "")
    done = acts.support(by, amendment=amendment, member=member)
    return _answer(
        request, by, motion, done, _("%(name)s unterstützt den Änderungsantrag jetzt.")
    )


@require_POST
@in_office
def end_support(
    request: HttpRequest, by: By, motion: int, amendment: int
) -> HttpResponse:
    member = request.POST.get("member", "")
    done = acts.end_support(by, amendment=amendment, member=member)
    words = _("%(name)s unterstützt den Änderungsantrag nicht mehr.")
    return _answer(request, by, motion, done, words)


@require_POST
@in_office
def settle(request: HttpRequest, by: By, motion: int, amendment: int) -> HttpResponse:
    """Lay a wish aside that was not carried over."""
    place = whole(request.POST.get("stelle", ""))
    done = acts.settle_stale(
        by, amendment=amendment, place=-1 if place is None else place
    )
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Als erledigt vermerkt."))
    return redirect("office:amendment", by.body, motion, amendment)


def _found(by: By, motion: int, amendment: int) -> Found | None:
    """Return an amendment with its motion, which the address names as well."""
    row = reads.amendment(by.body, amendment, by.viewer)
    of = read_motion(by.body, motion, by.viewer)
    if row is None or of is None or row.motion != of.pk:
        return None
    return of, row


def _say_submitted(request: HttpRequest, done: acts.Submitted) -> None:
    if not done.late or done.deadline is None:
        messages.success(request, _("Der Änderungsantrag ist eingereicht."))
        return
    day = said(in_words(PartialDate.of(done.deadline)))
    messages.warning(
        request,
        _(
            "Der Änderungsantrag ist eingereicht, aber verspätet: Die Frist ist am "
            "%(day)s abgelaufen. In der Synopse steht er mit diesem Vermerk."
        )
        % {"day": day},
    )


def _answer(
    request: HttpRequest, by: By, motion: int, done: object, words: str
) -> HttpResponse:
    if isinstance(done, Refusal):
        return refused(request, by, done)
    name = member_name(request.POST.get("member", ""))
    messages.success(request, words % {"name": name} if "%(" in words else words)
    return redirect("office:motion", by.body, motion)


def _route(view: Any, name: str, way: str = "") -> Any:  # noqa: ANN401
    base = "<slug:body>/antraege/<int:motion>/aenderungen/<int:amendment>/"
    return path(f"{base}{way}", view, name=name)


urls = [
    *amending.urls,
    *amendment_word.urls,
    _route(amendment, "amendment"),
    _route(submit, "amendment_submit", "einreichen/"),
    _route(discard, "amendment_discard", "verwerfen/"),
    _route(withdraw, "amendment_withdraw", "zurueckziehen/"),
    _route(support, "amendment_support", "unterstuetzen/"),
    _route(end_support, "amendment_end_support", "nicht-unterstuetzen/"),
    _route(settle, "amendment_settle", "erledigt/"),
]
