"""From a refusal of the core to an answer of the web."""

from typing import Final

from django.forms import Form
from django.utils.translation import get_language

from reihum.rules.words import Refusal, Text, Why

STATUS: Final = {
    Why.UNKNOWN: 404,
    Why.FORBIDDEN: 403,
    Why.CONFLICT: 409,
    Why.INVALID: 422,
}


def said(text: Text) -> str:
    """Return a text in the language of this request."""
    return text.in_(get_language() or "de")


def refuse(form: Form, refusal: Refusal) -> int:
    """Show a refusal in the form it answers, and return the status of the page."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, said(refusal.text))
    return STATUS[refusal.why]
