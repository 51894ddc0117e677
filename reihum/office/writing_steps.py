"""What the buttons of the editor do: one step, and the form again."""

from dataclasses import replace
from typing import Any

from django.http import QueryDict

from reihum.formats.clipboard import read_clipboard
from reihum.look.asked import whole
from reihum.look.parts.editor import Writing, caret_of
from reihum.office.motion_forms import MotionForm
from reihum.rules.text.editing import STEPS, step
from reihum.rules.text.inserted import insert
from reihum.rules.text.onefield import as_one, from_one
from reihum.rules.text.pasted import lines_of
from reihum.rules.text.sheet import Caret, read_rows

VERBS = frozenset({*STEPS, "back", "split", "paste", "whole", "rows", "read"})
FIELDS = {"p": "text", "b": "rationale"}


def taken(sent: QueryDict, form: MotionForm) -> dict[str, Any] | None:
    """Return what stands in the form after the step; None if none was asked for.

    "up:p3" moves the third paragraph up, "whole:text" puts the text into one field.
    """
    verb, _colon, target = sent.get("do", "").partition(":")
    name = target if target in FIELDS.values() else FIELDS.get(target[:1], "")
    if verb not in VERBS or not name:
        return None
    typed = form.typed()
    return {**typed, name: _step(verb, target, typed[name], sent)}


def _step(verb: str, target: str, writing: Writing, sent: QueryDict) -> Writing:
    sheet = writing.sheet
    if verb == "whole" and writing.typed is None:
        return Writing(replace(sheet, focus=target), as_one(sheet))
    if writing.typed is not None:
        changes = verb == "rows"
        return Writing(from_one(writing.typed, sheet)) if changes else writing
    if verb == "paste":
        return _pasted(writing, sent)
    if verb == "split":
        return _split(writing, target)
    return Writing(step(sheet, verb, target))


def _split(writing: Writing, target: str) -> Writing:
    """Go on behind the line break; it has been understood already."""
    row = next((one for one in writing.rows if one.id == target), None)
    sheet, at = writing.sheet, writing.sheet.place(target)
    if row is None or at is None:
        return writing
    if "\n" not in row.typed.replace("\r", "\n").strip("\n"):
        return Writing(replace(sheet, focus=sheet.focus or target), unsplit=target)
    behind = sheet.paragraphs[min(at + 1, len(sheet.paragraphs) - 1)]
    return Writing(replace(sheet, focus=sheet.focus or behind.id))


def _pasted(writing: Writing, sent: QueryDict) -> Writing:
    """Put in what was copied: its lists if it has any, else its plain words."""
    caret, end = caret_of(sent), whole(sent.get("caret-end", ""))
    plain, source = sent.get("pasted-plain", ""), sent.get("pasted-html", "")
    lines = (read_clipboard(source) if source else ()) or lines_of(plain)
    if not writing.rows:
        return writing
    if caret is None or caret.row not in {row.id for row in writing.rows}:
        last = writing.rows[-1]  # where it was meant is gone: nothing copied is lost
        caret, end = Caret(last.id, len(last.typed)), None
    rows, place = insert(writing.rows, lines, writing.sheet, caret, end or caret.at)
    return Writing(read_rows(rows, writing.sheet, place))
