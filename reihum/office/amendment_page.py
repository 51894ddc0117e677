"""The page of one amendment: what it asks for, and what one may do with it now."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.look.answers import STATUS, said
from reihum.look.parts.names import member_name
from reihum.look.parts.stages import Tag
from reihum.office.amending import members_here
from reihum.office.door import page
from reihum.reads import amendments as reads
from reihum.reads.amendments import AmendmentRow, Base
from reihum.reads.motions import MotionRow
from reihum.rules.amendment import STAGE_NAMES, WAY_NAMES, Stage, Way, check_open
from reihum.rules.land_in_name import lands_in_name
from reihum.rules.text.laid_out import Line, laid_out
from reihum.rules.text.naming import behind, places
from reihum.rules.text.tokens import Flat
from reihum.rules.text.tracked import Loose
from reihum.rules.words import Refusal

FROM_WORD = (Way.WORD, Way.COMPARED)
TAGS = {
    Stage.DRAFT: "draft",
    Stage.SUBMITTED: "done",
    Stage.WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the one who looks may do with an amendment now."""

    edit: bool
    submit: bool
    withdraw: bool
    support: tuple[str, ...]
    end_support: tuple[str, ...]
    file: bool


@dataclass(frozen=True, slots=True)
class Left:
    """A wish or a comment that stands at no change, with the place it is about."""

    place: str
    old: str
    new: str
    text: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A changed paragraph, and where it stands if its number alone does not say so."""

    line: Line
    place: str


def show(
    request: HttpRequest,
    by: By,
    found: tuple[MotionRow, AmendmentRow],
    refusal: Refusal | None = None,
) -> HttpResponse:
    """Show an amendment to a motion; `refusal` says why it could not be submitted."""
    motion, row = found
    base = reads.base(by.body, motion.pk, by.viewer, row.number)
    assert base is not None  # noqa: S101  (an amendment keeps its version)
    lines = laid_out(base.flat, reads.wanted(base, row))
    due = reads.deadline_of(motion.pk)
    context = {
        "motion": motion,
        "base": base,
        "row": row,
        "tag": tag(row),
        "way": said(WAY_NAMES[row.way]),
        "compared": row.way is Way.COMPARED,
        "other_land": other_land(row),
        "lines": list(placed(base.flat, lines)),
        "stale": [stale(base.flat, one) for one in row.stale],
        "comments": [comment(base.flat, one) for one in row.remarks],
        "can": choices(members_here(by), base, row),
        "earlier": earlier(by, base, row),
        "instead": instead(by, base, row),
        "due": due,
        "late": due is not None and by.today > due,
        "refusal": said(refusal.text) if refusal else "",
    }
    status = STATUS[refusal.why] if refusal else 200
    return page(request, by, "amendment", context, status)


def placed(flat: Flat, lines: Iterable[Line]) -> Iterator[Placed]:
    """Yield what is changed, a new paragraph and a sub-point with their place."""
    names, at = places(flat.paragraphs), -1
    for line in lines:
        at += not line.key
        if not line.changed:
            continue
        if line.key:
            first = at < 0 or flat.paragraphs[at].part is not line.part
            yield Placed(line, said(behind(names, -1 if first else at)))
        else:
            yield Placed(line, said(names[at]) if line.level > 1 else "")


def tag(row: AmendmentRow) -> Tag:
    if row.stage is Stage.SUBMITTED and row.late:
        return "late", _("eingereicht, verspätet")
    return TAGS.get(row.stage, "plain"), said(STAGE_NAMES[row.stage])


def choices(own: Collection[str], base: Base, row: AmendmentRow) -> Choices:
    """Work out which buttons there are for those members."""
    mine, open_ = row.member in own, check_open(base.ground) is None
    stands = row.stage is Stage.SUBMITTED and open_
    return Choices(
        edit=mine and row.stage is Stage.DRAFT,
        submit=mine and row.stage is Stage.DRAFT and open_ and bool(row.changes),
        withdraw=mine and stands,
        support=supporting(row, own) if stands else (),
        end_support=tuple(c for c in own if stands and c in row.supporters),
        file=mine and row.file is not None,
    )


def supporting(row: AmendmentRow, own: Iterable[str]) -> tuple[str, ...]:
    """Return for which of these members somebody could support an amendment."""
    return tuple(code for code in sorted(own) if code not in row.lands)


def earlier(by: By, base: Base, row: AmendmentRow) -> list[AmendmentRow]:
    """Return what the same Land has submitted to this version already."""
    if row.stage is not Stage.DRAFT:
        return []
    return [
        one
        for one in reads.amendments_on(base.version, by.viewer)
        if one.member == row.member and one.stage is Stage.SUBMITTED
    ]


def instead(by: By, base: Base, row: AmendmentRow) -> list[int]:
    """Return which of them a file takes the place of: those that came as files."""
    if row.way not in FROM_WORD:
        return []
    return [one.pk for one in earlier(by, base, row) if one.way in FROM_WORD]


def other_land(row: AmendmentRow) -> str:
    """Return the Land that the name of a file speaks of, if it is another one."""
    if row.stage is not Stage.DRAFT:
        return ""
    named = lands_in_name(row.file_name)
    return "" if not named or row.member in named else member_name(named[0])


def stale(flat: Flat, one: reads.Stale) -> Left:
    return Left(
        place_of(flat, one.paragraph), one.old, one.new, one.reason, one.paragraph
    )


def comment(flat: Flat, one: Loose) -> Left:
    return Left(place_of(flat, one.paragraph), "", "", one.text, one.paragraph)


def place_of(flat: Flat, name: str) -> str:
    """Return how a paragraph is called, if it is still there."""
    pairs = zip(flat.paragraphs, places(flat.paragraphs), strict=True)
    return next((said(place) for one, place in pairs if one.id == name), "")
