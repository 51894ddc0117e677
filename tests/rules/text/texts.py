"""Texts, and what people do to them, for the laws of everything under `rules/text`."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st

from reihum.rules.text.changes import Change
from reihum.rules.text.paragraph import Mark, Paragraph, Part
from reihum.rules.text.tokens import (
    Flat,
    Key,
    Start,
    Token,
    Word,
    flatten,
    is_space,
    is_word,
    keys,
    words,
)
from reihum.rules.text.tracked import Piece, Reading, Remark, State

# Few words, so that they come again and again; many kinds of them.
VOCABULARY = (
    "die", "die", "Länder", "Bund", "Bund-Länder-Gruppe", "fordern", "2026/27", "§",
    "5", "Nr.", "z.B.", "18.", "1.200,50", "Bürger*innen", "Schüler:innen", "EU-",
    "„Start-Chancen“", "und,", "(neu)", "–", "🎓", "l’accueil",
)  # fmt: skip
few = settings(max_examples=30)  # for laws of many files at once
said = st.sampled_from(VOCABULARY)
phrases = st.lists(said, min_size=1, max_size=4).map(" ".join)
lines = st.lists(said, min_size=1, max_size=12).map(" ".join)
places = st.integers(0, 10**6)
NUMBERS = {0: ("",), 1: ("1.", "7."), 2: ("a)", "c)", "-"), 3: ("aa)", "-")}


@st.composite
def paragraphs(draw, identity: str, part: Part):
    level = 0 if part is Part.TITLE else draw(st.integers(0, 3))
    text = draw(lines)
    number = draw(st.sampled_from(NUMBERS[level]))
    return Paragraph(identity, level, number, text, draw(marks(text)), part)


@st.composite
def marks(draw, text: str):
    """Marks on the borders of words, as `rebuild` writes them: one for each stretch."""
    if draw(st.integers(0, 3)):
        return ()
    ends = [0]
    for word in words(text):
        ends.append(ends[-1] + len(word.text))
    found = []
    for kind in draw(st.sampled_from([["strong", "emphasis"], ["strong"], ["link"]])):
        start, end = sorted(
            draw(st.lists(st.sampled_from(ends), min_size=2, max_size=2))
        )
        if start < end:
            href = "https://example.org/a" if kind == "link" else ""
            found.append(Mark(start, end, kind, href))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


@st.composite
def motions(draw, most: int = 5, *, marked: bool = True):
    """A title, an operative text, a rationale; each may be missing."""
    found = []
    if draw(st.booleans()):
        found.append(draw(paragraphs("t1", Part.TITLE)))
    for prefix, part in (("p", Part.TEXT), ("b", Part.RATIONALE)):
        found += [
            draw(paragraphs(f"{prefix}{at + 1}", part))
            for at in range(draw(st.integers(0, most)))
        ]
    return tuple(one if marked else replace(one, marks=()) for one in found)


flats = motions().map(flatten)
somewhere = motions().filter(bool).map(flatten)


@st.composite
def rows(draw, part: Part | None = None):
    """Words, spaces and starts as somebody types them, in any order."""
    found: list[Token] = []
    for _ in range(draw(st.integers(0, 4))):
        match draw(st.sampled_from(["words", "words", "space", "start", "paragraph"])):
            case "words":
                found += words(draw(phrases))
            case "space":
                found.append(Word(" "))
            case "start":
                found.append(draw(starts(part)))
            case _:
                found += [draw(starts(part)), *words(draw(phrases))]
    return tuple(found)


@st.composite
def starts(draw, part: Part | None = None):
    level = draw(st.integers(0, 2))
    scheme = draw(st.sampled_from(["", "1.", "a)"]))
    return Start(
        part or draw(st.sampled_from([Part.TEXT, Part.RATIONALE])), level, scheme
    )


@st.composite
def stretches(draw, flat: Flat, size: int = 8):
    """A place in a text, with up to so many tokens from there on."""
    start = draw(places) % (len(flat) + 1)
    end = min(start + draw(st.integers(0, size)), len(flat))
    if flat.starts and not draw(st.integers(0, 3)):
        index = draw(places) % len(flat.starts)
        start, end = flat.starts[index], flat.end_of(index)
    return start, end


@st.composite
def changes(draw, flat: Flat):
    start, end = draw(stretches(flat))
    return draw(change_at(flat, start, end))


@st.composite
def change_at(draw, flat: Flat, start: int, end: int):
    """A change at a place; no words come to stand before the first paragraph."""
    part = part_at(flat, start)
    new = draw(rows(part))
    homeless = new and not isinstance(new[0], Start)
    if start == 0 and (homeless or not new):
        new = (draw(starts(part)), *new)
    return Change(start, end, new)


def part_at(flat: Flat, at: int) -> Part:
    """The part of the paragraph that a place stands in, and what is typed there."""
    before = [one for one in flat.tokens[: max(at, 1)] if isinstance(one, Start)]
    return before[-1].part if before else Part.TEXT


@st.composite
def scripts(draw, flat: Flat, most: int = 6):
    """Changes by one hand, in order; they may touch but never overlap."""
    found: list[Change] = []
    at = 0
    for start, end in sorted(draw(st.lists(stretches(flat), max_size=most))):
        if start < at or (found and start == at == end):
            continue
        found.append(draw(change_at(flat, start, end)))
        at = end
    return tuple(found)


@st.composite
def readings(draw, flat: Flat, script: Sequence[Change] | None = None):
    """A file in which a script was noted, with moves, comments, and in any order."""
    script = draw(scripts(flat)) if script is None else script
    pieces: list[Piece] = []
    at = 0
    for change in script:
        pieces += map(Piece, flat.tokens[at : change.start])
        move = draw(st.sampled_from(["", "", "m1"]))
        old = [Piece(one, State.DELETED, move)
               for one in flat.tokens[change.start : change.end]]  # fmt: skip
        new = [Piece(one, State.INSERTED, move) for one in change.new]
        pieces += draw(mixed(old, new))
        at = change.end
    pieces += map(Piece, flat.tokens[at:])
    return Reading(tuple(pieces), tuple(draw(remarks(len(pieces)))))


@st.composite
def mixed(draw, old: list[Piece], new: list[Piece]):
    """What is deleted and inserted at one place, in the order of a file."""
    order = draw(st.sampled_from(["old", "new", "both"]))
    if order != "both":
        return old + new if order == "old" else new + old
    turns = draw(st.permutations([True] * len(old) + [False] * len(new)))
    first, second = iter(old), iter(new)
    return [next(first if turn else second) for turn in turns]


@st.composite
def remarks(draw, size: int):
    found = draw(st.lists(st.tuples(places, st.integers(0, 5)), max_size=2))
    return [
        Remark(at % (size + 1), at % (size + 1) + length, f"Weil {index}.")
        for index, (at, length) in enumerate(found)
    ]


def accepted(reading: Reading) -> tuple[Token, ...]:
    return tuple(p.token for p in reading.pieces if p.state is not State.DELETED)


def solid(tokens: Sequence[Token]) -> tuple[Key, ...]:
    """What makes a text: without its spaces, and without paragraphs of nothing."""
    found = [one for one in tokens if not is_space(one)]
    following = [*found[1:], None]
    return keys(
        one
        for one, other in zip(found, following[: len(found)], strict=True)
        if isinstance(one, Word) or isinstance(other, Word)
    )


def bag(tokens: Sequence[Token]) -> list[str]:
    return sorted(one.text for one in tokens if isinstance(one, Word) and is_word(one))
