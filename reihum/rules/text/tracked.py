"""What a word processor noted about changes (Änderungen nachverfolgen), understood.

A reader of files yields the text as a row of pieces: each token with whether it was
there before, was inserted, or deleted. `understand` lays that against the version that
the Land was sent. What stands there differently without being noted is found too, and
said: the person forgot to switch the noting on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from reihum.rules.text.changes import Change, fresh, settle, trim
from reihum.rules.text.difference import compare
from reihum.rules.text.tokens import Flat, Key, Start, Token, key


class State(StrEnum):
    """What became of a token."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


class Piece(NamedTuple):
    """A token and what became of it. What was inserted and deleted again is no piece.

    `move` names a stretch that was moved, the same where it left and where it arrived.
    `author` and `at` are what the file says (ISO 8601), shown to nobody but the Land.
    """

    token: Token
    state: State = State.KEPT
    move: str = ""
    author: str = ""
    at: str = ""


class Remark(NamedTuple):
    """A comment (Kommentar) on the pieces `start` to `end`, end not included."""

    start: int
    end: int
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read: its pieces in order, and the comments on them."""

    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def tracked(self) -> bool:
        """Whether any change was noted."""
        return any(one.state is not State.KEPT for one in self.pieces)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One change that a file asks for.

    `untracked` says that it was found by comparing; `retyped` counts words that were
    deleted and typed again as they were, on either side of it; `reason` joins the
    comments that stand at it; `move` is as in `Piece`. `rank` orders new paragraphs
    that stand at the same place one after the other.
    """

    change: Change
    reason: str = ""
    move: str = ""
    untracked: bool = False
    retyped: int = 0
    rank: int = 0


class Loose(NamedTuple):
    """A comment where nothing is changed: the id of its paragraph, and its text."""

    paragraph: str
    text: str


@dataclass(frozen=True, slots=True)
class Understood:
    """All that a file asks for.

    `untracked` says that something was changed without being noted; `retyped` counts
    the words that were deleted and typed again with nothing changed between them.
    """

    wanted: tuple[Wanted, ...]
    loose: tuple[Loose, ...] = ()
    untracked: bool = False
    retyped: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring pieces that are one change: which pieces, and what they ask for."""

    first: int
    last: int
    wanted: Wanted


def understand(flat: Flat, reading: Reading) -> Understood:
    """Return what a file asks for, said of the version that it was made from.

    No word is lost: those that the file notes as deleted are those of `wanted` and the
    retyped ones, and so are those that it notes as inserted (law in the tests).
    """
    runs = list(_runs(flat, reading.pieces))
    kept = [run for run in runs if _says_something(run.wanted.change)]
    retyped = sum(run.wanted.retyped for run in runs) - sum(
        run.wanted.retyped for run in kept
    )
    at = _paragraph_of_pieces(flat, reading.pieces)
    reasons, loose = _placed(flat, reading.remarks, kept, at)
    wanted = [
        replace(run.wanted, reason="\n".join(reasons.get(index, ())))
        for index, run in enumerate(kept)
    ]
    untracked = any(one.untracked for one in wanted)
    return Understood(tuple(_ranked(wanted)), loose, untracked, retyped)


def _says_something(change: Change) -> bool:
    return bool(change.new) or change.start < change.end


def _runs(flat: Flat, pieces: Sequence[Piece]) -> Iterator[_Run]:
    """Lay the paragraphs of the file against those of the version, and read each."""
    segments = _segments(pieces)
    theirs = [_keys_before(pieces[first:last]) for first, last in segments]
    ours = [
        flat.keys[start : flat.end_of(index)] for index, start in enumerate(flat.starts)
    ]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for tag, i, i_end, j, j_end in blocks:
        at = flat.starts[i] if i < len(flat.starts) else len(flat)
        first = segments[j][0] if j < len(segments) else len(pieces)
        last = segments[j_end - 1][1] if j_end > j else first
        if tag == "equal":
            yield from _noted(flat, pieces, first, last, at)
        else:
            yield from _unnoted(flat, (i, i_end), pieces, first, last)


def _segments(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return where each paragraph begins and ends that was there before the changes.

    What is inserted before the first of them belongs to it.
    """
    starts = [
        at
        for at, piece in enumerate(pieces)
        if piece.state is not State.INSERTED and isinstance(piece.token, Start)
    ]
    firsts = [0, *starts[1:]]
    return list(zip(firsts, [*firsts[1:], len(pieces)], strict=True))


def _keys_before(pieces: Iterable[Piece]) -> tuple[Key, ...]:
    return tuple(
        key(piece.token) for piece in pieces if piece.state is not State.INSERTED
    )


