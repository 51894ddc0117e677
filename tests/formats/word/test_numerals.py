import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.word.numerals import letters, roman, written

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("kind", "count", "text"),
    [
        ("decimal", 12, "12"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 54, "bbb"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("decimalZero", 7, "07"),
        ("ordinal", 3, "3."),
        ("none", 3, ""),
        ("chicago", 3, "3"),
        ("lowerLetter", 0, "0"),
        ("lowerRoman", 5000, "5000"),
    ],
)
def test_a_counter_is_written_as_word_writes_it(kind, count, text):
    assert written(count, kind) == text


@given(st.integers(1, 3999), st.integers(1, 3999))
def test_no_two_counters_look_alike(one, other):
    for write in (letters, roman):
        assert (write(one) == write(other)) is (one == other)
