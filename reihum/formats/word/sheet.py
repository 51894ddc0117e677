"""The lines of a file as they are written down while it is walked through."""

import re
from dataclasses import dataclass, field

from reihum.formats.word.lines import GONE, KEPT, Ink, Line, Span
from reihum.formats.word.names import Element, w
from reihum.formats.word.tags import PPR

_CHANGE = w("pPrChange")
_BLANKS = re.compile(r"\s+")
# A soft hyphen and what has no width are no part of a word.
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u2060\ufeff"))


def clean(text: str) -> str:
    """Make every white space one space, and leave out what nobody sees."""
    if not text.isascii():
        text = text.translate(_DROPPED)
    return _BLANKS.sub(" ", text)


@dataclass(slots=True)
class Sheet:
    """What has been read so far. `place` counts a start and each character as one."""

    lines: list[Line] = field(default_factory=list)
    place: int = 0
    next_start: Ink = KEPT

    def begin(self, paragraph: Element) -> Line:
        """Begin a line; its start is what became of the mark before."""
        properties = paragraph.find(PPR)
        change = None if properties is None else properties.find(_CHANGE)
        old = None if change is None else change.find(PPR)
        line = Line(self.next_start, properties, old, [], self.place, paragraph)
        self.lines.append(line)
        self.place += 1
        return line

    def put(self, text: str, ink: Ink, style: str = "") -> None:
        """Write words at the end of the last line; runs that are alike become one."""
        spans = self.lines[-1].spans
        last = spans[-1] if spans else Span("", GONE)
        alike = last.ink == ink
        text = clean(text)
        if alike and text[:1] == " " == last.text[-1:]:
            text = text[1:]
        if not text:
            return
        self.place += len(text)
        if alike and last.style == style:
            spans[-1] = Span(last.text + text, ink, style)
        else:
            spans.append(Span(text, ink, style))
