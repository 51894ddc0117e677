"""What is kept while somebody writes, without their doing; and who else writes."""

from datetime import datetime
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reihum.acts import writing as acts
from reihum.acts.door import By
from reihum.look.answers import STATUS, said
from reihum.look.parts.dates import clock
from reihum.office.door import in_office
from reihum.reads.writing import Unsaved, present, unsaved
from reihum.rules.words import Refusal
from reihum.rules.writing import BEGUN

# What a form sends besides what was typed into it; the file that it came from is large.
_NOT_TYPED = ("csrfmiddlewaretoken", "do", "field", "caret-", "pasted-", "word")


class Place(NamedTuple):
    """Where somebody writes: a conference, and the draft if there is one already."""

    conference: int
    motion: int | None


@require_POST
@in_office
def motion_keep(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Keep what is being written in a draft."""
    begun = request.POST.get(BEGUN, "")
    done = acts.keep(by, motion=motion, content=_content(request), begun_on=begun)
    return _answer(by, Place(0, motion), done)


@require_POST
@in_office
def motion_keep_new(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Keep what is being written in a new motion."""
    done = acts.keep_new(by, conference=number, content=_content(request))
    return _answer(by, Place(number, None), done)


def kept(by: By, place: Place) -> Unsaved | None:
    """Return one's own writing that was not stored."""
    return unsaved(
        by.body, by.actor, by.viewer, motion=place.motion, conference=place.conference
    )


def forget(by: By, place: Place) -> None:
    """Throw one's own unsaved writing away; what is not there needs no word."""
    if place.motion is None:
        acts.forget_new(by, conference=place.conference)
    else:
        acts.forget(by, motion=place.motion)


def others(by: By, place: Place) -> str:
    """Return who else of one's own Land writes here just now, as a sentence."""
    if place.motion is None:
        return ""
    found = present(by.body, by.actor, by.viewer, place.motion, by.now)
    sentence = _(
        "Ein anderes Konto Ihres Landes (%(name)s) schreibt gerade, zuletzt um "
        "%(time)s Uhr."
    )
    return " ".join(
        sentence % {"name": one.name, "time": clock(one.at).words} for one in found
    )


def address_of(by: By, place: Place) -> str:
    """Return where the form is."""
    if place.motion is None:
        return reverse("office:motion_new", args=[by.body, place.conference])
    return reverse("office:motion_edit", args=[by.body, place.motion])


def keep_address(by: By, place: Place) -> str:
    """Return where what is being written is kept."""
    if place.motion is None:
        return reverse("office:motion_keep_new", args=[by.body, place.conference])
    return reverse("office:motion_keep", args=[by.body, place.motion])


def _content(request: HttpRequest) -> dict[str, list[str]]:
    return {
        name: [str(one) for one in values]
        for name, values in request.POST.lists()
        if not name.startswith(_NOT_TYPED)
    }


def _answer(by: By, place: Place, done: datetime | Refusal) -> HttpResponse:
    if isinstance(done, Refusal):
        return JsonResponse({"said": said(done.text)}, status=STATUS[done.why])
    words = _("Gesichert um %(time)s Uhr.") % {"time": clock(done).words}
    return JsonResponse({"said": words, "others": others(by, place)})
