from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.dates import NB, PartialDate
from reihum.rules.followup import MandateState, Standing, state_of
from reihum.rules.words import Text

pytestmark = pytest.mark.unit
JUNE = PartialDate(2027, 6)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def standing(due: PartialDate | None, today: date) -> Standing:
    return state_of(due, reported=False, closed=False, today=today)


@pytest.mark.parametrize(
    ("today", "state", "de"),
    [
        (date(2027, 6, 2), MandateState.DUE_SOON, "in 28 Tagen"),
        (date(2027, 6, 1), MandateState.OPEN, "in 29 Tagen"),
        (date(2027, 6, 30), MandateState.DUE_SOON, "heute"),
        (date(2027, 7, 1), MandateState.OVERDUE, "seit gestern überfällig"),
    ],
)
def test_what_is_due_in_june_is_due_on_the_last_of_june(today, state, de):
    found = standing(JUNE, today)
    assert found.state is state
    assert found.text.de == f"Fällig bis Ende Juni 2027 – {de}."


def test_a_due_day_is_named_exactly():
    assert standing(PartialDate(2027, 4, 14), date(2027, 4, 16)) == Standing(
        MandateState.OVERDUE,
        Text(
            f"Fällig am 14.{NB}April 2027 – seit 2 Tagen überfällig.",
            f"Due on 14{NB}April 2027 – 2 days overdue.",
        ),
    )


def test_a_due_year_ends_with_the_year():
    found = standing(PartialDate(2027), date(2027, 12, 31))
    assert found.text == Text(
        "Fällig bis Ende 2027 – heute.", "Due by the end of 2027 – today."
    )


def test_without_a_due_date_it_stays_open():
    assert standing(None, date(2099, 1, 1)) == Standing(
        MandateState.OPEN, Text("Offen, ohne Frist.", "Open, without a due date.")
    )


def test_what_is_reported_or_closed_is_never_overdue():
    late = date(2030, 1, 1)
    reported = state_of(JUNE, reported=True, closed=False, today=late)
    closed = state_of(JUNE, reported=True, closed=True, today=late)
    unreported = state_of(JUNE, reported=False, closed=True, today=late)
    assert (reported.state, closed.state) == (
        MandateState.REPORTED,
        MandateState.CLOSED,
    )
    assert unreported == closed


@given(days, days)
def test_time_leads_from_open_to_due_soon_to_overdue(due, today):
    order = [MandateState.OPEN, MandateState.DUE_SOON, MandateState.OVERDUE]
    when = PartialDate.of(due)
    now, tomorrow = standing(when, today), standing(when, today + timedelta(days=1))
    assert order.index(now.state) <= order.index(tomorrow.state)
    assert (now.state is MandateState.OVERDUE) == (today > due)


@given(days, st.integers(0, 100), st.integers(0, 100))
def test_the_office_says_what_soon_is(today, left, soon_days):
    due = PartialDate.of(today + timedelta(days=left))
    found = state_of(
        due, reported=False, closed=False, today=today, soon_days=soon_days
    )
    assert (found.state is MandateState.DUE_SOON) == (left <= soon_days)
