"""What was copied elsewhere, put into a text at the place where somebody writes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reihum.rules.text.marked import write_marked
from reihum.rules.text.numbers import BULLETS, scheme_of
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.pasted import Line, placed
from reihum.rules.text.sheet import Caret, Row, Sheet


def insert(
    rows: Sequence[Row], lines: Sequence[Line], sheet: Sheet, caret: Caret, end: int
) -> tuple[tuple[Row, ...], Caret]:
    """Put the lines instead of the signs from the caret to `end`; return the rows.

    The first line goes on the words before it, the last is gone on by those behind.
    Lists that begin again behind a lead-in of their own do so here too.
    """
    at = next((place for place, row in enumerate(rows) if row.id == caret.row), None)
    if at is None or not lines:
        return tuple(rows), caret
    row = rows[at]
    head, tail = row.typed[: caret.at], row.typed[max(end, caret.at) :]
    new = placed(lines, sheet.prefix, sheet.last + 1)
    if len(new) == 1 and not new[0].number:
        words = _typed(new[0])
        typed = f"{head}{words}{tail}"
        made = [row._replace(typed=typed)]
        return _put(rows, at, made), Caret(row.id, len(head) + len(words))
    plain = not new[0].number
    made = list(_rows(row, _fitting(rows, at, new), head.strip(), plain=plain))
    last = made[-1]
    made[-1] = last._replace(typed=f"{last.typed} {tail.strip()}".strip())
    return _put(rows, at, made), Caret(last.id, len(last.typed))


def _put(rows: Sequence[Row], at: int, made: Sequence[Row]) -> tuple[Row, ...]:
    return (*rows[:at], *made, *rows[at + 1 :])


def _typed(one: Paragraph) -> str:
    return write_marked(one.text, one.marks)


def _fitting(rows: Sequence[Row], at: int, new: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs at levels that fit where they come to stand."""
    here = rows[at]
    first = next((one for one in new if one.level), None)
    if first is None:
        number = here.number if here.number in BULLETS else ""
        return [replace(one, level=here.level, number=number) for one in new]
    by = _shift(rows, here, first)
    return [replace(one, level=max(one.level + by, 1)) if one.level else one
            for one in new]  # fmt: skip


def _shift(rows: Sequence[Row], here: Row, first: Paragraph) -> int:
    """Return how much deeper a list stands here than it would alone."""
    scheme = scheme_of(first.number)
    beside = next((row.level for row in rows if scheme_of(row.number) == scheme), None)
    if beside is not None:
        return beside - first.level
    return here.level if first.number in BULLETS else 0


def _rows(
    row: Row, new: Sequence[Paragraph], head: str, *, plain: bool
) -> Iterator[Row]:
    """Yield the rows: the first takes the place, and the id, of the one that was."""
    first, rest = new[0], new[1:]
    if head and plain:
        yield row._replace(typed=f"{head} {_typed(first)}")
    elif head:
        yield row._replace(typed=head)
        rest = new
    elif plain and first.level == row.level:
        yield row._replace(typed=_typed(first))
    else:
        yield Row(row.id, first.level, first.number, _typed(first), says=False)
    led = plain and not first.level and not head
    for one in rest:
        led = led or not one.level
        yield Row(one.id, one.level, one.number, _typed(one), led)
