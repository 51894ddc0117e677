"""The outcome of a ballot in words: as a heading, and as one line.

Votes are no verdict on anybody: yes and no are told in the same tone.
"""

from collections.abc import Iterator
from typing import assert_never

from reihum.rules.effect import against_unanimity
from reihum.rules.facts import Procedure
from reihum.rules.outcome import Effect, Objection, Outcome, Result, shown
from reihum.rules.quorum import quorum
from reihum.rules.rulebook_choices import ObjectionTo, Threshold
from reihum.rules.words import Text, listed

_ENDS = {
    Result.ADOPTED: Text("angenommen", "adopted"),
    Result.REJECTED: Text("nicht angenommen", "not adopted"),
    Result.NOT_QUORATE: Text("nicht beschlussfähig", "not quorate"),
    Result.OBJECTED: Text("nicht zustande gekommen", "not adopted"),
    Result.OPEN: Text("noch offen", "still open"),
}
_OBJECTS = {
    ObjectionTo.PROCEDURE: Text("zum Verfahren", "to the procedure"),
    ObjectionTo.TEXT: Text("zum Text", "to the text"),
    ObjectionTo.BOTH: Text("zu Verfahren und Text", "to procedure and text"),
    ObjectionTo.NONE: Text("ohne Angabe wozu", "without saying to what"),
}


def verdict(outcome: Outcome) -> Text:
    """Return the outcome as a heading: "Angenommen mit 13 von 16 Stimmen"."""
    match outcome.result:
        case Result.ADOPTED:
            return _adopted(outcome)
        case Result.REJECTED:
            return _rejected(outcome)
        case Result.NOT_QUORATE:
            return _not_quorate(outcome)
        case Result.OBJECTED:
            who = objected(outcome.objections)
            return Text(f"Nicht zustande gekommen: {who.de}", f"Not adopted: {who.en}")
        case Result.OPEN:
            return _still_open(outcome)
        case never:
            assert_never(never)


def sentence(outcome: Outcome) -> Text:
    """Return all in a line: "11 von 16 nötig, 13 Ja, 1 Nein (BY): angenommen"."""
    parts = [need(outcome), *_tally(outcome)]
    if outcome.result is Result.OBJECTED:
        parts.append(objected(outcome.objections))
    end = _ENDS[outcome.result]
    de = ", ".join(part.de for part in parts)
    en = ", ".join(part.en for part in parts)
    return Text(f"{de}: {end.de}", f"{en}: {end.en}")


def decided_by_silence(outcome: Outcome) -> bool:
    """Return whether this was adopted because nobody objected, however many agreed."""
    rule = outcome.book.circular
    in_writing = outcome.procedure is Procedure.CIRCULAR
    return in_writing and rule is not None and rule.no_objection_is_enough


def need(outcome: Outcome) -> Text:
    """Return what the rule asks for: "11 von 16 nötig"."""
    if decided_by_silence(outcome):
        return Text("Ohne Widerspruch angenommen", "Adopted unless somebody objects")
    match outcome.rule.threshold:
        case Threshold.UNANIMOUS:
            return Text("Einstimmigkeit nötig", "Unanimity needed")
        case Threshold.SIMPLE:
            return Text("Mehr Ja als Nein nötig", "More yes than no needed")
        case Threshold.COUNT | Threshold.TWO_THIRDS:
            number = f"{outcome.needed} von {outcome.of}", outcome.needed, outcome.of
            return Text(f"{number[0]} nötig", f"{number[1]} of {number[2]} needed")
        case Threshold.WEIGHTED:
            return _need_weight(outcome)
        case never:
            assert_never(never)


def objected(objections: tuple[Objection, ...]) -> Text:
    """Return who objects to what."""
    who = listed(
        f"{shown((one.member,))} {_OBJECTS[one.to].de}" for one in objections
    ).de
    who_en = listed(
        f"{shown((one.member,))} {_OBJECTS[one.to].en}" for one in objections
    ).en
    return Text(f"Widerspruch von {who}", f"objection of {who_en}")


def _need_weight(outcome: Outcome) -> Text:
    share, must = outcome.rule.share, shown(outcome.rule.must_agree)
    part = f"{share.parts}/{share.of}" if share else ""
    de = f"{outcome.needed} von {outcome.of} mit mindestens {part} der Gewichte nötig"
    en = f"{outcome.needed} of {outcome.of} with at least {part} of the weights needed"
    if not must:
        return Text(de, en)
    return Text(f"{de} (darunter {must})", f"{en} (among them {must})")


