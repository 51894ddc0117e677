"""The numbers of a text in one of its two views, whether Word counts or a person typed.

The text before and after the changes is counted each for itself: a paragraph inserted
moves the numbers behind it.
"""

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import NamedTuple

from reihum.formats.word.lines import Line, View, before
from reihum.formats.word.names import Element
from reihum.formats.word.numbering import DASH, NOWHERE, Count, Numbering, Place
from reihum.formats.word.parts import HEADINGS, Role, title_words
from reihum.formats.word.typed import NOT_THERE, Numbered, Typed

_COUNTED = frozenset((Role.TEXT, Role.RATIONALE))


class Counted(NamedTuple):
    """The numbers of all lines by their offset, and where dashes stand in dashes."""

    numbers: Mapping[int, Numbered]
    nested: tuple[Line, ...]

    def of(self, line: Line) -> Numbered:
        return self.numbers.get(line.offset, NOT_THERE)


def counted(
    lists: Numbering,
    lines: Iterable[tuple[Line, Role]],
    view: View,
    was: Counted | None = None,
) -> Counted:
    """Count the lines that are there in a view; `was` is what was found before.

    "– " that came to the start of a line only because a paragraph was split there, or
    the words above it deleted, was not typed as a number and stays among the words.
    """
    count, typed = Count(lists), Typed(view)
    numbers: dict[int, Numbered] = {}
    nested: list[Line] = []
    outermost = -1
    for line, role in lines:
        if not view(line.start):
            continue
        if role in HEADINGS:
            typed.restart()
        place = lists.place(_properties(line, view))
        hand = _by_hand(line, role, place, typed)
        if was and hand.typed and not (was.of(line).typed or _is_new(line, hand.typed)):
            hand = NOT_THERE
        by_hand = hand.typed and role is not Role.TITLE
        printed = count.next(hand.printed if by_hand else place)
        typed.passed(printed.number)
        numbers[line.offset] = Numbered(printed, hand.typed)
        if printed.number != DASH:
            outermost = -1
        elif outermost < 0:
            outermost = place.level
        elif place.level > outermost:
            nested.append(line)
    return Counted(numbers, tuple(nested))


def _is_new(line: Line, length: int) -> bool:
    """Whether a line begins with so many characters that were inserted."""
    new = (one for one in line.spans if one.ink.before or one.ink.after)
    first = takewhile(lambda one: not one.ink.before, new)
    return sum(len(one.text) for one in first) >= length


def _properties(line: Line, view: View) -> Element | None:
    return line.old if view is before and line.old is not None else line.properties


def _by_hand(line: Line, role: Role, place: Place, typed: Typed) -> Numbered:
    """Return what somebody typed before the words, if anything."""
    if role is Role.TITLE:
        return Numbered(typed=title_words(line.raw(typed.view)))
    if place != NOWHERE or role not in _COUNTED:
        return NOT_THERE
    return typed.find(line)
