import re

import pytest

from reihum.formats.word.labels import DECIMAL, LETTER, Family
from reihum.formats.word.lists import Lists, Place, depth_of, list_of

pytestmark = pytest.mark.unit


def placed(*found: tuple[int, str], lists: Lists | None = None) -> list[Place | None]:
    lists = lists or Lists()
    return [lists.place(level, number) for level, number in found]


def instances(lists: Lists) -> list[tuple[str, str, str]]:
    """Instance, level and value of each restart."""
    return re.findall(
        r'w:numId="(\d+)">.*?w:ilvl="(\d)"><w:startOverride w:val="(\d+)"',
        lists.instances().replace("</w:num>", "</w:num>\n"),
    )


def test_the_numbers_of_the_house_are_one_list_that_counts_by_itself():
    lists = Lists()
    numbers = [(1, "1."), (2, "a)"), (2, "b)"), (3, "aa)"), (3, "bb)"), (1, "2."),
               (2, "a)")]  # fmt: skip
    assert placed(*numbers, lists=lists) == [
        Place(1, level - 1) for level, _ in numbers
    ]
    assert instances(lists) == []


def test_a_gap_and_a_new_beginning_say_where_they_start():
    lists = Lists()
    found = placed((1, "1."), (1, "3."), (1, "4."), (1, "1."), lists=lists)
    assert found == [Place(1, 0), Place(2, 0), Place(2, 0), Place(3, 0)]
    assert instances(lists) == [("2", "0", "3"), ("3", "0", "1")]


def test_above_a_level_that_began_anew_the_list_says_where_it_is():
    lists = Lists()
    placed((1, "1."), (2, "c)"), (1, "2."), (2, "a)"), lists=lists)
    assert instances(lists) == [("2", "1", "3"), ("3", "0", "2")]


def test_a_level_that_was_skipped_begins_anew():
    lists = Lists()
    placed((1, "1."), (3, "aa)"), (2, "a)"), lists=lists)
    assert instances(lists) == [("2", "1", "1")]


def test_dashes_stand_in_a_list_of_their_own_and_disturb_no_other():
    lists = Lists()
    found = placed((1, "1."), (2, "-"), (2, "-"), (1, "2."), lists=lists)
    assert found == [Place(1, 0), Place(2, 1), Place(2, 1), Place(1, 0)]
    assert '<w:lvlText w:val="–"/>' in lists.definitions()


def test_a_paragraph_without_number_stands_in_no_list_unless_it_is_indented():
    assert placed((0, ""), (2, "")) == [None, Place(1, 1)]


def test_other_numbers_have_lists_of_their_own():
    lists = Lists()
    assert placed((1, "I."), (1, "II."), (1, "2.1"), lists=lists) == [
        Place(1, 0), Place(1, 0), Place(2, 0),
    ]  # fmt: skip
    assert '<w:lvlText w:val="2.%1"/>' in lists.definitions()
    assert '<w:numFmt w:val="upperRoman"/>' in lists.definitions()


def test_a_list_can_be_told_to_begin_here():
    lists = Lists()
    lists.place(1, "1.")
    assert lists.place(1, "1.", anew=True) == Place(2, 0)
    assert lists.place(1, "-", anew=True) == Place(3, 0)


def test_ids_go_on_after_those_of_a_template():
    lists = Lists(first_list=7, first_num=12)
    assert lists.place(1, "1.") == Place(12, 0)
    assert '<w:abstractNum w:abstractNumId="7">' in lists.definitions()
    assert '<w:num w:numId="12"><w:abstractNumId w:val="7"/></w:num>' in (
        lists.instances()
    )


def test_word_knows_nine_levels_and_no_more():
    assert depth_of(40, "1.") == 8
    assert depth_of(0, "1.") == 0
    assert depth_of(0, "") is None


def test_the_same_letters_at_another_level_are_another_list():
    assert list_of(LETTER, 1) == list_of(LETTER, 2) == DECIMAL
    assert list_of(LETTER, 0) == LETTER
    assert list_of(Family("decimal", "(", ")"), 0) == Family("decimal", "(", ")")
