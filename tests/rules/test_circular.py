from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.circular import decide_circular
from reihum.rules.effect import after_failure
from reihum.rules.facts import Category, Procedure, Vote
from reihum.rules.laender import CODES
from reihum.rules.majority import Poll
from reihum.rules.outcome import Effect, Objection, Result
from reihum.rules.rulebook_choices import ObjectionTo
from tests.rules.books import (
    CIRCULAR,
    SIMPLE,
    THIRTEEN,
    WITH_BUND,
    WITHOUT_BUND,
    any_circular,
    book,
    codes,
    latest,
    polls,
    section,
    tally,
    votes,
)

pytestmark = pytest.mark.unit
KMK, INTMK = latest("kmk"), latest("intmk")
TEXT, PROCEDURE = ObjectionTo.TEXT, ObjectionTo.PROCEDURE
objections = st.lists(st.builds(Objection, codes, st.sampled_from(ObjectionTo)))


def silence(word: str, *more: str) -> str:
    return section("circular", f'silence = "{word}"', *more)


def test_in_the_kmk_silence_for_four_weeks_is_consent():
    outcome = decide_circular(Poll({"BY": Vote.YES}), (), KMK, closed=True)
    assert outcome.adopted
    assert outcome.procedure is Procedure.CIRCULAR
    assert len(outcome.yes) == 16
    assert len(outcome.by_silence) == 15


def test_in_the_kmk_one_objection_ends_it_at_once_and_says_whose():
    objection = Objection("SN", PROCEDURE)
    outcome = decide_circular(Poll(tally(3)), [objection], KMK, closed=False)
    assert outcome.result is Result.OBJECTED
    assert outcome.objections == (objection,)


def test_a_no_is_an_objection_to_the_text_where_such_objections_count():
    outcome = decide_circular(Poll({"SN": Vote.NO}), (), KMK, closed=False)
    assert outcome.objections == (Objection("SN", TEXT),)
    said = [Objection("SN", PROCEDURE)]
    once = decide_circular(Poll({"SN": Vote.NO}), said, KMK, closed=False)
    assert once.objections == (Objection("SN", PROCEDURE),)


def test_abstentions_do_not_stop_what_is_adopted_without_objection():
    outcome = decide_circular(Poll(tally(0, 0, 9)), (), KMK, closed=True)
    assert outcome.adopted


def test_an_objection_that_the_rules_do_not_know_ends_nothing():
    only_text = book(silence("consent", 'objection = "text"'))
    outcome = decide_circular(
        Poll(tally(16)), [Objection("BY", PROCEDURE)], only_text, closed=False
    )
    assert outcome.adopted
    assert outcome.objections
    unknown = decide_circular(
        Poll(tally(16)), [Objection("BY", TEXT)], latest("umk"), closed=True
    )
    assert unknown.result is not Result.OBJECTED


@pytest.mark.parametrize("to", [PROCEDURE, TEXT, ObjectionTo.BOTH])
def test_an_objection_to_both_meets_either_rule(to):
    rules = book(silence("abstention", f'objection = "{to}"'))
    said = [Objection("BY", ObjectionTo.BOTH)]
    outcome = decide_circular(Poll(tally(2)), said, rules, closed=False)
    assert outcome.result is Result.OBJECTED


def test_it_stays_open_until_the_time_is_over_or_all_have_answered():
    assert (
        decide_circular(Poll(tally(15)), (), INTMK, closed=False).result is Result.OPEN
    )
    assert decide_circular(Poll(tally(16)), (), INTMK, closed=False).adopted
    assert decide_circular(Poll(tally(15)), (), INTMK, closed=True).adopted


def test_where_silence_is_not_enough_it_helps_no_number_and_is_not_unanimous():
    assert not decide_circular(Poll(tally(10)), (), INTMK, closed=True).adopted
    imk = latest("imk")
    assert not decide_circular(Poll(tally(15)), (), imk, closed=True).adopted
    assert decide_circular(Poll(tally(16)), (), imk, closed=True).adopted


def test_silence_of_the_bund_does_not_stop_all_laender_in_the_umk():
    outcome = decide_circular(Poll(votes()), (), latest("umk"), closed=True)
    assert outcome.effect is Effect.WITHOUT_BUND
    one_quiet = Poll(votes(silent=["HE"]))
    assert not decide_circular(one_quiet, (), latest("umk"), closed=True).adopted


def test_silence_as_abstention_hinders_no_simple_majority_but_a_number():
    poll = Poll(tally(3, 2))
    simple = decide_circular(
        poll, (), book(silence("abstention"), majority=SIMPLE), closed=True
    )
    assert simple.adopted
    assert simple.by_silence == simple.abstain == CODES[5:]
    many = book(silence("abstention"), majority=THIRTEEN)
    assert not decide_circular(poll, (), many, closed=True).adopted


def test_a_conference_without_known_rules_counts_only_what_is_written():
    outcome = decide_circular(Poll(tally(9, 7)), (), latest("vmk"), closed=True)
    assert outcome.adopted
    assert (
        decide_circular(Poll(tally(0)), (), latest("vmk"), closed=True).silent == CODES
    )


def test_after_a_failure_the_kmk_clarifies_and_mediates_since_2024():
    path = after_failure(KMK, Category.BUDGET)
    assert path is not None
    assert "13 Stimmen" in path.de
    assert "in writing" in path.en
    assert after_failure(KMK, Category.ORDINARY) is None
    assert after_failure(INTMK, Category.BUDGET) is None
    spoken = book(section("fallback.ordinary", 'kind = "clarification"', "votes = 12"))
    path = after_failure(spoken, Category.ORDINARY)
    assert path is not None
    assert "schriftlich" not in path.de


@given(polls)
def test_silence_as_consent_equals_a_yes_of_everyone_silent(poll):
    for part in CIRCULAR[:4]:
        rules = book(part)
        spoken = {**dict.fromkeys(CODES, Vote.YES), **poll.votes}
        quiet = decide_circular(poll, (), rules, closed=True)
        loud = decide_circular(replace(poll, votes=spoken), (), rules, closed=True)
        assert quiet.result is loud.result
        if quiet.result is not Result.OBJECTED:
            assert quiet.yes == loud.yes


@given(polls, objections, any_circular, codes)
def test_another_written_yes_never_hurts(poll, said, rules, code):
    before = decide_circular(poll, said, rules, closed=True).adopted
    more = replace(poll, votes={**poll.votes, code: Vote.YES})
    assert decide_circular(more, said, rules, closed=True).adopted >= before


@given(polls, objections, any_circular, st.booleans())
def test_in_writing_too_everyone_is_in_exactly_one_place(poll, said, rules, closed):
    one = decide_circular(poll, said, rules, closed=closed)
    places = (*one.yes, *one.no, *one.abstain, *one.silent, *one.absent)
    assert sorted(places) == sorted(rules.voters)
    assert one.absent == ()
    assert one.result is not Result.NOT_QUORATE


@given(polls, any_circular)
def test_closing_changes_nothing_that_was_decided(poll, rules):
    now = decide_circular(poll, (), rules, closed=False)
    if now.result is not Result.OPEN:
        assert decide_circular(poll, (), rules, closed=True) == now


def test_with_the_bund_at_the_table_its_silence_is_counted_like_any_other():
    rules = book(silence("consent"), WITHOUT_BUND, members=WITH_BUND)
    outcome = decide_circular(Poll(votes()), (), rules, closed=True)
    assert outcome.by_silence == ("BUND",)
    assert outcome.effect is Effect.BINDING
