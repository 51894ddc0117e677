"""Annexes of a motion (Anlagen): looked at, added, taken away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from reihum.acts import attachments as acts
from reihum.acts.attachments import Upload
from reihum.acts.door import By
from reihum.look.answers import refuse
from reihum.look.downloads import download
from reihum.office.door import in_office, page, refused
from reihum.office.file_forms import file_field, sent_file
from reihum.office.motion_forms import Plain
from reihum.reads.attachments import annexes_of, content_of
from reihum.reads.motions import MotionRow
from reihum.reads.motions import motion as read_motion
from reihum.rules.attachment import TYPES, unknown_attachment
from reihum.rules.motion import unknown_motion
from reihum.rules.words import Refusal

INVALID = 422


class AnnexForm(Plain):
    """A file that belongs to a motion."""

    file = file_field(
        gettext_lazy("Datei"),
        gettext_lazy("PDF, Word, Excel oder ein Bild, höchstens 20 MB."),
        ",".join(f".{one}" for one in TYPES),
    )


@in_office
def attachment(
    request: HttpRequest, by: By, motion: int, attachment: int
) -> HttpResponse:
    """Give a file away."""
    found = content_of(by.body, motion, attachment, by.viewer)
    if found is None:
        return refused(request, by, unknown_attachment())
    row, content = found
    return download(content, row.name, row.media_type)


@in_office
def annex_new(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Add an annex."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    if refusal := acts.may_change(by, row.stage, row.submitters):
        return refused(request, by, refusal)
    form, status = AnnexForm(), 200
    if request.method == "POST":
        form = AnnexForm(request.POST, request.FILES)
        done = _add(request, by, motion, form)
        if isinstance(done, int):
            messages.success(request, _("Die Anlage ist gespeichert."))
            return redirect("office:motion", by.body, motion)
        status = refuse(form, done) if isinstance(done, Refusal) else INVALID
    return _page(request, by, row, form, status)


@require_POST
@in_office
def annex_remove(
    request: HttpRequest, by: By, motion: int, attachment: int
) -> HttpResponse:
    done = acts.remove(by, motion=motion, attachment=attachment)
    if isinstance(done, Refusal):
        return refused(request, by, done)
    messages.success(request, _("Die Anlage ist entfernt."))
    return redirect("office:motion", by.body, motion)


def _add(
    request: HttpRequest, by: By, motion: int, form: AnnexForm
) -> int | Refusal | None:
    file = sent_file(request, form)
    if not isinstance(file, Upload):
        return file
    return acts.add(by, motion=motion, file=file)


def _page(
    request: HttpRequest, by: By, row: MotionRow, form: AnnexForm, status: int
) -> HttpResponse:
    annexes = annexes_of(row.pk, by.viewer)
    context = {"motion": row, "form": form, "annexes": annexes}
    return page(request, by, "annex_new", context, status)


def _route(view: Any, name: str, way: str) -> Any:  # noqa: ANN401
    return path(f"<slug:body>/antraege/<int:motion>/anlagen/{way}", view, name=name)


urls = [
    _route(annex_new, "annex_new", "neu/"),
    _route(attachment, "attachment", "<int:attachment>/"),
    _route(annex_remove, "annex_remove", "<int:attachment>/entfernen/"),
]
