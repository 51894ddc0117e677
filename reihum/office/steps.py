"""The next steps of a conference, worked out from how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reihum.look.answers import said
from reihum.office.links import address
from reihum.reads.conferences import ConferenceRow
from reihum.reads.desk import Desk
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.facts import BeforeBundesrat, ConferenceKind, Procedure
from reihum.rules.stages import Stage

GONE = (Stage.DRAFT, Stage.WITHDRAWN, Stage.NOT_ADMITTED, Stage.DROPPED)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is, how far it is, where it is done."""

    label: str
    note: str
    done: bool
    url: str
    next: bool = False


def steps(row: ConferenceRow, desk: Desk) -> tuple[Step, ...]:
    """Return all steps in their order; the first that is not done is the next one."""
    found = [step(row, desk) for step in _STEPS]
    first = next((step for step in found if not step.done), None)
    return tuple(
        Step(step.label, step.note, step.done, step.url, next=step is first)
        for step in found
    )


def _call(row: ConferenceRow, _desk: Desk) -> Step:
    number = row.number or 0
    if row.called_at is None:
        url = address("office:call", row.body, number)
        return Step(_("Antragsaufruf versenden"), "", done=False, url=url)
    sent = said(in_words(PartialDate.of(localdate(row.called_at))))
    due = row.deadline("motions")
    until = said(in_words(PartialDate.of(due.day))) if due else ""
    note = _("%(sent)s, Anträge bis %(until)s") % {"sent": sent, "until": until}
    url = address("office:conference", row.body, number)
    return Step(_("Antragsaufruf versandt"), note if due else sent, done=True, url=url)


def _preparatory(row: ConferenceRow, _desk: Desk) -> Step:
    url = address("office:conference", row.body, row.number or 0)
    other = next(
        (one for one in row.others if one.kind is ConferenceKind.PREPARATORY), None
    )
    if other is None:
        return Step(_("Vorkonferenz ansetzen"), "", done=False, url=url)
    when = said(other.when)
    return Step(_("Vorkonferenz angesetzt"), when, done=True, url=url)


def _bundesrat(row: ConferenceRow, desk: Desk) -> Step:
    motions = [one for one in desk.motions if one.stage not in GONE]
    open_ = [one for one in motions if one.bundesrat is BeforeBundesrat.UNCHECKED]
    label = _("Anträge auf „beim Bundesrat anhängig“ prüfen")
    url = address("office:motions", row.body, row.number or 0)
    if not motions:
        return Step(label, _("noch keine Anträge"), done=False, url=url)
    note = _("%(open)s von %(all)s ungeprüft") % {
        "open": len(open_),
        "all": len(motions),
    }
    return Step(label, note if open_ else _("alle geprüft"), done=not open_, url=url)


def _placing(row: ConferenceRow, desk: Desk) -> Step:
    waiting = [
        one for one in desk.motions if one.stage in (Stage.SUBMITTED, Stage.LATE)
    ]
    label = _("Anträge auf die Tagesordnung setzen")
    url = address("office:agenda", row.body, row.number or 0)
    placed = bool(desk.items) and not waiting
    if placed or not waiting:
        note = _("alle haben einen Platz") if placed else _("noch keine Anträge")
        return Step(label, note, done=placed, url=url)
    note = ngettext(
        "%(count)s Antrag ohne Platz", "%(count)s Anträge ohne Platz", len(waiting)
    ) % {"count": len(waiting)}
    return Step(label, note, done=False, url=url)


def _publishing(row: ConferenceRow, _desk: Desk) -> Step:
    url = address("office:agenda", row.body, row.number or 0)
    if row.agenda_published:
        return Step(_("Tagesordnung veröffentlicht"), "", done=True, url=url)
    return Step(_("Tagesordnung veröffentlichen"), "", done=False, url=url)


def _voting(row: ConferenceRow, desk: Desk) -> Step:
    open_ = [one for one in desk.items if one.stage in (Stage.ON_AGENDA, Stage.IN_VOTE)]
    url = address("office:ballots", row.body, row.number or 0)
    label = _("Punkte beraten und abstimmen")
    if not desk.items:
        return Step(label, said(row.when), done=False, url=url)
    note = ngettext(
        "%(count)s Punkt ohne Ergebnis", "%(count)s Punkte ohne Ergebnis", len(open_)
    ) % {"count": len(open_)}
    done = _("alle haben ein Ergebnis")
    return Step(label, note if open_ else done, done=not open_, url=url)


def _minutes(row: ConferenceRow, desk: Desk) -> Step:
    url = address("office:minutes", row.body, row.number or 0)
    label = _("Niederschrift feststellen")
    if "final" in desk.minutes:
        return Step(label, _("endgültig"), done=True, url=url)
    provisional = "provisional" in desk.minutes
    note = _("vorläufig liegt sie vor") if provisional else _("schreibt sich noch mit")
    return Step(label, note, done=False, url=url)


def _release(row: ConferenceRow, desk: Desk) -> Step:
    own = [
        one
        for one in desk.resolutions
        if one.conference == row.number and one.procedure is Procedure.SESSION
    ]
    public = sum(one.published for one in own)
    label, url = (
        _("Beschlüsse veröffentlichen"),
        address("office:resolutions", row.body),
    )
    if not own:
        return Step(label, _("noch keine Beschlüsse"), done=False, url=url)
    note = _("%(done)s von %(all)s öffentlich") % {"done": public, "all": len(own)}
    return Step(label, note, done=public == len(own), url=url)


_STEPS: tuple[Callable[[ConferenceRow, Desk], Step], ...] = (
    _call,
    _preparatory,
    _bundesrat,
    _placing,
    _publishing,
    _voting,
    _minutes,
    _release,
)
