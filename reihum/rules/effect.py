"""What an adopted resolution is worth: binding, an opinion, or without the Bund."""

from collections.abc import Collection, Mapping

from reihum.rules.facts import Category
from reihum.rules.laender import BUND
from reihum.rules.outcome import Effect, Tally
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import Abstaining, Binding
from reihum.rules.words import Text

_NAMES: Mapping[Effect, Text] = {
    Effect.NONE: Text("kein Beschluss", "no resolution"),
    Effect.BINDING: Text("Beschluss", "resolution"),
    Effect.MAJORITY_OPINION: Text("Mehrheitsmeinung", "opinion of the majority"),
    Effect.WITHOUT_BUND: Text(
        "Beschluss aller Länder ohne den Bund",
        "resolution of all Länder without the Bund",
    ),
}


def is_unanimous(tally: Tally, book: Rulebook) -> bool:
    """Return whether somebody agrees and nobody stands in the way."""
    return bool(tally.yes) and not against_unanimity(tally, book)


def against_unanimity(tally: Tally, book: Rulebook) -> tuple[str, ...]:
    """Return who prevents unanimity. An abstention does so only by a rule."""
    rule = book.abstention
    if rule is not None and rule.counts is Abstaining.BLOCKS:
        return tally.no + tally.abstain
    return tally.no


def laender_without_bund(tally: Tally, book: Rulebook) -> bool:
    """Return whether all Länder agree, the Bund does not, and the rules allow that."""
    if book.effect is None or not book.effect.without_bund or BUND in tally.yes:
        return False
    return _all_in(book.members.laender, tally.yes)


def effect_of(tally: Tally, book: Rulebook) -> Effect:
    """Return what the adopted resolution is worth."""
    if laender_without_bund(tally, book):
        return Effect.WITHOUT_BUND
    rule = book.effect
    if rule is not None and rule.binding is Binding.UNANIMOUS_ONLY:
        unanimous = is_unanimous(tally, book)
        return Effect.BINDING if unanimous else Effect.MAJORITY_OPINION
    return Effect.BINDING


def in_words(effect: Effect) -> Text:
    """Return what to print beside a resolution."""
    return _NAMES[effect]


def after_failure(book: Rulebook, category: Category) -> Text | None:
    """Return what the rules provide after unanimity was missed, if anything."""
    path = (book.fallback or {}).get(category)
    if path is None:
        return None
    de, en = f"{path.votes} Stimmen", f"{path.votes} votes"
    written_de = " oder schriftlich" if path.in_writing else ""
    written_en = " or in writing" if path.in_writing else ""
    return Text(
        "Es folgt das Klärungs- und Vermittlungsverfahren; danach genügen "
        f"{de} in der nächsten Sitzung{written_de}.",
        "The clarification and mediation procedure follows; after it "
        f"{en} are enough in the next session{written_en}.",
    )


def _all_in(codes: Collection[str], others: Collection[str]) -> bool:
    return all(code in others for code in codes)
