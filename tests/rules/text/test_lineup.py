import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.lineup import lined_up

pytestmark = pytest.mark.unit
names = st.sampled_from("ABCDEF")
rows = st.lists(st.lists(names, unique=True, max_size=5), max_size=4)


def line(*files: str) -> str:
    turns = {name: (at, "") for at, name in enumerate(sorted({*"".join(files)}))}
    return "".join(lined_up(files, turns))


@given(rows)
def test_everybody_stands_in_line_once_whatever_comes_first(files):
    turns = {name: (0, name) for row in files for name in row}
    found = list(lined_up(files, turns))
    assert sorted(found) == sorted(turns)
    assert list(lined_up(files[::-1], turns)) == found


@given(st.permutations("ABCDEF"), st.lists(st.sets(names), max_size=4))
def test_files_of_one_mind_all_get_their_order(order, chosen):
    files = [[name for name in order if name in some] for some in chosen]
    turns = {name: (0, name) for row in files for name in row}
    found = list(lined_up(files, turns))
    for row in files:
        assert [name for name in found if name in row] == row


def test_those_who_have_nothing_to_do_with_each_other_come_in_their_turn():
    assert line("DC", "BA") == "BADC"
    assert line("XP", "PQ") == "XPQ"


def test_where_files_are_of_different_minds_the_turn_decides():
    assert line("AB", "BA") == "AB"
    assert line("BA", "AB", "CA") == "CAB"
