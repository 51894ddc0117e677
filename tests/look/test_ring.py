import pytest

from reihum.look.parts.ring import large, round_states, small
from reihum.rules.laender import CODES

pytestmark = pytest.mark.unit


def test_the_full_dot_stands_where_the_chair_stands_in_the_alphabet():
    kinds = [dot.kind for dot in small(CODES.index("RP"))]
    assert kinds.index("chair") == CODES.index("RP")
    assert kinds.count("chair") == 1
    assert len(kinds) == 16


def test_without_a_chair_no_dot_is_full():
    assert {dot.kind for dot in small(None)} == {"dot"}


def test_before_the_chair_they_had_it_and_after_it_they_follow():
    states = round_states("RP")
    assert (states["BW"], states["RP"], states["SL"]) == ("had", "has", "next")


def test_a_chair_outside_the_order_leaves_all_to_come():
    assert set(round_states("XX").values()) == {"next"}


def test_the_large_ring_names_every_land(show):
    page = show("{% ring_large states %}", states=round_states("RP"))
    assert [text.words for text in page.all("text")] == list(CODES)
    assert page.one("text", "r-ring__text--chair").words == "RP"
    assert page.one("svg")["aria-hidden"] == "true"


def test_a_ring_without_text_beside_it_has_a_name(show):
    page = show("{% ring_large s label='Vorsitz: RP' %}", s=round_states("RP"))
    assert page.one("svg")["aria-label"] == "Vorsitz: RP"
    assert page.one("svg")["aria-hidden"] is None


def test_the_first_dot_is_at_the_top():
    first = large(round_states("BW"))[0]
    assert (first.code, first.x, first.y) == ("BW", "150.0", "46.0")
