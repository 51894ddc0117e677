import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.word.labels import DASHES, Family, Label, label_of, printed

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("number", "format_", "value"),
    [
        ("1.", "decimal", 1),
        ("a)", "lowerLetter", 1),
        ("z)", "lowerLetter", 26),
        ("aa)", "lowerLetter", 27),
        ("bb)", "lowerLetter", 28),
        ("i)", "lowerLetter", 9),
        ("ii)", "lowerLetter", 35),  # between hh) and jj), never Roman
        ("iv)", "lowerRoman", 4),
        ("I.", "upperRoman", 1),
        ("XLII.", "upperRoman", 42),
        ("C.", "upperLetter", 3),
        ("(1)", "decimal", 1),
        ("2.3", "decimal", 3),
        ("Nr. 4", "decimal", 4),
    ],
)
def test_a_number_is_counted_as_people_read_it(number, format_, value):
    label = label_of(number)
    assert (label.family.format, label.value) == (format_, value)
    assert printed(label) == number


@pytest.mark.parametrize("number", ["§", "01.", "", "a1b", "IIII.", "1a"])
def test_what_cannot_be_counted_is_printed_as_it_is(number):
    label = label_of(number)
    assert printed(label) == number
    if label.value is None:
        assert label == Label(Family("none", number))


def test_a_dash_is_a_dash():
    assert label_of("-") == Label(DASHES)


@given(st.text(st.sampled_from("0123456789abcixvIVXC.()-§ %"), max_size=8))
def test_whatever_the_number_it_is_printed_as_in_the_data(number):
    assert printed(label_of(number)) == ("–" if number == "-" else number)
