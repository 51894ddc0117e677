"""What keyboards and habits make different is one word when it is looked up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.words.folding import fold, spellings

pytestmark = pytest.mark.unit

SAME = (
    ("KÖCHIN", "köchin", "kochin"),
    ("Straße", "strasse"),
    ("AŞÇI", "aşçı", "ASCI", "asci"),
    ("İşçi", "işçi", "isci"),
    ("шофёр", "шофер"),
    ("водій", "водии"),
    ("м'ясник", "м’ясник", "мʼясник", "мясник"),
    ("طَبَّاخ", "طباخ", "طبــاخ"),
    ("أستاذ", "استاذ", "إستاذ"),
    ("ممرضة", "ممرضه"),
    ("آشپزی", "آشپزي", "اشپزى"),
    ("کارگر", "كارگر"),
    ("٠٩١١١", "۰۹۱۱۱", "09111"),
    ("Koch/Köchin", "koch  kochin"),
)


@pytest.mark.parametrize("words", SAME, ids=lambda words: words[0])
def test_spellings_of_one_word_are_one(words):
    assert len({fold(word) for word in words}) == 1


def test_signs_of_programming_languages_stay():
    assert fold("C++/C#") == "c++ c#"


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_there_is_one_blank_between_words_and_none_around(text):
    assert fold(text) == " ".join(fold(text).split())


def test_umlauts_may_be_written_with_e_and_persian_words_in_one():
    assert set(spellings("Bäcker")) == {"backer", "baecker"}
    assert set(spellings("کمک\u200cآشپز")) == {"كمك اشپز", "كمكاشپز"}
