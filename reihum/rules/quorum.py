"""Whether enough Länder take part for a vote to count (Beschlussfähigkeit)."""

from collections.abc import Collection

from reihum.rules.rulebook import Rulebook


def quorum(book: Rulebook) -> int | None:
    """Return how many Länder have to take part; None where no rule is known."""
    if book.quorum is None:
        return None
    return book.quorum.more_than.more_than(len(book.members.laender))


def taking_part(
    voted: Collection[str], present: frozenset[str] | None, book: Rulebook
) -> int:
    """Count the Länder that are there.

    Who votes is there; of the others only the list of those present knows.
    """
    there = present or ()
    return sum(code in voted or code in there for code in book.members.laender)


def is_quorate(there: int, book: Rulebook) -> bool:
    """Return whether so many Länder are enough; without a rule any number is."""
    needed = quorum(book)
    return needed is None or there >= needed
