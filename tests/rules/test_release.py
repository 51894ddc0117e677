from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.dates import NB
from reihum.rules.laender import CODES
from reihum.rules.release import PART_NAMES, Objection, Part, decide_release
from reihum.rules.words import Text

pytestmark = pytest.mark.unit
DEADLINE = date(2027, 5, 12)
AFTER = date(2027, 5, 13)
ALL = frozenset(Part)
objection = st.builds(Objection, st.sampled_from(CODES), st.sampled_from(Part))
objections_made = st.lists(objection, max_size=6)
parts_asked = st.frozensets(st.sampled_from(Part))
days = st.sampled_from([DEADLINE, AFTER])


def test_one_member_holds_one_part_back_and_the_rest_is_free():
    against = [
        Objection("SL", Part.VOTES, "noch vertraulich"),
        Objection("BY", Part.VOTES),
        Objection("BY", Part.VOTES),
    ]
    outcome = decide_release(ALL, against, veto=True, deadline=DEADLINE, today=AFTER)
    assert outcome.released == ALL - {Part.VOTES}
    assert outcome.blocked == {Part.VOTES: ("BY", "SL")}
    assert not outcome.waiting
    assert outcome.text == Text(
        "Frei zur Veröffentlichung: Beschluss, Protokollerklärung und Anlage. "
        "Widerspruch gegen: Abstimmungsergebnis (BY und SL).",
        "Free to be published: resolution, statement for the record and annex. "
        "Objection to: result of the vote (BY and SL).",
    )


def test_until_the_deadline_has_passed_nothing_is_free():
    outcome = decide_release(ALL, [], veto=True, deadline=DEADLINE, today=DEADLINE)
    assert outcome.waiting
    assert outcome.released == frozenset()
    assert outcome.text == Text(
        f"Noch nicht freigegeben: Widerspruch ist bis zum 12.{NB}Mai 2027 möglich. "
        "Kein Widerspruch.",
        f"Not yet released: objections are possible until 12{NB}May 2027. "
        "No objection.",
    )


def test_without_a_veto_an_objection_is_told_but_holds_nothing_back():
    against = [Objection("BY", Part.ANNEX)]
    outcome = decide_release(
        {Part.ANNEX}, against, veto=False, deadline=DEADLINE, today=DEADLINE
    )
    assert (outcome.released, outcome.blocked) == (frozenset({Part.ANNEX}), {})
    assert outcome.text == Text(
        "Frei zur Veröffentlichung: Anlage. Widerspruch gegen: Anlage (BY). "
        "Ein Widerspruch hält hier die Veröffentlichung nicht auf.",
        "Free to be published: annex. Objection to: annex (BY). "
        "An objection does not hold publication back here.",
    )


def test_without_a_deadline_nobody_waits():
    outcome = decide_release(ALL, [], veto=True, deadline=None, today=DEADLINE)
    assert outcome.released == ALL
    assert not outcome.waiting


def test_when_all_is_held_back_nothing_is_said_to_be_free():
    against = [Objection("BY", Part.RESOLUTION)]
    outcome = decide_release(
        [Part.RESOLUTION], against, veto=True, deadline=None, today=AFTER
    )
    assert outcome.text.de.startswith(
        "Nichts ist frei zur Veröffentlichung. Widerspruch gegen"
    )


@given(parts_asked, objections_made, st.booleans(), days)
def test_each_part_is_free_or_held_back_and_nothing_else_is_touched(
    parts, against, veto, today
):
    outcome = decide_release(parts, against, veto=veto, deadline=DEADLINE, today=today)
    assert not outcome.released & outcome.blocked.keys()
    assert outcome.released | outcome.blocked.keys() <= parts
    if not outcome.waiting:
        assert outcome.released | outcome.blocked.keys() == parts


@given(parts_asked, objections_made, objection, days)
def test_another_objection_never_frees_anything(parts, against, more, today):
    before = decide_release(parts, against, veto=True, deadline=DEADLINE, today=today)
    after = decide_release(
        parts, [*against, more], veto=True, deadline=DEADLINE, today=today
    )
    assert after.released == before.released - {more.part}


def test_every_part_has_a_name():
    assert PART_NAMES.keys() == set(Part)
