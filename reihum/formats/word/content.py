"""From lines to paragraphs: parts, numbers and starts, before and after the changes."""

from dataclasses import dataclass

from reihum.formats.word.annex import Annex, annexes
from reihum.formats.word.lines import (
    GONE,
    KEPT,
    Ink,
    Leads,
    Line,
    View,
    after,
    before,
    dropped,
    filled,
    joined,
    settled,
)  # fmt: skip
from reihum.formats.word.lost import Loss, Losses
from reihum.formats.word.numbering import Printed, numbering
from reihum.formats.word.parts import PARTS, Role, roles
from reihum.formats.word.printed import Counted, counted
from reihum.formats.word.safety import Package
from reihum.formats.word.stream import Opened, Stream, stream
from reihum.formats.word.styles import styles
from reihum.formats.word.typed import without
from reihum.formats.word.walk import Comment, walk
from reihum.rules.text.numbers import scheme_of
from reihum.rules.text.tokens import Start, key
from reihum.rules.words import Text

_TOLD = {Role.BEFORE: Loss.BEFORE, Role.CONTENTS: Loss.CONTENTS}


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, cut into pieces, and what it holds besides."""

    stream: Stream
    comments: tuple[Comment, ...]
    lost: tuple[Text, ...]
    attachments: tuple[Annex, ...]
    typed_numbers: bool


def content(package: Package, *, accept: bool) -> Content:
    """Read a file; with `accept`, as if all its changes had been accepted."""
    reading = _Reading(package)
    if accept:
        reading.accept()
    reading.assign()
    reading.set_annexes_apart()
    return reading.content()


class _Reading:
    """A file while it is read; each method is a step, in the order of `content`."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.losses = Losses()
        self.styles = styles(package.parts.get("styles"))
        walked = walk(package, self.styles, self.losses)
        self.losses.place = -1  # what is noted from now on concerns the whole file
        self.comments = walked.comments
        self.lines = joined(walked.lines)
        settled(self.lines)
        self.changed = [one.offset for one in self.lines if _is_changed(one)]
        self.attachments: tuple[Annex, ...] = ()
        self.roles: dict[int, Role] = {}

    def accept(self) -> None:
        """Make the text with all changes accepted the only one."""
        if self.changed:
            self.losses.add(Loss.TRACKED)
        if self.comments:
            self.losses.add(Loss.COMMENTS)
        for line in self.lines:
            line.start = _accepted(line.start)
            line.old = None
            line.spans = [one._replace(ink=_accepted(one.ink)) for one in line.spans]

    def assign(self) -> None:
        """Say of each line what it is for, and tell what is left out."""
        found = roles(self.lines, self.styles)
        for line, role in zip(self.lines, found, strict=True):
            self.roles[line.offset] = role
            if role in _TOLD and line.said:
                self.losses.add(_TOLD[role], line.said)

    def set_annexes_apart(self) -> None:
        """Keep the annexes as a file; nothing is lost of what stands in them."""
        inside = [one for one in self.lines if self.roles[one.offset] is Role.ANNEX]
        if not inside:
            return
        first = inside[0].offset
        self.attachments = annexes(self.package, inside)
        self.losses.forget(first)
        self.losses.add(Loss.ANNEX, inside[0].said)
        if any(place >= first for place in self.changed):
            self.losses.add(Loss.ANNEX_CHANGES)
        self.lines = [one for one in self.lines if one.offset < first]
        self.comments = [one for one in self.comments if one.start < first]

    def content(self) -> Content:
        """Count, leave out what is no content, and cut the rest into pieces."""
        lists = numbering(self.package.parts.get("numbering"), self.styles)
        lines = [(one, self.roles[one.offset]) for one in self.lines]
        was = counted(lists, lines, before)
        now = counted(lists, lines, after, was)
        for line in now.nested:
            self.losses.add(Loss.DASHES, line.said)
        typed = self._without_typed(was, now)
        kept = dropped(self.lines, lambda one: self.roles[one.offset] not in PARTS)
        filled(kept, self._leads(was, now))
        found = stream([self._opened(one, was, now) for one in kept])
        return Content(
            found, tuple(self.comments), self.losses.told(), self.attachments, typed
        )

    def _leads(self, was: Counted, now: Counted) -> Leads:
        """Return what says whether a line stands as a number above a deeper one."""

        def leads(line: Line, following: Line, view: View) -> bool:
            found = was if view is before else now
            one, other = found.of(line).printed, found.of(following).printed
            same_part = self.roles[line.offset] is self.roles[following.offset]
            return same_part and 0 < one.level < other.level

        return leads

    def _without_typed(self, was: Counted, now: Counted) -> bool:
        """Take numbers that were typed out of the words; say whether there were any."""
        typed = False
        for line in self.lines:
            old, new = was.of(line).typed, now.of(line).typed
            if old or new:
                line.spans = without(line.spans, old, new)
                typed = typed or self.roles[line.offset] is not Role.TITLE
        return typed

    def _opened(self, line: Line, was: Counted, now: Counted) -> Opened:
        """Return a line with its starts: two, if somebody changed its number."""
        role = self.roles[line.offset]
        old = _start(role, was.of(line).printed) if line.start.before else None
        new = _start(role, now.of(line).printed) if line.start.after else None
        if old and new and not self._renumbered(line, was, now):
            new = old
        if line.old is not None and (old is None or new is None or new == old):
            self.losses.add(Loss.FORMATTING, line.said)
        return Opened(line.start, old, new, line.spans, line.offset)

    def _renumbered(self, line: Line, was: Counted, now: Counted) -> bool:
        """Whether somebody changed a line's number, not only what stands before it."""
        role = self.roles[line.offset]
        old, new = was.of(line), now.of(line)
        by_somebody = line.old is not None or old.typed or new.typed
        changed = key(_start(role, old.printed)) != key(_start(role, new.printed))
        return changed and bool(by_somebody)


def _start(role: Role, printed: Printed) -> Start:
    if role is Role.TITLE:
        return Start(PARTS[role], 0, "")
    level, number = printed
    return Start(PARTS[role], level, scheme_of(number), "", number)


def _is_changed(line: Line) -> bool:
    return not line.start.kept or any(not one.ink.kept for one in line.spans)


def _accepted(ink: Ink) -> Ink:
    return KEPT if ink.after else GONE
