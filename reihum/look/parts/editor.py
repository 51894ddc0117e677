"""The paragraph editor (Schreibfeld): a field of a form that is a text.

Each paragraph is a row with its number, its words and what one can do with it. Every
button is one of the form itself, so it works without a script; a script only saves the
way (`js/write.js`) and knows no rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from typing_extensions import override

from reihum.look.asked import whole
from reihum.rules.motion import MOST_PARAGRAPHS
from reihum.rules.text import Paragraph
from reihum.rules.text.editing import may_begin_again, may_indent
from reihum.rules.text.marked import write_marked
from reihum.rules.text.numbers import readings
from reihum.rules.text.onefield import as_one, from_one
from reihum.rules.text.references import Stale
from reihum.rules.text.sheet import Caret, Gone, Row, Sheet, read_rows, saved

PART = "text/html;part=editor"  # what a script asks for that wants this field only
_ABOUT = 90  # signs in a line of the field, to guess its height


@dataclass(frozen=True, slots=True)
class Writing:
    """A text in the form: its sheet; all `typed` where it stands in one field.

    `rows` are what the form sent, before line breaks and numbers were understood.
    """

    sheet: Sheet
    typed: str | None = None
    rows: tuple[Row, ...] = field(default=(), compare=False)
    unsplit: str = ""  # the paragraph that was to be split, but nothing said where

    @property
    def text(self) -> tuple[Paragraph, ...]:
        """What is stored of it."""
        if self.typed is None:
            return saved(self.sheet)
        return from_one(self.typed, self.sheet).paragraphs

    @override
    def __str__(self) -> str:
        return self.typed if self.typed is not None else as_one(self.sheet)


class EditorWidget(forms.Widget):
    """Reads a text out of what a form sent; the template shows it."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    @override
    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> Writing:
        rows = tuple(_rows(data, name))
        carried = Sheet((), _last(data, name), self.prefix, _stale(data, name),
                        _gone(data, name, self.prefix))  # fmt: skip
        sheet = read_rows(rows, carried, caret_of(data))
        typed = data.get(name)
        return Writing(sheet, None if typed is None else str(typed), rows)


