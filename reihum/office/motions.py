"""Motions (Anträge): those of a conference, one of them, and the form to write one."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.parts.stages import Tag, tag_of
from reihum.office import (
    motion_copy,
    motion_family,
    motion_moves,
    similar,
    versions,
    writing,
)
from reihum.office.door import in_office, page, refused
from reihum.office.motion_page import show
from reihum.reads.conferences import ConferenceRow, conference
from reihum.reads.motions import MotionRow, motions_of
from reihum.reads.motions import motion as read_motion
from reihum.rules.agenda import unknown_conference
from reihum.rules.deadlines import days_left
from reihum.rules.facts import BeforeBundesrat, ConferenceState
from reihum.rules.motion import unknown_motion
from reihum.rules.numbering import sort_key
from reihum.rules.rights import Right, may
from reihum.rules.stages import Stage

INVALID = 422


@dataclass(frozen=True, slots=True)
class Line:
    """A motion in the list, with its tag and what is still to be looked at."""

    motion: MotionRow
    tag: Tag
    note: str


@in_office
def motions(request: HttpRequest, by: By, number: int) -> HttpResponse:
    found = conference(by.body, number)
    if found is None:
        return refused(request, by, unknown_conference(number))
    rows = [_line(row) for row in motions_of(by.body, number, by.viewer)]
    waiting = (Stage.SUBMITTED, Stage.LATE)
    placed = [line for line in rows if line.motion.item is not None]
    context = {
        "conference": found,
        "deadlines": _deadlines(by, found),
        "may_submit": _may_submit(by) and found.state is ConferenceState.PLANNED,
        "drafts": [line for line in rows if line.motion.stage is Stage.DRAFT],
        "waiting": [line for line in rows if line.motion.stage in waiting],
        "placed": sorted(placed, key=lambda line: sort_key(line.motion.number)),
        "out": [line for line in rows if _is_out(line.motion)],
    }
    return page(request, by, "motions", context)


@in_office
def motion(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    return show(request, by, row)


def _deadlines(by: By, found: ConferenceRow) -> list[dict[str, Any]]:
    """Return the deadlines that concern motions, with what is left of them."""
    labels = {
        "motions": _("Anmeldeschluss"),
        "cosponsors": _("Mitanträge bis"),
        "amendments": _("Änderungsanträge bis"),
    }
    rows = ((labels[kind], found.deadline(kind)) for kind in labels)
    return [
        {"label": label, "day": row.day, "left": said(days_left(by.today, row.day)),
         "over": row.day < by.today, "assumed": row.assumed, "why": row.why}
        for label, row in rows
        if row is not None
    ]  # fmt: skip


def _line(row: MotionRow) -> Line:
    """Return a motion with its tag; the group it stands in says the rest."""
    if row.stage in (Stage.SUBMITTED, Stage.LATE):
        if row.bundesrat is BeforeBundesrat.YES:
            return Line(row, ("conflict", _("beim Bundesrat")), "")
        asked = row.bundesrat is not BeforeBundesrat.UNCHECKED
        note = "" if asked else _("Bundesrat noch nicht geprüft")
        css, word = tag_of(row.stage)
        return Line(row, ("" if css == "plain" else css, word), note)
    return Line(row, tag_of(row.stage, row.treatment), "")


def _is_out(row: MotionRow) -> bool:
    return row.item is None and row.stage in {
        Stage.WITHDRAWN, Stage.DROPPED, Stage.DEFERRED, Stage.NOT_ADMITTED,
        Stage.MERGED,
    }  # fmt: skip


def _may_submit(by: By) -> bool:
    return may(by.actor, Right.SUBMIT_MOTION, by.chair) is None


urls = [
    path("<slug:body>/konferenzen/<int:number>/antraege/", motions, name="motions"),
    path("<slug:body>/antraege/<int:motion>/", motion, name="motion"),
    *writing.urls,
    *motion_moves.urls,
    *motion_family.urls,
    *motion_copy.urls,
    *similar.urls,
    *versions.urls,
]
