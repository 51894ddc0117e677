"""Marks as people type them: **strong**, *emphasis*, [words](https://address).

A sign is only a mark where it cannot be anything else: "Bürger*innen" stays what it is,
and a backslash makes any of the signs an ordinary one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reihum.rules.text.paragraph import Kind, Mark

_ESCAPED = re.compile(r"\\([\\*\[\]])")
_SPECIAL = re.compile(r"[\\*\[\]]")
_NOT_IN_ADDRESS = r'\s()<>"\\*\[\]'
_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_SPAN = re.compile(
    rf"\[(?P<label>[^\[\]]+)\]\((?P<href>(?:https?://|mailto:)[^{_NOT_IN_ADDRESS}]+)\)"
    r"|(?<![\w*])(?P<stars>\*{1,3})(?![\s*])(?P<inner>(?:[^*]|(?<=\w)\*(?=\w))+)"
    r"(?<![\s*])(?P=stars)(?![\w*])",
    re.IGNORECASE,
)
_KINDS: dict[str, tuple[Kind, ...]] = {
    "": (), "*": ("emphasis",), "**": ("strong",), "***": ("strong", "emphasis"),
}  # fmt: skip
_BREAK = re.compile(r"\S+|\s+")


def read_marked(typed: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the words that were typed, and which of them are marked."""
    plain, mask = _unescaped(typed)
    text, last, marks = "", 0, list[Mark]()
    for span in _SPAN.finditer(mask):
        first, end = span.span("label" if span["label"] else "inner")
        text += plain[last : span.start()]
        href = plain[slice(*span.span("href"))]
        marks.extend(_marks(span["stars"], href, len(text), len(text) + end - first))
        text += plain[first:end]
        last = span.end()
    text += plain[last:]
    return text, typeable(text, marks)


def write_marked(text: str, marks: Sequence[Mark] = ()) -> str:
    """Write the words so that `read_marked` finds them again, and `typeable` marks.

    A backslash stands only where it must.
    """
    kept = typeable(text, marks)
    plain = _written(text, kept)
    return plain if read_marked(plain) == (text, kept) else _written(text, kept, "\\")


def typeable(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks as they can be typed: on whole words, links to safe addresses.

    What stands together without a space is marked in one way, the first one's.
    """
    if not marks:
        return ()
    styles = [_style_at(place, marks) for place in range(len(text))]
    for run in _BREAK.finditer(text):
        _settle(text, run.span(), styles)
    _bridge(text, styles)
    found: list[Mark] = []
    at = 0
    for (stars, href), group in groupby(styles):
        end = at + len(list(group))
        found.extend(_marks(stars, href, at, end))
        at = end
    return tuple(found)


def is_safe(href: str) -> bool:
    """Return whether a link may lead there: to a page on the web, or into a mail."""
    return _LINK.fullmatch(href) is not None


def clipped(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Return the marks of the stretch from `start` to `end`, counted from there."""
    return tuple(
        Mark(
            max(one.start, start) - start, min(one.end, end) - start, one.kind, one.href
        )
        for one in marks
        if one.start < end and one.end > start
    )


Style = tuple[str, str]  # stars, and the address of a link
_PLAIN: Style = ("", "")


def _unescaped(typed: str) -> tuple[str, str]:
    """Return what was typed without backslashes, twice.

    In the second one an escaped sign is a full stop, so that it marks nothing.
    """
    return _ESCAPED.sub(r"\1", typed), _ESCAPED.sub(".", typed)


def _marks(stars: str | None, href: str, start: int, end: int) -> Iterator[Mark]:
    if href:
        yield Mark(start, end, "link", href)
    for kind in _KINDS[stars or ""]:
        yield Mark(start, end, kind)


def _style_at(place: int, marks: Sequence[Mark]) -> Style:
    over = [mark for mark in marks if mark.start <= place < mark.end]
    for mark in over:
        if mark.kind == "link" and is_safe(_address(mark.href)):
            return "", _address(mark.href)
    kinds = {mark.kind for mark in over}
    return "*" * (2 * ("strong" in kinds) + ("emphasis" in kinds)), ""


def _address(href: str) -> str:
    """Return the address without signs that would end it."""
    return re.sub(
        f"[{_NOT_IN_ADDRESS}]",
        lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()),
        href,
    )


def _settle(text: str, run: tuple[int, int], styles: list[Style]) -> None:
    """Mark what stands together in one way: no mark begins or ends inside a word."""
    start, end = run
    if text[start].isspace():
        styles[start:end] = [_PLAIN] * (end - start)
        return
    marked = [place for place in range(start, end) if styles[place] != _PLAIN]
    if not marked:
        return
    first, last = marked[0], marked[-1] + 1
    while first > start and re.match(r"\w", text[first - 1]):
        first -= 1
    while last < end and re.match(r"\w", text[last]):
        last += 1
    styles[first:last] = [styles[marked[0]]] * (last - first)


def _bridge(text: str, styles: list[Style]) -> None:
    """Let a mark go on over the space between two words that are marked alike."""
    for run in re.finditer(r"(?<=\S)\s+(?=\S)", text):
        start, end = run.span()
        if styles[start - 1] == styles[end]:
            styles[start:end] = [styles[end]] * (end - start)


def _written(text: str, marks: Sequence[Mark], escape: str = "") -> str:
    said, at = "", 0
    bounds = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    for end in bounds[1:]:
        stars, href = _style_at(at, marks)
        words = text[at:end]
        if escape:
            words = _SPECIAL.sub(r"\\\g<0>", words)
        said += f"[{words}]({href})" if href else f"{stars}{words}{stars}"
        at = end
    return said
