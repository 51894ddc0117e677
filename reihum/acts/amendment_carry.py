"""Amendments carried over when their motion moves on to its next version."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reihum.acts.door import By
from reihum.acts.journal import note
from reihum.reads.amendments import flat_of
from reihum.records.models import Amendment, AmendmentSupport, Motion, Version
from reihum.rules.amendment import Stage
from reihum.rules.text.carry import Places, carry, places
from reihum.rules.text.drafting import ranked
from reihum.rules.text.stored import from_data, to_data
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Flat
from reihum.rules.text.tracked import Wanted


@dataclass(frozen=True, slots=True)
class _Step:
    """From one version to the next."""

    old: Version
    new: Version
    before: Flat
    after: Flat
    where: Places


@dataclass(frozen=True, slots=True)
class Carried:
    """An amendment that goes on: whose, how many wishes came along, how many not."""

    amendment: int
    member: str
    carried: int
    stale: int


def carry_over(
    by: By, motion: Motion, old: Version, new: Version, done: Collection[str]
) -> tuple[Carried, ...]:
    """Take along what is still wished for; part of the act that makes the version.

    `done` are the keys of the points that were decided, accepted or rejected; they stay
    behind. What finds no safe place in the new text is kept as it was, for its Land to
    write anew. Drafts come along, too.
    """
    step = _step(old, new)
    rows = list(
        Amendment.objects.select_for_update(of=("self",))
        .filter(motion=motion, version=old, stage__in=(Stage.SUBMITTED, Stage.DRAFT))
        .prefetch_related("supports")
        .order_by("pk")
    )
    keys = _keys(step.before, rows)
    found = (_next(by, step, row, keys[row.pk], done) for row in rows)
    return tuple(one for one in found if one is not None)


def _step(old: Version, new: Version) -> _Step:
    before, after = flat_of(old), flat_of(new)
    return _Step(old, new, before, after, places(before, after))


def _keys(flat: Flat, rows: Iterable[Amendment]) -> dict[int, dict[Wanted, str]]:
    """Return for each amendment the keys that its wishes have in the synopsis."""
    found: dict[int, dict[Wanted, str]] = {row.pk: {} for row in rows}
    wishes = (
        Wish(row.member, one, str(row.pk))
        for row in rows
        for one in from_data(flat, row.changes)
    )
    for point in combine(flat, wishes).points:
        for wish in point.wishes:
            found[int(wish.source)][wish.wanted] = point.key
    return found


def _next(
    by: By, step: _Step, row: Amendment, keys: dict[Wanted, str], done: Collection[str]
) -> Carried | None:
    """Close an amendment, and begin its successor if anything of it is left open."""
    if row.stage == Stage.DRAFT:
        return _move(step, row, list(keys))
    left = [one for one, key in keys.items() if key not in done]
    open_, stale = _sorted_out(step, left)
    kept = [*row.stale, *stale]
    row.stage = Stage.CARRIED if open_ or kept else Stage.DECIDED
    row.save(update_fields=["stage"])
    if row.stage == Stage.DECIDED:
        return None
    following = _successor(step, row)
    following.changes, following.stale = to_data(step.after, open_), kept
    following.save()
    _take_along(row, following)
    facts = {
        "motion": row.motion_id, "from": row.pk, "version": step.new.number,
        "carried": len(open_), "stale": len(stale),
    }  # fmt: skip
    note(by, "amendment.carry", f"amendment:{following.pk}", facts, member=row.member)
    return Carried(following.pk, row.member, len(open_), len(kept))


def _move(step: _Step, row: Amendment, left: Sequence[Wanted]) -> Carried:
    """Let a draft go on with the new version; nobody else hears of it."""
    open_, stale = _sorted_out(step, left)
    row.version = step.new
    row.changes, row.stale = to_data(step.after, open_), [*row.stale, *stale]
    row.save(update_fields=["version", "changes", "stale"])
    return Carried(row.pk, row.member, len(open_), len(row.stale))


def _sorted_out(
    step: _Step, left: Sequence[Wanted]
) -> tuple[tuple[Wanted, ...], list[dict[str, Any]]]:
    """Return what is safe in the new text, and what is not as it is stored."""
    safe: list[Wanted] = []
    stale: list[dict[str, Any]] = []
    for one in left:
        there = carry(one, step.before, step.after, step.where)
        if there is not None:
            safe.append(there)
            continue
        (change,) = to_data(step.before, [one])
        stale.append({"version": step.old.number, "change": change})
    return ranked(safe), stale


def _successor(step: _Step, row: Amendment) -> Amendment:
    return Amendment(
        motion_id=row.motion_id, version=step.new, member=row.member, way=row.way,
        stage=Stage.SUBMITTED, file_id=row.file_id,
        remarks=row.remarks, carried_from=row, late=row.late, at=row.at,
        submitted_at=row.submitted_at, who=row.who,
    )  # fmt: skip


def _take_along(row: Amendment, following: Amendment) -> None:
    """Let those who supported it support its successor."""
    AmendmentSupport.objects.bulk_create(
        AmendmentSupport(amendment=following, member=one.member, at=one.at)
        for one in row.supports.all()
    )
