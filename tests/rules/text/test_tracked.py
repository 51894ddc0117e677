from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.texts import laender, motion, noted
from reihum.rules.text.changes import Change, apply
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import (
    Flat,
    Start,
    Word,
    count_words,
    flatten,
    keys,
    words,
)
from reihum.rules.text.tracked import (
    Loose,
    Piece,
    Reading,
    Remark,
    State,
    understand,
)
from tests.rules.text.texts import (
    accepted,
    few,
    flats,
    phrases,
    readings,
    scripts,
    solid,
)

pytestmark = pytest.mark.unit
files = flats.flatmap(lambda flat: st.tuples(st.just(flat), readings(flat)))


def counted(reading: Reading, state: State) -> int:
    return count_words(one.token for one in reading.pieces if one.state is state)


@given(files)
def test_making_all_that_a_file_asks_for_gives_what_its_author_sees(case):
    flat, reading = case
    wanted = understand(flat, reading).wanted
    after = apply(flat.tokens, [one.change for one in wanted])
    assert solid(after) == solid(accepted(reading))


@given(files)
def test_no_word_of_a_file_is_lost(case):
    flat, reading = case
    found = understand(flat, reading)
    retyped = found.retyped + sum(one.retyped for one in found.wanted)
    changes = [one.change for one in found.wanted]
    gone = sum(count_words(flat.tokens[one.start : one.end]) for one in changes)
    come = sum(count_words(one.new) for one in changes)
    assert gone + retyped == counted(reading, State.DELETED)
    assert come + retyped == counted(reading, State.INSERTED)
    assert not found.untracked


def unique(one: Paragraph) -> str:
    """A text without any word twice, so that each change has but one place."""
    return " ".join(f"{word}{one.id}n{n}" for n, word in enumerate(one.text.split()))


@few
@given(st.randoms())
def test_no_word_is_lost_paragraph_by_paragraph(random):
    unlike = [replace(one, text=unique(one)) for one in motion(random, 6)]
    flat = flatten(unlike)
    script = laender(random, flat, 6)["BY"]
    found = understand(flat, noted(flat, script))
    for start, end in zip(flat.starts, [*flat.starts[1:], len(flat)], strict=True):
        inside = range(start, end)
        noted_here = sum(within(flat, one, inside) for one in script)
        assert noted_here == sum(
            within(flat, one.change, inside)
            + (one.retyped if one.change.start in inside else 0)
            for one in found.wanted
        )


def within(flat, change: Change, inside: range) -> int:
    first, last = max(change.start, inside.start), min(change.end, inside.stop)
    return count_words(flat.tokens[first:last])


@given(files)
def test_no_comment_is_lost(case):
    flat, reading = case
    found = understand(flat, reading)
    said = [line for one in found.wanted for line in one.reason.split("\n")]
    said += [one.text for one in found.loose]
    assert {one.text for one in reading.remarks} == set(filter(None, said))
    names = {one.id for one in flat.paragraphs} or {""}
    assert {one.paragraph for one in found.loose} <= names


@few
@given(st.data())
def test_what_was_changed_without_being_noted_is_found_too(data):
    flat = data.draw(flats)
    sent = apply(flat.tokens, data.draw(scripts(flat, 2)))
    edited = data.draw(readings(flatten_row(sent)))
    found = understand(flat, edited)
    after = apply(flat.tokens, [one.change for one in found.wanted])
    assert solid(after) == solid(accepted(edited))
    before = [one.token for one in edited.pieces if one.state is not State.INSERTED]
    if solid(before) != solid(flat.tokens) and solid(after) != solid(flat.tokens):
        assert found.untracked or solid(after) == solid(before)


def flatten_row(tokens):
    """A row of tokens as if it were a text, so that it can be edited again."""
    starts = tuple(at for at, one in enumerate(tokens) if isinstance(one, Start))
    return Flat((), tuple(tokens), keys(tokens), starts)