def _noted(
    flat: Flat, pieces: Sequence[Piece], first: int, last: int, at: int
) -> Iterator[_Run]:
    """Yield the changes that the file notes, from piece `first` at token `at` on."""
    begun: int | None = None
    start, new = at, list[Token]()
    for index in range(first, last):
        piece = pieces[index]
        if begun is not None and _ends(pieces, begun, index):
            yield _run(flat, Change(start, at, tuple(new)), pieces, begun, index)
            begun = None
        if piece.state is State.KEPT:
            at += 1
            continue
        if begun is None:
            begun, start, new = index, at, []
        if piece.state is State.DELETED:
            at += 1
        else:
            new.append(piece.token)
    if begun is not None:
        yield _run(flat, Change(start, at, tuple(new)), pieces, begun, last)


def _ends(pieces: Sequence[Piece], begun: int, index: int) -> bool:
    """Whether a change ends before this piece.

    It does where nothing changed, where a stretch that was moved begins or ends, and
    before the next whole paragraph of the same kind: each is a wish of its own.
    """
    before, here = pieces[index - 1], pieces[index]
    if here.state is State.KEPT or here.move != before.move:
        return True
    return (
        isinstance(here.token, Start)
        and isinstance(pieces[begun].token, Start)
        and here.state is before.state
        and here.state is pieces[begun].state
    )


def _run(
    flat: Flat, change: Change, pieces: Sequence[Piece], first: int, last: int
) -> _Run:
    bare = Change(change.start, change.end, fresh(change.new))
    short, retyped = trim(flat, bare)
    if _says_something(short):
        short = settle(flat, short)
    move = pieces[first].move
    return _Run(first, last, Wanted(short, move=move, retyped=retyped))


def _unnoted(
    flat: Flat, which: tuple[int, int], pieces: Sequence[Piece], first: int, last: int
) -> Iterator[_Run]:
    """Yield what is different in paragraphs that do not stand there as they were sent.

    What the file notes in them is part of that difference.
    """
    tokens = [
        pieces[at].token
        for at in range(first, last)
        if pieces[at].state is not State.DELETED
    ]
    start = flat.starts[which[0]] if which[0] < len(flat.starts) else len(flat)
    end = flat.end_of(which[1] - 1) if which[1] > which[0] else start
    for change in compare(_part(flat.tokens[start:end]), _part(tokens)):
        here = Change(change.start + start, change.end + start, change.new)
        yield _Run(first, last, Wanted(settle(flat, here), untracked=True))


def _part(tokens: Sequence[Token]) -> Flat:
    """Return a row of tokens as a text of its own."""
    starts = tuple(at for at, one in enumerate(tokens) if isinstance(one, Start))
    return Flat((), tuple(tokens), tuple(map(key, tokens)), starts)


def _ranked(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    """Number the insertions at one place, in the order in which the file has them."""
    seen: Counter[int] = Counter()
    for one in wanted:
        if one.change.start < one.change.end:
            yield one
            continue
        yield replace(one, rank=seen[one.change.start])
        seen[one.change.start] += 1


def _paragraph_of_pieces(flat: Flat, pieces: Sequence[Piece]) -> list[int]:
    """Return for each piece how many paragraphs of the file began before it."""
    count, found = 0, []
    for piece in pieces:
        if isinstance(piece.token, Start) and piece.state is not State.INSERTED:
            count += 1
        found.append(min(max(count - 1, 0), max(len(flat.starts) - 1, 0)))
    return found


def _placed(
    flat: Flat, remarks: Iterable[Remark], runs: Sequence[_Run], at: Sequence[int]
) -> tuple[dict[int, list[str]], tuple[Loose, ...]]:
    """Give each comment to the changes it stands at, or else to its paragraph."""
    reasons: dict[int, list[str]] = {}
    loose: list[Loose] = []
    for remark in remarks:
        found = _touched(remark, runs) or _same_paragraph(remark, runs, at)
        for index in found:
            reasons.setdefault(index, []).append(remark.text)
        if not found:
            place = at[min(remark.start, len(at) - 1)] if at else 0
            name = flat.paragraphs[place].id if flat.paragraphs else ""
            loose.append(Loose(name, remark.text))
    return reasons, tuple(loose)


def _touched(remark: Remark, runs: Sequence[_Run]) -> list[int]:
    end = max(remark.end, remark.start)
    return [
        index
        for index, run in enumerate(runs)
        if run.first <= end and run.last >= remark.start
    ]


def _same_paragraph(
    remark: Remark, runs: Sequence[_Run], at: Sequence[int]
) -> list[int]:
    """Return the nearest change in the paragraph of a comment, if there is one."""
    here = at[min(remark.start, len(at) - 1)] if at else 0
    near = [
        (min(abs(run.first - remark.start), abs(run.last - remark.start)), index)
        for index, run in enumerate(runs)
        if at[run.first] == here
    ]
    return [min(near)[1]] if near else []
