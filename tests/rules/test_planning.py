import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.dates import PartialDate
from reihum.rules.facts import ConferenceKind
from reihum.rules.planning import (
    KIND_NAMES,
    check_beside,
    check_days,
    check_number,
)
from reihum.rules.words import Why

pytestmark = pytest.mark.unit

APRIL = PartialDate(2027, 4, 14)
HELD = {21: PartialDate(2026, 3, 11), 22: APRIL}


def test_a_meeting_may_last_some_days_or_one():
    assert check_days(APRIL, None) is None
    assert check_days(APRIL, APRIL) is None
    assert check_days(APRIL, PartialDate(2027, 4, 15)) is None
    assert check_days(APRIL, PartialDate(2027, 4)) is None


def test_a_meeting_does_not_end_before_it_begins():
    refusal = check_days(APRIL, PartialDate(2027, 4, 13))
    assert refusal
    assert (refusal.why, refusal.field) == (Why.INVALID, "ends")
    assert "vor dem Beginn" in refusal.text.de


def test_the_next_number_is_free():
    assert check_number(23, PartialDate(2028, 3), HELD) is None
    assert check_number(1, APRIL, {}) is None


@pytest.mark.parametrize(
    ("number", "begins", "why", "field", "word"),
    [
        (0, APRIL, Why.INVALID, "number", "von 1 an"),
        (22, PartialDate(2028), Why.CONFLICT, "number", "gibt es schon"),
        (23, PartialDate(2026, 1), Why.INVALID, "begins", "später statt"),
        (20, PartialDate(2027, 5), Why.INVALID, "begins", "früher statt"),
    ],
)
def test_a_number_that_cannot_be_is_refused(number, begins, why, field, word):
    refusal = check_number(number, begins, HELD)
    assert refusal
    assert (refusal.why, refusal.field) == (why, field)
    assert word in refusal.text.de
    assert refusal.text.en != refusal.text.de


@given(st.integers(1, 50), st.integers(2000, 2100))
def test_no_number_is_given_twice(number, year):
    assert check_number(number, PartialDate(year), {number: APRIL}) is not None


def test_a_preparatory_conference_lies_before_its_conference():
    kind = ConferenceKind.PREPARATORY
    assert check_beside(kind, PartialDate(2027, 3, 10), APRIL) is None
    refusal = check_beside(kind, PartialDate(2027, 4, 14), APRIL)
    assert refusal
    assert refusal.field == "begins"
    assert "liegt vor der Konferenz" in refusal.text.de


def test_other_meetings_may_lie_after_it():
    for kind in (ConferenceKind.SPECIAL, ConferenceKind.AUTUMN):
        assert check_beside(kind, PartialDate(2027, 9), APRIL) is None


def test_a_main_conference_belongs_to_no_other():
    refusal = check_beside(ConferenceKind.MAIN, PartialDate(2027, 3), APRIL)
    assert refusal
    assert refusal.field == "kind"


def test_every_kind_has_a_name():
    assert set(KIND_NAMES) == set(ConferenceKind)


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        (PartialDate(9999, 12, 31), None, "begins"),
        (APRIL, PartialDate(9999, 12, 31), "ends"),
        (PartialDate(1, 1, 1), APRIL, "begins"),
    ],
)
def test_a_slip_of_the_pen_is_no_date(begins, ends, field):
    refusal = check_days(begins, ends)
    assert refusal
    assert (refusal.why, refusal.field) == (Why.INVALID, field)
