"""What became of a Land's wishes, on the page of the motion and on its desk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.look.answers import said
from reihum.office.desk_line import Line
from reihum.office.links import address
from reihum.reads.amendments import AmendmentRow
from reihum.reads.fates import LandFates, fates_on_the_desk, own_fates
from reihum.rules.decision import FATE_NAMES, Fate

TAGS = {
    Fate.ACCEPTED: "adopted",
    Fate.REJECTED: "rejected",
    Fate.MIXED: "done",
    Fate.COMPROMISE: "plain",
}


@dataclass(frozen=True, slots=True)
class FateLine:
    """A wish and what became of it, in words."""

    place: str
    tag: str
    word: str
    verdict: str


@dataclass(frozen=True, slots=True)
class FatesView:
    """What became of the wishes of one Land for one version."""

    of: LandFates
    lines: tuple[FateLine, ...]
    asked: str
    url: str


def fates_panel(
    by: By, motion: int, known: Sequence[AmendmentRow]
) -> tuple[FatesView, ...]:
    """Return what the page of a motion tells a Land; nothing to whoever wishes none.

    `known` are the amendments that the page has read already.
    """
    return tuple(
        FatesView(one, tuple(_lines(one)), _asked(one), _url(by, one))
        for one in own_fates(motion, by.viewer, known)
        if one.newest or one.decided
    )


def fates_lines(by: By, conference: int | None) -> tuple[Line, ...]:
    """Return the lines of the desk: where something is decided, or asked."""
    return tuple(
        Line(one.title, _note(one), _url(by, one), (one.land,))
        for one in fates_on_the_desk(by.body, conference, by.viewer)
        if one.decided or one.asked
    )


def _lines(one: LandFates) -> Iterator[FateLine]:
    for wish in one.wishes if one.newest else one.decided:
        word = said(FATE_NAMES[wish.fate])
        yield FateLine(said(wish.place), TAGS.get(wish.fate, ""), word, wish.verdict)


def _note(one: LandFates) -> str:
    """Return "Ziffer 3: angenommen · zum Kompromiss fehlt Ihre Antwort: Ziffer 4"."""
    told = [f"{said(w.place)}: {said(FATE_NAMES[w.fate])}" for w in one.decided]
    return " · ".join([*told, _asked(one)] if one.asked else told)


def _asked(one: LandFates) -> str:
    if not one.asked:
        return ""
    names = ", ".join(said(place) for place in one.asked)
    return _("zum Kompromiss fehlt Ihre Antwort: %(places)s") % {"places": names}


def _url(by: By, one: LandFates) -> str:
    here = address("office:synopsis", by.body, one.motion)
    return here if one.newest else f"{here}?fassung={one.version}"