FLAT = flatten((
    Paragraph("p1", 1, "1.", "Die Länder bitten den Bund."),
    Paragraph("p2", 1, "2.", "Sie danken."),
    Paragraph("p3", 1, "3.", "Ende."),
))  # fmt: skip
NEW = Start(Part.TEXT, 1, "1.")


def kept(first: int, last: int) -> list[Piece]:
    return list(map(Piece, FLAT.tokens[first:last]))


def gone(first: int, last: int, move: str = "") -> list[Piece]:
    return [Piece(one, State.DELETED, move) for one in FLAT.tokens[first:last]]


def come(text: str, move: str = "") -> list[Piece]:
    return [Piece(one, State.INSERTED, move) for one in words(text)]


def begun(move: str = "") -> list[Piece]:
    return [Piece(NEW, State.INSERTED, move)]


def asked(*rows: list[Piece], remarks=()):
    pieces = tuple(one for row in rows for one in row)
    return understand(FLAT, Reading(pieces, tuple(remarks)))


def test_a_file_without_changes_asks_for_nothing():
    found = asked(kept(0, len(FLAT)))
    assert found.wanted == ()
    assert not Reading(tuple(kept(0, 3))).tracked
    assert Reading(tuple(come("ja"))).tracked


def test_words_that_are_typed_again_are_no_wish_but_are_counted():
    found = asked(kept(0, 3), gone(3, 6), come("Länder bitten"), kept(6, len(FLAT)))
    assert (found.wanted, found.retyped) == ((), 2)
    found = asked(kept(0, 3), gone(3, 6), come("Länder fordern"), kept(6, len(FLAT)))
    (one,) = found.wanted
    assert (one.change, one.retyped) == (Change(5, 6, words("fordern")), 1)


def test_a_sentence_and_a_paragraph_behind_it_are_two_wishes():
    end = FLAT.starts[1]
    found = asked(
        kept(0, end), come(" Ja."), begun(), come("Neu."), kept(end, len(FLAT))
    )
    assert [(one.change, one.rank) for one in found.wanted] == [
        (Change(end, end, words(" Ja.")), 0),
        (Change(end, end, (NEW, *words("Neu."))), 1),
    ]


def test_each_new_and_each_deleted_paragraph_is_a_wish_of_its_own():
    one, two = FLAT.starts[1], FLAT.starts[2]
    rows = [kept(0, one), begun(), come("A."), begun(), come("B."), gone(one, two),
            gone(two, len(FLAT))]  # fmt: skip
    found = [each.change for each in asked(*rows).wanted]
    assert found[0] == Change(one, one, (NEW, *words("A.")))
    assert found[-1] == Change(two, len(FLAT))
    assert len(found) == 3


def test_paragraphs_that_are_replaced_one_by_one_are_wishes_one_by_one():
    one, two = FLAT.starts[1], FLAT.starts[2]
    found = asked(
        kept(0, one), gone(one, two), begun(), come("Wir nicht!"),
        gone(two, len(FLAT)), begun(), come("Schluss!"),
    )  # fmt: skip
    assert [each.change.start for each in found.wanted] == [one + 1, two + 1]


def test_a_new_paragraph_keeps_the_words_that_nobody_noted_behind_it():
    one = FLAT.starts[1]
    unnoted = list(map(Piece, words("Wir sagen alle:")))
    again = Piece(NEW._replace(scheme="a)"))
    found = asked(
        kept(0, one),
        begun(),
        gone(one, one + 1),
        unnoted,
        [again],
        kept(one + 1, len(FLAT)),
    )
    after = apply(FLAT.tokens, [each.change for each in found.wanted])
    assert solid(after) == solid(
        (*FLAT.tokens[:one], NEW, *words("Wir sagen alle:"), again.token,
         *FLAT.tokens[one + 1 :])
    )  # fmt: skip
    assert found.untracked


