"""Minutes (Niederschrift): the draft follows what happens; versions are fixed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import canonical, note
from reihum.formats.minutes import minutes as written_down
from reihum.formats.minutes import to_data
from reihum.reads.minutes import session
from reihum.records.models import Conference, Minutes
from reihum.rules import minutes as rules
from reihum.rules.agenda import unknown_conference
from reihum.rules.facts import ConferenceState
from reihum.rules.minutes import State
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.words import Refusal

DRAFT = 0  # the draft is no version; it only keeps what the office has typed


@dataclass(frozen=True, slots=True)
class FixDone:
    """A version that was fixed; the journal has its `digest` as a proof."""

    version: int
    state: State
    digest: str


@act
def remark(by: By, *, item: int, text: str) -> int | Refusal:
    """Write what the minutes say on an item besides what happened (Hinweis)."""
    row, text = found.item(by, item), text.strip()
    if isinstance(row, Refusal):
        return row
    refusal = (
        may(by.actor, Right.WRITE_MINUTES, by.chair)
        or found.closed(row.conference)
        or rules.check_remark(text)
    )
    if refusal:
        return refusal
    row.remark = text
    row.save(update_fields=["remark"])
    note(by, "minutes.remark", f"item:{row.pk}", {"text": text})
    return row.pk


@act
def keep(by: By, *, conference: int, opening: str, closing: str) -> int | Refusal:
    """Keep what the office has typed around the items, without fixing anything."""
    row = _writable(by, conference)
    if isinstance(row, Refusal):
        return row
    if refusal := rules.check_frame(opening, closing):
        return refusal
    _keep(by, row, opening, closing)
    facts = {"opening": opening, "closing": closing}
    note(by, "minutes.keep", f"conference:{row.pk}", facts)
    return conference


@act
def fix(  # noqa: PLR0913  (a version has this many parts)
    by: By, *, conference: int, state: str, as_of: date, opening: str, closing: str
) -> FixDone | Refusal:
    """Fix a version of the minutes: its words never change again."""
    row, wanted = _writable(by, conference), rules.state_of(state)
    if isinstance(row, Refusal):
        return row
    if isinstance(wanted, Refusal):
        return wanted
    versions, stages = found.versions(row), _stages(row)
    refusal = (
        rules.check_frame(opening, closing)
        or rules.check_happened(len(stages))
        or rules.check_fix(wanted, as_of, versions, stages, by.today)
    )
    happened = session(by.body, conference, by.viewer)
    if refusal or happened is None:
        return refusal or unknown_conference(conference)
    content = to_data(written_down(happened, wanted, as_of, opening, closing))
    number = len(versions) + 1
    Minutes.objects.create(
        conference=row, version=number, state=wanted, as_of=as_of,
        opening=opening, closing=closing, content=content,
    )  # fmt: skip
    _keep(by, row, opening, closing)
    _has_been_held(row, by.today)
    done = FixDone(number, wanted, _digest(content))
    facts = {"version": number, "state": wanted, "as_of": as_of, "digest": done.digest}
    note(by, "minutes.fix", f"conference:{row.pk}", facts)
    return done


def _has_been_held(row: Conference, today: date) -> None:
    """Note that what has minutes took place, and so did the meetings around it.

    Minutes may be prepared before the day; what has not begun stays planned.
    """
    held = [
        one
        for one in (row, *row.others.all())
        if one.state == ConferenceState.PLANNED and one.begins.first <= today
    ]
    for one in held:
        one.state = ConferenceState.HELD
    Conference.objects.bulk_update(held, ["state"])


def _writable(by: By, number: int) -> Conference | Refusal:
    """Return the conference, for somebody who may write its minutes."""
    row = found.conference(by, number)
    if isinstance(row, Refusal):
        return row
    cancelled = row.state == ConferenceState.CANCELLED
    return (
        may(by.actor, Right.WRITE_MINUTES, by.chair)
        or rules.check_held(number, cancelled=cancelled)
        or found.closed(row)
        or row
    )


def _stages(row: Conference) -> Mapping[str, Stage]:
    rows = row.items.filter(section=False, joined_with__isnull=True)
    return {no: Stage(stage) for no, stage in rows.values_list("number", "stage")}


def _keep(by: By, row: Conference, opening: str, closing: str) -> None:
    Minutes.objects.update_or_create(
        conference=row,
        version=DRAFT,
        defaults={
            "state": State.DRAFT, "as_of": by.today, "opening": opening,
            "closing": closing, "content": {},
        },
    )  # fmt: skip


def _digest(content: Mapping[str, Any]) -> str:
    return sha256(canonical(content).encode()).hexdigest()
