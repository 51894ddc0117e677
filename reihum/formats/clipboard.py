"""What a word processor or a browser puts on the clipboard as HTML (Zwischenablage).

Only lists are worth the trouble: who copies from Word gets its numbers and levels, who
copies from a page those of its lists, and words that are strong, emphasised or a link
stay so. A page without lists is better read as plain text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree, html

from reihum.rules.text.marked import clipped, typeable
from reihum.rules.text.numbers import Reading, readings, written
from reihum.rules.text.paragraph import Kind, Mark
from reihum.rules.text.pasted import Line, cleaned, split_number

LONGEST = 2_000_000  # signs; Word adds its whole style sheet
_DIGITS = 6
_LEFT_OUT = frozenset({"head", "style", "script", "title", "del", "template"})
_BLOCKS = frozenset({
    "p", "div", "li", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th",
    "table", "blockquote", "pre", "dt", "dd", "section", "article", "body", "br",
})  # fmt: skip
_KINDS: dict[str, Kind] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis",
}  # fmt: skip
_FIRST = {
    "a": "a)", "lower-alpha": "a)", "lower-latin": "a)", "A": "A.",
    "upper-alpha": "A.", "upper-latin": "A.", "I": "I.", "upper-roman": "I.",
}  # fmt: skip
_LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d)")
_TYPE = re.compile(r"list-style-type:([\w-]+)")
_WEIGHT = re.compile(r"font-weight:(bold|[6-9]00|normal|400)")
_ITALIC = re.compile(r"font-style:(italic|normal)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")

Style = frozenset[tuple[Kind, str]]


def read_clipboard(source: str) -> tuple[Line, ...]:
    """Return the paragraphs of an HTML clipboard; none if it holds no list."""
    root = _parsed(source)
    if root is None:
        return ()
    reader = _Reader()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            reader.start(element)
        else:
            reader.end(element)
    reader.flush()
    lines = tuple(reader.lines)
    return lines if any(line.depth for line in lines) else ()


def _parsed(source: str) -> html.HtmlElement | None:
    plain = _CONTROL.sub("", source[:LONGEST]).strip()
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(plain.encode(errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


@dataclass
class _List:
    """A list that is open: how it is numbered, and the number that comes next."""

    scheme: str
    next: int

    def number(self, given: str | None) -> str:
        value = _whole(given or "", self.next)
        self.next = value + 1
        return written(Reading(self.scheme, value)) if self.scheme != "-" else "-"


@dataclass
class _Reader:
    """Goes through the elements in order and collects the lines."""

    lines: list[Line] = field(default_factory=list)
    runs: list[tuple[str, Style]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    styles: list[Style] = field(default_factory=lambda: [frozenset()])
    left_out: int = 0
    in_number: int = 0
    number: str = ""
    depth: int = 0

    def start(self, element: html.HtmlElement) -> None:
        tag, style = _tag(element), _style(element)
        if self.left_out or tag in _LEFT_OUT:
            self.left_out += 1
            return
        if self.in_number or "mso-list:ignore" in style:
            self.in_number += 1
        if tag in _BLOCKS:
            self.flush()
        self._open(element, tag, style)
        self.styles.append(_styled(self.styles[-1], element, tag, style))
        self.add(element.text)

    def _open(self, element: html.HtmlElement, tag: str, style: str) -> None:
        """Begin a list, or a paragraph that is one of a list."""
        if tag in ("ol", "ul"):
            self.lists.append(_list(element, tag, style))
        elif tag == "li":
            current = self.lists[-1] if self.lists else _List("-", 1)
            self.number = current.number(element.get("value"))
            self.depth = max(len(self.lists), 1)
        elif level := _LEVEL.search(style):
            self.number, self.depth = "", int(level[1])

    def end(self, element: html.HtmlElement) -> None:
        if self.left_out:
            self.left_out -= 1
        else:
            self._close(_tag(element))
        self.add(element.tail)

    def _close(self, tag: str) -> None:
        self.styles.pop()
        self.in_number = max(self.in_number - 1, 0)
        if tag in _BLOCKS:
            self.flush()
        if tag in ("ol", "ul"):
            self.lists.pop()

    def add(self, text: str | None) -> None:
        if not text or self.left_out:
            return
        if self.in_number:
            self.number += text
        else:
            self.runs.append((text, self.styles[-1]))

    def flush(self) -> None:
        """End the paragraph, if there are words in it."""
        text, marks = _words(self.runs)
        self.runs.clear()
        if not text:
            return
        self.lines.append(self._line(text, marks))
        self.number, self.depth = "", 0

    def _line(self, text: str, marks: tuple[Mark, ...]) -> Line:
        if not self.depth:
            typed = split_number(text)
            if typed.number and typed.text:
                skipped = len(text) - len(typed.text)
                return typed._replace(marks=clipped(marks, skipped, len(text)))
            return Line("", text, 0, marks)
        number = cleaned(self.number)
        return Line(number if readings(number) else "-", text, self.depth, marks)


def _tag(element: html.HtmlElement) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _style(element: html.HtmlElement) -> str:
    return re.sub(r"\s+(?=:)|(?<=:)\s+", "", element.get("style") or "").lower()


def _list(element: html.HtmlElement, tag: str, style: str) -> _List:
    kind = _TYPE.search(style)
    scheme = _FIRST.get(kind[1] if kind else element.get("type") or "", "1.")
    start = element.get("start") or "1"
    first = _whole(start, 1)
    return _List("-" if tag == "ul" else scheme, first)


def _styled(outer: Style, element: html.HtmlElement, tag: str, style: str) -> Style:
    """Return how words inside are marked: by the element, or by its style."""
    marks = set(outer)
    if tag in _KINDS:
        marks.add((_KINDS[tag], ""))
    if tag == "a" and (href := element.get("href")):
        marks.add(("link", href))
    checks: tuple[tuple[re.Pattern[str], Kind], ...] = (
        (_WEIGHT, "strong"), (_ITALIC, "emphasis"),
    )  # fmt: skip
    for pattern, kind in checks:
        if said := pattern.search(style):
            off = said[1] in ("normal", "400")
            (marks.discard if off else marks.add)((kind, ""))
    return frozenset(marks)


def _words(runs: Iterable[tuple[str, Style]]) -> tuple[str, tuple[Mark, ...]]:
    """Return the words of a paragraph with single spaces, and where they are marked."""
    signs = [(sign, style) for text, style in runs for sign in text]
    text = cleaned("".join(sign for sign, _ in signs))
    marks = tuple(_marks(_along(text, signs)))
    return text, typeable(text, marks)


def _along(text: str, signs: list[tuple[str, Style]]) -> Iterator[Style]:
    """Yield the style of each sign of the cleaned text."""
    at = 0
    for sign in text:
        while signs[at][0] != sign and not (sign.isspace() and signs[at][0].isspace()):
            at += 1
        yield signs[at][1]
        at += 1


def _marks(styles: Iterator[Style]) -> Iterator[Mark]:
    at = 0
    for style, group in groupby(styles):
        end = at + len(list(group))
        for kind, href in sorted(style):
            yield Mark(at, end, kind, href)
        at = end


def _whole(text: str, otherwise: int) -> int:
    """Return a number that a list may have; none has thousands of digits."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else otherwise
