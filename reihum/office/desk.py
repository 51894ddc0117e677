"""The desk: what is due, what came in, what comes next; each Land has its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.parts.names import member_label
from reihum.office.desk_line import Line
from reihum.office.door import in_office, page
from reihum.office.fates import fates_lines
from reihum.office.links import address, synopsis_of
from reihum.office.steps import steps
from reihum.office.year import DueRow, dates_due, year_of
from reihum.reads.arrivals import Arrival
from reihum.reads.bodies import Now, now_in
from reihum.reads.conferences import ConferenceRow, main_conferences
from reihum.reads.desk import BallotRow, Desk, MotionRow
from reihum.reads.desk import desk as desk_of
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.facts import BeforeBundesrat
from reihum.rules.followup import MandateState
from reihum.rules.rights import Role, roles
from reihum.rules.stages import Stage, name_of
from reihum.rules.text.synopsis import in_roll_call

SOON = timedelta(days=7)
SHOWN = 8


@in_office
def desk(request: HttpRequest, by: By) -> HttpResponse:
    """Show the office its desk, and a Land or a guest theirs."""
    now = now_in(by.body, by.today, by.viewer)
    assert now is not None  # noqa: S101  (nobody has a seat in a body that is not there)
    rows = main_conferences(by.body)
    current = next((row for row in rows if row.number == now.conference), None)
    lying = desk_of(by.body, now.conference, by.today, by.viewer)
    context = {
        "today": by.today,
        "year": year_of(now.chair, now.terms, rows),
        "days_in_office": _days_in_office(by, now.chair.ends if now.chair else None),
        "conference": current,
    }
    if Role.OFFICE in roles(by.actor, by.chair):
        return page(request, by, "desk", context | _office(by, now, rows, lying))
    return page(request, by, "desk_land", context | _land(by, rows, current, lying))


def _days_in_office(by: By, ends: date | None) -> str:
    if Role.OFFICE not in roles(by.actor, by.chair) or ends is None:
        return ""
    left = (ends - by.today).days
    if left == 0:
        return _("heute ist der letzte Tag im Amt")
    return ngettext("noch %(days)s Tag im Amt", "noch %(days)s Tage im Amt", left) % {
        "days": left
    }


def _office(
    by: By, now: Now, rows: tuple[ConferenceRow, ...], lying: Desk
) -> dict[str, object]:
    current = next((row for row in rows if row.number == now.conference), None)
    todo = steps(current, lying) if current else ()
    return {
        "due": _sorted((*dates_due(rows, by.today), *_work_due(by, lying)), by.today),
        "arrivals": [(one, _arrival(by, one)) for one in lying.arrivals],
        "steps": todo,
        "steps_done": sum(step.done for step in todo),
        "waiting": [
            *_unsettled(by, lying),
            *_amended(by, lying),
            *_to_publish(by, lying),
            *_succession(by, now),
        ],
    }


def _land(
    by: By,
    rows: tuple[ConferenceRow, ...],
    current: ConferenceRow | None,
    lying: Desk,
) -> dict[str, object]:
    own = [one for one in lying.motions if by.actor.members & {*one.submitters}]
    call = current.deadline("motions") if current and current.called_at else None
    return {
        "due": _sorted(dates_due(rows, by.today), by.today),
        "call": call if call and call.day >= by.today else None,
        "may_submit": bool(by.actor.members),
        "new_motion": _conference_page(by, current, "office:motion_new"),
        "motions": _conference_page(by, current, "office:motions"),
        "own": [_own(by, one) for one in own],
        "ballots": [
            _ballot(by, one)
            for one in lying.ballots
            if by.actor.members & {*one.missing}
        ],
        "releases": [*_releases(by, lying)],
        "amendments": [*_own_amendments(by, lying)],
        "fates": fates_lines(by, current.number if current else None),
    }


def _own(by: By, one: MotionRow) -> Line:
    """Return a motion of one's own: how far it is, and who stands with it."""
    note = said(name_of(one.stage))
    if one.cosponsors:
        codes = ", ".join(member_label(code) for code in one.cosponsors)
        note = f"{note} · {_('Mitanträge:')} {codes}"
    tag = "late" if one.stage is Stage.LATE else ""
    return Line(one.title, note, address("office:motion", by.body, one.pk), tag=tag)


def _conference_page(by: By, row: ConferenceRow | None, name: str) -> str:
    return address(name, by.body, row.number) if row and row.number else ""


def _sorted(rows: Iterable[DueRow], today: date) -> list[DueRow]:
    """Return the nearest lines; what is due within a week is marked."""
    near = sorted(rows, key=lambda row: (row.day, row.label))[:SHOWN]
    return [replace(row, soon=row.day <= today + SOON) for row in near]


def _work_due(by: By, lying: Desk) -> Iterator[DueRow]:
    for mandate in lying.mandates:
        if mandate.pressing and mandate.due:
            url = address("office:mandates", by.body)
            words = said(mandate.standing.text)
            note = f"{mandate.addressee} · {words}" if mandate.addressee else words
            label = _("Auftrag: %(subject)s") % {"subject": mandate.subject}
            yield DueRow(mandate.due.last, label, note, url)
    for ballot in lying.ballots:
        line = _ballot(by, ballot)
        yield DueRow(by.today, line.label, line.note, line.url)
    for one in lying.resolutions:
        if one.until and not one.published and one.until >= by.today:
            label = _("Freigabe %(key)s: Ende der Frist") % {"key": one.key}
            url = address("office:resolution", by.body, one.key)
            yield DueRow(one.until, label, one.title, url)


