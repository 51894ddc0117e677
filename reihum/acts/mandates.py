"""Mandates (Aufträge): noted from a resolution, reported on, closed."""

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.reads import visibility
from reihum.records.models import Mandate, MandateStep
from reihum.rules import mandate as rules
from reihum.rules.dates import PartialDate
from reihum.rules.resolution import UNKNOWN as UNKNOWN_RESOLUTION
from reihum.rules.rights import Right, may
from reihum.rules.signs import one_line
from reihum.rules.words import Refusal, Text


@act
def note_mandate(
    by: By, *, key: str, subject: str, addressee: str, due: PartialDate | None
) -> int | Refusal:
    """Note what a resolution asks of somebody, and until when."""
    source = (
        visibility.resolutions(by.viewer).filter(body__slug=by.body, key=key).first()
    )
    if source is None:
        return UNKNOWN_RESOLUTION
    subject, addressee = one_line(subject), one_line(addressee)
    refusal = may(by.actor, Right.NOTE_MANDATE, by.chair) or rules.check_note(
        subject, addressee, due, source.adopted_on
    )
    if refusal:
        return refusal
    row = Mandate.objects.create(
        body=source.body, resolution=source, subject=subject, addressee=addressee,
        due=due, demo=source.demo,
    )  # fmt: skip
    noted = Text(f"Auftrag vermerkt: {subject}", f"Mandate noted: {subject}")
    _step(by, row, noted)
    facts = {"key": key, "what": subject, "addressee": addressee, "due": due}
    note(by, "mandate.note", f"mandate:{row.pk}", facts)
    return row.pk


@act
def report(by: By, *, mandate: int, what: str) -> int | Refusal:
    """Enter what was done about a mandate; more than one report can follow."""
    row, what = _found(by, mandate), one_line(what)
    if isinstance(row, Refusal):
        return row
    refusal = may(by.actor, Right.REPORT_ON_MANDATE, by.chair) or rules.check_report(
        what, closed=row.closed_on is not None
    )
    if refusal:
        return refusal
    row.reported_on = by.today
    row.save(update_fields=["reported_on"])
    _step(by, row, Text(what, ""))
    members = sorted(by.actor.members)
    note(by, "mandate.report", f"mandate:{row.pk}", {"what": what},
         member=members[0] if len(members) == 1 else "")  # fmt: skip
    return row.pk


@act
def close(by: By, *, mandate: int) -> int | Refusal:
    """Close a mandate: nothing more is expected of anybody."""
    row = _found(by, mandate)
    if isinstance(row, Refusal):
        return row
    refusal = may(by.actor, Right.CLOSE_MANDATE, by.chair) or rules.check_close(
        closed=row.closed_on is not None
    )
    if refusal:
        return refusal
    row.closed_on = by.today
    row.save(update_fields=["closed_on"])
    _step(by, row, Text("Auftrag abgeschlossen", "Mandate closed"))
    note(by, "mandate.close", f"mandate:{row.pk}")
    return row.pk


def _found(by: By, pk: int) -> Mandate | Refusal:
    row = (
        visibility.mandates(by.viewer)
        .select_for_update(of=("self",))
        .filter(body__slug=by.body, pk=pk)
        .first()
    )
    return row or rules.UNKNOWN


def _step(by: By, row: Mandate, what: Text) -> None:
    MandateStep.objects.create(
        mandate=row, on=PartialDate.of(by.today), what=what.de, what_en=what.en
    )
