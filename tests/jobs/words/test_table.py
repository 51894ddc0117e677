"""The table of occupations is whole, in every language, and says nothing twice."""

import re

import pytest

from reihum.jobs.reading.recognition import NOT_YET
from reihum.jobs.words.folding import fold
from reihum.jobs.words.index import index
from reihum.jobs.words.table import LANGUAGES, occupations

pytestmark = pytest.mark.unit

SCRIPT = {"ar": "[\u0600-\u06ff]", "fa": "[\u0600-\u06ff]", "uk": "[\u0400-\u04ff]",
          "ru": "[\u0400-\u04ff]"}  # fmt: skip
# Words that mean two occupations in their language; both are offered.
TWO = {
    ("ar", "بناء"), ("ar", "نجار"), ("fa", "نجار"), ("ar", "مترجم"), ("fa", "مترجم"),
    ("uk", "перекладач"), ("ru", "переводчик"), ("fa", "آرایشگر"), ("ar", "مدرب"),
    ("ar", "لحام"), ("fa", "مربی"),
    # a mechanic: mostly of cars
    ("en", "mechanic"), ("ar", "ميكانيكي"), ("fa", "مکانیک"), ("uk", "механік"),
    ("ru", "механик"), ("fr", "mécanicien"),
    ("fa", "تعمیرکار"), ("tr", "tamirci"),
}  # fmt: skip


def test_newcomers_find_at_least_150_occupations():
    assert len(occupations()) >= 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_occupation_has_words_in_every_language(language):
    assert [one.key for one in occupations() if not one.said[language]] == []


@pytest.mark.parametrize("language", SCRIPT)
def test_words_are_in_the_script_of_their_language(language):
    foreign = [
        word
        for one in occupations()
        for word in one.said[language]
        if not re.search(SCRIPT[language], word)
    ]
    assert foreign == []


def test_arabic_and_persian_keep_to_their_own_letters():
    for one in occupations():
        assert not re.search(
            "[کیپچگژ]", ", ".join(one.said["ar"]).replace("\u200c", "")
        )
        assert not re.search("[كيىة]", ", ".join(one.said["fa"]))


def test_ukrainian_and_russian_keep_to_their_own_letters():
    for one in occupations():
        assert not re.search("[ыэёъ]", ", ".join(one.said["uk"]).lower()), one.key
        assert not re.search("[іїєґ']", ", ".join(one.said["ru"]).lower()), one.key


def test_a_name_is_one_word_or_the_pair_that_the_other_sex_has():
    for one in occupations():
        assert len(one.name) in {1, 2}, one.key
        assert one.main == one.name[0]


def test_the_name_of_an_occupation_is_no_other_ones_word():
    for one in occupations():
        for name in one.name:
            meant = {each.occupation.key for each in index().exact[fold(name)]}
            assert meant == {one.key}, name


def test_a_word_with_two_meanings_is_known_to_have_them():
    ambiguous = {
        (meaning.language, phrase)
        for phrase, meanings in index().exact.items()
        for meaning in meanings
        if len({m.occupation.key for m in meanings if m.language == meaning.language})
        > 1
    }
    assert ambiguous == {(language, fold(word)) for language, word in TWO}


def test_words_beside_others_are_words_of_the_occupation():
    strange = [
        (one.key, word)
        for one in occupations()
        for word in one.beside
        if word not in {each for words in one.said.values() for each in words}
    ]
    assert strange == []


def test_groups_of_the_classification_have_three_digits():
    assert all(re.fullmatch("[0-9]{3}|", one.kldb) for one in occupations())


def test_health_occupations_that_need_recognition_say_so():
    regulated = {one.key for one in occupations() if one.regulated}
    assert {"nurse", "doctor", "dentist", "pharmacist", "midwife"} <= regulated
    assert not {"cook", "cleaner", "software_developer"} & regulated


def test_nobody_is_told_that_helpers_need_recognition():
    regulated = {one.key for one in occupations() if one.regulated}
    assert not {"nursing_assistant", "childcare_assistant"} & regulated
    names = [one.main.lower() for one in occupations() if one.regulated]
    assert not [name for name in names if NOT_YET.search(name)]
