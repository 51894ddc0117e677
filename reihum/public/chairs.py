"""The chair: who had it, has it, and follows by rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from reihum.look.parts.ring import State, round_states
from reihum.public.frame import Here, of_body, page
from reihum.public.words import from_until, land, since, sure
from reihum.reads.about import BodyRow
from reihum.reads.chairs import ChairRow, chair_rows
from reihum.reads.clock import today
from reihum.reads.conferences import ConferenceRow, main_conferences
from reihum.reads.rulebooks import rulebook_on, versions_of
from reihum.rules.facts import Certainty
from reihum.rules.laender import CODES
from reihum.rules.rotation import Term, propose
from reihum.rules.sentences.chair import chair as chair_sentences
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class Line:
    """One term as the page shows it; `proposed` by the rule, or stored."""

    land: Text
    code: str
    when: Text
    sure: Text
    certainty: Certainty
    proposed: bool
    conferences: tuple[ConferenceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Chairs:
    """All terms around a day. `past` is newest first; `order` is that of the rule."""

    now: Line | None
    since: Text | None
    past: tuple[Line, ...]
    coming: tuple[Line, ...]
    order: tuple[str, ...]
    states: dict[str, State]

    @property
    def following(self) -> Line | None:
        return self.coming[0] if self.coming else None


def chairs_of(body: str, day: date, held: Sequence[ConferenceRow] = ()) -> Chairs:
    """Return the stored terms, and those that the rule proposes after them."""
    rows = chair_rows(body)
    now = next((row for row in rows if row.term.covers(day)), None)
    past = [row for row in rows if row.term.ends and row.term.ends < day]
    later = [row for row in rows if row.term.begins and row.term.begins > day]
    order, proposed = _proposed(body, day, rows)
    return Chairs(
        now=None if now is None else _line(now, held),
        since=None if now is None else since(now.term.begins),
        past=tuple(_line(row, held) for row in reversed(past)),
        coming=(*(_line(row, held) for row in later), *map(_proposal, proposed)),
        order=order,
        states=round_states("" if now is None else now.term.land, order),
    )


def _proposed(
    body: str, day: date, rows: Sequence[ChairRow]
) -> tuple[tuple[str, ...], tuple[Term, ...]]:
    """Return the order of the rule, and what it proposes for the rest of a round."""
    book = rulebook_on(body, day)
    rule = None if book is None else book.chair
    order = () if rule is None or book is None else rule.in_turn(book.members)
    if rule is None or not order or rule.starts is None or rule.years is None:
        return CODES, ()
    terms = [row.term for row in rows]
    after = sum(1 for t in terms if t.begins and t.begins > day)
    count = max(len(order) - 1 - after, 0)
    return order, propose(terms, order, rule.starts, rule.years, count)


def _line(row: ChairRow, held: Sequence[ConferenceRow]) -> Line:
    term = row.term
    return Line(
        land(term.land),
        term.land,
        from_until(term.begins, term.ends),
        sure(row.certainty),
        row.certainty,
        proposed=False,
        conferences=tuple(one for one in held if _within(one, term)),
    )


def _within(held: ConferenceRow, term: Term) -> bool:
    """Return whether a conference belongs to a term, as exact as its date is known."""
    begun = term.begins is None or term.begins <= held.begins.last
    ended = term.ends is not None and term.ends < held.begins.first
    return held.chair == term.land and begun and not ended


def _proposal(term: Term) -> Line:
    return Line(
        land(term.land),
        term.land,
        from_until(term.begins, term.ends),
        Text("nach der Regel", "by rule"),
        Certainty.PLANNED,
        proposed=True,
    )


@of_body
def chairs(request: HttpRequest, body: BodyRow) -> HttpResponse:
    found = chairs_of(body.slug, today(), main_conferences(body.slug))
    words = {"chairs": found, "rules": _rules(body.slug)}
    return page(request, body, "chairs", Here("chairs", _("Vorsitz")), words)


def _rules(body: str) -> list[tuple[date, Text]]:
    """Return how the chair passed on, under each version of the rules: newest first.

    A version is left out where it says the same as the one before.
    """
    found: list[tuple[date, Text]] = []
    for version in reversed(versions_of(body)):
        sentence = next(iter(chair_sentences(version.book))).text
        if not found or found[-1][1] != sentence:
            found.append((version.book.valid_from, sentence))
    return found[::-1]


urls = [path("<slug:body>/vorsitz/", chairs, name="chairs")]
