"""Texts and files of Länder as hypothesis makes them up, with changes noted."""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from reihum.formats.synopsis.build import File
from reihum.formats.word.read import MotionFile, WordFile
from reihum.rules.laender import CODES
from reihum.rules.text import Paragraph, Part
from reihum.rules.text.numbers import renumber
from reihum.rules.text.tokens import Flat, Start, flatten, is_word, words
from reihum.rules.text.tracked import Piece, Reading, Remark, State

WORDS = st.sampled_from([
    "Länder", "Bund", "Integration", "Kurse", "drei", "Jahre", "Bund-Länder-Gruppe",
    "2026/27", "Bürger*innen", "und", "oder", "im", "Verein", "18",
])  # fmt: skip
HOSTILE = st.sampled_from([
    "#panic(1)", '#read("/etc/passwd")', "$x$", "*a*", "_b_", "@c", "`d`", "\\", "//e",
    "<script>alert(1)</script>", "</bdi></td>", "&amp;", "<!--", "=1+1", "+1", "-1",
    "@SUM(A1)", "=HYPERLINK(1)", "\u202eabc\u202c", "\u2067x", "\u200f", "a\u0301",
    "😀", "日本", "עברית", "العربية", "x" * 10_000, "\x07", "{{titel}}", "%s", "]]>",
])  # fmt: skip
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


class Step(NamedTuple):
    """What happens at one token: what is put before it, and whether it goes."""

    put: str
    gone: bool


@st.composite
def bases(draw, said=SENTENCES, *, different=False) -> MotionFile:
    """Return a text; paragraphs that have to be different have a word of their own."""
    texts = draw(st.lists(said, min_size=1, max_size=5))
    levels = draw(st.lists(st.sampled_from([0, 1, 1, 2]), min_size=5, max_size=5))
    own = [f" {letter}" if different else "" for letter in "abcde"]
    paragraphs = [
        Paragraph(f"p{n}", level, "", f"{text}{own[n - 1]}.")
        for n, (text, level) in enumerate(zip(texts, levels, strict=False), 1)
    ]
    return MotionFile("Ankommen im Alltag", renumber(paragraphs))


@st.composite
def readings(draw, flat: Flat, said=WORDS) -> Reading:
    """Return a file that notes some words put in, some struck out, and paragraphs."""
    step = st.builds(Step, st.one_of(st.just(""), st.just(""), said), st.booleans())
    pieces: list[Piece] = []
    for index, start in enumerate(flat.starts):
        tokens = flat.tokens[start : flat.end_of(index)]
        if draw(st.integers(0, 7)) == 0:
            pieces.extend(Piece(one, State.DELETED) for one in tokens)
            continue
        pieces.append(Piece(tokens[0]))
        pieces.extend(draw(_inside(tokens[1:], step)))
        if draw(st.integers(0, 7)) == 0:
            new = (Start(Part.TEXT, 1, "1."), *words(draw(said)))
            pieces.extend(Piece(one, State.INSERTED) for one in new)
    remarks = draw(st.lists(_remarks(len(pieces)), max_size=2))
    return Reading(tuple(pieces), tuple(remarks))


@st.composite
def _inside(draw, tokens: Sequence, step) -> list[Piece]:
    pieces: list[Piece] = []
    for token in tokens:
        # Most words stay: that is what Länder do, and what leaves places apart.
        chosen = draw(step) if is_word(token) and draw(st.integers(0, 3)) == 0 else None
        if chosen and chosen.put:
            new = words(f"{chosen.put} ")
            pieces.extend(Piece(one, State.INSERTED) for one in new)
        gone = chosen is not None and chosen.gone
        pieces.append(Piece(token, State.DELETED if gone else State.KEPT))
    return pieces


def _remarks(size: int) -> st.SearchStrategy[Remark]:
    at = st.integers(0, max(size - 1, 0))
    return st.builds(lambda one, text: Remark(one, one + 1, text), at, SENTENCES)


@st.composite
def cases(draw, said=WORDS, *, different=False) -> tuple[MotionFile, list[File]]:
    """Return a text and files of up to four Länder against it."""
    base = draw(bases(different=different))
    flat = flatten(base.paragraphs)
    lands = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=4))
    return base, [
        (land, f"{land}.docx", WordFile(draw(readings(flat, said)))) for land in lands
    ]
