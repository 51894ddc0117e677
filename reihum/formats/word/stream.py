"""Lines with inks become pieces: whole words, each kept, inserted or deleted.

Word notes changes by the character and cuts runs where it likes. A piece is a whole
word, and these two laws hold: the pieces that were not inserted are the text with all
changes rejected, taken apart as `rules.text.tokens` does; those that were not deleted
are the text with all changes accepted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from reihum.formats.word.lines import Ink, Span
from reihum.formats.word.region import Atom, woven
from reihum.rules.text.tokens import Start, Word, split
from reihum.rules.text.tracked import Piece, State

_MOST_STYLES = 500  # in one paragraph; beyond, it is none that a person gave it


class Opened(NamedTuple):
    """A paragraph: its start before and after (None where there is none), its words."""

    ink: Ink
    before: Start | None
    after: Start | None
    spans: Sequence[Span]
    offset: int = 0


@dataclass(slots=True)
class Stream:
    """The pieces, and for each the place where it begins."""

    pieces: list[Piece] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def add(self, piece: Piece, place: int) -> None:
        self.pieces.append(piece)
        self.places.append(max(place, self.places[-1]) if self.places else place)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the pieces between two places; at one place, the piece before it."""
        if not self.places:
            return 0, 0
        first = bisect_right(self.places, start if start < end else start - 1) - 1
        last = bisect_left(self.places, end)
        return max(first, 0), max(last, first + 1, 1)


def stream(paragraphs: Iterable[Opened]) -> Stream:
    """Cut a text into pieces."""
    weaver = _Weaver()
    for one in paragraphs:
        weaver.open(one)
        weaver.fill(one)
    weaver.flush(at_end=True)
    return weaver.done


class _Weaver:
    """Passes on whole words, and gathers what may change together in a region."""

    def __init__(self) -> None:
        self.done = Stream()
        self.known: dict[str, Piece] = {}
        self.region: list[Atom] = []
        self.at_start = True  # whether the region stands right behind a start
        self.styled = 0  # spans since then

    def open(self, one: Opened) -> None:
        """Begin a paragraph. One that is there in one view only may be joined."""
        if one.before is not None and one.after is not None:
            self.flush(at_end=True)
            self.at_start, self.styled = True, 0
            self._start(one, one.before, one.after)
            return
        start = one.before or one.after
        if start is not None:
            self.region.append(Atom(one.offset, one.ink, start=start))

    def _start(self, one: Opened, was: Start, now: Start) -> None:
        if was == now:
            self.done.add(Piece(was), one.offset)
            return
        for start, state in ((was, State.DELETED), (now, State.INSERTED)):
            self.done.add(Piece(start, state, *one.ink[2:]), one.offset)

    def fill(self, one: Opened) -> None:
        """Pass on a paragraph's words; `held` is a kept stretch with an open end."""
        held: Atom | None = None
        group: list[Atom] = []
        self.styled += sum(1 for span in one.spans if span.style)
        for atom in _atoms(one, plain=self.styled > _MOST_STYLES):
            if not atom.ink.kept:
                group.append(atom)
                continue
            if held is not None and _is_clean(held, group, atom):
                self._say(held)
                for changed in group:
                    self._say(changed)
                held = atom
            else:
                self._gather(held, group)
                held = self._resume(atom)
            group = []
        self._gather(held, group)

    def flush(self, *, at_end: bool) -> None:
        """Weave the two views of what has gathered."""
        for piece, place in woven(self.region, left=self.at_start, right=at_end):
            self.done.add(piece, place)
        self.region = []
        self.at_start = False

    def _gather(self, held: Atom | None, group: list[Atom]) -> None:
        """Pass on what is held but for its last word, which may go on."""
        if held is not None:
            inside, last = _split(held, _tail(held.text))
            self._say(inside)
            self.region.append(last)
        self.region.extend(group)

    def _resume(self, kept: Atom) -> Atom | None:
        """End the region with the first word of a kept stretch; return the rest."""
        text = kept.text
        at_start = self.at_start and not self.region
        head = len(text) - len(text.lstrip()) if at_start else _head(text)
        first, rest = _split(kept, head)
        self.region.append(first)
        if not rest.text:
            return None
        self.flush(at_end=False)
        return rest

    def _say(self, atom: Atom) -> None:
        """Pass on whole words."""
        if not atom.text:
            return
        found = split(atom.text)
        self.done.places.extend(accumulate(map(len, found[:-1]), initial=atom.at))
        if atom.ink.kept and not atom.style:
            self.done.pieces.extend(map(self._plain, found))
            return
        state = State.KEPT
        if not atom.ink.kept:
            state = State.DELETED if atom.ink.before else State.INSERTED
        self.done.pieces.extend(
            Piece(_word(one, atom.style), state, *atom.ink[2:]) for one in found
        )

    def _plain(self, text: str) -> Piece:
        """Return the piece of a kept word: the same one for the same word."""
        piece = self.known.get(text)
        if piece is None:
            piece = self.known[text] = Piece(_word(text))
        return piece


def _word(text: str, style: str = "") -> Word:
    return Word(" " if text.isspace() else text, style)


def _atoms(one: Opened, *, plain: bool) -> Iterator[Atom]:
    """Yield the characters of a paragraph with their places."""
    at = one.offset + 1
    for text, ink, style in one.spans:
        if ink.before or ink.after:
            yield Atom(at, ink, text, "" if plain else style)
        at += len(text)


def _is_clean(held: Atom, group: Iterable[Atom], following: Atom) -> bool:
    """Whether words end where the inks end: no word goes on in another ink.

    Either all begin with a space, or all end with one.
    """
    behind = held.text[-1].isspace()
    return following.text[0].isspace() is not behind and all(
        one.text[-1].isspace() is behind and one.text[0].isspace() is not behind
        for one in group
    )


def _split(atom: Atom, at: int) -> tuple[Atom, Atom]:
    first = atom._replace(text=atom.text[:at])
    return first, atom._replace(at=atom.at + at, text=atom.text[at:])


def _head(text: str) -> int:
    """Return where the second word begins, or the end if there is none."""
    _, *rest = text.split(maxsplit=1) or [""]
    return len(text) - len(rest[0]) if rest else len(text)


def _tail(text: str) -> int:
    """Return where the last word begins, 0 if it is the only one."""
    *others, last = text.rsplit(maxsplit=1) or [""]
    return len(text.rstrip()) - len(last) if others else 0