def _ballot(by: By, ballot: BallotRow) -> Line:
    label = _("Abstimmung TOP %(number)s: %(title)s") % {
        "number": ballot.number,
        "title": ballot.title,
    }
    note = _("%(count)s Stimmen abgegeben") % {"count": ballot.voted}
    if ballot.missing:
        codes = ", ".join(member_label(code) for code in ballot.missing)
        note = f"{note} · {_('es fehlen')} {codes}"
    return Line(label, note, address("office:ballot", by.body, ballot.pk))


def _arrival(by: By, one: Arrival) -> Line:
    words = {
        "motion": _("Neuer Antrag"),
        "cosponsor": _("Mitantrag"),
        "amendment": _("Änderungsantrag"),
        "statement": _("Erklärung zu Protokoll"),
        "objection": _("Widerspruch gegen die Freigabe"),
    }
    url = ""
    if one.resolution:
        url = address("office:resolution", by.body, one.resolution)
    elif one.motion is not None:
        url = address("office:motion", by.body, one.motion)
    return Line(one.title, words[one.kind], url, one.members)


def _unsettled(by: By, lying: Desk) -> Iterator[Line]:
    """Yield the motions about which the office has to decide something."""
    for one in lying.motions:
        url = address("office:motion", by.body, one.pk)
        if one.stage is Stage.LATE:
            note = _("verfristet angemeldet; über die Zulassung ist zu entscheiden")
            yield Line(one.title, note, url, one.submitters, "late")
        elif one.stage is Stage.SUBMITTED and one.bundesrat is BeforeBundesrat.YES:
            note = _("nach Angabe des Landes beim Bundesrat anhängig")
            yield Line(one.title, note, url, one.submitters)


def _amended(by: By, lying: Desk) -> Iterator[Line]:
    """Yield the motions that Länder want changed, with who does."""
    submitted = [one for one in lying.amendments if not one.drafted]
    for pk, rows in groupby(submitted, key=lambda one: one.motion):
        found = list(rows)
        note = ngettext(
            "%(count)s Änderungsantrag", "%(count)s Änderungsanträge", len(found)
        ) % {"count": len(found)}
        members = in_roll_call(one.member for one in found)
        yield Line(found[0].title, note, synopsis_of(by.body, pk), members)


def _own_amendments(by: By, lying: Desk) -> Iterator[Line]:
    """Yield what a Land has begun to write, and what it has to write anew."""
    for one in lying.amendments:
        if one.member not in by.actor.members or not (one.drafted or one.stale):
            continue
        notes = [_("noch nicht eingereicht")] if one.drafted else []
        if one.stale:
            words = ngettext(
                "%(count)s Wunsch neu zu fassen", "%(count)s Wünsche neu zu fassen",
                one.stale,
            )  # fmt: skip
            notes.append(words % {"count": one.stale})
        url = address("office:amendment", by.body, one.motion, one.pk)
        tag = "draft" if one.drafted else ""
        yield Line(one.title, " · ".join(notes), url, tag=tag)


def _to_publish(by: By, lying: Desk) -> Iterator[Line]:
    """Yield what has waited long enough, and what was reported on."""
    for one in lying.resolutions:
        if one.until and not one.published and one.until < by.today:
            codes = ", ".join(one.objections)
            note = _("Frist zum Widerspruch ist vorbei; kein Widerspruch")
            if codes:
                note = _("Frist ist vorbei; Widerspruch: %(codes)s") % {"codes": codes}
            label = _("%(key)s veröffentlichen") % {"key": one.key}
            yield Line(label, note, address("office:resolution", by.body, one.key))
    for mandate in lying.mandates:
        if mandate.standing.state is MandateState.REPORTED:
            url = address("office:mandates", by.body)
            yield Line(mandate.subject, said(mandate.standing.text), url)


def _succession(by: By, now: Now) -> Iterator[Line]:
    """Say that nobody holds the chair after this term, as long as nobody is entered."""
    ends = now.chair.ends if now.chair else None
    if ends is None or any(term.first and term.first > ends for term in now.terms):
        return
    first = said(in_words(PartialDate.of(ends + timedelta(days=1))))
    note = _("sonst kann ab dem %(day)s niemand als Geschäftsstelle handeln")
    url = address("office:terms", by.body)
    yield Line(_("Nächsten Vorsitz eintragen"), note % {"day": first}, url)


def _releases(by: By, lying: Desk) -> Iterator[Line]:
    """Yield the resolutions whose publication a member may still object to."""
    for one in lying.resolutions:
        if one.asked and not one.published and one.until and one.until >= by.today:
            until = said(in_words(PartialDate.of(one.until)))
            note = _("Widerspruch möglich bis %(until)s") % {"until": until}
            url = address("office:resolution", by.body, one.key)
            yield Line(f"{one.key} {one.title}", note, url)


urls = [path("<slug:body>/", desk, name="desk")]
