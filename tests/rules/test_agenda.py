from datetime import date

import pytest

from reihum.rules.agenda import (
    CHOICES,
    ENDINGS,
    LEFT_OUT,
    LONGEST,
    TOGETHER,
    Side,
    check_join,
    check_no_heading,
    check_no_item,
    check_number,
    check_publication,
    check_pull_out,
    check_title,
    check_treatment,
    ending,
    joined_number,
    left_out,
    unknown_conference,
    unknown_item,
)
from reihum.rules.stages import TERMINAL, Move, Stage, Treatment
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("treatment", Treatment)
def test_every_treatment_can_be_chosen_or_follows_from_something(treatment):
    refusal = check_treatment(treatment, Stage.ON_AGENDA, late=True)
    assert (refusal is None) == (treatment in CHOICES)


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.ON_AGENDA}))
def test_how_an_item_is_dealt_with_is_settled_before_it_is_voted_on(stage):
    assert check_treatment(Treatment.BLOCK, stage, late=False).why is Why.CONFLICT


def test_only_a_late_item_is_called_late():
    refusal = check_treatment(Treatment.LATE_ADMITTED, Stage.ON_AGENDA, late=False)
    assert refusal.text.de == "Dieser Punkt war nicht verfristet."


@pytest.mark.parametrize("treatment", Treatment)
def test_an_item_is_pulled_only_out_of_what_is_decided_together(treatment):
    refusal = check_pull_out(treatment, Stage.ON_AGENDA, any_member=True)
    assert (refusal is None) == (treatment in TOGETHER)


def test_nothing_is_pulled_out_once_it_is_being_voted_on():
    refusal = check_pull_out(Treatment.BLOCK, Stage.IN_VOTE, any_member=True)
    assert refusal.why is Why.CONFLICT


def test_rules_of_procedure_may_forbid_pulling_out():
    refusal = check_pull_out(Treatment.BLOCK, Stage.ON_AGENDA, any_member=False)
    assert refusal.why is Why.FORBIDDEN


@pytest.mark.parametrize("wanted", ENDINGS)
def test_every_ending_is_final(wanted):
    assert ending(Stage.ON_AGENDA, wanted) in TERMINAL
    assert isinstance(ending(Stage.ADOPTED, wanted), Refusal)


def test_an_item_does_not_end_while_it_is_voted_on():
    refusal = ending(Stage.IN_VOTE, Move.CLOSE_WITHOUT_DECISION)
    assert "Schließen Sie zuerst die Abstimmung" in refusal.text.de


def test_a_vote_is_not_decided_by_the_agenda():
    assert ending(Stage.IN_VOTE, Move.ADOPT).why is Why.INVALID


def test_joined_items_have_both_numbers_as_minutes_print_them():
    assert joined_number("3/46", "5") == "3/5/46"
    assert joined_number("2b", "2a") == "2a/2b"


def test_a_number_stays_readable():
    long = "/".join(str(number) for number in range(100, 106))
    assert len(long) < LONGEST
    assert joined_number(long, "107").field == "with_item"
    assert check_number("1" + ".1" * 12, []).field == "number"


def test_a_number_is_given_once():
    assert check_number("2.9b", ["2.9"]) is None
    assert check_number("2.9", ["2.9"]).why is Why.CONFLICT


def test_items_are_joined_within_one_agenda_and_before_the_vote():
    three = Side(3, 22, Stage.ON_AGENDA)
    assert check_join(Side(5, 22, Stage.ON_AGENDA), three) is None
    assert check_join(three, three).field == "with_item"
    assert check_join(Side(5, 21, Stage.ON_AGENDA), three).why is Why.INVALID
    voting = Side(3, 22, Stage.IN_VOTE)
    assert check_join(Side(5, 22, Stage.ON_AGENDA), voting).why is Why.CONFLICT


@pytest.mark.parametrize("word", [*Move, "", "entfällt"])
def test_a_motion_is_left_off_only_by_dropping_or_deferring_it(word):
    read = left_out(word)
    if word in LEFT_OUT:
        assert read is Move(word)
    else:
        assert (read.why, read.field) == (Why.INVALID, "move")


def test_what_stands_on_the_agenda_ends_there():
    assert check_no_item(has_item=False) is None
    assert check_no_item(has_item=True).why is Why.CONFLICT


def test_a_heading_is_no_item():
    assert check_no_heading(section=False) is None
    assert check_no_heading(section=True).why is Why.CONFLICT


@pytest.mark.parametrize(
    ("title", "fits"), [("", False), ("A", True), ("x" * 301, False)]
)
def test_an_item_has_a_title_that_fits(title, fits):
    assert (check_title(title) is None) == fits


def test_an_agenda_is_published_once_and_only_where_the_rules_allow_it():
    assert check_publication(items=1, published=None, public=None) is None
    assert check_publication(items=1, published=None, public=True) is None
    assert "nicht öffentlich" in (
        check_publication(items=1, published=None, public=False).text.de
    )
    assert "leer" in check_publication(items=0, published=None, public=None).text.de
    again = check_publication(items=1, published=date(2027, 3, 1), public=None)
    assert "1.\N{NO-BREAK SPACE}März 2027" in again.text.de


def test_what_does_not_exist_is_said_to_be_unknown():
    assert unknown_item().why is Why.UNKNOWN
    assert "99" in unknown_conference(99).text.de
