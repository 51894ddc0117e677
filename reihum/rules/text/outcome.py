"""What comes out of a synopsis: the text with what was accepted, and compromises."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from reihum.rules.text.changes import Change, apply
from reihum.rules.text.clash import joins
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.synopsis import Point, Synopsis
from reihum.rules.text.tokens import Flat, Start, empty_ids, rebuild, words


@dataclass(frozen=True, slots=True)
class Decided:
    """What the office has decided so far.

    `accepted` maps the keys of points to yes or no; `compromises` the ids of
    paragraphs to their new wording, which stands instead of all wishes for them. An
    empty wording deletes the paragraph.
    """

    accepted: Mapping[str, bool]
    compromises: Mapping[str, str]


def outcome(
    synopsis: Synopsis, decided: Decided, taken: Iterable[str] = ()
) -> tuple[Paragraph, ...]:
    """Return the resulting text, not yet numbered anew (`numbers.renumber`).

    What is not decided is not in it. `taken` are ids that are not to be given again.
    """
    flat = synopsis.flat
    changes = [_named(flat, point.change) for point in counted(synopsis, decided)]
    changes += _compromises(flat, decided.compromises)
    # What is new never takes the id of a paragraph that goes.
    ids = chain(taken, (one.id for one in flat.paragraphs))
    return rebuild(apply(flat.tokens, changes), ids, empty_ids(flat.paragraphs))


def _named(flat: Flat, change: Change) -> Change:
    """Let a paragraph that only gets another level or kind of number stay itself."""
    old = flat.tokens[change.start] if change.start < change.end else None
    if not isinstance(old, Start) or not change.begins_paragraph:
        return change
    first, *rest = change.new
    assert isinstance(first, Start)  # noqa: S101  (it begins a paragraph)
    return replace(change, new=(first._replace(id=old.id), *rest))


def counted(synopsis: Synopsis, decided: Decided) -> tuple[Point, ...]:
    """Return the accepted points that no compromise stands instead of.

    Of two in conflict that are both accepted only the first counts; the office is
    never let come so far (`check_accept`), but a file may.
    """
    spans = closed(synopsis.flat, decided.compromises)
    found: list[Point] = []
    keys: set[str] = set()
    for point in synopsis.points:
        if not decided.accepted.get(point.key, False):
            continue
        if any(conflict.key in keys for conflict in point.conflicts):
            continue
        if any(_stands_in(synopsis.flat, point.change, *one) for one in spans):
            continue
        found.append(point)
        keys.add(point.key)
    return tuple(found)


def touches(change: Change, start: int, end: int) -> bool:
    """Return whether a change is one of the paragraph at `start` to `end`.

    A new paragraph before or behind it is not.
    """
    if change.start == change.end:
        inside = start < change.start <= end
        return inside and not (change.begins_paragraph and change.start == end)
    return change.start < end and change.end > start


def _stands_in(flat: Flat, change: Change, start: int, end: int) -> bool:
    """Whether a change is one of a paragraph, or ties the next one to it."""
    tied = change.start == end and joins(flat, change)
    return tied or touches(change, start, end)


def closed(flat: Flat, compromises: Mapping[str, str]) -> list[tuple[int, int]]:
    """Return where the paragraphs stand that have a compromise."""
    return [
        (flat.starts[index], flat.end_of(index))
        for index, one in enumerate(flat.paragraphs)
        if one.id in compromises
    ]


def _compromises(flat: Flat, compromises: Mapping[str, str]) -> Iterator[Change]:
    for index, one in enumerate(flat.paragraphs):
        if one.id in compromises:
            new = words(compromises[one.id].strip())
            start = flat.starts[index]
            yield Change(start + 1 if new else start, flat.end_of(index), new)
