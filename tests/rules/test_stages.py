import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.stages import (
    MOVE_NAMES,
    NEXT,
    STAGE_NAMES,
    TERMINAL,
    TREATMENT_NAMES,
    Move,
    Stage,
    Treatment,
    move,
    name_of,
    possible,
)
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.unit
stages, moves = st.sampled_from(Stage), st.sampled_from(Move)


def walk(*wanted: Move) -> Stage | Refusal:
    stage: Stage | Refusal = Stage.DRAFT
    for step in wanted:
        assert isinstance(stage, Stage)
        stage = move(stage, step)
    return stage


@pytest.mark.parametrize(
    ("way", "end"),
    [
        ([Move.SUBMIT, Move.PLACE, Move.OPEN_VOTE, Move.ADOPT], Stage.ADOPTED),
        ([Move.SUBMIT, Move.PLACE, Move.OPEN_VOTE, Move.REJECT], Stage.REJECTED),
        ([Move.SUBMIT_LATE, Move.ADMIT], Stage.ON_AGENDA),
        ([Move.SUBMIT_LATE, Move.REFUSE_ADMISSION], Stage.NOT_ADMITTED),
        ([Move.SUBMIT, Move.PLACE, Move.FINISH], Stage.FINISHED_IN_PREPARATION),
        ([Move.SUBMIT, Move.PLACE, Move.CLOSE_WITHOUT_DECISION], Stage.NO_DECISION),
        ([Move.SUBMIT, Move.PLACE, Move.OPEN_VOTE, Move.REOPEN], Stage.ON_AGENDA),
        ([Move.SUBMIT, Move.PLACE, Move.NOTE], Stage.NOTED),
        ([Move.SUBMIT, Move.WITHDRAW], Stage.WITHDRAWN),
        ([Move.SUBMIT, Move.PLACE, Move.MERGE], Stage.MERGED),
        ([Move.SUBMIT, Move.PLACE, Move.DEFER], Stage.DEFERRED),
        ([Move.SUBMIT, Move.PLACE, Move.DROP], Stage.DROPPED),
    ],
)
def test_the_ways_that_items_really_went(way, end):
    assert walk(*way) is end


def test_a_late_item_comes_to_the_vote_only_when_admitted():
    assert isinstance(walk(Move.SUBMIT_LATE, Move.PLACE), Refusal)
    assert isinstance(walk(Move.SUBMIT_LATE, Move.OPEN_VOTE), Refusal)


def test_nothing_is_adopted_without_a_vote():
    before = {stage for (stage, _), after in NEXT.items() if after is Stage.ADOPTED}
    assert before == {Stage.IN_VOTE}


def test_what_is_final():
    on_the_way = {
        Stage.DRAFT, Stage.SUBMITTED, Stage.LATE, Stage.ON_AGENDA, Stage.IN_VOTE,
    }  # fmt: skip
    assert set(Stage) - on_the_way == TERMINAL


@given(st.sampled_from(sorted(TERMINAL)), moves)
def test_a_final_stage_has_no_way_out(stage, wanted):
    refusal = move(stage, wanted)
    assert isinstance(refusal, Refusal)
    assert "endgültig" in refusal.text.de
    assert "final" in refusal.text.en


def test_every_stage_can_be_reached_from_a_draft():
    reached = {Stage.DRAFT}
    while new := {NEXT[row] for row in NEXT if row[0] in reached} - reached:
        reached |= new
    assert reached == set(Stage)


def test_every_move_is_of_use_somewhere():
    assert {wanted for _, wanted in NEXT} == set(Move)


@given(stages, moves)
def test_an_item_moves_along_the_table_or_is_told_where_it_stands(stage, wanted):
    result = move(stage, wanted)
    if wanted in possible(stage):
        assert result is NEXT[stage, wanted]
        return
    assert isinstance(result, Refusal)
    assert result.why is Why.CONFLICT
    for named in (stage, wanted, *possible(stage)):
        assert f"„{name_of(named).de}“" in result.text.de
        assert f"“{name_of(named).en}”" in result.text.en


@pytest.mark.parametrize(
    ("names", "kind"),
    [(STAGE_NAMES, Stage), (TREATMENT_NAMES, Treatment), (MOVE_NAMES, Move)],
)
def test_everything_has_a_name_of_its_own_in_both_languages(names, kind):
    assert [name_of(thing) for thing in kind] == [names[thing] for thing in kind]
    for language in ("de", "en"):
        assert len({name.in_(language) for name in names.values()}) == len(kind)


def test_treatments_are_named_as_the_minutes_print_them():
    late = name_of(Treatment.LATE_ADMITTED)
    assert late.de == "verfristet angemeldet, zugelassen"
    assert name_of(Treatment.GREEN_LIST).de == "Grüne Liste (ohne Aussprache)"
