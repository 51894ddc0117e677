"""Which number a paragraph has after the changes, and which it had before."""

import pytest

from reihum.formats.word.counting import number
from reihum.formats.word.ends import Line, lines
from reihum.formats.word.lists import Lists, Place
from reihum.rules.text import Part, read
from reihum.rules.text.changes import Change
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Start, flatten, words
from reihum.rules.text.tracked import Wanted

pytestmark = pytest.mark.unit
ONE, TWO, NONE = (Start(Part.TEXT, level, scheme)
                  for level, scheme in ((1, "1."), (2, "a)"), (0, "")))  # fmt: skip


def numbered(typed: str, *changes: Change) -> list[Line]:
    flat = flatten(read(typed))
    found = combine(flat, [Wish("BY", Wanted(change)) for change in changes])
    part = lines(enumerate(layers(flat, found.points)))
    number([part], Lists())
    return part


def new(at: int, start: Start) -> Change:
    return Change(at, at, (start, *words("neu")))


def places(part: list[Line]) -> list[Place | None]:
    return [line.place for line in part]


def test_a_new_paragraph_joins_the_list_before_it():
    assert places(numbered("1. a\n\n2. b", new(2, ONE))) == [Place(1, 0)] * 3


def test_before_the_first_number_it_joins_the_list_behind_it():
    part = numbered("Vorab\n\n1. a", new(2, ONE))
    assert places(part) == [None, Place(1, 0), Place(1, 0)]


def test_lists_end_at_a_paragraph_without_a_number():
    part = numbered("1. a\n\nFerner\n\n1. b", new(4, ONE))
    assert places(part) == [Place(1, 0), None, Place(2, 0), Place(2, 0)]


def test_but_where_there_is_no_other_the_list_goes_on():
    part = numbered("1. a\n\nFerner", new(4, ONE))
    assert places(part) == [Place(1, 0), None, Place(1, 0)]


def test_where_there_is_no_list_at_all_one_begins():
    part = numbered("Vorab", new(2, ONE), new(2, NONE))
    assert [line.place for line in part] in (
        [None, Place(1, 0), None], [None, None, Place(1, 0)],
    )  # fmt: skip


def test_a_sub_item_joins_the_list_of_the_house():
    assert places(numbered("1. a\n\n2. b", new(2, TWO)))[1] == Place(1, 1)


def test_another_level_says_what_it_was_and_who_changes_it():
    part = numbered("1. a\n\na) b", Change(2, 3, (ONE,)))
    line = part[1]
    assert (line.place, line.old_place) == (Place(1, 0), Place(1, 1))
    assert line.moved_by == ("BY",)
    assert part[0].moved_by == ()


def test_two_paragraphs_that_become_one_have_the_number_of_the_first():
    first, second = numbered("1. a\n\na) b", Change(2, 3, words(" ")))
    assert first.place == second.place == Place(1, 0)
    assert second.old_place == Place(1, 1)
    assert second.moved_by == ("BY",)


def test_two_that_were_one_had_the_number_of_the_first():
    first, second = numbered("1. a b", Change(2, 3, (TWO,)))
    assert (first.place, second.place) == (Place(1, 0), Place(1, 1))
    assert second.old_place == Place(1, 0)
    assert second.moved_by == ("BY",)


def test_a_split_of_the_same_kind_changes_no_number():
    _, second = numbered("1. a b", Change(2, 3, (ONE,)))
    assert second.moved_by == ()