def test_a_stretch_that_was_moved_is_known_at_both_ends():
    found = asked(
        kept(0, 3), gone(3, 5, "m"), kept(5, 7), come("Länder ", "m"), come("hier "),
        kept(7, len(FLAT)),
    )  # fmt: skip
    assert [one.move for one in found.wanted] == ["m", "m", ""]
    assert [one.rank for one in found.wanted] == [0, 0, 1]


def test_words_typed_into_a_paragraph_that_was_moved_stay_in_it():
    end = FLAT.starts[1]
    found = asked(
        kept(0, end), begun("m"), come("Ende.", "m"), come(" Ja."),
        kept(end, FLAT.starts[2]), gone(FLAT.starts[2], len(FLAT), "m"),
    )  # fmt: skip
    assert [one.change.new for one in found.wanted] == [(NEW, *words("Ende. Ja.")), ()]


def test_a_comment_is_the_reason_of_the_change_at_which_it_stands():
    found = asked(
        kept(0, 3), gone(3, 4), come("Kreise"), kept(4, len(FLAT)),
        remarks=[Remark(3, 5, "So heißt es."), Remark(1, 2, "Und gut."),
                 Remark(15, 16, "?")],
    )  # fmt: skip
    assert [one.reason for one in found.wanted] == ["So heißt es.\nUnd gut."]
    assert found.loose == (Loose("p2", "?"),)


def test_a_comment_goes_to_the_nearest_change_of_its_paragraph():
    rows = [
        kept(0, 1),
        gone(1, 2),
        come("Alle"),
        kept(2, 9),
        gone(9, 10),
        come("Kreis"),
    ]
    found = asked(*rows, kept(10, len(FLAT)), remarks=[Remark(7, 8, "Nah.")])
    assert [one.reason for one in found.wanted] == ["", "Nah."]


def test_a_comment_on_a_file_of_nothing_stays():
    found = understand(flatten(()), Reading((), (Remark(0, 0, "Leer?"),)))
    assert found.loose == (Loose("", "Leer?"),)
    found = understand(FLAT, Reading((), (Remark(0, 0, "Alles weg."),)))
    assert [one.reason for one in found.wanted] == ["Alles weg."] * 3


def test_a_comment_in_a_file_without_notes_goes_to_the_change_at_its_place():
    rows = [kept(0, 3), [Piece(Word("Kreise"))], kept(4, 9), [Piece(Word("Kreis"))],
            kept(10, len(FLAT))]  # fmt: skip
    found = asked(*rows, remarks=[Remark(9, 10, "Der ist zuständig.")])
    assert [one.reason for one in found.wanted] == ["", "Der ist zuständig."]
    assert all(one.untracked for one in found.wanted)
    assert found.untracked


def test_a_comment_behind_what_came_unnoted_stands_at_its_paragraph():
    extra = [Piece(NEW), *map(Piece, words("Zwischendurch."))]
    end = FLAT.starts[1]
    rows = [kept(0, end), extra, kept(end, len(FLAT))]
    at = len(FLAT) + len(extra) - 1
    found = asked(*rows, remarks=[Remark(at, at, "Hm.")])
    assert found.loose == (Loose("p3", "Hm."),)


def test_other_spaces_are_not_changes_that_were_not_noted():
    rows = [kept(0, 2), [Piece(Word(" "))], kept(2, 3), gone(3, 4), come("Kreise")]
    found = asked(*rows, kept(4, len(FLAT)))
    assert [one.change for one in found.wanted] == [Change(3, 4, words("Kreise"))]
    assert not found.untracked


def test_a_paragraph_deleted_at_the_end_without_a_note_is_found():
    found = asked(kept(0, FLAT.starts[2]), remarks=[Remark(2, 3, "Kurz.")])
    assert [one.change for one in found.wanted] == [Change(FLAT.starts[2], len(FLAT))]
    assert found.loose == (Loose("p1", "Kurz."),)


