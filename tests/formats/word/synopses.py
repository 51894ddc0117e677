"""Realistic synopses: texts of motions, and Länder that change words and paragraphs.

All chance comes from one `Random`: a fixed one for files that LibreOffice opens,
hypothesis' own for laws.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from reihum.rules.laender import CODES
from reihum.rules.text import Mark, Paragraph, Part
from reihum.rules.text.changes import Change
from reihum.rules.text.synopsis import Synopsis, Wish, combine
from reihum.rules.text.tidy import tidy
from reihum.rules.text.tokens import Flat, Start, Token, flatten, is_space, words
from reihum.rules.text.tracked import Wanted

VOCABULARY = (
    "Die", "Länder", "bitten", "den", "Bund,", "die", "Mittel", "für", "2026/27",
    "Integrationskurse", "dauerhaft", "zu", "sichern", "und", "bis", "zum", "14.",
    "April", "nach", "§", "5", "Abs.", "über", "„Start-Chancen“", "berichten;",
    "Bürger*innen", "1.200,50", "Euro", "Bund-Länder-Gruppe", "<b>", "&", '"Recht"',
    "z.B.", "–", "🎓",
)  # fmt: skip
PREFIXES = {Part.TITLE: "t", Part.TEXT: "p", Part.RATIONALE: "b"}


def sentence(rnd: Random, most: int = 12) -> str:
    """Return words that begin with one: a dash would be taken for a number."""
    rest = [rnd.choice(VOCABULARY) for _ in range(rnd.randint(0, most - 1))]
    return " ".join((rnd.choice(("Die", "Länder", "Euro", "über")), *rest))


def number(level: int, value: int) -> str:
    """Return how the project writes a number: 2. or b) or bb)."""
    letter = chr(ord("a") + (value - 1) % 26)
    return ("", f"{value}.", f"{letter})", f"{letter}{letter})")[level]


def paragraphs(rnd: Random, part: Part, size: int) -> Iterator[Paragraph]:
    """Yield paragraphs; now and then a number is left out, or a list begins again."""
    counted: dict[int, int] = {}
    base = 0
    for index in range(1, size + 1):
        level = 0 if part is Part.TITLE else rnd.choice((0, 1, 1, 1, 2, 2, 3, 3))
        counted = {at: value for at, value in counted.items() if at <= level}
        counted[level] = counted.get(level, 0) + rnd.choice((1, 1, 1, 1, 1, 2))
        if rnd.random() < 0.1:
            counted[level] = 1
        printed = number(level, counted[level])
        if level and rnd.random() < 0.2:
            level, printed = base + 1, "-"
        else:
            base = level
        said = sentence(rnd)
        yield Paragraph(
            f"{PREFIXES[part]}{index}", level, printed, said, marks(rnd, said), part
        )


def marks(rnd: Random, said: str) -> tuple[Mark, ...]:
    """Mark a stretch of whole words, as `rebuild` would write it."""
    if rnd.random() < 0.7:
        return ()
    ends = [0]
    for word in words(said):
        ends.append(ends[-1] + len(word.text))
    start, end = sorted(rnd.choice(ends) for _ in range(2))
    kind = rnd.choice(("strong", "emphasis", "link"))
    address = "https://example.org/a?b=1&c=2" if kind == "link" else ""
    return (Mark(start, end, kind, address),) if start < end else ()


def motion(rnd: Random, size: int = 6) -> tuple[Paragraph, ...]:
    """Return a text of all parts."""
    sizes = {Part.TITLE: 1, Part.TEXT: size, Part.RATIONALE: rnd.randint(0, size // 2)}
    return tuple(one for part in sizes for one in paragraphs(rnd, part, sizes[part]))


def synopsis(rnd: Random, base: tuple[Paragraph, ...], lands: int = 5) -> Synopsis:
    """Lay the wishes of some Länder against a text; some wish the same."""
    flat = flatten(base)
    wishes: list[Wish] = []
    for land in rnd.sample(CODES, lands):
        if wishes and rnd.random() < 0.3:  # the same as somebody before
            other = rnd.choice(wishes).land
            wishes += [replace(one, land=land) for one in wishes if one.land == other]
            continue
        wishes += [Wish(land, wanted) for wanted in of_one(rnd, flat)]
    return combine(flat, wishes)


def of_one(rnd: Random, flat: Flat) -> Iterator[Wanted]:
    """Yield what one Land wants: changes that leave each other alone."""
    at = -1
    rank = 0
    for index in range(len(flat.starts)):
        if rnd.random() < 0.5:
            continue
        change, _ = tidy(flat, _change(rnd, flat, index))
        if change.start <= at or change == Change(change.start, change.start):
            continue
        reason = rnd.choice(("", "", "Weil es klarer ist.", "Zu teuer.\nUnd zu spät."))
        yield Wanted(change, reason, rank=rank)
        at, rank = change.end, rank + 1


def _change(rnd: Random, flat: Flat, index: int) -> Change:
    """Return something that a person does to a paragraph: with whole words only."""
    one = flat.paragraphs[index]
    start, end = flat.starts[index], flat.end_of(index)
    joins = index and flat.paragraphs[index - 1].part is one.part
    kinds = ["words"] * 3
    if one.part is not Part.TITLE:
        kinds += ["below", "below", "above", "gone", "gone", "level"]
        kinds += ["join"] if joins else []
    match rnd.choice(kinds):
        case "below":
            return Change(end, end, _new(rnd, one))
        case "above":
            return Change(start, start, _new(rnd, one))
        case "gone":
            return Change(start, end)
        case "level":
            return Change(start, start + 1, (_start(rnd, one),))
        case "join":
            return Change(start, start + 1, words(" "))
    return _words(rnd, flat, index)


def _words(rnd: Random, flat: Flat, index: int) -> Change:
    """Return a change of words, or a split between two of them."""
    one, end = flat.paragraphs[index], flat.end_of(index)
    gaps = [
        at for at in range(flat.starts[index] + 1, end) if is_space(flat.tokens[at])
    ]
    new = words(f" {sentence(rnd, 4)}")
    if not gaps:
        return Change(end, end, new)
    first = rnd.choice(gaps)
    last = rnd.choice([*(at for at in gaps if at > first), end])
    kinds = [Change(first, first, new), Change(first, last), Change(first, last, new)]
    if one.part is not Part.TITLE:
        kinds.append(Change(first, first + 1, (_start(rnd, one),)))
    return rnd.choice(kinds)


def _new(rnd: Random, like: Paragraph) -> tuple[Token, ...]:
    return (_start(rnd, like), *words(sentence(rnd)))


def _start(rnd: Random, like: Paragraph) -> Start:
    level = rnd.randint(0, 3)
    return Start(like.part, level, number(level, 1))
