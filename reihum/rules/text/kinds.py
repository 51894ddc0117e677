"""What a change does, seen by a reader: words put in, a paragraph gone, one split."""

from enum import StrEnum

from reihum.rules.text.changes import Change
from reihum.rules.text.clash import is_border, is_paragraph
from reihum.rules.text.tokens import Flat, Start


class Kind(StrEnum):
    """What a point does, seen by a reader."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    INSERT_PARAGRAPH = "insert_paragraph"
    DELETE_PARAGRAPH = "delete_paragraph"
    SPLIT = "split"
    JOIN = "join"
    LEVEL = "level"  # another level or kind of number
    MOVE = "move"  # one end of a stretch that was moved


def kind_of(flat: Flat, change: Change) -> Kind:
    """Return what a change does, seen by a reader."""
    old = flat.tokens[change.start : change.end]
    gone = [one for one in old if isinstance(one, Start)]
    come = [one for one in change.new if isinstance(one, Start)]
    if not gone and not come:
        if not old:
            return Kind.INSERT
        return Kind.REPLACE if change.new else Kind.DELETE
    if len(gone) == len(come):
        alone = len(old) == len(gone) and len(change.new) == len(come)
        return Kind.LEVEL if alone else Kind.REPLACE
    if not gone:
        return Kind.INSERT_PARAGRAPH if is_paragraph(flat, change) else Kind.SPLIT
    if not come:
        return Kind.DELETE_PARAGRAPH if _is_whole(flat, change) else Kind.JOIN
    return Kind.REPLACE


def _is_whole(flat: Flat, change: Change) -> bool:
    """Whether whole paragraphs go."""
    begins = isinstance(flat.tokens[change.start], Start)
    return begins and is_border(flat, change.end)
