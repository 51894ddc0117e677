"""What the lists of a desk are made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list on the desk."""

    label: str
    note: str
    url: str
    members: tuple[str, ...] = ()
    tag: str = ""
