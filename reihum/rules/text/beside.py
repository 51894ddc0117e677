"""Two people wrote on from the same version: both texts beside each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reihum.rules.text.numbers import renumber
from reihum.rules.text.paragraph import Paragraph

Side = Literal["theirs", "yours"]


@dataclass(frozen=True, slots=True)
class Beside:
    """A paragraph in both texts; None where one of them does not have it.

    `suggested` is the side that changed it; where both did, it is yours, and a
    `conflict`.
    """

    id: str
    theirs: Paragraph | None
    yours: Paragraph | None
    suggested: Side
    conflict: bool

    @property
    def same(self) -> bool:
        """Whether there is nothing to choose."""
        return _content(self.theirs) == _content(self.yours)


def beside(
    base: Iterable[Paragraph],
    theirs: Sequence[Paragraph],
    yours: Sequence[Paragraph],
    last: int = 0,
) -> tuple[Beside, ...]:
    """Return what each of two texts has of every paragraph, in the order of yours.

    What only they have stands behind what it stands behind in their text. Paragraphs
    that both added by themselves are two; yours gets an id above `last`.
    """
    was = {one.id: one for one in base}
    there = {one.id: one for one in theirs}
    mine = {one.id: one for one in _own(yours, there, was, last)}
    return tuple(
        _pair(key, was.get(key), there.get(key), mine.get(key))
        for key in _order(list(there), list(mine))
    )


def settled(
    pairs: Iterable[Beside],
    picks: Mapping[str, str],
    before: Sequence[Paragraph],
) -> tuple[Paragraph, ...]:
    """Return the text that was chosen; what was not, as it is suggested."""
    chosen = (
        one.theirs if picks.get(one.id, one.suggested) == "theirs" else one.yours
        for one in pairs
    )
    return renumber((one for one in chosen if one is not None), before)


def _content(one: Paragraph | None) -> object:
    """Return what is compared: a number alone makes no difference."""
    return one and (one.level, one.text, one.marks)


def _pair(
    key: str, base: Paragraph | None, theirs: Paragraph | None, yours: Paragraph | None
) -> Beside:
    was, a, b = map(_content, (base, theirs, yours))
    suggested: Side = "theirs" if b == was else "yours"
    return Beside(key, theirs, yours, suggested, a != b and was not in (a, b))


def _own(
    yours: Sequence[Paragraph],
    theirs: Mapping[str, Paragraph],
    base: Mapping[str, Paragraph],
    last: int,
) -> Iterator[Paragraph]:
    """Yield your paragraphs; one that has the id of another of theirs gets its own."""
    for one in yours:
        both_new = one.id in theirs and one.id not in base
        if both_new and _content(theirs[one.id]) != _content(one):
            last += 1
            yield replace(one, id=f"{one.id[:1]}{last}")
        else:
            yield one


def _order(theirs: Sequence[str], yours: Sequence[str]) -> list[str]:
    order = list(yours)
    for at, key in enumerate(theirs):
        if key not in order:
            above = next((one for one in reversed(theirs[:at]) if one in order), None)
            order.insert(0 if above is None else order.index(above) + 1, key)
    return order
