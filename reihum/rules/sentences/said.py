"""A rule as a sentence: what it says, where it comes from, whether it is assumed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reihum.rules.rulebook_parts import Part
from reihum.rules.words import Text, listed


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence for the page; an unknown rule has no source."""

    text: Text
    assumed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences on one question."""

    title: Text
    sentences: tuple[Sentence, ...]


def say(part: Part, de: str, en: str) -> Sentence:
    """State a rule; `assumed` says that it is an assumption, and pages show it."""
    return Sentence(Text(de, en), part.assumed, part.source)


def note(part: Part | None) -> Iterator[Sentence]:
    """Say what the section adds in its own words, and why it assumes what it does."""
    if part is not None and part.note is not None:
        yield Sentence(part.note, part.assumed, part.source)


def unknown(*questions: tuple[str, str]) -> Iterator[Sentence]:
    """Say plainly, in one sentence, to which questions no source has an answer."""
    if questions:
        de = listed(question for question, _ in questions).de
        en = either([question for _, question in questions])
        yield Sentence(
            Text(
                f"{de[0].upper()}{de[1:]}, sagt keine Quelle.", f"No source says {en}."
            )
        )


def either(words: Sequence[str]) -> str:
    """Return an English list after a negation: "a, b or c"."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
