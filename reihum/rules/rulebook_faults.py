"""Values of a rulebook that have the right type and still cannot be right."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from reihum.rules.words import Text


class Fault(NamedTuple):
    """Which key is wrong, and why."""

    key: str
    text: Text


def unknown_codes(
    key: str, codes: Collection[str], known: Collection[str]
) -> Iterator[Fault]:
    for code in codes:
        if code not in known:
            close = get_close_matches(code, known, n=1)
            yield Fault(key, _stranger(code, close))


def doubled(key: str, codes: tuple[str, ...]) -> Iterator[Fault]:
    for place, code in enumerate(codes):
        if code in codes[:place]:
            yield Fault(
                key,
                Text(f"„{code}“ steht zweimal da.", f"“{code}” is there twice."),
            )


def at_most(key: str, number: int | None, most: int) -> Iterator[Fault]:
    """Nobody can demand more votes than there are."""
    if number is not None and number > most:
        yield Fault(
            key,
            Text(
                f"„{key}“ ist {number}, aber es gibt nur {most} Stimmen.",
                f"“{key}” is {number}, but there are only {most} votes.",
            ),
        )


def far(key: str, number: int | None, most: int) -> Iterator[Fault]:
    """Nobody counts in such numbers, and no calendar reaches that far."""
    if number is not None and number > most:
        yield Fault(
            key,
            Text(
                f"„{key}“ ist {number}; mehr als {most} kann nicht gemeint sein.",
                f"“{key}” is {number}; more than {most} cannot be meant.",
            ),
        )


def _stranger(code: str, close: list[str]) -> Text:
    de, en = f"„{code}“ ist kein Mitglied", f"“{code}” is no member"
    if not close:
        return Text(f"{de}.", f"{en}.")
    return Text(
        f"{de}; gemeint ist vielleicht „{close[0]}“.",
        f"{en}; perhaps “{close[0]}” is meant.",
    )
