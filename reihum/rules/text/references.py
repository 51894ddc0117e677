"""References to numbers inside a text ("Ziffer 3"), and when they go stale.

A reference is a matter of words, so nobody changes it unasked: whoever moved something
is told where the words now say another number than the paragraph has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reihum.rules.dates import MONTHS_DE
from reihum.rules.text.paragraph import Paragraph


class Stale(NamedTuple):
    """A reference that no longer says what it said.

    `words` stand in the `paragraph`; they meant the paragraphs `targets`. `now` is
    how to write it today, empty if one of them is gone.
    """

    paragraph: str
    words: str
    targets: tuple[str, ...]
    now: str


class _Item(NamedTuple):
    """One number in a reference: its place in the words, and the way to it."""

    start: int
    end: int
    path: tuple[str, ...]
    way: str = ""  # "Buchstabe" as it is written between two numbers, or ") "


class _Reference(NamedTuple):
    words: str
    items: tuple[_Item, ...]


_MONTH = rf"(?!\s*(?:{'|'.join(MONTHS_DE)})\b)"
_LETTER = r"(?:Buchstaben?|Buchst\.|lit\.)"
_SMALL = r"[a-z]{1,2}"
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*|[IVX]+|[A-Z])(?:(?![\w-])|(?=[a-z]{1,2}\)))"
_SUB = rf"(?:\s*(?P<way>{_LETTER}\s+)(?P<sub>{_SMALL})\b\)?|\s?(?P<short>{_SMALL})\))"
_ITEM = re.compile(
    rf"\b(?:(?P<number>{_NUMBER})\.?{_SUB}?|(?P<small>{_SMALL})(?:\)|(?![\w)])))"
)
_AND = r"\s*(?:,|/|und|oder|bis|sowie|–|-)\s*"
_ONE = (
    rf"(?:{_NUMBER}(?:\s*{_LETTER}\s+{_SMALL}\b\)?|\s?{_SMALL}\))?"
    rf"|{_SMALL}\)|{_SMALL}\b)"
)
_NAMED = re.compile(
    r"\b(?:Ziffern?|Ziff\.|Nummern?|Nrn?\.|Punkte?n?|Buchstaben?|Buchst\.|lit\.)\s+"
    rf"{_ONE}(?:{_AND}{_ONE}(?![\w]))*"
)
_UNDER = re.compile(
    rf"\b(?:unter|zu|nach)\s+(?:\d{{1,3}}\.(?![\w\d]){_MONTH}(?!\s+[A-ZÄÖÜ])"
    rf"(?:\s?{_SMALL}\))?|{_SMALL}\))"
)
# What stands in front of, or behind, a reference to something else; so near to it.
_NEAR = 60
_ELSEWHERE = re.compile(
    r"(?:§+|\bArt\.|\bArtikels?|\bAbs\.|\bAbsatz|\bAbsatzes|\bSatz|\bAnlage|\bAnhang"
    r"|\bTOP|\bKapitel)\s*[\w.]*[\s,]*$"
)
_OF = re.compile(
    r"\s*(?:,?\s*(?:Satz|Halbsatz)\s+\d\s*)?(?:(?:de[sr]|vom|zum|im|aus(?:\s+dem)?)\s+"
    r"(?!(?:Antrag|Beschlussvorschlag|Text|Begründung|vorliegend|vorstehend|obig)"
    r"\w*\b)[\w„“-]*|[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\b)"
)


def stale(before: Iterable[Paragraph], after: Iterable[Paragraph]) -> tuple[Stale, ...]:
    """Return the references whose paragraph has another number now, or is gone.

    A reference that was not there before is not meant: whoever wrote it saw the new
    numbers. One that meant nothing in this text before is one to something else.
    """
    old, new = tuple(before), tuple(after)
    places, named = _Places(old), _paths(new)
    if places.paths == named:
        return ()
    there = {one.id: one.text for one in old}
    return tuple(
        found
        for one in new
        for reference in _references(one.text)
        if reference.words in there.get(one.id, "")
        if (targets := places.targets(reference, one.id)) is not None
        if (found := _found(one.id, reference, targets, named)) is not None
    )


def renewed(
    known: Iterable[Stale], paragraphs: Iterable[Paragraph]
) -> tuple[Stale, ...]:
    """Return what is still stale: neither worded anew, nor moved back."""
    now = tuple(paragraphs)
    named, texts = _paths(now), {one.id: one.text for one in now}
    return tuple(
        found
        for one in known
        for reference in _references(texts.get(one.paragraph, ""))
        if reference.words == one.words and len(reference.items) == len(one.targets)
        if (found := _found(one.paragraph, reference, one.targets, named)) is not None
    )


def _references(text: str) -> Iterator[_Reference]:
    """Yield the references to numbers of this text."""
    for pattern in (_NAMED, _UNDER):
        for match in pattern.finditer(text):
            before = text[max(match.start() - _NEAR, 0) : match.start()]
            behind = text[match.end() : match.end() + _NEAR]
            if not _ELSEWHERE.search(before) and not _OF.match(behind):
                yield _Reference(match[0], tuple(_items(match[0])))


def _items(words: str) -> Iterator[_Item]:
    """Yield the numbers in a reference: "Nummern 2 a) und 3" are (2, a) and (3,)."""
    first = re.match(r"\S+\s+", words)
    at = first.end() if first else 0
    while match := _ITEM.search(words, at):
        at = match.end()
        if small := match["small"]:
            yield _Item(match.start("small"), match.end("small"), (small,))
            continue
        below = match["sub"] or match["short"]
        end = match.end("sub" if match["sub"] else "short" if below else "number")
        path = (match["number"], below) if below else (match["number"],)
        yield _Item(match.start("number"), end, path, match["way"] or "")


Path = tuple[str, ...]


def _paths(paragraphs: Sequence[Paragraph]) -> Mapping[str, Path]:
    """Return by which numbers one comes to each numbered paragraph: ("2", "a")."""
    found: dict[str, Path] = {}
    above: dict[int, str] = {}
    for one in paragraphs:
        bare = one.number.strip("().")
        if one.level == 0 or not bare:
            continue
        above = {level: said for level, said in above.items() if level < one.level}
        above[one.level] = bare
        found[one.id] = tuple(above[level] for level in sorted(above))
    return found


class _Places:
    """Where the numbers of a text stand, to find what a reference means."""

    def __init__(self, text: Sequence[Paragraph]) -> None:
        self.paths = _paths(text)
        self.order = {one.id: at for at, one in enumerate(text)}
        self.at: dict[Path, list[tuple[int, str]]] = {}
        for identity, path in self.paths.items():
            self.at.setdefault(path, []).append((self.order[identity], identity))

    def targets(self, reference: _Reference, at: str) -> tuple[str, ...] | None:
        """Return the paragraphs that were meant; None if one cannot be found."""
        found = [self._target(item.path, at) for item in reference.items]
        return None if None in found else tuple(one for one in found if one)

    def _target(self, path: Path, at: str) -> str | None:
        """Return the paragraph of that number: the next one above, or else below.

        A letter alone is one beside or below the paragraph that speaks of it.
        """
        own, here = self.paths.get(at, ()), self.order[at]
        wanted = [path]
        if path[0].islower():
            wanted = [(*own[:depth], *path) for depth in range(1, len(own) + 1)]
        places = [place for one in wanted for place in self.at.get(one, ())]
        above = [place for place in places if place[0] < here]
        if above:
            return max(above)[1]
        return min(places)[1] if places else None


def _found(
    at: str, reference: _Reference, targets: tuple[str, ...], named: Mapping[str, Path]
) -> Stale | None:
    """Return the reference as a stale one, if its words no longer fit."""
    paths = [named.get(target) for target in targets]
    if any(path is None for path in paths):
        return Stale(at, reference.words, targets, "")
    pairs = [
        (item, path if _whole(item) else path[-1:])
        for item, path in zip(reference.items, paths, strict=True)
        if path is not None
    ]
    if all(item.path == path for item, path in pairs):
        return None
    words, now, last = reference.words, "", 0
    for item, path in pairs:
        now += words[last : item.start] + _said(item, path)
        last = item.end
    return Stale(at, words, targets, now + words[last:])


def _whole(item: _Item) -> bool:
    """Return whether the way begins at the top, and not with a letter beside it."""
    return not item.path[0].islower()


def _said(item: _Item, path: Path) -> str:
    """Return the way as it is written here: "2 Buchstabe a", or "2 a" where it was."""
    short = len(item.path) > 1 and not item.way
    return (" " if short else f" {item.way or 'Buchstabe '}").join(path)
