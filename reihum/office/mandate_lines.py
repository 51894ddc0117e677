"""Mandates as pages of the office show them: with a sign, and as steps of a chain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reihum.look.answers import said
from reihum.reads.chains import Step
from reihum.reads.mandates import MandateRow, Reply
from reihum.rules.dates import PartialDate
from reihum.rules.followup import MandateState
from reihum.rules.stages import name_of
from reihum.rules.words import Text

# The tags have signs of their own, so that no state is told by its colour alone.
TAGS: Mapping[MandateState, tuple[str, str | Promise]] = {
    MandateState.OVERDUE: ("conflict", gettext_lazy("überfällig")),
    MandateState.DUE_SOON: ("late", gettext_lazy("bald fällig")),
    MandateState.OPEN: ("plain", gettext_lazy("offen")),
    MandateState.REPORTED: ("draft", gettext_lazy("berichtet")),
    MandateState.CLOSED: ("done", gettext_lazy("erledigt")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A mandate in a list."""

    row: MandateRow
    tag: str
    tag_text: str


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A step as `look` draws it."""

    when: PartialDate | None
    text: Text | str
    url: str = ""
    link: Text | str = ""
    due: bool = False


def line(row: MandateRow) -> Line:
    """Return a mandate with the sign of its state."""
    tag, words = TAGS[row.standing.state]
    return Line(row, tag, str(words))


def lines(rows: Iterable[MandateRow]) -> list[Line]:
    return [line(row) for row in rows]


def steps(row: MandateRow, body: str) -> list[ChainStep]:
    """Return what has happened, after it what is still due."""
    done = [_step(step, body) for step in row.chain.steps]
    if row.chain.resolution:
        url = reverse("office:resolution", args=[body, row.chain.resolution])
        link = f"{row.chain.resolution} {row.chain.resolution_title}"
        first = ChainStep(row.chain.adopted_on, _("Beschlossen:"), url, link)
        done = [first, *done]
    if row.chain.waits:
        done.append(ChainStep(row.chain.due, row.chain.subject, due=True))
    return done


def _step(step: Step, body: str) -> ChainStep:
    if step.resolution:
        url = reverse("office:resolution", args=[body, step.resolution])
        return ChainStep(step.on, step.what, url, f"({step.resolution})")
    return ChainStep(step.on, step.what)


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A motion that replies to a mandate, and what has become of it."""

    row: Reply
    stage: str


def reply_lines(rows: Iterable[Reply]) -> list[ReplyLine]:
    return [ReplyLine(row, said(name_of(row.stage))) for row in rows]
