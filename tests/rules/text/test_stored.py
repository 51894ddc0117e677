import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.changes import Change
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.stored import from_data, place, to_data, token_at
from reihum.rules.text.tokens import Start, Word, flatten, words
from reihum.rules.text.tracked import Wanted, understand
from tests.rules.text.texts import changes, flats, readings, somewhere

pytestmark = pytest.mark.unit
FLAT = flatten((
    Paragraph("p1", 1, "1.", "Die Länder bitten."), Paragraph("p2", 1, "2.", "Ende."),
))  # fmt: skip


@given(flats.flatmap(lambda flat: st.tuples(st.just(flat), readings(flat))))
def test_what_was_stored_is_read_as_it_was(case):
    flat, reading = case
    wanted = understand(flat, reading).wanted
    data = json.loads(json.dumps(to_data(flat, wanted)))
    assert from_data(flat, data) == wanted


@given(flats.flatmap(lambda flat: st.tuples(st.just(flat), changes(flat))))
def test_words_that_stand_side_by_side_do_not_run_into_each_other(case):
    flat, change = case
    wanted = (Wanted(change, "Weil.", "m", untracked=True, retyped=2, rank=3),)
    assert from_data(flat, json.loads(json.dumps(to_data(flat, wanted)))) == wanted


@given(somewhere)
def test_every_place_has_one_name(flat):
    names = [place(flat, at) for at in range(len(flat) + 1)]
    assert len(set(names)) == len(names)
    assert [token_at(flat, *name) for name in names] == list(range(len(flat) + 1))


def test_a_place_is_a_paragraph_and_the_characters_before_it():
    assert place(FLAT, 0) == ("p1", -1)
    assert place(FLAT, 1) == ("p1", 0)
    assert place(FLAT, 3) == ("p1", 4)
    assert place(FLAT, len(FLAT)) == ("end", -1)
    assert token_at(FLAT, "p1", 18) == FLAT.starts[1]


@pytest.mark.parametrize(
    ("name", "offset"), [("p1", 5), ("p1", 19), ("p9", 0), ("p1", -2), ("end", 0)]
)
def test_a_place_that_is_not_there_is_said(name, offset):
    with pytest.raises(ValueError, match="no place"):
        token_at(FLAT, name, offset)


def test_a_wish_reads_like_this():
    new = (Start(Part.TEXT, 1, "1."), Word("Neu", "b"), *words(" und"), *words("gut"))
    wanted = Wanted(Change(3, 4, new), reason="Klarer.")
    assert from_data(FLAT, to_data(FLAT, [wanted])) == (wanted,)
    assert to_data(FLAT, [wanted]) == [{
        "from": ["p1", 4], "to": ["p1", 10], "old": ["Länder"],
        "new": [["text", 1, "1."], {"b": "Neu"}, " ", "und", "gut"],
        "reason": "Klarer.",
    }]  # fmt: skip


def test_a_wish_for_another_text_is_said():
    data = to_data(FLAT, [Wanted(Change(3, 4, words("Kreise")))])
    other = flatten((Paragraph("p1", 1, "1.", "Die Kinder bitten."),))
    with pytest.raises(ValueError, match="other words at"):
        from_data(other, data)
