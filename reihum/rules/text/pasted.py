"""A text that was copied elsewhere: from Word, from a mail, from a page.

Understood are numbers that were typed or that the other program typed while copying,
signs at the beginning of a line that stand for a list, the lines into which mails break
a sentence, and the marks with which they quote. No word is dropped.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from reihum.rules.dates import MONTHS_DE
from reihum.rules.text.numbers import BULLETS, DEEPEST, Reading, readings, scheme_of
from reihum.rules.text.paragraph import Mark, Paragraph

# Signs of lists: typed ones, Word's "o", and those of its fonts of signs (private use).
_SIGN = "[-–—•·‣◦∙▪▫■□●○➢►✓❖*\uf000-\uf0ff]"
_BULLET = re.compile(rf"({_SIGN}|o)(?:\s+(.*)|$)")
_NUMBER = re.compile(
    r"(\(?(?:(?:[0-9]{1,3}|[IVX]{1,6}|[A-Z])[.)]|[a-z]{1,3}\))"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3})+\.?)"
    rf"(?:\s+(?!(?:{'|'.join(MONTHS_DE)})\b)(.*)|$)"
)
_QUOTE = re.compile(r"(?:\s*>)+ ?")
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_SPACES = re.compile(r"[\s\x1c-\x1f]+")
_HARD = re.compile(r"(?<=[\d§.])\xa0(?=\S)|(?<=\S)\xa0(?=\d)")  # "§ 5", "14. April"
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff]"
)
_ENDS = re.compile(r"[.:;!?]['\"“”’»)]*$")
_CLOSED = re.compile(r"[.:;!?,]\W*$")
_HYPHEN = re.compile(r"\w-$")
_AND = re.compile(r"(?:und|oder|sowie|bzw|bis)\b")
_WIDTH = range(50, 101)  # of a text whose lines were broken by a mail program
_LEAP = 2  # numbers may leave out one; a greater leap is part of a sentence
_LEVELS = {"a": 2, "aa": 3}


class Line(NamedTuple):
    """A paragraph as it was copied: its number or sign, if any, and its words.

    `depth` says how deep it stands in lists where the source said so, 0 for outside;
    None where only number and order tell.
    """

    number: str
    text: str
    depth: int | None = None
    marks: tuple[Mark, ...] = ()


def placed(
    lines: Iterable[Line], prefix: str = "p", first: int = 1
) -> tuple[Paragraph, ...]:
    """Make paragraphs of lines, each with its level; numbers are still as copied."""
    ids = (f"{prefix}{number}" for number in count(first))
    levels = _Levels()
    found: list[Paragraph] = []
    for line in lines:
        level = min(levels.of(line), DEEPEST)
        counted = line.number not in BULLETS and readings(line.number)
        number = line.number if counted else "-"
        found.append(
            Paragraph(next(ids), level, number if level else "", line.text, line.marks)
        )
    return tuple(found)


def lines_of(plain: str) -> tuple[Line, ...]:
    """Return the paragraphs of a plain text, with lines joined that belong together."""
    raw = [_QUOTE.sub("", row, count=1) for row in _BREAK.split(plain)]
    wrapped = _Wrapped(raw)
    found: list[Line] = []
    values: dict[str, int] = {}
    for at, row in enumerate(map(cleaned, raw)):
        line = split_number(row)
        read = next(iter(readings(line.number)), None)
        if row and found and at and _goes_on(at, line, read, values, wrapped):
            last = found[-1]
            found[-1] = last._replace(text=_glued(last.text, row))
        elif row:
            found.append(line)
            if read is not None:
                values[read.scheme] = read.value
    return tuple(line for line in found if line.text)


def split_number(row: str) -> Line:
    """Return the number or sign that a line begins with, and its words."""
    if bullet := _BULLET.fullmatch(row):
        return Line(bullet[1], bullet[2] or "")
    number = _NUMBER.fullmatch(row)
    if number is not None and readings(number[1]):
        return Line(number[1], number[2] or "")
    return Line("", row)


def cleaned(row: str) -> str:
    """Return the words with plain spaces and without signs that nobody sees."""
    plain = _UNSEEN.sub("", row)
    hard = _HARD.sub("\0", plain)
    return _SPACES.sub(" ", hard).replace("\0", "\xa0").strip()


def usual_level(number: str) -> int:
    """Return where a number of this kind usually stands: 1, but "a)" 2, "aa)" 3."""
    return _LEVELS.get(scheme_of(number).strip("()."), 1)


class _Wrapped:
    """The lines as they came, and how long they may have been."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = [row.expandtabs().rstrip() for row in rows]
        self.width = max(map(len, self.rows))
        inner = self.rows[1:-1]
        self.spaced = not all(row.strip() for row in inner)

    def broken_before(self, at: int) -> bool:
        """Return whether the line goes on the one above, which was full or is open."""
        above, first = self.rows[at - 1], self.rows[at].split()[0]
        if self.width not in _WIDTH:
            return False
        if first[0].islower() and not _CLOSED.search(above):
            return True
        full = len(above) + 1 + len(first) > self.width
        return full and (self.spaced or not _ENDS.search(above))


def _goes_on(
    at: int,
    line: Line,
    read: Reading | None,
    values: dict[str, int],
    wrapped: _Wrapped,
) -> bool:
    """Return whether a line is no paragraph of its own."""
    above = wrapped.rows[at - 1].strip()
    if not above:
        return False
    if read is None and not line.number:
        alone = split_number(cleaned(above))
        return wrapped.broken_before(at) or bool(alone.number and not alone.text)
    if read is None or not wrapped.broken_before(at):
        return False
    return not 0 < read.value <= values.get(read.scheme, 0) + _LEAP


def _glued(text: str, row: str) -> str:
    """Join two lines; a word that was hyphenated is one again."""
    if not text:
        return row
    if _HYPHEN.search(text) and not _AND.match(row):
        return f"{text[:-1] if row[0].islower() else text}{row}"
    return f"{text} {row}"


class _Levels:
    """How deep each line stands: a kind of number that is new stands below the last."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []
        self.led = False  # a lead-in came since the last number

    def of(self, line: Line) -> int:
        if line.depth is not None:
            return line.depth
        if not line.number:
            self.led = True
            return 0
        scheme = scheme_of(line.number)
        counted = not _BULLET.fullmatch(line.number)
        if self.led and not counted:
            self.open.clear()
        self.led = False
        self._close(scheme)
        while counted and self.open and _BULLET.fullmatch(self.open[-1][0]):
            self.open.pop()
        if not self.open or self.open[-1][0] != scheme:
            above = self.open[-1][1] if self.open else 0
            self.open.append((scheme, max(above + 1, usual_level(scheme))))
        return self.open[-1][1]

    def _close(self, scheme: str) -> None:
        """End the lists below, if one of this kind is open."""
        if any(kind == scheme for kind, _ in self.open):
            while self.open[-1][0] != scheme:
                self.open.pop()
