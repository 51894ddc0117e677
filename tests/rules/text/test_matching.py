import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import difference, read
from reihum.rules.text.changes import apply
from reihum.rules.text.difference import compare
from reihum.rules.text.drafting import rewrite
from reihum.rules.text.matching import Matcher
from reihum.rules.text.paragraph import Part
from reihum.rules.text.tokens import flatten
from reihum.rules.text.whole import whole
from tests.rules.text.texts import flats, solid

pytestmark = pytest.mark.unit
rows = st.lists(st.sampled_from("abc"), max_size=12)


@given(rows, rows, st.integers(0, 60))
def test_however_soon_patience_ends_what_is_found_makes_one_row_the_other(
    ours, theirs, patience
):
    made = []
    for tag, i, i_end, j, j_end in Matcher(ours, theirs, patience).get_opcodes():
        made += ours[i:i_end] if tag == "equal" else theirs[j:j_end]
    assert made == theirs


@given(rows, rows)
def test_with_patience_nothing_is_overlooked(ours, theirs):
    assert Matcher(ours, ours).ratio() == 1
    plain = difference.Matcher(ours, theirs, 10**9)
    assert Matcher(ours, theirs).get_opcodes() == plain.get_opcodes()


def test_a_text_that_only_repeats_itself_keeps_nobody_waiting():
    flat = flatten(whole("Titel", read("Anfang\n\n1. " + "a b " * 20_000), ()))
    index = len(flat.paragraphs) - 1
    assert flat.paragraphs[index].part is Part.TEXT
    # Without an end to the patience this runs for hours.
    assert rewrite(flat, (), index, "b a c " * 3_000)


@given(st.tuples(flats, flats))
def test_too_many_paragraphs_to_compare_are_taken_for_others(texts):
    flat, other = texts
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(difference, "_MOST", 0)
        assert solid(apply(flat.tokens, compare(flat, other))) == solid(other.tokens)
