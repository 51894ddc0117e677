"""A text taken apart: words, spaces and signs, with a token where a paragraph starts.

One flat row of tokens makes everything that can happen to a text the same thing, a
stretch replaced by another: a word changed, a paragraph deleted, two of them joined
(the second's start deleted), one split (a start inserted).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, groupby
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from reihum.rules.text.numbers import scheme_of
from reihum.rules.text.paragraph import Kind, Mark, Paragraph, Part

# What nobody sees: soft hyphen, zero width space, word joiner, byte order mark.
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_SPACES = re.compile(r"\s+")
_DROPPED = dict.fromkeys(map(ord, _UNSEEN))
# Written above or below a letter, and part of it: Latin, Cyrillic, Hebrew, Arabic.
_ACCENT = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_LETTER = rf"[\w{_ACCENT}{_UNSEEN}]"
# A word keeps its hyphens and apostrophes ("Bund-Länder-Gruppe") and what names all
# genders ("Bürger*innen"), a figure its separators ("1.200,50", "2026/27", "9:30");
# spaces are one, every other sign stands alone.
_TOKEN = re.compile(
    rf"\d+(?:[.,/:]\d+)*(?!{_LETTER})|{_LETTER}+(?:[-‑'’*:·]\w{_LETTER}*)*"
    rf"|\s[\s{_UNSEEN}]*|[^\w\s][{_ACCENT}]*"
)
_STYLES: dict[Kind, str] = {"strong": "b", "emphasis": "i"}
_KINDS: dict[str, Kind] = {letter: kind for kind, letter in _STYLES.items()}
_PREFIX = {Part.TITLE: "t", Part.TEXT: "p", Part.RATIONALE: "b"}


class Word(NamedTuple):
    """A word, a space, or a sign. `style` is "", "b", "i", "bi", or "a:" + address."""

    text: str
    style: str = ""


class Start(NamedTuple):
    """Where a paragraph starts, with all that is true of it but its words.

    `scheme` is how it is numbered: "1.", "a)", "aa)", "-", "" (`scheme_of`).
    `id` and `number` are empty for one that is new and has not been numbered yet.
    """

    part: Part
    level: int
    scheme: str
    id: str = ""
    number: str = ""


Token = Word | Start
Key = str | tuple[Part, int, str]


def key(token: Token) -> Key:
    """Return what makes two tokens the same: a word's letters, a start's place."""
    return token.text if isinstance(token, Word) else token[:3]


def keys(tokens: Iterable[Token]) -> tuple[Key, ...]:
    # Written out: a text of 600 paragraphs has 50,000 tokens, a synopsis 17 texts.
    return tuple([one[0] if isinstance(one, Word) else one[:3] for one in tokens])


def is_word(token: Token) -> bool:
    """Return whether it counts as a word: it holds a letter or a figure."""
    return isinstance(token, Word) and any(map(str.isalnum, token.text))


def is_space(token: Token) -> bool:
    return isinstance(token, Word) and token.text.isspace()


def count_words(tokens: Iterable[Token]) -> int:
    return sum(map(is_word, tokens))


def said(tokens: Iterable[Token]) -> str:
    """Return the words as running text; a paragraph's start becomes a pilcrow."""
    return "".join("¶" if isinstance(one, Start) else one.text for one in tokens)


def words(text: str, marks: Sequence[Mark] = ()) -> tuple[Word, ...]:
    """Return the words, spaces and signs of a paragraph; white space becomes one space.

    A no-break space is a space like others, what cannot be seen is dropped, and a
    letter with its accent is one character. A mark that begins inside a word holds from
    the beginning of that word.
    """
    if not marks and _is_clean(text):
        return tuple(map(Word, _TOKEN.findall(_SPACES.sub(" ", text))))
    return tuple(
        Word(said, _style(marks, match.start(), match.end()))
        for match in _TOKEN.finditer(text)
        if (said := _clean(match[0]))
    )


def split(text: str) -> list[str]:
    """Return the words, spaces and signs of a text as they stand there."""
    return _TOKEN.findall(text)


def start_of(one: Paragraph) -> Start:
    return Start(one.part, one.level, scheme_of(one.number), one.id, one.number)


@dataclass(frozen=True, slots=True)
class Flat:
    """A text as one row of tokens, with where its paragraphs start.

    `starts[i]` is the place of the start of `paragraphs[i]`; `keys` are those of all
    tokens, kept because everybody compares them.
    """

    paragraphs: tuple[Paragraph, ...]
    tokens: tuple[Token, ...]
    keys: tuple[Key, ...]
    starts: tuple[int, ...]

    def end_of(self, paragraph: int) -> int:
        """Return the place behind the last token of a paragraph."""
        following = paragraph + 1
        return self.starts[following] if following < len(self.starts) else len(self)

    def __len__(self) -> int:
        return len(self.tokens)


