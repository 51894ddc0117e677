"""A search is an address, and an address is a search again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs import address
from reihum.jobs.model import Kind, Level, WorkingTime
from reihum.jobs.query import LONGEST, RADII, Order, Query
from reihum.rules.laender import CODES

pytestmark = pytest.mark.unit

words = st.text(
    st.characters(categories=["L", "N", "P"]), max_size=LONGEST
).map(lambda text: " ".join(text.split()))  # fmt: skip
queries = st.builds(
    Query,
    words=words,
    place=words,
    radius_km=st.sampled_from(RADII),
    exact=st.booleans(),
    level=st.none() | st.sampled_from(Level),
    level_unstated=st.booleans(),
    working_time=st.frozensets(st.sampled_from(WorkingTime)),
    kinds=st.frozensets(st.sampled_from(Kind)),
    remote=st.booleans(),
    public_service=st.booleans(),
    no_recognition=st.booleans(),
    published_days=st.none() | st.sampled_from(address.DAYS),
    lands=st.frozensets(st.sampled_from(CODES)),
    sources=st.frozensets(st.sampled_from(["own", "arbeitsagentur"])),
    order=st.sampled_from(Order),
    page=st.integers(1, address.LAST_PAGE),
)


@given(queries)
def test_a_search_comes_back_from_its_address(query):
    assert address.query_from(address.text_of(query)) == query


def test_the_address_of_an_empty_search_is_empty():
    assert address.text_of(Query()) == ""


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=300))))
def test_whatever_an_address_holds_makes_a_search(params):
    assert isinstance(address.query_of(params), Query)


@pytest.mark.parametrize(
    ("name", "value"),
    [("km", "7"), ("km", "99999999"), ("km", "-5"), ("seite", "0"), ("seite", "²"),
     ("seit", "x"), ("deutsch", "z9"), ("zeit", "nie"), ("art", ""), ("land", "sn"),
     ("land", "XX"),
     ("portal", "../etc"), ("reihenfolge", "zufall")],
)  # fmt: skip
def test_what_cannot_be_is_left_out(name, value):
    assert address.query_of({name: [value]}) == Query()


def test_a_very_long_word_is_cut_so_that_it_can_still_be_seen_to_be_too_long():
    assert len(address.query_of({"was": ["x" * 1000]}).words) == LONGEST + 1


def test_signs_that_nobody_sees_are_taken_out():
    assert address.query_of({"was": ["Ko\u0000ch\u200b  in"]}).words == "Koch in"


def test_a_search_with_more_than_there_is_can_still_be_kept():
    many = [f"{one}{two}" for one in "abcdefghij" for two in "abcdefghij"]
    query = address.query_of({"was": ["Koch"], "land": CODES * 9, "portal": many})
    assert len(query.lands) == len(CODES)
    assert len(query.sources) == address.MOST_LISTED
    assert address.query_from(address.text_of(query)) == query
