"""A text while somebody writes it (Schreibbogen): rows as typed, empty ones too.

A line break begins a new paragraph. A number that is typed at the beginning of a
lead-in makes a numbered paragraph of it; nobody has to press a button for that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reihum.rules.text.marked import clipped, read_marked
from reihum.rules.text.numbers import BULLETS, DEEPEST, readings, renumber
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.pasted import split_number, usual_level
from reihum.rules.text.references import Stale, renewed, stale

LONGEST_NUMBER = 12
_BREAK = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LEAP = 2  # numbers may leave out one; a greater leap is part of the sentence


class Row(NamedTuple):
    """A paragraph as it comes from the form. `id` is empty for one that is new.

    `says` tells that its number is what it is; otherwise only how it is written.
    """

    id: str
    level: int
    number: str
    typed: str
    says: bool = True


class Caret(NamedTuple):
    """Where somebody is typing: in which row, behind how many signs of it."""

    row: str
    at: int


class Gone(NamedTuple):
    """The paragraph that was deleted last, and the id of the one it stood behind."""

    behind: str
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text on the desk, its references that went stale, and where one goes on.

    `last` is the highest number that an id of this text ever had: none is used twice.
    """

    paragraphs: tuple[Paragraph, ...]
    last: int = 0
    prefix: str = "p"
    stale: tuple[Stale, ...] = ()
    gone: Gone | None = None
    focus: str = ""
    caret: int | None = None

    def place(self, identity: str) -> int | None:
        """Return the place of a paragraph in the text."""
        ids = [one.id for one in self.paragraphs]
        return ids.index(identity) if identity in ids else None

    def fresh(self) -> str:
        """Return the next id."""
        return f"{self.prefix}{self.last + 1}"


def begin(
    paragraphs: Iterable[Paragraph], prefix: str = "p", taken: Iterable[str] = ()
) -> Sheet:
    """Lay a stored text on the desk; `taken` are ids of its earlier versions."""
    text = tuple(paragraphs)
    last = last_of(prefix, (*taken, *(one.id for one in text)))
    return Sheet(text, last, prefix)


def read_rows(rows: Iterable[Row], sheet: Sheet, caret: Caret | None = None) -> Sheet:
    """Read what came from the form; of `sheet` what else it carries is kept."""
    given = tuple(_sound(rows, sheet.prefix))
    ids = _Ids(
        sheet.prefix, max(sheet.last, last_of(sheet.prefix, (r.id for r in given)))
    )
    groups = [_pieces(row, ids) for row in given]
    settled = _typed_numbers(groups)
    known = [one.paragraph for one in settled if one.says]
    text = renumber((one.paragraph for one in settled), known or _NOTHING)
    was = [Paragraph(r.id, r.level, r.number, r.typed) for r in given if r.id]
    focus, at = _focus(given, groups, settled, caret)
    return replace(
        sheet, paragraphs=text, last=ids.last, focus=focus, caret=at,
        stale=stale_now(sheet.stale, was, text),
    )  # fmt: skip


def saved(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the text as it is stored: without empty paragraphs."""
    kept = filled(sheet.paragraphs)
    if len(kept) == len(sheet.paragraphs):
        return kept
    return renumber(kept, sheet.paragraphs)


def filled(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Leave out empty paragraphs, but not the "2." that stands above its "a)"."""
    kept: list[Paragraph] = []
    below = 0
    for one in reversed(paragraphs):
        if one.text or (one.number and 0 < one.level < below):
            kept.append(one)
            below = one.level
    return tuple(reversed(kept))


def changed(
    sheet: Sheet, text: Iterable[Paragraph], before: Sequence[Paragraph] = ()
) -> Sheet:
    """Return the sheet with another text: numbered anew, with what went stale.

    Where lists begin again is what `before` says, without it the sheet as it was.
    """
    was = sheet.paragraphs
    now = renumber(text, before or was or _NOTHING)
    return replace(sheet, paragraphs=now, stale=stale_now(sheet.stale, was, now))


# Something to compare with where nothing is known: then no list begins again.
_NOTHING = (Paragraph("", 0, "", ""),)


class _Ids:
    """Gives ids that were never given."""

    def __init__(self, prefix: str, last: int) -> None:
        self.prefix, self.last = prefix, last

    def fresh(self) -> str:
        self.last += 1
        return f"{self.prefix}{self.last}"


class _Piece(NamedTuple):
    """A line of a row; `cut` counts the signs at its beginning that are gone."""

    paragraph: Paragraph
    says: bool
    cut: int


def last_of(prefix: str, ids: Iterable[str]) -> int:
    """Return the highest number among ids; others than "p7" have none."""
    numbers = (one[len(prefix) :] for one in ids if one.startswith(prefix))
    return max((int(one) for one in numbers if one.isdecimal()), default=0)


def _sound(rows: Iterable[Row], prefix: str) -> Iterator[Row]:
    """Yield the rows with ids, levels and numbers that there can be."""
    used: set[str] = set()
    for row in rows:
        known = re.fullmatch(rf"{prefix}[1-9][0-9]{{0,6}}", row.id, re.ASCII)
        own = row.id if known and row.id not in used else ""
        used.add(own)
        level = min(max(row.level, 0), DEEPEST)
        number = row.number if level and len(row.number) <= LONGEST_NUMBER else ""
        typed = _BREAK.sub("\n", row.typed).replace("\t", " ")
        yield Row(own, level, number, typed, row.says)


def _pieces(row: Row, ids: _Ids) -> list[_Piece]:
    """Return a paragraph for each line; the first that has words keeps the id."""
    if row.level and "\n" in row.typed and not row.typed.strip():
        row = row._replace(level=0, number="", typed="")  # the end of a list
    text, marks = read_marked(row.typed)
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]*(?:\n|$)", text)]
    lines = lines[: text.count("\n") + 1]
    keeps = next((at for at, (_, line) in enumerate(lines) if line.strip()), 0)
    found: list[_Piece] = []
    for at, (begins, line) in enumerate(lines):
        cut = len(line) - len(line.lstrip())
        start, end = begins + cut, begins + len(line.rstrip())
        keep = at == keeps
        identity = row.id if keep and row.id else ids.fresh()
        number = row.number if keep or row.number in BULLETS else ""
        words, inside = text[start:end], clipped(marks, start, end)
        one = Paragraph(identity, row.level, number, words, inside)
        found.append(_Piece(one, row.says and keep, cut))
    return found


