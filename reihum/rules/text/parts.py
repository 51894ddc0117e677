"""What no change may do: mix the parts of a motion, or take its title away."""

from bisect import bisect_left
from collections.abc import Iterable

from reihum.rules.text.changes import PRINTED, Change
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import Flat, Start, Token, is_word
from reihum.rules.words import Refusal

_NO_PLACE = Refusal.invalid(
    "Diese Stelle gibt es im Text nicht. Laden Sie die Seite neu: Vielleicht gibt es "
    "eine neue Fassung.",
    "There is no such place in the text. Reload the page: there may be a new version.",
)
_TITLE = Refusal.invalid(
    "Der Titel bleibt ein Absatz für sich. Er kann anders lauten, aber nicht "
    "gestrichen, geteilt oder ergänzt werden um weitere Absätze.",
    "The title stays one paragraph. It can have other words, but it cannot be deleted, "
    "split, or joined with others.",
)
_MIXED = Refusal.invalid(
    "Beschlussvorschlag und Begründung bleiben getrennt: Ein Absatz des einen kann "
    "nicht im anderen stehen und nicht mit ihm verbunden werden.",
    "Operative text and rationale stay apart: a paragraph of the one cannot stand in "
    "the other, nor be joined with it.",
)


def check(flat: Flat, change: Change) -> Refusal | None:
    """Return why a change cannot be made to this text at all, if so."""
    if not 0 <= change.start <= change.end <= len(flat):
        return _NO_PLACE
    gone = flat.tokens[change.start : change.end]
    if Part.TITLE in _begun((*gone, *change.new)) or _empties_title(flat, change):
        return _TITLE
    return _MIXED if _mixes(flat, change) else None


def _begun(tokens: Iterable[Token]) -> list[Part]:
    return [one.part for one in tokens if isinstance(one, Start)]


def _empties_title(flat: Flat, change: Change) -> bool:
    if not flat.paragraphs or flat.paragraphs[0].part is not Part.TITLE:
        return False
    whole = change.start <= 1 and change.end >= flat.end_of(0) > 1
    return whole and not any(map(is_word, change.new))


def _mixes(flat: Flat, change: Change) -> bool:
    """Whether words come to stand in another part, or parts in another order."""
    before = _part_before(flat, change.start)
    inside = [] if before is None else [before]
    if inside == [] and change.new and not change.begins_paragraph:
        return True
    parts = [*inside, *_begun(change.new)]
    rest = flat.tokens[change.end : change.end + 1]
    if rest and isinstance(rest[0], Start):
        parts.append(rest[0].part)
    elif rest and parts[-1:] != [_part_before(flat, change.end)]:
        return True
    return parts != sorted(parts, key=PRINTED.__getitem__)


def _part_before(flat: Flat, at: int) -> Part | None:
    """Return the part of the words that stand before a place."""
    index = bisect_left(flat.starts, at) - 1
    return flat.paragraphs[index].part if index >= 0 else None
