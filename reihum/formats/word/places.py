"""The places of a template: {{titel}}, {{text}} and others, filled or left out.

A place may be split over several runs, as Word does it; what stands around it stays.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

from reihum.formats.word.markup import fragment, plain
from reihum.formats.word.names import Element, w

TEXT, TITLE, SUBMITTERS = "text", "titel", "antragsteller"
NAMES = (
    TEXT, TITLE, SUBMITTERS, "mitantragsteller", "konferenz", "gremium", "stand",
    "art", "motto",
)  # fmt: skip
PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


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
    for paragraph in list(root.iter(w("p"))):
        names = names_in(paragraph)
        if not names:
            continue
        seen.update(names)
        alone = blocks is not None and is_alone(paragraph)
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


def is_alone(paragraph: Element) -> bool:
    """Return whether a paragraph consists of one place and nothing else."""
    return PLACE.fullmatch(said(paragraph).strip()) is not None


def said(paragraph: Element) -> str:
    return "".join(one.text or "" for one in _texts(paragraph))


def _missing(blocks: Blocks, seen: set[str]) -> str:
    """Return what the template has no place for: it goes before the text."""
    title = "" if TITLE in seen else blocks.title
    return title + ("" if SUBMITTERS in seen else blocks.facts)


def _texts(paragraph: Element) -> Iterator[Element]:
    """Yield the texts of a paragraph, but not those of a text box that hangs at it."""
    for one in paragraph.iter(w("t")):
        if next(one.iterancestors(w("p"))) is paragraph:
            yield one


def _fill_paragraph(
    paragraph: Element, names: list[str], values: Mapping[str, str]
) -> None:
    """Put the values in; a line of which nothing is known is left out."""
    if any(values.get(name) for name in names) or not _leave_out(paragraph):
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


def _leave_out(paragraph: Element) -> bool:
    """Remove a line, if it may go: a cell, a header, a section needs its last one."""
    parent = paragraph.getparent()
    if parent is None or len(parent.findall(w("p"))) == 1 or _holds_more(paragraph):
        return False
    parent.remove(paragraph)
    return True


def _holds_more(paragraph: Element) -> bool:
    """Whether more hangs at a paragraph than its words: a picture, a section."""
    return next(paragraph.iter(w("sectPr"), w("drawing"), w("pict")), None) is not None


def _replace(paragraph: Element, new: list[Element]) -> None:
    """Put paragraphs in the place of one; what else hangs at it stays where it was."""
    for one in new:
        paragraph.addprevious(one)
    if _holds_more(paragraph) or not _leave_out(paragraph):
        for text in _texts(paragraph):
            text.text = ""


def _in_the_look_of(paragraph: Element, markup: str) -> list[Element]:
    """Return paragraphs that look as the template has its own."""
    new = fragment(markup)
    properties = paragraph.find(w("pPr"))
    look = paragraph.find(f".//{w('r')}/{w('rPr')}")
    for one in new:
        _take_over(one, properties)
        for run in one.iter(w("r")):
            _look_like(run, look)
    return new


def _take_over(paragraph: Element, properties: Element | None) -> None:
    """Take over the template's properties, but keep what notes changes."""
    if properties is not None:
        own = next(paragraph.iter(w("pPr")))
        own.remove(next(own.iter(w("pStyle"))))
        left_out = {w(name) for name in ("rPr", "sectPr", "pPrChange")}
        own[:0] = [deepcopy(one) for one in properties if one.tag not in left_out]


def _look_like(run: Element, look: Element | None) -> None:
    if look is not None and run.find(w("rPr")) is None:
        run.insert(0, deepcopy(look))


def _put(root: Element, place: Element | None, markup: str) -> None:
    """Put the text at its place, or else at the end of the document."""
    new = fragment(markup)
    if place is not None:
        _replace(place, new)
        return
    body = next(root.iter(w("body")))
    at = next((i for i, one in enumerate(body) if one.tag == w("sectPr")), len(body))
    body[at:at] = new
