"""Who holds the chair (Vorsitz): stored terms, and proposals for the next ones.

The order of the Länder only proposes. What is proposed becomes a stored term, and from
then on the stored term alone is true: Länder swap, skip, and once served nine months.
"""

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, cycle, islice, pairwise

from reihum.rules.dates import PartialDate, check_reach, in_words, span_in_words
from reihum.rules.laender import whose
from reihum.rules.words import Refusal, Text

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """One Land's term in the chair, both days included.

    A term without an end goes on. Of a term without a known beginning only its last
    day is certain, and nothing more is claimed.
    """

    land: str
    begins: date | None
    ends: date | None

    @property
    def first(self) -> date | None:
        """The first day on which the Land certainly held the chair."""
        return self.begins or self.ends

    def covers(self, day: date) -> bool:
        if self.first is None or day < self.first:
            return False
        return self.ends is None or day <= self.ends

    def overlaps(self, other: "Term") -> bool:
        mine, theirs = self.first, other.first
        return (mine is not None and other.covers(mine)) or (
            theirs is not None and self.covers(theirs)
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two terms on which nobody holds the chair."""

    begins: date
    ends: date


def chair_on(day: date, terms: Collection[Term]) -> str | None:
    """Return the code of the Land that holds the chair on that day, if one does."""
    return next((term.land for term in terms if term.covers(day)), None)


def holds_chair(land: str, day: date, terms: Collection[Term]) -> bool:
    return chair_on(day, terms) == land


def check_new(term: Term, terms: Collection[Term]) -> Refusal | None:
    """Return why this term cannot be stored beside the others, if so."""
    if term.first is None:
        return Refusal.invalid(
            "Ein Vorsitz braucht mindestens einen ersten oder einen letzten Tag.",
            "A term needs at least a first or a last day.",
            "begins",
        )
    if refusal := _out_of_reach("begins", term.begins) or (
        _out_of_reach("ends", term.ends)
    ):
        return refusal
    if term.begins and term.ends and term.ends < term.begins:
        begins, ends = _written(term.begins), _written(term.ends)
        return Refusal.invalid(
            f"Der Vorsitz endet am {ends.de}, also bevor er am {begins.de} beginnt.",
            f"The term ends on {ends.en}, before it begins on {begins.en}.",
            "ends",
        )
    other = next((other for other in terms if term.overlaps(other)), None)
    return None if other is None else _overlap(other)


def propose(  # noqa: PLR0913  (the rule of the order has this many parts)
    terms: Collection[Term],
    order: Sequence[str],
    starts: tuple[int, int],
    years: int,
    count: int,
    *,
    skips: frozenset[str] = frozenset(),
    swaps: Sequence[tuple[str, str]] = (),
) -> tuple[Term, ...]:
    """Propose the next `count` terms, in the order, changing on `starts` (month, day).

    Skips and swaps concern the coming round; after it the order is the usual one
    again. Nothing can be proposed before a last term with an end is stored.
    """
    last = max(
        (term for term in terms if term.first), key=lambda term: term.first or date.min,
        default=None,
    )  # fmt: skip
    if last is None or last.ends is None or not order:
        return ()
    proposed: list[Term] = []
    begins = last.ends + _DAY
    for land in _next_in_turn(last.land, order, skips, swaps, count):
        successor = _change_after(begins, starts, years)
        proposed.append(Term(land, begins, successor - _DAY))
        begins = successor
    return tuple(proposed)


def gaps(terms: Collection[Term]) -> tuple[Gap, ...]:
    """Return the days without a chair between the first and the last stored term."""
    known = [term for term in terms if term.first]
    in_time = sorted(known, key=lambda term: term.first or date.min)
    return tuple(
        Gap(before.ends + _DAY, after.begins - _DAY)
        for before, after in pairwise(in_time)
        if before.ends and after.begins and before.ends + _DAY < after.begins
    )


def _next_in_turn(
    last: str,
    order: Sequence[str],
    skips: frozenset[str],
    swaps: Sequence[tuple[str, str]],
    count: int,
) -> list[str]:
    place = order.index(last) + 1 if last in order else 0
    usual = [*order[place:], *order[:place]]
    coming = [land for land in usual if land not in skips]
    for one, other in swaps:
        if one in coming and other in coming:
            here, there = coming.index(one), coming.index(other)
            coming[here], coming[there] = other, one
    return list(islice(chain(coming, cycle(usual)), count))


def _change_after(begins: date, starts: tuple[int, int], years: int) -> date:
    """Return the usual day of change that makes the term most nearly `years` long."""
    month, day = starts
    full = _in_year(begins.year + years, begins.month, begins.day)
    changes = (_in_year(full.year + shift, month, day) for shift in (-1, 0, 1))
    return min(changes, key=lambda change: abs(change - full))


def _in_year(year: int, month: int, day: int) -> date:
    """Return that day of the year; the 29th of February is the 28th in most."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _out_of_reach(field: str, day: date | None) -> Refusal | None:
    return None if day is None else check_reach(field, PartialDate.of(day))


def _written(day: date) -> Text:
    return in_words(PartialDate.of(day))


def _overlap(other: Term) -> Refusal:
    owner, span = whose(other.land), _span(other)
    return Refusal.conflict(
        f"Das überschneidet sich mit dem Vorsitz {owner.de} ({span.de}).",
        f"This overlaps with the term of {owner.en} ({span.en}).",
        "begins",
    )


def _span(term: Term) -> Text:
    """Return when the term was, as far as that is known."""
    if term.begins and term.ends:
        return span_in_words(PartialDate.of(term.begins), PartialDate.of(term.ends))
    if term.begins:
        since = _written(term.begins)
        return Text(f"seit {since.de}", f"since {since.en}")
    until = _written(term.ends or date.max)
    return Text(f"bis {until.de}", f"until {until.en}")
