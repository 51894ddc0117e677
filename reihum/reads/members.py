"""Who sits at the table of a body, and who held which office for whom."""

from dataclasses import dataclass

from reihum.records.models import Member, OfficeHeld
from reihum.rules.dates import PartialDate
from reihum.rules.facts import MemberKind
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office that somebody held, as exact as the sources are.

    `attested` is a day on which a source sees the person in office.
    """

    person: str
    title: str
    begins: PartialDate | None
    ends: PartialDate | None
    attested: PartialDate | None
    source: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member or guest, with the offices held that are known."""

    code: str
    kind: MemberKind
    name: Text
    votes: bool
    offices: tuple[OfficeRow, ...] = ()


def members(body: str) -> tuple[MemberRow, ...]:
    """Return members and guests in the order of the roll call: two queries."""
    offices: dict[str, list[OfficeRow]] = {}
    held = OfficeHeld.objects.filter(body__slug=body).select_related("person")
    for row in held:
        offices.setdefault(row.member, []).append(_office(row))
    rows = Member.objects.filter(body__slug=body).order_by("position")
    return tuple(
        MemberRow(
            row.code,
            MemberKind(row.kind),
            Text(row.name, row.name_en or row.name),
            row.votes,
            tuple(offices.get(row.code, ())),
        )
        for row in rows
    )


def voters(body: str) -> tuple[str, ...]:
    """Return the codes of all who have a vote, in the order of the roll call."""
    rows = Member.objects.filter(body__slug=body, votes=True).order_by("position")
    return tuple(rows.values_list("code", flat=True))


def _office(row: OfficeHeld) -> OfficeRow:
    return OfficeRow(
        row.person.name, row.title, row.begins, row.ends, row.attested, row.source
    )
