"""The places of a template: {{titel}}, {{text}} and others, filled or left out.

A place may be split over several runs, as Word does it; what stands around it stays.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from reihum.formats.word.markup import W, fragment, plain

TEXT, TITLE, SUBMITTERS = "text", "titel", "antragsteller"
NAMES = (
    TEXT, TITLE, SUBMITTERS, "mitantragsteller", "konferenz", "gremium", "stand",
    "art", "motto",
)  # fmt: skip
PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
Element = etree._Element  # noqa: SLF001 – lxml's public name for it is a function


class Blocks(NamedTuple):
    """Whole paragraphs in Word's XML: the title, facts about the motion, its text.

    The facts are printed where the template has no place for the submitters.
    """

    title: str
    facts: str
    text: str


def fill(
    root: Element, values: Mapping[str, str], blocks: Blocks | None = None
) -> None:
    """Fill the places of a part; blocks only go into the document itself."""
    seen: set[str] = set()
    found: Element | None = None
    for paragraph in list(root.iter(f"{{{W}}}p")):
        names = names_in(paragraph)
        if not names:
            continue
        seen.update(names)
        alone = blocks is not None and PLACE.fullmatch(said(paragraph).strip())
        if alone and names == [TEXT]:
            found = paragraph
        elif alone and blocks is not None and names == [TITLE]:
            _replace(paragraph, _in_the_look_of(paragraph, blocks.title))
        else:
            _fill_paragraph(paragraph, names, values)
    if blocks is not None:
        _put(root, found, _missing(blocks, seen) + blocks.text)


def names_in(paragraph: Element) -> list[str]:
    """Return the places in a paragraph, in small letters."""
    return [name.lower() for name in PLACE.findall(said(paragraph))]


def said(paragraph: Element) -> str:
    return "".join(one.text or "" for one in _texts(paragraph))


def _missing(blocks: Blocks, seen: set[str]) -> str:
    """Return what the template has no place for: it goes before the text."""
    title = "" if TITLE in seen else blocks.title
    return title + ("" if SUBMITTERS in seen else blocks.facts)


def _texts(paragraph: Element) -> Iterator[Element]:
    """Yield the texts of a paragraph, but not those of a text box that hangs at it."""
    for one in paragraph.iter(f"{{{W}}}t"):
        if next(one.iterancestors(f"{{{W}}}p")) is paragraph:
            yield one


def _fill_paragraph(
    paragraph: Element, names: list[str], values: Mapping[str, str]
) -> None:
    """Put the values in; a line of which nothing is known is left out."""
    if not any(values.get(name) for name in names) and _can_go(paragraph):
        _remove(paragraph)
        return
    texts = list(_texts(paragraph))
    # From the end, so that a value is never taken for a place.
    for match in reversed(list(PLACE.finditer(said(paragraph)))):
        value = plain(values.get(match[1].lower(), ""))
        _put_in(texts, match.start(), match.end(), value)


def _put_in(texts: list[Element], start: int, end: int, value: str) -> None:
    """Replace the characters `start` to `end` of a row of texts."""
    at = 0
    for one in texts:
        text = one.text or ""
        first, last = max(start - at, 0), max(min(end - at, len(text)), 0)
        at += len(text)
        if first < last:
            one.text = text[:first] + value + text[last:]
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            value = ""


def _can_go(paragraph: Element) -> bool:
    """Whether a line may vanish: a cell, a header, a section needs its last one."""
    parent = paragraph.getparent()
    alone = parent is None or len(parent.findall(f"{{{W}}}p")) == 1
    kept = ("sectPr", "drawing", "pict")
    return not alone and not any(
        next(paragraph.iter(f"{{{W}}}{name}"), None) is not None for name in kept
    )


def _remove(paragraph: Element) -> None:
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _replace(paragraph: Element, new: list[Element]) -> None:
    """Put paragraphs in the place of one; the end of a section stays where it was."""
    for one in new:
        paragraph.addprevious(one)
    if next(paragraph.iter(f"{{{W}}}sectPr"), None) is None:
        _remove(paragraph)
        return
    for text in _texts(paragraph):
        text.text = ""


def _in_the_look_of(paragraph: Element, markup: str) -> list[Element]:
    """Return paragraphs that look as the template has its own."""
    new = fragment(markup)
    properties = paragraph.find(f"{{{W}}}pPr")
    look = paragraph.find(f".//{{{W}}}r/{{{W}}}rPr")
    for one in new:
        _take_over(one, properties)
        for run in one.iter(f"{{{W}}}r"):
            _look_like(run, look)
    return new


def _take_over(paragraph: Element, properties: Element | None) -> None:
    """Take over the template's properties, but keep what notes changes."""
    own = paragraph.find(f"{{{W}}}pPr")
    if own is None or properties is None:
        return
    for child in list(own):
        if child.tag == f"{{{W}}}pStyle":
            own.remove(child)
    left_out = {f"{{{W}}}{name}" for name in ("rPr", "sectPr", "pPrChange")}
    own[:0] = [deepcopy(one) for one in properties if one.tag not in left_out]


def _look_like(run: Element, look: Element | None) -> None:
    if look is not None and run.find(f"{{{W}}}rPr") is None:
        run.insert(0, deepcopy(look))


def _put(root: Element, place: Element | None, markup: str) -> None:
    """Put the text at its place, or else at the end of the document."""
    new = fragment(markup)
    if place is not None:
        _replace(place, new)
        return
    body = next(root.iter(f"{{{W}}}body"))
    at = next(
        (i for i, one in enumerate(body) if one.tag == f"{{{W}}}sectPr"), len(body)
    )
    body[at:at] = new
