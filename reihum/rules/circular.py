"""Decide by circular vote (Umlaufverfahren): silence, objection, and the count."""

from collections.abc import Collection
from dataclasses import replace

from reihum.rules.effect import laender_without_bund
from reihum.rules.facts import Procedure, Vote
from reihum.rules.majority import Poll, count, judged, reaches
from reihum.rules.outcome import Objection, Outcome, Result, Tally
from reihum.rules.quorum import taking_part
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import ObjectionTo, Silence, Threshold
from reihum.rules.rulebook_parts import Circular


def decide_circular(
    poll: Poll, objections: Collection[Objection], book: Rulebook, *, closed: bool
) -> Outcome:
    """Judge a circular vote, or say that it still runs.

    `closed` says that the time is over; it is also over when all have answered. An
    objection ends the procedure at once. There is no session, hence no quorum.
    """
    rule = _rule(book)
    written = replace(poll, present=None)
    tally = count(written, book.voters)
    ending = _ending(objections, tally, rule)
    if ending:
        return _judged(tally, Result.OBJECTED, written, book, objections=ending)
    if tally.silent and not closed:
        return _judged(tally, Result.OPEN, written, book, objections=tuple(objections))
    heard = count(_with_silence(written, tally.silent, rule), book.voters)
    result = Result.ADOPTED if _enough(heard, written, book) else Result.REJECTED
    silent = tuple(code for code in tally.silent if code not in heard.silent)
    return _judged(
        heard, result, written, book, objections=tuple(objections), by_silence=silent
    )


def _rule(book: Rulebook) -> Circular:
    """Return the section, or one in which nothing is known."""
    return book.circular or Circular(source="")


def _ending(
    objections: Collection[Objection], tally: Tally, rule: Circular
) -> tuple[Objection, ...]:
    """Return the objections that end the procedure.

    Where a text is adopted unless somebody objects, a No is that objection.
    """
    text = ObjectionTo.TEXT
    said = tuple(one for one in objections if rule.is_ended_by(one.to))
    speakers = {one.member for one in said}
    if not rule.is_ended_by(text):
        return said
    return said + tuple(Objection(c, text) for c in tally.no if c not in speakers)


def _with_silence(poll: Poll, silent: tuple[str, ...], rule: Circular) -> Poll:
    """Let silence count as what the rules say; unknown rules make nothing of it."""
    match rule.silence:
        case Silence.CONSENT:
            counted = dict.fromkeys(silent, Vote.YES)
        case Silence.ABSTENTION:
            counted = dict.fromkeys(silent, Vote.ABSTAIN)
        case _:
            counted = {}
    return replace(poll, votes={**poll.votes, **counted})


def _enough(tally: Tally, poll: Poll, book: Rulebook) -> bool:
    """Return whether it is adopted; nothing is unanimous that somebody left open."""
    if _rule(book).no_objection_is_enough:
        return True
    rule = book.majority_for(poll.category)
    if rule.threshold is Threshold.UNANIMOUS and tally.silent:
        return laender_without_bund(tally, book)
    return reaches(tally, rule, book)


def _judged(  # noqa: PLR0913  (an outcome has this many parts)
    tally: Tally,
    result: Result,
    poll: Poll,
    book: Rulebook,
    *,
    objections: tuple[Objection, ...],
    by_silence: tuple[str, ...] = (),
) -> Outcome:
    there = taking_part(poll.votes, None, book)
    return replace(
        judged(tally, result, poll.category, book, there),
        procedure=Procedure.CIRCULAR,
        objections=objections,
        by_silence=by_silence,
    )
