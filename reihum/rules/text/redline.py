"""A text with what is changed in it, paragraph by paragraph, as a person reads it.

`redline` shows changes in their text; `compared` shows two versions of one text, and
knows by the ids that a paragraph was moved or has only got another number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Literal, NamedTuple

from reihum.rules.text.changes import Change, in_order
from reihum.rules.text.difference import compare
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Flat, Start, Token, flatten

State = Literal["same", "ins", "del"]
_AROUND = 1  # unchanged paragraphs that stay in sight beside a change
_MANY = 3  # unchanged paragraphs that are worth folding


class Bit(NamedTuple):
    """A stretch of words that all stay, are new, or go."""

    kind: State
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with what is changed in it.

    `start` says whether the paragraph itself stays, is new, or goes: where its words
    stay all the same, it was split off, or joined to the one above. `relabelled` says
    that it has another level or another kind of number. A new one has no id and no
    number.
    """

    id: str
    number: str
    level: int
    part: Part
    start: State
    pieces: tuple[Bit, ...]
    relabelled: bool = False

    @property
    def changed(self) -> bool:
        return self.relabelled or self.start != "same" or self.states != {"same"}

    @property
    def states(self) -> frozenset[State]:
        return frozenset(piece.kind for piece in self.pieces) or frozenset({"same"})


def redline(flat: Flat, changes: Iterable[Change]) -> tuple[Row, ...]:
    """Return the paragraphs of a text with these changes in them; none may overlap."""
    rows: list[Row] = []
    for start, words in _paragraphs(_marked(flat, changes)):
        row = _row(start, words)
        before = rows[-1] if rows else None
        if before is not None and _is_relabelled(before, row):
            rows.pop()
            row = replace(
                row, id=before.id, number=before.number, start="same", relabelled=True
            )
        rows.append(row)
    return tuple(rows)


class Kind(StrEnum):
    """What has become of a paragraph from one version to the other."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    HERE = "here"  # moved to this place
    AWAY = "away"  # moved from this place
    SPLIT = "split"  # split off from the one above
    JOINED = "joined"  # joined to the one above


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of two versions: its number in both, and its words in both."""

    kind: Kind
    part: Part
    level: int
    id: str
    old: str
    new: str
    pieces: tuple[Bit, ...]

    @property
    def renumbered(self) -> bool:
        return bool(self.old and self.new) and self.old != self.new

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to see."""
        return self.kind is Kind.SAME and not self.renumbered

    @property
    def before(self) -> tuple[Bit, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "ins")

    @property
    def after(self) -> tuple[Bit, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "del")


def compared(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Line, ...]:
    """Return all paragraphs of both versions in the order of the new one.

    What is gone stands where it was.
    """
    flat, other = flatten(old), flatten(new)
    rows = _side_by_side(redline(flat, compare(flat, other)), other.paragraphs)
    return tuple(_with_moves(list(_told(rows)), flat, other))


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that follow each other: shown, or folded away because nothing changed."""

    lines: tuple[Line, ...]
    folded: bool


def folded(lines: Sequence[Line]) -> tuple[Run, ...]:
    """Fold away what is far from any change; nothing is left out."""
    loud = [at for at, line in enumerate(lines) if not line.quiet]
    shown = {at + by for at in loud for by in range(-_AROUND, _AROUND + 1)}
    runs = [
        Run(tuple(lines[at] for at in places), folded=not is_shown)
        for is_shown, places in groupby(range(len(lines)), shown.__contains__)
    ]
    return tuple(
        replace(run, folded=run.folded and len(run.lines) >= _MANY) for run in runs
    )


def _marked(flat: Flat, changes: Iterable[Change]) -> Iterator[tuple[Token, State]]:
    at = 0
    for change in in_order(changes):
        yield from ((token, "same") for token in flat.tokens[at : change.start])
        yield from ((token, "del") for token in flat.tokens[change.start : change.end])
        yield from ((token, "ins") for token in change.new)
        at = change.end
    yield from ((token, "same") for token in flat.tokens[at:])


Marked = tuple[Token, State]


