"""How far an item has come and how it is dealt with, as one tag."""

from collections.abc import Mapping

from django.utils.functional import Promise

from reihum.look.answers import said
from reihum.look.parts.tags import KINDS
from reihum.rules.stages import Stage, Treatment, name_of

_STAGES: Mapping[Stage, str] = {
    Stage.DRAFT: "draft",
    Stage.LATE: "late",
    Stage.ADOPTED: "adopted",
    Stage.REJECTED: "rejected",
    Stage.NOTED: "done",
    Stage.FINISHED_IN_PREPARATION: "done",
    Stage.WITHDRAWN: "withdrawn",
    Stage.DROPPED: "withdrawn",
    Stage.NOT_ADMITTED: "withdrawn",
}
_TREATMENTS: Mapping[Treatment, str] = {
    Treatment.BLOCK: "block",
    Treatment.GREEN_LIST: "block",
    Treatment.A_ITEM: "a",
    Treatment.LATE_ADMITTED: "late",
    Treatment.FINISHED_IN_PREPARATION: "done",
}
# The usual word of the tag says it, and shorter.
_SHORT = frozenset(
    {
        Stage.LATE, Stage.FINISHED_IN_PREPARATION, Stage.WITHDRAWN, Treatment.A_ITEM,
        Treatment.LATE_ADMITTED,
    }
)  # fmt: skip
GONE = frozenset(
    {
        Stage.WITHDRAWN, Stage.DROPPED, Stage.NOT_ADMITTED, Stage.MERGED,
        Stage.DEFERRED,
    }
)  # fmt: skip
Tag = tuple[str, str | Promise]


def tag_of(stage: Stage, treatment: Treatment = Treatment.NONE) -> Tag:
    """Return css class and word: of the treatment while it still matters.

    On the agenda an item without a special treatment has no tag: ("", "").
    """
    if stage is not Stage.ON_AGENDA:
        return _tag(stage, _STAGES.get(stage, "plain"))
    if treatment is Treatment.NONE:
        return ("", "")
    return _tag(treatment, _TREATMENTS.get(treatment, "plain"))


def _tag(thing: Stage | Treatment, kind: str) -> Tag:
    known = KINDS[kind]
    word = known.word if thing in _SHORT else said(name_of(thing))
    return (known.css, word)
