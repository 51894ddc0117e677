"""Numbers that somebody typed at the start of a paragraph instead of having Word count.

"1.<tab>Text", "a) Text", "- Text": the number is taken out of the words. Understood is
what `rules.text.typed` understands; "22. Konferenz" and "14. April" are no numbers.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reihum.formats.word.lines import Line, Span, View, after, before
from reihum.formats.word.numbering import DASH, Printed
from reihum.rules.dates import MONTHS_DE

_LEAP = 2  # numbers may leave out one; a greater leap is part of the sentence
_NUMBER = re.compile(
    r"\s*(?:(?P<figure>[0-9]{1,3})\.|(?P<letter>[a-z])(?P=letter)?\)"
    r"|[-–—•·▪◦‣])\s+(?=\S)"
)
_FIGURE = re.compile(r"([0-9]{1,3})\.")
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS_DE)})\b")


class Numbered(NamedTuple):
    """What is printed before a line, and how many characters of it were typed."""

    printed: Printed = Printed(0, "")
    typed: int = 0


NOT_THERE = Numbered()


class Typed:
    """Finds typed numbers in one view of a text, from its beginning on."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.last = 0

    def restart(self) -> None:
        """Begin a part of the text that counts for itself."""
        self.last = 0

    def passed(self, number: str) -> None:
        """Note a number that stands in the text, typed or not."""
        match = _FIGURE.fullmatch(number)
        self.last = int(match[1]) if match else self.last

    def find(self, line: Line) -> Numbered:
        """Return what was typed before the words of a line, if anything."""
        text = line.raw(self.view)
        match = _NUMBER.match(text)
        if match is None or not self._counts(match["figure"], text[match.end() :]):
            return NOT_THERE
        number = match[0].strip()
        level = {".": 1, ")": len(number)}.get(number[-1], 0)
        return Numbered(Printed(level, number if level else DASH), match.end())

    def _counts(self, figure: str | None, words: str) -> bool:
        """Whether a figure goes on from the one before; "22. Konferenz" does not."""
        if figure is None:
            return True
        return int(figure) <= self.last + _LEAP and not _MONTH.match(words)


def without(spans: list[Span], was: int, now: int) -> list[Span]:
    """Take the first characters of both views away: a number that was typed.

    What is in neither view any more stays as `GONE`, so that places stay what they are.
    """
    return list(_without(spans, {before: was, after: now}))


def _without(spans: list[Span], left: dict[View, int]) -> Iterator[Span]:
    for span in spans:
        text = span.text
        while text and any(left[view] and view(span.ink) for view in left):
            ink = span.ink._replace(
                before=span.ink.before and not left[before],
                after=span.ink.after and not left[after],
            )
            for view, more in left.items():
                left[view] = more - (more > 0 and view(span.ink))
            yield Span(text[0], ink, span.style)
            text = text[1:]
        if text:
            yield Span(text, span.ink, span.style)
