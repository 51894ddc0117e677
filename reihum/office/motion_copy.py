"""Beginning a motion with earlier words: choosing them, and what to look at in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reihum.acts import motion_copy as acts
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.office.door import in_office, page, refused, sent
from reihum.office.motion_forms import Plain, ask_for_whom, offer
from reihum.office.similar import ShownSimilar, shown_similar
from reihum.reads.conferences import ConferenceRow, conference, main_conferences
from reihum.reads.motions import MotionRow
from reihum.reads.motions import motion as read_motion
from reihum.reads.resolutions import resolution
from reihum.reads.similar import Similar, candidates, similar
from reihum.rules.agenda import unknown_conference
from reihum.rules.likeness import Near
from reihum.rules.motion import unknown_motion
from reihum.rules.motion_copy import Dated, dated
from reihum.rules.rights import Right, may
from reihum.rules.text import Paragraph
from reihum.rules.words import Refusal

INVALID = 422
SHOWN = 30
Data = Mapping[str, Any] | None


class CopyForm(Plain):
    """For which Land, and for which conference."""

    member = forms.CharField(label=gettext_lazy("Für wen?"))
    conference = forms.ChoiceField(
        label=gettext_lazy("Für welche Konferenz?"),
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie eine Konferenz aus.")
        },
    )

    def __init__(
        self, members: Sequence[str], numbers: Sequence[int], data: Data = None
    ) -> None:
        super().__init__(data, initial={"member": members[0]})
        ask_for_whom(self, members)
        named = [(n, _("%(number)s. Konferenz") % {"number": n}) for n in numbers]
        offer(self, "conference", named)


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be copied: its words, and the names of both pages."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    back: str
    arguments: Mapping[str, Any]


@in_office
def motion_copy(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Take a motion as the start of a new one."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    paragraphs = (*row.text, *row.rationale)
    source = Source(row.title, paragraphs, "office:motion", {"motion": motion})
    return _copy(request, by, source)


@in_office
def resolution_copy(request: HttpRequest, by: By, key: str) -> HttpResponse:
    """Take a resolution as the start of a motion."""
    row = resolution(by.body, key, by.viewer, by.today)
    if row is None:
        raise Http404
    source = Source(row.title, row.text, "office:resolution", {"key": key})
    return _copy(request, by, source)


@in_office
def motion_sources(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """List earlier motions and resolutions; `q` looks for those that are alike."""
    found = conference(by.body, number)
    if found is None:
        return refused(request, by, unknown_conference(number))
    if refusal := may(by.actor, Right.SUBMIT_MOTION, by.chair):
        return refused(request, by, refusal)
    asked = request.GET.get("q", "").strip()
    rows = _asked_for(by, asked) if asked else _newest(by, number)
    context = {"conference": found, "asked": asked, "rows": rows}
    return page(request, by, "motion_sources", context)


def out_of_date(row: MotionRow, found: ConferenceRow | None) -> tuple[Dated, ...]:
    """Return what in a copied draft speaks of an earlier year."""
    if found is None:
        return ()
    return dated(
        row.title,
        (*row.text, *row.rationale),
        year=found.begins.first.year,
        conference=row.conference,
    )


def _copy(request: HttpRequest, by: By, source: Source) -> HttpResponse:
    if refusal := may(by.actor, Right.SUBMIT_MOTION, by.chair):
        return refused(request, by, refusal)
    planned = [one for one in main_conferences(by.body) if one.ours and one.number]
    numbers = sorted(one.number for one in planned if one.number)
    form = CopyForm(sorted(by.actor.members), numbers, sent(request))
    status = INVALID if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        copy = (
            acts.copy_motion if "motion" in source.arguments else acts.copy_resolution
        )
        done = copy(
            by,
            member=given["member"],
            conference=int(given["conference"]),
            **source.arguments,
        )
        if not isinstance(done, Refusal):
            messages.success(request, _("Das ist Ihr Entwurf. Nur Ihr Land sieht ihn."))
            return redirect("office:motion", by.body, done)
        status = refuse(form, done)
    context = {
        "source": source,
        "form": form,
        "conferences": numbers,
        "dated": _dated(source, planned),
    }
    return page(request, by, "motion_copy", context, status)


def _dated(source: Source, planned: Sequence[ConferenceRow]) -> tuple[Dated, ...]:
    first = min(planned, key=lambda one: one.number or 0, default=None)
    if first is None:
        return ()
    return dated(
        source.title,
        source.paragraphs,
        year=first.begins.first.year,
        conference=first.number or 0,
    )


def _asked_for(by: By, asked: str) -> list[ShownSimilar]:
    found = similar(by.body, asked, "", by.viewer)
    return [shown_similar(by.body, one) for one in found]


def _newest(by: By, number: int) -> list[ShownSimilar]:
    """Return the newest of earlier years, without a word on how alike they are."""
    rows = [
        one
        for one in candidates(by.body, by.viewer)
        if one.motion is None or one.conference != number
    ]
    rows.sort(key=lambda one: one.conference or 0, reverse=True)
    return [shown_similar(by.body, Similar(one, Near(0, 0.0))) for one in rows[:SHOWN]]


urls = [
    path(
        "<slug:body>/antraege/<int:motion>/uebernehmen/",
        motion_copy,
        name="motion_copy",
    ),
    path(
        "<slug:body>/beschluesse/<key:key>/uebernehmen/",
        resolution_copy,
        name="resolution_copy",
    ),
    path(
        "<slug:body>/konferenzen/<int:number>/antraege/uebernehmen/",
        motion_sources,
        name="motion_sources",
    ),
]
