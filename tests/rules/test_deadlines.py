from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.dates import NB
from reihum.rules.deadlines import (
    ANCHOR_NAMES,
    Anchor,
    Calendar,
    Due,
    Lead,
    days_left,
    due,
    is_late,
    is_working_day,
    working_day_before,
)
from reihum.rules.words import Text

pytestmark = pytest.mark.unit
EASTER_MONDAY = date(2027, 3, 29)
EASTER = Calendar(
    frozenset({date(2027, 3, 26), EASTER_MONDAY}),
    {EASTER_MONDAY: Text("Ostermontag", "Easter Monday")},
)
NO_HOLIDAYS = Calendar()
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
leads = st.builds(Lead, st.integers(0, 20), st.integers(0, 60), st.booleans())
calendars = st.builds(Calendar, st.frozensets(days, max_size=40))


@st.composite
def crowded(draw):
    """Draw a day, and a calendar whose holidays lie close before it."""
    day = draw(days)
    gaps = draw(st.frozensets(st.integers(0, 200), max_size=60))
    return day, Calendar(frozenset(day - timedelta(days=gap) for gap in gaps))


@given(crowded(), leads)
def test_what_is_due_is_due_on_a_working_day_and_never_later_than_counted(crowd, lead):
    anchor, calendar = crowd
    found = due(anchor, lead, calendar).day
    assert is_working_day(found, calendar)
    calendar_days = 0 if lead.working_days else lead.days
    assert found <= anchor - timedelta(weeks=lead.weeks, days=calendar_days)


@given(crowded(), leads)
def test_it_moves_no_further_than_to_the_first_working_day_it_meets(crowd, lead):
    anchor, calendar = crowd
    found = due(anchor, lead, calendar).day
    later = found + timedelta(days=1)
    moved = "Werktag davor" in due(anchor, lead, calendar).why.de
    assert moved <= (not is_working_day(later, calendar))


@given(days, st.integers(0, 60), calendars)
def test_so_many_working_days_lie_between(anchor, count, calendar):
    found = due(anchor, Lead(days=count, working_days=True), calendar).day
    between = (found + timedelta(days=n) for n in range((anchor - found).days))
    worked = sum(is_working_day(day, calendar) for day in between)
    assert worked == count or (count == 0 and worked == 1)


def test_without_a_holiday_the_explanation_is_short():
    assert due(date(2027, 4, 14), Lead(weeks=10), EASTER) == Due(
        date(2027, 2, 3),
        Text(
            f"zehn Wochen vor dem 14.{NB}April 2027",
            f"ten weeks before 14{NB}April 2027",
        ),
    )


def test_easter_monday_moves_the_deadline_to_maundy_thursday():
    assert due(date(2027, 4, 12), Lead(weeks=2), EASTER) == Due(
        date(2027, 3, 25),
        Text(
            f"zwei Wochen vor dem 12.{NB}April 2027, von Montag, dem 29.{NB}März 2027 "
            "(Ostermontag), auf den letzten Werktag davor gelegt",
            f"two weeks before 12{NB}April 2027, moved from Monday, 29{NB}March 2027 "
            "(Easter Monday), to the last working day before it",
        ),
    )


def test_a_weekend_is_named_by_its_weekday():
    found = due(date(2027, 4, 14), Lead(days=3), NO_HOLIDAYS)
    assert found.day == date(2027, 4, 9)
    assert f"von Sonntag, dem 11.{NB}April 2027, auf" in found.why.de
    assert f"from Sunday, 11{NB}April 2027, to" in found.why.en


@pytest.mark.parametrize(
    ("lead", "de", "en"),
    [
        (Lead(), "am 14. April 2027", "on 14 April 2027"),
        (Lead(weeks=1), "eine Woche vor dem", "one week before"),
        (Lead(days=1), "einen Tag vor dem", "one day before"),
        (Lead(days=2), "zwei Tage vor dem", "two days before"),
        (Lead(days=1, working_days=True), "einen Werktag", "one working day before"),
        (Lead(days=12, working_days=True), "zwölf Werktage vor", "twelve working days"),
        (Lead(days=13), "13 Tage vor dem", "13 days before"),
        (Lead(2, 3), "zwei Wochen und drei Tage", "two weeks and three days"),
    ],
)  # fmt: skip
def test_the_lead_is_said_in_words(lead, de, en):
    why = due(date(2027, 4, 14), lead, NO_HOLIDAYS).why
    assert why.de.replace(NB, " ").startswith(de)
    assert why.en.replace(NB, " ").startswith(en)


def test_the_working_day_before_a_working_day_is_another_day():
    assert working_day_before(date(2027, 4, 12), NO_HOLIDAYS) == date(2027, 4, 9)
    assert working_day_before(date(2027, 3, 30), EASTER) == date(2027, 3, 25)


def test_the_due_day_itself_is_in_time():
    deadline = due(date(2027, 4, 14), Lead(weeks=1), NO_HOLIDAYS)
    assert not is_late(date(2027, 4, 7), deadline)
    assert is_late(date(2027, 4, 8), deadline)


@pytest.mark.parametrize(
    ("left", "de", "en"),
    [
        (0, "heute", "today"),
        (1, "morgen", "tomorrow"),
        (2, "in 2 Tagen", "in 2 days"),
        (-1, "seit gestern überfällig", "overdue since yesterday"),
        (-2, "seit 2 Tagen überfällig", "2 days overdue"),
    ],
)
def test_days_left(left, de, en):
    today = date(2027, 2, 27)
    assert days_left(today, today + timedelta(days=left)) == Text(de, en)


def test_every_anchor_has_a_name():
    assert ANCHOR_NAMES.keys() == set(Anchor)
