from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.alike import Likeness, alike, bag
from reihum.rules.text.tokens import words

pytestmark = pytest.mark.unit
bags = st.lists(
    st.lists(st.sampled_from("abcdef"), max_size=9).map(Counter), max_size=5
)


@given(bags, bags)
def test_many_at_once_are_as_alike_as_one_by_one(ours, theirs):
    found = Likeness(ours, theirs)
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            assert found.of(i, j) == alike(one, other)
            assert alike(one, other) == alike(other, one)


def test_a_word_counts_as_often_as_it_stands_there():
    assert alike(Counter("aab"), Counter("abb")) == 2 / 3
    assert alike(Counter("ab"), Counter("cd")) == 0.0


def test_paragraphs_without_words_are_alike():
    assert alike(Counter(), Counter()) == 1.0


def test_neither_case_nor_signs_are_words():
    assert bag(words("Die Länder, die …")) == {"die": 2, "länder": 1}
