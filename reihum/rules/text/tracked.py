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
from itertools import accumulate

from reihum.rules.text.changes import Change, fresh
from reihum.rules.text.difference import differences
from reihum.rules.text.matching import Matcher
from reihum.rules.text.paragraph import Part
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
from reihum.rules.text.tokens import Flat, Key, Start, Token, Word, is_space, keys

__all__ = [
    "Loose", "Piece", "Reading", "Remark", "State", "Understood", "Wanted",
    "understand",
]  # fmt: skip

_END = Start(Part.TEXT, 0, "")  # stands for what is behind a text


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
    runs = list(
        _with_their_words(run for block in blocks for run in _runs(flat, block, pieces))
    )
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
    known = {_bare(one): one for one in ours} | {one: one for one in ours}
    theirs = [
        known.get(one, known.get(_bare(one), one)) if _is_joined(pieces, at) else one
        for at, one in zip(begins, theirs, strict=True)
    ]
    opcodes = Matcher(ours, theirs).get_opcodes()
    for tag, i, i_end, j, j_end in opcodes:
        first, last = (
            (begins[at] if at < len(begins) else len(pieces)) for at in (j, j_end)
        )
        yield _Block(tag == "equal", i, i_end, tuple(begins[j:j_end]), first, last)


def _bare(paragraph: Sequence[Key]) -> tuple[Key, ...]:
    """Return part and words of a paragraph, without its level."""
    start, *rest = paragraph
    return (start[0], *rest)


def _is_joined(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a paragraph lost its start: its level may be that of the one before.

    LibreOffice writes it so. What goes is the start, of whatever level.
    """
    return pieces[at].state is State.DELETED and isinstance(pieces[at].token, Start)


def _paragraphs_before(
    pieces: Sequence[Piece],
) -> tuple[list[int], list[tuple[Key, ...]]]:
    """Return where each paragraph begins that was there before the changes, and it.

    What is inserted before the first of them belongs to it.
    """
    starts = [
        at
        for at, piece in enumerate(pieces)
        if isinstance(piece[0], Start) and piece[1] is not State.INSERTED
    ]
    begins = [0, *starts[1:]] if pieces else []
    ends = [*begins[1:], len(pieces)]
    found = [
        keys([one[0] for one in pieces[begin:end] if one[1] is not State.INSERTED])
        for begin, end in zip(begins, ends, strict=False)
    ]
    return begins, found


def _runs(flat: Flat, block: _Block, pieces: Sequence[Piece]) -> Iterator[_Run]:
    return (_noted if block.equal else _unnoted)(flat, block, pieces)


def _with_their_words(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Yield runs; words at the heels of a new paragraph's start belong to it.

    They stand in a run of their own where the start was noted and the words were not.
    Apart they would be put in front of it: words come before a new paragraph.
    """
    held: _Run | None = None
    for run in runs:
        if held is not None and _is_torn(held.change, run.change):
            change = replace(
                run.change,
                start=held.change.start,
                new=(*held.change.new, *run.change.new),
            )
            held = replace(run, first=held.first, change=change)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def _is_torn(one: Change, following: Change) -> bool:
    begun = any(isinstance(token, Start) for token in one.new)
    words = bool(following.new) and not following.begins_paragraph
    return begun and words and one.end == following.start


def _noted(flat: Flat, block: _Block, pieces: Sequence[Piece]) -> Iterator[_Run]:
    """Yield the changes that the file notes."""
    at, behind = flat.starts[block.i], block.first
    for first, last in _stretches(pieces, block.first, block.last):
        at += first - behind
        row = pieces[first:last]
        new = fresh([one.token for one in row if one.state is State.INSERTED])
        end = at + len(row) - len(new)
        yield _Run(first, last, Change(at, end, new), row[0].move)
        at, behind = end, last


def _stretches(
    pieces: Sequence[Piece], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield the pieces of each change: its first, and the one behind its last."""
    begun: int | None = None
    behind = first
    changed = [at for at in range(first, last) if pieces[at][1] is not State.KEPT]
    for index in changed:
        if begun is not None and (index > behind or _ends(pieces, begun, index)):
            yield begun, behind
            begun = None
        begun = index if begun is None else begun
        behind = index + 1
    if begun is not None:
        yield begun, behind


def _ends(pieces: Sequence[Piece], begun: int, index: int) -> bool:
    """Whether a change ends before this piece, although the next one is at its heels.

    It does where a stretch that was moved begins or ends (but words behind the start of
    a new paragraph stay with it), and before the next whole paragraph of the same kind,
    or the next that is replaced: each is a wish of its own.
    """
    first, before, here = pieces[begun], pieces[index - 1], pieces[index]
    if here.move != before.move:
        word = here.state is State.INSERTED and not isinstance(here.token, Start)
        return not (word and any(map(_begins_new, pieces[begun:index])))
    if not (isinstance(here.token, Start) and isinstance(first.token, Start)):
        return False
    if first.state is before.state:
        return here.state is before.state
    return here.state is State.DELETED


def _begins_new(piece: Piece) -> bool:
    return piece.state is State.INSERTED and isinstance(piece.token, Start)


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
    untracked = _solid(base.tokens) != _solid(before)
    changes = list(differences(base, _row([pieces[at].token for at in there])))
    solid = [at for at in there if not is_space(pieces[at].token)]
    for change, (a, b) in zip(changes, _places_after(base, changes), strict=True):
        first = solid[a] if a < len(solid) else block.last
        last = solid[b - 1] + 1 if b > a else first
        here = Change(change.start + start, change.end + start, change.new)
        if not _only_empty(flat, here):
            yield _Run(first, last, here, "", untracked)


def _only_empty(flat: Flat, change: Change) -> bool:
    """Whether all that goes are paragraphs without words, which no file carries.

    One that stands as a number above a deeper one ("2." above its "a)") is carried.
    """
    old = flat.tokens[change.start : change.end]
    below = flat.tokens[change.end] if change.end < len(flat) else _END
    if change.new or not old or isinstance(below, Word):
        return False
    return not any(isinstance(one, Word) or _leads(one, below) for one in old)


def _leads(one: Start, below: Start) -> bool:
    return one.part is below.part and 0 < one.level < below.level


def _row(tokens: Sequence[Token]) -> Flat:
    """Return a row of tokens as a text of its own, even if it begins with a word."""
    starts = tuple(
        at for at, one in enumerate(tokens) if isinstance(one, Start) or not at
    )
    return Flat((), tuple(tokens), keys(tokens), starts)


def _solid(tokens: Iterable[Token]) -> tuple[Key, ...]:
    return keys(one for one in tokens if not is_space(one))


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