def flatten(paragraphs: Iterable[Paragraph]) -> Flat:
    """Take a text apart."""
    found = tuple(paragraphs)
    starts: list[int] = []
    tokens: list[Token] = []
    for one in found:
        starts.append(len(tokens))
        tokens.append(start_of(one))
        tokens.extend(words(one.text, one.marks))
    return Flat(found, tuple(tokens), keys(tokens), tuple(starts))


def rebuild(
    tokens: Iterable[Token], taken: Iterable[str] = (), empty: Collection[str] = ()
) -> tuple[Paragraph, ...]:
    """Put a text together again. Paragraphs with nothing in them are gone.

    A new paragraph gets an id that is not among its neighbours' nor in `taken` (those
    of earlier versions: an id is never used twice); its number is the first of its
    scheme until `renumber`. `empty` are the ids of those that had nothing in them
    before ("2." above its "a)"): they stay; new ones do with an empty id.
    """
    pieces = [
        (start, inside)
        for start, inside in _paragraphs(tokens)
        if inside or start.id in empty
    ]
    fresh = _fresh(chain(taken, (start.id for start, _ in pieces)))
    used: set[str] = set()
    built: list[Paragraph] = []
    for start, inside in pieces:
        again = not start.id or start.id in used
        identity = next(fresh[start.part]) if again else start.id
        used.add(identity)
        text, marks = _joined(inside)
        number = start.number or start.scheme
        built.append(Paragraph(identity, start.level, number, text, marks, start.part))
    return tuple(built)


def empty_ids(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Return the ids of paragraphs with nothing in them, as `rebuild` wants them."""
    return frozenset(one.id for one in paragraphs if not words(one.text))


def _is_clean(text: str) -> bool:
    return text.isascii() or (
        is_normalized("NFC", text) and _HIDDEN.search(text) is None
    )


def _clean(found: str) -> str:
    if found[0].isspace():
        return " "
    if found.isascii():
        return found
    seen = found.translate(_DROPPED)
    return seen if is_normalized("NFC", seen) else normalize("NFC", seen)


def _style(marks: Sequence[Mark], start: int, end: int) -> str:
    over = [mark for mark in marks if mark.start < end and mark.end > start]
    link = next((mark for mark in over if mark.kind == "link"), None)
    if link is not None:
        return f"a:{link.href}"
    return "".join(sorted({_STYLES[mark.kind] for mark in over}))


def _paragraphs(tokens: Iterable[Token]) -> Iterator[tuple[Start, list[Word]]]:
    """Yield each paragraph with its words; words before any start stand in the text."""
    start: Start | None = None
    inside: list[Word] = []
    for token in tokens:
        if isinstance(token, Word):
            inside.append(token)
            continue
        yield from _paragraph(start, inside)
        start, inside = token, []
    yield from _paragraph(start, inside)


def _paragraph(
    start: Start | None, inside: list[Word]
) -> Iterator[tuple[Start, list[Word]]]:
    kept = _stripped(inside)
    if start is not None or kept:
        yield start or Start(Part.TEXT, 0, ""), kept


def _stripped(inside: list[Word]) -> list[Word]:
    """Drop spaces at both ends, and one of two that have come to stand together."""
    kept: list[Word] = []
    for word in inside:
        if word.text.isspace() and (not kept or kept[-1].text.isspace()):
            continue
        kept.append(word)
    if kept and kept[-1].text.isspace():
        kept.pop()
    return kept


def _fresh(taken: Iterable[str]) -> dict[Part, Iterator[str]]:
    """Return for each part the ids that come after all that are taken."""
    last = dict.fromkeys(Part, 0)
    for identity in taken:
        for part, prefix in _PREFIX.items():
            if identity[:1] == prefix and identity[1:].isdecimal():
                last[part] = max(last[part], int(identity[1:]))
    return {
        part: map(f"{_PREFIX[part]}{{}}".format, count(last[part] + 1)) for part in Part
    }


def _joined(inside: Sequence[Word]) -> tuple[str, tuple[Mark, ...]]:
    marks = sorted(_marks(inside), key=lambda one: (one.start, one.end))
    return "".join(word.text for word in inside), tuple(marks)


def _marks(inside: Sequence[Word]) -> Iterator[Mark]:
    """Yield each kind of mark by itself: one goes on where another begins or ends."""
    styles = {word.style for word in inside}
    for one in sorted({one for style in styles for one in _single(style)}):
        at = 0
        for marked, run in groupby(inside, key=lambda word: one in _single(word.style)):
            end = at + sum(len(word.text) for word in run)
            if marked:
                yield Mark(at, end, _KINDS.get(one, "link"), one[2:])
            at = end


def _single(style: str) -> tuple[str, ...]:
    """Return a style taken apart: "bi" is "b" and "i", a link is one."""
    return (style,) if style.startswith("a:") else tuple(style)
