"""The chair: the stored terms, what the order proposes next, and a term to store."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reihum.acts import terms as acts
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.look.parts.fields import day_input
from reihum.look.parts.names import member_name
from reihum.office.door import in_office, page, refused, sent
from reihum.reads.chairs import chair_rows, proposed_terms
from reihum.rules.laender import CODES
from reihum.rules.rights import Right, may
from reihum.rules.rotation import Term, gaps
from reihum.rules.words import Refusal

INVALID, AHEAD = 422, 4


class TermForm(forms.Form):
    """One term in the chair, both days included."""

    land = forms.ChoiceField(label=gettext_lazy("Land"))
    begins = forms.DateField(
        label=gettext_lazy("Erster Tag"),
        widget=day_input(),
        error_messages={
            "required": gettext_lazy("Bitte geben Sie den ersten Tag an."),
            "invalid": gettext_lazy("Diesen Tag gibt es nicht."),
        },
    )
    ends = forms.DateField(
        label=gettext_lazy("Letzter Tag"),
        widget=day_input(),
        error_messages={
            "required": gettext_lazy("Bitte geben Sie den letzten Tag an."),
            "invalid": gettext_lazy("Diesen Tag gibt es nicht."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (Django's own)
        super().__init__(*args, **kwargs)
        field = self.fields["land"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (it is one above)
        field.choices = [(code, member_name(code)) for code in CODES]


@in_office
def terms(request: HttpRequest, by: By) -> HttpResponse:
    """List the terms, and store one that was agreed."""
    proposed = proposed_terms(by.body, by.today, AHEAD)
    form = TermForm(sent(request), initial=_suggested(proposed))
    if request.method != "POST":
        return _page(request, by, form, proposed)
    if refusal := may(by.actor, Right.STORE_TERM, by.chair):
        return refused(request, by, refusal)
    if not form.is_valid():
        return _page(request, by, form, proposed, INVALID)
    done = acts.store_term(by, **form.cleaned_data)
    if isinstance(done, Refusal):
        return _page(request, by, form, proposed, refuse(form, done))
    messages.success(request, _("Der Vorsitz ist eingetragen."))
    return redirect("office:terms", by.body)


def _suggested(proposed: tuple[Term, ...]) -> dict[str, str | date | None]:
    """Fill the form with the first proposal: mostly it is what was agreed."""
    if not proposed:
        return {}
    first = proposed[0]
    return {"land": first.land, "begins": first.begins, "ends": first.ends}


def _page(
    request: HttpRequest,
    by: By,
    form: TermForm,
    proposed: tuple[Term, ...],
    status: int = 200,
) -> HttpResponse:
    rows = chair_rows(by.body)
    context = {
        "rows": rows[::-1],
        "proposed": proposed[::-1],
        "gaps": gaps([row.term for row in rows]),
        "today": by.today,
        "form": form,
        "may_store": may(by.actor, Right.STORE_TERM, by.chair) is None,
    }
    return page(request, by, "terms", context, status)


urls = [path("<slug:body>/vorsitz/", terms, name="terms")]
