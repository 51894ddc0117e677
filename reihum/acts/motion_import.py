"""Motions that move in from elsewhere, many at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NotRequired

from django.utils import timezone

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import Line, note_all
from reihum.acts.motion_rows import Wording, deadline, version_of, words, write
from reihum.reads.motions import members_of
from reihum.records.models import Conference, Motion, Support, Version
from reihum.rules import motion as rules
from reihum.rules.rights import Right, may
from reihum.rules.stages import Move, Stage
from reihum.rules.text import from_data
from reihum.rules.version import Cause
from reihum.rules.words import Refusal


class Incoming(Wording):
    """A motion as another system hands it over: of `member`, perhaps with others."""

    member: str
    others: NotRequired[Sequence[str]]
    cosponsors: NotRequired[Sequence[str]]
    submitted_at: NotRequired[datetime]


@act
def import_many(
    by: By, *, conference: int, rows: Sequence[Incoming]
) -> tuple[int, ...] | Refusal:
    """Take in submitted motions that were kept elsewhere so far: all, or none."""
    if refusal := may(by.actor, Right.IMPORT_MOTIONS, by.chair):
        return refusal
    to = found.conference(by, conference)
    if isinstance(to, Refusal):
        return to
    until, members = deadline(to, "motions"), members_of(by.body)
    motions = []
    for line, incoming in enumerate(rows, 1):
        refusal = _check_behind(incoming, members, to.body.short)
        row = refusal or _row(by, to, incoming, until)
        if isinstance(row, Refusal):
            return rules.in_line(line, row)
        motions.append(row)
    Motion.objects.bulk_create(motions)
    _store_supports(by, motions, rows)
    Version.objects.bulk_create(
        version_of(by, row, Cause.SUBMITTED, incoming["member"])
        for row, incoming in zip(motions, rows, strict=True)
    )
    note_all(by, (_line(*pair) for pair in zip(motions, rows, strict=True)))
    return tuple(row.pk for row in motions)


def _check_behind(
    incoming: Incoming, members: frozenset[str], body: str
) -> Refusal | None:
    behind = _behind(incoming)
    for codes in behind.values():
        for code in codes:
            if code not in members:
                return rules.not_a_member(code, body)
    return rules.check_behind(behind["submitter"], behind["cosponsor"])


def _row(
    by: By, to: Conference, incoming: Incoming, until: date | None
) -> Motion | Refusal:
    """Return the row of an incoming motion, or what is wrong with it."""
    at = incoming.get("submitted_at", by.now)
    row = Motion(body=to.body, conference=to, demo=to.demo, submitted_at=at, version=1)
    refusal = write(row, incoming) or (
        rules.check_wording(row.title, from_data(row.text), complete=True)
    )
    if refusal:
        return refusal
    row.late = rules.arrival(timezone.localdate(at), until) is Move.SUBMIT_LATE
    row.stage = Stage.LATE if row.late else Stage.SUBMITTED
    return row


def _store_supports(
    by: By, motions: Sequence[Motion], rows: Sequence[Incoming]
) -> None:
    Support.objects.bulk_create(
        Support(motion=row, member=code, role=role, at=row.submitted_at or by.now)
        for row, incoming in zip(motions, rows, strict=True)
        for role, codes in _behind(incoming).items()
        for code in codes
    )


def _line(row: Motion, incoming: Incoming) -> Line:
    data = {"conference": row.conference.number, **_behind(incoming), **words(row)}
    return Line("motion.import", f"motion:{row.pk}", data, incoming["member"])


def _behind(incoming: Incoming) -> Mapping[str, tuple[str, ...]]:
    """Return who stands behind it, by role."""
    return {
        "submitter": (incoming["member"], *incoming.get("others", ())),
        "cosponsor": tuple(incoming.get("cosponsors", ())),
    }
