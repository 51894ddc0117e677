"""What the acts on motions share: reading a row, and writing words into it."""

from datetime import date
from typing import NotRequired, TypedDict

from reihum.acts.door import By
from reihum.records.models import Conference, Deadline, Item, Motion, Version
from reihum.rules import motion as rules
from reihum.rules.facts import BeforeBundesrat, Category
from reihum.rules.signs import one_line
from reihum.rules.stages import Stage
from reihum.rules.text import read, to_data
from reihum.rules.version import Cause
from reihum.rules.words import Refusal


class Wording(TypedDict):
    """What a Land writes; `text` and `rationale` as they were typed."""

    title: str
    text: str
    rationale: NotRequired[str]
    category: NotRequired[Category]
    lead: NotRequired[bool]
    bundesrat: NotRequired[BeforeBundesrat]


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
    title, text = one_line(wording["title"]), read(wording["text"])
    rationale = wording.get("rationale", "")
    refusal = (
        rules.check_wording(title, text, complete=False)
        or rules.check_length("text", wording["text"])
        or rules.check_length("rationale", rationale)
    )
    if refusal:
        return refusal
    row.title, row.text = title, to_data(text)
    row.rationale = to_data(read(rationale, "b"))
    row.category = wording.get("category", Category.ORDINARY)
    row.lead = wording.get("lead", False)
    row.bundesrat = wording.get("bundesrat", BeforeBundesrat.UNCHECKED)
    return None


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
