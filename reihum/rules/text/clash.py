"""Which changes get into each other's way, so that a person has to decide."""

from collections.abc import Mapping
from enum import StrEnum

from reihum.rules.text.alike import ALIKE, alike, bag
from reihum.rules.text.changes import Change, order_of
from reihum.rules.text.tokens import Flat, Start
from reihum.rules.words import Text


class Clash(StrEnum):
    """Why two points cannot both be made without somebody deciding."""

    OVERLAP = "overlap"  # both change the same words, differently
    DELETED = "deleted"  # one deletes what the other changes
    SAME_PLACE = "same_place"  # both put words at the same place
    ALIKE = "alike"  # both put nearly the same paragraph at the same place


CLASH_NAMES: Mapping[Clash, Text] = {
    Clash.OVERLAP: Text(
        "ändern dieselben Wörter verschieden", "change the same words differently"
    ),
    Clash.DELETED: Text(
        "streicht Wörter, die andere ändern", "deletes words that others change"
    ),
    Clash.SAME_PLACE: Text(
        "fügen an derselben Stelle Verschiedenes ein",
        "insert different words at the same place",
    ),
    Clash.ALIKE: Text(
        "fügen an derselben Stelle fast denselben Absatz ein",
        "insert nearly the same paragraph at the same place",
    ),
}


def clash(flat: Flat, one: Change, other: Change) -> Clash | None:
    """Return why two different changes cannot both be made as they are, if so."""
    if one.start == one.end and other.start == other.end:
        return _same_gap(flat, one, other)
    if one.start == one.end:
        return _into(flat, one, other)
    if other.start == other.end:
        return _into(flat, other, one)
    if one.start >= other.end or other.start >= one.end:
        return None
    return Clash.OVERLAP if bool(one.new) == bool(other.new) else Clash.DELETED


def is_paragraph(flat: Flat, change: Change) -> bool:
    """Whether whole new paragraphs are put between two others."""
    between = is_border(flat, change.start)
    return change.start == change.end and change.begins_paragraph and between


def is_border(flat: Flat, at: int) -> bool:
    """Whether one paragraph ends at a place, and another begins."""
    return at == len(flat) or isinstance(flat.tokens[at], Start)


def joins(flat: Flat, change: Change) -> bool:
    """Whether words that stay or come are tied to the paragraph before the change."""
    if change.start == len(flat) or not isinstance(flat.tokens[change.start], Start):
        return False
    if change.new:
        return not change.begins_paragraph
    return change.start < change.end and not is_border(flat, change.end)


def _same_gap(flat: Flat, one: Change, other: Change) -> Clash | None:
    """New paragraphs at the same place get along; words at the same place do not.

    Two that are nearly the same would say the same thing twice.
    """
    if one.start != other.start:
        return None
    both = is_paragraph(flat, one), is_paragraph(flat, other)
    if all(both):
        return Clash.ALIKE if _are_alike(one, other) else None
    return None if any(both) else Clash.SAME_PLACE


def _are_alike(one: Change, other: Change) -> bool:
    """Whether new paragraphs at the same place of the same part have about one text."""
    same_part = order_of(one) == order_of(other)
    return same_part and alike(bag(one.new), bag(other.new)) >= ALIKE


def _into(flat: Flat, insertion: Change, other: Change) -> Clash | None:
    """Whether an insertion and a change of existing words get into each other's way."""
    at, start, end = insertion.start, other.start, other.end
    if at < start or at > end:
        return None
    deep = Clash.OVERLAP if other.new else Clash.DELETED
    if start < at < end:
        return deep
    if is_paragraph(flat, insertion):
        # Between two paragraphs that become one there is no place for a third.
        return deep if at == start and joins(flat, other) else None
    if other.new:
        return Clash.SAME_PLACE
    # Words at the end of a paragraph that goes as a whole would have no paragraph.
    begun = any(isinstance(token, Start) for token in flat.tokens[start:at])
    return deep if begun and is_border(flat, at) else None
