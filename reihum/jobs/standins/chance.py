"""Chance that is always the same: a choice depends on its name and nothing else.

Unlike a stream of random numbers, one more choice here changes no other one, and every
version of Python chooses alike.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def number(below: int, *name: object) -> int:
    """Return a number from 0 to `below` - 1."""
    return int.from_bytes(_digest(name, 8)) % below


def pick(options: Sequence[T], *name: object) -> T:
    return options[number(len(options), *name)]


def some(options: Sequence[T], count: int, *name: object) -> tuple[T, ...]:
    """Return `count` of the options, in their order."""
    places = range(len(options))
    chosen = sorted(places, key=lambda at: _digest((*name, at), 8))[:count]
    return tuple(options[at] for at in sorted(chosen))


def often(percent: int, *name: object) -> bool:
    return number(100, *name) < percent


def token(length: int, *name: object) -> str:
    """Return so many hexadecimal digits, an even number of them."""
    return _digest(name, length // 2).hex()


def _digest(name: tuple[object, ...], size: int) -> bytes:
    text = "|".join(str(part) for part in name)
    return blake2b(text.encode(), digest_size=size).digest()
