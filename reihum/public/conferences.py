"""Conferences: all of them, one with its agenda, the released parts of its minutes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.public.frame import Here, missing, of_body, page
from reihum.public.mandates import ChainStep, step_of
from reihum.public.words import (
    conference_name,
    dated,
    land,
    quoted,
    short_name,
    when_and_where,
    where,
)
from reihum.reads.about import BodyRow
from reihum.reads.agenda import ItemRow, agenda
from reihum.reads.chains import chains_of
from reihum.reads.conferences import (
    KIND_NAMES,
    ConferenceRow,
    conference,
    main_conferences,
)
from reihum.reads.published import published_at
from reihum.reads.register import RegisterRow, register
from reihum.rules.confidential import HIDDEN
from reihum.rules.facts import ConferenceState, Procedure
from reihum.rules.numbering import refers
from reihum.rules.stages import Stage, Treatment, name_of
from reihum.rules.visibility import STRANGER
from reihum.rules.words import Text

MANY = 200  # more than any conference has resolved


@of_body
def conferences(request: HttpRequest, body: BodyRow) -> HttpResponse:
    lines = [
        (row, where(row), quoted(row.motto)) for row in main_conferences(body.slug)
    ]
    here = Here("conferences", _("Konferenzen"))
    return page(request, body, "conferences", here, {"lines": lines})


@of_body
def one(request: HttpRequest, body: BodyRow, number: int) -> HttpResponse:
    row = _found(body, number)
    items = agenda(body.slug, number, STRANGER)
    decided = register(body.slug, STRANGER, conference=number, size=MANY).rows
    on_agenda = {item.resolution for item in items}
    apart = [line for line in decided if line.key not in on_agenda]
    words = {
        "row": row,
        "name": _name(body, row),
        "motto": quoted(row.motto),
        "when_and_where": when_and_where(row),
        "chair": land(row.chair) if row.chair else None,
        "others": [
            (KIND_NAMES[other.kind], other, where(other)) for other in row.others
        ],
        "agenda": _lines(body, items),
        "decided": decided,
        "minuted": [one for one in decided if one.procedure is Procedure.SESSION],
        "mandated": _mandated(body, number),
        "apart": apart,
        "by_circular": all(one.procedure is Procedure.CIRCULAR for one in apart),
        "circular": _circular(row, decided),
        "neighbours": _neighbours(body, number),
    }
    here = Here("conferences", said(short_name(number)), _path(body))
    return page(request, body, "conference", here, words)


@of_body
def agenda_of(request: HttpRequest, body: BodyRow, number: int) -> HttpResponse:
    row = _found(body, number)
    items = agenda(body.slug, number, STRANGER)
    if not items:
        missing(
            f"Die Tagesordnung der {number}. Konferenz ist nicht veröffentlicht.",
            f"The agenda of conference {number} is not published.",
        )
    words = {
        "row": row,
        "name": _name(body, row),
        "agenda": _lines(body, items, pages=True),
        "paged": any(item.page for item in items),
    }
    here = Here("conferences", _("Tagesordnung"), _path(body, number))
    return page(request, body, "agenda", here, words)


@of_body
def minutes(request: HttpRequest, body: BodyRow, number: int) -> HttpResponse:
    row = _found(body, number)
    released = published_at(body.slug, number, STRANGER)
    words = {
        "row": row,
        "name": _name(body, row),
        "when_and_where": when_and_where(row),
        "released": [(one, dated(one)) for one in released],
    }
    here = Here("conferences", _("Niederschrift"), _path(body, number))
    return page(request, body, "minutes", here, words)


def _mandated(body: BodyRow, number: int) -> list[tuple[str, list[ChainStep]]]:
    """Return what the conference did with mandates and reports, by their subject."""
    found = []
    for chain in chains_of(body.slug, STRANGER):
        here = [step for step in chain.steps if step.conference == number]
        if here:
            steps = [replace(step, conference=None) for step in here]
            found.append((chain.subject, [step_of(one, body.slug) for one in steps]))
    return found


def _found(body: BodyRow, number: int) -> ConferenceRow:
    row = conference(body.slug, number)
    if row is None:
        missing(
            f"Eine {number}. Konferenz der {body.short} ist hier nicht verzeichnet.",
            f"There is no record of a conference no. {number} of the {body.short}.",
        )
    return row


def _name(body: BodyRow, row: ConferenceRow) -> Text:
    """Return the name that the conference bore on its day."""
    return conference_name(row.number or 0, body.name_on(row.begins.last))


def _path(
    body: BodyRow, number: int | None = None
) -> tuple[tuple[str | Promise, str], ...]:
    above = (_("Konferenzen"), reverse("public:conferences", args=[body.slug]))
    if number is None:
        return (above,)
    address = reverse("public:conference", args=[body.slug, number])
    return (above, (said(short_name(number)), address))


def _circular(row: ConferenceRow, decided: Iterable[RegisterRow]) -> str:
    """Return the id of what was decided by circular vote in the place of a meeting."""
    if row.state is not ConferenceState.CANCELLED:
        return ""
    return next((line.key for line in decided), "")


def _neighbours(body: BodyRow, number: int) -> list[tuple[str, int, Text] | None]:
    there = {row.number for row in main_conferences(body.slug)}
    near = (
        (_("Vorherige Konferenz"), number - 1),
        (_("Nächste Konferenz"), number + 1),
    )
    return [
        (label, other, short_name(other)) if other in there else None
        for label, other in near
    ]


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A row of the agenda, as `look` shows it."""

    number: str
    title: str
    url: str = ""
    meta: Text | str = ""
    tag: str = ""
    tag_text: Text | str = ""
    gone: bool = False
    section: bool = False
    id: str = ""
    veiled: bool = False  # its title is said, not quoted


