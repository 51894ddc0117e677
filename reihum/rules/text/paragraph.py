"""What a text is made of: paragraphs with stable ids, levels, numbers and few marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

Kind = Literal["strong", "emphasis", "link"]


class Part(StrEnum):
    """The parts of a motion, in the order in which they are printed."""

    TITLE = "title"
    TEXT = "text"  # Beschlussvorschlag
    RATIONALE = "rationale"  # Begründung


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a paragraph's text: characters `start` to `end`, end not included.

    `href` is the address of a link, empty for the others.
    """

    start: int
    end: int
    kind: Kind
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. Level 0 has no number, 1 is "1.", 2 is "a)", 3 is "aa)".

    A dash stands one level below the last numbered paragraph. The `id` stays with a
    paragraph through all versions of its motion: "p…" in the operative text, "b…" in
    the rationale, "t1" for the title.
    """

    id: str
    level: int
    number: str
    text: str
    marks: tuple[Mark, ...] = ()
    part: Part = Part.TEXT


def to_data(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """Return the paragraphs as plain values, ready for JSON; what is usual is left out.

    {"id": "p1", "level": 1, "number": "1.", "text": "…"}, and where there are any
    "marks": [[0, 4, "strong"], [9, 12, "link", "https://…"]], and "part".
    """
    return [_data(one) for one in paragraphs]


def from_data(data: Sequence[Mapping[str, Any]]) -> tuple[Paragraph, ...]:
    """Read what `to_data` wrote, also what it wrote before there were marks."""
    return tuple(
        Paragraph(
            row["id"], row["level"], row["number"], row["text"],
            tuple(Mark(*mark) for mark in row.get("marks", ())),
            Part(row.get("part", Part.TEXT)),
        )
        for row in data
    )  # fmt: skip


def _data(one: Paragraph) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": one.id, "level": one.level, "number": one.number, "text": one.text,
    }  # fmt: skip
    if one.marks:
        row["marks"] = [_mark(mark) for mark in one.marks]
    if one.part is not Part.TEXT:
        row["part"] = str(one.part)
    return row


def _mark(mark: Mark) -> list[Any]:
    short = [mark.start, mark.end, mark.kind]
    return [*short, mark.href] if mark.href else short
