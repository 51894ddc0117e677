"""The versions of a motion (Fassungen): their list, one of them, two compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.parts.names import member_name
from reihum.look.parts.redline import Shown, shown
from reihum.office.door import in_office, page, refused
from reihum.reads import versions as reads
from reihum.reads.motions import motion as read_motion
from reihum.rules.motion import unknown_motion
from reihum.rules.stages import Stage
from reihum.rules.text import Paragraph, Part
from reihum.rules.text.naming import PARTS
from reihum.rules.text.redline import compared, folded
from reihum.rules.text.references import Stale, stale
from reihum.rules.version import CAUSE_NAMES, Label, label_of, unknown_version

INLINE = "text"  # what the address says: ?ansicht=text


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list; `before` is the one that it can be compared with."""

    row: reads.VersionRow
    name: str
    cause: str
    who: str
    before: str


@dataclass(frozen=True, slots=True)
class Folded:
    """Paragraphs in a row: in sight, or folded away."""

    lines: Sequence[Shown]
    folded: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the motion in both versions."""

    name: str
    runs: Sequence[Folded]


@in_office
def versions(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """List the versions, or go to the two that were chosen to be compared."""
    row = read_motion(by.body, motion, by.viewer)
    if row is None:
        return refused(request, by, unknown_motion())
    chosen = [request.GET.get(name, "") for name in ("von", "bis")]
    if all(map(label_of, chosen)):
        return redirect("office:versions_compared", by.body, motion, *chosen)
    found = reads.versions(motion, by.viewer)
    context = {
        "motion": row,
        "lines": tuple(lines(found)),
        "frozen": row.stage is Stage.IN_VOTE,
        "choices": [(str(one.label), said(one.label.name)) for one in found],
    }
    return page(request, by, "versions", context)


@in_office
def version(request: HttpRequest, by: By, motion: int, first: str) -> HttpResponse:
    """Show one version, word for word."""
    row = read_motion(by.body, motion, by.viewer)
    found = _read(by, motion, first)
    if row is None:
        return refused(request, by, unknown_motion())
    if found is None:
        return refused(request, by, unknown_version())
    context = {
        "motion": row,
        "line": _line(found.row, ""),
        "text": found.of(Part.TEXT),
        "rationale": found.of(Part.RATIONALE),
    }
    return page(request, by, "version", context)


@in_office
def versions_compared(
    request: HttpRequest, by: By, motion: int, first: str, second: str
) -> HttpResponse:
    """Show two versions beside each other, or the changes inside the text."""
    row = read_motion(by.body, motion, by.viewer)
    old, new = (_read(by, motion, word) for word in (first, second))
    if row is None:
        return refused(request, by, unknown_motion())
    if old is None or new is None:
        return refused(request, by, unknown_version())
    context = {
        "motion": row,
        "old": _line(old.row, ""),
        "new": _line(new.row, ""),
        "inline": request.GET.get("ansicht") == INLINE,
        **_difference(old, new),
    }
    return page(request, by, "versions_compared", context)


def lines(found: Sequence[reads.VersionRow]) -> Iterator[VersionLine]:
    """Yield the list: each version can be compared with the one before it."""
    for one, before in pairwise((*found, None)):
        if one is not None:
            yield _line(one, str(before.label) if before else "")


def _line(row: reads.VersionRow, before: str) -> VersionLine:
    return VersionLine(
        row=row,
        name=said(row.label.name),
        cause=said(CAUSE_NAMES[row.cause]),
        who=member_name(row.member) if row.member else _("Geschäftsstelle"),
        before=before,
    )


def _read(by: By, motion: int, word: str) -> reads.Wording | None:
    label: Label | None = label_of(word)
    return None if label is None else reads.version(motion, label, by.viewer)


def _difference(old: reads.Wording, new: reads.Wording) -> dict[str, Any]:
    found = {part: compared(old.of(part), new.of(part)) for part in Part}
    sections = [
        Section(
            said(PARTS[part]),
            [Folded(list(map(shown, run.lines)), run.folded) for run in folded(rows)],
        )
        for part, rows in found.items()
        if rows
    ]
    changed = sum(not line.quiet for rows in found.values() for line in rows)
    return {
        "sections": sections,
        "changed": changed,
        "stale": outdated(old.of(Part.TEXT), new.of(Part.TEXT)),
    }


def outdated(
    old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> list[tuple[str, Stale]]:
    """Return the references that stopped being right, with where they stand now."""
    numbers = {one.id: one.number for one in new}
    return [(numbers.get(one.paragraph, ""), one) for one in stale(old, new)]


ONE = "<slug:body>/antraege/<int:motion>/fassungen/"
urls = [
    path(ONE, versions, name="versions"),
    path(ONE + "<slug:first>/", version, name="version"),
    path(
        ONE + "<slug:first>/<slug:second>/",
        versions_compared,
        name="versions_compared",
    ),
]
