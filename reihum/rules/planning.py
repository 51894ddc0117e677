"""Whether a conference can be planned like this: its number, and its days."""

from collections.abc import Mapping

from reihum.rules.dates import PartialDate, check_reach, in_words
from reihum.rules.facts import ConferenceKind
from reihum.rules.words import Refusal, Text

KIND_NAMES: Mapping[ConferenceKind, Text] = {
    ConferenceKind.MAIN: Text("Hauptkonferenz", "main conference"),
    ConferenceKind.SPECIAL: Text("Sonderkonferenz", "special conference"),
    ConferenceKind.PREPARATORY: Text("Vorkonferenz", "preparatory conference"),
    ConferenceKind.AUTUMN: Text("Herbsttreffen", "autumn meeting"),
}


def check_days(begins: PartialDate, ends: PartialDate | None) -> Refusal | None:
    """Return why these days cannot be those of one meeting, if so."""
    if refusal := check_reach("begins", begins) or check_reach("ends", ends):
        return refusal
    if ends is None or ends.last >= begins.first:
        return None
    first, last = in_words(begins), in_words(ends)
    return Refusal.invalid(
        f"Das Ende ({last.de}) liegt vor dem Beginn ({first.de}).",
        f"The end ({last.en}) lies before the beginning ({first.en}).",
        "ends",
    )


def check_number(
    number: int, begins: PartialDate, others: Mapping[int, PartialDate]
) -> Refusal | None:
    """Return why a conference cannot have this number, if so.

    Conferences are counted in the order in which they are held.
    """
    if number < 1:
        return Refusal.invalid(
            "Konferenzen werden von 1 an gezählt.",
            "Conferences are counted from 1 on.",
            "number",
        )
    if number in others:
        when = in_words(others[number])
        return Refusal.conflict(
            f"Die {number}. Konferenz gibt es schon ({when.de}).",
            f"Conference {number} is there already ({when.en}).",
            "number",
        )
    return _out_of_order(number, begins, others)


def check_beside(
    kind: ConferenceKind, begins: PartialDate, main: PartialDate
) -> Refusal | None:
    """Return why a meeting cannot belong to the main conference, if so."""
    if kind is ConferenceKind.MAIN:
        return Refusal.invalid(
            "Eine Hauptkonferenz steht für sich und braucht eine eigene Nummer.",
            "A main conference stands by itself and needs a number of its own.",
            "kind",
        )
    if kind is not ConferenceKind.PREPARATORY or begins.first < main.last:
        return None
    day = in_words(main)
    return Refusal.invalid(
        f"Eine Vorkonferenz liegt vor der Konferenz, die sie vorbereitet ({day.de}).",
        f"A preparatory conference lies before the one that it prepares ({day.en}).",
        "begins",
    )


def _out_of_order(
    number: int, begins: PartialDate, others: Mapping[int, PartialDate]
) -> Refusal | None:
    for other, when in others.items():
        if other < number and when.first > begins.last:
            relation = Text("später", "later")
        elif other > number and when.last < begins.first:
            relation = Text("früher", "earlier")
        else:
            continue
        day = in_words(when)
        return Refusal.invalid(
            f"Konferenzen werden der Reihe nach gezählt, aber die {other}. findet "
            f"{relation.de} statt ({day.de}).",
            f"Conferences are counted in order, but number {other} takes place "
            f"{relation.en} ({day.en}).",
            "begins",
        )
    return None
