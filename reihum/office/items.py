"""One agenda item (TOP): its wording, how it is dealt with, and how it ends."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reihum.acts import agenda as acts
from reihum.acts.door import By
from reihum.look.answers import refuse, said
from reihum.look.asked import whole
from reihum.look.parts.names import member_name
from reihum.look.parts.stages import tag_of
from reihum.office.door import in_office, page, refused
from reihum.office.motion_forms import Plain, offer, treatments
from reihum.reads.agenda import ItemRow, agenda
from reihum.reads.agenda import item as item_of
from reihum.reads.motions import motion
from reihum.rules.agenda import ENDINGS, TOGETHER, unknown_item
from reihum.rules.numbering import refers
from reihum.rules.rights import Right, may
from reihum.rules.stages import Move, Stage, Treatment, move, name_of
from reihum.rules.words import Refusal

INVALID = 422
Data = Mapping[str, Any] | None


class TreatmentForm(Plain):
    """How the item is dealt with."""

    treatment = forms.ChoiceField(label=gettext_lazy("Art der Behandlung"))

    def __init__(self, row: ItemRow, data: Data = None) -> None:
        super().__init__(data, initial={"treatment": row.treatment})
        offer(self, "treatment", treatments(late=row.late))


class JoinForm(Plain):
    """The item with which this one is dealt with."""

    with_item = forms.ChoiceField(
        label=gettext_lazy("Gemeinsam behandeln mit"),
        help_text=gettext_lazy(
            "Der andere Punkt bekommt beide Nummern, dieser verweist auf ihn."
        ),
        error_messages={"required": gettext_lazy("Bitte wählen Sie einen Punkt aus.")},
    )

    def __init__(self, others: Sequence[ItemRow], data: Data = None) -> None:
        super().__init__(data)
        offer(
            self,
            "with_item",
            [
                ("", _("Bitte wählen")),
                *((row.pk, f"{_('TOP')} {row.number}: {row.title}") for row in others),
            ],
        )


class EndForm(Plain):
    """How the item ends without a vote."""

    move = forms.ChoiceField(
        label=gettext_lazy("Was ist aus dem Punkt geworden?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Bitte wählen Sie eines aus.")},
    )

    def __init__(self, data: Data = None) -> None:
        super().__init__(data)
        offer(
            self,
            "move",
            (
                (one, said(name_of(end)))
                for one in ENDINGS
                if isinstance(end := move(Stage.ON_AGENDA, one), Stage)
            ),
        )


@in_office
def item(request: HttpRequest, by: By, item: int) -> HttpResponse:
    row = _row(by, item)
    if row is None:
        return refused(request, by, unknown_item())
    return _show(request, by, row)


@require_POST
@in_office
def treat(request: HttpRequest, by: By, item: int) -> HttpResponse:
    row = _row(by, item)
    if row is None:
        return refused(request, by, unknown_item())
    form = TreatmentForm(row, request.POST)
    if not form.is_valid() and _changes(by, row):
        return _show(request, by, row, INVALID, treatment_form=form)
    treatment = Treatment(form.cleaned_data.get("treatment", "none"))
    done = acts.set_treatment(by, item=item, treatment=treatment)
    if isinstance(done, Refusal):
        if not _changes(by, row):
            return refused(request, by, done)
        return _show(request, by, row, refuse(form, done), treatment_form=form)
    return _done(request, by, item, _("Die Behandlung ist festgelegt."))


@require_POST
@in_office
def join(request: HttpRequest, by: By, item: int) -> HttpResponse:
    row = _row(by, item)
    if row is None:
        return refused(request, by, unknown_item())
    form = JoinForm(_others(by, row), request.POST)
    if not form.is_valid() and _changes(by, row):
        return _show(request, by, row, INVALID, join_form=form)
    done = acts.join(
        by, item=item, with_item=int(form.cleaned_data.get("with_item") or 0)
    )
    if isinstance(done, Refusal):
        if not _changes(by, row):
            return refused(request, by, done)
        return _show(request, by, row, refuse(form, done), join_form=form)
    return _done(request, by, done, _("Die Punkte werden gemeinsam behandelt."))


@require_POST
@in_office
def end(request: HttpRequest, by: By, item: int) -> HttpResponse:
    row = _row(by, item)
    if row is None:
        return refused(request, by, unknown_item())
    form = EndForm(request.POST)
    if not form.is_valid() and _changes(by, row):
        return _show(request, by, row, INVALID, end_form=form)
    done = acts.finish(by, item=item, move=Move(form.cleaned_data.get("move", "note")))
    if isinstance(done, Refusal):
        if not _changes(by, row):
            return refused(request, by, done)
        return _show(request, by, row, refuse(form, done), end_form=form)
    return _done(request, by, item, _("Das ist vermerkt."))


@require_POST
@in_office
def pull(request: HttpRequest, by: By) -> HttpResponse:
    """Take an item out of the block, in the name of a member: "17 BY"."""
    item, _space, member = request.POST.get("pull", "").partition(" ")
    pk = whole(item)
    row = None if pk is None else _row(by, pk)
    if pk is None or row is None:
        return refused(request, by, unknown_item())
    done = acts.pull_from_block(by, item=pk, member=member)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    words = _("%(name)s hat TOP %(number)s aus dem Block genommen.")
    messages.success(
        request, words % {"name": member_name(member), "number": row.number}
    )
    return redirect("office:agenda", by.body, row.conference or 0)


def _show(
    request: HttpRequest, by: By, row: ItemRow, status: int = 200, **refused_: Plain
) -> HttpResponse:
    changes = _changes(by, row)
    context: dict[str, Any] = {
        "item": row,
        "tag": tag_of(row.stage, row.treatment),
        "state": state(row),
        "refers": said(refers(row.joined_with)) if row.joined_with else "",
        "motion": motion(by.body, row.motion, by.viewer) if row.motion else None,
        "changes": changes,
        "votable": changes and isinstance(move(row.stage, Move.OPEN_VOTE), Stage),
        "pulls": sorted(by.actor.members)
        if row.treatment in TOGETHER and row.stage is Stage.ON_AGENDA
        else (),
        "members": sorted(by.actor.members),
    }
    if changes:
        others = _others(by, row)
        context |= {
            "treatment_form": TreatmentForm(row),
            "join_form": JoinForm(others) if others else None,
            "end_form": EndForm(),
        }
    return page(request, by, "item", {**context, **refused_}, status)


def state(row: ItemRow) -> str:
    """Return how far the item is and how it is dealt with, in words."""
    words = [said(name_of(row.stage))]
    if row.stage is Stage.ON_AGENDA and row.treatment is not Treatment.NONE:
        words.append(said(name_of(row.treatment)))
    return " · ".join(words)


def _changes(by: By, row: ItemRow) -> bool:
    """Return whether the page offers to change the item."""
    office = may(by.actor, Right.CHANGE_AGENDA, by.chair) is None
    return office and not row.section and row.stage is Stage.ON_AGENDA


def _others(by: By, row: ItemRow) -> list[ItemRow]:
    """Return the items with which this one can be joined."""
    return [
        other
        for other in agenda(by.body, row.conference or 0, by.viewer)
        if other.stage is Stage.ON_AGENDA and not other.section and other.pk != row.pk
    ]


def _row(by: By, pk: int) -> ItemRow | None:
    return item_of(by.body, pk, by.viewer)


def _done(request: HttpRequest, by: By, pk: int, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("office:item", by.body, pk)


def _route(address: str, view: Any, name: str) -> Any:  # noqa: ANN401
    return path(f"<slug:body>/punkte/{address}", view, name=name)


urls = [
    _route("aus-dem-block/", pull, "item_pull"),
    _route("<int:item>/", item, "item"),
    _route("<int:item>/behandlung/", treat, "item_treat"),
    _route("<int:item>/verbinden/", join, "item_join"),
    _route("<int:item>/beenden/", end, "item_end"),
]
