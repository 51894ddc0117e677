"""Mandates (Aufträge): the register, one with its chain, and what one does with it."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reihum.acts import mandates as acts
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.look.parts.fields import PartialDateField
from reihum.office.door import in_office, page, refused
from reihum.office.mandate_lines import line, lines, reply_lines, steps
from reihum.reads.mandates import MandateRow, register, replies
from reihum.reads.mandates import mandate as read
from reihum.reads.resolutions import ResolutionRow, resolution
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal

INVALID = 422


class NoteForm(forms.Form):
    """What a resolution asks of whom, and until when."""

    subject = forms.CharField(
        label=gettext_lazy("Was ist zu tun?"),
        help_text=gettext_lazy("Zum Beispiel: Bericht zu Ziffer 4"),
        error_messages={
            "required": gettext_lazy("Bitte schreiben Sie, was zu tun ist.")
        },
    )
    addressee = forms.CharField(
        label=gettext_lazy("Wer soll es tun?"),
        help_text=gettext_lazy("Ein Land, die Vorkonferenz, eine Arbeitsgruppe, …"),
        error_messages={
            "required": gettext_lazy("Bitte schreiben Sie, wer es tun soll.")
        },
    )
    due = PartialDateField(
        label=gettext_lazy("Bis wann?"),
        help_text=gettext_lazy("So genau wie bekannt: 10.2.2027, 2.2027 oder 2027"),
        required=False,
    )


class ReportForm(forms.Form):
    """What has happened."""

    what = forms.CharField(
        label=gettext_lazy("Was ist geschehen?"),
        help_text=gettext_lazy("Ein Satz; er steht danach in der Kette."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": gettext_lazy(
                "Bitte schreiben Sie in einem Satz, was geschehen ist."
            )
        },
    )


@in_office
def mandates(request: HttpRequest, by: By) -> HttpResponse:
    found = register(by.body, by.viewer, by.today)
    context = {
        "waiting": lines(found.waiting),
        "reported": lines(found.reported),
        "closed": lines(found.closed),
    }
    return page(request, by, "mandates", context)


@in_office
def mandate(request: HttpRequest, by: By, mandate: int) -> HttpResponse:
    return _show(request, by, _found(by, mandate), ReportForm())


@require_POST
@in_office
def mandate_report(request: HttpRequest, by: By, mandate: int) -> HttpResponse:
    row, form = _found(by, mandate), ReportForm(request.POST)
    if refusal := may(by.actor, Right.REPORT_ON_MANDATE, by.chair):
        return refused(request, by, refusal)
    if not form.is_valid():
        return _show(request, by, row, form, INVALID)
    done = acts.report(by, mandate=mandate, what=form.cleaned_data["what"])
    if isinstance(done, Refusal):
        return _show(request, by, row, form, refuse(form, done))
    messages.success(request, _("Der Bericht ist eingetragen."))
    return redirect("office:mandate", by.body, mandate)


@require_POST
@in_office
def mandate_close(request: HttpRequest, by: By, mandate: int) -> HttpResponse:
    done = acts.close(by, mandate=mandate)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Der Auftrag ist abgeschlossen."))
    return redirect("office:mandate", by.body, mandate)


@in_office
def mandate_note(request: HttpRequest, by: By, key: str) -> HttpResponse:
    """Note a mandate of a resolution."""
    source = resolution(by.body, key, by.viewer, by.today)
    if source is None:
        raise Http404
    if refusal := may(by.actor, Right.NOTE_MANDATE, by.chair):
        return refused(request, by, refusal)
    if request.method != "POST":
        return _ask(request, by, source, NoteForm())
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _ask(request, by, source, form, INVALID)
    done = acts.note_mandate(by, key=key, **form.cleaned_data)
    if isinstance(done, Refusal):
        return _ask(request, by, source, form, refuse(form, done))
    messages.success(request, _("Der Auftrag ist vermerkt."))
    return redirect("office:mandate", by.body, done)


def _found(by: By, pk: int) -> MandateRow:
    row = read(by.body, pk, by.viewer, by.today)
    if row is None:
        raise Http404
    return row


def _show(
    request: HttpRequest, by: By, row: MandateRow, form: forms.Form, status: int = 200
) -> HttpResponse:
    still_open = row.chain.closed_on is None
    context = {
        "line": line(row),
        "steps": steps(row, by.body),
        "replies": reply_lines(replies(row.chain.pk, by.viewer)),
        "form": form,
        "may_report": still_open
        and may(by.actor, Right.REPORT_ON_MANDATE, by.chair) is None,
        "may_close": still_open
        and may(by.actor, Right.CLOSE_MANDATE, by.chair) is None,
    }
    return page(request, by, "mandate", context, status)


def _ask(
    request: HttpRequest,
    by: By,
    source: ResolutionRow,
    form: forms.Form,
    status: int = 200,
) -> HttpResponse:
    context = {"row": source, "form": form}
    return page(request, by, "mandate_note", context, status)


ONE = "<slug:body>/auftraege/<int:mandate>/"
urls = [
    path("<slug:body>/auftraege/", mandates, name="mandates"),
    path(ONE, mandate, name="mandate"),
    path(ONE + "bericht/", mandate_report, name="mandate_report"),
    path(ONE + "abschluss/", mandate_close, name="mandate_close"),
    path(
        "<slug:body>/beschluesse/<key:key>/auftrag/", mandate_note, name="mandate_note"
    ),
]
