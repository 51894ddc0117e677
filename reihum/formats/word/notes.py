"""Comments (Kommentare) in a Word file: reasons of Länder, and what is in conflict."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reihum.formats.word.markup import escaped, run
from reihum.rules.text.layers import Layer
from reihum.rules.text.synopsis import CLASH_NAMES, Clash, Point, Synopsis, in_roll_call
from reihum.rules.text.tokens import Flat
from reihum.rules.words import Text, listed

US = "Reihum"
CONFLICT = Text("Konflikt", "Conflict")
_EMPTY = Flat((), (), (), ())


class Note(NamedTuple):
    """A comment on the layers `first` to `last`, both included."""

    author: str
    lines: tuple[str, ...]
    first: int
    last: int


def notes(
    layers: Sequence[Layer], points: Sequence[Point], language: str
) -> tuple[Note, ...]:
    """Return the comments in the order of their places, reasons before conflicts."""
    spans = _spans(layers)
    found = [*_reasons(points, spans), *_conflicts(points, spans, language)]
    return tuple(sorted(found, key=lambda note: note.first))


def markup(note: Note, number: int, date: str, styles: tuple[str, str]) -> str:
    """Return a comment in Word's XML; `styles` are those of its text and its sign."""
    text, sign = styles
    mark = f'<w:r><w:rPr><w:rStyle w:val="{sign}"/></w:rPr><w:annotationRef/></w:r>'
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>{"" if at else mark}{run(line)}'
        "</w:p>"
        for at, line in enumerate(note.lines)
    )
    author = escaped(note.author)
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="{date}" '
        f'w:initials="{author}">{lines}</w:comment>'
    )


def _spans(layers: Iterable[Layer]) -> dict[str, tuple[int, int]]:
    """Return for each point the first and the last layer that it touches."""
    spans: dict[str, tuple[int, int]] = {}
    for at, layer in enumerate(layers):
        for key in layer.points:
            spans[key] = (spans.get(key, (at, at))[0], at)
    return spans


def _reasons(
    points: Iterable[Point], spans: Mapping[str, tuple[int, int]]
) -> Iterator[Note]:
    for point in points:
        if point.key in spans:
            for land, reason in point.reasons:
                yield Note(land, tuple(reason.splitlines()), *spans[point.key])


def _conflicts(
    points: Iterable[Point], spans: Mapping[str, tuple[int, int]], language: str
) -> Iterator[Note]:
    """Yield one comment for each place in conflict, with a sentence for each clash."""
    for cluster in Synopsis(_EMPTY, tuple(_among(points, spans))).clusters():
        by_key = {point.key: point for point in cluster}
        pairs = (
            (one, by_key[conflict.key], conflict.why)
            for one in cluster
            for conflict in one.conflicts
        )
        said = {sentence(*pair).in_(language): None for pair in pairs}
        ends = [spans[key] for key in by_key]
        first, last = min(end[0] for end in ends), max(end[1] for end in ends)
        yield Note(
            US, tuple(f"{CONFLICT.in_(language)}: {one}" for one in said), first, last
        )


def _among(
    points: Iterable[Point], spans: Mapping[str, tuple[int, int]]
) -> Iterator[Point]:
    """Yield the points that are in the text, with the conflicts among them."""
    for point in points:
        if point.key in spans:
            there = tuple(one for one in point.conflicts if one.key in spans)
            yield replace(point, conflicts=there)


def sentence(one: Point, other: Point, why: Clash) -> Text:
    """Return who stands against whom; the same whichever of them comes first."""
    if why is Clash.DELETED:
        deletes, changes = (other, one) if one.change.new else (one, other)
        return _deleted(deletes.lands, changes.lands)
    lands = listed(in_roll_call((*one.lands, *other.lands)))
    why_ = CLASH_NAMES[why]
    return Text(f"{lands.de} {why_.de}.", f"{lands.en} {why_.en}.")


def _deleted(who: tuple[str, ...], whom: tuple[str, ...]) -> Text:
    one, only = len(who) == 1, len(whom) == 1
    deleting, changing = listed(who), listed(whom)
    return Text(
        f"{deleting.de} {'streicht' if one else 'streichen'} Wörter, die "
        f"{changing.de} {'ändert' if only else 'ändern'}.",
        f"{deleting.en} {'deletes' if one else 'delete'} words that "
        f"{changing.en} {'changes' if only else 'change'}.",
    )
