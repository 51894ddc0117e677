"""Resolutions (Beschlüsse) on their way to the public: the list, one, its release."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reihum.acts import resolutions as acts
from reihum.acts.door import By
from reihum.look.answers import refuse, said
from reihum.look.parts.fields import day_input
from reihum.look.parts.names import member_name
from reihum.office.door import in_office, page, refused
from reihum.office.mandate_lines import lines
from reihum.office.release_board import board, sign_of
from reihum.reads import resolutions as reads
from reihum.reads.mandates import mandates_of
from reihum.rules.release import PART_NAMES, Part
from reihum.rules.resolution import names_of
from reihum.rules.rights import Right, may
from reihum.rules.verdict import verdict
from reihum.rules.words import Refusal, capital

INVALID = 422
USUAL_TIME = timedelta(days=14)
Sent = Mapping[str, Any] | None


class AskForm(forms.Form):
    """Until when the members may object."""

    until = forms.DateField(
        label=gettext_lazy("Widerspruch möglich bis"),
        widget=day_input(),
        error_messages={"required": gettext_lazy("Bitte geben Sie einen Tag an.")},
    )


class PublishForm(forms.Form):
    """Which parts become public."""

    def __init__(self, pending: Sequence[Part], data: Sent = None) -> None:
        super().__init__(data)
        self.fields["parts"] = forms.MultipleChoiceField(
            label=_("Was wird veröffentlicht?"),
            choices=_named(pending),
            initial=pending,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": _("Bitte wählen Sie, was veröffentlicht wird.")
            },
        )


class ObjectForm(forms.Form):
    """One member's objection to one part."""

    def __init__(
        self, members: Sequence[str], pending: Sequence[Part], data: Sent = None
    ) -> None:
        super().__init__(data)
        one = len(members) == 1
        self.fields["member"] = forms.ChoiceField(
            label=_("Für wen?"),
            choices=[(code, member_name(code)) for code in members],
            initial=members[0],
            widget=forms.HiddenInput if one else forms.Select,
        )
        self.fields["part"] = forms.ChoiceField(
            label=_("Was soll nicht öffentlich werden?"), choices=_named(pending)
        )
        self.fields["reason"] = forms.CharField(
            label=_("Begründung"),
            help_text=_("Sie lesen die Mitglieder, nicht die Öffentlichkeit."),
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )


def _named(parts: Sequence[Part]) -> list[tuple[str, str]]:
    return [(part.value, said(PART_NAMES[part])) for part in parts]


@in_office
def resolutions(request: HttpRequest, by: By) -> HttpResponse:
    rows = reads.resolutions_of(by.body, by.viewer, by.today)
    shown = [(row, sign_of(row.release, by.today), _result(row)) for row in rows]
    context = {
        "pending": [one for one in shown if one[0].release.pending],
        "public": [one for one in shown if not one[0].release.pending],
    }
    return page(request, by, "resolutions", context)


@in_office
def resolution(request: HttpRequest, by: By, key: str) -> HttpResponse:
    return _show(request, by, _found(by, key))


@require_POST
@in_office
def resolution_ask(request: HttpRequest, by: By, key: str) -> HttpResponse:
    row, form = _found(by, key), AskForm(request.POST)
    if refusal := may(by.actor, Right.RELEASE, by.chair):
        return refused(request, by, refusal)
    if not form.is_valid():
        return _show(request, by, row, INVALID, ask=form)
    done = acts.ask_release(by, key=key, until=form.cleaned_data["until"])
    if isinstance(done, Refusal):
        return _show(request, by, row, refuse(form, done), ask=form)
    messages.success(request, _("Die Länder sind nach der Freigabe gefragt."))
    return redirect("office:resolution", by.body, key)


@require_POST
@in_office
def resolution_object(request: HttpRequest, by: By, key: str) -> HttpResponse:
    row = _found(by, key)
    if refusal := may(by.actor, Right.OBJECT_TO_RELEASE, by.chair):
        return refused(request, by, refusal)
    form = ObjectForm(_members(by), _pending(row), request.POST)
    if not form.is_valid():
        return _show(request, by, row, INVALID, objection=form)
    done = acts.object_to(by, key=key, **form.cleaned_data)
    if isinstance(done, Refusal):
        return _show(request, by, row, refuse(form, done), objection=form)
    messages.success(request, _("Ihr Widerspruch ist vermerkt."))
    return redirect("office:resolution", by.body, key)


