from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.facts import Category, Vote
from reihum.rules.laender import CODES
from reihum.rules.majority import Poll, check, decide, standing
from reihum.rules.outcome import Effect, Result
from tests.rules.books import (
    BLOCKS,
    QUORUM,
    SIMPLE,
    TWO_THIRDS,
    WITH_BUND,
    WITHOUT_BUND,
    any_book,
    book,
    codes,
    latest,
    polls,
    tally,
    votes,
    weighted,
)

pytestmark = pytest.mark.unit
INTMK = latest("intmk")


# The votes of the IntMK as they were reported.


def test_2017_thirteen_against_one_with_two_abstentions_is_adopted():
    outcome = decide(Poll(votes(no=["BY"], abstain=["HE", "SL"])), INTMK)
    assert outcome.adopted
    assert outcome.written == "13 : 1 : 2"
    assert (outcome.needed, outcome.of) == (11, 16)
    assert (outcome.no, outcome.abstain) == (("BY",), ("HE", "SL"))


def test_2017_fifteen_against_one_is_adopted():
    assert decide(Poll(votes(no=["BY"])), INTMK).written == "15 : 1 : 0"
    assert decide(Poll(votes(no=["BY"])), INTMK).adopted


def test_2014_and_2025_all_sixteen_agree():
    outcome = decide(Poll(votes()), INTMK)
    assert outcome.adopted
    assert outcome.yes == CODES


def test_2013_two_thirds_are_just_enough_and_one_less_is_not():
    assert decide(Poll(tally(11, 5)), INTMK).adopted
    assert not decide(Poll(tally(10, 0, 6)), INTMK).adopted


@pytest.mark.parametrize(
    ("slug", "category", "counted", "adopted"),
    [
        ("kmk", Category.ORDINARY, (13, 3, 0), True),
        ("kmk", Category.ORDINARY, (12, 0, 4), False),
        ("kmk", Category.BUDGET, (15, 1, 0), False),
        ("kmk", Category.BUDGET, (15, 0, 1), True),
        ("kmk", Category.FUNDAMENTAL, (15, 1, 0), False),
        ("kmk", Category.PROCEDURE, (2, 1, 13), True),
        ("kmk", Category.PROCEDURE, (2, 2, 12), False),
        ("jfmk", Category.BUDGET, (15, 1, 0), False),
        ("jfmk", Category.FUNDAMENTAL, (13, 3, 0), True),  # has no rule of its own
        ("smk", Category.ORDINARY, (15, 1, 0), False),
        ("gmk", Category.FUNDAMENTAL, (13, 3, 0), True),
        ("imk", Category.ORDINARY, (16, 0, 0), True),
        ("vmk", Category.ORDINARY, (9, 7, 0), True),
    ],
)
def test_each_conference_decides_by_its_own_rule(slug, category, counted, adopted):
    outcome = decide(Poll(tally(*counted), category), latest(slug))
    assert outcome.adopted is adopted


def test_the_vote_of_the_bund_does_not_make_up_for_a_land_in_the_vsmk():
    twelve = decide(Poll({**tally(12, 4), "BUND": Vote.YES}), latest("vsmk"))
    assert not twelve.adopted
    assert twelve.counted == 12
    assert decide(Poll({**tally(13, 3), "BUND": Vote.NO}), latest("vsmk")).adopted


def test_all_laender_may_decide_without_the_bund_in_the_umk_and_it_is_marked():
    against = decide(Poll({**votes(), "BUND": Vote.NO}), latest("umk"))
    assert against.adopted
    assert against.effect is Effect.WITHOUT_BUND
    together = decide(Poll({**votes(), "BUND": Vote.YES}), latest("umk"))
    assert together.effect is Effect.BINDING
    one_abstains = Poll({**votes(abstain=["HE"]), "BUND": Vote.NO})
    assert not decide(one_abstains, latest("umk")).adopted


def test_one_land_still_prevents_what_the_bund_cannot():
    assert not decide(
        Poll({**votes(no=["HE"]), "BUND": Vote.YES}), latest("umk")
    ).adopted


def test_a_majority_of_the_vmk_is_an_opinion_and_only_unanimity_binds():
    assert decide(Poll(tally(9, 7)), latest("vmk")).effect is Effect.MAJORITY_OPINION
    assert decide(Poll(tally(16)), latest("vmk")).effect is Effect.BINDING
    assert decide(Poll(tally(7, 9)), latest("vmk")).effect is Effect.NONE


def test_an_abstention_prevents_unanimity_only_where_the_rules_say_so():
    poll = Poll(votes(abstain=["HE"]))
    assert decide(poll, book()).adopted
    assert not decide(poll, book(BLOCKS)).adopted


def test_weights_need_the_number_and_the_share_and_the_bund():
    heavy = [code for code in CODES if code not in {"BB", "HB", "MV", "SL", "TH"}]
    light = [code for code in CODES if code not in {"NW", "BY", "BW", "NI"}]
    yes = dict.fromkeys(heavy, Vote.YES)
    assert decide(Poll({**yes, "BUND": Vote.YES}), weighted()).adopted
    assert not decide(Poll(yes), weighted()).adopted  # eleven, and no Bund
    without = {**dict.fromkeys(CODES, Vote.YES), "BUND": Vote.ABSTAIN}
    assert not decide(Poll(without), weighted()).adopted
    poor = {**dict.fromkeys(light, Vote.YES), "BUND": Vote.YES}
    assert not decide(Poll(poor), weighted()).adopted


