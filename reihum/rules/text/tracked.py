"""What a word processor noted about changes (Änderungen nachverfolgen), understood.

A reader of files yields the text as a row of pieces: each token with whether it was
there before, was inserted, or deleted. `understand` lays that against the version that
the Land was sent. What stands there differently without being noted is found too, and
said: the person forgot to switch the noting on.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate

from reihum.rules.text.changes import Change, fresh
from reihum.rules.text.difference import compare, differences
from reihum.rules.text.reading import (
    Loose,
    Piece,
    Reading,
    Remark,
    State,
    Understood,
    Wanted,
)
from reihum.rules.text.remarks import placed
from reihum.rules.text.tidy import tidied
from reihum.rules.text.tokens import Flat, Key, Start, Token, is_space, key

__all__ = [
    "Loose", "Piece", "Reading", "Remark", "State", "Understood", "Wanted",
    "understand",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Block:
    """Some paragraphs of the file, and those of the version that they stand for.

    `begins` are the pieces at which those of the file begin, `last` is the one behind
    them; they stand for the paragraphs `i` to `i_end`. `equal` where they stand there
    as they were sent, whatever was noted since.
    """

    equal: bool
    i: int
    i_end: int
    begins: tuple[int, ...]
    first: int
    last: int

    def home(self, piece: int) -> int:
        """Return the paragraph of the version that a piece stands in, or nearest to."""
        offset = max(bisect_right(self.begins, piece) - 1, 0)
        return max(min(self.i + offset, self.i_end - 1), 0)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring pieces that are one change: which pieces, and what they ask for."""

    first: int
    last: int
    change: Change
    move: str = ""
    untracked: bool = False


def understand(flat: Flat, reading: Reading) -> Understood:
    """Return what a file asks for, said of the version that it was made from.

    No word is lost: those that the file notes as deleted are those of `wanted` and the
    retyped ones, and so are those that it notes as inserted (law in the tests).
    """
    pieces = reading.pieces
    blocks = list(_blocks(flat, pieces))
    runs = [run for block in blocks for run in _runs(flat, block, pieces)]
    kept: list[_Run] = []
    wanted: list[Wanted] = []
    left = 0
    found = tidied(flat, [run.change for run in runs])
    for run, (changes, retyped) in zip(runs, found, strict=True):
        counts = [retyped] + [0] * (len(changes) - 1)
        left += 0 if changes else retyped
        for change, count in zip(changes, counts, strict=False):
            kept.append(run)
            wanted.append(Wanted(change, "", run.move, run.untracked, count))
    reasons, loose = placed(
        reading.remarks,
        [(run.first, run.last) for run in kept],
        [at for block in blocks for at in block.begins],
    )
    told = (
        replace(one, reason="\n".join(lines))
        for one, lines in zip(wanted, reasons, strict=True)
    )
    return Understood(
        tuple(_ranked(told)),
        tuple(Loose(_home(flat, blocks, one.start), one.text) for one in loose),
        any(one.untracked for one in wanted),
        left,
    )


def _home(flat: Flat, blocks: Sequence[_Block], piece: int) -> str:
    """Return the paragraph that a piece stands in, empty if the text has none."""
    if not flat.paragraphs:
        return ""
    found = [block for block in blocks if block.first <= piece] or blocks
    return flat.paragraphs[found[-1].home(piece)].id


def _blocks(flat: Flat, pieces: Sequence[Piece]) -> Iterator[_Block]:
    """Lay the paragraphs of the file against those of the version."""
    begins, theirs = _paragraphs_before(pieces)
    ours = [
        flat.keys[start : flat.end_of(index)] for index, start in enumerate(flat.starts)
    ]
    opcodes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for tag, i, i_end, j, j_end in opcodes:
        first, last = (
            (begins[at] if at < len(begins) else len(pieces)) for at in (j, j_end)
        )
        yield _Block(tag == "equal", i, i_end, tuple(begins[j:j_end]), first, last)


def _paragraphs_before(
    pieces: Sequence[Piece],
) -> tuple[list[int], list[tuple[Key, ...]]]:
    """Return where each paragraph begins that was there before the changes, and it.

    What is inserted before the first of them belongs to it.
    """
    begins: list[int] = []
    found: list[list[Key]] = []
    for at, (token, state, *_) in enumerate(pieces):
        if state is State.INSERTED:
            continue
        if isinstance(token, Start) or not found:
            begins.append(at if found else 0)
            found.append([])
        found[-1].append(key(token))
    return begins, list(map(tuple, found))


