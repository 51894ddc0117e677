"""Similar earlier resolutions and motions, beside the form and on a motion's page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.asked import whole
from reihum.office.door import in_office, refused
from reihum.reads.conferences import conference
from reihum.reads.motions import MotionRow
from reihum.reads.similar import Similar, similar
from reihum.rules.agenda import unknown_conference
from reihum.rules.likeness import LONGEST
from reihum.rules.motion import LONGEST_TITLE
from reihum.rules.rights import Right, may
from reihum.rules.stages import name_of
from reihum.rules.text import Paragraph


@dataclass(frozen=True, slots=True)
class ShownSimilar:
    """A line: the title with its page, when and what it was, and how alike it is."""

    title: str
    url: str
    note: str
    near: str
    copy: str


@in_office
def motions_similar(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Return what is like the title and text in the address, as a part of a page."""
    if conference(by.body, number) is None:
        return refused(request, by, unknown_conference(number))
    if refusal := may(by.actor, Right.SUBMIT_MOTION, by.chair):
        return refused(request, by, refusal)
    title = request.GET.get("titel", "")[:LONGEST_TITLE]
    text = request.GET.get("text", "")[:LONGEST]
    own = whole(request.GET.get("antrag", ""))
    rows = alike(by, title, text, apart=() if own is None else (own,))
    return render(request, "office/similar_lines.html", {"similar": rows, "by": by})


def alike(
    by: By, title: str, text: str, *, apart: Collection[int] = ()
) -> list[ShownSimilar]:
    """Return what is like a title, as it is shown; nothing to who sees no motions."""
    if not by.viewer.inside or not title.strip():
        return []
    found = similar(by.body, title, text, by.viewer, apart=apart)
    return [shown_similar(by.body, one) for one in found]


def alike_to(by: By, row: MotionRow) -> list[ShownSimilar]:
    """Return what is like a motion, besides those that it came from or went into."""
    kin = (row.pk, row.copied_from, row.split_from, row.merged_into)
    apart = [pk for pk in kin if pk is not None]
    return alike(by, row.title, _plain(row.text), apart=apart)


def shown_similar(body: str, one: Similar) -> ShownSimilar:
    of = one.of
    named = _("%(number)s. Konferenz") % {"number": of.conference}
    where = [named] if of.conference else []
    if of.motion is None:
        url = reverse("office:resolution", args=[body, of.key])
        copy = reverse("office:resolution_copy", args=[body, of.key])
        what = _("Beschluss %(key)s") % {"key": of.key}
    else:
        url = reverse("office:motion", args=[body, of.motion])
        copy = reverse("office:motion_copy", args=[body, of.motion])
        stage = said(name_of(of.stage)) if of.stage else ""
        what = _("Antrag, %(stage)s") % {"stage": stage}
    near = said(one.near.said) if one.near.score else ""
    return ShownSimilar(of.title, url, " · ".join([what, *where]), near, copy)


def _plain(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(one.text for one in paragraphs)


urls = [
    path(
        "<slug:body>/konferenzen/<int:number>/antraege/aehnliche/",
        motions_similar,
        name="motions_similar",
    ),
]
