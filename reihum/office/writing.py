"""The form in which a motion is written: kept, submitted, and everything on the way.

A step of the editor stores nothing; it answers with the form as it is then.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from reihum.acts import motions as acts
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.look.parts.editor import PART, Writing
from reihum.office import motion_moves
from reihum.office.door import in_office, page, refused
from reihum.office.motion_forms import MotionForm, as_typed
from reihum.office.motion_kept import keep_word
from reihum.office.motion_page import late
from reihum.office.similar import ShownSimilar, alike
from reihum.office.writing_conflict import settle, show_conflict
from reihum.office.writing_kept import (
    Place,
    address_of,
    forget,
    keep_address,
    kept,
    motion_keep,
    motion_keep_new,
    others,
)
from reihum.office.writing_steps import taken
from reihum.reads.conferences import ConferenceRow, conference
from reihum.reads.mandates import open_mandates
from reihum.reads.motions import MotionRow
from reihum.reads.motions import motion as read_motion
from reihum.reads.rulebooks import rulebook_on
from reihum.reads.writing import Unsaved, start_of
from reihum.rules.agenda import unknown_conference
from reihum.rules.motion import unknown_motion
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.text.sheet import begin
from reihum.rules.text.whole import Parts
from reihum.rules.words import Refusal
from reihum.rules.writing import BEGUN

INVALID = 422


@in_office
def motion_new(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Write a motion: keep it as a draft, or submit it."""
    found = conference(by.body, number)
    if found is None:
        return refused(request, by, unknown_conference(number))
    if refusal := may(by.actor, Right.SUBMIT_MOTION, by.chair):
        return refused(request, by, refusal)
    return Desk(request, by, found).answer()


