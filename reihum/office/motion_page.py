"""The page of one motion: its wording, its state, and what one may do now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from reihum.acts.attachments import may_change
from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.parts.names import member_name
from reihum.look.parts.stages import Tag, tag_of
from reihum.office.amendment_panel import amendments_panel
from reihum.office.door import page
from reihum.office.fates import fates_panel
from reihum.office.journal_words import WORDS
from reihum.office.motion_copy import out_of_date
from reihum.office.motion_family import offers
from reihum.office.motion_forms import BundesratForm, PlaceForm
from reihum.office.similar import alike_to
from reihum.reads.agenda import ItemRow, agenda
from reihum.reads.attachments import annexes_of
from reihum.reads.conferences import ConferenceRow, conference
from reihum.reads.mandates import mandate
from reihum.reads.motion_family import family
from reihum.reads.motions import Event, MotionRow, history
from reihum.reads.rulebooks import rulebook_on
from reihum.reads.versions import versions
from reihum.rules.facts import BeforeBundesrat
from reihum.rules.motion import OPEN, Standing, check_cosponsor
from reihum.rules.motion_ready import Point, points
from reihum.rules.numbering import suggest
from reihum.rules.rights import Right, may
from reihum.rules.sentences.agenda import late as late_sentences
from reihum.rules.sentences.said import Sentence
from reihum.rules.stages import Stage
from reihum.rules.version import Cause
from reihum.rules.words import plain

BUNDESRAT: Mapping[BeforeBundesrat, str | Promise] = {
    BeforeBundesrat.NO: pgettext_lazy("Bundesrat", "nicht anhängig"),
    BeforeBundesrat.YES: pgettext_lazy("Bundesrat", "anhängig"),
    BeforeBundesrat.UNCHECKED: pgettext_lazy("Bundesrat", "noch nicht geprüft"),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the one who looks may do with the motion now, for which of its members."""

    edit: bool
    cosponsor: tuple[str, ...]
    leave: tuple[str, ...]
    withdraw: tuple[str, ...]
    bundesrat: bool
    place: bool


def show(
    request: HttpRequest,
    by: By,
    row: MotionRow,
    status: int = 200,
    **forms: BundesratForm | PlaceForm,
) -> HttpResponse:
    """Show the motion; `forms` are those that were refused."""
    found = conference(by.body, row.conference)
    can = choices(by, row, found)
    panel = amendments_panel(by, row)
    context: dict[str, Any] = {
        "motion": row,
        "conference": found,
        "tag": tag(row),
        "bundesrat": BUNDESRAT[row.bundesrat],
        "warned": row.bundesrat is BeforeBundesrat.YES and row.stage in OPEN,
        "is_late": row.stage is Stage.LATE,
        "late": late(by) if row.stage is Stage.LATE else (),
        "can": can,
        "amendments": panel,
        "fates": fates_panel(by, row.pk, panel["rows"] if panel else ()),
        "annexes": annexes_of(row.pk, by.viewer),
        "may_annex": may_change(by, row.stage, row.submitters) is None,
        "events": tuple(happened(history(row, by.viewer))),
        **_more(by, row, found),
        "bundesrat_form": forms.get("bundesrat_form") or BundesratForm(row.bundesrat),
    }
    if can.place:
        place = forms.get("place_form")
        context["place_form"] = place or place_form(by, row)
    return page(request, by, "motion", context, status)


def _more(by: By, row: MotionRow, found: ConferenceRow | None) -> dict[str, Any]:
    """Return what stands around the motion: versions, relatives, what is like it."""
    kept = versions(row.pk, by.viewer)
    copied = row.copied_from or any(one.cause is Cause.COPIED for one in kept)
    draft = row.stage is Stage.DRAFT
    answered = row.answers and mandate(by.body, row.answers, by.viewer, by.today)
    open_ = draft or row.stage in OPEN
    return {
        "versions": kept,
        "family": family(row, by.viewer),
        "offers": offers(by, row),
        "answered": answered,
        "joining": _joining(by, row, found),
        "similar": alike_to(by, row) if open_ else [],
        "dated": out_of_date(row, found) if draft and copied else (),
        "points": checklist(by, row, found) if draft else (),
    }


