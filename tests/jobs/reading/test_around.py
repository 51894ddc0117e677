"""Only the places of a text where something may stand are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.reading.around import SHORT, around

pytestmark = pytest.mark.unit


def test_a_short_text_is_taken_whole_and_one_without_the_words_not_at_all():
    assert around("Lohn: 15 €", ("€",)) == "Lohn: 15 €"
    assert around("Lohn", ("€",)) == ""
    assert around("x" * 500, ("€",)) == ""


def test_of_a_long_text_what_stands_around_the_words_is_taken_each_part_once():
    text = "a" * 200 + "€1 €2" + "b" * 200 + "€3" + "c" * 200
    assert around(text, ("€", "€1"), 2, 5) == "aa€1 €2bbb\nbb€3ccc"


def test_what_stands_behind_a_second_word_close_to_the_first_is_taken_too():
    text = "a" * 200 + "€" + "b" * 30 + "€" + "c" * 200
    assert around(text, ("€",), 40, 10) == "a" * 40 + "€" + "b" * 30 + "€" + "c" * 9


@given(st.text("ab€ ", max_size=400), st.integers(1, 40), st.integers(1, 40))
def test_no_place_is_forgotten_and_nothing_is_added(text, before, behind):
    found = around(text, ("€", "ab€"), before, behind)
    assert found.count("€") == text.count("€")
    assert all(part in text for part in found.split("\n"))
    assert len(found) <= max(len(text) + text.count("€"), SHORT)
