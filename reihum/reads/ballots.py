"""Ballots, read back: who voted how, where an open one stands, how a closed one ended.

The IntMK votes by roll call, by name and in the open. So the members see every vote as
soon as it is cast, as they would in the room; the public sees what is released.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from reihum.reads.rulebooks import parsed
from reihum.reads.visibility import ballots, statements
from reihum.records.models import Ballot
from reihum.rules.ballot import Given
from reihum.rules.circular import decide_circular
from reihum.rules.facts import Category, Procedure, Vote
from reihum.rules.majority import Poll, Standing, decide, standing
from reihum.rules.outcome import Outcome
from reihum.rules.rulebook import Rulebook
from reihum.rules.stages import Stage, Treatment
from reihum.rules.text import Paragraph, from_data
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class CastRow:
    """The vote of one member: which, when, and whose account entered it."""

    member: str
    vote: Vote
    at: datetime
    by: str
    by_office: bool


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A member's statement for the record."""

    member: str
    text: str
    at: datetime


@dataclass(frozen=True)
class BallotRow:
    """A ballot with all that is needed to count and to explain it.

    `adopted` is what was decided at the closing, None while it is open and for one
    that was broken off. `cast` stands in the order in which the votes came.
    """

    pk: int
    item: int
    number: str
    title: str
    conference: int | None
    stage: Stage
    treatment: Treatment
    text: tuple[Paragraph, ...]
    procedure: Procedure
    category: Category
    opened_at: datetime
    closed_at: datetime | None
    adopted: bool | None
    present: frozenset[str]
    cast: tuple[CastRow, ...]
    statements: tuple[StatementRow, ...]
    resolution: str
    book: Rulebook

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def broken_off(self) -> bool:
        return self.closed_at is not None and self.adopted is None

    @cached_property
    def by_member(self) -> dict[str, CastRow]:
        return {row.member: row for row in self.cast}

    @property
    def poll(self) -> Poll:
        votes = {row.member: row.vote for row in self.cast}
        return Poll(votes, self.category, self.present)

    @cached_property
    def outcome(self) -> Outcome:
        """What the rules say of the votes cast; a circular vote may still run."""
        closed = not self.is_open
        return _judge(self.poll, self.book, self.procedure, closed=closed)

    @cached_property
    def standing(self) -> Standing:
        """What a vote in session that is still open lacks."""
        return standing(self.poll, self.book)

    @cached_property
    def shown(self) -> dict[str, str]:
        """Who stands where, in the order of the roll call: {"BY": "no"}."""
        rest = "open" if self.is_open else "silent"
        places = {code: str(row.vote) for code, row in self.by_member.items()}
        there = {code: rest for code in self.book.voters if code in self.present}
        return dict.fromkeys(self.book.voters, "absent") | there | places


def ballot(body: str, pk: int, viewer: Viewer) -> BallotRow | None:
    """Return one ballot, if there is one that the viewer may see (three queries)."""
    found = _rows(body, viewer).filter(pk=pk).first()
    return None if found is None else _row(found)


def ballots_of(body: str, number: int, viewer: Viewer) -> tuple[BallotRow, ...]:
    """Return the ballots of a conference, the newest first (three queries)."""
    found = _rows(body, viewer).filter(item__conference__number=number)
    return tuple(_row(row) for row in reversed(found))


def judge(row: Ballot) -> Outcome:
    """Judge a ballot as it is stored, as if it were closed now."""
    votes = {member: given.vote for member, given in given_of(row).items()}
    poll = Poll(votes, Category(row.category), frozenset(row.present))
    book, procedure = parsed(row.rulebook), Procedure(row.procedure)
    return _judge(poll, book, procedure, closed=True)


def given_of(row: Ballot) -> dict[str, Given]:
    """Return the votes of a ballot by member, with their time in Germany."""
    return {
        cast.member: Given(Vote(cast.vote), timezone.localtime(cast.at))
        for cast in row.votes.all()
    }


def local(moment: datetime | None) -> datetime | None:
    """Return a moment in German time."""
    return None if moment is None else timezone.localtime(moment)


def _judge(
    poll: Poll, book: Rulebook, procedure: Procedure, *, closed: bool
) -> Outcome:
    if procedure is Procedure.CIRCULAR:
        return decide_circular(poll, (), book, closed=closed)
    return decide(poll, book)


def _rows(body: str, viewer: Viewer) -> QuerySet[Ballot]:
    seen = Prefetch("item__statements", queryset=statements(viewer))
    return (
        ballots(viewer)
        .filter(item__conference__body__slug=body)
        .select_related("item__conference", "item__motion", "resolution")
        .prefetch_related("votes", seen)
    )


def _row(row: Ballot) -> BallotRow:
    item, resolution = row.item, getattr(row, "resolution", None)
    return BallotRow(
        pk=row.pk,
        item=item.pk,
        number=item.number,
        title=item.title,
        conference=item.conference.number,
        stage=Stage(item.stage),
        treatment=Treatment(item.treatment),
        text=from_data(item.motion.text) if item.motion else (),
        procedure=Procedure(row.procedure),
        category=Category(row.category),
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        adopted=row.adopted,
        present=frozenset(row.present),
        cast=tuple(
            CastRow(c.member, Vote(c.vote), c.at, c.by, c.by_office)
            for c in row.votes.all()
        ),
        statements=tuple(
            StatementRow(s.member, s.text, s.at) for s in item.statements.all()
        ),
        resolution=resolution.key if resolution is not None else "",
        book=parsed(row.rulebook),
    )
