from collections import Counter

import pytest
from hypothesis import given

from reihum.rules.text.changes import Change, apply
from reihum.rules.text.layers import Layer, layers
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Word, flatten, is_word, words
from reihum.rules.text.tracked import Wanted
from tests.rules.text.test_synopsis import sent
from tests.rules.text.texts import bag, few

pytestmark = pytest.mark.unit
FLAT = flatten((Paragraph("p1", 0, "", "eins zwei drei vier"),))


def wish(land: str, *change) -> Wish:
    return Wish(land, Wanted(Change(*change)), land)


@few
@given(sent)
def test_without_what_is_inserted_it_is_the_text_itself(case):
    flat, wishes = case
    found = layers(flat, combine(flat, wishes).points)
    assert tuple(one.token for one in found if not one.inserted_by) == flat.tokens


@few
@given(sent)
def test_without_what_is_deleted_it_is_what_comes_out_if_all_is_accepted(case):
    flat, wishes = case
    agreed = combine(flat, wishes).agreed()
    found = layers(flat, agreed)
    left = tuple(one.token for one in found if not one.deleted_by)
    assert left == apply(flat.tokens, [one.change for one in agreed])


@few
@given(sent)
def test_every_land_finds_its_words_in_it(case):
    flat, wishes = case
    points = combine(flat, wishes).points
    gone: dict[str, Counter[int]] = {}
    come: Counter[str] = Counter()
    for point in points:
        for land in point.lands:
            places = range(point.change.start, point.change.end)
            gone.setdefault(land, Counter()).update(places)
            come[land] += len(bag(point.change.new))
    found = layers(flat, points)
    for land in {one.land for one in wishes}:
        deleted = [
            one for one in found if land in one.deleted_by and is_word(one.token)
        ]
        wanted = [at for at in gone[land] if is_word(flat.tokens[at])]
        assert len(deleted) == len(wanted)
        inserted = [one for one in found if land in one.inserted_by]
        assert len(bag([one.token for one in inserted])) == come[land]


@few
@given(sent)
def test_it_does_not_matter_in_which_order_the_points_are_given(case):
    flat, wishes = case
    points = combine(flat, wishes).points
    assert layers(flat, points[::-1]) == layers(flat, points)


def test_a_word_that_two_delete_carries_both():
    points = combine(FLAT, [wish("NW", 3, 5), wish("BW", 3, 6, words("oder"))]).points
    found = layers(FLAT, points)
    first, second = (one.key for one in points)
    assert found[3] == Layer(Word("zwei"), (), ("BW", "NW"), (first, second))
    assert found[5] == Layer(Word("drei"), (), ("BW",), (second,))
    assert found[6] == Layer(Word("oder"), ("BW",), (), (second,))
    assert found[7] == Layer(Word(" "))


def test_without_points_it_is_the_text():
    assert layers(FLAT, ()) == tuple(map(Layer, FLAT.tokens))
