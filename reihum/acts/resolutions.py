"""Resolutions after the vote: ask for their release, object, publish part by part.

Every act locks the row of the resolution, so that an objection and the publication of
what it concerns come one after the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.letters import release_letter, send_to_members
from reihum.reads import visibility
from reihum.reads.resolutions import judged_by, release_of
from reihum.reads.rulebooks import rulebooks_of
from reihum.records.models import ReleaseObjection, Resolution
from reihum.rules import resolution as rules
from reihum.rules.confidential import check_public
from reihum.rules.release import Part
from reihum.rules.resolution import Release
from reihum.rules.rights import Right, may
from reihum.rules.words import Refusal


@dataclass(frozen=True, slots=True)
class PublishDone:
    """What is public now, and what of the resolution is still held back."""

    key: str
    released: frozenset[Part]
    pending: frozenset[Part]


@act
def ask_release(by: By, *, key: str, until: date) -> date | Refusal:
    """Ask the members whether all parts may be published, up to and with that day."""
    row = _found(by, key)
    if isinstance(row, Refusal):
        return row
    refusal = (
        may(by.actor, Right.RELEASE, by.chair)
        or check_public(confidential=_confidential(row))
        or rules.check_ask(_release(by, row), until, by.today)
    )
    if refusal:
        return refusal
    row.release_asked_at = row.release_asked_at or by.now
    row.release_until = until
    row.save(update_fields=["release_asked_at", "release_until"])
    facts = {"key": key, "until": until}
    entry = note(by, "resolution.ask_release", _subject(row), facts)
    send_to_members(by, entry, release_letter(row, until, by.chair))
    return until


@act
def object_to(
    by: By, *, key: str, member: str, part: str, reason: str = ""
) -> Part | Refusal:
    """Object to publishing one part, in the name of a member (Widerspruch)."""
    row, wanted, reason = _found(by, key), rules.part_of(part), reason.strip()
    if isinstance(row, Refusal):
        return row
    if refusal := may(by.actor, Right.OBJECT_TO_RELEASE, by.chair, member):
        return refusal
    if isinstance(wanted, Refusal):
        return wanted
    release = _release(by, row)
    if refusal := rules.check_objection(release, member, wanted, reason, by.today):
        return refusal
    row.objections.create(member=member, part=wanted, reason=reason, at=by.now)
    facts = {"key": key, "part": wanted, "reason": reason}
    note(by, "resolution.object", _subject(row), facts, member=member)
    return wanted


@act
def end_objection(by: By, *, key: str, member: str, part: str) -> Part | Refusal:
    """Take an objection back; the journal keeps that there was one."""
    row, wanted = _found(by, key), rules.part_of(part)
    if isinstance(row, Refusal):
        return row
    if refusal := may(by.actor, Right.OBJECT_TO_RELEASE, by.chair, member):
        return refusal
    if isinstance(wanted, Refusal):
        return wanted
    if refusal := rules.check_end_of_objection(_release(by, row), member, wanted):
        return refusal
    ReleaseObjection.objects.filter(resolution=row, member=member, part=wanted).delete()
    facts = {"key": key, "part": wanted}
    note(by, "resolution.end_objection", _subject(row), facts, member=member)
    return wanted


@act
def publish(by: By, *, key: str, parts: Iterable[str]) -> PublishDone | Refusal:
    """Publish these parts, which cannot be undone; the rest stays with the members."""
    row = _found(by, key)
    if isinstance(row, Refusal):
        return row
    if refusal := may(by.actor, Right.PUBLISH, by.chair):
        return refusal
    chosen = _parts(parts)
    if isinstance(chosen, Refusal):
        return chosen
    release = _release(by, row)
    refusal = check_public(confidential=_confidential(row)) or (
        rules.check_publish(release, chosen, by.today)
    )
    if refusal:
        return refusal
    public = release.released | chosen
    row.released = [part for part in Part if part in public]
    row.published_at = row.published_at or by.now
    row.save(update_fields=["released", "published_at"])
    facts = {"key": key, "parts": [part for part in Part if part in chosen]}
    note(by, "resolution.publish", _subject(row), facts)
    return PublishDone(key, public, release.parts - public)


def _found(by: By, key: str) -> Resolution | Refusal:
    row = (
        visibility.resolutions(by.viewer)
        .select_for_update(of=("self",))
        .select_related("body", "item__motion", "ballot")
        .filter(body__slug=by.body, key=key)
        .first()
    )
    return row or rules.UNKNOWN


def _confidential(row: Resolution) -> bool:
    motion = row.item.motion if row.item else None
    return motion is not None and motion.confidential


def _release(by: By, row: Resolution) -> Release:
    return release_of(row, judged_by(row, rulebooks_of(by.body), by.today))


def _parts(words: Iterable[str]) -> frozenset[Part] | Refusal:
    chosen = [rules.part_of(word) for word in words]
    unknown = next((one for one in chosen if isinstance(one, Refusal)), None)
    if unknown is not None:
        return unknown
    return frozenset(one for one in chosen if isinstance(one, Part))


def _subject(row: Resolution) -> str:
    return f"resolution:{row.pk}"
