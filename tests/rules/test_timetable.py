from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.deadlines import Anchor, Calendar, Due, is_working_day
from reihum.rules.rulebook import in_force
from reihum.rules.rulebooks import all_shipped, shipped
from reihum.rules.timetable import (
    KIND_NAMES,
    DeadlineKind,
    Planned,
    ask_for,
    check_before,
    check_call,
    missing_anchor,
    timetable,
    with_own_day,
)
from reihum.rules.words import Refusal, Text, Why

pytestmark = pytest.mark.unit

SESSION, TODAY = date(2027, 4, 14), date(2026, 11, 23)
EASTER = Calendar(
    frozenset({date(2027, 3, 29)}),
    {date(2027, 3, 29): Text("Ostermontag", "Easter Monday")},
)
MOTIONS = Planned(
    DeadlineKind.MOTIONS,
    Due(date(2027, 2, 3), Text("zehn Wochen vorher", "ten weeks before")),
    assumed=True,
)


def book(slug):
    found = in_force(shipped(slug), TODAY)
    assert found
    return found


def days(planned):
    return {one.kind: one.due.day for one in planned}


def test_the_intmk_wants_motions_ten_weeks_before_and_amendments_two():
    planned = timetable(book("intmk"), {Anchor.SESSION: SESSION}, EASTER)
    assert days(planned) == {
        DeadlineKind.MOTIONS: date(2027, 2, 3),
        DeadlineKind.COSPONSORS: date(2027, 3, 17),
        DeadlineKind.AMENDMENTS: date(2027, 3, 31),
    }
    assert all(one.assumed for one in planned)
    assert "zehn Wochen vor dem" in planned[0].due.why.de


def test_a_deadline_on_a_holiday_of_the_chairing_land_moves_before_it():
    after_easter = date(2027, 4, 26)  # four weeks after Easter Monday
    planned = timetable(book("intmk"), {Anchor.SESSION: after_easter}, EASTER)
    cosponsors = planned[1].due
    assert cosponsors.day == date(2027, 3, 26)
    assert "Ostermontag" in cosponsors.why.de
    assert "Easter Monday" in cosponsors.why.en


def test_a_body_without_published_deadlines_gets_none():
    assert timetable(book("kmk"), {Anchor.SESSION: SESSION}, EASTER) == ()


def test_an_anchor_without_a_day_gives_no_deadline():
    assert timetable(book("intmk"), {}, EASTER) == ()
    assert missing_anchor(book("intmk"), {}) is Anchor.SESSION
    assert missing_anchor(book("intmk"), {Anchor.SESSION: SESSION}) is None


def test_an_anchor_that_nothing_counts_from_is_not_asked_for():
    """The AMK counts from the first pre-meeting, but no source says how long."""
    assert missing_anchor(book("amk"), {Anchor.SESSION: SESSION}) is None


@pytest.mark.parametrize(
    ("anchor", "why", "field", "word"),
    [
        (
            Anchor.FIRST_PRE_MEETING,
            Why.INVALID,
            "first_pre_meeting",
            "Ländervorbesprechung",
        ),
        (Anchor.PREPARATORY, Why.CONFLICT, "", "Vorkonferenz"),
    ],
)
def test_it_says_which_day_is_missing(anchor, why, field, word):
    refusal = ask_for(anchor)
    assert (refusal.why, refusal.field) == (why, field)
    assert word in refusal.text.de
    assert refusal.text.en != refusal.text.de


def test_the_office_may_set_its_own_day_and_the_reason_says_so():
    planned = with_own_day((MOTIONS,), date(2027, 2, 10), TODAY, SESSION)
    assert not isinstance(planned, Refusal)
    assert days(planned) == {DeadlineKind.MOTIONS: date(2027, 2, 10)}
    assert not planned[0].assumed
    assert "nach der Regel wäre es der 3." in planned[0].due.why.de


def test_the_same_day_as_the_rule_keeps_the_reason_of_the_rule():
    assert with_own_day((MOTIONS,), date(2027, 2, 3), TODAY, SESSION) == (MOTIONS,)


def test_where_no_rule_is_known_the_own_day_says_that():
    planned = with_own_day((), date(2027, 2, 10), TODAY, SESSION)
    assert not isinstance(planned, Refusal)
    assert "eine Regel dazu ist nicht bekannt" in planned[0].due.why.de


def test_an_own_day_in_the_past_is_refused():
    refusal = with_own_day((MOTIONS,), date(2026, 11, 22), TODAY, SESSION)
    assert isinstance(refusal, Refusal)
    assert refusal.field == "motions_by"
    assert "schon vorbei" in refusal.text.de


@pytest.mark.parametrize("own", [SESSION, date(2031, 1, 1)])
def test_an_own_day_that_is_not_before_the_conference_is_refused(own):
    refusal = with_own_day((MOTIONS,), own, TODAY, SESSION)
    assert isinstance(refusal, Refusal)
    assert (refusal.why, refusal.field) == (Why.INVALID, "motions_by")
    assert "14.\N{NO-BREAK SPACE}April 2027" in refusal.text.de
    assert check_before("motions_by", date(2027, 4, 13), SESSION) is None


def test_a_call_needs_a_deadline_for_motions():
    refusal = check_call((), TODAY)
    assert refusal
    assert (refusal.why, refusal.field) == (Why.INVALID, "motions_by")


def test_a_call_after_the_deadline_is_refused_and_on_its_day_is_not():
    assert check_call((MOTIONS,), date(2027, 2, 3)) is None
    refusal = check_call((MOTIONS,), date(2027, 2, 4))
    assert refusal
    assert refusal.why is Why.CONFLICT
    assert "schon vorbei" in refusal.text.de


def test_every_kind_has_a_name():
    assert set(KIND_NAMES) == set(DeadlineKind)


@given(
    st.sampled_from(all_shipped()),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_every_deadline_is_a_working_day_before_its_anchor(rules, session):
    anchors = dict.fromkeys(Anchor, session)
    planned = timetable(rules, anchors, EASTER)
    assert all(is_working_day(one.due.day, EASTER) for one in planned)
    assert all(one.due.day < session for one in planned)
    assert list(planned) == sorted(planned, key=lambda one: one.due.day)
