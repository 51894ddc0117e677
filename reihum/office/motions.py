"""Motions (Anträge): those of a conference, one of them, and the form to write one."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from reihum.acts import motions as acts
from reihum.acts.door import By
from reihum.look.answers import refuse, said
from reihum.look.parts.stages import Tag, tag_of
from reihum.office import motion_copy, motion_family, motion_moves, similar, versions
from reihum.office.door import in_office, page, refused
from reihum.office.motion_forms import MotionForm, as_typed
from reihum.office.motion_kept import keep_word
from reihum.office.motion_page import late, show
from reihum.office.similar import alike
from reihum.reads.conferences import ConferenceRow, conference
from reihum.reads.mandates import open_mandates
from reihum.reads.motions import MotionRow, motions_of
from reihum.reads.motions import motion as read_motion
from reihum.reads.rulebooks import rulebook_on
from reihum.rules.agenda import unknown_conference
from reihum.rules.deadlines import days_left
from reihum.rules.facts import BeforeBundesrat, ConferenceState
from reihum.rules.motion import unknown_motion
from reihum.rules.numbering import sort_key
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.text import write
from reihum.rules.text.whole import Parts
from reihum.rules.words import Refusal

INVALID = 422


@dataclass(frozen=True, slots=True)
class Line:
    """A motion in the list, with its tag and what is still to be looked at."""

    motion: MotionRow
    tag: Tag
    note: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What is to stand in the form: parts of a text for a conference, or in a draft.

    `more` is what else the page shows.
    """

    conference: ConferenceRow
    row: MotionRow | None
    parts: Parts
    more: dict[str, Any]


@in_office
def motions(request: HttpRequest, by: By, number: int) -> HttpResponse:
    found = conference(by.body, number)
    if found is None:
        return refused(request, by, unknown_conference(number))
    rows = [_line(row) for row in motions_of(by.body, number, by.viewer)]
    waiting = (Stage.SUBMITTED, Stage.LATE)
    placed = [line for line in rows if line.motion.item is not None]
    context = {
        "conference": found,
        "deadlines": _deadlines(by, found),
        "may_submit": _may_submit(by) and found.state is ConferenceState.PLANNED,
        "drafts": [line for line in rows if line.motion.stage is Stage.DRAFT],
        "waiting": [line for line in rows if line.motion.stage in waiting],
        "placed": sorted(placed, key=lambda line: sort_key(line.motion.number)),
        "out": [line for line in rows if _is_out(line.motion)],
    }
    return page(request, by, "motions", context)


