"""A file as it was read (Änderungen nachverfolgen), and all that it asks for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reihum.rules.text.changes import Change
from reihum.rules.text.tokens import Token


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
