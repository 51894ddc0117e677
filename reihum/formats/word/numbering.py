"""Word's numbering: which number is printed before a paragraph, and its level.

numbering.xml knows abstract lists, which count, and lists made from them, which may
change a level or start again. Numbers are not stored anywhere: they are counted here
as Word counts when it opens the file.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from reihum.formats.word.names import Element, w
from reihum.formats.word.numerals import written
from reihum.formats.word.styles import Styles, on, value

DASH = "-"
_DEEPEST = 8
_ALPHABET = 26
_PLACE = re.compile(r"%([1-9])")
_STRAY = re.compile(r"%(?![1-9])")  # LibreOffice leaves some behind in "%3%3)"
_OUR_LETTER = re.compile(r"%([1-9])(%\1)?\)")
_OUR_FIGURE = re.compile(r"%[1-9]\.")


class Place(NamedTuple):
    """Where a paragraph stands in a list: its number's id and the level in it.

    No list is `NOWHERE`.
    """

    number: str = ""
    level: int = 0


NOWHERE = Place()


class Printed(NamedTuple):
    """What is printed before a paragraph, and its level as `rules.text` counts."""

    level: int
    number: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is None for "after any higher one"."""

    start: int
    kind: str
    text: str
    legal: bool
    restart: int | None
    style: str

    @property
    def visible(self) -> bool:
        return self.kind == "bullet" or bool(self.text.strip())

    @property
    def ours(self) -> int:
        """Return 1 for "1.", 2 for "a)", 3 for "aa)", and 0 for other ways."""
        if self.kind == "decimal":
            return 1 if _OUR_FIGURE.fullmatch(self.text) else 0
        match = _OUR_LETTER.fullmatch(self.text) if self.kind == "lowerLetter" else None
        if match is None:
            return 0
        return 3 if match[2] or self.start > _ALPHABET else 2  # after "z" comes "aa"


_PLAIN = Level(1, "decimal", "", legal=False, restart=None, style="")


@dataclass(frozen=True, slots=True)
class List:
    """A list (num): which abstract one counts for it, its levels, where it starts."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def at(self, level: int) -> Level:
        return self.levels.get(level, _PLAIN)

    def depth(self, level: int) -> int:
        """Return the level as `rules.text` counts: "1.", "a)" and "aa)" have their own.

        In a list that also numbers otherwise ("I.", then "1."), each such level above
        moves it down by one.
        """
        ours = self.at(level).ours
        above = map(self.at, range(level))
        foreign = sum(one.visible and not one.ours for one in above)
        return ours + foreign if ours else level + 1


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a file by their id, and how styles number."""

    lists: dict[str, List]
    styles: Styles
    _known: dict[str, Place] = field(default_factory=dict)

    def place(self, properties: Element | None) -> Place:
        """Return where a paragraph with these properties (pPr) stands."""
        style = value(properties, "pStyle")
        own = None if properties is None else properties.find(w("numPr"))
        inherited = self._of_style(style)
        if own is None:
            return inherited
        number = value(own, "numId") or inherited.number
        level = value(own, "ilvl")
        if number not in self.lists:
            return NOWHERE
        return Place(number, _depth(level) if level else inherited.level)

    def _of_style(self, style: str) -> Place:
        if style not in self._known:
            self._known[style] = self._look_up(style)
        return self._known[style]

    def _look_up(self, style: str) -> Place:
        number, level, said_by = self.styles.numbering(style)
        found = self.lists.get(number)
        if found is None:
            return NOWHERE
        linked = (at for at, one in found.levels.items() if one.style == said_by)
        return Place(number, next(linked, _depth(level)))


def numbering(root: Element | None, styles: Styles) -> Numbering:
    """Read numbering.xml."""
    if root is None:
        return Numbering({}, styles)
    abstracts = {_id(one, "abstractNumId"): one for one in root.iter(w("abstractNum"))}
    nums = {_id(one, "numId"): one for one in root.iter(w("num"))}
    linked = {
        value(one, "styleLink"): key
        for key, one in abstracts.items()
        if one.find(w("styleLink")) is not None
    }
    lists = {
        key: _list(one, abstracts, linked) for key, one in nums.items() if key != "0"
    }
    return Numbering(lists, styles)


class Count:
    """Counts while a text is read from its beginning."""

    def __init__(self, lists: Numbering) -> None:
        self.lists = lists.lists
        self.now: dict[str, dict[int, int]] = {}
        self.started: set[tuple[str, int]] = set()
        self.depths: dict[Place, int] = {}
        self.base = 0

    def next(self, place: Place | Printed) -> Printed:
        """Return what is printed before the next paragraph.

        What was typed by hand comes as `Printed` and stays. A dash stands one level
        below the last paragraph that has none.
        """
        found = place if isinstance(place, Printed) else self._counted(place)
        if found.number == DASH:
            return Printed(self.base + 1, DASH)
        self.base = found.level
        return found

    def _counted(self, place: Place) -> Printed:
        found = self.lists.get(place.number)
        if found is None:
            return Printed(0, "")
        level = found.at(place.level)
        counters = self.now.setdefault(found.abstract, {})
        self._step(place, found, counters)
        if level.kind == "bullet":
            return Printed(0, DASH)
        number = _printed(level, found, counters)
        if place not in self.depths:
            self.depths[place] = found.depth(place.level)
        return Printed(self.depths[place] if number else 0, number)

    def _step(self, place: Place, found: List, counters: dict[int, int]) -> None:
        at, (number, _) = place.level, place
        again = at in found.starts and (number, at) not in self.started
        self.started.add((number, at))
        if again:
            counters[at] = found.starts[at]
        else:
            counters[at] = counters.get(at, found.at(at).start - 1) + 1
        for below in [one for one in counters if one > at]:
            restart = found.at(below).restart
            if restart is None or at < restart:
                del counters[below]


def _printed(level: Level, found: List, counters: dict[int, int]) -> str:
    def put(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        one = found.at(at)
        kind = "decimal" if level.legal else one.kind
        return written(counters.get(at, one.start), kind)

    return " ".join(_PLACE.sub(put, level.text).split())


def _list(num: Element, abstracts: dict[str, Element], linked: dict[str, str]) -> List:
    abstract = value(num, "abstractNumId")
    source = abstracts.get(abstract)
    link = value(source, "numStyleLink")
    if link in linked:
        abstract = linked[link]
        source = abstracts[abstract]
    levels = {} if source is None else _levels(source)
    starts: dict[int, int] = {}
    for override in num.findall(w("lvlOverride")):
        levels |= _levels(override)
        start = value(override, "startOverride")
        if start:
            starts[_depth(_id(override, "ilvl"))] = _number(start, 1)
    return List(abstract, levels, starts)


def _levels(source: Element) -> dict[int, Level]:
    return {_depth(_id(one, "ilvl")): _level(one) for one in source.findall(w("lvl"))}


def _level(one: Element) -> Level:
    restart = value(one, "lvlRestart")
    return Level(
        start=_number(value(one, "start"), 0),
        kind=value(one, "numFmt") or "decimal",
        text=_STRAY.sub("", value(one, "lvlText")),
        legal=bool(on(one, "isLgl")),
        restart=_number(restart, 0) if restart else None,
        style=value(one, "pStyle") or "\0",
    )


def _id(one: Element, name: str) -> str:
    return one.get(w(name), "")


def _depth(level: str) -> int:
    return min(max(_number(level, 0), 0), _DEEPEST)


def _number(text: str, otherwise: int) -> int:
    """Return a number of at most nine digits, as a counter holds it."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else otherwise
