"""The agenda: sections and items, admission, the block, and how items end."""

from django.utils import timezone

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.acts.motion_rows import set_stage, standing
from reihum.reads.rulebooks import rulebook_on
from reihum.records.models import Conference, Item, Motion
from reihum.rules import agenda as rules
from reihum.rules.facts import BeforeBundesrat
from reihum.rules.motion import check_before_bundesrat
from reihum.rules.rights import Right, may
from reihum.rules.signs import one_line
from reihum.rules.stages import Move, Stage, Treatment, move
from reihum.rules.words import Refusal

PLACED = {Move.PLACE: "agenda.place", Move.ADMIT: "agenda.admit"}
LEFT_OUT = {
    Move.REFUSE_ADMISSION: "motion.refuse_admission",
    Move.DROP: "motion.drop",
    Move.DEFER: "motion.defer",
}


@act
def add_section(by: By, *, conference: int, number: str, title: str) -> int | Refusal:
    """Add a heading, such as "2 Integration und Zusammenhalt"."""
    return _add(by, conference, Item(number=number, title=title, section=True))


@act
def add_item(
    by: By, *, conference: int, number: str, title: str, submitters: str = ""
) -> int | Refusal:
    """Add an item that no motion stands behind: a report, the next meeting."""
    item = Item(number=number, title=title, submitters=submitters)
    return _add(by, conference, item)


@act
def place(
    by: By, *, motion: int, number: str, treatment: Treatment = Treatment.NONE
) -> int | Refusal:
    """Put a motion on the agenda, under a number that it keeps for ever."""
    if refusal := may(by.actor, Right.PLACE_ON_AGENDA, by.chair):
        return refusal
    return _place(by, motion, number, Move.PLACE, treatment)


@act
def admit_late(by: By, *, motion: int, number: str) -> int | Refusal:
    """Put a late motion on the agenda after all (Zulassung)."""
    if refusal := may(by.actor, Right.ADMIT_LATE, by.chair):
        return refusal
    return _place(by, motion, number, Move.ADMIT, Treatment.LATE_ADMITTED)


@act
def refuse_admission(by: By, *, motion: int) -> int | Refusal:
    """Record that a late motion was not admitted."""
    if refusal := may(by.actor, Right.ADMIT_LATE, by.chair):
        return refusal
    return _leave_out(by, motion, Move.REFUSE_ADMISSION)


@act
def leave_out(by: By, *, motion: int, move: str) -> int | Refusal:
    """End a motion that never came on the agenda: it is dropped, or deferred."""
    if refusal := may(by.actor, Right.CHANGE_AGENDA, by.chair):
        return refusal
    wanted = rules.left_out(move)
    return wanted if isinstance(wanted, Refusal) else _leave_out(by, motion, wanted)


@act
def set_treatment(by: By, *, item: int, treatment: Treatment) -> int | Refusal:
    """Say how an item is dealt with (Behandlung)."""
    row = _changeable(by, item)
    if isinstance(row, Refusal):
        return row
    late = row.motion is not None and row.motion.late
    if refusal := rules.check_treatment(treatment, Stage(row.stage), late=late):
        return refusal
    return _treat(by, row, treatment)


@act
def pull_from_block(by: By, *, item: int, member: str) -> int | Refusal:
    """Have an item debated that was to be decided in the block.

    That any single member may is an assumption wherever no rule says otherwise.
    """
    row = found.item(by, item)
    if isinstance(row, Refusal):
        return row
    book = rulebook_on(by.body, by.today)
    rule = book.pull_out if book else None
    refusal = may(by.actor, Right.PULL_FROM_BLOCK, by.chair, member) or (
        rules.check_pull_out(
            Treatment(row.treatment),
            Stage(row.stage),
            any_member=rule is None or rule.any_member,
        )
    )
    return refusal or _treat(by, row, Treatment.A_ITEM, member)


@act
def finish(by: By, *, item: int, move: Move) -> int | Refusal:
    """End an item without a vote: noted, concluded, deferred, dropped."""
    row = _changeable(by, item)
    if isinstance(row, Refusal):
        return row
    stage = rules.ending(Stage(row.stage), move)
    if isinstance(stage, Refusal):
        return stage
    if move is Move.FINISH:
        row.treatment = Treatment.FINISHED_IN_PREPARATION
    _stage(row, stage)
    note(by, "agenda.finish", f"item:{row.pk}", {"move": move, "stage": stage})
    return row.pk


