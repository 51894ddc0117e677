"""Taking a synopsis over: what the next version will say, and what stays open."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reihum.acts import synopsis as acts
from reihum.acts.door import By
from reihum.formats.synopsis.cards import Card
from reihum.formats.synopsis.excerpt import bare
from reihum.formats.synopsis.rows import Row
from reihum.look.answers import STATUS, said
from reihum.office.door import in_office, page, refused
from reihum.office.synopsis_page import heading
from reihum.reads.synopsis import SynopsisView, synopsis
from reihum.rules.compromise import concerned
from reihum.rules.decision import check_deciding, check_take_over
from reihum.rules.motion import unknown_motion
from reihum.rules.rights import Right, may
from reihum.rules.text.naming import places
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.redline import Bit, Line, compared, folded
from reihum.rules.text.references import stale
from reihum.rules.words import Refusal, Text


@dataclass(frozen=True, slots=True)
class LineView:
    """A paragraph of the outcome, with what is new in it and what goes.

    `begins` says that it is the first of its part: title, text or rationale.
    """

    line: Line
    bits: tuple[Bit, ...]
    begins: bool


@dataclass(frozen=True, slots=True)
class StaleView:
    """A reference that the new numbers leave behind: where, its words, what to say."""

    place: Text
    words: str
    now: str


@dataclass(frozen=True, slots=True)
class AskedView:
    """A compromise that Länder concerned by it do not agree to, or say nothing to."""

    row: Row
    missing: tuple[str, ...]
    against: tuple[str, ...]


@in_office
def take(request: HttpRequest, by: By, motion: int) -> HttpResponse:
    """Show what would come out; take it over when that is confirmed."""
    view = synopsis(by.body, motion, by.viewer)
    if view is None or not by.viewer.inside:
        return refused(request, by, unknown_motion())
    if refusal := _closed(by, view):
        return refused(request, by, refusal)
    if request.method != "POST":
        return _page(request, by, view)
    seen = request.POST.get("mark", "")
    number = view.base.number
    done = acts.take_over(by, motion=motion, version=number, seen=seen or "-")
    if isinstance(done, Refusal):
        return _page(request, by, view, done, STATUS[done.why])
    messages.success(request, _told(done))
    return redirect("office:motion", by.body, motion)


def _told(done: acts.TakenOver) -> str:
    first = _("Fassung %(number)s gilt jetzt.") % {"number": done.version}
    if not done.open:
        return first
    words = ngettext(
        "%(n)s Wunsch ist noch offen und mitgenommen, wo die Stelle noch steht.",
        "%(n)s Wünsche sind noch offen und mitgenommen, wo die Stelle noch steht.",
        done.open,
    )
    return f"{first} {words % {'n': done.open}}"


def _closed(by: By, view: SynopsisView) -> Refusal | None:
    ground = view.base.ground
    return may(by.actor, Right.TAKE_OVER_SYNOPSIS, by.chair) or check_deciding(
        ground.stage, newest=ground.newest, frozen=ground.frozen
    )


def _page(
    request: HttpRequest,
    by: By,
    view: SynopsisView,
    failed: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    base, result = view.base.flat.paragraphs, view.paper.result
    obstacle = failed or check_take_over(base, result)
    context: dict[str, Any] = {
        "view": view,
        "motion": view.motion,
        "heading": heading(view),
        "number": view.newest + 1,
        "runs": list(runs(base, result)),
        "asked": tuple(_asked(view)),
        "open": tuple(_open(view)),
        "stale": tuple(_stale(base, result)),
        "sentence": said(obstacle.text) if obstacle else "",
        "possible": check_take_over(base, result) is None,
    }
    return page(request, by, "synopsis_take", context, status)


def runs(
    base: tuple[Paragraph, ...], result: tuple[Paragraph, ...]
) -> Iterator[tuple[bool, list[LineView]]]:
    """Yield the paragraphs, those together that nothing is new in."""
    begun: set[Part] = set()
    for run in folded(compared(base, result)):
        yield run.folded, [_line(line, begun) for line in run.lines]


def _line(line: Line, begun: set[Part]) -> LineView:
    begins = line.part not in begun
    begun.add(line.part)
    bits = (bit for one in line.pieces for bit in bare(one))
    return LineView(line, tuple(bits), begins)


def _open(view: SynopsisView) -> Iterator[tuple[Row, Card]]:
    """Yield the wishes that nothing is decided about, each with its row."""
    for row in view.rows:
        yield from (
            (row, card) for card in row.cards if card.first and card.state == "open"
        )


def _asked(view: SynopsisView) -> Iterator[AskedView]:
    """Yield the compromises that not everybody concerned has agreed to."""
    worded = {one.paragraph: one for one in view.laid.compromises}
    for row in view.rows:
        if (one := worded.get(row.id)) is None:
            continue
        missing = tuple(
            land
            for land in concerned(view.laid.synopsis, row.id)
            if land not in {*one.agree, *one.disagree}
        )
        if missing or one.disagree:
            yield AskedView(row, missing, one.disagree)


def _stale(
    base: tuple[Paragraph, ...], result: tuple[Paragraph, ...]
) -> Iterator[StaleView]:
    called = dict(zip((one.id for one in result), places(result), strict=True))
    for one in stale(base, result):
        yield StaleView(called[one.paragraph], one.words, one.now)


urls = [
    path(
        "<slug:body>/antraege/<int:motion>/synopse/uebernehmen/",
        take,
        name="synopsis_take",
    )
]