@in_office
def motion(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    return show(request, by, row)


@in_office
def motion_new(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Write a motion: keep it as a draft, or submit it."""
    found = conference(by.body, number)
    if found is None:
        return refused(request, by, unknown_conference(number))
    if refusal := may(by.actor, Right.SUBMIT_MOTION, by.chair):
        return refused(request, by, refusal)
    form = _form(request, by)
    status = INVALID if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        done = _store_new(by, number, form)
        if not isinstance(done, Refusal):
            return _stored(request, by, done)
        status = refuse(form, done)
    return _page(request, by, found, form, status)


@in_office
def motion_edit(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Go on writing a draft."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    found = conference(by.body, row.conference)
    if row.stage is not Stage.DRAFT or found is None:
        return redirect("office:motion", by.body, motion)
    form = _form(request, by, row)
    status = INVALID if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        done = _store(by, motion, form)
        if not isinstance(done, Refusal):
            return _stored(request, by, done)
        status = refuse(form, done)
    return _page(request, by, found, form, status)


def _form(request: HttpRequest, by: By, row: MotionRow | None = None) -> MotionForm:
    members = row.submitters if row else sorted(by.actor.members)
    book = rulebook_on(by.body, by.today)
    data = request.POST if request.method == "POST" else None
    typed = as_typed(row) if row else None
    mandates = open_mandates(by.body, by.viewer)
    return MotionForm(members, book, data, typed, mandates)


def _store_new(
    by: By, number: int, form: MotionForm
) -> acts.SubmitDone | int | Refusal:
    member, wording = form.cleaned_data["member"], form.wording()
    store = acts.submit_new if form.submits else acts.draft
    return store(by, member=member, conference=number, **wording)


def _store(by: By, pk: int, form: MotionForm) -> acts.SubmitDone | int | Refusal:
    """Keep what was typed, and submit it if that was asked: two acts, in this order.

    So a text that cannot be submitted yet is not lost.
    """
    kept = acts.revise(by, motion=pk, **form.wording())
    if isinstance(kept, Refusal) or not form.submits:
        return kept
    return acts.submit(by, motion=pk)


def _stored(request: HttpRequest, by: By, done: acts.SubmitDone | int) -> HttpResponse:
    keep_word(request, by, done if isinstance(done, int) else done.motion)
    if isinstance(done, int):
        messages.success(
            request, _("Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")
        )
        return redirect("office:motion", by.body, done)
    motion_moves.say_submitted(request, done)
    return redirect("office:motion", by.body, done.motion)


def _page(
    request: HttpRequest,
    by: By,
    found: ConferenceRow,
    form: MotionForm,
    status: int,
    **more: Any,  # noqa: ANN401  (what else the page shows)
) -> HttpResponse:
    due = found.deadline("motions")
    is_late = due is not None and by.today > due.day
    context: dict[str, Any] = {
        "conference": found,
        "form": form,
        "similar": _alike(by, form),
        "motion": form.initial.get("pk"),
        "due": due,
        "is_late": is_late,
        "late": late(by) if is_late else (),
        **more,
    }
    return page(request, by, "motion_form", context, status)


def fill(request: HttpRequest, by: By, filled: Filled) -> HttpResponse:
    """Show the form with a title and a text from elsewhere; nothing is stored."""
    row, parts = filled.row, filled.parts
    typed = {
        "title": parts.title or (row.title if row else ""),
        "text": write(parts.text),
        "rationale": write(parts.rationale),
    }
    stored = as_typed(row) if row else {}
    form = MotionForm(
        row.submitters if row else sorted(by.actor.members),
        rulebook_on(by.body, by.today), None, {**stored, **typed},
        open_mandates(by.body, by.viewer),
    )  # fmt: skip
    return _page(request, by, filled.conference, form, 200, **filled.more)


def _alike(by: By, form: MotionForm) -> list[similar.ShownSimilar]:
    """Return what is like what stands in the form."""
    typed = {bound.name: bound.value() for bound in form}
    title, text = (str(typed.get(name) or "") for name in ("title", "text"))
    own = form.initial.get("pk")
    return alike(by, title, text, apart=() if own is None else (own,))


def _deadlines(by: By, found: ConferenceRow) -> list[dict[str, Any]]:
    """Return the deadlines that concern motions, with what is left of them."""
    labels = {
        "motions": _("Anmeldeschluss"),
        "cosponsors": _("Mitanträge bis"),
        "amendments": _("Änderungsanträge bis"),
    }
    rows = ((labels[kind], found.deadline(kind)) for kind in labels)
    return [
        {"label": label, "day": row.day, "left": said(days_left(by.today, row.day)),
         "over": row.day < by.today, "assumed": row.assumed, "why": row.why}
        for label, row in rows
        if row is not None
    ]  # fmt: skip


def _line(row: MotionRow) -> Line:
    """Return a motion with its tag; the group it stands in says the rest."""
    if row.stage in (Stage.SUBMITTED, Stage.LATE):
        if row.bundesrat is BeforeBundesrat.YES:
            return Line(row, ("conflict", _("beim Bundesrat")), "")
        asked = row.bundesrat is not BeforeBundesrat.UNCHECKED
        note = "" if asked else _("Bundesrat noch nicht geprüft")
        css, word = tag_of(row.stage)
        return Line(row, ("" if css == "plain" else css, word), note)
    if row.merged_into is not None:
        return Line(row, ("plain", _("zusammengeführt")), "")
    return Line(row, tag_of(row.stage, row.treatment), "")


def _is_out(row: MotionRow) -> bool:
    return row.item is None and row.stage in {
        Stage.WITHDRAWN, Stage.DROPPED, Stage.DEFERRED, Stage.NOT_ADMITTED,
        Stage.MERGED,
    }  # fmt: skip


def _may_submit(by: By) -> bool:
    return may(by.actor, Right.SUBMIT_MOTION, by.chair) is None


urls = [
    path("<slug:body>/konferenzen/<int:number>/antraege/", motions, name="motions"),
    path(
        "<slug:body>/konferenzen/<int:number>/antraege/neu/",
        motion_new,
        name="motion_new",
    ),
    path("<slug:body>/antraege/<int:motion>/", motion, name="motion"),
    path(
        "<slug:body>/antraege/<int:motion>/bearbeiten/", motion_edit, name="motion_edit"
    ),
    *motion_moves.urls,
    *motion_family.urls,
    *motion_copy.urls,
    *similar.urls,
    *versions.urls,
]
