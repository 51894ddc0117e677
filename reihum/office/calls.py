"""The call for motions: its deadlines with their reasons, and then it goes out."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy, ngettext

from reihum.acts import conferences as acts
from reihum.acts.door import By
from reihum.look.answers import refuse, said
from reihum.look.parts.fields import day_input
from reihum.office.door import in_office, page, refused, sent
from reihum.office.year import deadline_name
from reihum.reads import conferences as reads
from reihum.reads.timetables import needs_pre_meeting, timetable_of
from reihum.rules.facts import ConferenceState
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal

INVALID = 422
NO_SUCH_DAY = gettext_lazy("Diesen Tag gibt es nicht.")


class CallForm(forms.Form):
    """The call for motions."""

    first_pre_meeting = forms.DateField(
        label=gettext_lazy("Erste Ländervorbesprechung"),
        help_text=gettext_lazy("Von diesem Tag an zählen die Fristen."),
        error_messages={
            "required": gettext_lazy("Bitte geben Sie den Tag an."),
            "invalid": NO_SUCH_DAY,
        },
        widget=day_input(),
    )
    motions_by = forms.DateField(
        label=gettext_lazy("Anderer Anmeldeschluss"),
        help_text=gettext_lazy(
            "Nur wenn Sie vom errechneten Tag abweichen; sonst bleibt das Feld leer."
        ),
        widget=day_input(),
        required=False,
        error_messages={"invalid": NO_SUCH_DAY},
    )
    message = forms.CharField(
        label=gettext_lazy("Text an die Länder"),
        help_text=gettext_lazy(
            "Konferenz, Ort und Fristen stehen von selbst im Schreiben."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
        required=False,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, from_pre_meeting: bool
    ) -> None:
        super().__init__(data)
        if not from_pre_meeting:
            del self.fields["first_pre_meeting"]


@in_office
def call(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Show the deadlines that would be set, and send the call for motions."""
    row = reads.conference(by.body, number)
    if row is None:
        raise Http404
    if refusal := may(by.actor, Right.CALL_FOR_MOTIONS, by.chair):
        return refused(request, by, refusal)
    from_pre_meeting = needs_pre_meeting(by.body, by.today)
    form = CallForm(sent(request), from_pre_meeting=from_pre_meeting)
    if request.method != "POST":
        if row.called_at or row.state is not ConferenceState.PLANNED:
            return redirect("office:conference", by.body, number)
        return _page(request, by, row, form)
    if not form.is_valid():
        return _page(request, by, row, form, INVALID)
    done = acts.call_for_motions(by, number=number, **form.cleaned_data)
    if isinstance(done, Refusal):
        return _page(request, by, row, form, refuse(form, done))
    messages.success(request, _sent(done.letters))
    return redirect("office:conference", by.body, number)


def _page(
    request: HttpRequest,
    by: By,
    row: reads.ConferenceRow,
    form: CallForm,
    status: int = 200,
) -> HttpResponse:
    planned = timetable_of(row, by.today)
    obstacle = said(planned.text) if isinstance(planned, Refusal) else ""
    days = () if isinstance(planned, Refusal) else planned
    context = {
        "row": row,
        "form": form,
        "planned": [(deadline_name(one.kind), one) for one in days],
        "obstacle": obstacle,
    }
    return page(request, by, "call", context, status)


def _sent(letters: int) -> str:
    return ngettext(
        "Der Antragsaufruf ist hinaus: ein Schreiben liegt im Postausgang.",
        "Der Antragsaufruf ist hinaus: %(count)s Schreiben liegen im Postausgang.",
        letters,
    ) % {"count": letters}


urls = [
    path("<slug:body>/konferenzen/<int:number>/antragsaufruf/", call, name="call"),
]
