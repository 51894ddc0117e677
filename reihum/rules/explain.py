"""Why an outcome is as it is: every rule that was applied, and what is assumed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reihum.rules.effect import after_failure, in_words
from reihum.rules.facts import Procedure
from reihum.rules.majority import Standing
from reihum.rules.outcome import Effect, Outcome, Result, shown
from reihum.rules.quorum import quorum
from reihum.rules.rulebook_choices import Abstaining, Silence, Threshold
from reihum.rules.rulebook_parts import Part
from reihum.rules.verdict import decided_by_silence, need, objected, sentence
from reihum.rules.words import Text

Kind = Literal["met", "open", "failed", "assumed"]

_FOLLOWS = {
    Effect.WITHOUT_BUND: Text("so ist er zu kennzeichnen", "it is to be marked so"),
    Effect.MAJORITY_OPINION: Text(
        "nur ein einstimmiger Beschluss bindet", "only a unanimous resolution binds"
    ),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that was applied to a ballot, and what it gave."""

    kind: Kind
    text: Text


def explain(outcome: Outcome) -> tuple[Reason, ...]:
    """Return every rule that was applied, in the order in which one would ask."""
    circular = outcome.procedure is Procedure.CIRCULAR
    return (
        *(_circular(outcome) if circular else _quorum(outcome)),
        *_threshold(outcome),
        *_abstentions(outcome),
        *_effect(outcome),
        *_fallback(outcome),
    )


def standing_in_words(standing: Standing) -> Text:
    """Say what an open ballot still lacks."""
    left = _outstanding(len(standing.open))
    if not standing.open:
        return sentence(standing.now)
    if standing.settled is Result.ADOPTED:
        return Text(
            f"Angenommen, gleich wie noch gestimmt wird; {left.de}.",
            f"Adopted whatever votes still come; {left.en}.",
        )
    if standing.missing is None:
        return Text(
            f"Die Annahme ist nicht mehr erreichbar; {left.de}.",
            f"Adoption can no longer be reached; {left.en}.",
        )
    if standing.missing == 0:
        return Text(
            f"Bisher reicht es zur Annahme; {left.de}, und das kann es noch ändern.",
            f"So far it is enough for adoption; {left.en}, which may change that.",
        )
    more = _missing(standing.missing)
    return Text(f"{more.de}; {left.de}.", f"{more.en}; {left.en}.")


def _outstanding(number: int) -> Text:
    if number == 1:
        return Text("1 Stimme steht aus", "1 vote is outstanding")
    return Text(f"{number} Stimmen stehen aus", f"{number} votes are outstanding")


def _missing(number: int) -> Text:
    if number == 1:
        return Text(
            "Zur Annahme fehlt noch 1 Ja-Stimme",
            "Adoption needs 1 more yes vote",
        )
    return Text(
        f"Zur Annahme fehlen noch {number} Ja-Stimmen",
        f"Adoption needs {number} more yes votes",
    )


def _quorum(outcome: Outcome) -> Iterator[Reason]:
    needed, there = quorum(outcome.book), outcome.taking_part
    if needed is None:
        yield Reason(
            "assumed",
            Text(
                "Zur Beschlussfähigkeit nennt keine Quelle eine Regel; sie ist hier "
                "nicht geprüft.",
                "No source gives a rule for the quorum; it is not checked here.",
            ),
        )
        return
    yield Reason(
        "met" if outcome.quorate else "failed",
        Text(
            f"Beschlussfähig ist die {outcome.book.short} ab {needed} Ländern; "
            f"{there} nehmen teil.",
            f"The {outcome.book.short} is quorate from {needed} Länder on; "
            f"{there} take part.",
        ),
    )
    yield from _because(outcome.book.quorum)


def _threshold(outcome: Outcome) -> Iterator[Reason]:
    asked = need(outcome)
    yes, no = len(outcome.yes), len(outcome.no)
    yield Reason(
        _kind(outcome),
        Text(
            f"{asked.de}; mit Ja stimmten {yes}, mit Nein {no}.",
            f"{asked.en}; {yes} voted yes, {no} voted no.",
        ),
    )
    if not decided_by_silence(outcome):
        yield from _because(outcome.rule)


def _kind(outcome: Outcome) -> Kind:
    match outcome.result:
        case Result.ADOPTED:
            return "met"
        case Result.OPEN:
            return "open"
        case _:
            return "failed"


