"""Conferences: the list, one of them, planning, cancelling."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reihum.acts import conferences as acts
from reihum.acts.door import By
from reihum.look.answers import refuse, said
from reihum.look.parts.fields import PartialDateField
from reihum.office.door import in_office, page, refused, sent
from reihum.office.steps import steps
from reihum.office.year import deadline_name, meeting_name
from reihum.reads import conferences as reads
from reihum.reads.desk import desk
from reihum.reads.rulebooks import rulebook_on
from reihum.rules.dates import PartialDate, span_in_words
from reihum.rules.deadlines import Calendar, due
from reihum.rules.facts import ConferenceKind, Mode
from reihum.rules.planning import KIND_NAMES
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal, capital

INVALID = 422
MODES = (
    (Mode.IN_PERSON.value, gettext_lazy("vor Ort")),
    (Mode.VIDEO.value, gettext_lazy("per Videokonferenz")),
)
BESIDE = (ConferenceKind.PREPARATORY, ConferenceKind.AUTUMN, ConferenceKind.SPECIAL)


def _date(label: Any, *, required: bool = True, hint: Any = "") -> PartialDateField:  # noqa: ANN401  (Django's lazy text)
    return PartialDateField(
        label=label,
        required=required,
        max_length=12,
        help_text=hint,
        error_messages={"required": gettext_lazy("Bitte geben Sie an, wann.")},
    )


class PlanForm(forms.Form):
    """A main conference."""

    number = forms.IntegerField(
        label=gettext_lazy("Nummer"),
        min_value=1,
        max_value=9999,
        error_messages={"required": gettext_lazy("Bitte geben Sie die Nummer an.")},
    )
    begins = _date(
        gettext_lazy("Erster Tag"),
        hint=gettext_lazy("So genau wie bekannt: 14.4.2027, 4.2027 oder 2027"),
    )
    ends = _date(gettext_lazy("Letzter Tag"), required=False)
    place = forms.CharField(label=gettext_lazy("Ort"), max_length=120, required=False)
    mode = forms.ChoiceField(
        label=gettext_lazy("Form"),
        choices=MODES,
        widget=forms.RadioSelect,
        initial=Mode.IN_PERSON.value,
    )
    motto = forms.CharField(label=gettext_lazy("Motto"), max_length=200, required=False)


class BesideForm(forms.Form):
    """A meeting that belongs to a main conference."""

    kind = forms.ChoiceField(label=gettext_lazy("Was"), widget=forms.RadioSelect)
    begins = _date(
        gettext_lazy("Erster Tag"),
        hint=gettext_lazy("So genau wie bekannt: 10.3.2027, 3.2027 oder 2027"),
    )
    ends = _date(gettext_lazy("Letzter Tag"), required=False)
    place = forms.CharField(label=gettext_lazy("Ort"), max_length=120, required=False)
    mode = forms.ChoiceField(
        label=gettext_lazy("Form"),
        choices=MODES,
        widget=forms.RadioSelect,
        initial=Mode.IN_PERSON.value,
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"kind": ConferenceKind.PREPARATORY.value})
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (it is one above)
        field.choices = [(kind.value, _capital(kind)) for kind in BESIDE]


class CancelForm(forms.Form):
    """Why a conference does not take place."""

    note = forms.CharField(
        label=gettext_lazy("Warum fällt sie aus?"),
        help_text=gettext_lazy("Der Satz steht auch auf der öffentlichen Seite."),
        max_length=300,
        error_messages={
            "required": gettext_lazy("Bitte sagen Sie, warum die Konferenz ausfällt.")
        },
    )


def _capital(kind: ConferenceKind) -> str:
    return capital(said(KIND_NAMES[kind]))


@in_office
def conferences(request: HttpRequest, by: By) -> HttpResponse:
    """List all conferences, the newest first."""
    rows = reads.main_conferences(by.body)
    context = {"rows": rows, "may_plan": _may(by, Right.PLAN_CONFERENCE)}
    return page(request, by, "conferences", context)


@in_office
def conference_new(request: HttpRequest, by: By) -> HttpResponse:
    """Plan a main conference."""
    if refusal := may(by.actor, Right.PLAN_CONFERENCE, by.chair):
        return refused(request, by, refusal)
    numbers = [row.number or 0 for row in reads.main_conferences(by.body)]
    initial = {"number": max(numbers, default=0) + 1}
    form = PlanForm(sent(request), initial=initial)
    if request.method != "POST":
        return page(request, by, "conference_new", {"form": form})
    if not form.is_valid():
        return page(request, by, "conference_new", {"form": form}, INVALID)
    done = acts.plan(by, **_meeting(form.cleaned_data))
    if isinstance(done, Refusal):
        return page(request, by, "conference_new", {"form": form}, refuse(form, done))
    messages.success(
        request, _("Die %(number)s. Konferenz ist geplant.") % {"number": done}
    )
    return redirect("office:conference", by.body, done)


@in_office
def conference(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Show one conference: its dates, the meetings around it, how far it is."""
    return _overview(request, by, number)


