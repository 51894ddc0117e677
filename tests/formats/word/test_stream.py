import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reihum.formats.word.lines import (
    GONE,
    KEPT,
    Ink,
    Line,
    Span,
    after,
    before,
    filled,
    joined,
    settled,
)  # fmt: skip
from reihum.formats.word.stream import Opened, stream
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Start, flatten, keys, said
from reihum.rules.text.tracked import Piece, State

pytestmark = pytest.mark.unit
NEW = Ink(before=False, author="BY", at="2027-01-01T10:00:00Z")
OLD = Ink(after=False, author="NI")
START = Start(Part.TEXT, 0, "")


def opened(line: Line) -> Opened:
    return Opened(
        line.start,
        START if line.start.before else None,
        START if line.start.after else None,
        line.spans,
        line.offset,
    )


def read(*lines: Line):
    found = joined(lines)
    settled(found)
    filled(found)
    at = 0
    for one in found:
        one.offset = at
        at += 1 + sum(len(span.text) for span in one.spans)
    return stream(map(opened, found))


def line(*spans, start=KEPT) -> Line:
    made = [one if isinstance(one, Span) else Span(one, KEPT) for one in spans]
    return Line(start, spans=made)


def ins(text, style=""):
    return Span(text, NEW, style)


def dele(text, style=""):
    return Span(text, OLD, style)


def shown(pieces: list[Piece]) -> str:
    """Write pieces as "[-old-]{+new+}", a paragraph's start as a pilcrow."""
    signs = {State.KEPT: "{}", State.DELETED: "[-{}-]", State.INSERTED: "{{+{}+}}"}
    text = "".join(signs[one.state].format(said([one.token])) for one in pieces)
    return text.replace("-][-", "").replace("+}{+", "")


def view_of(lines, view) -> list[str]:
    """Return the paragraphs of one view, found in another way than the code does."""
    text = ""
    for one in lines:
        text += "\r" if view(one.start) else ""
        text += "".join(span.text for span in one.spans if view(span.ink))
    found = (re.sub(r"\s+", " ", part).strip() for part in text.split("\r"))
    return [part for part in found if part]


inks = st.sampled_from([KEPT, KEPT, KEPT, NEW, OLD, GONE])
texts = st.text("ab .,-1\u00a0", max_size=8)
spans = st.builds(Span, texts.filter(bool), inks, st.sampled_from(["", "b", "a:x"]))
lines = st.builds(lambda start, spans: Line(start, spans=spans), inks, st.lists(spans))
files = st.lists(lines, max_size=6).map(lambda found: [Line(KEPT), *found])


@given(files)
@settings(max_examples=1000)
def test_rejecting_and_accepting_give_the_two_texts_word_for_word(found):
    wanted = {view: view_of(found, view) for view in (before, after)}
    pieces = read(*found).pieces
    for view, left_out in ((before, State.INSERTED), (after, State.DELETED)):
        paragraphs = [Paragraph("", 0, "", text) for text in wanted[view]]
        left = [one.token for one in pieces if one.state is not left_out]
        assert keys(left) == flatten(paragraphs).keys