# Only what the public has to know is marked; that an item was dealt with is no news.
_TAGS = {
    Stage.WITHDRAWN: "withdrawn",
    Stage.DROPPED: "withdrawn",
    Stage.DEFERRED: "withdrawn",
    Stage.NOT_ADMITTED: "withdrawn",
    Stage.FINISHED_IN_PREPARATION: "done",
}
# How a vote ended is as public as its resolution, and there the link says it.
_RELEASED = {Stage.NO_DECISION: "done", Stage.NOTED: "done"}
_TREATMENTS = {
    Treatment.BLOCK: "block",
    Treatment.A_ITEM: "a",
    Treatment.GREEN_LIST: "block",
    Treatment.LATE_ADMITTED: "late",
}
_GONE = {Stage.WITHDRAWN, Stage.DROPPED, Stage.DEFERRED, Stage.NOT_ADMITTED}


def _lines(
    body: BodyRow, items: Iterable[ItemRow], *, pages: bool = False
) -> list[AgendaLine]:
    return [_line(body, item, pages=pages) for item in items]


def _line(body: BodyRow, item: ItemRow, *, pages: bool) -> AgendaLine:
    tag, text = _tag(item)
    url = (
        reverse("public:resolution", args=[body.slug, item.resolution])
        if item.resolution
        else ""
    )
    return AgendaLine(
        number=item.number,
        title=said(HIDDEN) if item.veiled else item.title,
        veiled=item.veiled,
        url=url,
        meta=_meta(item, pages=pages),
        tag=tag,
        tag_text=text,
        gone=item.stage in _GONE,
        section=item.section,
        id=f"top-{item.number}",
    )


def _tag(item: ItemRow) -> tuple[str, Text | str]:
    if item.section:
        return "", ""
    if item.joined_with:
        return "plain", refers(item.joined_with)
    shown = _TAGS | _RELEASED if item.resolution else _TAGS
    if item.stage in shown:
        return shown[item.stage], name_of(item.stage)
    if item.treatment in _TREATMENTS:
        return _TREATMENTS[item.treatment], ""
    if item.treatment is not Treatment.NONE:
        return "plain", name_of(item.treatment)
    return "", ""


def _meta(item: ItemRow, *, pages: bool) -> str:
    parts = []
    if item.submitters == ("all",):
        parts.append(_("alle Länder"))
    elif item.submitters:
        parts.append(", ".join(item.submitters))
    if item.cosponsors:
        names = ", ".join(item.cosponsors)
        parts.append(_("Mitantrag %(names)s") % {"names": names})
    if pages and item.page is not None:
        parts.append(_("Seite %(page)s der Niederschrift") % {"page": item.page})
    return " · ".join(parts)


urls = [
    path("<slug:body>/konferenzen/", conferences, name="conferences"),
    path("<slug:body>/konferenzen/<int:number>/", one, name="conference"),
    path(
        "<slug:body>/konferenzen/<int:number>/tagesordnung/", agenda_of, name="agenda"
    ),
    path(
        "<slug:body>/konferenzen/<int:number>/niederschrift/", minutes, name="minutes"
    ),
]