def _runs(flat: Flat, block: _Block, pieces: Sequence[Piece]) -> Iterator[_Run]:
    return (_noted if block.equal else _unnoted)(flat, block, pieces)


def _noted(flat: Flat, block: _Block, pieces: Sequence[Piece]) -> Iterator[_Run]:
    """Yield the changes that the file notes."""
    at = start = flat.starts[block.i]
    begun: int | None = None
    new: list[Token] = []
    for index in range(block.first, block.last):
        token, state, *_ = pieces[index]
        if begun is not None and _ends(pieces, begun, index, new):
            yield _run(Change(start, at, fresh(new)), pieces, begun, index)
            begun = None
        if state is State.KEPT:
            at += 1
            continue
        if begun is None:
            begun, start, new = index, at, []
        if state is State.DELETED:
            at += 1
        else:
            new.append(token)
    if begun is not None:
        yield _run(Change(start, at, fresh(new)), pieces, begun, block.last)


def _run(change: Change, pieces: Sequence[Piece], first: int, last: int) -> _Run:
    return _Run(first, last, change, pieces[first].move)


def _ends(
    pieces: Sequence[Piece], begun: int, index: int, new: Sequence[Token]
) -> bool:
    """Whether a change ends before this piece; `new` is what it has put in so far.

    It does where nothing changed, where a stretch that was moved begins or ends (but
    words behind a new paragraph's start stay with it), and before the next whole
    paragraph of the same kind, or the next that is replaced: each is a wish of its own.
    """
    first, before, here = pieces[begun], pieces[index - 1], pieces[index]
    if here.state is State.KEPT:
        return True
    if here.move != before.move:
        word = here.state is State.INSERTED and not isinstance(here.token, Start)
        return not (word and any(isinstance(one, Start) for one in new))
    if not (isinstance(here.token, Start) and isinstance(first.token, Start)):
        return False
    if first.state is before.state:
        return here.state is before.state
    return here.state is State.DELETED


def _unnoted(flat: Flat, block: _Block, pieces: Sequence[Piece]) -> Iterator[_Run]:
    """Yield what is different in paragraphs that do not stand there as they were sent.

    What the file notes in them is part of that difference. Where only spaces are
    different from what was sent, nothing was changed without being noted.
    """
    start = flat.starts[block.i] if block.i < len(flat.starts) else len(flat)
    end = flat.end_of(block.i_end - 1) if block.i_end > block.i else start
    base = _row(flat.tokens[start:end])
    inside = range(block.first, block.last)
    there = [at for at in inside if pieces[at].state is not State.DELETED]
    before = [
        pieces[at].token for at in inside if pieces[at].state is not State.INSERTED
    ]
    untracked = bool(compare(base, _row(before)))
    changes = list(differences(base, _row([pieces[at].token for at in there])))
    solid = [at for at in there if not is_space(pieces[at].token)]
    for change, (a, b) in zip(changes, _places_after(base, changes), strict=True):
        first = solid[a] if a < len(solid) else block.last
        last = solid[b - 1] + 1 if b > a else first
        here = Change(change.start + start, change.end + start, change.new)
        yield _Run(first, last, here, "", untracked)


def _row(tokens: Sequence[Token]) -> Flat:
    """Return a row of tokens as a text of its own, even if it begins with a word."""
    starts = tuple(
        at for at, one in enumerate(tokens) if isinstance(one, Start) or not at
    )
    return Flat((), tuple(tokens), tuple(map(key, tokens)), starts)


def _places_after(flat: Flat, changes: Iterable[Change]) -> Iterator[tuple[int, int]]:
    """Yield where what is new stands in the changed text, spaces not counted."""
    solid = [0, *accumulate(not is_space(one) for one in flat.tokens)]
    shift = 0
    for change in changes:
        new = sum(not is_space(one) for one in change.new)
        start = solid[change.start] + shift
        yield start, start + new
        shift += new - (solid[change.end] - solid[change.start])


def _ranked(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    """Number the insertions at one place, in the order in which the file has them."""
    seen: Counter[int] = Counter()
    for one in wanted:
        if one.change.start < one.change.end:
            yield one
            continue
        yield replace(one, rank=seen[one.change.start])
        seen[one.change.start] += 1
