"""Chair terms: stored as agreed, whatever the order of the Länder proposes."""

from datetime import date

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.reads.chairs import terms_of
from reihum.records.models import Body, ChairTerm, Member
from reihum.rules.facts import Certainty, MemberKind
from reihum.rules.rights import Right, may
from reihum.rules.rotation import Term, check_new
from reihum.rules.words import Refusal


@act
def store_term(by: By, *, land: str, begins: date | None, ends: date) -> int | Refusal:
    """Store the term of a Land in the chair; return its pk."""
    body = Body.objects.select_for_update().get(slug=by.body)
    refusal = (
        may(by.actor, Right.STORE_TERM, by.chair)
        or _no_land(body, land)
        or check_new(Term(land, begins, ends), terms_of(by.body))
    )
    if refusal:
        return refusal
    to_come = begins is not None and begins > by.today
    certainty = Certainty.PLANNED if to_come else Certainty.SOURCED
    row = ChairTerm.objects.create(
        body=body, land=land, begins=begins, ends=ends, certainty=certainty
    )
    _take_over(body, Term(land, begins, ends))
    facts = {"land": land, "begins": begins, "ends": ends}
    note(by, "term.store", f"term:{row.pk}", facts, member=land)
    return row.pk


def _take_over(body: Body, term: Term) -> None:
    """Enter the Land at conferences of its term that were planned without a chair."""
    for row in body.conferences.filter(chair=""):
        if term.covers(row.begins.first) and term.covers(row.begins.last):
            row.chair = term.land
            row.save(update_fields=["chair"])


def _no_land(body: Body, land: str) -> Refusal | None:
    """Return why this member cannot hold the chair: only a Land can."""
    there = Member.objects.filter(body=body, code=land, kind=MemberKind.LAND)
    if there.exists():
        return None
    return Refusal.invalid(
        f"„{land}“ ist kein Land dieser Konferenz und kann den Vorsitz nicht haben.",
        f"“{land}” is no Land of this conference and cannot hold the chair.",
        "land",
    )
