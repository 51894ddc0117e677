"""What the acts on motions share: reading a row, and writing words into it."""

from datetime import date
from typing import Any, NotRequired, TypedDict

from django.db.models import QuerySet

from reihum.acts import found
from reihum.acts.door import By
from reihum.reads.motions import members_of
from reihum.records.models import (
    Amendment,
    Conference,
    Deadline,
    Item,
    Mandate,
    Motion,
    Version,
)
from reihum.rules import motion as rules
from reihum.rules.facts import BeforeBundesrat, Category, ConferenceState
from reihum.rules.rights import Right, may
from reihum.rules.signs import one_line
from reihum.rules.stages import Stage
from reihum.rules.text import Paragraph, read, to_data
from reihum.rules.version import Cause, Label
from reihum.rules.words import Refusal


class Wording(TypedDict):
    """What a Land writes; `text` and `rationale` as typed, or ready paragraphs.

    Ready ones keep their ids, levels, numbers and marks.
    """

    title: str
    text: str | tuple[Paragraph, ...]
    rationale: NotRequired[str | tuple[Paragraph, ...]]
    category: NotRequired[Category]
    lead: NotRequired[bool]
    bundesrat: NotRequired[BeforeBundesrat]
    motto: NotRequired[str]
    confidential: NotRequired[bool]
    answers: NotRequired[int | None]  # the mandate that it replies to


def standing(row: Motion) -> rules.Standing:
    """Return how far a motion is; once it has an item, the item's stage counts."""
    supports = list(row.supports.all())
    item: Item | None = getattr(row, "item", None)
    return rules.Standing(
        Stage(row.stage if item is None else item.stage),
        tuple(one.member for one in supports if one.role == "submitter"),
        tuple(one.member for one in supports if one.role == "cosponsor"),
    )


def set_stage(row: Motion, stage: Stage) -> None:
    """Set the stage of a motion and of its item."""
    row.stage = stage
    row.save(update_fields=["stage"])
    Item.objects.filter(motion=row).update(stage=stage)


def write(row: Motion, wording: Wording) -> Refusal | None:
    """Put the wording into the row, or say what is wrong with it."""
    title, given = one_line(wording["title"]), wording["text"]
    reasons = wording.get("rationale", "")
    refusal = rules.check_length("text", said(given)) or (
        rules.check_length("rationale", said(reasons))
    )
    if refusal:
        return refusal
    text, rationale = ready(given), ready(reasons, "b")
    refusal = rules.check_wording(title, text, complete=False) or (
        rules.check_paragraphs("text", text)
        or rules.check_paragraphs("rationale", rationale)
        or _write_more(row, wording)
    )
    if refusal:
        return refusal
    row.title, row.text = title, to_data(text)
    row.rationale = to_data(rationale)
    row.category = wording.get("category", Category.ORDINARY)
    row.lead = wording.get("lead", False)
    row.bundesrat = wording.get("bundesrat", BeforeBundesrat.UNCHECKED)
    return None


def ready(
    given: str | tuple[Paragraph, ...], prefix: str = "p"
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of what was typed, or those that are ready."""
    return read(given, prefix) if isinstance(given, str) else given


def said(given: str | tuple[Paragraph, ...]) -> str:
    """Return what was typed as one string, to see how long it is."""
    return given if isinstance(given, str) else "".join(one.text for one in given)


def _write_more(row: Motion, wording: Wording) -> Refusal | None:
    """Put what is not the wording itself into the row."""
    motto, mandate = one_line(wording.get("motto", "")), wording.get("answers")
    if refusal := rules.check_motto(motto, lead=wording.get("lead", False)):
        return refusal
    # A mandate that was closed meanwhile stays answered: nobody typed it anew.
    if mandate not in (None, row.answers_id) and not _waits(row, mandate):
        return rules.no_open_mandate()
    row.motto, row.answers_id = motto, mandate
    row.confidential = wording.get("confidential", False)
    return None


def _waits(row: Motion, mandate: int | None) -> bool:
    open_ = Mandate.objects.filter(body=row.body_id, closed_on__isnull=True)
    return mandate is not None and open_.filter(pk=mandate).exists()


def words(row: Motion) -> dict[str, object]:
    """Return what the journal keeps of a motion that has been submitted."""
    return {
        "title": row.title,
        "text": row.text,
        "rationale": row.rationale,
        "category": row.category,
        "lead": row.lead,
        "bundesrat": row.bundesrat,
        "late": row.late,
        "motto": row.motto,
        "confidential": row.confidential,
        "answers": row.answers_id,
    }


def deadline(conference: Conference, kind: str) -> date | None:
    return (
        Deadline.objects.filter(conference=conference, kind=kind)
        .values_list("day", flat=True)
        .first()
    )


def keep_version(by: By, row: Motion, cause: Cause, member: str = "") -> Version:
    """Store the present wording as the next version, for ever; the row counts on.

    While it is a draft, its Land counts steps instead.
    """
    if row.stage == Stage.DRAFT:
        step = Version.objects.filter(motion=row, number=0).count() + 1
    else:
        step, row.version = 0, row.version + 1
        row.save(update_fields=["version"])
    version = version_of(by, row, cause, member, step)
    version.save()
    return version


def version_of(
    by: By, row: Motion, cause: Cause, member: str, step: int = 0
) -> Version:
    """Return the present wording as a version that is not stored yet."""
    return Version(
        motion=row, number=row.version, step=step, title=row.title, text=row.text,
        rationale=row.rationale, cause=cause, at=by.now, who=by.actor.account,
        member=member,
    )  # fmt: skip


def newest(row: Motion) -> Label | None:
    """Return which version is the newest one."""
    last = Version.objects.filter(motion=row).order_by("number", "step").last()
    return None if last is None else Label(last.number, last.step)


def new_row(by: By, member: str, number: int) -> Motion | Refusal:
    """Return an empty motion of a member for a conference, not stored yet."""
    conference = found.conference(by, number)
    if isinstance(conference, Refusal):
        return conference
    if member not in members_of(by.body):
        return rules.not_a_member(member, conference.body.short)
    refusal = may(by.actor, Right.SUBMIT_MOTION, by.chair, member) or (
        takes_motions(by, conference)
    )
    if refusal:
        return refusal
    return Motion(body=conference.body, conference=conference, demo=conference.demo)


def takes_motions(by: By, row: Conference) -> Refusal | None:
    return rules.check_conference(
        row.number or 0,
        ConferenceState(row.state),
        over=(row.ends or row.begins).last < by.today,
    )


def submitter(by: By, row: Motion) -> str:
    """Return whose motion it is: the actor's own member where it is among several."""
    codes = standing(row).submitters
    return next((code for code in codes if code in by.actor.members), codes[0])


def pending(row: Motion) -> int:
    """Return how many amendments to the present wording wait for a decision."""
    wanted = Amendment.objects.filter(motion=row, version__number=row.version)
    return wanted.filter(stage="submitted").count()


def freeze(by: By, row: Motion) -> None:
    """Mark the newest version as the one that is put to the vote."""
    _newest(row).update(frozen_at=by.now)


def unfreeze(row: Motion) -> None:
    """Take the mark away again: the vote led back to the agenda."""
    _newest(row).update(frozen_at=None)


def voted_on(row: Motion) -> Any:  # noqa: ANN401  (plain data of paragraphs)
    """Return the wording of the frozen version: what is resolved is what was read."""
    version = _newest(row).filter(frozen_at__isnull=False).first()
    return row.text if version is None else version.text


def _newest(row: Motion) -> QuerySet[Version]:
    return Version.objects.filter(motion=row, number=row.version, number__gt=0)
