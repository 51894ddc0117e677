"""The lines of a file as they are written down while it is walked through."""

import re
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from reihum.formats.word.lines import GONE, KEPT, Ink, Line, Span
from reihum.formats.word.names import Element, w
from reihum.formats.word.tags import PPR

_CHANGE = w("pPrChange")
_BLANKS = re.compile(r"\s+")
# As in `rules.text.tokens`: what nobody sees is no part of a word.
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


def clean(text: str) -> str:
    """Make every white space one space, leave out what nobody sees, join accents."""
    if not text.isascii():
        text = normalize("NFC", text.translate(_DROPPED))
    return _BLANKS.sub(" ", text)


@dataclass(slots=True)
class Sheet:
    """What has been read so far. `place` counts a start and each character as one."""

    lines: list[Line] = field(default_factory=list)
    place: int = 0
    next_start: Ink = KEPT
    _words: list[str] = field(default_factory=list)  # of the span that is being written
    _ink: Ink = GONE
    _style: str = ""

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
        text = clean(text)
        alike = ink is self._ink or ink == self._ink
        if alike and self._words and text[:1] == " " == self._words[-1][-1]:
            text = text[1:]
        if not text:
            return
        if alike and self._words and combining(text[0]):
            before = self._words.pop()  # an accent in a run of its own
            self.place -= len(before)
            text = clean(before + text)
        if not alike or style != self._style:
            self._close()
            self._ink, self._style = ink, style
        self._words.append(text)
        self.place += len(text)

    def end(self) -> None:
        """End the line."""
        self._close()
        self._ink = GONE

    def _close(self) -> None:
        if self._words:
            span = Span("".join(self._words), self._ink, self._style)
            self.lines[-1].spans.append(span)
            self._words = []
