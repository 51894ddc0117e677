"""What a person does at one paragraph while writing an amendment, step by step."""

from dataclasses import dataclass
from typing import NamedTuple

from reihum.rules.amendment import check_changes, other_text
from reihum.rules.text import drafting
from reihum.rules.text.drafting import DASH, LEVELS, All, New
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import Flat, Start
from reihum.rules.words import Refusal

SCHEMES = ("", *(one for one in LEVELS if one), DASH)
LONGEST_TEXT = 20_000  # of one paragraph


class Rewrite(NamedTuple):
    """A paragraph is to read so."""

    paragraph: str
    text: str
    reason: str = ""


class Delete(NamedTuple):
    """A paragraph is to go."""

    paragraph: str
    reason: str = ""


class Insert(NamedTuple):
    """A new paragraph is to stand before or behind another."""

    paragraph: str
    text: str
    scheme: str = ""
    reason: str = ""
    before: bool = False


class Reword(NamedTuple):
    """A new paragraph is to read so instead."""

    key: str
    text: str
    scheme: str = ""
    reason: str = ""


class TakeBack(NamedTuple):
    """All that is wished for a paragraph is taken back."""

    paragraph: str


class TakeBackNew(NamedTuple):
    """A new paragraph is taken back."""

    key: str


Step = Rewrite | Delete | Insert | Reword | TakeBack | TakeBackNew


@dataclass(frozen=True, slots=True)
class _Desk:
    """The text, and what is wished for so far."""

    flat: Flat
    wanted: All


def take(flat: Flat, wanted: All, step: Step) -> All | Refusal:
    """Return all wishes after a step, or why it cannot be taken."""
    desk = _Desk(flat, wanted)
    done = _check_text(step) or _take(desk, step)
    if isinstance(done, Refusal):
        return done
    changes = [one.change for one in done]
    return check_changes(changes, [one.reason for one in done]) or done


def _take(desk: _Desk, step: Step) -> All | Refusal:
    match step:
        case Insert():
            return _insert(desk, step)
        case Reword():
            return _reword(desk, step)
        case TakeBackNew(key):
            return drafting.take_back(desk.wanted, [key])
    index = _index(desk.flat, step.paragraph)
    return other_text() if index is None else _at(desk, index, step)


def _at(desk: _Desk, index: int, step: Rewrite | Delete | TakeBack) -> All | Refusal:
    """Take a step at a paragraph that is there."""
    match step:
        case Rewrite(_, text, reason):
            return drafting.rewrite(desk.flat, desk.wanted, index, text, reason)
        case Delete(_, reason):
            return _delete(desk, index, reason)
    gone = drafting.inside(desk.flat, desk.wanted, index)
    return drafting.take_back(desk.wanted, map(drafting.key_of, gone))


def _delete(desk: _Desk, index: int, reason: str) -> All | Refusal:
    if desk.flat.paragraphs[index].part is Part.TITLE:
        return Refusal.invalid(
            "Ein Antrag braucht einen Titel; schreiben Sie ihn neu, statt ihn zu "
            "streichen.",
            "A motion needs a title; write it anew instead of deleting it.",
            "text",
        )
    return drafting.delete(desk.flat, desk.wanted, index, reason)


def _insert(desk: _Desk, step: Insert) -> All | Refusal:
    index = _index(desk.flat, step.paragraph)
    if index is None or step.scheme not in SCHEMES:
        return other_text()
    part = desk.flat.paragraphs[index].part
    if part is Part.TITLE and step.before:
        return other_text()
    place = index if step.before else index + 1
    start = drafting.start_of_new(
        desk.flat, place, Part.TEXT if part is Part.TITLE else part, step.scheme
    )
    new = New(start, step.text, step.reason)
    return drafting.insert(desk.flat, desk.wanted, place, new, first=not step.before)


def _reword(desk: _Desk, step: Reword) -> All | Refusal:
    old = next((one for one in desk.wanted if drafting.key_of(one) == step.key), None)
    first = old.change.new[0] if old and old.change.new else None
    if old is None or not isinstance(first, Start) or step.scheme not in SCHEMES:
        return other_text()
    place = sum(1 for start in desk.flat.starts if start < old.change.start)
    start = drafting.start_of_new(desk.flat, place, first.part, step.scheme)
    new = New(start, step.text, step.reason)
    return drafting.reword(desk.wanted, step.key, new)


def _index(flat: Flat, name: str) -> int | None:
    found = (i for i, one in enumerate(flat.paragraphs) if one.id == name)
    return next(found, None)


def _check_text(step: Step) -> Refusal | None:
    """Return what is wrong with the words of a step, if anything is."""
    if not isinstance(step, Rewrite | Insert | Reword):
        return None
    if len(step.text) > LONGEST_TEXT:
        return Refusal.invalid(
            f"Der Absatz hat {len(step.text)} Zeichen, möglich sind {LONGEST_TEXT}.",
            f"The paragraph has {len(step.text)} characters, {LONGEST_TEXT} are "
            "possible.",
            "text",
        )
    if any(map(str.isalnum, step.text)):
        return None
    return Refusal.invalid(
        "Hier steht noch kein Wort. Wollen Sie den Absatz streichen, benutzen Sie "
        "„Streichen“.",
        "There is no word here yet. If you want the paragraph gone, use “Delete”.",
        "text",
    )
