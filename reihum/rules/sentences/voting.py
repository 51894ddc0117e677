"""How the conference decides: quorum, majorities, abstention, what binds."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from reihum.rules.facts import Category
from reihum.rules.laender import BUND
from reihum.rules.majority import votes_needed
from reihum.rules.outcome import shown
from reihum.rules.quorum import quorum
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import (
    Abstaining,
    Binding,
    Electorate,
    Share,
    Threshold,
)
from reihum.rules.rulebook_parts import Abstention, Effects, Majority
from reihum.rules.sentences.said import Sentence, note, say, unknown
from reihum.rules.words import Text

_COVERS: Mapping[Category, Text] = {
    Category.FUNDAMENTAL: Text(
        "Angelegenheiten von grundsätzlicher Bedeutung",
        "matters of fundamental importance",
    ),
    Category.BUDGET: Text(
        "Beschlüsse mit Auswirkungen auf Haushalte", "resolutions that affect budgets"
    ),
    Category.PROCEDURE: Text("Verfahrensfragen", "questions of procedure"),
}


def voting(book: Rulebook) -> Iterator[Sentence]:
    yield from _quorum(book)
    for category in (Category.FUNDAMENTAL, Category.BUDGET, Category.PROCEDURE):
        if category in book.majority:
            yield from _majority(book, category)
    yield from _majority(book, Category.ORDINARY)
    yield from _effect(book.effect)
    yield from _abstention(book.abstention)
    for category in book.fallback or {}:
        yield from _fallback(book, category)


def covers(book: Rulebook, category: Category) -> Text:
    """Return what falls under a category, in the plural and fit for a sentence."""
    own = book.majority_for(category).covers
    if own is not None and category in book.majority:
        return own
    if category in _COVERS:
        return _COVERS[category]
    if len(book.majority) > 1:
        return Text("alle übrigen Beschlüsse", "all other resolutions")
    return Text("Beschlüsse", "resolutions")


def share_in_words(share: Share) -> Text:
    """Return a share in words where it has some."""
    match share:
        case (1, 2):
            return Text("die Hälfte", "half")
        case (2, 3):
            return Text("zwei Drittel", "two thirds")
        case _:
            return Text(f"{share.parts}/{share.of}", f"{share.parts}/{share.of}")


def _quorum(book: Rulebook) -> Iterator[Sentence]:
    if book.quorum is None:
        yield Sentence(
            Text(
                "Zur Beschlussfähigkeit nennt keine Quelle eine Regel.",
                "No source gives a rule for the quorum.",
            )
        )
        return
    share = share_in_words(book.quorum.more_than)
    yield say(
        book.quorum,
        f"Beschlussfähig ist die Konferenz, wenn mehr als {share.de} der Länder "
        f"vertreten ist, also mindestens {quorum(book)}.",
        f"The conference is quorate if more than {share.en} of the Länder are "
        f"represented, that is at least {quorum(book)}.",
    )
    yield from note(book.quorum)


def _majority(book: Rulebook, category: Category) -> Iterator[Sentence]:
    rule = book.majority_for(category)
    what, needs = covers(book, category), _needs(book, rule)
    yield say(
        rule,
        f"Für {what.de} {needs.de}.",
        f"{what.en[0].upper()}{what.en[1:]} {needs.en}.",
    )
    yield from note(rule)


def _needs(book: Rulebook, rule: Majority) -> Text:
    of = len(rule.electorate(book.members))
    needed = votes_needed(rule, book)
    match rule.threshold:
        case Threshold.UNANIMOUS:
            return Text("ist Einstimmigkeit nötig", "need unanimity")
        case Threshold.SIMPLE:
            return Text(
                "genügt die einfache Mehrheit, also mehr Ja als Nein",
                "need a simple majority, that is more yes than no",
            )
        case Threshold.TWO_THIRDS:
            return Text(
                "ist die Zustimmung von zwei Dritteln der Mitglieder nötig, also von "
                f"{needed} der {of}",
                f"need the consent of two thirds of the members, that is of {needed} "
                f"of the {of}",
            )
        case Threshold.WEIGHTED:
            return _needs_weight(rule)
        case Threshold.COUNT:
            return _needs_votes(book, rule)
        case never:
            assert_never(never)


def _needs_votes(book: Rulebook, rule: Majority) -> Text:
    of = len(rule.electorate(book.members))
    if rule.votes_of is Electorate.LAENDER and BUND in book.voters:
        return Text(
            f"sind die Stimmen von {rule.votes} der {of} Länder nötig; die Stimme des "
            "Bundes zählt dabei nicht mit",
            f"need the votes of {rule.votes} of the {of} Länder; the vote of the Bund "
            "does not count towards them",
        )
    return Text(
        f"sind {rule.votes} von {of} Stimmen nötig",
        f"need {rule.votes} of {of} votes",
    )


def _needs_weight(rule: Majority) -> Text:
    share = share_in_words(rule.share or Share(1, 1))
    must = shown(rule.must_agree)
    de, en = (f" (darunter {must})", f" (among them {must})") if must else ("", "")
    return Text(
        f"sind {rule.votes} Stimmen nötig{de}, die zusammen mindestens {share.de} der "
        "Gewichte haben",
        f"need {rule.votes} votes{en} that carry at least {share.en} of the weights",
    )


def _effect(part: Effects | None) -> Iterator[Sentence]:
    if part is None:
        return
    if part.without_bund:
        yield say(
            part,
            "Stimmen alle Länder zu, der Bund aber nicht, ist der Beschluss dennoch "
            "gefasst; er wird entsprechend gekennzeichnet.",
            "If all Länder agree but the Bund does not, the resolution is adopted "
            "nevertheless; it is marked accordingly.",
        )
    if part.binding is Binding.UNANIMOUS_ONLY:
        yield say(
            part,
            "Nur einstimmige Beschlüsse binden; die anderen gelten als "
            "Mehrheitsmeinung.",
            "Only unanimous resolutions bind; the others are an opinion of the "
            "majority.",
        )
    if part.binding is Binding.ALL:
        yield say(
            part,
            "Jeder Beschluss bindet die Mitglieder politisch.",
            "Every resolution binds the members politically.",
        )
    yield from note(part)


def _abstention(part: Abstention | None) -> Iterator[Sentence]:
    if part is not None and part.recorded_by_name:
        yield say(
            part,
            "Enthaltungen werden mit Namen festgehalten.",
            "Abstentions are recorded by name.",
        )
    if part is None or part.counts is None:
        yield from unknown(
            ("wie eine Enthaltung wirkt", "what an abstention counts as")
        )
    elif part.counts is Abstaining.BLOCKS:
        yield say(
            part,
            "Eine Enthaltung verhindert Einstimmigkeit.",
            "An abstention prevents unanimity.",
        )
    else:
        yield say(
            part,
            "Eine Enthaltung verhindert Einstimmigkeit nicht.",
            "An abstention does not prevent unanimity.",
        )
    yield from note(part)


def _fallback(book: Rulebook, category: Category) -> Iterator[Sentence]:
    path = (book.fallback or {})[category]
    written_de = " oder schriftlich" if path.in_writing else ""
    written_en = " or in writing" if path.in_writing else ""
    yield say(
        path,
        "Bleibt die Einstimmigkeit aus, folgt das Klärungs- und "
        f"Vermittlungsverfahren; danach genügen {path.votes} Stimmen in der nächsten "
        f"Sitzung{written_de}.",
        "If unanimity is missed, the clarification and mediation procedure follows; "
        f"after it {path.votes} votes are enough in the next session{written_en}.",
    )
    yield from note(path)
