"""Bodies: what they are called on a day, who belongs to them, where they stand now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef
from django.db.models.functions import Coalesce

from reihum.reads.visibility import mandates, motions
from reihum.records.models import Body, Conference
from reihum.rules.facts import ConferenceState
from reihum.rules.rotation import Term
from reihum.rules.visibility import Viewer


@dataclass(frozen=True, slots=True)
class Now:
    """Where a body stands on a day: what every page of its office shows.

    `conference` is the number of the one that the office works on, if there is one;
    `conferences` are the numbers of all.
    """

    short: str
    chair: Term | None
    terms: tuple[Term, ...]
    conference: int | None
    conferences: frozenset[int | None]
    motions: int
    open_mandates: int
    demo: bool


def now_in(body: str, day: date, viewer: Viewer) -> Now | None:
    """Return where a body stands on `day`: four queries."""
    open_ones = mandates(viewer).filter(body=OuterRef("pk"), closed_on__isnull=True)
    counted = open_ones.order_by().values("body").annotate(n=Count("pk")).values("n")
    row = (
        Body.objects.filter(slug=body)
        .annotate(open_mandates=Coalesce(counted, 0))
        .prefetch_related("terms")
        .first()
    )
    if row is None:
        return None
    terms = tuple(Term(term.land, term.begins, term.ends) for term in row.terms.all())
    chair = next((term for term in terms if term.covers(day)), None)
    conferences = tuple(Conference.objects.filter(body=row, number__isnull=False))
    current = _current(conferences, chair, day)
    return Now(
        short=row.short,
        chair=chair,
        terms=terms,
        conference=current.number if current else None,
        conferences=frozenset(row.number for row in conferences),
        motions=motions(viewer).filter(conference=current).count() if current else 0,
        open_mandates=row.open_mandates,
        demo=any(conference.demo for conference in conferences),
    )


def _current(
    conferences: Sequence[Conference], chair: Term | None, day: date
) -> Conference | None:
    """Return the conference that the office works on.

    That is the next one of the present chair term, or its last when that is over, for
    the minutes are still to be written; else the next one to come, else the newest.
    """
    there = [row for row in conferences if row.state != ConferenceState.CANCELLED]
    there.sort(key=lambda row: row.begins.first)
    in_term = [row for row in there if chair and chair.covers(row.begins.first)]
    to_come = [row for row in there if (row.ends or row.begins).last >= day]
    ahead = [row for row in to_come if row in in_term]
    return next(iter([*ahead, *in_term[-1:], *to_come, *there[-1:]]), None)