def test_a_start_noted_as_deleted_before_words_changed_without_a_note():
    one = FLAT.starts[1]
    found = asked(
        kept(0, one), gone(one, one + 1), come(" "), [Piece(Word("Wir"))],
        kept(one + 2, len(FLAT)),
    )  # fmt: skip
    after = apply(FLAT.tokens, [each.change for each in found.wanted])
    assert solid(after)[:9] == (*solid(FLAT.tokens)[:7], "Wir", "danken")


@given(phrases)
def test_a_text_that_was_typed_anew_is_compared(phrase):
    found = asked([Piece(NEW), *map(Piece, words(phrase))])
    after = apply(FLAT.tokens, [one.change for one in found.wanted])
    assert solid(after) == solid((NEW, *words(phrase)))


BARE = flatten((
    Paragraph("p1", 1, "1.", "Eins."), Paragraph("p2", 1, "2.", ""),
    Paragraph("p3", 2, "a)", "Oben."), Paragraph("p4", 1, "3.", ""),
))  # fmt: skip
ABOVE, ITEM, LAST = BARE.starts[1:]


def sent_back(*stretches: tuple[int, int]) -> tuple[Change, ...]:
    """What is understood of a file that holds only these stretches of BARE."""
    pieces = [Piece(one) for a, b in stretches for one in BARE.tokens[a:b]]
    return tuple(one.change for one in understand(BARE, Reading(tuple(pieces))).wanted)


def test_a_paragraph_without_words_that_no_file_carries_is_not_wished_away():
    assert sent_back((0, len(BARE))) == sent_back((0, LAST)) == ()
    assert sent_back((0, LAST - 1)) == (Change(LAST - 1, LAST),)


def test_a_number_above_its_list_is_a_paragraph_like_others():
    assert sent_back((0, ABOVE), (ITEM, LAST)) == (Change(ABOVE, ITEM),)


@pytest.mark.parametrize("noted", [True, False])
def test_paragraphs_deleted_side_by_side_are_wishes_like_each_alone(noted):
    one, two = FLAT.starts[1], FLAT.starts[2]
    (alone,) = asked(kept(0, one), gone(one, two), kept(two, len(FLAT))).wanted
    rest = gone(one, len(FLAT)) if noted else []
    both = [each.change for each in asked(kept(0, one), rest).wanted]
    assert both == [alone.change, Change(two, len(FLAT))] == [
        Change(one, two), Change(two, len(FLAT))
    ]  # fmt: skip


def test_words_that_go_before_a_paragraph_that_goes_take_their_paragraph_with_them():
    one, two = FLAT.starts[1], FLAT.starts[2]
    rows = [kept(0, one), gone(one + 1, two), gone(two, len(FLAT))]
    found = asked(*rows[:1], kept(one, one + 1), *rows[1:])
    assert [each.change for each in found.wanted] == [
        Change(one, two), Change(two, len(FLAT))
    ]  # fmt: skip


def test_a_paragraph_begun_where_one_was_deleted_is_kept():
    flat = flatten((Paragraph("p1", 2, "a)", "die"),))
    start, word = flat.tokens
    other = Start(Part.TEXT, 0, "")
    pieces = (
        Piece(other, State.INSERTED), Piece(start, State.DELETED),
        Piece(word, State.INSERTED), Piece(start, State.INSERTED), Piece(word),
    )  # fmt: skip
    wanted = understand(flat, Reading(pieces)).wanted
    after = apply(flat.tokens, [one.change for one in wanted])
    assert solid(after) == solid((other, word, start, word))


def test_a_paragraph_that_was_joined_may_have_the_level_of_the_one_before():
    one, two = FLAT.starts[1], FLAT.starts[2]
    start = FLAT.tokens[one]._replace(level=3, scheme="aa)")
    rest = kept(one + 1, two)
    found = asked(
        kept(0, one), [Piece(start, State.DELETED)], rest, kept(two, len(FLAT))
    )
    assert [each.change for each in found.wanted] == [Change(one, one + 1, words(" "))]
    assert not found.untracked
