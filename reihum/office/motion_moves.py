"""What one does with a motion: each button of its page is one view and one act."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reihum.acts import agenda, motions
from reihum.acts.door import By
from reihum.look.answers import refuse, said
from reihum.look.parts.names import member_name
from reihum.office.door import in_office, refused
from reihum.office.motion_forms import BundesratForm, PlaceForm
from reihum.office.motion_page import can_answer, can_place, place_form, show
from reihum.reads.motions import MotionRow, motion
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.motion import unknown_motion
from reihum.rules.stages import Move, Stage, Treatment
from reihum.rules.words import Refusal

INVALID = 422


@require_POST
@in_office
def submit(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    row = _row(by, motion)
    if row is None:
        return refused(request, by, unknown_motion())
    form = BundesratForm(row.bundesrat, request.POST)
    if not form.is_valid() and row.stage is Stage.DRAFT:
        return show(request, by, row, INVALID, bundesrat_form=form)
    done = motions.submit(by, motion=motion, bundesrat=form.answer)
    if isinstance(done, Refusal):
        if row.stage is not Stage.DRAFT:
            return refused(request, by, done)
        return show(request, by, row, refuse(form, done), bundesrat_form=form)
    say_submitted(request, done)
    return redirect("office:motion", by.body, motion)


@require_POST
@in_office
def discard(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    number = motions.discard(by, motion=motion)
    if isinstance(number, Refusal):
        return refused(request, by, number)
    messages.success(request, _("Der Entwurf ist verworfen."))
    return redirect("office:motions", by.body, number)


@require_POST
@in_office
def cosponsor(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    member = request.POST.get("member", "")
    done = motions.cosponsor(by, motion=motion, member=member)
    return _answer(request, by, motion, done, _("%(name)s trägt den Antrag jetzt mit."))


@require_POST
@in_office
def leave(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    member = request.POST.get("member", "")
    done = motions.end_cosponsorship(by, motion=motion, member=member)
    return _answer(
        request, by, motion, done, _("%(name)s trägt den Antrag nicht mehr mit.")
    )


@require_POST
@in_office
def withdraw(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    member = request.POST.get("member", "")
    done = motions.withdraw(by, motion=motion, member=member)
    if not isinstance(done, Refusal) and done.remaining:
        words = _("%(name)s stellt den Antrag nicht mehr; die anderen bleiben dabei.")
    else:
        words = _("Der Antrag ist zurückgezogen. Seine Nummer bleibt frei.")
    return _answer(request, by, motion, done, words)


@require_POST
@in_office
def bundesrat(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    row = _row(by, motion)
    if row is None:
        return refused(request, by, unknown_motion())
    form = BundesratForm(row.bundesrat, request.POST)
    if not form.is_valid() and can_answer(by, row):
        return show(request, by, row, INVALID, bundesrat_form=form)
    done = motions.check_bundesrat(by, motion=motion, answer=form.answer)
    return _answer(request, by, motion, done, _("Die Antwort ist vermerkt."))


@require_POST
@in_office
def place(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Put a motion on the agenda; a late one is admitted by that."""
    row = _row(by, motion)
    if row is None:
        return refused(request, by, unknown_motion())
    form = place_form(by, row, request.POST)
    if not form.is_valid() and can_place(by, row):
        return show(request, by, row, INVALID, place_form=form)
    done = _place(by, row, form)
    if isinstance(done, Refusal):
        if not can_place(by, row):
            return refused(request, by, done)
        return show(request, by, row, refuse(form, done), place_form=form)
    messages.success(
        request,
        _("Der Antrag steht als TOP %(number)s auf der Tagesordnung.")
        % {"number": form.cleaned_data["number"]},
    )
    return redirect("office:motion", by.body, motion)


@require_POST
@in_office
def leave_out(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Do not admit a late motion, drop one, or defer it."""
    wanted = request.POST.get("move", "")
    done: int | Refusal
    if wanted == Move.REFUSE_ADMISSION:
        done = agenda.refuse_admission(by, motion=motion)
    else:
        done = agenda.leave_out(by, motion=motion, move=wanted)
    return _answer(
        request, by, motion, done, _("Der Antrag kommt nicht auf die Tagesordnung.")
    )


def say_submitted(request: HttpRequest, done: motions.SubmitDone) -> None:
    """Say that a motion has arrived, and what it means if it came late."""
    if not done.late or done.deadline is None:
        messages.success(request, _("Der Antrag ist eingereicht."))
        return
    day = said(in_words(PartialDate.of(done.deadline)))
    messages.warning(
        request,
        _(
            "Der Antrag ist eingereicht, aber verfristet: Die Frist ist am %(day)s "
            "abgelaufen. Er muss zugelassen werden, ehe er auf die Tagesordnung kommt."
        )
        % {"day": day},
    )


def _place(by: By, row: MotionRow, form: PlaceForm) -> int | Refusal:
    number = form.cleaned_data.get("number", "")
    if row.stage is Stage.LATE:
        return agenda.admit_late(by, motion=row.pk, number=number)
    treatment = Treatment(form.cleaned_data.get("treatment", Treatment.NONE))
    return agenda.place(by, motion=row.pk, number=number, treatment=treatment)


def _row(by: By, pk: int) -> MotionRow | None:
    return motion(by.body, pk, by.viewer)


def _answer(
    request: HttpRequest, by: By, pk: int, done: object, words: str
) -> HttpResponse:
    if isinstance(done, Refusal):
        return refused(request, by, done)
    name = member_name(request.POST.get("member", ""))
    messages.success(request, words % {"name": name} if "%(" in words else words)
    return redirect("office:motion", by.body, pk)


def _route(address: str, view: Any, name: str) -> Any:  # noqa: ANN401
    return path(f"<slug:body>/antraege/<int:motion>/{address}/", view, name=name)


urls = [
    _route("einreichen", submit, "motion_submit"),
    _route("verwerfen", discard, "motion_discard"),
    _route("mittragen", cosponsor, "motion_cosponsor"),
    _route("nicht-mittragen", leave, "motion_leave"),
    _route("zurueckziehen", withdraw, "motion_withdraw"),
    _route("bundesrat", bundesrat, "motion_bundesrat"),
    _route("einordnen", place, "motion_place"),
    _route("nicht-einordnen", leave_out, "motion_leave_out"),
]
