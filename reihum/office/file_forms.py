"""A file that comes in through a form: the field for it, and what was sent."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from reihum.acts.attachments import Upload
from reihum.look.uploads import refused_size
from reihum.rules.words import Refusal


def file_field(
    label: Any,  # noqa: ANN401  (Django's lazy text)
    hint: Any,  # noqa: ANN401
    accept: str = ".docx",
) -> forms.FileField:
    """Return the field of a form, to be called `file`."""
    return forms.FileField(
        label=label,
        help_text=hint,
        widget=forms.FileInput(attrs={"accept": accept}),
        error_messages={"required": _("Bitte wählen Sie eine Datei.")},
    )


def sent_file(request: HttpRequest, form: forms.Form) -> Upload | Refusal | None:
    """Return the file that was sent, or why not; nothing where the form says it."""
    if (refusal := refused_size(request)) is not None:
        form.errors.pop("file", None)
        return refusal
    if not form.is_valid():
        return None
    given = form.cleaned_data["file"]
    return Upload(given.name or "", given.read())
