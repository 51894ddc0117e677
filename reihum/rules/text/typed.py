"""A text as people type it: numbers at the start of a line, blank lines between.

Understood at the start of a line: "1.", "a)", "aa)", and a dash or bullet. A line that
starts otherwise continues its paragraph, unless a blank line stands before it; so does
a wrapped line like "20. Konferenz" after paragraph 2, which is no paragraph 20.
"""

import re
from collections.abc import Iterable
from itertools import count

from reihum.rules.dates import MONTHS_DE
from reihum.rules.text.paragraph import Paragraph

_DASH = "-"
_LEAP = 2  # numbers may leave out one; a greater leap is part of the sentence
# A wrapped line may start with a day: "14. April" is no fourteenth paragraph.
_NUMBERED = re.compile(
    rf"([0-9]{{1,3}}\.(?!\s*(?:{'|'.join(MONTHS_DE)})\b)|([a-z])\2?\)|[-–•])(?:\s+(.*))?"
)


def read(plain: str, prefix: str = "p") -> tuple[Paragraph, ...]:
    """Read typed text; the ids are "p1", "p2", … in reading order."""
    blocks = _blocks(plain)
    ids = (f"{prefix}{n}" for n in count(1))
    paragraphs: list[Paragraph] = []
    base = 0
    for number, text in blocks:
        level = base + 1 if number == _DASH else _level(number)
        base = base if number == _DASH else level
        paragraphs.append(Paragraph(next(ids), level, number, text))
    return tuple(paragraphs)


def write(paragraphs: Iterable[Paragraph]) -> str:
    """Write paragraphs so that `read` finds the same ones again."""
    return "\n\n".join(map(_typed, paragraphs))


def _blocks(plain: str) -> list[tuple[str, str]]:
    """Return number and text of each paragraph, with wrapped lines joined."""
    blocks: list[tuple[str, str]] = []
    after_blank, last = True, 0
    for line in map(str.strip, plain.splitlines()):
        number, text = _split(line)
        if line and (after_blank or (number and _value(number, last) <= last + _LEAP)):
            blocks.append((number, text))
            last = _value(number, last)
        elif line:
            begun, so_far = blocks[-1]
            blocks[-1] = (begun, f"{so_far} {line}" if so_far else line)
        after_blank = not line
    return blocks


def _value(number: str, otherwise: int) -> int:
    """Return 3 for "3."; letters and dashes do not count."""
    return int(number[:-1]) if number.endswith(".") else otherwise


def _split(line: str) -> tuple[str, str]:
    """Return the typed number, empty if there is none, and the rest of the line."""
    match = _NUMBERED.fullmatch(line)
    if match is None:
        return "", line
    number = match[1] if len(match[1]) > 1 else _DASH
    return number, match[3] or ""


def _level(number: str) -> int:
    """Return 0 without a number, 1 for "1.", 2 for "a)", 3 for "aa)"."""
    return len(number) if number.endswith(")") else min(len(number), 1)


def _typed(paragraph: Paragraph) -> str:
    """Put the text on a line of its own where the number would swallow it."""
    typed = f"{paragraph.number} {paragraph.text}".strip()
    if _split(typed) == (paragraph.number, paragraph.text):
        return typed
    return f"{paragraph.number}\n{paragraph.text}"
