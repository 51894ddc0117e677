"""Wishes written paragraph by paragraph ask for no more than what was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Part, read
from reihum.rules.text.changes import Change, apply
from reihum.rules.text.drafting import (
    New,
    bounds,
    delete,
    insert,
    inside,
    key_of,
    ranked,
    reaches_beyond,
    reword,
    rewrite,
    start_of_new,
    take_back,
    wording,
)
from reihum.rules.text.tokens import Start, flatten, rebuild, said, words
from reihum.rules.text.tracked import Wanted
from reihum.rules.text.whole import parted, whole

pytestmark = pytest.mark.unit

FLAT = flatten(
    whole(
        "Kurse öffnen",
        read("Der Bund wird gebeten,\n1. die Kurse zu öffnen,\n2. Mittel zu geben."),
        read("Weil es eilt.", "b"),
    )
)
TITLE, LEAD, FIRST, SECOND, WHY = range(5)
NUMBERED = Start(Part.TEXT, 1, "1.")
SAID = st.lists(st.sampled_from(["die", "Kurse", "alle", "zu", "öffnen,"]), min_size=1)


def result(wanted):
    return rebuild(apply(FLAT.tokens, [one.change for one in wanted]))


def texts(wanted):
    return [one.text for one in result(wanted)]


def test_only_the_words_that_differ_are_wished_for():
    wanted = rewrite(FLAT, (), FIRST, "die Kurse für alle zu öffnen,", "Gleichheit")
    (one,) = wanted
    assert (said(one.change.new), one.change.start == one.change.end) == (
        "für alle ", True,
    )  # fmt: skip
    assert one.reason == "Gleichheit"
    assert texts(wanted)[FIRST] == "die Kurse für alle zu öffnen,"


@given(SAID, SAID)
def test_a_paragraph_reads_as_it_was_typed_last(first, last):
    first, last = " ".join(first), " ".join(last)
    wanted = rewrite(FLAT, rewrite(FLAT, (), FIRST, first), FIRST, last)
    assert wording(FLAT, wanted, FIRST) == last
    assert texts(wanted)[FIRST] == last
    assert len(texts(wanted)) == len(FLAT.paragraphs)


def test_typing_the_old_words_again_leaves_no_wish():
    wanted = rewrite(FLAT, (), FIRST, "anders")
    assert rewrite(FLAT, wanted, FIRST, "die  Kurse\nzu öffnen,") == ()


def test_a_blank_line_splits_a_paragraph():
    wanted = rewrite(FLAT, (), FIRST, "die Kurse\n \nzu öffnen,")
    assert texts(wanted)[FIRST : FIRST + 2] == ["die Kurse", "zu öffnen,"]
    assert wording(FLAT, wanted, FIRST) == "die Kurse\n\nzu öffnen,"
    assert [one.level for one in result(wanted)][FIRST : FIRST + 2] == [1, 1]


def test_the_title_stays_one_line_whatever_is_typed():
    wanted = rewrite(FLAT, (), TITLE, "Kurse\n\nfür alle öffnen")
    assert parted(result(wanted)).title == "Kurse für alle öffnen"


def test_a_paragraph_without_words_is_deleted():
    for wanted in (rewrite(FLAT, (), FIRST, " \n"), delete(FLAT, (), FIRST, "Weg")):
        assert len(texts(wanted)) == len(FLAT.paragraphs) - 1
        assert wording(FLAT, wanted, FIRST) == ""
    assert delete(FLAT, (), FIRST, "Weg")[0].reason == "Weg"


def test_new_paragraphs_stand_in_the_order_in_which_they_were_put_there():
    place = FLAT.starts[SECOND]
    wanted = insert(FLAT, (), SECOND, New(NUMBERED, "zweitens\n\ndrittens"))
    wanted = insert(FLAT, wanted, SECOND, New(NUMBERED, "erstens"), first=True)
    wanted = insert(FLAT, wanted, SECOND, New(NUMBERED, "viertens", "Darum"))
    assert texts(wanted)[SECOND:-2] == ["erstens", "zweitens", "drittens", "viertens"]
    assert [one.rank for one in wanted] == [0, 1, 2, 3]
    assert {one.change.start for one in wanted} == {place}
    assert wanted[-1].reason == "Darum"


def test_at_the_border_of_two_parts_each_new_paragraph_stays_in_its_own():
    why = Start(Part.RATIONALE, 0, "")
    wanted = insert(FLAT, (), WHY, New(why, "Und gerecht ist."))
    wanted = insert(FLAT, wanted, WHY, New(NUMBERED, "alle zu beteiligen."))
    parts = parted(result(wanted))
    assert parts.text[-1].text == "alle zu beteiligen."
    assert [one.text for one in parts.rationale] == [
        "Und gerecht ist.",
        "Weil es eilt.",
    ]
    end = insert(FLAT, (), len(FLAT.paragraphs), New(why, "Zuletzt."))
    assert texts(end)[-1] == "Zuletzt."


def test_a_new_paragraph_is_written_anew_where_it_stands():
    wanted = insert(FLAT, (), SECOND, New(NUMBERED, "eins\n\nzwei"))
    letter = Start(Part.TEXT, 2, "a)")
    wanted = reword(wanted, key_of(wanted[0]), New(letter, "ganz\n\nanders", "Darum"))
    assert texts(wanted)[SECOND : SECOND + 2] == ["ganz anders", "zwei"]
    assert result(wanted)[SECOND].level == 2
    assert wanted[0].reason == "Darum"


def test_what_was_moved_comes_back_with_both_its_ends():
    start, end = bounds(FLAT, FIRST)
    gone = Wanted(Change(start, end), move="m1")
    come = Wanted(Change(len(FLAT), len(FLAT), FLAT.tokens[start:end]), move="m1")
    other = Wanted(Change(1, 2, words("Sprachkurse")))
    wanted = ranked((gone, come, other))
    assert take_back(wanted, [key_of(gone)]) == (other,)
    assert take_back(wanted, [key_of(other)]) == ranked((gone, come))


def test_a_wish_for_two_paragraphs_is_known_as_such():
    start, end = FLAT.starts[SECOND], FLAT.starts[SECOND] + 2
    joined = (Wanted(Change(start - 1, end, words(" und "))),)
    assert inside(FLAT, joined, FIRST) == inside(FLAT, joined, SECOND) == joined
    assert reaches_beyond(FLAT, joined, FIRST)
    assert reaches_beyond(FLAT, joined, SECOND)
    assert not reaches_beyond(FLAT, joined, LEAD)
    assert not reaches_beyond(FLAT, rewrite(FLAT, (), FIRST, "anders"), FIRST)


@pytest.mark.parametrize(
    ("scheme", "level"), [("", 0), ("1.", 1), ("a)", 2), ("aa)", 3), ("-", 2)]
)
def test_a_new_paragraph_stands_as_deep_as_its_number_says(scheme, level):
    start = start_of_new(FLAT, SECOND, Part.TEXT, scheme)
    assert start == Start(Part.TEXT, level, scheme)


def test_a_dash_hangs_on_what_stands_above_it_in_its_part():
    assert start_of_new(FLAT, WHY, Part.RATIONALE, "-").level == 1
    dashes = flatten(read("1. Eins\n- zwei\n- drei"))
    assert start_of_new(dashes, 3, Part.TEXT, "-").level == 2


def test_the_name_of_a_wish_changes_with_what_it_says():
    (one,) = rewrite(FLAT, (), FIRST, "anders")
    (other,) = rewrite(FLAT, (), FIRST, "anders", "mit Grund")
    assert key_of(one) != key_of(other)
