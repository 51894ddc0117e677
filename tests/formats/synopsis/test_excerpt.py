import pytest

from reihum.formats.synopsis.excerpt import excerpt, merged
from reihum.rules.text.changes import Change
from reihum.rules.text.paragraph import Part
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Start, words
from reihum.rules.text.tracked import Wanted
from tests.formats.synopsis.example import BASE

pytestmark = pytest.mark.unit


def shown(*changes: Change) -> list[tuple[str, str]]:
    found = combine(BASE, [Wish("BY", Wanted(change)) for change in changes])
    return list(excerpt(BASE, found.points))


def test_nothing_is_shown_of_nothing():
    assert list(merged(())) == []


def test_a_new_paragraph_without_a_word_is_still_seen():
    assert shown(Change(0, 0, (Start(Part.TEXT, 0, ""),))) == [("ins", "¶")]


def test_there_is_never_more_than_one_space_between_words():
    space = BASE.tokens.index(words(" ")[0])
    pieces = shown(
        Change(space, space, words(" alle ")), Change(space + 1, space + 2)
    )  # "Die| alle |[ ][Länder] bekräftigen"
    text = "".join(text for _, text in pieces)
    assert text.startswith("Die alle Länder bekräftigen")
    assert ("ins", "alle") in pieces
