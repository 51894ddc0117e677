"""Play the demonstration year: every step is an act, at its time, by its account."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from reihum.acts import (
    agenda,
    ballots,
    conferences,
    demo,
    mandates,
    motions,
    resolutions,
)
from reihum.acts.door import By, by
from reihum.acts.motion_rows import Wording
from reihum.reads.accounts import keys_of
from reihum.reads.conferences import conference
from reihum.rules.facts import ConferenceKind, Procedure, Vote
from reihum.rules.laender import CODES
from reihum.rules.release import Part
from reihum.site.demo.accounts import BODY, accounts, coordinator, office
from reihum.site.demo.done import done
from reihum.site.demo.script import Circular, Script, Told
from reihum.site.demo.wishes import Wishes

CHAIR = "RP"
RELEASED = (Part.RESOLUTION, Part.VOTES, Part.STATEMENT)
Step = tuple[datetime, Callable[[datetime], None]]


def play(script: Script) -> int:
    """Let the whole year happen, unless it has; return how many steps it took."""
    if conference(BODY, script.conference.number) is not None:
        return 0
    year = _Year(script, keys_of([account.name for account in accounts()]))
    steps = sorted(year.steps(), key=lambda step: step[0])
    with transaction.atomic():  # all of it, or nothing
        for at, step in steps:
            step(timezone.make_aware(at))
    return len(steps)


class _Year:
    """The steps of the year, and what the later ones have to know of the earlier."""

    def __init__(self, script: Script, keys: Mapping[str, int]) -> None:
        self.script = script
        self.number = script.conference.number
        self.keys = keys
        self.motions: dict[str, int] = {}  # by title
        self.items: dict[str, int] = {}
        self.ballots: dict[str, int] = {}
        self.resolutions: dict[str, str] = {}

    def steps(self) -> Iterator[Step]:
        yield self.script.conference.planned, self.plan
        yield self.script.conference.called, self.call
        for motion in self.script.motion:
            yield from self.motion_steps(motion)

    def motion_steps(self, told: Told) -> Iterator[Step]:
        if told.drafted is not None:
            yield told.drafted, partial(self.draft, told)
        if told.submitted is None:
            return
        yield told.submitted, partial(self.submit, told)
        for count, land in enumerate(told.cosponsors):
            at = told.submitted + timedelta(days=1, minutes=47 * count)
            yield at, partial(self.cosponsor, told, land)
        if told.number:
            yield told.submitted + timedelta(hours=45), partial(self.place, told)
        if told.withdrawn is not None:
            yield told.withdrawn, partial(self.withdraw, told)
        if told.circular is not None:
            yield from self.circular_steps(told, told.circular)
        motion = partial(self.motions.__getitem__, told.title)
        yield from Wishes(told, motion, self.land, self.office).steps()

    def circular_steps(self, told: Told, circular: Circular) -> Iterator[Step]:
        yield circular.opened, partial(self.open, told)
        at = circular.opened
        for land in CODES:
            at = _next_working_day(at) + timedelta(minutes=19)
            yield at, partial(self.cast, told, circular, land)
        yield circular.closed, partial(self.close, told, circular)
        yield circular.published, partial(self.publish, told, circular)

    def office(self, at: datetime) -> By:
        return by(self.keys[office(CHAIR).name], BODY, at)

    def land(self, land: str, at: datetime) -> By:
        return by(self.keys[coordinator(land).name], BODY, at)

    def plan(self, at: datetime) -> None:
        plan, who = self.script.conference, self.office(at)
        done(
            conferences.plan(
                who, number=plan.number, begins=plan.begins, ends=plan.ends,
                place=plan.place, motto=plan.motto,
            )
        )  # fmt: skip
        done(demo.mark(who, conference=plan.number))
        for kind, meeting in (
            (ConferenceKind.AUTUMN, plan.autumn),
            (ConferenceKind.PREPARATORY, plan.preparatory),
        ):
            done(
                conferences.plan_other(
                    who, main=plan.number, kind=kind, begins=meeting.begins,
                    ends=meeting.ends, place=meeting.place,
                )
            )  # fmt: skip
        for section in self.script.section:
            done(
                agenda.add_section(
                    who, conference=plan.number, number=section.number,
                    title=section.title,
                )
            )  # fmt: skip

    def call(self, at: datetime) -> None:
        message = self.script.conference.message.strip()
        done(
            conferences.call_for_motions(
                self.office(at), number=self.number, message=message
            )
        )

    def draft(self, told: Told, at: datetime) -> None:
        who = self.land(told.land, at)
        self.motions[told.title] = done(
            motions.draft(
                who, member=told.land, conference=self.number, **_wording(told)
            )
        )

    def submit(self, told: Told, at: datetime) -> None:
        who = self.land(told.land, at)
        submitted = done(
            motions.submit_new(
                who, member=told.land, conference=self.number, **_wording(told)
            )
        )
        self.motions[told.title] = submitted.motion

    def cosponsor(self, told: Told, land: str, at: datetime) -> None:
        motion = self.motions[told.title]
        done(motions.cosponsor(self.land(land, at), motion=motion, member=land))

    def withdraw(self, told: Told, at: datetime) -> None:
        motion, who = self.motions[told.title], self.land(told.land, at)
        done(motions.withdraw(who, motion=motion, member=told.land))

    def place(self, told: Told, at: datetime) -> None:
        motion = self.motions[told.title]
        self.items[told.title] = done(
            agenda.place(self.office(at), motion=motion, number=told.number)
        )

    def open(self, told: Told, at: datetime) -> None:
        item = self.items[told.title]
        self.ballots[told.title] = done(
            ballots.open_ballot(
                self.office(at), item=item, procedure=Procedure.CIRCULAR
            )
        )

    def cast(self, told: Told, circular: Circular, land: str, at: datetime) -> None:
        ballot, who = self.ballots[told.title], self.land(land, at)
        done(ballots.cast(who, ballot=ballot, member=land, vote=_vote(circular, land)))
        for said in circular.statements:
            if said.land == land:
                item = self.items[told.title]
                done(ballots.declare(who, item=item, member=land, text=said.text))

    def close(self, told: Told, circular: Circular, at: datetime) -> None:
        who = self.office(at)
        closed = done(ballots.close(who, ballot=self.ballots[told.title]))
        key = self.resolutions[told.title] = closed.resolution or ""
        done(resolutions.ask_release(who, key=key, until=circular.release_until))

    def publish(self, told: Told, circular: Circular, at: datetime) -> None:
        who, key = self.office(at), self.resolutions[told.title]
        parts = [p for p in RELEASED if p is not Part.STATEMENT or circular.statements]
        done(resolutions.publish(who, key=key, parts=parts))
        for given in circular.mandates:
            done(
                mandates.note_mandate(
                    who, key=key, subject=given.subject, addressee=given.addressee,
                    due=given.due,
                )
            )  # fmt: skip


def _wording(told: Told) -> Wording:
    return {
        "title": told.title,
        "text": told.text,
        "rationale": told.rationale,
        "bundesrat": told.bundesrat,
        "lead": told.lead,
        "motto": told.motto,
    }


def _vote(circular: Circular, land: str) -> Vote:
    if land in circular.no:
        return Vote.NO
    return Vote.ABSTAIN if land in circular.abstain else Vote.YES


def _next_working_day(at: datetime) -> datetime:
    at += timedelta(days=1)
    while at.isoweekday() > 5:  # noqa: PLR2004  (Friday)
        at += timedelta(days=1)
    return at
