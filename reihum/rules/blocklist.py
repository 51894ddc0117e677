"""Items that are decided together without debate (Block, Grüne Liste).

The block is made of what was unanimous in preparation. That any single member can pull
an item out is an assumption: no rules of procedure that we could read say it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reihum.rules.dates import NB
from reihum.rules.numbering import sort_key
from reihum.rules.words import Text, listed


@dataclass(frozen=True, slots=True)
class Candidate:
    """One item before the session: how its preparation ended, and who pulled it out."""

    number: str
    unanimous: bool
    pulled_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers decided together, and those debated one by one, with the reason."""

    together: tuple[str, ...]
    debated: tuple[str, ...]
    text: Text


def in_block(*, unanimous: bool, pulled_by: Iterable[str]) -> bool:
    """Return whether an item stays in the block: unanimous, and pulled by nobody."""
    return unanimous and not any(True for _ in pulled_by)


def block_of(items: Iterable[Candidate]) -> Block:
    """Part the items into those decided together and those debated, and say why."""
    together: list[Candidate] = []
    debated: list[Candidate] = []
    for item in sorted(items, key=lambda item: sort_key(item.number)):
        stays = in_block(unanimous=item.unanimous, pulled_by=item.pulled_by)
        (together if stays else debated).append(item)
    text = _together(together)
    for item in debated:
        text += _debated(item)
    numbers = tuple(item.number for item in together)
    return Block(numbers, tuple(item.number for item in debated), text)


def _together(items: list[Candidate]) -> Text:
    if not items:
        return Text(
            "Kein Punkt wird im Block entschieden.", "No item is decided in the block."
        )
    numbers = listed(item.number for item in items)
    return Text(
        f"Gemeinsam und ohne Aussprache entschieden: TOP{NB}{numbers.de}.",
        f"Decided together and without debate: item{NB}{numbers.en}.",
    )


def _debated(item: Candidate) -> Text:
    members = listed(sorted(item.pulled_by))
    if item.pulled_by:
        return Text(
            f"TOP{NB}{item.number} wird einzeln beraten: herausgenommen von "
            f"{members.de}.",
            f"Item{NB}{item.number} is debated: pulled out by {members.en}.",
        )
    return Text(
        f"TOP{NB}{item.number} wird einzeln beraten: in der Vorbereitung nicht "
        "einstimmig.",
        f"Item{NB}{item.number} is debated: not unanimous in preparation.",
    )
