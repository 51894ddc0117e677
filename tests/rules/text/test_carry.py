import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text.carry import carry, places
from reihum.rules.text.changes import Change, apply
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Start, Word, flatten, keys, rebuild, words
from reihum.rules.text.tracked import Wanted, understand
from tests.rules.text.texts import changes, few, flats, readings, scripts

pytestmark = pytest.mark.unit
NEW = Start(Part.TEXT, 0, "")


def text(*lines: str, first: int = 1):
    return flatten(
        Paragraph(f"p{n}", 0, "", line) for n, line in enumerate(lines, first) if line
    )


OLD = text("eins zwei drei", "vier fünf", "sechs")
ONE, TWO = OLD.starts[1], OLD.starts[2]


def moved(change: Change, new):
    found = carry(Wanted(change, "Weil."), OLD, new, places(OLD, new))
    assert found is None or found.reason == "Weil."
    return None if found is None else found.change


@given(flats.flatmap(lambda flat: st.tuples(st.just(flat), changes(flat))))
def test_to_the_same_version_a_wish_is_carried_as_it_is(case):
    flat, change = case
    wanted = Wanted(change, "Weil.", rank=2)
    assert carry(wanted, flat, flat, places(flat, flat)) == wanted


@st.composite
def versions(draw):
    old = draw(flats)
    new = flatten(rebuild(apply(old.tokens, draw(scripts(old, 3)))))
    return old, new, understand(old, draw(readings(old))).wanted


@few
@given(versions())
def test_what_is_carried_does_to_the_new_text_what_it_did_to_the_old(case):
    old, new, wishes = case
    where = places(old, new)
    for wanted in wishes:
        found = carry(wanted, old, new, where)
        if found is None:
            continue
        before, now = wanted.change, found.change
        assert now.new == before.new
        assert new.keys[now.start : now.end] == old.keys[before.start : before.end]
        assert 0 <= now.start <= now.end <= len(new)


@few
@given(versions())
def test_a_token_stands_where_the_same_one_does(case):
    old, new, _ = case
    there = [(at, to) for at, to in enumerate(places(old, new)) if to is not None]
    assert all(old.keys[at] == new.keys[to] for at, to in there)


def test_a_wish_goes_along_with_its_words():
    new = text("Neu: eins zwei drei", "vier fünf", "sechs")
    assert moved(Change(3, 4, words("2")), new) == Change(6, 7, words("2"))
    assert moved(Change(3, 3, words("x ")), new) == Change(6, 6, words("x "))


def test_a_wish_goes_along_when_its_paragraph_is_moved():
    new = flatten([OLD.paragraphs[1], OLD.paragraphs[0]])
    at = new.starts[1] + 3
    assert moved(Change(3, 4, words("2")), new) == Change(at, at + 1, words("2"))


def test_a_wish_whose_words_were_changed_stays_behind():
    new = text("eins 2 drei", "vier fünf", "sechs")
    assert moved(Change(3, 4, words("beide")), new) is None
    assert moved(Change(1, 6), new) is None
    assert moved(Change(4, 4, words(" x")), new) is None
    assert moved(Change(3, 4), text("", "vier fünf", "sechs")) is None


def test_other_spaces_do_not_mislead():
    new = text("eins zwei drei", "vier (fünf)", "sechs")
    old = text("eins zwei drei", "vier ( fünf )", "sechs")
    last = len(old) - 1
    found = carry(Wanted(Change(last, last + 1)), old, new, places(old, new))
    assert found is not None
    assert new.keys[found.change.start] == "sechs"
    five = old.keys.index("fünf")
    found = carry(Wanted(Change(five, five + 1)), old, new, places(old, new))
    assert found is not None
    assert new.keys[found.change.start] == "fünf"


def test_a_space_is_known_by_the_word_behind_it_if_the_one_before_is_gone():
    new = text("vorn zwei drei", "vier fünf", "sechs")
    assert places(OLD, new)[:3] == (0, None, 2)
    assert places(OLD, text("zwei", "vier fünf", "sechs"))[1:5] == (None, None, 1, None)


def test_a_new_paragraph_goes_behind_the_same_one_as_before():
    paragraph = Change(ONE, ONE, (NEW, *words("neu")))
    longer = text("eins zwei drei und mehr", "vier fünf", "sechs")
    end = longer.starts[1]
    assert moved(paragraph, longer) == Change(end, end, paragraph.new)
    between = flatten([
        OLD.paragraphs[0], Paragraph("p9", 0, "", "dazwischen"), *OLD.paragraphs[1:],
    ])  # fmt: skip
    assert moved(paragraph, between) == Change(ONE, ONE, paragraph.new)
    assert moved(paragraph, text("", "vier fünf", "sechs")) is None


def test_a_first_paragraph_stays_the_first():
    paragraph = Change(0, 0, (NEW, *words("neu")))
    new = flatten([Paragraph("p9", 0, "", "vorn"), *OLD.paragraphs])
    assert moved(paragraph, new) == paragraph


def test_words_at_the_end_of_a_paragraph_stay_at_its_end():
    tail = Change(ONE, ONE, words(" mehr"))
    new = flatten([OLD.paragraphs[0], Paragraph("p9", 0, "", "x"), *OLD.paragraphs[1:]])
    assert moved(tail, new) == tail
    assert moved(tail, text("eins zwei drei vier", "vier fünf", "sechs")) is None
    assert moved(tail, text("eins zwei 3", "vier fünf", "sechs")) is None
    last = Change(len(OLD), len(OLD), words("!"))
    longer = text("eins zwei drei", "vier fünf", "sechs", "sieben")
    assert moved(last, longer) == last


def test_a_paragraph_that_has_grown_is_not_deleted():
    assert (
        moved(Change(ONE, TWO), text("eins zwei drei", "vier fünf x", "sechs")) is None
    )
    shorter = text("eins", "vier fünf", "sechs")
    assert moved(Change(ONE, TWO), shorter) == Change(2, 6)


def test_paragraphs_are_joined_only_with_the_one_that_was_meant():
    join = Change(ONE, ONE + 1, (Word(" "),))
    assert moved(join, text("0 eins zwei drei", "vier fünf", "sechs")) == Change(
        ONE + 2, ONE + 3, join.new
    )
    between = flatten([
        OLD.paragraphs[0], Paragraph("p9", 0, "", "dazwischen"), *OLD.paragraphs[1:],
    ])  # fmt: skip
    assert moved(join, between) is None


def test_a_paragraph_on_another_level_is_shown_to_a_person():
    deeper = flatten([Paragraph("p1", 1, "a)", "eins zwei drei"), *OLD.paragraphs[1:]])
    assert moved(Change(0, ONE), deeper) is None
    assert moved(Change(ONE, ONE, (NEW, *words("neu"))), deeper) == Change(
        ONE, ONE, (NEW, *words("neu"))
    )
    assert keys(deeper.tokens[:1]) != keys(OLD.tokens[:1])