@act
def join(by: By, *, item: int, with_item: int) -> int | Refusal:
    """Deal with an item together with another one, under both numbers ("3/5").

    Its own number stays on the agenda and refers to the other: "Siehe TOP 3".
    """
    row, kept = _changeable(by, item), _changeable(by, with_item)
    if isinstance(row, Refusal):
        return row
    if isinstance(kept, Refusal):
        return kept
    number = rules.check_join(_side(row), _side(kept)) or (
        rules.joined_number(kept.number, row.number)
    )
    stage = move(Stage(row.stage), Move.MERGE)
    if isinstance(number, Refusal):
        return number
    if isinstance(stage, Refusal):
        return stage
    before, kept.number = kept.number, number
    kept.treatment = Treatment.JOINT
    kept.save(update_fields=["number", "treatment"])
    Item.objects.filter(joined_with=row).update(joined_with=kept)
    row.joined_with = kept
    _stage(row, stage)
    note(by, "agenda.join", f"item:{row.pk}",
         {"with": f"item:{kept.pk}", "before": before, "number": number})  # fmt: skip
    return kept.pk


@act
def publish_agenda(by: By, *, conference: int) -> int | Refusal:
    """Make the agenda public, where the rules of procedure allow it."""
    row = found.conference(by, conference)
    if isinstance(row, Refusal):
        return row
    book = rulebook_on(by.body, by.today)
    rule = book.publication if book else None
    at = row.agenda_published_at
    refusal = may(by.actor, Right.PUBLISH_AGENDA, by.chair) or rules.check_publication(
        items=row.items.count(),
        published=None if at is None else timezone.localdate(at),
        public=rule.agenda if rule else None,
    )
    if refusal:
        return refusal
    row.agenda_published_at = by.now
    row.save(update_fields=["agenda_published_at"])
    note(by, "agenda.publish", f"conference:{row.pk}", {"conference": conference})
    return row.pk


def _add(by: By, number: int, item: Item) -> int | Refusal:
    conference = found.conference(by, number)
    if isinstance(conference, Refusal):
        return conference
    item.conference, item.title = conference, one_line(item.title)
    item.number = item.number.strip()
    refusal = (
        may(by.actor, Right.CHANGE_AGENDA, by.chair)
        or found.closed(conference)
        or rules.check_title(item.title)
        or rules.check_number(item.number, _taken(conference))
    )
    if refusal:
        return refusal
    item.save()
    note(by, "agenda.add_section" if item.section else "agenda.add_item",
         f"item:{item.pk}", {"conference": number, "number": item.number,
                             "title": item.title})  # fmt: skip
    return item.pk


def _place(
    by: By, pk: int, number: str, wanted: Move, treatment: Treatment
) -> int | Refusal:
    row = found.motion(by, pk)
    if isinstance(row, Refusal):
        return row
    stage = (
        found.closed(row.conference)
        or check_before_bundesrat(BeforeBundesrat(row.bundesrat))
        or move(standing(row).stage, wanted)
    )
    if isinstance(stage, Refusal):
        return stage
    number = number.strip()
    refusal = rules.check_treatment(treatment, stage, late=row.late) or (
        rules.check_number(number, _taken(row.conference))
    )
    if refusal:
        return refusal
    item = Item.objects.create(
        conference=row.conference, number=number, title=row.title, motion=row,
        category=row.category, stage=stage, treatment=treatment,
    )  # fmt: skip
    set_stage(row, stage)
    note(by, PLACED[wanted], f"item:{item.pk}",
         {"motion": f"motion:{row.pk}", "number": number,
          "treatment": treatment})  # fmt: skip
    return item.pk


def _leave_out(by: By, pk: int, wanted: Move) -> int | Refusal:
    row = found.motion(by, pk)
    if isinstance(row, Refusal):
        return row
    now = standing(row).stage
    if refusal := rules.check_no_item(has_item=hasattr(row, "item")):
        return refusal
    stage = move(now, wanted)
    if isinstance(stage, Refusal):
        return stage
    set_stage(row, stage)
    note(by, LEFT_OUT[wanted], f"motion:{row.pk}")
    return row.pk


def _changeable(by: By, pk: int) -> Item | Refusal:
    """Return an item that the office may change; a heading is none."""
    row = found.item(by, pk)
    if isinstance(row, Refusal):
        return row
    refusal = may(by.actor, Right.CHANGE_AGENDA, by.chair) or (
        rules.check_no_heading(section=row.section)
    )
    return refusal or row


def _treat(by: By, row: Item, treatment: Treatment, member: str = "") -> int:
    before, row.treatment = row.treatment, treatment
    row.save(update_fields=["treatment"])
    note(by, "agenda.pull_from_block" if member else "agenda.set_treatment",
         f"item:{row.pk}", {"before": before, "treatment": treatment},
         member=member)  # fmt: skip
    return row.pk


def _stage(row: Item, stage: Stage) -> None:
    """Save an item in its new stage, and let its motion follow."""
    row.stage = stage
    row.save()
    if row.motion_id is not None:
        Motion.objects.filter(pk=row.motion_id).update(stage=stage)


def _side(row: Item) -> rules.Side:
    return rules.Side(row.pk, row.conference_id, Stage(row.stage))


def _taken(conference: Conference) -> list[str]:
    return list(conference.items.values_list("number", flat=True))
