"""Which line of a file is what: title, heading, operative text, rationale, annex."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from reihum.formats.word.lines import Line, after, before
from reihum.formats.word.styles import Styles, value
from reihum.rules.text.paragraph import Part

_NUMBER = r"(?:(?:[IVX]+|[A-Z]|\d+)[.)]\s*)?"
_TEXT = re.compile(
    rf"{_NUMBER}Beschl(?:uss|uß)(?:vorschlag|entwurf|text|)\s*:?", re.IGNORECASE
)
_RATIONALE = re.compile(rf"{_NUMBER}Begründung\s*:?", re.IGNORECASE)
_ANNEX = re.compile(r"(?:Anlage|Anhang)(?:\s+(?:Nr\.\s*)?(?:\d+|[IVX]+|[A-Z]))?\s*:?")
_NAMED_ANNEX = re.compile(rf"{_ANNEX.pattern}(?:\s*[–-])?\s+\S.*")
_SPACED = re.compile(r"\w(?: \w){4,}\s*:?")
_TITLE_LINE = re.compile(r"\s*(?:Antrag|Betreff|Betrifft|Titel|Thema)\s*:\s*(?=\S)")
_ABOUT = re.compile(
    r"Antrag (?:de[rs]|von)\b.*|Antragsteller.*|TOP\b.*|.*\b\w*konferenz\b.*"
    r"|.*\b(?:19|20)\d\d\b.*|Stand\b.*|Entwurf\b.*|Anlage\b.*|Anhang\b.*",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a line that may be a heading by its words
_LONGEST_ANNEX = 200
_TITLE_STYLES = frozenset(("title", "titel"))
_OUR_FACTS = "reihumangabe"
_CONTENTS = re.compile(r"(?:toc|verzeichnis) \d")


class Role(StrEnum):
    """What a line is for."""

    TITLE = "title"
    TEXT = "text"
    RATIONALE = "rationale"
    TEXT_HEADING = "text heading"
    RATIONALE_HEADING = "rationale heading"
    FACT = "fact"  # written by ourselves: "Antrag des Landes Bayern"
    BEFORE = "before"  # above the operative text, and not the title
    CONTENTS = "contents"
    ANNEX = "annex"


PARTS = {Role.TITLE: Part.TITLE, Role.TEXT: Part.TEXT, Role.RATIONALE: Part.RATIONALE}
_BEGINS = {Role.TEXT_HEADING: Role.TEXT, Role.RATIONALE_HEADING: Role.RATIONALE}
HEADINGS = frozenset(_BEGINS)


def roles(lines: Sequence[Line], styles: Styles) -> list[Role]:
    """Say of each line what it is for.

    Without a heading that names the operative text or the rationale everything is text,
    but for paragraphs in the style of a title.
    """
    signs = [_sign(one, styles) for one in lines]
    if HEADINGS.isdisjoint(signs):
        plain = {Role.TITLE, Role.FACT, Role.CONTENTS}
        return [one if one in plain else Role.TEXT for one in signs]
    found = list(_in_turn(signs))
    if Role.TITLE not in found:
        title = _title(lines, found, styles)
        found = [Role.TITLE if n == title else one for n, one in enumerate(found)]
    return found


def title_words(text: str) -> int:
    """Return how many characters before a title only say that it is one."""
    match = _TITLE_LINE.match(text)
    return match.end() if match else 0


def _in_turn(signs: Sequence[Role | None]) -> Iterator[Role]:
    """Yield the roles when headings say which part begins."""
    now = Role.BEFORE if Role.TEXT_HEADING in signs else Role.TEXT
    for sign in signs:
        if now is Role.ANNEX:
            yield now
        elif sign is Role.ANNEX and now is not Role.BEFORE:
            now = sign
            yield now
        elif sign is not None and sign in _BEGINS:
            now = _BEGINS[sign]
            yield sign
        else:
            yield now if sign in {None, Role.ANNEX} else sign or now


def _title(lines: Sequence[Line], found: list[Role], styles: Styles) -> int | None:
    """Return which line above the operative text is the title, if that is clear."""
    above = [n for n, one in enumerate(found) if one is Role.BEFORE and lines[n].said]
    if Role.TEXT_HEADING not in found:
        first = next(n for n, one in enumerate(lines) if one.said)
        is_title = found[first] is Role.TEXT and _outlined(lines[first], styles)
        above = [first] if is_title else []
    called = (n for n in above if title_words(lines[n].said))
    headings = (n for n in above if _outlined(lines[n], styles))
    others = [n for n in above if not _ABOUT.fullmatch(lines[n].said)]
    only = others[0] if len(others) == 1 else None
    return next(called, next(headings, only))


def _sign(line: Line, styles: Styles) -> Role | None:
    """Return what a line's own style and words say about it."""
    style = value(line.properties, "pStyle")
    names = styles.names(style)
    if _OUR_FACTS in {style.lower(), *(one.replace(" ", "") for one in names)}:
        return Role.FACT
    if any(map(_CONTENTS.fullmatch, names)):
        return Role.CONTENTS
    found = _by_words(line, styles)
    return Role.TITLE if found is None and _TITLE_STYLES & set(names) else found


def _by_words(line: Line, styles: Styles) -> Role | None:
    if sum(len(one.text) for one in line.spans) > _LONGEST_ANNEX:
        return None
    for text in dict.fromkeys((line.text(after), line.text(before))):
        short = text.replace(" ", "") if _SPACED.fullmatch(text) else text
        if len(short) <= _LONGEST:
            if _TEXT.fullmatch(short):
                return Role.TEXT_HEADING
            if _RATIONALE.fullmatch(short):
                return Role.RATIONALE_HEADING
            if _ANNEX.fullmatch(short):
                return Role.ANNEX
        if _NAMED_ANNEX.fullmatch(text) and _outlined(line, styles):
            return Role.ANNEX
    return None


def _outlined(line: Line, styles: Styles) -> bool:
    return styles.outlined(value(line.properties, "pStyle"))
