import pytest

from reihum.formats.word.notes import notes, sentence
from reihum.rules.text import read
from reihum.rules.text.changes import Change
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Clash, Synopsis, Wish, combine
from reihum.rules.text.tokens import flatten, words
from reihum.rules.text.tracked import Wanted

pytestmark = pytest.mark.unit
FLAT = flatten(read("1. eins zwei drei vier\n\n2. fünf sechs"))


def wish(land: str, start: int, end: int, new: str = "", reason: str = "") -> Wish:
    return Wish(land, Wanted(Change(start, end, words(new)), reason))


def noted(found: Synopsis, language: str = "de"):
    return notes(layers(FLAT, found.points), found.points, language)


def test_a_reason_stands_at_the_change_in_the_name_of_its_land():
    (note,) = noted(combine(FLAT, [wish("BY", 3, 6, "neu", "Weil.\nDarum.")]))
    assert (note.author, note.lines) == ("BY", ("Weil.", "Darum."))
    assert (note.first, note.last) == (3, 6)


def test_two_laender_with_the_same_wish_give_a_comment_each():
    found = combine(FLAT, [wish("BY", 3, 4, "", "A"), wish("NI", 3, 4, "", "B")])
    assert [(note.author, note.lines) for note in noted(found)] == [
        ("BY", ("A",)), ("NI", ("B",)),
    ]  # fmt: skip


def test_a_wish_without_a_reason_needs_no_comment():
    assert noted(combine(FLAT, [wish("BY", 3, 4, "neu")])) == ()


def test_what_is_in_conflict_is_said_once_over_the_whole_place():
    found = combine(FLAT, [wish("HE", 1, 6), wish("BB", 3, 4, "neu")])
    (note,) = noted(found)
    assert note.author == "Reihum"
    assert note.lines == ("Konflikt: HE streicht Wörter, die BB ändert.",)
    assert (note.first, note.last) == (1, 6)
    (note,) = noted(found, "en")
    assert note.lines == ("Conflict: HE deletes words that BB changes.",)


def test_a_conflict_of_three_has_a_line_for_each_two():
    found = combine(
        FLAT, [wish("HE", 1, 6), wish("BB", 3, 4, "neu"), wish("BY", 3, 6, "anders")]
    )
    (note,) = noted(found)
    assert sorted(note.lines) == [
        "Konflikt: BY und BB ändern dieselben Wörter verschieden.",
        "Konflikt: HE streicht Wörter, die BB ändert.",
        "Konflikt: HE streicht Wörter, die BY ändert.",
    ]


def test_a_conflict_with_a_point_that_is_not_shown_is_not_spoken_of():
    found = combine(FLAT, [wish("HE", 1, 6), wish("BB", 3, 4, "neu")])
    first = found.points[:1]
    assert notes(layers(FLAT, first), first, "de") == ()
    assert notes(layers(FLAT, ()), found.points, "de") == ()


@pytest.mark.parametrize(
    ("one", "other", "why", "german"),
    [
        (("HE",), ("BB", "MV"), Clash.DELETED,
         "HE streicht Wörter, die BB und MV ändern."),
        (("HE", "SL"), ("BB",), Clash.DELETED,
         "HE und SL streichen Wörter, die BB ändert."),
        (("NI",), ("BY",), Clash.SAME_PLACE,
         "BY und NI fügen an derselben Stelle Verschiedenes ein."),
    ],
)  # fmt: skip
def test_a_sentence_says_who_stands_against_whom(one, other, why, german):
    wishes = [wish(land, 1, 4) for land in one]
    wishes += [wish(land, 3, 4, "neu") for land in other]
    first, second = combine(FLAT, wishes).points
    assert sentence(first, second, why).de == german
    assert sentence(second, first, why).de == german
