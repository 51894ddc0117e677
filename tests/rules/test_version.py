"""How versions are called, and when a wording changes no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.stages import Stage
from reihum.rules.version import (
    CAUSE_NAMES,
    Cause,
    Label,
    check_wording_open,
    label_of,
    unknown_version,
)
from reihum.rules.words import Why

pytestmark = pytest.mark.unit


def test_every_cause_has_a_name():
    assert CAUSE_NAMES.keys() == set(Cause)


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_the_address_of_a_version_leads_back_to_it(number, step):
    label = Label(0, step) if step else Label(number)
    again = label_of(str(label))
    assert again == (label if number or step else None)


def test_a_version_is_called_by_its_number_and_a_draft_by_its_step():
    assert Label(3).name.de == "Fassung\N{NO-BREAK SPACE}3"
    assert Label(0, 2).name.de == "Entwurf\N{NO-BREAK SPACE}2"
    assert Label(0, 2) < Label(0, 3) < Label(1)


@pytest.mark.parametrize("word", ["", "0", "e", "e0", "x", "3x", "99999", "-1", "３"])
def test_what_is_no_version_is_none(word):
    assert label_of(word) is None
    assert unknown_version().why is Why.UNKNOWN


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        (Stage.IN_VOTE, "eingefroren"),
        (Stage.ADOPTED, "„beschlossen“"),
        (Stage.MERGED, "gemeinsam behandelt"),
    ],
)
def test_what_is_voted_on_or_settled_keeps_its_wording(stage, sentence):
    refusal = check_wording_open(stage)
    assert (refusal.why, sentence in refusal.text.de) == (Why.CONFLICT, True)


@pytest.mark.parametrize(
    "stage", [Stage.DRAFT, Stage.SUBMITTED, Stage.LATE, Stage.ON_AGENDA]
)
def test_until_then_it_may_change(stage):
    assert check_wording_open(stage) is None
