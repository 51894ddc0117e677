"""The paragraphs of a file with tracked changes, and where they begin before and after.

Word notes a change at the mark that *ends* a paragraph; in `rules.text` a paragraph has
a start. So the start of a line is what became of the mark before it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reihum.formats.word.names import Element


class Ink(NamedTuple):
    """Whether something stood there before and stands there after, and who did that.

    What was inserted and deleted again does neither.
    """

    before: bool = True
    after: bool = True
    move: str = ""
    author: str = ""
    at: str = ""

    @property
    def kept(self) -> bool:
        return self.before and self.after


KEPT = Ink()
GONE = Ink(before=False, after=False)


class Span(NamedTuple):
    """Some characters with one ink and one style (as in `rules.text.tokens.Word`)."""

    text: str
    ink: Ink
    style: str = ""


@dataclass(slots=True)
class Line:
    """A paragraph as it stands in the file. `offset` is where it begins in the text.

    `old` are its properties before somebody changed them, None if nobody did.
    """

    start: Ink
    properties: Element | None = None
    old: Element | None = None
    spans: list[Span] = field(default_factory=list)
    offset: int = 0
    element: Element | None = None

    def has(self, view: "View") -> bool:
        """Whether there is anything but spaces in this view."""
        return any(view(one.ink) and not one.text.isspace() for one in self.spans)

    def raw(self, view: "View") -> str:
        return "".join(one.text for one in self.spans if view(one.ink))

    def text(self, view: "View") -> str:
        return " ".join(self.raw(view).split())

    @property
    def said(self) -> str:
        """What stands there now, or stood there if it was deleted."""
        return self.text(after) or self.text(before)


View = Callable[[Ink], bool]
Leads = Callable[[Line, Line, View], bool]


def before(ink: Ink) -> bool:
    return ink.before


def after(ink: Ink) -> bool:
    return ink.after


def joined(lines: Iterable[Line]) -> list[Line]:
    """Join lines whose mark between them was inserted and deleted again.

    The mark that is left is the second one's, and with it its properties.
    """
    found: list[Line] = []
    for line in lines:
        if not found or line.start.before or line.start.after:
            found.append(line)
            continue
        found[-1].spans.append(Span("¶", GONE))  # a mark, too, takes one place
        found[-1].spans.extend(line.spans)
        found[-1].properties, found[-1].old = line.properties, line.old
    return found


def settled(lines: Sequence[Line]) -> None:
    """Let whole paragraphs come and go as a whole.

    Somebody who types a paragraph above another one presses Enter behind it: the mark
    inserted is the new one's own, so the start behind it looks new. It is the new
    paragraph that is new, and the other that stays, with level and number.
    """
    for line, following in pairwise(lines):
        if _says_nothing_new(line, following):
            line.start, following.start = GONE, KEPT
        if not line.start.kept or following.start.kept:
            continue
        view = before if following.start.after else after
        if not line.has(view):
            line.start, following.start = following.start, line.start


def _says_nothing_new(line: Line, following: Line) -> bool:
    """Whether the end of one paragraph only took the place of another.

    So it is where somebody adds a paragraph and deletes it again: Word's mark of the
    new one is left, and the old one is deleted.
    """
    come, gone = line.start, following.start
    if come.before == come.after or gone.before == gone.after:
        return False
    return come.after is gone.before and not line.has(after if come.after else before)


def dropped(lines: Sequence[Line], no_content: Callable[[Line], bool]) -> list[Line]:
    """Leave out lines such as headings; what follows them begins a paragraph."""
    found: list[Line] = []
    left = GONE
    for line in lines:
        start = line.start
        either = start._replace(
            before=start.before or left.before, after=start.after or left.after
        )
        if no_content(line):
            left = either
            continue
        line.start, left = either, GONE
        found.append(line)
    return found


def filled(lines: Sequence[Line], leads: Leads) -> None:
    """Take the start away, before or after, where no paragraph with words follows.

    It stays where a number without words `leads` those below it: "2." above its "a)".
    """
    for view in (before, after):
        following: Line | None = None
        said = False
        for line in reversed(lines):
            said = said or line.has(view)
            if not view(line.start):
                continue
            if said or (following is not None and leads(line, following, view)):
                following = line
            else:
                _take(line, view)
            said = False


def _take(line: Line, view: View) -> None:
    start = line.start
    if start.kept:  # nobody changed the mark, but the words that it begins
        changed = (one.ink for one in line.spans if not one.ink.kept)
        start = next(changed, start)
    line.start = start._replace(
        before=line.start.before and view is not before,
        after=line.start.after and view is not after,
    )
