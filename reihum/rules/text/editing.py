"""What one can do with the paragraphs of a text while writing it.

Every step takes a sheet and the paragraph concerned and returns the sheet as it is
then, numbered anew. A step that makes no sense there changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reihum.rules.text.marked import write_marked
from reihum.rules.text.numbers import BULLETS, DEEPEST, readings, scheme_of, written
from reihum.rules.text.paragraph import Mark, Paragraph
from reihum.rules.text.sheet import Gone, Sheet, changed

Text = tuple[Paragraph, ...]


def step(sheet: Sheet, verb: str, identity: str) -> Sheet:
    """Take a step: up, down, indent, outdent, join, add, cut, toggle, again, back."""
    if verb == "back":
        return _back(sheet)
    at = sheet.place(identity)
    if at is None or verb not in STEPS:
        return sheet
    here = replace(sheet, focus=sheet.focus or identity)
    return STEPS[verb](here, at)


def end_of(text: Sequence[Paragraph], at: int) -> int:
    """Return where a paragraph ends together with those below it."""
    one = text[at]
    following = (
        place
        for place in range(at + 1, len(text))
        if text[place].level <= one.level or one.level == 0
    )
    return next(following, len(text))


def may_indent(text: Sequence[Paragraph], at: int) -> bool:
    """Return whether a paragraph can go a level deeper: below the one above."""
    above = text[at - 1].level if at else 0
    return text[at].level < DEEPEST and (not text[at].level or above >= text[at].level)


def may_begin_again(text: Sequence[Paragraph], at: int) -> bool:
    """Return whether its list may go on here or begin again: behind a lead-in."""
    one = text[at]
    if not one.level or not at or text[at - 1].level or one.number in BULLETS:
        return False
    return any(
        other.level == one.level and scheme_of(other.number) == scheme_of(one.number)
        for other in text[:at]
    )


def _up(sheet: Sheet, at: int) -> Sheet:
    text = sheet.paragraphs
    if at == 0:
        return sheet
    target = at - 1
    if text[at].level and text[target].level > text[at].level:
        target = _head(text, at)
    return _swapped(sheet, target, at, end_of(text, at))


def _down(sheet: Sheet, at: int) -> Sheet:
    text = sheet.paragraphs
    end = end_of(text, at)
    if end == len(text):
        return sheet
    beside = text[end].level == text[at].level and text[at].level
    return _swapped(sheet, at, end, end_of(text, end) if beside else end + 1)


def _head(text: Sequence[Paragraph], at: int) -> int:
    """Return where the paragraph begins under which the one above stands."""
    level = text[at].level
    for place in range(at - 1, -1, -1):
        if text[place].level <= level:
            return place if text[place].level == level else place + 1
    return 0


def _swapped(sheet: Sheet, first: int, middle: int, end: int) -> Sheet:
    text = sheet.paragraphs
    return changed(
        sheet, (*text[:first], *text[middle:end], *text[first:middle], *text[end:])
    )


def _indent(sheet: Sheet, at: int) -> Sheet:
    text = sheet.paragraphs
    if not may_indent(text, at):
        return sheet
    return _shifted(sheet, at, end_of(text, at), 1)


def _outdent(sheet: Sheet, at: int) -> Sheet:
    if not sheet.paragraphs[at].level:
        return sheet
    return _shifted(sheet, at, end_of(sheet.paragraphs, at), -1)


def _shifted(sheet: Sheet, start: int, end: int, by: int) -> Sheet:
    text = sheet.paragraphs
    moved = (_at_level(one, min(one.level + by, DEEPEST)) for one in text[start:end])
    return changed(sheet, (*text[:start], *moved, *text[end:]))


def _at_level(one: Paragraph, level: int) -> Paragraph:
    """Return it at that level, numbered like its neighbours there; a dash stays one."""
    keeps = level > 0 and one.number in BULLETS
    return replace(one, level=level, number=one.number if keeps else "")


def _toggle(sheet: Sheet, at: int) -> Sheet:
    """Make a lead-in of a numbered paragraph, or number a lead-in."""
    text = sheet.paragraphs
    above = (one.level for one in reversed(text[:at]) if one.level)
    level = 0 if text[at].level else next(above, 1)
    return changed(sheet, (*text[:at], _at_level(text[at], level), *text[at + 1 :]))


def _again(sheet: Sheet, at: int) -> Sheet:
    """Let the list begin again at this paragraph, or go on."""
    text = sheet.paragraphs
    if not may_begin_again(text, at):
        return sheet
    read = readings(text[at].number)[0]
    wanted = written(read._replace(value=2 if read.value == 1 else 1))
    told = (*text[:at], replace(text[at], number=wanted), *text[at + 1 :])
    return changed(sheet, told, told)


def _join(sheet: Sheet, at: int) -> Sheet:
    """Join a paragraph with the one above; the number of that one stays."""
    text = sheet.paragraphs
    if at == 0:
        return sheet
    above, one = text[at - 1], text[at]
    if not above.text:
        joined, caret = one, 0
    else:
        space = " " if one.text else ""
        shift = len(above.text) + len(space)
        marks = (
            Mark(m.start + shift, m.end + shift, m.kind, m.href) for m in one.marks
        )
        words = f"{above.text}{space}{one.text}"
        joined = replace(above, text=words, marks=(*above.marks, *marks))
        caret = len(write_marked(above.text, above.marks)) + len(space)
    done = changed(sheet, (*text[: at - 1], joined, *text[at + 1 :]))
    return replace(done, focus=joined.id, caret=caret)


def _add(sheet: Sheet, at: int) -> Sheet:
    """Put an empty paragraph of the same kind below this one and what belongs to it."""
    text, end = sheet.paragraphs, end_of(sheet.paragraphs, at)
    new = _at_level(
        replace(text[at], id=sheet.fresh(), text="", marks=()), text[at].level
    )
    done = changed(sheet, (*text[:end], new, *text[end:]))
    return replace(done, last=sheet.last + 1, focus=new.id, caret=0)


def _cut(sheet: Sheet, at: int) -> Sheet:
    """Delete a paragraph; the last one that was deleted can be taken back."""
    text = sheet.paragraphs
    rest = (*text[:at], *text[at + 1 :])
    gone = Gone(text[at - 1].id if at else "", text[at])
    focus = rest[min(at, len(rest) - 1)].id if rest else ""
    done = changed(sheet, rest)
    return replace(done, gone=gone if text[at].text else None, focus=focus, caret=None)


def _back(sheet: Sheet) -> Sheet:
    """Take back the paragraph that was deleted last."""
    if sheet.gone is None or sheet.place(sheet.gone.paragraph.id) is not None:
        return replace(sheet, gone=None)
    text, one = sheet.paragraphs, sheet.gone.paragraph
    behind = sheet.place(sheet.gone.behind)
    at = 0 if behind is None else behind + 1
    done = changed(sheet, (*text[:at], one, *text[at:]))
    return replace(done, gone=None, focus=one.id, caret=None)


STEPS: Mapping[str, Callable[[Sheet, int], Sheet]] = {
    "up": _up, "down": _down, "indent": _indent, "outdent": _outdent, "join": _join,
    "add": _add, "cut": _cut, "toggle": _toggle, "again": _again,
}  # fmt: skip
