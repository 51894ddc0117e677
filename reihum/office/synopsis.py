"""The synopsis (Synopse): what all Länder want of one text, and what becomes of it.

Every button is a form: without JavaScript the answer leads back to its row. The script
(`synopsis.js`) asks for the rows that changed, and nothing else.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from reihum.acts import synopsis as acts
from reihum.acts.door import By
from reihum.look.answers import STATUS, said
from reihum.look.asked import whole
from reihum.office import synopsis_files, synopsis_take
from reihum.office.door import in_office, page, refused
from reihum.office.links import address
from reihum.office.synopsis_cards import Clicked
from reihum.office.synopsis_page import Asked, Failed, context
from reihum.office.synopsis_rows import set_rows
from reihum.reads.synopsis import SynopsisView
from reihum.reads.synopsis import synopsis as read_synopsis
from reihum.rules.decision import no_button
from reihum.rules.motion import unknown_motion
from reihum.rules.words import Refusal

PART = "Reihum-Part"  # the header with which the script asks for rows alone
WANTED: dict[str, bool | None] = {"accept": True, "reject": False, "undo": None}
CONSENTS: dict[str, bool | None] = {"yes": True, "no": False, "undo": None}
Do = Callable[[HttpRequest, By, int], tuple[str, str | Refusal, str | None]]


@in_office
def synopsis(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    view = read_synopsis(
        by.body, motion, by.viewer, _number(request.GET.get("fassung"))
    )
    if view is None or not by.viewer.inside:
        return refused(request, by, unknown_motion())
    if PART in request.headers:
        return _part(request, by, view, view, request.headers[PART])
    return _page(request, by, view)


def _page(
    request: HttpRequest,
    by: By,
    view: SynopsisView,
    failed: Failed | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = context(by, view, Asked.of(request), failed)
    shown |= _addressed(request, by, view)
    shown["files"] = synopsis_files.links(by, view)
    shown["parts"] = [
        (group.part, set_rows(request, group.rows, shown)) for group in shown["groups"]
    ]
    return page(request, by, "synopsis", shown, status)


def _addressed(request: HttpRequest, by: By, view: SynopsisView) -> dict[str, Any]:
    """Return the address of the page, and what its forms carry along."""
    kept = _kept(request)
    query = f"?{kept}" if kept else ""
    return {
        "here": address("office:synopsis", by.body, view.motion.pk),
        "kept": kept,
        "by": by,
        "urls": {
            name: address(f"office:synopsis_{name}", by.body, view.motion.pk) + query
            for name in ("decide", "compromise", "consent")
        },
    }


def _kept(request: HttpRequest) -> str:
    """Return the filter as a query, so that a form leads back to the same page."""
    kept = {key: request.GET[key] for key in ("nur", "land") if request.GET.get(key)}
    return urlencode(kept)


def _answer(request: HttpRequest, by: By, motion: int, do: Do) -> HttpResponse:
    """Do what a form asks, and show the row that it stands in."""
    before = read_synopsis(by.body, motion, by.viewer)
    if before is None or not by.viewer.inside:
        return refused(request, by, unknown_motion())
    row, done, typed = do(request, by, motion)
    after = read_synopsis(by.body, motion, by.viewer) or before
    if isinstance(done, Refusal):
        failed, status = Failed(row, said(done.text), typed), STATUS[done.why]
        if PART in request.headers:
            return _part(request, by, before, after, row, failed, status)
        return _page(request, by, after, failed, status)
    if PART in request.headers:
        return _part(request, by, before, after, row, told=done)
    messages.success(request, done)
    return HttpResponseRedirect(_back(request, by, motion, row))


def _back(request: HttpRequest, by: By, motion: int, row: str) -> str:
    kept = _kept(request)
    query = f"?{kept}" if kept else ""
    return f"{address('office:synopsis', by.body, motion)}{query}#{row}"


def _part(  # noqa: PLR0913, PLR0917  (all that an answer in part needs)
    request: HttpRequest,
    by: By,
    before: SynopsisView,
    after: SynopsisView,
    row: str,
    failed: Failed | None = None,
    status: int = 200,
    told: str = "",
) -> HttpResponse:
    """Answer with the rows that are another than before, and the figures above them."""
    asked = Asked.of(request)
    old = {one.id: one for one in before.rows}
    changed = {one.id for one in after.rows if old.get(one.id) != one} | {row}
    compromises = {*before.laid.compromises} ^ {*after.laid.compromises}
    changed |= {one.paragraph for one in compromises}
    shown = context(by, after, asked, failed)
    shown |= _addressed(request, by, after)
    rows = [one for group in shown["groups"] for one in group.rows]
    fresh = [one for one in rows if one.row.id in changed]
    shown |= {
        "changed": set_rows(request, fresh, shown),
        "gone": (changed & {*old}) - {one.row.id for one in rows},
        "told": told or (failed.sentence if failed else ""),
    }
    return render(request, "office/synopsis_part.html", shown, status=status)


@require_POST
@in_office
def decide(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    return _answer(request, by, motion, _decide)


def _decide(
    request: HttpRequest, by: By, motion: int
) -> tuple[str, str | Refusal, str | None]:
    sent, clicked = request.POST, Clicked.of(request.POST.get("do", ""))
    row = clicked.row or sent.get("zeile", "")
    if clicked.do not in WANTED:
        return row, no_button(), None
    wanted = WANTED[clicked.do]
    done = acts.decide(
        by, motion=motion, version=_number(sent.get("fassung")),
        keys=clicked.keys or sent.getlist("key"), accepted=wanted,
        reason=sent.get("reason", ""), seen=clicked.seen,
    )  # fmt: skip
    if isinstance(done, Refusal):
        return row, done, None
    if done.gone and not done.changed:
        words = _("Diesen Wunsch gibt es nicht mehr; er wurde zurückgezogen.")
    else:
        words = {
            True: _("Angenommen."), False: _("Abgelehnt."),
            None: _("Wieder offen."),
        }[wanted]  # fmt: skip
    return row, words, None


@require_POST
@in_office
def accept_undisputed(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    return _answer(request, by, motion, _accept_undisputed)


def _accept_undisputed(
    request: HttpRequest, by: By, motion: int
) -> tuple[str, str | Refusal, str | None]:
    version = _number(request.POST.get("fassung"))
    done = acts.accept_undisputed(by, motion=motion, version=version)
    if isinstance(done, Refusal):
        return "zahlen", done, None
    words = ngettext(
        "%(n)s unstrittiger Wunsch ist angenommen.",
        "%(n)s unstrittige Wünsche sind angenommen.", done.changed,
    )  # fmt: skip
    return "zahlen", words % {"n": done.changed}, None


@require_POST
@in_office
def compromise(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    return _answer(request, by, motion, _compromise)


def _compromise(
    request: HttpRequest, by: By, motion: int
) -> tuple[str, str | Refusal, str | None]:
    sent = request.POST
    version, row = _number(sent.get("fassung")), sent.get("zeile", "")
    seen, typed = _number(sent.get("seen")), sent.get("text", "")
    if sent.get("do") == "end":
        ended = acts.end_compromise(by, motion=motion, version=version, seen=seen)
        words = _("Der Kompromiss ist beendet; die Wünsche stehen wieder da.")
        return row, ended if isinstance(ended, Refusal) else words, None
    done = acts.word_compromise(
        by, motion=motion, version=version, paragraph=row, text=typed, seen=seen
    )
    words = _("Der Kompromiss ist gesichert; die Länder sehen ihn.")
    return row, done if isinstance(done, Refusal) else words, typed


@require_POST
@in_office
def consent(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    return _answer(request, by, motion, _consent)


def _consent(
    request: HttpRequest, by: By, motion: int
) -> tuple[str, str | Refusal, str | None]:
    del motion  # the compromise knows its motion
    sent = request.POST
    row, do = sent.get("zeile", ""), sent.get("do", "")
    if do not in CONSENTS:
        return row, no_button(), None
    agrees = CONSENTS[do]
    done = acts.consent(
        by, compromise=_number(sent.get("compromise")), member=sent.get("member", ""),
        agrees=agrees,
    )  # fmt: skip
    words = {
        True: _("Ihr Land ist einverstanden."),
        False: _("Ihr Land ist nicht einverstanden."),
        None: _("Ihre Antwort ist zurückgenommen."),
    }[agrees]
    return row, done if isinstance(done, Refusal) else words, None


def _number(value: str | None) -> int:
    """Return a number that came in, 0 for none."""
    return whole(value or "") or 0


_PAGE = "<slug:body>/antraege/<int:motion>/synopse/"
urls = [
    path(_PAGE, synopsis, name="synopsis"),
    path(f"{_PAGE}entscheiden/", decide, name="synopsis_decide"),
    path(f"{_PAGE}unstrittige/", accept_undisputed, name="synopsis_undisputed"),
    path(f"{_PAGE}kompromiss/", compromise, name="synopsis_compromise"),
    path(f"{_PAGE}zustimmung/", consent, name="synopsis_consent"),
    *synopsis_take.urls,
    *synopsis_files.urls,
]
