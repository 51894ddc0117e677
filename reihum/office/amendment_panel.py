"""What the page of a motion says about amendments to it."""

from dataclasses import dataclass
from typing import Any

from reihum.acts.door import By
from reihum.look.parts.stages import Tag
from reihum.office.amending import members_here
from reihum.office.amendment_page import choices, tag
from reihum.reads import amendments as reads
from reihum.reads.amendments import AmendmentRow
from reihum.reads.motions import MotionRow
from reihum.rules.amendment import Stage, check_open
from reihum.rules.text.synopsis import in_roll_call

SHOWN = 12  # one's own first; the synopsis has them all


@dataclass(frozen=True, slots=True)
class Entry:
    """An amendment in the panel, with its tag and what one may do with it at once."""

    row: AmendmentRow
    tag: Tag
    support: tuple[str, ...]


def amendments_panel(by: By, motion: MotionRow) -> dict[str, Any] | None:
    """Return what the panel shows; nothing where the motion was never submitted."""
    base = reads.base(by.body, motion.pk, by.viewer)
    if base is None:
        return None
    rows = reads.amendments_on(base.version, by.viewer)
    own = members_here(by)
    stand = [row for row in rows if row.stage is Stage.SUBMITTED]
    stand.sort(key=lambda row: row.member not in own)
    open_ = check_open(base.ground) is None
    return {
        "rows": rows,
        "number": base.number,
        "open": open_,
        "may_amend": bool(own) and open_,
        "due": reads.deadline_of(motion.pk),
        "drafts": [row for row in rows if row.stage is Stage.DRAFT],
        "count": len(stand),
        "more": max(len(stand) - SHOWN, 0),
        "entries": [Entry(one, tag(one), choices(own, base, one).support)
                    for one in stand[:SHOWN]],
        "lands": in_roll_call(land for row in stand for land in row.lands),
        "stale": [row for row in stand if row.stale and row.member in own],
    }  # fmt: skip
