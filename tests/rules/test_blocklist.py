from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.blocklist import Block, Candidate, block_of, in_block
from reihum.rules.dates import NB
from reihum.rules.laender import CODES
from reihum.rules.words import Text

pytestmark = pytest.mark.unit
candidates = st.lists(
    st.builds(
        Candidate,
        st.integers(1, 30).map("2.{}".format),
        st.booleans(),
        st.frozensets(st.sampled_from(CODES), max_size=2),
    ),
    unique_by=lambda item: item.number,
)


def test_what_was_unanimous_is_in_the_block_until_somebody_pulls_it_out():
    assert in_block(unanimous=True, pulled_by=[])
    assert not in_block(unanimous=True, pulled_by=["BY"])
    assert not in_block(unanimous=False, pulled_by=[])


def test_the_block_explains_itself():
    items = [
        Candidate("2.10", unanimous=True),
        Candidate("2.9", unanimous=True),
        Candidate("2.2", unanimous=True, pulled_by=frozenset({"HE", "BY"})),
        Candidate("2.5", unanimous=False),
    ]
    assert block_of(items) == Block(
        ("2.9", "2.10"),
        ("2.2", "2.5"),
        Text(
            f"Gemeinsam und ohne Aussprache entschieden: TOP{NB}2.9 und 2.10. "
            f"TOP{NB}2.2 wird einzeln beraten: herausgenommen von BY und HE. "
            f"TOP{NB}2.5 wird einzeln beraten: in der Vorbereitung nicht einstimmig.",
            f"Decided together and without debate: item{NB}2.9 and 2.10. "
            f"Item{NB}2.2 is debated: pulled out by BY and HE. "
            f"Item{NB}2.5 is debated: not unanimous in preparation.",
        ),
    )


def test_an_empty_block_says_so():
    text = Text("Kein Punkt wird im Block entschieden.", "No item is decided in the block.")  # fmt: skip  # noqa: E501
    assert block_of([]) == Block((), (), text)


@given(candidates)
def test_every_item_is_either_in_the_block_or_debated(items):
    block = block_of(items)
    found = [*block.together, *block.debated]
    assert sorted(found) == sorted(item.number for item in items)


@given(candidates.filter(bool), st.data())
def test_one_member_pulls_out_its_item_and_no_other(items, data):
    place = data.draw(st.integers(0, len(items) - 1))
    pulled = replace(items[place], pulled_by=frozenset({"BY"}))
    before = block_of(items).together
    after = block_of([*items[:place], pulled, *items[place + 1 :]]).together
    assert after == tuple(number for number in before if number != pulled.number)
