"""A Word file becomes a text: with everybody's changes noted, or as a motion."""

from dataclasses import dataclass

from reihum.formats.word.annex import Annex
from reihum.formats.word.content import Content, content
from reihum.formats.word.safety import unpack
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import rebuild
from reihum.rules.text.tracked import Reading, Remark
from reihum.rules.words import Refusal, Text


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file with the changes that are noted in it (nachverfolgte Änderungen).

    `lost` says what cannot be kept, a sentence each; `typed_numbers` whether numbers
    were typed by hand and taken out of the words.
    """

    reading: Reading
    lost: tuple[Text, ...] = ()
    attachments: tuple[Annex, ...] = ()
    typed_numbers: bool = False


@dataclass(frozen=True, slots=True)
class MotionFile:
    """A file that is to become a motion; `paragraphs` are those of all parts."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    lost: tuple[Text, ...] = ()
    attachments: tuple[Annex, ...] = ()
    typed_numbers: bool = False


def read_reading(data: bytes, name: str = "") -> WordFile | Refusal:
    """Read a file with everything that people noted in it, or say why not."""
    package = unpack(data, name)
    if isinstance(package, Refusal):
        return package
    found = content(package, accept=False)
    reading = Reading(tuple(found.stream.pieces), _remarks(found))
    return WordFile(reading, found.lost, found.attachments, found.typed_numbers)


def read_motion(data: bytes, name: str = "") -> MotionFile | Refusal:
    """Read a file as a motion, with all changes in it accepted, or say why not."""
    package = unpack(data, name)
    if isinstance(package, Refusal):
        return package
    found = content(package, accept=True)
    tokens = [piece.token for piece in found.stream.pieces]
    paragraphs = rebuild(tokens, empty=("",))  # a number without words stays as well
    title = " ".join(one.text for one in paragraphs if one.part is Part.TITLE)
    return MotionFile(
        title, paragraphs, found.lost, found.attachments, found.typed_numbers
    )


def _remarks(found: Content) -> tuple[Remark, ...]:
    return tuple(
        Remark(*found.stream.span(one.start, one.end), one.text, one.author)
        for one in found.comments
    )
