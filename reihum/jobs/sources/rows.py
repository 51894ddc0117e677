"""Rows of an answer, each read for itself: one that is wrong costs no other."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from reihum.jobs.answer import Found
from reihum.jobs.model import Advertisement

R = TypeVar("R")
Rows = list[msgspec.Raw]
WRONG = (msgspec.MsgspecError, UnicodeDecodeError, ValueError, RecursionError)


def gathered(
    rows: Iterable[R],
    build: Callable[[R], Advertisement | None],
    total: int | None = None,
) -> Found:
    """Return the advertisements that `build` makes of the rows.

    `build` returns None for what the portal keeps to itself (unlisted, closed), and
    raises ValueError for what cannot be read: that is left out and counted.
    """
    found: list[Advertisement] = []
    skipped = 0
    for row in rows:
        try:
            made = build(row)
        except WRONG:
            skipped += 1
            continue
        if made is not None:
            found.append(made)
    return Found(advertisements=tuple(found), total=total, skipped=skipped)


def typed(
    decoder: msgspec.json.Decoder[R], build: Callable[[R], Advertisement | None]
) -> Callable[[msgspec.Raw], Advertisement | None]:
    """Return a `build` for rows that are still JSON."""
    return lambda row: build(decoder.decode(row))


def joined(parts: Sequence[str]) -> str:
    """Return the parts of a text that there are, an empty line between them."""
    return "\n\n".join(part for part in parts if part)
