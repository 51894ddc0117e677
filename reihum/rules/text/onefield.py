"""A text in one field, as some like to write it, and back into paragraphs.

Whoever changes between the two ways loses nothing: a paragraph that is found again
keeps its id, its level and its marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reihum.rules.text.marked import clipped, read_marked, write_marked
from reihum.rules.text.matching import Matcher
from reihum.rules.text.numbers import BULLETS, scheme_of
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.pasted import split_number
from reihum.rules.text.sheet import Sheet, filled, last_of, stale_now
from reihum.rules.text.typed import read, write

_ALIKE = 0.5  # from here on a paragraph is the same one, changed


def as_one(sheet: Sheet) -> str:
    """Return the text as it is typed in one field, marks as signs."""
    return write(
        replace(one, text=write_marked(one.text, one.marks))
        for one in filled(sheet.paragraphs)
    )


def from_one(typed: str, sheet: Sheet) -> Sheet:
    """Return the sheet with what was typed; numbers stay as they were typed."""
    if typed.replace("\r\n", "\n").strip() == as_one(sheet):
        return replace(sheet, paragraphs=filled(sheet.paragraphs))
    schemes = {scheme_of(one.number): one.level for one in sheet.paragraphs}
    new = [_marked(_leveled(one, schemes)) for one in read(typed, sheet.prefix)]
    text = tuple(_recognised(new, sheet))
    last = max(sheet.last, last_of(sheet.prefix, (one.id for one in text)))
    now = stale_now(sheet.stale, sheet.paragraphs, text)
    return replace(sheet, paragraphs=text, last=last, stale=now)


def _leveled(one: Paragraph, schemes: dict[str, int]) -> Paragraph:
    """Return a paragraph at the level of its kind of number in the text as it was."""
    if one.level:
        level = schemes.get(scheme_of(one.number), one.level)
        return one if one.number in BULLETS else replace(one, level=level)
    line = split_number(one.text)
    if not line.text or scheme_of(line.number) not in schemes or not line.number:
        return one
    level = schemes[scheme_of(line.number)]
    return replace(one, level=level, number=line.number, text=line.text)


def _marked(one: Paragraph) -> Paragraph:
    text, marks = read_marked(one.text)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return replace(one, text=text[start:end], marks=clipped(marks, start, end))


def _recognised(new: Sequence[Paragraph], sheet: Sheet) -> Iterator[Paragraph]:
    """Yield the new paragraphs with the ids of those that they are."""
    old, last = sheet.paragraphs, sheet.last
    matcher = Matcher([one.text for one in old], [one.text for one in new])
    for _, i, i_end, j, j_end in matcher.get_opcodes():
        for at, one in enumerate(new[j:j_end]):
            was = old[i + at] if i + at < i_end else None
            if was is not None and _alike(was.text, one.text):
                level = was.level if was.number == one.number else one.level
                yield replace(one, id=was.id, level=level)
            else:
                last += 1
                yield replace(one, id=f"{sheet.prefix}{last}")


def _alike(was: str, now: str) -> bool:
    """Return whether half of the words are the same."""
    ours, theirs = was.split(), now.split()
    return Matcher(ours, theirs).ratio() >= _ALIKE
