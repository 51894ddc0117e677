"""Numbers in a text with changes: those of the text stay, what is new joins its list.

So rejecting all changes prints the numbers of the text again, and accepting them counts
the new paragraphs in.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

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
            line.place = line.old_place = _placed(line.start, lists)
    for part in parts:
        for index, line in enumerate(part):
            if line.noted.inserted_by:
                line.place = _new_place(part, index, lists)
    for part in parts:
        _settle(part)


def _settle(part: Sequence[Line]) -> None:
    """Let the end of a paragraph carry the number that its beginning has.

    Where two paragraphs become one, Word gives it the look of the second one's end;
    with us the first one's start stays. The same before: there it is the other way.
    """
    places = [(line.place, line.old_place) for line in part]
    at = {id(line): index for index, line in enumerate(part)}
    hosts = zip(_hosts(part, _goes, _stays), _hosts(part, _comes, _was), strict=True)
    for line, (after, before) in zip(part, hosts, strict=True):
        old = None if before is None else places[at[id(before)]][1]
        if after is not None:
            line.place = places[at[id(after)]][0]
        if before is not None and old != line.place:
            line.old_place = old
            line.moved_by = line.noted.inserted_by or line.noted.deleted_by


def _hosts(
    part: Iterable[Line], no_end: Callable[[Line], bool], start: Callable[[Line], bool]
) -> Iterator[Line | None]:
    """Yield for each line that ends in one view the line that it begins with there."""
    first: Line | None = None
    for line in part:
        if first is None and start(line):
            first = line
        if no_end(line):
            yield None
        else:
            yield first or line
            first = None


def _goes(line: Line) -> bool:
    return bool(line.end.deleted_by)


def _comes(line: Line) -> bool:
    return bool(line.end.inserted_by)


def _stays(line: Line) -> bool:
    return line.was is not None or not line.noted.deleted_by


def _was(line: Line) -> bool:
    return line.was is not None or not line.noted.inserted_by


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
