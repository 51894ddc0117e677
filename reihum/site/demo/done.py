"""The demonstration must not meet a refusal: if it does, something is broken."""

from typing import TypeVar

from reihum.rules.words import Refusal

T = TypeVar("T")


class RefusedError(Exception):
    """An act of the demonstration was refused; the message is the refusal's."""


def done(result: T | Refusal) -> T:
    """Return what an act has done, or raise what it said."""
    if isinstance(result, Refusal):
        raise RefusedError(result.text.de)
    return result
