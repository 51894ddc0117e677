from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.dates import NB, PartialDate, check_reach, in_words, span_in_words
from reihum.rules.words import Text, Why

pytestmark = pytest.mark.unit
days = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@st.composite
def partial_dates(draw):
    day = PartialDate.of(draw(days))
    known = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:known])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-04-14", date(2027, 4, 14), date(2027, 4, 14)),
        ("2009-06", date(2009, 6, 1), date(2009, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2015 ", date(2015, 1, 1), date(2015, 12, 31)),
    ],
)
def test_a_date_is_as_exact_as_its_source(text, first, last):
    when = PartialDate.parse(text)
    assert (when.first, when.last) == (first, last)
    assert when.exact == (first if first == last else None)


@pytest.mark.parametrize("text", ["", "14.04.2027", "2027-4", "2027-04-14T10:00"])
def test_what_is_no_date_is_refused_with_the_forms_that_are(text):
    with pytest.raises(ValueError, match="ist kein Datum der Form 2027, 2027-04"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2027-02-29", "2027-13", "0000"])
def test_a_day_that_never_was_is_refused(text):
    with pytest.raises(ValueError, match=f"„{text}“ steht in keinem Kalender"):
        PartialDate.parse(text)


@given(partial_dates())
def test_the_written_form_is_read_back(when):
    assert PartialDate.parse(str(when)) == when


@given(partial_dates(), partial_dates())
def test_dates_sort_like_their_first_days(one, other):
    if one < other:
        assert one.first <= other.first
    else:
        assert other.first <= one.first
    assert not one < one  # noqa: PLR0124


@pytest.mark.parametrize(
    ("text", "de", "en"),
    [
        ("2027-04-14", f"14.{NB}April 2027", f"14{NB}April 2027"),
        ("2009-06", "Juni 2009", "June 2009"),
        ("2015", "2015", "2015"),
    ],
)
def test_a_date_in_words(text, de, en):
    assert in_words(PartialDate.parse(text)) == Text(de, en)


@pytest.mark.parametrize(
    ("begins", "ends", "de", "en"),
    [
        ("2027-04-14", None, f"14.{NB}April 2027", f"14{NB}April 2027"),
        ("2027-04-14", "2027-04-14", f"14.{NB}April 2027", f"14{NB}April 2027"),
        (
            "2027-04-14", "2027-04-15",
            f"14. und 15.{NB}April 2027", f"14 and 15{NB}April 2027",
        ),
        (
            "2027-04-14", "2027-04-16",
            f"14. bis 16.{NB}April 2027", f"14 to 16{NB}April 2027",
        ),
        (
            "2027-04-30", "2027-05-02",
            f"30.{NB}April bis 2.{NB}Mai 2027", f"30{NB}April to 2{NB}May 2027",
        ),
        (
            "2026-07-01", "2027-06-30",
            f"1.{NB}Juli 2026 bis 30.{NB}Juni 2027",
            f"1{NB}July 2026 to 30{NB}June 2027",
        ),
        ("2015", "2016", "2015 bis 2016", "2015 to 2016"),
        ("2015-03", "2015-05", "März 2015 bis Mai 2015", "March 2015 to May 2015"),
        (
            "2027-04-14", "2027-04",
            f"14.{NB}April 2027 bis April 2027", f"14{NB}April 2027 to April 2027",
        ),
    ],
)  # fmt: skip
def test_a_span_in_words(begins, ends, de, en):
    until = PartialDate.parse(ends) if ends else None
    assert span_in_words(PartialDate.parse(begins), until) == Text(de, en)


@pytest.mark.parametrize("year", [1, 1944, 2200, 9999])
def test_a_date_that_nobody_can_mean_is_named(year):
    refusal = check_reach("begins", PartialDate(year))
    assert (refusal.why, refusal.field) == (Why.INVALID, "begins")
    assert str(year) in refusal.text.de


@pytest.mark.parametrize("when", [None, PartialDate(1945), PartialDate(2199, 12, 31)])
def test_every_other_date_passes(when):
    assert check_reach("begins", when) is None
