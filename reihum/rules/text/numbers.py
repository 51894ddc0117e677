"""The numbers of a text: how they are written, and what they are once things moved.

A number is data, never counted by whoever shows it; but it follows from level, order
and how its list is numbered. `renumber` says what it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, takewhile
from typing import NamedTuple

from reihum.rules.text.paragraph import Paragraph, Part

BULLETS = frozenset("-–•")
DEEPEST = 6
_USUAL = {1: "1.", 2: "a)", 3: "aa)"}  # below them a dash
_LETTERS = 26
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _roman(value: int) -> str:
    said = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        said += sign * times
    return said


_ROMANS = {_roman(value): value for value in range(1, 40)}
_WRAPPED = re.compile(r"(\(?)([0-9]{1,3}|([a-z])\3{0,5}|[A-Z]|[IVX]{2,7})([.)])")
_STEPS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})+)(\.?)")


class Reading(NamedTuple):
    """A number understood: how it is written, and the how manyth it is.

    `above` are the numbers that stand in it before its own: (2,) in "2.3".
    """

    scheme: str
    value: int
    above: tuple[int, ...] = ()


def scheme_of(number: str) -> str:
    """Return how a number is written, with its first value: "3." → "1.", "cc)" → "aa)".

    A number of another kind is its own scheme.
    """
    return next((one.scheme for one in readings(number)), number)


def readings(number: str) -> tuple[Reading, ...]:
    """Return what a number can mean, the likeliest first: "aa)" may follow "z)"."""
    if number in BULLETS:
        return (Reading(number, 1),)
    if steps := _STEPS.fullmatch(number):
        *above, last = map(int, steps[1].split("."))
        scheme = ".".join("1" * (len(above) + 1)) + steps[2]
        return (Reading(scheme, last, tuple(above)),)
    wrapped = _WRAPPED.fullmatch(number)
    if wrapped is None or (wrapped[1] and wrapped[4] != ")"):
        return ()
    return tuple(
        Reading(f"{wrapped[1]}{first}{wrapped[4]}", value)
        for first, value in _counted(wrapped[2])
    )


def written(one: Reading) -> str:
    """Return the number: the third of "aa)" is "cc)"."""
    if one.scheme in BULLETS:
        return one.scheme
    body = one.scheme.strip("().")
    if "." in body:
        return one.scheme.replace(body, ".".join(map(str, (*one.above, one.value))))
    return one.scheme.replace(body, _said(body, one.value))


def renumber(
    paragraphs: Iterable[Paragraph], before: Iterable[Paragraph] = ()
) -> tuple[Paragraph, ...]:
    """Give every paragraph its number, from its level, its list and its place.

    A list begins again under another parent, and where it began again `before` (the
    text as it was; without it, as the numbers say): behind the same lead-in, or at the
    same paragraph. A new paragraph is numbered like its neighbours; so is one with a
    level and no number yet. A number of a kind that nobody can count stays.
    """
    now = tuple(paragraphs)
    known = _known(tuple(before) or now)
    walk = _Walk()
    return tuple(_numbered(one, at, now, walk, known) for at, one in enumerate(now))


def _counted(body: str) -> Iterator[tuple[str, int]]:
    """Yield the first value of each scheme that this may belong to, and its value."""
    if body.isdigit():
        yield "1", int(body)
    elif body.islower():
        place = ord(body[0]) - ord("a") + 1
        for width in range(min(len(body), 2), 0, -1):
            yield "a" * width, place + _LETTERS * (len(body) - width)
    else:
        if body in _ROMANS:
            yield "I", _ROMANS[body]
        if len(body) == 1:
            yield "A", ord(body) - ord("A") + 1


def _said(first: str, value: int) -> str:
    if first == "1":
        return str(value)
    if first == "I":
        return _roman(value)
    rounds, place = divmod(value - 1, _LETTERS)
    return chr(ord(first[0]) + place) * (len(first) + rounds)


Place = tuple[Part, int, str]  # what numbers have in common that count on


@dataclass
class _Open:
    """A list that goes on: its last number, where that stands, and which list it is."""

    last: Reading
    at: int
    list: int


@dataclass
class _Walk:
    """What is open while one goes through a text from its beginning."""

    open: dict[Place, _Open] = field(default_factory=dict)
    leads: list[tuple[int, str]] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)

    def leads_since(self, at: int) -> list[str]:
        found = takewhile(lambda lead: lead[0] > at, reversed(self.leads))
        return [identity for _, identity in found][::-1]

    def close(self, one: Paragraph) -> None:
        """End what stands deeper, but behind a lead-in, and all of another part."""
        for place in list(self.open):
            if place[0] != one.part or 0 < one.level < place[1]:
                del self.open[place]

    def above(self, one: Paragraph) -> tuple[int, ...]:
        """Return the numbers of the paragraphs that this one stands under."""
        latest: dict[int, _Open] = {}
        for (_, level, _), opened in self.open.items():
            if level < one.level and opened.at >= latest.get(level, opened).at:
                latest[level] = opened
        return tuple(latest[level].last.value for level in sorted(latest))

    def recent(self, one: Paragraph) -> str | None:
        """Return the scheme of the last number at this level."""
        beside = [
            (opened.at, place[2])
            for place, opened in self.open.items()
            if place[1] == one.level
        ]
        return max(beside)[1] if beside else None


@dataclass
class _Known:
    """What the text before says: schemes, and where lists began again.

    `leads` are the lead-ins behind which a list began again, `heads` the lists that
    did so with no lead-in between, `lists` the list of each paragraph.
    """

    numbers: dict[str, tuple[str, Reading]] = field(default_factory=dict)
    leads: set[tuple[str, Place]] = field(default_factory=set)
    heads: set[int] = field(default_factory=set)
    lists: dict[str, int] = field(default_factory=dict)


def _known(text: Sequence[Paragraph]) -> _Known:
    known, walk, fresh = _Known(), _Walk(), count(1)
    for at, one in enumerate(text):
        walk.close(one)
        if one.level == 0:
            walk.leads.append((at, one.id))
            continue
        read = _in_context(one, walk)
        if read is None:
            continue
        place = (one.part, one.level, read.scheme)
        before = walk.open.get(place)
        again = before is not None and read.value == 1 and read.scheme not in BULLETS
        number = next(fresh) if before is None or again else before.list
        if before is not None and again:
            between = walk.leads_since(before.at)
            if between:
                known.leads.add((between[-1], place))
            else:
                known.heads.add(number)
        walk.open[place] = _Open(read, at, number)
        known.numbers[one.id] = one.number, read
        known.lists[one.id] = number
    return known


def _in_context(one: Paragraph, walk: _Walk) -> Reading | None:
    """Return how a number is meant here: "I." after "H." is a letter."""
    possible = readings(one.number)
    for read in possible:
        opened = walk.open.get((one.part, one.level, read.scheme))
        if opened is not None and opened.last.value + 1 == read.value:
            return read
    return next(iter(possible), None)


def _numbered(
    one: Paragraph, at: int, now: Sequence[Paragraph], walk: _Walk, known: _Known
) -> Paragraph:
    walk.close(one)
    if one.level == 0:
        walk.leads.append((at, one.id))
        return one if not one.number else replace(one, number="")
    read = _meant(one, at, now, walk, known)
    if read is None:
        return one
    place = (one.part, one.level, read.scheme)
    before = walk.open.get(place)
    again = before is None or _again(one, place, before, walk, known)
    own = known.lists.get(one.id, 0)
    walk.begun.add(own)
    value = 1 if before is None or again else before.last.value + 1
    above = _above(read, None if again else before, walk.above(one))
    done = Reading(read.scheme, value, above)
    walk.open[place] = _Open(done, at, own)
    number = written(done)
    return one if number == one.number else replace(one, number=number)


def _meant(
    one: Paragraph, at: int, now: Sequence[Paragraph], walk: _Walk, known: _Known
) -> Reading | None:
    """Return how it is numbered: as it was, as it says, or like its neighbours."""
    was = known.numbers.get(one.id)
    if was is not None and was[0] == one.number:
        return was[1]
    if one.number:
        return next(iter(readings(one.number)), None)
    scheme = walk.recent(one) or _next_scheme(now, at) or _USUAL.get(one.level, "-")
    return Reading(scheme, 1)


def _next_scheme(now: Sequence[Paragraph], at: int) -> str | None:
    """Return how the next one of the same list is numbered, if it is."""
    one = now[at]
    for other in now[at + 1 :]:
        if other.part != one.part or 0 < other.level < one.level:
            return None
        if other.level == one.level and other.number and readings(other.number):
            return scheme_of(other.number)
    return None


def _again(
    one: Paragraph, place: Place, before: _Open, walk: _Walk, known: _Known
) -> bool:
    """Return whether a list begins again here, as it did before."""
    if any((lead, place) in known.leads for lead in walk.leads_since(before.at)):
        return True
    own = known.lists.get(one.id, 0)
    return own in known.heads and own not in walk.begun


def _above(
    read: Reading, before: _Open | None, parents: tuple[int, ...]
) -> tuple[int, ...]:
    """Return what stands in front of its own number: that of its parents, if any."""
    needed = read.scheme.strip("().").count(".")
    if len(parents) >= needed:
        return parents[len(parents) - needed :]
    return before.last.above if before else read.above or (1,) * needed
