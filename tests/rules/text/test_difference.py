import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.texts import laender, motion
from reihum.rules.text.changes import Change, apply
from reihum.rules.text.difference import Pair, align, between, compare
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import (
    Flat,
    Start,
    Word,
    count_words,
    flatten,
    rebuild,
    words,
)
from tests.rules.text.texts import few, flats, motions, scripts, solid

pytestmark = pytest.mark.unit
two = st.tuples(flats, flats)
edited = flats.flatmap(lambda flat: st.tuples(st.just(flat), scripts(flat)))


@given(two)
def test_what_is_different_makes_the_one_text_the_other(texts):
    flat, other = texts
    assert solid(apply(flat.tokens, compare(flat, other))) == solid(other.tokens)


@given(edited)
def test_what_somebody_changed_without_saying_is_found(case):
    flat, script = case
    other = flatten(rebuild(apply(flat.tokens, script)))
    assert solid(apply(flat.tokens, compare(flat, other))) == solid(other.tokens)


@given(flats)
def test_a_text_does_not_differ_from_itself(flat):
    assert compare(flat, flat) == ()
    assert align(flat, flat) == ()


@few
@given(st.randoms())
def test_no_change_is_larger_than_what_was_changed(random):
    flat = flatten(motion(random, 8))
    script = laender(random, flat, 3)["BY"][:1]
    other = flatten(rebuild(apply(flat.tokens, script)))
    found = compare(flat, other)
    assert solid(apply(flat.tokens, found)) == solid(other.tokens)
    assert size(flat, found) <= size(flat, script)


def size(flat: Flat, changes) -> int:
    return sum(
        count_words(one.new) + count_words(flat.tokens[one.start : one.end])
        for one in changes
    )


def text(*lines: str) -> Flat:
    return flatten(Paragraph(f"p{n}", 1, "1.", line) for n, line in enumerate(lines))


LONG = "Die Länder bitten den Bund, die Mittel für Integrationskurse zu sichern."
MORE = "Sie fordern außerdem eine dauerhafte Finanzierung der Beratung vor Ort."
LAST = "Das Vorsitzland wird gebeten, bis zum Herbst darüber zu berichten."
NEW = Start(Part.TEXT, 1, "1.")


def test_spaces_make_no_difference():
    assert compare(text("Die Länder , wie"), text("Die Länder, wie")) == ()


def test_one_word_changed_is_one_word_in_the_change():
    other = text(LONG.replace("Mittel", "Gelder"), MORE)
    assert compare(text(LONG, MORE), other) == (Change(14, 15, words("Gelder")),)


def test_what_only_a_sign_keeps_apart_is_one_change():
    (one,) = compare(text("Bund, Länder und alle"), text("Kreise, Städte und alle"))
    assert one == Change(1, 5, words("Kreise, Städte"))


def test_a_paragraph_that_came_or_went_is_a_whole_one():
    flat = text(LONG, LAST)
    assert compare(flat, text(LONG, MORE, LAST)) == (
        Change(flat.starts[1], flat.starts[1], (NEW, *words(MORE))),
    )
    assert compare(text(LONG, MORE, LAST), flat) == (
        Change(flat.starts[1], flat.starts[1] + len(words(MORE)) + 1),
    )


def test_a_paragraph_that_was_split_is_found_as_that():
    flat = text(f"{LONG} {MORE}", LAST)
    at = len(words(LONG)) + 1
    assert compare(flat, text(LONG, MORE, LAST)) == (Change(at, at + 1, (NEW,)),)


def test_a_paragraph_that_was_split_in_three_is_found_as_that():
    flat = text(f"{LONG} {MORE} Und mehr.", "Ende.")
    found = compare(flat, text(LONG, MORE, "Und mehr.", "Ende."))
    assert [one.new for one in found] == [(NEW,), (NEW,)]


def test_a_short_beginning_that_was_split_off_is_found_as_that():
    flat = text(f"Ferner: {LONG} {MORE}")
    assert [one.new for one in compare(flat, text("Ferner:", f"{LONG} {MORE}"))] == [
        (NEW,)
    ]


def test_paragraphs_that_were_joined_are_found_as_that():
    flat = text(LONG, MORE, LAST)
    at = flat.starts[1]
    assert compare(flat, text(f"{LONG} {MORE}", LAST)) == (
        Change(at, at + 1, (Word(" "),)),
    )
    before = text("Ferner:", LONG)
    assert compare(before, text(f"Ferner: {LONG}")) == (
        Change(before.starts[1], before.starts[1] + 1, (Word(" "),)),
    )


def test_a_paragraph_takes_in_none_of_another_part():
    title = Paragraph("t1", 0, "", LONG, (), Part.TITLE)
    flat = flatten((title, Paragraph("p1", 0, "", MORE)))
    other = flatten((Paragraph("t1", 0, "", f"{LONG} {MORE}", (), Part.TITLE),))
    found = compare(flat, other)
    assert solid(apply(flat.tokens, found)) == solid(other.tokens)
    assert Change(flat.starts[1], len(flat)) in found


def test_a_paragraph_far_from_where_it_was_is_a_new_one():
    many = [f"Punkt{n} Zeile{n} Absatz{n}" for n in range(130)]
    flat = text(LONG, *many)
    other = text(*(line + " x" for line in many), LONG.replace("Mittel", "Gelder"))
    found = compare(flat, other)
    assert solid(apply(flat.tokens, found)) == solid(other.tokens)
    assert any(
        one.new and count_words(one.new) == count_words(words(LONG)) for one in found
    )


def test_a_row_that_begins_in_the_middle_of_a_paragraph_is_compared_as_a_whole():
    whole = text(LONG)
    rest = Flat((), whole.tokens[1:], whole.keys[1:], (0,))
    assert compare(whole, rest) == (Change(0, 1),)
    assert compare(rest, whole) == (Change(0, 0, (NEW,)),)


def test_only_the_paragraphs_that_were_asked_for_are_compared():
    flat, other = text(LONG, MORE), text(LONG + " Ja.", MORE + " Nein.")
    assert [one.new for one in between(flat, other, Pair(1, 2, 1, 2))] == [
        words(" Nein.")
    ]


def test_paragraphs_without_words_are_alike():
    assert compare(text("* * *", LONG), text("– – –", LONG)) == (
        Change(1, 6, words("– – –")),
    )


@given(motions(3), motions(3))
def test_paragraphs_are_aligned_in_the_order_of_both(one, other):
    pairs = align(flatten(one), flatten(other))
    assert list(pairs) == sorted(pairs, key=lambda pair: (pair.i, pair.j))
