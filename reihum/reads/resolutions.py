"""Resolutions as the office and the members see them, with the state of their release.

A guest sees of them what is released, as everybody does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from reihum.reads.members import voters
from reihum.reads.results import outcome_of, told
from reihum.reads.rulebooks import rulebooks_of
from reihum.reads.visibility import items, resolutions, statements
from reihum.records.models import Resolution
from reihum.rules.dates import PartialDate
from reihum.rules.facts import Certainty, Procedure
from reihum.rules.numbering import parse_key, sort_key
from reihum.rules.outcome import Outcome
from reihum.rules.release import Objection, Part
from reihum.rules.resolution import Release
from reihum.rules.rulebook import Rulebook, in_force
from reihum.rules.text import Paragraph, from_data
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """One resolution; what the viewer may not see of it is empty.

    `result` is how an old source tells the vote where no ballot is kept. `rule_known`
    is false where no source says whether a member can hold back publication.
    """

    pk: int
    key: str
    number: str
    title: str
    conference: int | None
    item: int | None
    adopted_on: PartialDate
    procedure: Procedure
    certainty: Certainty
    submitters: tuple[str, ...]
    text: tuple[Paragraph, ...]
    outcome: Outcome | None
    result: Text | None
    statements: tuple[tuple[str, str], ...]
    release: Release
    rule_known: bool
    asked_at: datetime | None
    published_at: datetime | None
    demo: bool
    motto: str = ""
    motion: int | None = None
    confidential: bool = False


def resolutions_of(body: str, viewer: Viewer, today: date) -> tuple[ResolutionRow, ...]:
    """Return all resolutions, newest first: six queries, however many there are."""
    make = _Reader(viewer, voters(body), rulebooks_of(body), today)
    found = [make.row(row) for row in _rows(body, viewer)]
    found.sort(key=lambda row: sort_key(row.number or row.key))
    found.sort(key=lambda row: str(row.adopted_on), reverse=True)
    return tuple(found)


def resolution(
    body: str, key: str, viewer: Viewer, today: date
) -> ResolutionRow | None:
    """Return one resolution, if there is one that the viewer may see."""
    row = _rows(body, viewer).filter(key=key).first()
    if row is None:
        return None
    return _Reader(viewer, voters(body), rulebooks_of(body), today).row(row)


def release_of(row: Resolution, book: Rulebook | None) -> Release:
    """Return how far the release of a resolution has come."""
    released = frozenset(Part(word) for word in row.released)
    there = {
        Part.RESOLUTION: True,
        Part.VOTES: row.ballot_id is not None,
        Part.STATEMENT: row.item is not None and bool(row.item.statements.all()),
    }
    return Release(
        parts=released | {part for part in there if there[part]},
        released=released,
        objections=tuple(
            Objection(one.member, Part(one.part), one.reason)
            for one in row.objections.all()
        ),
        until=row.release_until,
        veto=bool(book and book.publication and book.publication.veto),
    )


def judged_by(
    row: Resolution, books: Iterable[Rulebook], today: date
) -> Rulebook | None:
    """Return the rules for a release: those of the day on which it was asked for."""
    asked = row.release_asked_at
    return in_force(books, timezone.localdate(asked) if asked else today)


def _rows(body: str, viewer: Viewer) -> QuerySet[Resolution]:
    seen = Prefetch("item__statements", queryset=statements(viewer))
    return (
        resolutions(viewer)
        .filter(body__slug=body)
        .select_related("conference", "item", "ballot", "report")
        .prefetch_related("ballot__votes", "objections", seen)
        .annotate(
            shows_item=Exists(items(viewer).filter(pk=OuterRef("item"))),
            motto=F("item__motion__motto"),
            motion=F("item__motion"),
            confidential=F("item__motion__confidential"),
        )
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes a value of a row, for one viewer on one day."""

    viewer: Viewer
    electorate: Sequence[str]
    books: Sequence[Rulebook]
    today: date

    def row(self, row: Resolution) -> ResolutionRow:
        inside = self.viewer.inside
        book = judged_by(row, self.books, self.today)
        return ResolutionRow(
            pk=row.pk,
            key=row.key,
            number=_number(row),
            title=row.title,
            conference=None if row.conference is None else row.conference.number,
            item=row.item_id if getattr(row, "shows_item", False) else None,
            adopted_on=row.adopted_on,
            procedure=Procedure(row.procedure),
            certainty=Certainty(row.certainty),
            submitters=tuple(c.strip() for c in row.submitters.split(",") if c.strip()),
            text=from_data(row.text)
            if inside or Part.RESOLUTION in row.released
            else (),
            outcome=self._outcome(row, inside=inside),
            result=None if row.ballot else told(row, self.electorate).words,
            statements=_statements(row),
            release=release_of(row, book) if inside else _public(row),
            rule_known=_says_who_objects(book),
            asked_at=row.release_asked_at if inside else None,
            published_at=row.published_at,
            demo=row.demo,
            motto=vars(row)["motto"] or "",
            motion=vars(row)["motion"] if inside else None,
            confidential=bool(vars(row)["confidential"]),
        )

    def _outcome(self, row: Resolution, *, inside: bool) -> Outcome | None:
        if row.ballot is None or not (inside or Part.VOTES in row.released):
            return None
        return outcome_of(row.ballot)


def _number(row: Resolution) -> str:
    """Return the number as the agenda prints it, else what the identifier tells."""
    known = parse_key(row.key)
    if row.item is not None:
        return row.item.number
    return "" if known is None else known[1]


def _says_who_objects(book: Rulebook | None) -> bool:
    part = book.publication if book else None
    return part is not None and part.veto is not None


def _statements(row: Resolution) -> tuple[tuple[str, str], ...]:
    """Return the statements that were fetched: those that the viewer may see."""
    if row.item is None:
        return ()
    return tuple((one.member, one.text) for one in row.item.statements.all())


def _public(row: Resolution) -> Release:
    """Return what everybody may know of a release: neither objections nor dates."""
    released = frozenset(Part(word) for word in row.released)
    return Release(released, released, (), None, veto=False)
