"""Who holds the chair, held it, will hold it."""

from dataclasses import dataclass
from datetime import date

from reihum.reads.rulebooks import rulebook_on
from reihum.records.models import ChairTerm
from reihum.rules.facts import Certainty
from reihum.rules.rotation import Term, chair_on, propose


@dataclass(frozen=True, slots=True)
class ChairRow:
    """A stored chair term, and how sure it is."""

    term: Term
    certainty: Certainty


def chair_rows(body: str) -> tuple[ChairRow, ...]:
    """Return the stored chair terms of a body with their certainty, oldest first."""
    rows = ChairTerm.objects.filter(body__slug=body).order_by("ends")
    return tuple(
        ChairRow(Term(row.land, row.begins, row.ends), Certainty(row.certainty))
        for row in rows
    )


def terms_of(body: str) -> tuple[Term, ...]:
    """Return the stored chair terms of a body, oldest first."""
    rows = ChairTerm.objects.filter(body__slug=body).order_by("ends")
    return tuple(Term(row.land, row.begins, row.ends) for row in rows)


def chair_of(body: str, day: date) -> str | None:
    """Return the code of the Land that holds the chair of `body` on `day`."""
    return chair_on(day, terms_of(body))


def term_on(body: str, day: date) -> Term | None:
    """Return the chair term that contains `day`."""
    return next(
        (
            term
            for term in terms_of(body)
            if (term.begins is None or term.begins <= day)
            and (term.ends is None or day <= term.ends)
        ),
        None,
    )


def proposed_terms(body: str, day: date, count: int) -> tuple[Term, ...]:
    """Return the next terms as the order of the rules proposes them, not yet stored."""
    book = rulebook_on(body, day)
    rule = book.chair if book else None
    if book is None or rule is None or rule.starts is None or rule.years is None:
        return ()
    order = rule.in_turn(book.members)
    return propose(terms_of(body), order, rule.starts, rule.years, count)
