from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from reihum.formats.synopsis.build import build
from reihum.formats.synopsis.written import WRITERS
from reihum.formats.word.read import WordFile, read_reading
from reihum.rules.text.tokens import is_word, said
from reihum.rules.text.tracked import State
from tests.formats.synopsis.example import picture
from tests.formats.synopsis.made import cases

pytestmark = pytest.mark.unit
AT = datetime(2026, 12, 4, tzinfo=UTC)
BEGINS = {
    ".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF", ".html": b"<!doctype html>",
    ".json": b"{\n",
}  # fmt: skip


def test_each_ending_has_its_form_and_each_form_is_the_same_every_time():
    assert set(WRITERS) == set(BEGINS)
    for ending, begins in BEGINS.items():
        data = WRITERS[ending](picture(), AT)
        assert data.startswith(begins)
        assert data == WRITERS[ending](picture(), AT)


def words_of(file: WordFile, state: State) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for piece in file.reading.pieces:
        if piece.state is state and is_word(piece.token):
            found.setdefault(piece.author, []).append(piece.token.text)
    return found


def test_in_word_each_land_is_the_author_of_its_own():
    file = read_reading(WRITERS[".docx"](picture(), AT), "synopsis.docx")
    assert isinstance(file, WordFile)
    assert words_of(file, State.INSERTED)["BY, SN, ST"] == ["im", "Verein"]
    gone = words_of(file, State.DELETED)
    assert gone["BW"] == ["drei"]
    assert gone["BB, HE, MV"] == ["einer", "Stunde"]


@settings(max_examples=25)
@given(cases())
def test_every_inserted_letter_is_in_the_word_file(case):
    paper = build(*case)
    file = read_reading(WRITERS[".docx"](paper, AT), "synopsis.docx")
    assert isinstance(file, WordFile)
    # Where one Land deletes the space that another writes beside, words touch, and the
    # reader takes both for a new one.
    new = said(
        piece.token for piece in file.reading.pieces if piece.state is State.INSERTED
    )
    wanted = "".join(said(point.change.new) for point in paper.synopsis.points)
    assert letters(wanted) <= letters(new)


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))
