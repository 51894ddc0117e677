import pytest

from reihum.formats.word.ends import KEPT, Noted, lines
from reihum.rules.text import Part
from reihum.rules.text.layers import Layer
from reihum.rules.text.tokens import Start, Word

pytestmark = pytest.mark.unit
BY = ("BY",)
START = Start(Part.TEXT, 1, "1.")
OTHER = Start(Part.TEXT, 2, "a)")


def row(*layers: Layer):
    return lines(enumerate(layers))


def kept(word: str) -> Layer:
    return Layer(Word(word))


def new(token, point: str = "n") -> Layer:
    return Layer(Word(token) if isinstance(token, str) else token, BY, (), (point,))


def gone(token, point: str = "g") -> Layer:
    return Layer(Word(token) if isinstance(token, str) else token, (), BY, (point,))


def ends(found) -> list[str]:
    return [
        "+" if one.end.inserted_by else "-" if one.end.deleted_by else "="
        for one in found
    ]


def test_a_split_puts_an_end_where_the_new_paragraph_starts():
    found = row(Layer(START), kept("a"), new(START), kept("b"))
    assert ends(found) == ["+", "="]


def test_a_join_takes_the_end_before_the_start_that_goes():
    found = row(Layer(START), kept("a"), gone(START), kept("b"))
    assert ends(found) == ["-", "="]


def test_a_new_paragraph_carries_its_own_end():
    found = row(Layer(START), kept("a"), new(START), new("b"), Layer(START), kept("c"))
    assert ends(found) == ["=", "+", "="]


def test_a_paragraph_that_goes_carries_its_own_end():
    found = row(
        Layer(START), kept("a"), gone(START), gone("b"), Layer(START), kept("c")
    )
    assert ends(found) == ["=", "-", "="]


def test_the_first_and_the_last_paragraph_come_and_go_as_any_other():
    assert ends(row(new(START), new("a"), Layer(START), kept("b"))) == ["+", "="]
    assert ends(row(Layer(START), kept("a"), gone(START), gone("b"))) == ["=", "-"]
    assert ends(row(gone(START), gone("a"))) == ["-"]


def test_what_goes_and_what_comes_in_its_place_stand_one_behind_the_other():
    found = row(Layer(START), kept("a"), new(START), new("b"), gone(START), gone("c"),
                Layer(START), kept("d"))  # fmt: skip
    assert ends(found) == ["=", "+", "-", "="]


def test_a_new_paragraph_before_one_that_is_joined_leaves_the_join_where_it_is():
    found = row(Layer(START), kept("a"), new(START), new("b"), gone(START), kept("c"))
    # The end before "b" is new, the one behind it goes: so "b" and "c" are one.
    assert ends(found) == ["+", "-", "="]


def test_a_start_that_replaces_another_is_a_change_of_the_same_paragraph():
    (line,) = row(gone(START, "x"), new(OTHER, "x"), kept("a"))
    assert (line.was, line.start, line.end) == (START, OTHER, KEPT)
    assert line.heads == [0, 1]


def test_so_it_is_when_words_went_with_the_old_start():
    (line,) = row(gone(START, "x"), gone("a", "x"), new(OTHER, "x"), new("b", "x"))
    assert (line.was, line.start) == (START, OTHER)
    assert [piece.noted for piece in line.inside] == [Noted((), BY), Noted(BY, ())]


def test_a_new_paragraph_of_somebody_else_replaces_nothing():
    found = row(gone(START, "x"), gone("a", "x"), new(OTHER, "y"), new("b", "y"))
    assert [line.was for line in found] == [None, None]
    assert ends(found) == ["-", "+"]


def test_words_without_a_start_are_not_lost():
    (line,) = row(kept("a"))
    assert [piece.word.text for piece in line.inside] == ["a"]


def test_nothing_is_nothing():
    assert row() == []