def test_half_of_the_laender_are_no_quorum_and_the_bund_is_no_land():
    eight = {**tally(8), "BUND": Vote.YES}
    assert decide(Poll(eight), book(QUORUM, members=WITH_BUND)).quorate is False
    assert decide(Poll(tally(9)), book(QUORUM)).adopted


def test_who_is_there_and_silent_counts_toward_the_quorum():
    outcome = decide(Poll(tally(2), present=frozenset(CODES[:9])), book(QUORUM))
    assert outcome.adopted
    assert outcome.taking_part == 9
    assert outcome.silent == CODES[2:9]
    assert outcome.absent == CODES[9:]


def test_a_vote_of_somebody_without_one_is_refused_and_never_counted():
    poll = Poll({"BY": Vote.YES, "BUND": Vote.NO})
    refusal = check(poll, INTMK)
    assert refusal is not None
    assert "Bund" in refusal.text.de
    assert "Bund" in refusal.text.en
    assert decide(poll, INTMK).no == ()
    assert check(Poll(votes()), INTMK) is None


# Laws: they hold for every conference and every kind of majority.


@given(polls, codes, any_book)
def test_another_yes_never_turns_adoption_into_rejection(poll, code, rules):
    before = decide(poll, rules).adopted
    after = decide(replace(poll, votes={**poll.votes, code: Vote.YES}), rules).adopted
    assert after >= before


@given(polls, any_book)
def test_everyone_with_a_vote_is_in_exactly_one_place(poll, rules):
    one = decide(poll, rules)
    places = (*one.yes, *one.no, *one.abstain, *one.silent, *one.absent)
    assert sorted(places) == sorted(rules.voters)


@given(polls, any_book, st.randoms(use_true_random=False))
def test_the_order_of_the_votes_does_not_matter(poll, rules, chance):
    items = list(poll.votes.items())
    chance.shuffle(items)
    assert decide(replace(poll, votes=dict(items)), rules) == decide(poll, rules)


@given(polls)
def test_unanimity_with_one_no_is_never_adopted(poll):
    against = replace(poll, votes={**poll.votes, "BY": Vote.NO})
    assert not decide(against, book()).adopted


@given(polls, any_book)
def test_what_is_not_adopted_has_no_effect(poll, rules):
    outcome = decide(poll, rules)
    assert (outcome.effect is Effect.NONE) is not outcome.adopted


# While the ballot is open.


@given(st.data(), any_book, st.sampled_from(Category))
def test_the_standing_agrees_with_the_outcome_when_all_have_voted(
    data, rules, category
):
    every = {
        code: data.draw(st.sampled_from(Vote), label=code) for code in rules.voters
    }
    poll = Poll(every, category)
    now = standing(poll, rules)
    assert now.settled is decide(poll, rules).result
    assert now.open == ()


@given(polls, any_book, st.data())
def test_a_settled_ballot_stays_settled_whatever_is_still_cast(poll, rules, data):
    now = standing(poll, rules)
    more = {
        code: vote
        for code in now.open
        if (vote := data.draw(st.none() | st.sampled_from(Vote), label=code))
    }
    final = decide(replace(poll, votes={**poll.votes, **more}), rules)
    if now.settled is Result.ADOPTED:
        assert final.adopted
    if now.missing is None:
        assert not final.adopted


@given(polls, any_book)
def test_so_many_more_yes_votes_are_missing_and_not_one_less(poll, rules):
    leave_open = {code: poll.votes.get(code, Vote.NO) for code in rules.voters[4:]}
    few_open = replace(poll, votes=leave_open)
    enough = [
        len(yes)
        for number in range(5)
        for yes in combinations(rules.voters[:4], number)
        if decide(
            replace(few_open, votes={**leave_open, **dict.fromkeys(yes, Vote.YES)}),
            rules,
        ).adopted
    ]
    assert standing(few_open, rules).missing == min(enough, default=None)


def test_the_least_number_is_named_even_if_the_heaviest_come_last():
    rules = book(majority=TWO_THIRDS)
    assert standing(Poll(tally(4, 2)), rules).missing == 7
    assert standing(Poll(tally(4, 6)), rules).missing is None
    assert standing(Poll(tally(4, 6)), rules).settled is Result.REJECTED
    light_first = dict.fromkeys(("HB", "SL", "MV", "TH", "HH", "ST"), Vote.YES)
    assert standing(Poll(light_first), weighted()).missing == 6


def test_adoption_is_settled_as_soon_as_nobody_can_change_it():
    assert standing(Poll(tally(11)), INTMK).settled is Result.ADOPTED
    assert standing(Poll(tally(10)), INTMK).settled is None
    assert standing(Poll(tally(8)), book(majority=SIMPLE)).settled is None
    assert standing(Poll(tally(9)), book(majority=SIMPLE)).settled is Result.ADOPTED
    assert standing(Poll(tally(15)), book()).settled is None


@given(polls)
def test_all_laender_without_the_bund_is_monotone_too(poll):
    rules = book(BLOCKS, WITHOUT_BUND, members=WITH_BUND)
    outcome = decide(poll, rules)
    if outcome.effect is Effect.WITHOUT_BUND:
        assert set(CODES) <= set(outcome.yes)
        assert "BUND" not in outcome.yes
