"""Real numbering: Word counts the paragraphs, and prints the numbers of the data.

The house's own numbers 1., a), aa) are one list of several levels, so that an a)
begins anew under each 1. by itself; every other kind is a list of its own. Where the
data do not go on as Word would count, a list instance begins that says where it starts.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from reihum.formats.word.labels import DASHES, DECIMAL, DOUBLE, LETTER, Family, label_of
from reihum.formats.word.markup import escaped

_LEVELS = 9  # as many as Word knows
_NSID = 0x52454948  # a list's own name, the same in every file
_STEP = 567  # a centimetre, in twentieths of a point
_HOUSE: tuple[tuple[Family, int], ...] = ((DECIMAL, 1), (LETTER, 1), (LETTER, DOUBLE))
_HOUSE_LEVELS = (*_HOUSE, *((DASHES, 1),) * (_LEVELS - len(_HOUSE)))


class Place(NamedTuple):
    """Where a paragraph stands in a list: the instance of the list, and the level."""

    num: int
    level: int


@dataclass(slots=True)
class _List:
    """A list: its levels, how far it has counted, and its latest instance (w:num).

    `restarted` is the level at which that instance begins anew; `skipped` are levels
    that were left out on the way down: whether they count as begun is open.
    """

    id: int
    levels: tuple[tuple[Family, int], ...]
    counted: dict[int, int] = field(default_factory=dict)
    num: int | None = None
    restarted: int | None = None
    skipped: set[int] = field(default_factory=set)


class Lists:
    """Gives paragraphs their place in a list, in the order of the text.

    `first_list` and `first_num` are the first ids that are free.
    """

    def __init__(self, first_list: int = 0, first_num: int = 1) -> None:
        self._first_list = first_list
        self._next_num = first_num
        self._lists: dict[Family, _List] = {}
        self._instances: list[str] = []

    def place(self, level: int, number: str, *, anew: bool = False) -> Place | None:
        """Return where Word prints this number; None for a paragraph without any.

        `anew` says that a list begins here, even if it could go on.
        """
        depth = depth_of(level, number)
        if depth is None:
            return None
        family, value = label_of(number)
        found = self._list(family, depth)
        if found.num is None or anew or not _follows(found, depth, value):
            self._begin(found, depth, value)
        if value is not None:
            _count(found, depth, value)
        return Place(found.num or 0, depth)

    def definitions(self) -> str:
        """Return the lists (w:abstractNum)."""
        return "".join(map(_definition, self._lists.values()))

    def instances(self) -> str:
        """Return the instances of the lists (w:num)."""
        return "".join(self._instances)

    def _list(self, family: Family, depth: int) -> _List:
        name = list_of(family, depth)
        if name not in self._lists:
            levels = _HOUSE_LEVELS if name == DECIMAL else ((family, 1),) * _LEVELS
            self._lists[name] = _List(self._first_list + len(self._lists), levels)
        return self._lists[name]

    def _begin(self, found: _List, depth: int, value: int | None) -> None:
        as_usual = value is None or value == found.levels[depth][1]
        first = found.num is None and as_usual
        found.num = self._next_num
        found.restarted = None if first else depth
        self._next_num += 1
        start = "" if first else _restart(depth, 1 if value is None else value)
        self._instances.append(
            f'<w:num w:numId="{found.num}"><w:abstractNumId w:val="{found.id}"/>'
            f"{start}</w:num>"
        )


def depth_of(level: int, number: str) -> int | None:
    """Return Word's level of a paragraph, which begins at 0; None: it is in no list."""
    if not number and level <= 0:
        return None
    return min(max(level - 1, 0), _LEVELS - 1)


def list_of(family: Family, depth: int) -> Family:
    """Return the name of the list that counts such numbers: the house's is DECIMAL."""
    house = depth < len(_HOUSE) and family == _HOUSE[depth][0]
    return DECIMAL if house else family


def _count(found: _List, depth: int, value: int) -> None:
    """Go on to a number; all levels below it begin again."""
    kept = {at: count for at, count in found.counted.items() if at < depth}
    found.counted = {**kept, depth: value}
    found.skipped = {at for at in range(depth) if at not in kept}


def _follows(found: _List, depth: int, value: int | None) -> bool:
    """Whether every programme, counting on, comes to this number.

    Above where an instance begins anew, and at a level that was skipped, Word and
    LibreOffice do not agree.
    """
    if found.restarted is not None and found.restarted > depth:
        return False
    if depth in found.skipped:
        return False
    start = found.levels[depth][1]
    return value is None or value == found.counted.get(depth, start - 1) + 1


def _restart(depth: int, value: int) -> str:
    start = f'<w:startOverride w:val="{value}"/>'
    return f'<w:lvlOverride w:ilvl="{depth}">{start}</w:lvlOverride>'


def _definition(one: _List) -> str:
    levels = "".join(
        _level(depth, family, start) for depth, (family, start) in enumerate(one.levels)
    )
    name = f"{_NSID + one.id:08X}"
    return (
        f'<w:abstractNum w:abstractNumId="{one.id}"><w:nsid w:val="{name}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(depth: int, family: Family, start: int) -> str:
    counted = family.format not in {"bullet", "none"}
    text = family.before + (f"%{depth + 1}" if counted else "") + family.behind
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{family.format}"/><w:lvlText w:val="{escaped(text)}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(depth + 1) * _STEP}" '
        f'w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
