"""A text with one Land's wishes in it, paragraph by paragraph, to be worked at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reihum.rules.text.changes import Change
from reihum.rules.text.drafting import (
    All,
    bounds,
    inside,
    key_of,
    reaches_beyond,
    typed,
    wording,
)
from reihum.rules.text.numbers import scheme_of
from reihum.rules.text.paragraph import Part
from reihum.rules.text.redline import Row, redline
from reihum.rules.text.tokens import Flat, Start, flatten
from reihum.rules.text.tracked import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or one that is to be new.

    `id` is empty for a new one; `key` names that wish (`drafting.key_of`). `text` is
    how it is to read; `rows` show what is changed in it. `beyond` says that a wish
    reaches into a neighbour, too, so that it can be taken back only as a whole.
    """

    id: str = ""
    key: str = ""
    number: str = ""
    level: int
    scheme: str
    part: Part
    rows: tuple[Row, ...]
    text: str
    reasons: tuple[str, ...]
    count: int
    beyond: bool = False
    untracked: bool = False

    @property
    def changed(self) -> bool:
        return self.count > 0

    @property
    def gone(self) -> bool:
        return not self.text


def laid_out(flat: Flat, wanted: Iterable[Wanted]) -> tuple[Line, ...]:
    """Return all paragraphs with the wishes for them, the new ones at their places."""
    wishes = tuple(wanted)
    return tuple(_lines(flat, wishes))


def _lines(flat: Flat, wanted: All) -> Iterator[Line]:
    for index, start in enumerate(flat.starts):
        yield from (_new(one) for one in wanted if _is_new_at(one, start))
        yield _old(flat, wanted, index)
    yield from (_new(one) for one in wanted if _is_new_at(one, len(flat)))


def _is_new_at(one: Wanted, at: int) -> bool:
    change = one.change
    return change.start == change.end == at and change.begins_paragraph


def _old(flat: Flat, wanted: All, index: int) -> Line:
    one = flat.paragraphs[index]
    here = inside(flat, wanted, index)
    return Line(
        id=one.id,
        number=one.number,
        level=one.level,
        scheme=scheme_of(one.number),
        part=one.part,
        rows=redline(flatten([one]), _clipped(flat, here, index)),
        text=wording(flat, here, index),
        reasons=_reasons(here),
        count=len(here),
        beyond=reaches_beyond(flat, here, index),
        untracked=any(wish.untracked for wish in here),
    )


def _clipped(flat: Flat, wanted: Sequence[Wanted], index: int) -> list[Change]:
    """Return what of the wishes is in this paragraph, said of it alone.

    What is new stands where it begins; so a wish for two paragraphs is shown once.
    """
    start, end = bounds(flat, index)
    return [
        Change(
            max(one.start, start) - start,
            min(one.end, end) - start,
            one.new if one.start >= start else (),
        )
        for one in (wish.change for wish in wanted)
    ]


def _new(wish: Wanted) -> Line:
    new = wish.change.new
    first = new[0]
    assert isinstance(first, Start)  # noqa: S101  (`_is_new_at` says so)
    return Line(
        key=key_of(wish),
        level=first.level,
        scheme=first.scheme,
        part=first.part,
        rows=redline(flatten(()), [Change(0, 0, new)]),
        text=typed(new),
        reasons=_reasons([wish]),
        count=1,
        untracked=wish.untracked,
    )


def _reasons(wanted: Iterable[Wanted]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.reason for one in wanted if one.reason))
