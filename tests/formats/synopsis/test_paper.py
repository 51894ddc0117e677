import pytest

from reihum.formats.synopsis.paper import Counts, noted
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import Start, words
from reihum.rules.text.tracked import Piece, Reading, State

pytestmark = pytest.mark.unit


def test_words_are_counted_as_the_file_notes_them_and_signs_are_not():
    kept, new, old = words("Die Länder, "), words("vier Jahre"), words("drei - ")
    pieces = (
        Piece(Start(Part.TEXT, 1, "1."), State.INSERTED),
        *(Piece(word) for word in kept),
        *(Piece(word, State.INSERTED) for word in new),
        *(Piece(word, State.DELETED) for word in old),
    )
    assert noted(Reading(pieces)) == Counts(inserted=2, deleted=1)
