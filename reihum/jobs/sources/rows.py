"""Rows of an answer, each read for itself: one that is wrong costs no other."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec
from msgspec import Raw
from msgspec.json import Decoder

from reihum.jobs.answer import Found
from reihum.jobs.model import Advertisement

R = TypeVar("R")
Rows = list[Raw]
REMEMBERED = 8192  # rows, of all portals together
LONGEST = 12_000  # bytes of a row that is worth remembering
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
    decoder: Decoder[R], build: Callable[[R], Advertisement | None]
) -> Callable[[Raw], Advertisement | None]:
    """Return a `build` for rows that are still JSON."""
    return lambda row: build(decoder.decode(row))


def remembered(
    decoder: Decoder[R],
    build: Callable[[R], Advertisement | None],
    same: Callable[[Raw], bytes] = bytes,
) -> Callable[[Raw], Advertisement | None]:
    """Return a `build` as `typed` does, that reads the same row once.

    An advertisement answers many questions: whoever changes a filter or a word gets
    most rows again. `build` has to be one function, and say all that it says from the
    row alone. `same` leaves out what the portal writes into a row anew for each
    question and what `build` does not need: the distance from the place asked for.
    """

    def known(row: Raw) -> Advertisement | None:
        text = same(row)
        read = _once if len(text) <= LONGEST else _read
        return read(decoder, build, text)

    return known


def _read(
    decoder: Decoder[R], build: Callable[[R], Advertisement | None], row: bytes
) -> Advertisement | None:
    return build(decoder.decode(row))


_once = lru_cache(REMEMBERED)(_read)


def joined(parts: Sequence[str]) -> str:
    """Return the parts of a text that there are, an empty line between them."""
    return "\n\n".join(part for part in parts if part)