@require_POST
@in_office
def resolution_end_objection(request: HttpRequest, by: By, key: str) -> HttpResponse:
    sent = {name: request.POST.get(name, "") for name in ("member", "part")}
    done = acts.end_objection(by, key=key, **sent)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Ihr Widerspruch ist zurückgenommen."))
    return redirect("office:resolution", by.body, key)


@require_POST
@in_office
def resolution_publish(request: HttpRequest, by: By, key: str) -> HttpResponse:
    row = _found(by, key)
    if refusal := may(by.actor, Right.PUBLISH, by.chair):
        return refused(request, by, refusal)
    form = PublishForm(_pending(row), request.POST)
    if not form.is_valid():
        return _show(request, by, row, INVALID, publish=form)
    done = acts.publish(by, key=key, parts=form.cleaned_data["parts"])
    if isinstance(done, Refusal):
        return _show(request, by, row, refuse(form, done), publish=form)
    names = said(names_of(done.released))
    messages.success(request, _("Öffentlich ist jetzt: %(names)s.") % {"names": names})
    return redirect("office:resolution", by.body, key)


def _found(by: By, key: str) -> reads.ResolutionRow:
    row = reads.resolution(by.body, key, by.viewer, by.today)
    if row is None:
        raise Http404
    return row


def _show(
    request: HttpRequest,
    by: By,
    row: reads.ResolutionRow,
    status: int = 200,
    **typed: forms.Form,
) -> HttpResponse:
    """Show a resolution; after a refusal with its reason, and with what was typed."""
    office = may(by.actor, Right.RELEASE, by.chair) is None
    context = {
        "row": row,
        "result": _result(row),
        "votes": _votes(row),
        "statements": {code: f"#erklaerung-{code}" for code, _text in row.statements},
        "inside": by.viewer.inside,
        "office": office,
        "board": board(row, by.viewer.members, by.today),
        "mandates": lines(mandates_of(by.body, row.pk, by.viewer, by.today)),
        **(_forms(by, row, office=office) | typed),
    }
    return page(request, by, "resolution", context, status)


def _forms(by: By, row: reads.ResolutionRow, *, office: bool) -> dict[str, Any]:
    """Return the forms for what somebody can do with the release today."""
    shown: dict[str, Any] = {}
    release, pending = row.release, _pending(row)
    if office and pending:
        usual = max(by.today + USUAL_TIME, release.until or by.today)
        free = [part for part in pending if part in release.free_on(by.today)]
        shown["ask"] = AskForm(initial={"until": usual})
        if free:
            shown["publish"] = PublishForm(free)
    left = _not_objected(by, row)
    if by.viewer.members and left and release.open_on(by.today):
        shown["objection"] = ObjectForm(_members(by), left)
    return shown


def _not_objected(by: By, row: reads.ResolutionRow) -> list[Part]:
    """Return the parts to which not all of the viewer's members have objected yet."""
    return [
        part
        for part in _pending(row)
        if not all(row.release.objected(code, part) for code in by.viewer.members)
    ]


def _members(by: By) -> list[str]:
    return sorted(by.viewer.members)


def _pending(row: reads.ResolutionRow) -> list[Part]:
    return [part for part in Part if part in row.release.pending]


def _result(row: reads.ResolutionRow) -> str:
    """Return how the vote ended, as far as the viewer may know."""
    if row.outcome is not None:
        return said(verdict(row.outcome))
    words = said(row.result) if row.result else _("angenommen")
    return capital(words)


def _votes(row: reads.ResolutionRow) -> dict[str, str]:
    if row.outcome is None:
        return {}
    kinds = ("yes", "no", "abstain", "silent", "absent")
    return {code: kind for kind in kinds for code in getattr(row.outcome, kind)}


ONE = "<slug:body>/beschluesse/<key:key>/"
urls = [
    path("<slug:body>/beschluesse/", resolutions, name="resolutions"),
    path(ONE, resolution, name="resolution"),
    path(ONE + "freigabe/", resolution_ask, name="resolution_ask"),
    path(ONE + "widerspruch/", resolution_object, name="resolution_object"),
    path(
        ONE + "widerspruch/ende/",
        resolution_end_objection,
        name="resolution_end_objection",
    ),
    path(ONE + "veroeffentlichung/", resolution_publish, name="resolution_publish"),
]
