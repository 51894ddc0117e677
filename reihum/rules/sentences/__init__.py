"""The rules of a body in sentences, made from its rulebook and from nothing else."""

from collections.abc import Callable, Iterator, Sequence

from reihum.rules.dates import PartialDate, in_words
from reihum.rules.rulebook import Rulebook
from reihum.rules.sentences.agenda import agenda, deadlines
from reihum.rules.sentences.chair import chair, office
from reihum.rules.sentences.course import meetings, members, preparation
from reihum.rules.sentences.said import Section, Sentence
from reihum.rules.sentences.voting import voting
from reihum.rules.sentences.writing import circular, minutes
from reihum.rules.words import Text

__all__ = ["Section", "Sentence", "rules_in_sentences"]


def rules_in_sentences(book: Rulebook) -> tuple[Section, ...]:
    """State every rule of the book, and plainly where nothing is known."""
    return tuple(Section(title, tuple(said(book))) for title, said in _SECTIONS)


def _since(book: Rulebook) -> Iterator[Sentence]:
    day = in_words(PartialDate.of(book.valid_from))
    yield Sentence(
        Text(
            f"Diese Regeln gelten seit dem {day.de}.",
            f"These rules have applied since {day.en}.",
        ),
        book.assumed,
        book.source,
    )
    if book.note is not None:
        yield Sentence(book.note, book.assumed, book.source)


_SECTIONS: Sequence[tuple[Text, Callable[[Rulebook], Iterator[Sentence]]]] = (
    (Text("Geltung", "In force"), _since),
    (Text("Mitglieder und Stimmen", "Members and votes"), members),
    (Text("Sitzungen", "Sessions"), meetings),
    (Text("Vorbereitung", "Preparation"), preparation),
    (Text("Fristen", "Deadlines"), deadlines),
    (Text("Gemeinsame Abstimmung", "Decisions in a block"), agenda),
    (Text("Abstimmung", "Voting"), voting),
    (Text("Umlaufverfahren", "Circular procedure"), circular),
    (Text("Niederschrift und Veröffentlichung", "Minutes and publication"), minutes),
    (Text("Vorsitz", "Chair"), chair),
    (Text("Geschäftsstelle", "Office"), office),
)