def _tally(outcome: Outcome) -> Iterator[Text]:
    """Say how many did what; the fewer ones are named."""
    yes, no, abstain = len(outcome.yes), len(outcome.no), len(outcome.abstain)
    yield Text(f"{yes} Ja", f"{yes} yes")
    if outcome.by_silence:
        quiet = len(outcome.by_silence)
        yield Text(f"davon {quiet} durch Schweigen", f"{quiet} of them by silence")
    if no:
        names = shown(outcome.no)
        yield Text(f"{no} Nein ({names})", f"{no} no ({names})")
    if abstain:
        names, word = shown(outcome.abstain), _plural(abstain, "Enthaltung")
        yield Text(f"{abstain} {word} ({names})", f"{abstain} abstained ({names})")
    if outcome.silent:
        names, quiet = shown(outcome.silent), len(outcome.silent)
        yield Text(f"{quiet} ohne Votum ({names})", f"{quiet} did not vote ({names})")
    if outcome.absent:
        names, away = shown(outcome.absent), len(outcome.absent)
        yield Text(f"{away} abwesend ({names})", f"{away} absent ({names})")


def _adopted(outcome: Outcome) -> Text:
    if outcome.effect is Effect.WITHOUT_BUND:
        return Text(
            "Angenommen von allen Ländern ohne den Bund",
            "Adopted by all Länder without the Bund",
        )
    if decided_by_silence(outcome) and outcome.by_silence:
        return Text("Angenommen ohne Widerspruch", "Adopted without objection")
    if _all_agree(outcome):
        return _unanimously(len(outcome.abstain))
    if outcome.rule.threshold is Threshold.SIMPLE:
        yes, no = len(outcome.yes), len(outcome.no)
        text = Text(f"Angenommen mit {yes} zu {no}", f"Adopted by {yes} to {no}")
    else:
        given, of = outcome.counted, outcome.of
        text = Text(
            f"Angenommen mit {given} von {of} Stimmen",
            f"Adopted with {given} of {of} votes",
        )
    if outcome.effect is Effect.MAJORITY_OPINION:
        return Text(f"{text.de}, als Mehrheitsmeinung", f"{text.en}, as an opinion")
    return text


def _all_agree(outcome: Outcome) -> bool:
    everybody = len(outcome.yes) == len(outcome.book.voters)
    return everybody or outcome.rule.threshold is Threshold.UNANIMOUS


def _unanimously(abstentions: int) -> Text:
    if not abstentions:
        return Text("Einstimmig angenommen", "Adopted unanimously")
    word = _plural(abstentions, "Enthaltung")
    one = "abstention" if abstentions == 1 else "abstentions"
    return Text(
        f"Einstimmig angenommen bei {abstentions} {word}",
        f"Adopted unanimously with {abstentions} {one}",
    )


def _rejected(outcome: Outcome) -> Text:
    rule, needed = outcome.rule, outcome.needed
    match rule.threshold:
        case Threshold.UNANIMOUS:
            return _not_unanimous(outcome)
        case Threshold.SIMPLE:
            yes, no = len(outcome.yes), len(outcome.no)
            return Text(
                f"Abgelehnt: {yes} Ja, {no} Nein", f"Rejected: {yes} yes, {no} no"
            )
        case _:
            pass
    if needed is not None and outcome.counted >= needed:
        return _too_light(outcome)
    return Text(
        f"Abgelehnt: {outcome.counted} von {needed} nötigen Stimmen",
        f"Rejected: {outcome.counted} of the {needed} votes needed",
    )


def _not_unanimous(outcome: Outcome) -> Text:
    against = against_unanimity(outcome, outcome.book)
    if outcome.procedure is Procedure.CIRCULAR:
        against += outcome.silent
    if not against:
        return Text("Abgelehnt: keine Ja-Stimme", "Rejected: no yes vote")
    names = shown(against)
    return Text(
        f"Abgelehnt: nicht einstimmig ({names})", f"Rejected: not unanimous ({names})"
    )


def _too_light(outcome: Outcome) -> Text:
    """Say why enough yes votes are still not enough."""
    missing = tuple(c for c in outcome.rule.must_agree if c not in outcome.yes)
    if missing:
        names = shown(missing)
        return Text(
            f"Abgelehnt: nötige Zustimmung fehlt ({names})",
            f"Rejected: a consent that is needed is missing ({names})",
        )
    return Text(
        "Abgelehnt: die Ja-Stimmen haben zu wenig Gewicht",
        "Rejected: the yes votes carry too little weight",
    )


def _not_quorate(outcome: Outcome) -> Text:
    there, needed = outcome.taking_part, quorum(outcome.book)
    return Text(
        f"Nicht beschlussfähig: {there} von {needed} nötigen Ländern",
        f"Not quorate: {there} of the {needed} Länder needed",
    )


def _still_open(outcome: Outcome) -> Text:
    total = len(outcome.book.voters)
    answered = total - len(outcome.silent)
    return Text(
        f"Läuft noch: {answered} von {total} haben geantwortet",
        f"Still open: {answered} of {total} have answered",
    )


def _plural(number: int, word: str) -> str:
    return word if number == 1 else f"{word}en"
