from datetime import date

import pytest

from reihum.reads.holidays import calendar_of

pytestmark = pytest.mark.unit

CORPUS_CHRISTI = date(2027, 5, 27)


def test_holidays_are_those_of_the_land_in_the_chair():
    assert CORPUS_CHRISTI in calendar_of("RP", [2027]).holidays
    assert CORPUS_CHRISTI not in calendar_of("HH", [2027]).holidays


def test_holidays_have_their_names_in_both_languages():
    name = calendar_of("RP", [2027]).names[date(2027, 3, 29)]
    assert (name.de, name.en) == ("Ostermontag", "Easter Monday")


def test_without_a_chair_only_the_holidays_of_all_laender_count():
    calendar = calendar_of("", [2026, 2027])
    assert date(2027, 1, 1) in calendar.holidays
    assert date(2026, 10, 3) in calendar.holidays
    assert CORPUS_CHRISTI not in calendar.holidays
