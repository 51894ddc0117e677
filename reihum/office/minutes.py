"""Minutes (Niederschrift): the draft, what the office writes, the fixed versions."""

from collections.abc import Mapping

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from reihum.acts import minutes as acts
from reihum.acts.door import By
from reihum.formats.minutes import Entry, Minutes, as_markdown
from reihum.formats.minutes import minutes as written_down
from reihum.look.answers import refuse, said
from reihum.look.parts.fields import day_input
from reihum.office.door import in_office, page, refused
from reihum.reads import minutes as reads
from reihum.reads.agenda import agenda, item
from reihum.reads.conferences import ConferenceRow, conference
from reihum.rules.facts import ConferenceState
from reihum.rules.minutes import STATE_NAMES, State
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal

INVALID = 422


class FixForm(forms.Form):
    """What stands around the items, and which version it becomes."""

    opening = forms.CharField(
        label=gettext_lazy("Eröffnung"),
        help_text=gettext_lazy("Steht vor den Tagesordnungspunkten."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    closing = forms.CharField(
        label=gettext_lazy("Schluss"),
        help_text=gettext_lazy("Steht nach den Tagesordnungspunkten."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Fassung"),
        choices=(
            (State.PROVISIONAL.value, gettext_lazy("vorläufig")),
            (State.FINAL.value, gettext_lazy("endgültig: danach ändert sich nichts")),
        ),
        widget=forms.RadioSelect,
    )
    as_of = forms.DateField(
        label=pgettext_lazy("Tag", "Stand"),
        widget=day_input(),
        error_messages={"required": gettext_lazy("Bitte geben Sie den Stand an.")},
    )


class RemarkForm(forms.Form):
    """What the minutes say on an item besides what happened."""

    text = forms.CharField(
        label=gettext_lazy("Hinweis"),
        help_text=gettext_lazy("Steht unter dem Punkt. Leer heißt: kein Hinweis."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


@in_office
def minutes(request: HttpRequest, by: By, number: int) -> HttpResponse:
    held = _held(by, number)
    draft = _draft(by, held)
    versions = reads.versions(by.body, number, by.viewer)
    latest = None
    if draft is None and versions:
        latest = reads.version(by.body, number, versions[-1].number, by.viewer)
    written = draft or (latest[1] if latest else None)
    office = may(by.actor, Right.WRITE_MINUTES, by.chair) is None
    final = any(one.state is State.FINAL for one in versions)
    context = {
        "conference": held,
        "cancelled": held.state is ConferenceState.CANCELLED,
        "written": written,
        "lines": _lines(written, _items(by, number) if office and not final else {}),
        "draft": draft is not None,
        "versions": [(one, said(STATE_NAMES[one.state])) for one in versions],
        "may_write": office and not final,
        "inside": by.viewer.inside,
    }
    return page(request, by, "minutes", context)


@in_office
def minutes_version(
    request: HttpRequest, by: By, number: int, version: int
) -> HttpResponse:
    row, written = _version(by, number, version)
    context = {
        "conference": _held(by, number),
        "version": row,
        "state": said(STATE_NAMES[row.state]),
        "written": written,
        "lines": _lines(written, {}),
    }
    return page(request, by, "minutes_version", context)


@in_office
def minutes_file(
    _request: HttpRequest, by: By, number: int, version: int
) -> HttpResponse:
    """Give a version as a text file."""
    _row, written = _version(by, number, version)
    name = f"niederschrift-{by.body}-{number}-{version}.md"
    answer = HttpResponse(as_markdown(written), "text/markdown; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@in_office
def minutes_fix(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Write what stands around the items; keep it, or fix a version."""
    held = _held(by, number)
    if refusal := may(by.actor, Right.WRITE_MINUTES, by.chair):
        return refused(request, by, refusal)
    if request.method != "POST":
        return _ask(request, by, held, FixForm(initial=_typed(by, held)))
    form = FixForm(request.POST)
    if "keep" in request.POST:
        return _kept(request, by, held, form)
    if not form.is_valid():
        return _ask(request, by, held, form, INVALID)
    done = acts.fix(by, conference=number, **form.cleaned_data)
    if isinstance(done, Refusal):
        return _ask(request, by, held, form, refuse(form, done))
    messages.success(request, _("Die Fassung ist festgeschrieben."))
    return redirect("office:minutes_version", by.body, number, done.version)


@in_office
def minutes_remark(request: HttpRequest, by: By, item_pk: int) -> HttpResponse:
    """Write the remark on an item."""
    row = item(by.body, item_pk, by.viewer)
    if row is None or row.conference is None:
        raise Http404
    if refusal := may(by.actor, Right.WRITE_MINUTES, by.chair):
        return refused(request, by, refusal)
    form = RemarkForm(request.POST or None, initial={"text": row.remark})
    status = 200
    if form.is_valid():
        done = acts.remark(by, item=item_pk, text=form.cleaned_data["text"])
        if not isinstance(done, Refusal):
            messages.success(request, _("Der Hinweis ist gespeichert."))
            return redirect("office:minutes", by.body, row.conference)
        status = refuse(form, done)
    return page(request, by, "minutes_remark", {"item": row, "form": form}, status)


def _held(by: By, number: int) -> ConferenceRow:
    held = conference(by.body, number)
    if held is None:
        raise Http404
    return held


def _version(by: By, number: int, version: int) -> tuple[reads.VersionRow, Minutes]:
    found = reads.version(by.body, number, version, by.viewer)
    if found is None:
        raise Http404
    return found


def _draft(by: By, held: ConferenceRow) -> Minutes | None:
    """Return the minutes as they would be today; for the office alone."""
    number = held.number or 0
    happened = reads.session(by.body, number, by.viewer)
    if happened is None or held.state is ConferenceState.CANCELLED:
        return None
    frame = reads.frame_of(by.body, number, by.viewer)
    return written_down(happened, State.DRAFT, by.today, frame.opening, frame.closing)


def _items(by: By, number: int) -> dict[str, int]:
    """Return the items on which a remark can be written, by number."""
    rows = agenda(by.body, number, by.viewer)
    return {row.number: row.pk for row in rows if not row.section}


def _lines(
    written: Minutes | None, items: Mapping[str, int]
) -> list[tuple[Entry, int | None]]:
    """Return each entry with the item to which a remark can be written."""
    entries = written.entries if written else ()
    return [(entry, items.get(entry.number)) for entry in entries]


def _typed(by: By, held: ConferenceRow) -> dict[str, object]:
    frame = reads.frame_of(by.body, held.number or 0, by.viewer)
    return {
        "opening": frame.opening,
        "closing": frame.closing,
        "state": State.PROVISIONAL.value,
        "as_of": by.today,
    }


def _kept(
    request: HttpRequest, by: By, held: ConferenceRow, form: FixForm
) -> HttpResponse:
    """Keep what was typed; version and date do not matter for that."""
    number = held.number or 0
    texts = {name: request.POST.get(name, "") for name in ("opening", "closing")}
    done = acts.keep(by, conference=number, **texts)
    if isinstance(done, Refusal):
        form.full_clean()
        return _ask(request, by, held, form, refuse(form, done))
    messages.success(request, _("Gespeichert. Festgeschrieben ist noch nichts."))
    return redirect("office:minutes", by.body, number)


def _ask(
    request: HttpRequest,
    by: By,
    held: ConferenceRow,
    form: forms.Form,
    status: int = 200,
) -> HttpResponse:
    context = {"conference": held, "form": form}
    return page(request, by, "minutes_fix", context, status)


ONE = "<slug:body>/konferenzen/<int:number>/niederschrift/"
urls = [
    path(ONE, minutes, name="minutes"),
    path(ONE + "festschreiben/", minutes_fix, name="minutes_fix"),
    path(ONE + "<int:version>/", minutes_version, name="minutes_version"),
    path(ONE + "<int:version>.md", minutes_file, name="minutes_file"),
    path(
        "<slug:body>/punkte/<int:item_pk>/hinweis/",
        minutes_remark,
        name="minutes_remark",
    ),
]
