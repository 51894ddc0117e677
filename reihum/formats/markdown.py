"""Markdown, written so that what was typed is what is read."""

import re
from collections.abc import Iterable

from reihum.rules.text import Paragraph

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
# At the start of a line these would begin a list, and its numbers would be counted
# anew; numbers of a resolution are text and keep their gaps.
_LIST = re.compile(r"^(\d+)([.)])|^([-+])", re.MULTILINE)


def inline(text: str) -> str:
    """Return text, within a line, in which nothing is taken for a sign of Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def escaped(text: str) -> str:
    """Return the same for text that begins a line."""
    return _LIST.sub(lambda m: f"{m[1] or ''}\\{m[2] or m[3]}", inline(text))


def heading(level: int, text: str) -> str:
    return f"{'#' * level} {inline(text)}"


def strong(text: str) -> str:
    return f"**{inline(text)}**"


def typed(paragraph: Paragraph) -> str:
    """Return a paragraph with its number, as it is printed."""
    dash = "–" if paragraph.number == "-" else paragraph.number
    return f"{dash} {paragraph.text}".strip()


def wording(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Return the paragraphs of a text, each a block of its own."""
    return [escaped(typed(paragraph)) for paragraph in paragraphs]


def lines(text: str) -> list[str]:
    """Return the blocks of typed text; a line that ends there ends here too."""
    blocks = re.split(r"\n\s*\n", text.strip())
    kept = [[escaped(line.strip()) for line in one.splitlines()] for one in blocks]
    return ["  \n".join(one) for one in kept if any(one)]


def quoted(blocks: Iterable[str]) -> str:
    """Return blocks as one quotation."""
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))


def document(blocks: Iterable[str]) -> str:
    """Return blocks as a file: a blank line between them, one line break at the end."""
    return "\n\n".join(block for block in blocks if block) + "\n"
