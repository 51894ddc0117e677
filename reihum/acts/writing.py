"""Writing that is kept while somebody types, so that nothing is lost.

It is the account's own and nobody's act: the journal tells nothing of keystrokes.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from reihum.acts import found
from reihum.acts.door import By, act
from reihum.acts.motion_rows import submitter, takes_motions
from reihum.records.models import Motion, WritingDraft
from reihum.rules.motion import check_draft
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage
from reihum.rules.words import Refusal
from reihum.rules.writing import check_unsaved

Content = Mapping[str, Sequence[str]]  # the fields of the form as they were typed


@act
def keep(
    by: By, *, motion: int, content: Content, begun_on: str = ""
) -> datetime | Refusal:
    """Keep what is being written in a draft of one's own Land; return when."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    member = submitter(by, row)
    refusal = (
        may(by.actor, Right.SUBMIT_MOTION, by.chair, member)
        or check_draft(Stage(row.stage))
        or check_unsaved(_size(content))
    )
    if refusal:
        return refusal
    WritingDraft.objects.update_or_create(
        motion=row, who=by.actor.account,
        defaults={**_typed(by, content, begun_on, member),
                  "conference": row.conference},
    )  # fmt: skip
    return by.now


@act
def keep_new(by: By, *, conference: int, content: Content) -> datetime | Refusal:
    """Keep what is being written in a motion that is not stored yet; return when."""
    row = found.conference(by, conference)
    if isinstance(row, Refusal):
        return row
    refusal = (
        may(by.actor, Right.SUBMIT_MOTION, by.chair)
        or takes_motions(by, row)
        or check_unsaved(_size(content))
    )
    if refusal:
        return refusal
    member = min(by.actor.members)
    WritingDraft.objects.update_or_create(
        conference=row, motion=None, who=by.actor.account,
        defaults=_typed(by, content, "", member),
    )  # fmt: skip
    return by.now


@act
def forget(by: By, *, motion: int) -> int | Refusal:
    """Throw one's own unsaved writing in a draft away."""
    row = found.motion(by, motion)
    if isinstance(row, Refusal):
        return row
    put_away(by, row)
    return row.pk


@act
def forget_new(by: By, *, conference: int) -> int | Refusal:
    """Throw one's own unsaved new motion away."""
    row = found.conference(by, conference)
    if isinstance(row, Refusal):
        return row
    WritingDraft.objects.filter(
        conference=row, motion=None, who=by.actor.account
    ).delete()
    return row.pk


def put_away(by: By, row: Motion, *, new: bool = False) -> None:
    """Remove what is stored now anyway; part of the act that stores it."""
    own = WritingDraft.objects.filter(who=by.actor.account)
    if new:
        own.filter(motion=None, conference=row.conference).delete()
    else:
        own.filter(motion=row).delete()


def _typed(by: By, content: Content, begun_on: str, member: str) -> dict[str, object]:
    fields = {name: list(values) for name, values in content.items()}
    return {"content": fields, "begun_on": begun_on[:64], "member": member,
            "at": by.now}  # fmt: skip


def _size(content: Content) -> int:
    return len(json.dumps(content, ensure_ascii=False, default=list))
