"""Who holds the chair, who keeps the office, who follows the resolutions up."""

from collections.abc import Iterator, Mapping

from reihum.rules.dates import MONTHS_DE, MONTHS_EN, NB
from reihum.rules.figures import cardinal
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import Keeper, Order, Payer
from reihum.rules.rulebook_parts import Chair, Office
from reihum.rules.sentences.said import Sentence, note, say, unknown
from reihum.rules.words import Text, listed

_ORDER: Mapping[Order, Text] = {
    Order.ALPHABET: Text(
        "in der alphabetischen Reihenfolge der Länder",
        "in the alphabetical order of the Länder",
    ),
    Order.ALPHABET_WITHOUT_CITY_STATES: Text(
        "in der alphabetischen Reihenfolge der Länder, ohne die Stadtstaaten",
        "in the alphabetical order of the Länder, leaving out the city states",
    ),
    Order.OWN_LIST: Text(
        "nach einer eigenen Liste der Konferenz",
        "according to a list of the conference's own",
    ),
}
_KEEPER: Mapping[Keeper, Text] = {
    Keeper.CHAIR: Text(
        "Die Geschäftsstelle richtet das vorsitzende Land ein.",
        "The Land in the chair sets up the office.",
    ),
    Keeper.STANDING: Text(
        "Die Konferenz hat eine ständige Geschäftsstelle.",
        "The conference has a standing office.",
    ),
}
_PAYER: Mapping[Payer, Text] = {
    Payer.CHAIR: Text(
        "Ihre Kosten trägt das vorsitzende Land.",
        "The Land in the chair bears its cost.",
    ),
    Payer.JOINT: Text(
        "Ihre Kosten tragen die Länder gemeinsam.",
        "The Länder bear its cost together.",
    ),
}


def chair(book: Rulebook) -> Iterator[Sentence]:
    part = book.chair
    if part is None or part.years is None:
        yield from unknown(("wie der Vorsitz wechselt", "how the chair passes on"))
    else:
        yield _change(part, part.years)
        yield from _unknown_change(part)
    if part is not None and part.lands:
        names = listed(part.lands)
        yield say(part, f"Die Liste: {names.de}.", f"The list: {names.en}.")
    yield from note(part)


def _change(part: Chair, years: int) -> Sentence:
    number = cardinal(years)
    often = (
        Text("jedes Jahr", "every year")
        if years == 1
        else Text(f"alle {number.de} Jahre", f"every {number.en} years")
    )
    de, en = [f"Der Vorsitz wechselt {often.de}"], [f"The chair passes on {often.en}"]
    if part.starts is not None:
        month, day = part.starts
        de.append(f"zum {day}.{NB}{MONTHS_DE[month - 1]}")
        en.append(f"on {day}{NB}{MONTHS_EN[month - 1]}")
    if part.order is not None:
        de.append(_ORDER[part.order].de)
        en.append(_ORDER[part.order].en)
    return say(part, f"{' '.join(de)}.", f"{' '.join(en)}.")


def _unknown_change(part: Chair) -> Iterator[Sentence]:
    open_questions = []
    if part.starts is None:
        open_questions.append(("an welchem Tag", "on which day"))
    if part.order is None:
        open_questions.append(("in welcher Reihenfolge", "in which order"))
    yield from unknown(*open_questions)


def office(book: Rulebook) -> Iterator[Sentence]:
    part = book.office
    if part is None:
        yield from unknown(("wer die Geschäftsstelle führt", "who keeps the office"))
    else:
        yield from _office(part)
    if book.follow_up is None:
        yield from unknown(
            (
                "wer verfolgt, was aus den Beschlüssen wird",
                "who follows up what becomes of the resolutions",
            )
        )
    else:
        duty = book.follow_up.duty
        yield say(book.follow_up, duty.de, duty.en)
        yield from note(book.follow_up)


def _office(part: Office) -> Iterator[Sentence]:
    if part.kept_by is not None:
        keeper = _KEEPER[part.kept_by]
        yield say(part, keeper.de, keeper.en)
    if part.paid_by is not None:
        payer = _PAYER[part.paid_by]
        yield say(part, payer.de, payer.en)
    else:
        yield from unknown(("wer ihre Kosten trägt", "who bears its cost"))
    yield from note(part)
