"""Amend a motion with a Word file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from reihum.acts.amendment_word import from_word
from reihum.acts.attachments import Upload
from reihum.acts.door import By
from reihum.formats.word.read import read_reading
from reihum.look.answers import refuse
from reihum.office.amending import Sheet, members_here, sheet_of
from reihum.office.amendment_forms import WordForm
from reihum.office.door import in_office, page, refused
from reihum.office.file_forms import sent_file
from reihum.reads.amendments import deadline_of
from reihum.rules.words import Refusal

INVALID = 422


@in_office
def amend_word(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Take a Word file; what it asks for becomes a draft, to be looked at first."""
    sheet = sheet_of(request, by, motion)
    if isinstance(sheet, Refusal):
        return refused(request, by, sheet)
    form = _form(request, by, sheet)
    status = 200
    if request.method == "POST":
        done = _take(request, by, sheet, form)
        if isinstance(done, int):
            messages.success(
                request,
                _("Das haben wir in der Datei gefunden. Bitte prüfen Sie es."),
            )
            return redirect("office:amendment", by.body, motion, done)
        status = refuse(form, done) if isinstance(done, Refusal) else INVALID
    due = deadline_of(motion)
    context = {
        "motion": sheet.motion,
        "base": sheet.base,
        "form": form,
        "due": due,
        "late": due is not None and by.today > due,
    }
    return page(request, by, "amend_word", context, status)


def _form(request: HttpRequest, by: By, sheet: Sheet) -> WordForm:
    sent = request.method == "POST"
    return WordForm(
        members_here(by),
        request.POST if sent else None,
        request.FILES if sent else None,
        drafted=sheet.draft is not None,
    )


def _take(
    request: HttpRequest, by: By, sheet: Sheet, form: WordForm
) -> int | Refusal | None:
    """Return the draft that came of a file, why there is none, or what is missing."""
    file = sent_file(request, form)
    if not isinstance(file, Upload):
        return file
    word = read_reading(file.content, file.name)
    if isinstance(word, Refusal):
        return word
    return from_word(
        by, motion=sheet.motion.pk, member=form.cleaned_data["member"], file=file,
        word=word, instead=form.cleaned_data.get("instead") == "yes",
    )  # fmt: skip


urls = [
    path(
        "<slug:body>/antraege/<int:motion>/aendern/word/", amend_word, name="amend_word"
    ),
]