@in_office
def conference_beside(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Plan a meeting around the conference; the form stands on its page."""
    form = BesideForm(sent(request))
    if request.method != "POST":
        return redirect("office:conference", by.body, number)
    if refusal := may(by.actor, Right.PLAN_CONFERENCE, by.chair):
        return refused(request, by, refusal)
    if not form.is_valid():
        return _overview(request, by, number, beside=form, status=INVALID)
    done = acts.plan_other(by, main=number, **_meeting(form.cleaned_data))
    if isinstance(done, Refusal):
        return _overview(request, by, number, beside=form, status=refuse(form, done))
    messages.success(request, _("Das Treffen steht im Kalender."))
    return redirect("office:conference", by.body, number)


@in_office
def conference_cancel(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Cancel the conference; the form stands on its page."""
    form = CancelForm(sent(request))
    if request.method != "POST":
        return redirect("office:conference", by.body, number)
    if refusal := may(by.actor, Right.CANCEL_CONFERENCE, by.chair):
        return refused(request, by, refusal)
    if not form.is_valid():
        return _overview(request, by, number, cancel=form, status=INVALID)
    done = acts.cancel(by, number=number, note=form.cleaned_data["note"])
    if isinstance(done, Refusal):
        return _overview(request, by, number, cancel=form, status=refuse(form, done))
    messages.success(
        request, _("Die %(number)s. Konferenz ist abgesagt.") % {"number": number}
    )
    return redirect("office:conference", by.body, number)


def _overview(  # noqa: PLR0913  (a page with three forms)
    request: HttpRequest,
    by: By,
    number: int,
    *,
    beside: BesideForm | None = None,
    cancel: CancelForm | None = None,
    status: int = 200,
) -> HttpResponse:
    row = reads.conference(by.body, number)
    if row is None:
        raise Http404
    office = by.viewer.office
    prepared = row.ours or row.called_at is not None
    context = {
        "row": row,
        "prepared": prepared,
        "meetings": [(meeting_name(other), other) for other in row.others],
        "deadlines": [(deadline_name(one.kind), one) for one in row.deadlines],
        "may_call": row.ours
        and row.called_at is None
        and _may(by, Right.CALL_FOR_MOTIONS),
        "steps": steps(row, desk(by.body, number, by.today, by.viewer))
        if office and prepared
        else (),
        "beside": beside or (BesideForm() if _plans(by, row) else None),
        "cancel": cancel or (CancelForm() if _cancels(by, row) else None),
        "window": _window(by, row),
    }
    return page(request, by, "conference", context, status)


def _may(by: By, right: Right) -> bool:
    return may(by.actor, right, by.chair) is None


def _plans(by: By, row: reads.ConferenceRow) -> bool:
    return row.ours and _may(by, Right.PLAN_CONFERENCE)


def _cancels(by: By, row: reads.ConferenceRow) -> bool:
    to_come = (row.ends or row.begins).last >= by.today
    return to_come and row.ours and _may(by, Right.CANCEL_CONFERENCE)


def _window(by: By, row: reads.ConferenceRow) -> str:
    """Return when the rules want the preparatory conference to meet, if they say so."""
    book, session = rulebook_on(by.body, by.today), row.begins.exact
    rule = book.preparatory if book else None
    if session is None or rule is None or not (rule.earliest and rule.latest):
        return ""
    first = due(session, rule.earliest, Calendar()).day
    last = due(session, rule.latest, Calendar()).day
    when = said(span_in_words(PartialDate.of(first), PartialDate.of(last)))
    return _("Nach der Regel trifft sich die Vorkonferenz vom %(when)s.") % {
        "when": when
    }


def _meeting(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was entered as the values that the acts take."""
    values = {**data, "mode": Mode(data["mode"])}
    if "kind" in values:
        values["kind"] = ConferenceKind(values["kind"])
    return values


ONE = "<slug:body>/konferenzen/<int:number>/"
urls = [
    path("<slug:body>/konferenzen/", conferences, name="conferences"),
    path("<slug:body>/konferenzen/neu/", conference_new, name="conference_new"),
    path(ONE, conference, name="conference"),
    path(ONE + "treffen/", conference_beside, name="conference_beside"),
    path(ONE + "absage/", conference_cancel, name="conference_cancel"),
]