def _typed_numbers(groups: Iterable[Sequence[_Piece]]) -> list[_Piece]:
    """Make numbered paragraphs of lead-ins that begin with a number.

    So are the lines that follow it in its row: whoever typed "1." and went on to the
    next line is at "2." there.
    """
    found: list[_Piece] = []
    seen: dict[str, tuple[int, int]] = {}  # value and level of each scheme so far
    for group in groups:
        above: Paragraph | None = None
        for piece in group:
            now = piece if piece.paragraph.level else _numbered(piece, found, seen)
            if above is not None and not now.paragraph.level:
                now = piece._replace(paragraph=_following(piece.paragraph, above))
            one = now.paragraph
            above = one if now is not piece and one.text else None
            if one.level and (read := next(iter(readings(one.number)), None)):
                seen[read.scheme] = read.value, one.level
            found.append(now)
    return found


def _following(one: Paragraph, above: Paragraph) -> Paragraph:
    number = above.number if above.number in BULLETS else ""
    return replace(one, level=above.level, number=number)


def _numbered(
    piece: _Piece, above: Sequence[_Piece], seen: dict[str, tuple[int, int]]
) -> _Piece:
    """Return the piece as a numbered one, if a number that fits was typed."""
    one = piece.paragraph
    line = split_number(one.text)
    read = next(iter(readings(line.number)), None)
    if read is None or not line.text:
        return piece
    value, level = seen.get(read.scheme, (0, usual_level(line.number)))
    if read.value > value + _LEAP or (not value and read.value > 1):
        return piece
    if line.number in BULLETS:
        level = _below(above)
    cut = len(one.text) - len(line.text)
    marks = clipped(one.marks, cut, len(one.text))
    now = replace(one, level=level, number=line.number, text=line.text, marks=marks)
    first = read.value == 1 and line.number not in BULLETS
    return _Piece(now, piece.says and first, piece.cut + cut)


def _below(above: Sequence[_Piece]) -> int:
    """Return where a dash stands: beside another one, or below what is numbered."""
    last = above[-1].paragraph if above else None
    if last is None or last.level == 0:
        return 1
    deeper = 0 if last.number in BULLETS else 1
    return min(last.level + deeper, DEEPEST)


def _focus(
    rows: Sequence[Row],
    groups: Sequence[Sequence[_Piece]],
    settled: Sequence[_Piece],
    caret: Caret | None,
) -> tuple[str, int | None]:
    """Return in which paragraph, and where in it, somebody goes on."""
    at = 0
    for row, group in zip(rows, groups, strict=True):
        if caret is not None and row.id == caret.row:
            typed = row.typed[: max(caret.at, 0)]
            here = settled[at + min(typed.count("\n"), len(group) - 1)]
            place = len(typed.rsplit("\n", 1)[-1]) - here.cut
            return here.paragraph.id, max(place, 0)
        at += len(group)
    return "", None


def stale_now(
    known: Iterable[Stale], before: Sequence[Paragraph], now: Sequence[Paragraph]
) -> tuple[Stale, ...]:
    """Return what is still stale, and what has become so."""
    still = renewed(known, now)
    there = {(one.paragraph, one.words) for one in still}
    new = (one for one in stale(before, now) if one[:2] not in there)
    return (*still, *new)
