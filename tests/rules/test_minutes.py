from datetime import date, timedelta

import pytest

from reihum.rules.facts import ConferenceState
from reihum.rules.minutes import (
    FINAL,
    IN_THE_FUTURE,
    LONGEST_FRAME,
    LONGEST_REMARK,
    NO_SUCH_STATE,
    NOTHING_YET,
    State,
    Version,
    check_fix,
    check_frame,
    check_happened,
    check_held,
    check_open,
    check_remark,
    state_of,
)
from reihum.rules.stages import Stage
from reihum.rules.words import Why

pytestmark = pytest.mark.unit
TODAY = date(2027, 5, 3)
DAY = timedelta(days=1)
PROVISIONAL = Version(State.PROVISIONAL, TODAY)


@pytest.mark.parametrize("word", ["provisional", "final"])
def test_a_version_is_provisional_or_final(word):
    assert state_of(word) == word


@pytest.mark.parametrize("word", ["draft", "", "endgültig"])
def test_nothing_else_can_be_fixed(word):
    assert state_of(word) == NO_SUCH_STATE


def test_after_the_final_version_nothing_is_written():
    planned, held = ConferenceState.PLANNED, ConferenceState.HELD
    assert check_open(22, planned, ()) is None
    assert check_open(22, held, (PROVISIONAL,)) is None
    final = (PROVISIONAL, Version(State.FINAL, TODAY))
    assert check_open(22, held, final) == FINAL


def test_a_conference_whose_minutes_were_written_elsewhere_is_closed():
    refusal = check_open(13, ConferenceState.HELD, ())
    assert refusal is not None
    assert (refusal.why, "13." in refusal.text.de) == (Why.CONFLICT, True)


def test_minutes_of_nothing_are_not_fixed():
    assert check_happened(0) == NOTHING_YET
    assert check_happened(1) is None


def test_a_cancelled_conference_has_no_minutes():
    assert check_held(15, cancelled=False) is None
    refusal = check_held(15, cancelled=True)
    assert refusal is not None
    assert (refusal.why, "15." in refusal.text.de) == (Why.CONFLICT, True)


def test_a_version_is_dated_today_at_the_latest():
    assert check_fix(State.FINAL, TODAY, (), {}, TODAY) is None
    assert check_fix(State.FINAL, TODAY + DAY, (), {}, TODAY) == IN_THE_FUTURE


def test_a_version_is_not_older_than_the_one_before():
    versions = (Version(State.PROVISIONAL, TODAY - DAY), PROVISIONAL)
    assert check_fix(State.FINAL, TODAY, versions, {}, TODAY) is None
    refusal = check_fix(State.FINAL, TODAY - DAY, versions, {}, TODAY)
    assert refusal is not None
    assert refusal.field == "as_of"
    assert "3.\N{NO-BREAK SPACE}Mai 2027" in refusal.text.de


@pytest.mark.parametrize("state", [State.PROVISIONAL, State.FINAL])
def test_no_version_is_fixed_during_a_vote(state):
    stages = {"2.10": Stage.IN_VOTE, "2.9": Stage.IN_VOTE, "1": Stage.ADOPTED}
    refusal = check_fix(state, TODAY, (), stages, TODAY)
    assert refusal is not None
    assert "TOP\N{NO-BREAK SPACE}2.9 und 2.10" in refusal.text.de


def test_a_final_version_waits_for_every_item():
    stages = {"1": Stage.ADOPTED, "2.4": Stage.ON_AGENDA}
    refusal = check_fix(State.FINAL, TODAY, (), stages, TODAY)
    assert refusal is not None
    assert "TOP\N{NO-BREAK SPACE}2.4" in refusal.text.de
    assert check_fix(State.PROVISIONAL, TODAY, (), stages, TODAY) is None


def test_texts_have_their_limits():
    assert check_remark("x" * LONGEST_REMARK) is None
    remark = check_remark("x" * (LONGEST_REMARK + 1))
    long = "x" * (LONGEST_FRAME + 1)
    opening, closing = check_frame(long, ""), check_frame("", long)
    assert check_frame(long[1:], long[1:]) is None
    assert [r.field for r in (remark, opening, closing) if r] == [
        "text",
        "opening",
        "closing",
    ]
