"""The wording of a text: paragraphs nested as printed, with the numbers as typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from reihum.look.parts.marked import marked


class Paragraph(Protocol):
    """A paragraph of `reihum.rules.text`, or anything shaped like it."""

    @property
    def id(self) -> str: ...
    @property
    def level(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(slots=True)
class Node:
    """A paragraph with its anchor ("z3-a") and what is nested under it."""

    anchor: str
    number: str
    text: str
    children: "list[Block]" = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """Either one unnumbered paragraph, or a list of numbered ones."""

    numbered: bool
    nodes: list[Node]


def nested(paragraphs: Iterable[Paragraph], prefix: str = "") -> list[Block]:
    """Return the blocks of the text: lead-ins as paragraphs, numbers as nested lists.

    Where one page shows several texts, the `prefix` keeps their anchors apart.

    A level may be left out ("1." directly followed by "aa)"): the paragraph then hangs
    on the nearest one above it, and keeps its number.
    """
    top: list[Block] = []
    open_nodes: list[tuple[int, Node]] = []
    taken: set[str] = set()
    for paragraph in paragraphs:
        while open_nodes and open_nodes[-1][0] >= max(paragraph.level, 1):
            open_nodes.pop()
        if paragraph.level == 0:
            open_nodes.clear()
        parent = open_nodes[-1][1] if open_nodes else None
        anchor = _anchor(paragraph, parent, taken, prefix)
        words = marked(paragraph.text, getattr(paragraph, "marks", ()))
        node = Node(anchor, paragraph.number, words)
        _append(parent.children if parent else top, node, numbered=paragraph.level > 0)
        if paragraph.level > 0:
            open_nodes.append((paragraph.level, node))
    return top


def _append(blocks: list[Block], node: Node, *, numbered: bool) -> None:
    if numbered and blocks and blocks[-1].numbered:
        blocks[-1].nodes.append(node)
    else:
        blocks.append(Block(numbered, [node]))


def _anchor(
    paragraph: Paragraph, parent: Node | None, taken: set[str], prefix: str
) -> str:
    """Return "z1" for "1.", "z3-a" for its "a)"; a repeated one gets a counter."""
    mark = re.sub(r"[^0-9a-z]+", "", paragraph.number.lower())
    if parent is not None:
        base = f"{parent.anchor}-{mark}" if mark else f"{parent.anchor}-{paragraph.id}"
    else:
        base = f"{prefix}z{mark}" if mark else f"{prefix}z-{paragraph.id}"
    anchor, count = base, 1
    while anchor in taken:
        count += 1
        anchor = f"{base}.{count}"
    taken.add(anchor)
    return anchor
