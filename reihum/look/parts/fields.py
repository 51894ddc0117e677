"""Fields of a Django form in KERN's markup, with label, hint and error joined to it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from typing_extensions import override

from reihum.rules.dates import PartialDate

KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "checks"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "check"),
    (forms.Select, "select"),
    (forms.Textarea, "text"),
)
MANY = ("radios", "checks")
CLASSES = {
    "check": "kern-form-check__checkbox",
    "checks": "kern-form-check__checkbox",
    "radios": "kern-form-check__radio",
    "select": "kern-form-input__select",
    "text": "kern-form-input__input",
}


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    label: str
    control: SafeString


@dataclass(frozen=True, slots=True)
class Field:
    """A field ready to be shown: one `control`, or `choices` where it has many."""

    kind: str
    id: str
    label: str
    hint: str
    errors: tuple[str, ...]
    optional: bool
    control: SafeString
    choices: tuple[Choice, ...]
    described_by: str


def kind_of(widget: forms.Widget) -> str:
    return next((kind for type_, kind in KINDS if isinstance(widget, type_)), "text")


def _classes(bound: BoundField, kind: str) -> str:
    css = CLASSES.get(kind, "")
    long = isinstance(bound.field.widget, forms.Textarea)
    names = (css, f"{css}--error" if bound.errors else "", "r-textarea" if long else "")
    return " ".join(name for name in names if name)


def _choices(bound: BoundField, css: str) -> tuple[Choice, ...]:
    choices = []
    for widget in bound.subwidgets:
        widget.data["attrs"]["class"] = css
        id_, label = widget.id_for_label or "", str(widget.choice_label)
        choices.append(Choice(id_, label, mark_safe(widget.tag())))  # noqa: S308
    return tuple(choices)


def field(bound: BoundField) -> Field:
    """Return the field with its words.

    Django escapes the inputs, and joins them to hint and error by the ids that the
    template gives those (`…_helptext`, `…_error`).
    """
    kind = kind_of(bound.field.widget)
    css = _classes(bound, kind)
    many = kind in MANY
    return Field(
        kind,
        bound.auto_id if many else bound.id_for_label,
        str(bound.label or ""),
        str(bound.help_text or ""),
        tuple(str(error) for error in bound.errors),
        not bound.field.required,
        SafeString("") if many else bound.as_widget(attrs={"class": css}),
        _choices(bound, css) if many else (),
        bound.aria_describedby or "",
    )


def day_input() -> forms.DateInput:
    """Return the browser's own date field, which wants and gives ISO dates."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class PartialDateField(forms.CharField):
    """A day, a month or a year, as exact as it is known."""

    @override
    def clean(self, value: Any) -> PartialDate | None:
        """Read "14.4.2027", "4.2027", "2027", or the ISO forms of them."""
        text = str(super().clean(value)).strip()
        parts = [part.strip() for part in text.split(".")]
        iso = "-".join(part.zfill(2) for part in reversed(parts))
        try:
            return PartialDate.parse(iso) if text else None
        except ValueError as error:
            message = _(
                "„%(text)s“ ist kein Datum. Bitte schreiben Sie zum Beispiel "
                "14.4.2027, 4.2027 oder 2027."
            )
            raise ValidationError(message % {"text": text}) from error


@dataclass(frozen=True, slots=True)
class Mistake:
    """One line of the error summary; `anchor` is empty for what concerns no field."""

    anchor: str
    text: str


def mistakes(form: forms.BaseForm) -> list[Mistake]:
    """Return all errors in the order of the fields, the general ones first."""
    found = [Mistake("", str(error)) for error in form.non_field_errors()]
    for bound in form:
        many = kind_of(bound.field.widget) in MANY
        anchor = f"{bound.auto_id}_0" if many else bound.id_for_label
        label = str(bound.label)
        lead = label if label.endswith(("?", ".", "!")) else f"{label}:"
        found += [Mistake(anchor, f"{lead} {error}") for error in bound.errors]
    return found