def _joining(
    by: By, row: MotionRow, found: ConferenceRow | None
) -> tuple[date, bool] | None:
    """Return until when others can join an open motion, and whether that is over."""
    due = found.deadline("cosponsors") if found else None
    if due is None or row.stage not in OPEN:
        return None
    return due.day, due.day < by.today


def checklist(by: By, row: MotionRow, found: ConferenceRow | None) -> tuple[Point, ...]:
    """Return what a draft needs before it can be submitted, and what it has."""
    due = found.deadline("motions") if found else None
    return points(
        row.title,
        text=row.text,
        rationale=row.rationale,
        bundesrat=row.bundesrat,
        deadline=due.day if due else None,
        today=by.today,
    )


def can_place(by: By, row: MotionRow) -> bool:
    """Return whether the page offers to put the motion on the agenda."""
    office = may(by.actor, Right.PLACE_ON_AGENDA, by.chair) is None
    return office and row.stage in (Stage.SUBMITTED, Stage.LATE)


def can_answer(by: By, row: MotionRow) -> bool:
    """Return whether the page asks about the Bundesrat: its Land, or the office."""
    may_answer = any(
        may(by.actor, Right.CHECK_BUNDESRAT, by.chair, code) is None
        for code in row.submitters
    )
    return may_answer and (row.stage in OPEN or row.stage is Stage.DRAFT)


def choices(by: By, row: MotionRow, found: ConferenceRow | None) -> Choices:
    """Work out which buttons there are."""
    own = sorted(by.actor.members)
    mine = tuple(code for code in own if code in row.submitters)
    due = found.deadline("cosponsors") if found else None
    standing = Standing(row.stage, row.submitters, row.cosponsors)
    day = due.day if due else None
    return Choices(
        edit=bool(mine) and row.stage is Stage.DRAFT,
        cosponsor=tuple(
            code
            for code in own
            if check_cosponsor(standing, code, by.today, day) is None
        ),
        leave=tuple(c for c in own if c in row.cosponsors and row.stage in OPEN),
        withdraw=mine if row.stage in OPEN else (),
        bundesrat=can_answer(by, row) and row.stage is not Stage.DRAFT,
        place=can_place(by, row),
    )


def tag(row: MotionRow) -> Tag:
    """Return the tag of a motion; on the agenda at least that it is there."""
    if row.merged_into is not None:
        return ("plain", _("zusammengeführt"))
    css, word = tag_of(row.stage, row.treatment)
    return (css, word) if css else ("plain", _("auf der Tagesordnung"))


def late(by: By) -> tuple[Sentence, ...]:
    """Return how a late motion still comes on the agenda."""
    book = rulebook_on(by.body, by.today)
    return tuple(late_sentences(book)) if book else ()


def place_form(
    by: By, row: MotionRow, data: Mapping[str, Any] | None = None
) -> PlaceForm:
    """Return the form for a place on the agenda, with the next free numbers."""
    numbers = free_numbers(agenda(by.body, row.conference, by.viewer), lead=row.lead)
    return PlaceForm(numbers, late=row.stage is Stage.LATE, data=data)


def free_numbers(rows: tuple[ItemRow, ...], *, lead: bool = False) -> list[str]:
    """Suggest the next number of each section; a lead motion comes first of all.

    Of the sections with a number the last is the most likely, then those with letters.
    """
    taken = [row.number for row in rows]
    sections = [row.number for row in rows if row.section]
    sections.sort(key=str.isalpha)
    numbered = [number for number in sections if not number.isalpha()]
    sections[: len(numbered)] = reversed(numbered)
    found = [suggest(section, taken) for section in (*sections, "")]
    return ["1", *found] if lead and "1" not in taken else found


def happened(events: tuple[Event, ...]) -> Iterator[dict[str, Any]]:
    """Return the history as the time line shows it."""
    for event in events:
        who = member_name(event.member) if event.member else _("Geschäftsstelle")
        act = said(WORDS.get(event.act, plain(event.act)))
        yield {"when": event.at, "text": f"{act}: {who}"}
