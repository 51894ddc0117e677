"""Take over what public sources say about a body: `reihum demo` loads it.

What stands already stays as it is: loading adds what is missing and changes nothing,
so that it can be repeated, and never undoes what an office has entered since.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.formats import history as facts
from reihum.reads.chairs import chair_of
from reihum.records.models import (
    Body,
    BodyName,
    ChairTerm,
    Conference,
    Item,
    Mandate,
    MandateStep,
    Member,
    OfficeHeld,
    Person,
    Report,
    Resolution,
)
from reihum.rules.dates import PartialDate
from reihum.rules.facts import ConferenceKind, MemberKind
from reihum.rules.laender import BUND, BY_CODE
from reihum.rules.release import Part
from reihum.rules.rights import Actor
from reihum.rules.rotation import Term
from reihum.rules.rulebook_choices import BundRole

M = TypeVar("M", bound=models.Model)
Counts = dict[str, int]


def importer(body: str, now: datetime) -> By:
    """Return who acts when the command line takes data over: no member, no office."""
    actor = Actor(
        account="reihum", name="Reihum", members=frozenset(), office_of=frozenset(),
        bund=False, guest=False,
    )  # fmt: skip
    return By(actor, body, chair_of(body, timezone.localdate(now)), now)


@act
def load(by: By, *, history: facts.History, source: str) -> int:
    """Add what is missing of a history; return how many rows are new.

    Only the command line calls it, for whoever may run commands on this machine.
    """
    return _Loading(by, history, source).run()


class _Loading:
    """One run over a history: each step adds its rows and counts the new ones."""

    def __init__(self, by: By, history: facts.History, source: str) -> None:
        self.by = by
        self.history = history
        self.source = source
        self.new: Counts = {}
        self.conferences: dict[int, Conference] = {}

    def run(self) -> int:
        self.body = self._add(
            Body,
            {"slug": self.history.body.slug},
            short=self.history.body.short,
            founded=self.history.body.founded,
            note=self.history.body.note,
        )
        self._names()
        self._members()
        self._terms()
        self._main_conferences()
        self._items()
        self._votes()
        self._mandates()
        self._offices()
        if self.new:
            data = {"source": self.source, "new": self.new}
            note(self.by, "history.load", f"body:{self.body.pk}", data)
        return sum(self.new.values())

    def _add(self, table: type[M], key: Mapping[str, Any], /, **values: object) -> M:
        """Return the row with this key, made of these values if there was none."""
        row, new = table._default_manager.get_or_create(defaults=values, **key)  # noqa: SLF001  (Django's own name for it)
        if new:
            name = table._meta.model_name or ""  # noqa: SLF001
            self.new[name] = self.new.get(name, 0) + 1
        return row

    def _names(self) -> None:
        for fact in self.history.body.names:
            self._add(
                BodyName,
                {"body": self.body, "name": fact.name, "kind": fact.kind},
                name_en=fact.name_en, begins=fact.begins, ends=fact.ends,
            )  # fmt: skip

    def _members(self) -> None:
        for position, (code, values) in enumerate(_seats(self.history.body), 1):
            key = {"body": self.body, "code": code}
            self._add(Member, key, position=position, **values)

    def _terms(self) -> None:
        """Add the chair terms, except where the office has stored another one."""
        for fact in self.history.chair:
            term = Term(fact.land, fact.begins, fact.ends)
            if not any(term.overlaps(one) for one in self._stored_terms()):
                self._add(
                    ChairTerm,
                    {"body": self.body, "ends": fact.ends},
                    land=fact.land, begins=fact.begins, certainty=fact.certainty,
                )  # fmt: skip

    def _stored_terms(self) -> list[Term]:
        rows = ChairTerm.objects.filter(body=self.body)
        return [Term(row.land, row.begins, row.ends) for row in rows]

    def _main_conferences(self) -> None:
        for fact in self.history.conference:
            row = self._add(
                Conference,
                {"body": self.body, "number": fact.number},
                begins=fact.begins, ends=fact.ends, place=fact.place, mode=fact.mode,
                chair=fact.chair, motto=fact.motto, state=fact.state,
                certainty=fact.certainty, note=fact.note, note_en=fact.note_en,
                agenda_published_at=self._printed(fact.number),
            )  # fmt: skip
            self.conferences[fact.number] = row
            self._meeting(row, fact, ConferenceKind.AUTUMN, fact.autumn)
            self._meeting(row, fact, ConferenceKind.PREPARATORY, fact.preparatory)

    def _printed(self, number: int) -> datetime | None:
        """An agenda of which items are known in print is public."""
        known = any(item.conference == number for item in self.history.item)
        return self.by.now if known else None

    def _meeting(
        self,
        main: Conference,
        fact: facts.ConferenceFact,
        kind: ConferenceKind,
        meeting: facts.MeetingFact | None,
    ) -> None:
        if meeting is not None:
            self._add(
                Conference,
                {"main": main, "kind": kind, "begins": meeting.begins},
                body=self.body, ends=meeting.ends, place=meeting.place,
                chair=fact.chair, state=fact.state,
            )  # fmt: skip

    def _items(self) -> None:
        """Add what the agendas print; each item but a heading was a resolution."""
        for fact in self.history.item:
            item = self._add(
                Item,
                {
                    "conference": self.conferences[fact.conference],
                    "number": fact.number,
                },
                title=fact.title, section=fact.section, submitters=fact.submitters,
                page=fact.page, stage="on_agenda" if fact.section else fact.stage,
            )  # fmt: skip
            if not fact.section:
                row = self._resolution(
                    facts.key_of(fact), fact,
                    item=item, released=[fact.release or Part.RESOLUTION],
                )  # fmt: skip
                if fact.result:
                    words = {"words": fact.result, "words_en": fact.result_en}
                    self._add(Report, {"resolution": row}, **words)

    def _votes(self) -> None:
        for fact in self.history.vote:
            row = self._resolution(
                fact.key, fact,
                procedure=fact.procedure, released=[Part.RESOLUTION],
            )  # fmt: skip
            self._add(
                Report,
                {"resolution": row},
                words=fact.reported, words_en=fact.reported_en, yes=fact.yes,
                no=list(fact.no), abstain=list(fact.abstain),
                no_consent=list(fact.no_consent),
                statement=fact.statement, statement_en=fact.statement_en,
            )  # fmt: skip

    def _resolution(
        self, key: str, fact: facts.ItemFact | facts.VoteFact, **values: object
    ) -> Resolution:
        adopted = fact.adopted if isinstance(fact, facts.VoteFact) else None
        return self._add(
            Resolution,
            {"body": self.body, "key": key},
            title=fact.title, submitters=fact.submitters,
            conference=self.conferences[fact.conference],
            adopted_on=adopted or self._when(fact.conference),
            published_at=self.by.now, **values,
        )  # fmt: skip

    def _when(self, number: int) -> PartialDate:
        return next(c.when for c in self.history.conference if c.number == number)

    def _mandates(self) -> None:
        for fact in self.history.mandate:
            row = self._add(
                Mandate,
                {"body": self.body, "subject": fact.subject},
                addressee=fact.addressee,
            )
            for step in fact.steps:
                self._step(row, step)

    def _step(self, mandate: Mandate, fact: facts.StepFact) -> None:
        self._add(
            MandateStep,
            {
                "mandate": mandate,
                "conference": self.conferences[fact.conference],
                "what": fact.what,
            },
            what_en=fact.what_en,
            on=self._when(fact.conference),
            resolution=Resolution.objects.filter(
                body=self.body, key=fact.resolution
            ).first(),
        )

    def _offices(self) -> None:
        for fact in self.history.office:
            self._add(
                OfficeHeld,
                {
                    "person": self._add(Person, {"name": fact.person}),
                    "body": self.body,
                    "member": fact.member,
                    "title": fact.title,
                },
                begins=fact.begins, ends=fact.ends, attested=fact.attested,
                source=fact.source,
            )  # fmt: skip


def _seats(body: facts.BodyFacts) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield code and values of all at the table, in the order of the roll call."""
    for code in body.members:
        land = BY_CODE[code]
        names = {"name": land.name, "name_en": land.name_en}
        yield code, {"kind": MemberKind.LAND, "votes": True, **names}
    if body.bund is not None:
        names = {"name": "Bund", "name_en": "Federation"}
        votes = body.bund is BundRole.VOTES
        yield BUND, {"kind": MemberKind.BUND, "votes": votes, **names}
    for guest in body.guests:
        names = {"name": guest.name, "name_en": guest.name_en}
        yield guest.code, {"kind": MemberKind.GUEST, "votes": False, **names}
