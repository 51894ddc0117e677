"""The agenda (Tagesordnung): how it stands, and what the office adds to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reihum.acts import agenda as acts
from reihum.acts.door import By
from reihum.look.answers import refuse, said
from reihum.look.parts.stages import GONE, Tag, tag_of
from reihum.office import items
from reihum.office.door import in_office, page, refused
from reihum.office.motion_forms import NEEDED, Plain
from reihum.office.motion_page import free_numbers
from reihum.reads.agenda import ItemRow
from reihum.reads.agenda import agenda as read_agenda
from reihum.reads.conferences import conference
from reihum.reads.motions import waiting
from reihum.rules.agenda import TOGETHER, unknown_conference
from reihum.rules.blocklist import Candidate, block_of
from reihum.rules.confidential import HIDDEN
from reihum.rules.numbering import refers
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.words import Refusal, Text

INVALID = 422
HEADING, ITEM = "section", "item"


class AddForm(Plain):
    """A heading, or an item that no motion stands behind."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Was kommt hinzu?"),
        choices=(
            (ITEM, gettext_lazy("Ein Punkt ohne Antrag, etwa ein Bericht")),
            (HEADING, gettext_lazy("Eine Überschrift")),
        ),
        widget=forms.RadioSelect,
        initial=ITEM,
    )
    number = forms.CharField(label=gettext_lazy("Nummer"), error_messages=NEEDED)
    title = forms.CharField(label=gettext_lazy("Titel"), error_messages=NEEDED)

    def __init__(
        self, free: Sequence[str], data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={"number": free[-1]})
        if len(free) > 1:
            self.fields["number"].help_text = _(
                "Frei sind zum Beispiel %(numbers)s."
            ) % {"numbers": ", ".join(free)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the agenda, with all that the template needs to print it quickly."""

    row: ItemRow
    title: str
    url: str
    meta: str
    tag: Tag
    gone: bool
    pull: bool


@dataclass(slots=True)
class Group:
    """A heading with its items; items without a heading stand under none."""

    heading: ItemRow | None
    lines: list[Line] = field(default_factory=list)


@in_office
def agenda(request: HttpRequest, by: By, number: int) -> HttpResponse:
    return _show(request, by, number)


@require_POST
@in_office
def add(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Add a heading or an item without a motion."""
    rows = read_agenda(by.body, number, by.viewer)
    form = AddForm(free_numbers(rows), request.POST)
    if refusal := may(by.actor, Right.CHANGE_AGENDA, by.chair):
        return refused(request, by, refusal)
    if not form.is_valid():
        return _show(request, by, number, form, INVALID)
    given = form.cleaned_data
    store = acts.add_section if given["kind"] == HEADING else acts.add_item
    done = store(by, conference=number, number=given["number"], title=given["title"])
    if isinstance(done, Refusal):
        return _show(request, by, number, form, refuse(form, done))
    messages.success(
        request,
        _("TOP %(number)s steht auf der Tagesordnung.") % {"number": given["number"]},
    )
    return redirect("office:agenda", by.body, number)


@require_POST
@in_office
def publish(request: HttpRequest, by: By, number: int) -> HttpResponse:
    done = acts.publish_agenda(by, conference=number)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Die Tagesordnung ist jetzt öffentlich."))
    return redirect("office:agenda", by.body, number)


def _show(
    request: HttpRequest,
    by: By,
    number: int,
    form: AddForm | None = None,
    status: int = 200,
) -> HttpResponse:
    found = conference(by.body, number)
    if found is None:
        return refused(request, by, unknown_conference(number))
    rows = read_agenda(by.body, number, by.viewer)
    office = may(by.actor, Right.CHANGE_AGENDA, by.chair) is None
    context = {
        "conference": found,
        "groups": groups(by, rows),
        "count": sum(not row.section for row in rows),
        "together": together(rows),
        "members": sorted(by.actor.members),
        "office": office,
        "waiting": waiting(by.body, number, by.viewer) if office else (),
        "form": form or AddForm(free_numbers(rows)) if office else None,
    }
    return page(request, by, "agenda", context, status)


def groups(by: By, rows: Iterable[ItemRow]) -> list[Group]:
    """Put each item under its heading: "2.4" under "2", "A3" under "A"."""
    found = [Group(None)]
    pulls = bool(by.actor.members)
    for row in rows:
        if row.section:
            found.append(Group(row))
            continue
        if not _under(found[-1].heading, row):
            found.append(Group(None))
        found[-1].lines.append(_line(by.body, row, pulls=pulls))
    return [group for group in found if group.heading or group.lines]


def together(rows: Iterable[ItemRow]) -> Text | None:
    """Say what is decided together, if anything is."""
    candidates = [
        Candidate(row.number, unanimous=True)
        for row in rows
        if row.treatment in TOGETHER and row.stage is Stage.ON_AGENDA
    ]
    return block_of(candidates).text if candidates else None


def _under(heading: ItemRow | None, row: ItemRow) -> bool:
    if heading is None:
        return True
    prefix = heading.number if heading.number.isalpha() else f"{heading.number}."
    return row.number.startswith(prefix)


def _line(body: str, row: ItemRow, *, pulls: bool) -> Line:
    return Line(
        row=row,
        title=said(HIDDEN) if row.veiled else row.title,
        url="" if row.veiled else reverse("office:item", args=[body, row.pk]),
        meta=_meta(row),
        tag=tag_of(row.stage, row.treatment),
        gone=row.stage in GONE,
        pull=pulls and row.treatment in TOGETHER and row.stage is Stage.ON_AGENDA,
    )


def _meta(row: ItemRow) -> str:
    """Return who stands behind an item, and what it refers to."""
    parts = [", ".join(row.submitters)] if row.submitters else []
    if row.submitters == ("all",):
        parts = [_("alle Länder")]
    if row.cosponsors:
        parts.append(f"{_('Mitantrag')} {', '.join(row.cosponsors)}")
    if row.joined_with:
        parts.append(said(refers(row.joined_with)))
    if row.motto:
        parts.append(f"„{row.motto}“")
    if row.confidential:
        parts.append(_("vertraulich"))
    return " · ".join(parts)


urls = [
    path("<slug:body>/konferenzen/<int:number>/tagesordnung/", agenda, name="agenda"),
    path(
        "<slug:body>/konferenzen/<int:number>/tagesordnung/neu/",
        add,
        name="agenda_add",
    ),
    path(
        "<slug:body>/konferenzen/<int:number>/tagesordnung/veroeffentlichen/",
        publish,
        name="agenda_publish",
    ),
    *items.urls,
]