@in_office
def motion_edit(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Go on writing a draft."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    found = conference(by.body, row.conference)
    if row.stage is not Stage.DRAFT or found is None:
        return redirect("office:motion", by.body, motion)
    return Desk(request, by, found, row).answer()


@dataclass(frozen=True, slots=True)
class Desk:
    """One request to the form: who asks, for which conference, in which draft."""

    request: HttpRequest
    by: By
    conference: ConferenceRow
    row: MotionRow | None = None

    @property
    def place(self) -> Place:
        return Place(self.conference.number or 0, self.row.pk if self.row else None)

    def answer(self) -> HttpResponse:
        """Show the form, take a step in it, or store what is in it."""
        if self.request.method != "POST":
            return self._opened()
        wanted = self.request.POST.get("do", "")
        if wanted == "forget":
            forget(self.by, self.place)
            return redirect(address_of(self.by, self.place))
        if wanted == "resume":
            return self._resumed()
        form = self.form(self.request.POST)
        if wanted in ("settle", "mine"):
            return self._shown(self._settled(form))
        typed = taken(self.request.POST, form)
        if typed is not None:
            return self._shown(typed)
        return self._stored(form) if form.is_valid() else self._page(form, INVALID)

    def form(
        self, data: QueryDict | None = None, typed: dict[str, Any] | None = None
    ) -> MotionForm:
        """Return the form: as it was sent, as it stands after a step, or as stored."""
        row, by, motto = self.row, self.by, self.conference.motto
        members = row.submitters if row else sorted(by.actor.members)
        stored = as_typed(row, start_of(row.pk, by.viewer), motto) if row else {}
        form = MotionForm(
            members, rulebook_on(by.body, by.today), data, {**stored, **(typed or {})},
            open_mandates(by.body, by.viewer),
        )  # fmt: skip
        form.name_motto(motto)
        return form

    def _opened(self) -> HttpResponse:
        unsaved = kept(self.by, self.place)
        return self._page(self.form()) if unsaved is None else self._offer(unsaved)

    def _offer(self, unsaved: Unsaved) -> HttpResponse:
        """Ask whether to go on with what was typed and not kept."""
        form = self.form(_as_sent(unsaved))
        typed, now = form.typed(), self.form().initial.get(BEGUN, "")
        context = {
            "conference": self.conference,
            "motion": self.place.motion,
            "unsaved": unsaved,
            "title": typed.get("title", ""),
            "words": str(typed["text"]),
            "older": bool(unsaved.begun_on) and unsaved.begun_on != now,
            "is_today": timezone.localdate(unsaved.at) == self.by.today,
        }
        return page(self.request, self.by, "motion_unsaved", context)

    def _resumed(self) -> HttpResponse:
        unsaved = kept(self.by, self.place)
        if unsaved is None:
            return redirect(address_of(self.by, self.place))
        return self._page(self.form(typed=self.form(_as_sent(unsaved)).typed()))

    def _shown(self, typed: dict[str, Any]) -> HttpResponse:
        """Show the form with this in it; to a script that asks, only the field."""
        form = self.form(typed=typed)
        name = self.request.POST.get("field", "")
        if PART in self.request.headers.get("Accept", "") and name in form.fields:
            return render(self.request, "office/motion_write.html",
                          {"bound": form[name]})  # fmt: skip
        return self._page(form)

    def _settled(self, form: MotionForm) -> dict[str, Any]:
        """Return what was chosen of two versions; stored is it later."""
        if self.row is None:
            return form.typed()
        return settle(self.by, self.row, form, self.request.POST)

    def _stored(self, form: MotionForm) -> HttpResponse:
        done = self._store(form)
        if not isinstance(done, Refusal):
            pk = done if isinstance(done, int) else done.motion
            keep_word(self.request, self.by, pk)
        if isinstance(done, int):
            said = _("Der Entwurf ist gesichert. Nur Ihr Land sieht ihn.")
            messages.success(self.request, said)
            return redirect("office:motion", self.by.body, done)
        if isinstance(done, acts.SubmitDone):
            motion_moves.say_submitted(self.request, done)
            return redirect("office:motion", self.by.body, done.motion)
        if done.field == BEGUN and self.row is not None:
            return show_conflict(self.request, self.by, self.row, form, done)
        return self._page(form, refuse(form, done))

    def _store(self, form: MotionForm) -> acts.SubmitDone | int | Refusal:
        """Keep what was typed, and then submit it if that was asked: two acts.

        So a text that cannot be submitted yet is not lost.
        """
        wording = form.wording()
        if self.row is None:
            store = acts.submit_new if form.submits else acts.draft
            return store(self.by, member=form.cleaned_data["member"],
                         conference=self.place.conference, **wording)  # fmt: skip
        begun = form.cleaned_data[BEGUN]
        done = acts.revise(self.by, motion=self.row.pk, begun_on=begun, **wording)
        if isinstance(done, Refusal) or not form.submits:
            return done
        sent = self.request.POST.copy()  # what follows begins on what was kept just now
        sent[BEGUN] = str(start_of(done, self.by.viewer).label)
        form.data = sent
        return acts.submit(self.by, motion=done)

    def filled(self, parts: Parts, more: dict[str, Any]) -> HttpResponse:
        """Show the form with a text from elsewhere; nothing is stored yet."""
        taken = start_of(self.row.pk, self.by.viewer).ids if self.row else ()
        typed: dict[str, Any] = {
            "text": Writing(begin(parts.text, "p", taken)),
            "rationale": Writing(begin(parts.rationale, "b", taken)),
        }
        if parts.title:
            typed["title"] = parts.title
        return self._page(self.form(typed=typed), **more)

    def _page(
        self,
        form: MotionForm,
        status: int = 200,
        **more: Any,  # noqa: ANN401  (what else the page shows)
    ) -> HttpResponse:
        due = self.conference.deadline("motions")
        is_late = due is not None and self.by.today > due.day
        context: dict[str, Any] = {
            "conference": self.conference,
            "form": form,
            "similar": _alike(self.by, form),
            "motion": self.place.motion,
            "due": due,
            "is_late": is_late,
            "late": late(self.by) if is_late else (),
            "others": others(self.by, self.place),
            "keep": keep_address(self.by, self.place),
            "action": address_of(self.by, self.place),
            **more,
        }
        return page(self.request, self.by, "motion_form", context, status)


def _as_sent(unsaved: Unsaved) -> QueryDict:
    """Return what was kept as the form that was sent."""
    sent = QueryDict(mutable=True)
    for name, values in unsaved.content.items():
        sent.setlist(name, list(values))
    return sent


def _alike(by: By, form: MotionForm) -> list[ShownSimilar]:
    """Return what is like what stands in the form."""
    typed = {bound.name: bound.value() for bound in form}
    title, text = (str(typed.get(name) or "") for name in ("title", "text"))
    own = form.initial.get("pk")
    return alike(by, title, text, apart=() if own is None else (own,))


urls = [
    path(
        "<slug:body>/konferenzen/<int:number>/antraege/neu/",
        motion_new,
        name="motion_new",
    ),
    path(
        "<slug:body>/konferenzen/<int:number>/antraege/neu/schreiben/",
        motion_keep_new,
        name="motion_keep_new",
    ),
    path(
        "<slug:body>/antraege/<int:motion>/bearbeiten/", motion_edit, name="motion_edit"
    ),
    path(
        "<slug:body>/antraege/<int:motion>/schreiben/", motion_keep, name="motion_keep"
    ),
]
