"""A motion that comes as a Word file: read into the form, stored when that is sent."""

from base64 import b64encode
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from reihum.acts.attachments import Upload
from reihum.acts.door import By
from reihum.formats.word.read import MotionFile, read_motion
from reihum.look.answers import refuse
from reihum.office.door import in_office, page, refused
from reihum.office.file_forms import file_field, sent_file
from reihum.office.motion_forms import Plain
from reihum.office.writing import Desk
from reihum.reads.conferences import ConferenceRow, conference
from reihum.reads.motions import MotionRow
from reihum.reads.motions import motion as read_row
from reihum.rules.agenda import unknown_conference
from reihum.rules.attachment import too_large_to_carry
from reihum.rules.motion import unknown_motion
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.text.whole import parted
from reihum.rules.words import Refusal

INVALID = 422
MOST_CARRIED = 400_000  # bytes that a form takes along until it is saved


class MotionFileForm(Plain):
    """A Word file that is to become a motion."""

    file = file_field(
        _("Word-Datei (.docx)"),
        _(
            "Titel, „Beschlussvorschlag“ und „Begründung“ werden an ihren "
            "Überschriften erkannt, Nummern auch dann, wenn sie von Hand getippt sind."
        ),
    )


@in_office
def motion_word(request: HttpRequest, by: By, number: int) -> HttpResponse:
    """Begin a motion with a Word file."""
    found = conference(by.body, number)
    if found is None:
        return refused(request, by, unknown_conference(number))
    if refusal := may(by.actor, Right.SUBMIT_MOTION, by.chair):
        return refused(request, by, refusal)
    return _answer(request, by, found)


@in_office
def motion_word_into(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Put a Word file in the place of a draft's text."""
    row = read_row(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    found = conference(by.body, row.conference)
    if row.stage is not Stage.DRAFT or found is None:
        return redirect("office:motion", by.body, motion)
    return _answer(request, by, found, row)


def _answer(
    request: HttpRequest, by: By, found: ConferenceRow, row: MotionRow | None = None
) -> HttpResponse:
    form, status = MotionFileForm(), 200
    if request.method == "POST":
        form = MotionFileForm(request.POST, request.FILES)
        done = _read(request, form)
        if isinstance(done, tuple):
            return _filled(request, by, found, row, done)
        status = refuse(form, done) if isinstance(done, Refusal) else INVALID
    context = {"conference": found, "form": form, "motion": row}
    return page(request, by, "motion_word", context, status)


def _read(
    request: HttpRequest, form: MotionFileForm
) -> tuple[Upload, MotionFile] | Refusal | None:
    file = sent_file(request, form)
    if not isinstance(file, Upload):
        return file
    read = read_motion(file.content, file.name)
    return read if isinstance(read, Refusal) else (file, read)


def _filled(
    request: HttpRequest,
    by: By,
    found: ConferenceRow,
    row: MotionRow | None,
    came: tuple[Upload, MotionFile],
) -> HttpResponse:
    """Show the form with what was read, before anything is stored."""
    file, read = came
    small = len(file.content) <= MOST_CARRIED
    lost = [*read.lost, *([] if small else [too_large_to_carry()])]
    more: dict[str, Any] = {
        "from_word": file.name,
        "lost": lost,
        "word": b64encode(file.content).decode() if small else "",
        "word_name": file.name,
    }
    parts = parted(read.paragraphs)._replace(title=read.title)
    return Desk(request, by, found, row).filled(parts, more)


urls = [
    path("<slug:body>/konferenzen/<int:number>/antraege/word/", motion_word,
         name="motion_word"),
    path("<slug:body>/antraege/<int:motion>/bearbeiten/word/", motion_word_into,
         name="motion_word_into"),
]  # fmt: skip
