from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.laender import CODES
from reihum.rules.release import Objection, Part
from reihum.rules.resolution import (
    ASK_FIRST,
    IN_THE_PAST,
    LONGEST_REASON,
    NO_OBJECTION,
    NO_SUCH_PART,
    NOT_ASKED,
    NOT_BY_ITSELF,
    NOTHING_CHOSEN,
    NOTHING_LEFT,
    Release,
    check_ask,
    check_end_of_objection,
    check_objection,
    check_publish,
    names_of,
    part_of,
)
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.unit
TODAY = date(2027, 5, 3)
ALL = frozenset({Part.RESOLUTION, Part.VOTES, Part.STATEMENT})
DAY = timedelta(days=1)


def release(**more) -> Release:
    values = {
        "parts": ALL, "released": frozenset(), "objections": (), "until": TODAY,
        "veto": True,
    }  # fmt: skip
    return Release(**values | more)


@given(st.sampled_from(Part))
def test_a_part_is_read_from_its_word(part):
    assert part_of(str(part)) is part


def test_another_word_is_no_part():
    assert part_of("Beschluss") == NO_SUCH_PART


@pytest.mark.parametrize("days", [0, 1, 30])
def test_the_office_asks_until_today_or_later(days):
    assert check_ask(release(until=None), TODAY + days * DAY, TODAY) is None


def test_nobody_is_asked_until_the_end_of_all_days():
    refusal = check_ask(release(until=None), date(9999, 12, 31), TODAY)
    assert isinstance(refusal, Refusal)
    assert refusal.field == "until"


def test_nobody_can_be_asked_until_yesterday():
    assert check_ask(release(until=None), TODAY - DAY, TODAY) == IN_THE_PAST


def test_the_time_to_object_is_never_cut():
    running = release(until=TODAY + 5 * DAY)
    refusal = check_ask(running, TODAY + 4 * DAY, TODAY)
    assert refusal is not None
    assert refusal.field == "until"
    assert "8.\N{NO-BREAK SPACE}Mai 2027" in refusal.text.de
    assert check_ask(running, TODAY + 6 * DAY, TODAY) is None


def test_when_all_is_published_there_is_nothing_to_ask():
    assert check_ask(release(released=ALL), TODAY, TODAY) == NOTHING_LEFT


def test_a_member_objects_up_to_and_with_the_last_day():
    assert check_objection(release(), "BY", Part.VOTES, "", TODAY) is None
    late = check_objection(release(), "BY", Part.VOTES, "", TODAY + DAY)
    assert late is not None
    assert late.why is Why.CONFLICT
    assert "3.\N{NO-BREAK SPACE}Mai 2027" in late.text.de


@pytest.mark.parametrize(
    ("there", "part", "words"),
    [
        (release(until=None), Part.VOTES, NOT_ASKED.text.de),
        (release(), Part.ANNEX, NO_SUCH_PART.text.de),
        (release(released=frozenset({Part.VOTES})), Part.VOTES, "Schon veröffentlicht"),
        (
            release(objections=(Objection("BY", Part.VOTES),)),
            Part.VOTES,
            "liegt schon vor",
        ),
    ],
)
def test_an_objection_that_cannot_be_is_refused_with_its_reason(there, part, words):
    refusal = check_objection(there, "BY", part, "", TODAY)
    assert isinstance(refusal, Refusal)
    assert words in refusal.text.de


def test_a_reason_has_its_limit():
    reason = "x" * (LONGEST_REASON + 1)
    refusal = check_objection(release(), "BY", Part.VOTES, reason, TODAY)
    assert refusal is not None
    assert refusal.field == "reason"
    assert str(LONGEST_REASON + 1) in refusal.text.de
    assert check_objection(release(), "BY", Part.VOTES, reason[1:], TODAY) is None


def test_only_an_own_objection_is_taken_back():
    there = release(objections=(Objection("BY", Part.VOTES),))
    assert check_end_of_objection(there, "BY", Part.VOTES) is None
    assert check_end_of_objection(there, "SN", Part.VOTES) == NO_OBJECTION
    assert check_end_of_objection(there, "BY", Part.STATEMENT) == NO_OBJECTION


@pytest.mark.parametrize(
    ("there", "chosen", "refusal"),
    [
        (release(), (), NOTHING_CHOSEN),
        (release(), (Part.ANNEX,), NO_SUCH_PART),
        (release(until=None), (Part.RESOLUTION,), ASK_FIRST),
        (release(veto=False), (Part.VOTES,), NOT_BY_ITSELF),
    ],
)
def test_what_cannot_be_published_is_refused_with_its_reason(there, chosen, refusal):
    assert check_publish(there, chosen, TODAY) == refusal


def test_with_a_veto_nothing_is_published_while_objections_can_come():
    refusal = check_publish(release(), (Part.RESOLUTION,), TODAY)
    assert refusal is not None
    assert "Widerspruch ist bis zum 3.\N{NO-BREAK SPACE}Mai 2027" in refusal.text.de
    assert release().open_on(TODAY)
    assert not release().open_on(TODAY + DAY)
    assert not release(released=ALL).open_on(TODAY)
    assert not release(until=None).open_on(TODAY)


def test_what_is_public_is_not_published_twice():
    there = release(released=frozenset({Part.RESOLUTION}))
    refusal = check_publish(there, (Part.RESOLUTION,), TODAY + DAY)
    assert refusal is not None
    assert refusal.text.de == "Schon veröffentlicht: Beschluss."


def test_one_objection_holds_back_its_part_and_no_other():
    there = release(
        objections=(Objection("SN", Part.VOTES), Objection("BY", Part.VOTES))
    )
    refusal = check_publish(there, (Part.RESOLUTION, Part.VOTES), TODAY + DAY)
    assert refusal is not None
    assert refusal.text.de == (
        "Durch Widerspruch von BY und SN gesperrt: Abstimmungsergebnis."
    )
    others = (Part.RESOLUTION, Part.STATEMENT)
    assert check_publish(there, others, TODAY + DAY) is None
    assert there.free_on(TODAY + DAY) == set(others)


def test_votes_can_follow_a_resolution_that_is_public():
    there = release(released=frozenset({Part.RESOLUTION}), veto=False)
    assert check_publish(there, (Part.VOTES,), TODAY) is None


@given(
    st.frozensets(st.sampled_from(sorted(ALL)), min_size=1),
    st.lists(st.builds(Objection, st.sampled_from(CODES), st.sampled_from(Part))),
    st.booleans(),
    st.none() | st.dates(),
)
def test_the_office_can_publish_exactly_what_is_free(chosen, objections, veto, until):
    there = release(objections=tuple(objections), veto=veto, until=until)
    refusal = check_publish(there, chosen | {Part.RESOLUTION}, TODAY)
    free = chosen | {Part.RESOLUTION} <= there.free_on(TODAY)
    assert (refusal is None) == free


def test_parts_are_named_in_one_order():
    names = names_of({Part.VOTES, Part.RESOLUTION})
    assert names.de == "Beschluss und Abstimmungsergebnis"
    assert names.en == "resolution and result of the vote"