class EditorField(forms.Field):
    """A text as paragraphs; what comes out are those that are stored."""

    def __init__(self, prefix: str, **options: Any) -> None:  # noqa: ANN401  (Django's)
        super().__init__(widget=EditorWidget(prefix), **options)

    @override
    def clean(self, value: Writing) -> tuple[Paragraph, ...]:
        text = value.text
        if self.required and not text:
            raise ValidationError(self.error_messages["required"], code="required")
        return text


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the editor, ready to be shown."""

    id: str
    name: str
    title: str
    number: str
    level: int
    at: str
    typed: str
    height: int
    focus: bool
    caret: int | None
    stale: tuple[Stale, ...]
    unsplit: bool
    up: bool
    down: bool
    indent: bool
    outdent: bool
    again: str


@dataclass(frozen=True, slots=True)
class Editor:
    """The whole field, ready to be shown."""

    name: str
    id: str
    label: str
    hint: str
    errors: tuple[str, ...]
    optional: bool
    described_by: str
    last: int
    typed: str | None
    lines: tuple[Line, ...]
    stale: tuple[str, ...]
    gone: Gone | None
    gone_at: str
    gone_words: str
    focus: bool


def editor(bound: BoundField) -> Editor:
    """Return the field with its words."""
    value = bound.value()
    prefix = getattr(bound.field.widget, "prefix", "p")
    writing = value if isinstance(value, Writing) else Writing(Sheet((), prefix=prefix))
    writing = _in_one_field(writing)
    sheet = writing.sheet
    lines = _lines(str(bound.label), writing)
    return Editor(
        name=bound.html_name,
        id=bound.auto_id,
        label=str(bound.label),
        hint=str(bound.help_text or ""),
        errors=tuple(map(str, bound.errors)),
        optional=not bound.field.required,
        described_by=bound.aria_describedby or "",
        last=sheet.last,
        typed=writing.typed,
        lines=lines,
        stale=tuple(map(_stale_typed, sheet.stale)),
        gone=sheet.gone,
        gone_at=_gone_at(sheet.gone),
        gone_words=_gone_words(sheet.gone),
        focus=bool(sheet.focus),
    )


def _in_one_field(writing: Writing) -> Writing:
    """Show what has more paragraphs than a motion may have in one field.

    Nothing that was typed is lost, and no page has fifty thousand rows.
    """
    sheet = writing.sheet
    if len(sheet.paragraphs) <= MOST_PARAGRAPHS:
        return writing
    typed = as_one(sheet) if writing.typed is None else writing.typed
    return Writing(Sheet((), sheet.last, sheet.prefix), typed)


def caret_of(data: Mapping[str, Any]) -> Caret | None:
    """Return where somebody was typing, if a script says so."""
    row, at = data.get("caret-row"), whole(str(data.get("caret-at", "")))
    return Caret(str(row), at) if row and at is not None else None


def _lines(label: str, writing: Writing) -> tuple[Line, ...]:
    """Return the rows; an empty text has one, so that one can begin."""
    sheet = writing.sheet
    text = sheet.paragraphs or (Paragraph(sheet.fresh(), 0, "", ""),)
    return tuple(_line(label, writing, text, at) for at in range(len(text)))


def _line(label: str, writing: Writing, text: tuple[Paragraph, ...], at: int) -> Line:
    sheet, one = writing.sheet, text[at]
    title = _title(at, one)
    typed = write_marked(one.text, one.marks)
    return Line(
        id=one.id,
        name=f"{label}, {title}",
        title=title,
        number=one.number,
        level=one.level,
        at=_at(one),
        typed=typed,
        height=len(typed) // _ABOUT + 1,
        focus=one.id == sheet.focus,
        caret=sheet.caret,
        stale=tuple(told for told in sheet.stale if told.paragraph == one.id),
        unsplit=one.id == writing.unsplit,
        up=at > 0,
        down=at < len(text) - 1,
        indent=may_indent(text, at),
        outdent=one.level > 0,
        again=_again(text, at),
    )


def _title(at: int, one: Paragraph) -> str:
    """Return what a row is called: "Absatz 2, Nummer 1."."""
    if not one.number:
        return _("Absatz %(at)s") % {"at": at + 1}
    return _("Absatz %(at)s, Nummer %(number)s") % {"at": at + 1, "number": one.number}


def _again(text: tuple[Paragraph, ...], at: int) -> str:
    """Return what the button says that lets a list begin again or go on."""
    if not may_begin_again(text, at):
        return ""
    first = readings(text[at].number)[0].value == 1
    return _("Weiterzählen") if first else _("Neu zählen")


# ── how a sheet travels in a form ──────────────────────────────────────────
def _at(one: Paragraph) -> str:
    return f"{one.id} {one.level} {one.number}".strip()


def _rows(data: Mapping[str, Any], name: str) -> list[Row]:
    """Read the rows: for each a hidden "p3 1 2." and the words as typed."""
    places, words = _all(data, f"{name}-at"), _all(data, f"{name}-words")
    return [_row(place, typed) for place, typed in zip(places, words, strict=False)]


def _row(place: str, typed: str) -> Row:
    identity, level, number = (*place.split(" ", 2), "", "")[:3]
    return Row(identity, whole(level) or 0, number, typed)


def _last(data: Mapping[str, Any], name: str) -> int:
    return whole(str(data.get(f"{name}-last", ""))) or 0


def _stale_typed(one: Stale) -> str:
    return f"{one.paragraph}|{','.join(one.targets)}|{one.words}"


def _stale(data: Mapping[str, Any], name: str) -> tuple[Stale, ...]:
    found = [one.split("|", 2) for one in _all(data, f"{name}-stale")]
    return tuple(
        Stale(one[0], one[2], tuple(one[1].split(",")), "")
        for one in found
        if len(one) == 3  # noqa: PLR2004  (paragraph, targets, words)
    )


def _gone_at(gone: Gone | None) -> str:
    return "" if gone is None else f"{gone.behind or '-'} {_at(gone.paragraph)}"


def _gone_words(gone: Gone | None) -> str:
    return (
        "" if gone is None else write_marked(gone.paragraph.text, gone.paragraph.marks)
    )


def _gone(data: Mapping[str, Any], name: str, prefix: str) -> Gone | None:
    """Read the paragraph that was deleted last."""
    behind, _space, place = str(data.get(f"{name}-gone-at", "")).partition(" ")
    if not place:
        return None
    row = _row(place, str(data.get(f"{name}-gone-words", "")))
    read = read_rows([row], Sheet((), prefix=prefix)).paragraphs
    return Gone(behind.strip("-"), read[0])


def _all(data: Mapping[str, Any], name: str) -> list[str]:
    """Return all values of a name; a mapping that is no form has one at most."""
    getlist = getattr(data, "getlist", None)
    if getlist is not None:
        return [str(one) for one in getlist(name)]
    return [str(data[name])] if name in data else []