def _paragraphs(marked: Iterable[Marked]) -> Iterator[tuple[Marked, list[Marked]]]:
    """Yield each start with the words up to the next one."""
    start: Marked = (Start(Part.TEXT, 0, ""), "same")
    words: list[Marked] = []
    begun = False
    for token, state in marked:
        if not isinstance(token, Start):
            words.append((token, state))
            continue
        if begun or words:
            yield start, words
        start, words, begun = (token, state), [], True
    if begun or words:
        yield start, words


def _row(start: Marked, words: Iterable[Marked]) -> Row:
    token, state = start
    assert isinstance(token, Start)  # noqa: S101  (`_paragraphs` says so)
    pieces = [
        Bit(one, "".join(str(word[0]) for word, _ in run))
        for one, run in groupby(words, key=lambda word: word[1])
    ]
    shown = tuple(_without_loose_spaces(pieces))
    return Row(token.id, token.number, token.level, token.part, state, shown)


def _without_loose_spaces(pieces: Sequence[Bit]) -> Iterator[Bit]:
    """Leave out a space at either end that came or went with the words beside it."""
    last = len(pieces) - 1
    for at, piece in enumerate(pieces):
        if at not in (0, last) or piece.kind == "same" or piece.text.strip():
            yield piece


def _is_relabelled(before: Row, row: Row) -> bool:
    """Whether one paragraph's start stands instead of another's, without a word."""
    swapped = before.start == "del" and row.start == "ins"
    return swapped and not before.pieces and row.part is before.part


Sided = tuple[Row, Paragraph | None]


def _side_by_side(rows: Iterable[Row], new: Sequence[Paragraph]) -> list[Sided]:
    """Put each row beside the paragraph of the new version that it became."""
    found = iter(new)
    return [(row, None if row.start == "del" else next(found)) for row in rows]


def _told(rows: Iterable[Sided]) -> Iterator[Line]:
    for row, became in rows:
        yield Line(
            _kind(row),
            row.part,
            row.level,
            became.id if became else row.id,
            row.number,
            became.number if became else "",
            row.pieces,
        )


def _kind(row: Row) -> Kind:
    if row.start == "ins":
        return Kind.SPLIT if "same" in row.states and row.pieces else Kind.NEW
    if row.start == "del":
        return Kind.JOINED if "same" in row.states and row.pieces else Kind.GONE
    return Kind.CHANGED if row.changed else Kind.SAME


def _with_moves(lines: list[Line], flat: Flat, other: Flat) -> Iterator[Line]:
    """Recognise by its id what is gone at one place and new at another."""
    ours = {one.id: one for one in flat.paragraphs}
    theirs = {one.id: one for one in other.paragraphs}
    gone = _whole(lines, Kind.GONE, ours)
    came = _whole(lines, Kind.NEW, theirs)
    moved = {id_: (gone[id_], came[id_]) for id_ in gone.keys() & came.keys()}
    for at, line in enumerate(lines):
        places = moved.get(line.id)
        if places is None or at not in places:
            yield line
            continue
        was, now = lines[places[0]], lines[places[1]]
        rewritten = abs(places[0] - places[1]) == 1
        if at == places[1]:
            kind = Kind.CHANGED if rewritten else Kind.HERE
            pieces = _between(ours[line.id], theirs[line.id])
            yield replace(now, kind=kind, old=was.old, pieces=pieces)
        elif not rewritten:
            yield replace(was, kind=Kind.AWAY, new=now.new)


def _whole(
    lines: Iterable[Line], kind: Kind, paragraphs: Mapping[str, Paragraph]
) -> dict[str, int]:
    """Return where paragraphs are gone, or new, with all their words and no others."""
    return {
        line.id: at
        for at, line in enumerate(lines)
        if line.kind is kind
        and line.id in paragraphs
        and _letters(line.pieces) == "".join(paragraphs[line.id].text.split())
    }


def _letters(pieces: Iterable[Bit]) -> str:
    return "".join("".join(piece.text.split()) for piece in pieces)


def _between(old: Paragraph, new: Paragraph) -> tuple[Bit, ...]:
    flat, other = flatten([old]), flatten([new])
    rows = redline(flat, compare(flat, other))
    return tuple(piece for row in rows for piece in row.pieces)