def _abstentions(outcome: Outcome) -> Iterator[Reason]:
    """Say what the abstentions count as, where there are any."""
    if not outcome.abstain or decided_by_silence(outcome):
        return
    names, rule = shown(outcome.abstain), outcome.book.abstention
    if outcome.rule.threshold is not Threshold.UNANIMOUS:
        yield Reason("met", _no_yes(names))
        return
    if rule is not None and rule.counts is Abstaining.BLOCKS:
        yield Reason("failed", Text(
            f"Eine Enthaltung verhindert die Einstimmigkeit ({names}).",
            f"An abstention prevents unanimity ({names}).",
        ))  # fmt: skip
    else:
        known = rule is not None and rule.counts is not None
        yield Reason("met" if known else "assumed", _harmless(names, known=known))
    yield from _because(rule)


def _no_yes(names: str) -> Text:
    return Text(
        f"Eine Enthaltung ist weder Ja noch Nein ({names}).",
        f"An abstention is neither yes nor no ({names}).",
    )


def _harmless(names: str, *, known: bool) -> Text:
    text = Text(
        f"Eine Enthaltung verhindert die Einstimmigkeit nicht ({names}).",
        f"An abstention does not prevent unanimity ({names}).",
    )
    if known:
        return text
    return text + Text(
        "Das ist eine Annahme: keine Quelle nennt dazu eine Regel.",
        "This is an assumption: no source gives a rule for it.",
    )


def _effect(outcome: Outcome) -> Iterator[Reason]:
    follows = _FOLLOWS.get(outcome.effect)
    if follows is not None:
        what = in_words(outcome.effect)
        de, en = (
            f"Wirkung: {what.de}; {follows.de}.",
            f"Effect: {what.en}; {follows.en}.",
        )
        yield Reason("met", Text(de, en))
        yield from _because(outcome.book.effect)


def _fallback(outcome: Outcome) -> Iterator[Reason]:
    """Say what the rules provide after a failure."""
    if outcome.result in (Result.REJECTED, Result.OBJECTED):
        path = after_failure(outcome.book, outcome.category)
        if path is not None:
            yield Reason("open", path)


def _circular(outcome: Outcome) -> Iterator[Reason]:
    if outcome.objections:
        ended = outcome.result is Result.OBJECTED
        yield Reason("failed" if ended else "met", _objections(outcome, ended=ended))
    if outcome.by_silence or outcome.silent:
        yield _silence(outcome)
    yield from _because(outcome.book.circular)


def _objections(outcome: Outcome, *, ended: bool) -> Text:
    who = objected(outcome.objections)
    if ended:
        return Text(
            f"{who.de}: Damit ist das Umlaufverfahren beendet.",
            f"There is an {who.en}: that ends the circular procedure.",
        )
    return Text(
        f"{who.de}: Nach den bekannten Regeln beendet das ein Umlaufverfahren nicht.",
        f"There is an {who.en}: by the rules known, that does not end the procedure.",
    )


def _silence(outcome: Outcome) -> Reason:
    names = shown(outcome.by_silence or outcome.silent)
    if outcome.result is Result.OPEN:
        return Reason("open", Text(
            f"Noch nicht geantwortet haben: {names}.",
            f"Not answered yet have: {names}.",
        ))  # fmt: skip
    match outcome.book.circular and outcome.book.circular.silence:
        case Silence.CONSENT:
            return Reason("met", Text(
                f"Schweigen gilt als Zustimmung ({names}).",
                f"Silence counts as consent ({names}).",
            ))  # fmt: skip
        case Silence.ABSTENTION:
            return Reason("met", Text(
                f"Schweigen gilt als Enthaltung ({names}).",
                f"Silence counts as abstention ({names}).",
            ))  # fmt: skip
        case Silence.INSUFFICIENT:
            return Reason("met", Text(
                f"Schweigen genügt nicht, es zählt nur ein Votum ({names}).",
                f"Silence is not enough, only a vote counts ({names}).",
            ))  # fmt: skip
        case _:
            return Reason("assumed", Text(
                "Was Schweigen bedeutet, nennt keine Quelle; hier zählt es nicht "
                f"({names}).",
                f"No source says what silence means; here it does not count ({names}).",
            ))  # fmt: skip


def _because(part: Part | None) -> Iterator[Reason]:
    """Say that a rule is an assumption, and why."""
    if part is not None and part.assumed and part.note is not None:
        yield Reason(
            "assumed",
            Text(f"Annahme: {part.note.de}", f"Assumption: {part.note.en}"),
        )
