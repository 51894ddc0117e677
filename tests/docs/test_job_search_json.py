"""The description of the job search's JSON names all that is in it."""

import re
from pathlib import Path

import pytest

from reihum.jobs.address import KINDS, LEVELS, ORDERS, WORKING_TIMES
from reihum.jobs.answer import Facet, Outcome, State
from reihum.jobs.model import (
    Advertisement,
    Contract,
    Entry,
    Kind,
    Offer,
    PayUnit,
    Place,
    Point,
    Recognition,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.query import Asked, Criterion, Term
from reihum.public.jobs_files import Problem, Written

pytestmark = pytest.mark.unit

TEXT = (Path(__file__).parents[2] / "docs/stellensuche-json.md").read_text("utf-8")
NAMED = set(re.findall(r"`(\w+)`", TEXT)) | set(re.findall(r'"(\w+)":', TEXT))


@pytest.mark.parametrize(
    "struct",
    [
        Advertisement, Asked, Entry, Facet, Offer, Outcome, Place, Point, Problem,
        Salary, Term, Written,
    ],
)  # fmt: skip
def test_every_field_is_described(struct):
    assert set(struct.__struct_fields__) <= NAMED


@pytest.mark.parametrize(
    "values", [Contract, Criterion, Kind, PayUnit, Recognition, Remote, WorkingTime]
)
def test_every_value_is_described(values):
    assert {one.value for one in values} <= NAMED


def test_every_state_that_visitors_see_is_described():
    hidden = {State.OFF, State.WAITING}
    assert {one.value for one in State if one not in hidden} <= NAMED


@pytest.mark.parametrize("table", [KINDS, ORDERS, WORKING_TIMES])
def test_every_word_of_an_address_is_described(table):
    assert set(table) <= NAMED
    assert {"a1", "c2"} <= set(LEVELS) & NAMED
