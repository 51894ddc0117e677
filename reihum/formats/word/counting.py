"""Numbers in a text with changes: those of the text stay, what is new joins its list.

So rejecting all changes prints the numbers of the text again, and accepting them counts
the new paragraphs in.
"""

from collections.abc import Iterable, Iterator, Sequence

from reihum.formats.word.ends import Line
from reihum.formats.word.labels import Family, label_of
from reihum.formats.word.lists import Lists, Place, depth_of, list_of
from reihum.rules.text.tokens import Start


def number(parts: Sequence[Sequence[Line]], lists: Lists) -> None:
    """Give all lines their places; the text's own first, they decide how lists run."""
    for line in (line for part in parts for line in part):
        if line.was is not None:
            line.old_place = _placed(line.was, lists)
        elif not line.noted.inserted_by:
            line.place = _placed(line.start, lists)
    for part in parts:
        for index, line in enumerate(part):
            if line.noted.inserted_by:
                line.place = _new_place(part, index, lists)


def _placed(start: Start, lists: Lists, *, anew: bool = False) -> Place | None:
    return lists.place(start.level, start.number or start.scheme, anew=anew)


def _new_place(part: Sequence[Line], index: int, lists: Lists) -> Place | None:
    """Return a place in the list that stands nearest, or else in a new one."""
    start = part[index].start
    depth = depth_of(start.level, start.scheme)
    if depth is None:
        return None
    name = list_of(label_of(start.scheme).family, depth)
    before = [part[at] for at in range(index - 1, -1, -1)]
    after = part[index + 1 :]
    for near in (_unbroken(before), _unbroken(after), before):
        num = next(_instances(near, name), None)
        if num is not None:
            return Place(num, depth)
    return _placed(start, lists, anew=True)


def _unbroken(neighbours: Iterable[Line]) -> Iterator[Line]:
    """Yield the neighbours up to a paragraph without a number: lists end there."""
    for line in neighbours:
        if depth_of(line.start.level, line.start.scheme) is None:
            return
        yield line


def _instances(neighbours: Iterable[Line], name: Family) -> Iterator[int]:
    """Yield the instances of a list that the neighbours stand in."""
    for line in neighbours:
        for start, place in ((line.was, line.old_place), (line.start, line.place)):
            if start is not None and place is not None:
                family = label_of(start.number or start.scheme).family
                if list_of(family, place.level) == name:
                    yield place.num
