"""The synopsis of a motion, as its page and its files show it."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from reihum.formats.synopsis.counts import counted, typed_again
from reihum.formats.synopsis.paper import Counts, Sent, SynopsisPaper, silent
from reihum.formats.synopsis.rows import Row, Summary, rows, summary
from reihum.reads.amendments import (
    AmendmentRow,
    Base,
    Stale,
    amendments_on,
    base,
    deadline_of,
    wanted,
)
from reihum.reads.laid import Laid, laid
from reihum.reads.motions import MotionRow, members_of, motion
from reihum.reads.remembered import Remembered
from reihum.rules.amendment import WAY_NAMES, Stage, Way
from reihum.rules.decision import undisputed
from reihum.rules.text.outcome import Decided
from reihum.rules.text.synopsis import Wish, combine, in_roll_call
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class Source:
    """Where a wish comes from: the amendment, whose, how and when it came in."""

    pk: int
    member: str
    way: Way
    late: bool
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The synopsis laid out; `undisputed` are the points nobody stands against."""

    paper: SynopsisPaper
    rows: tuple[Row, ...]
    summary: Summary
    undisputed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SynopsisView:
    """All that the page shows.

    `drafts` are rows with the wishes that the viewer's Land has not submitted yet,
    `stale` the wishes of earlier versions that found no place in this one, each with
    its Land. `newest` is the number of the newest version.
    """

    motion: MotionRow
    laid: Laid
    sheet: Sheet
    drafts: tuple[Row, ...]
    stale: tuple[tuple[str, Stale], ...]
    sources: dict[str, Source]
    newest: int
    deadline: date | None

    @property
    def base(self) -> Base:
        return self.laid.base

    @property
    def paper(self) -> SynopsisPaper:
        return self.sheet.paper

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.sheet.rows

    @property
    def summary(self) -> Summary:
        return self.sheet.summary

    @property
    def undisputed(self) -> tuple[str, ...]:
        return self.sheet.undisputed


def synopsis(
    body: str, pk: int, viewer: Viewer, number: int = 0
) -> SynopsisView | None:
    """Return the synopsis of the newest version, or of that `number`.

    Nothing where there is no motion for the viewer, or none that was submitted. The
    number of queries does not depend on how much is wished.
    """
    row = motion(body, pk, viewer)
    on = base(body, pk, viewer, number) if row else None
    if row is None or on is None:
        return None
    amendments = amendments_on(on.version, viewer)
    found = laid(on, amendments)
    sheet = _sheet(row, found, in_roll_call(members_of(body)))
    return SynopsisView(
        motion=row,
        laid=found,
        sheet=sheet,
        drafts=_drafts(on, amendments, viewer),
        stale=_stale(found.amendments),
        sources={str(one.pk): _source(one) for one in found.amendments},
        newest=row.version,
        deadline=deadline_of(pk),
    )


def open_places(body: str, pk: int | None, viewer: Viewer) -> int:
    """Return at how many places of a motion's newest text a wish is undecided."""
    view = None if pk is None else synopsis(body, pk, viewer)
    return 0 if view is None else sum(row.undecided for row in view.rows)


_sheets: Remembered[Hashable, Sheet] = Remembered(16)


def _sheet(row: MotionRow, found: Laid, members: tuple[str, ...]) -> Sheet:
    """Lay out what is decided, or remember it."""
    words = tuple((one.paragraph, one.text) for one in found.compromises)
    sent = tuple(map(_sent, found.amendments))
    key = (found.key, found.decisions, words, sent, members, row.demo)
    return _sheets.of(key, lambda: _laid_out(paper_of(row, found, members)))


def _laid_out(paper: SynopsisPaper) -> Sheet:
    shown = rows(paper)
    return Sheet(
        paper, shown, summary(paper, shown), undisputed(paper.synopsis, paper.decided)
    )


def paper_of(row: MotionRow, found: Laid, members: tuple[str, ...]) -> SynopsisPaper:
    """Return the values that page and files are written from; the words come later."""
    return SynopsisPaper(
        title=found.base.flat.paragraphs[0].text,
        synopsis=found.synopsis,
        result=found.result(),
        decided=found.decided,
        reasons=found.reasons,
        sent=tuple(_counted(found)),
        silent=silent(found.synopsis, members),
        demo=row.demo,
    )


def _counted(found: Laid) -> Iterator[Sent]:
    """Yield what came in with its words: each was given its place when it was read."""
    out, again = counted(found.synopsis), typed_again(found.synopsis)
    for sent in map(_sent, found.amendments):
        source = (sent.land, sent.name)
        come, same = out.get(source, Counts()), again.get(source, 0)
        yield replace(sent, noted=Counts(come.inserted + same, come.deleted + same))


def _sent(one: AmendmentRow) -> Sent:
    return Sent(
        land=one.member,
        name=str(one.pk),
        called=WAY_NAMES[one.way],  # a file's name may be that of a person
        untracked=one.way is Way.COMPARED,
        loose=one.remarks,
        lost=one.lost,
    )


def _source(one: AmendmentRow) -> Source:
    return Source(one.pk, one.member, one.way, one.late, one.submitted_at)


def _stale(amendments: Iterable[AmendmentRow]) -> tuple[tuple[str, Stale], ...]:
    return tuple((one.member, stale) for one in amendments for stale in one.stale)


def _drafts(
    on: Base, amendments: Iterable[AmendmentRow], viewer: Viewer
) -> tuple[Row, ...]:
    """Return the rows in which the viewer's own Land is still writing."""
    wishes = [
        Wish(one.member, each, str(one.pk))
        for one in amendments
        if one.stage is Stage.DRAFT and one.member in viewer.members
        for each in wanted(on, one)
    ]
    if not wishes:
        return ()
    found = combine(on.flat, wishes)
    paper = SynopsisPaper(
        title="", synopsis=found, result=on.flat.paragraphs, decided=Decided({}, {})
    )
    return tuple(replace(row, results=()) for row in rows(paper) if row.cards)
