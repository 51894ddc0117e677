"""Own advertisements: the list, one with what can be done with it, and its form."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reihum.acts import vacancies as acts
from reihum.acts.door import By
from reihum.formats.job_posting import html_of
from reihum.look.answers import refuse
from reihum.office.door import in_office, page, refused, sent
from reihum.office.vacancy_form import VacancyForm, facts
from reihum.reads import vacancies as reads
from reihum.reads.vacancies import VacancyRow
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal

INVALID = 422


@in_office
def vacancies(request: HttpRequest, by: By) -> HttpResponse:
    rows = reads.vacancies(by.body, by.viewer, by.today)
    context = {
        "drafts": [row for row in rows if row.state == "draft"],
        "shown": [row for row in rows if row.state == "open"],
        "past": [row for row in rows if row.state in {"over", "withdrawn"}],
        "may_write": may(by.actor, Right.PUBLISH_VACANCY, by.chair) is None,
    }
    return page(request, by, "vacancies", context)


@in_office
def vacancy(request: HttpRequest, by: By, vacancy: int) -> HttpResponse:
    row = _found(by, vacancy)
    context = {
        "row": row,
        "mine": _mine(by, row) is None,
        "facts": list(facts(row.vacancy)),
        "text": mark_safe(html_of(row.vacancy.description)),  # noqa: S308  (escaped)
        "needed": mark_safe(html_of(row.vacancy.qualification)),  # noqa: S308
    }
    return page(request, by, "vacancy", context)


@in_office
def vacancy_new(request: HttpRequest, by: By) -> HttpResponse:
    """Write a vacancy; the buttons say whether it is published at once."""
    if refusal := may(by.actor, Right.PUBLISH_VACANCY, by.chair):
        return refused(request, by, refusal)
    form = VacancyForm(_members(by), sent(request))
    if request.method != "POST":
        return _asked(request, by, form)
    if not form.is_valid():
        return _asked(request, by, form, INVALID)
    kept = acts.draft(by, vacancy=form.vacancy())
    if isinstance(kept, Refusal):
        return _asked(request, by, form, refuse(form, kept))
    return _perhaps_published(request, by, kept)


@in_office
def vacancy_edit(request: HttpRequest, by: By, vacancy: int) -> HttpResponse:
    row = _found(by, vacancy)
    if refusal := _mine(by, row):
        return refused(request, by, refusal)
    form = VacancyForm(_members(by, row), sent(request), row.vacancy)
    if request.method != "POST":
        return _asked(request, by, form, row=row)
    if not form.is_valid():
        return _asked(request, by, form, INVALID, row)
    kept = acts.revise(by, vacancy=row.pk, given=form.vacancy())
    if isinstance(kept, Refusal):
        return _asked(request, by, form, refuse(form, kept), row)
    return _perhaps_published(request, by, kept)


@require_POST
@in_office
def vacancy_publish(request: HttpRequest, by: By, vacancy: int) -> HttpResponse:
    done = acts.publish(by, vacancy=vacancy)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Die Stellenanzeige ist veröffentlicht."))
    return redirect("office:vacancy", by.body, vacancy)


@require_POST
@in_office
def vacancy_withdraw(request: HttpRequest, by: By, vacancy: int) -> HttpResponse:
    done = acts.withdraw(by, vacancy=vacancy)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Die Stellenanzeige ist nicht mehr zu sehen."))
    return redirect("office:vacancy", by.body, vacancy)


@require_POST
@in_office
def vacancy_discard(request: HttpRequest, by: By, vacancy: int) -> HttpResponse:
    done = acts.discard(by, vacancy=vacancy)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Der Entwurf ist verworfen."))
    return redirect("office:vacancies", by.body)


def _perhaps_published(request: HttpRequest, by: By, pk: int) -> HttpResponse:
    """Publish what was kept, if that is the button; what was typed is kept anyway."""
    if request.POST.get("do") == "publish":
        done = acts.publish(by, vacancy=pk)
        if isinstance(done, Refusal):
            return _kept_only(request, by, pk, done)
        messages.success(request, _("Die Stellenanzeige ist veröffentlicht."))
    else:
        messages.success(request, _("Gespeichert."))
    return redirect("office:vacancy", by.body, pk)


def _kept_only(request: HttpRequest, by: By, pk: int, refusal: Refusal) -> HttpResponse:
    """Show the form of the draft again, and say what it lacks."""
    row = _found(by, pk)
    form = VacancyForm(_members(by, row), request.POST, row.vacancy)
    form.is_valid()
    return _asked(request, by, form, refuse(form, refusal), row)


def _found(by: By, pk: int) -> VacancyRow:
    row = reads.vacancy(by.body, pk, by.viewer, by.today)
    if row is None:
        raise Http404
    return row


def _mine(by: By, row: VacancyRow) -> Refusal | None:
    return may(by.actor, Right.PUBLISH_VACANCY, by.chair, row.vacancy.member)


def _members(by: By, row: VacancyRow | None = None) -> list[str]:
    """Return for whom somebody can write; the office also for whose vacancy it is."""
    of_row = {row.vacancy.member} if row else set()
    return sorted(by.actor.members | of_row) or sorted(by.actor.office_of)


def _asked(
    request: HttpRequest,
    by: By,
    form: VacancyForm,
    status: int = 200,
    row: VacancyRow | None = None,
) -> HttpResponse:
    context = {"form": form, "groups": list(form.groups()), "row": row}
    return page(request, by, "vacancy_form", context, status)


ONE = "<slug:body>/stellen/<int:vacancy>/"
urls = [
    path("<slug:body>/stellen/", vacancies, name="vacancies"),
    path("<slug:body>/stellen/neu/", vacancy_new, name="vacancy_new"),
    path(ONE, vacancy, name="vacancy"),
    path(ONE + "aendern/", vacancy_edit, name="vacancy_edit"),
    path(ONE + "veroeffentlichen/", vacancy_publish, name="vacancy_publish"),
    path(ONE + "zurueckziehen/", vacancy_withdraw, name="vacancy_withdraw"),
    path(ONE + "verwerfen/", vacancy_discard, name="vacancy_discard"),
]
