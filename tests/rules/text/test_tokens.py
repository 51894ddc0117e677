import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reihum.rules.text.paragraph import Mark, Paragraph, Part
from reihum.rules.text.tokens import (
    Start,
    Word,
    count_words,
    empty_ids,
    flatten,
    key,
    rebuild,
    said,
    scheme_of,
    split,
    start_of,
    words,
)
from tests.rules.text.texts import motions, phrases, places

pytestmark = pytest.mark.unit
scripts_of_europe = st.text(
    st.one_of(
        st.characters(max_codepoint=0x5FF),
        st.sampled_from("\u00ad\u200b\u2060 \u202f🎓"),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("§ 5 Nr. 3", ["§", " ", "5", " ", "Nr", ".", " ", "3"]),
        ("§\u00a05\u202f%", ["§", " ", "5", " ", "%"]),
        ("z.B. z. B.", ["z", ".", "B", ".", " ", "z", ".", " ", "B", "."]),
        ("am 18. 2026/27", ["am", " ", "18", ".", " ", "2026/27"]),
        ("1.200,50 4/2027 9:30", ["1.200,50", " ", "4/2027", " ", "9:30"]),
        ("Bürger*innen, Schüler:innen", ["Bürger*innen", ",", " ", "Schüler:innen"]),
        (
            "EU- und Bund-Länder-Ebene",
            ["EU", "-", " ", "und", " ", "Bund-Länder-Ebene"],
        ),
        ("„Start-Chancen“", ["„", "Start-Chancen", "“"]),
        ("wie folgt: 3a", ["wie", " ", "folgt", ":", " ", "3a"]),
        ("La\u0308nder", ["Länder"]),
        ("Inte\u00adgration\u200b", ["Integration"]),
        ("a \u200b b\u2060", ["a", " ", "b"]),
        ("\ufeff", []),
        ("l’accueil 🎓", ["l’accueil", " ", "🎓"]),
        ("=\u0338", ["≠"]),
    ],
)
def test_a_text_is_taken_apart_where_people_read_words(text, found):
    assert [one.text for one in words(text)] == found


def test_signs_and_spaces_are_no_words():
    assert count_words(words("Die „Länder“ – § 5, z.B. 🎓 (neu)")) == 6
    assert count_words([Start(Part.TEXT, 0, "")]) == 0


@given(scripts_of_europe, st.tuples(places, places))
@example("La\u0308nder und\u00ad der \u200b Bund", (0, 3))
def test_marks_do_not_change_where_words_begin(text, ends):
    start, end = sorted(one % (len(text) + 1) for one in ends)
    marks = (Mark(start, end, "strong"),)
    assert [one.text for one in words(text, marks)] == [one.text for one in words(text)]


@given(scripts_of_europe)
def test_only_spaces_and_the_unseen_are_not_kept_as_they_are(text):
    seen = re.sub(r"[\u00ad\u200b\u2060\ufeff]", "", text)
    again = said(words(text))
    assert re.sub(r"\s+", "", normalize("NFC", again)) == re.sub(
        r"\s+", "", normalize("NFC", seen)
    )
    assert words(again) == words(text)


@given(st.text())
def test_a_text_can_be_split_without_losing_a_sign(text):
    assert "".join(split(text)) == text


def test_a_mark_holds_from_the_beginning_of_its_word():
    assert words("Integration", (Mark(4, 6, "strong"),)) == (Word("Integration", "b"),)
    assert words("ja", (Mark(0, 2, "emphasis"), Mark(0, 2, "strong")))[0].style == "bi"
    assert words("\ufeff", (Mark(0, 1, "strong"),)) == ()
    link = Mark(0, 2, "link", "https://example.org/")
    assert words("ja nein", (link,))[0].style == "a:https://example.org/"
    assert words("ja nein", (link,))[2].style == ""


@given(motions())
def test_a_text_taken_apart_and_put_together_is_the_same(motion):
    assert rebuild(flatten(motion).tokens) == motion


def test_marks_that_overlap_stay_two():
    marks = (Mark(0, 7, "strong"), Mark(4, 12, "emphasis"))
    one = Paragraph("p1", 0, "", "Die zwei drei", marks)
    (again,) = rebuild(flatten((one,)).tokens)
    assert again.marks == (Mark(0, 8, "strong"), Mark(4, 13, "emphasis"))


def test_a_link_stays_a_link():
    link = Mark(4, 8, "link", "https://example.org/")
    motion = (Paragraph("p1", 0, "", "Der Text", (link,)),)
    assert rebuild(flatten(motion).tokens) == motion


def test_a_paragraph_of_signs_stays_and_one_of_nothing_goes():
    motion = (
        Paragraph("p1", 0, "", "* * *"), Paragraph("p2", 1, "1.", ""),
        Paragraph("p3", 2, "a)", "Mittel"),
    )  # fmt: skip
    assert [one.id for one in rebuild(flatten(motion).tokens)] == ["p1", "p3"]
    kept = rebuild(flatten(motion).tokens, (), empty_ids(motion))
    assert kept == motion


def test_new_paragraphs_get_ids_that_nobody_had():
    tokens = [
        Start(Part.TEXT, 1, "1.", "p2", "1."), *words("eins"),
        Start(Part.TEXT, 1, "1."), *words("zwei"),
        Start(Part.TEXT, 1, "1.", "p2", "1."), *words("drei"),
        Start(Part.RATIONALE, 0, ""), *words("vier"),
    ]  # fmt: skip
    built = rebuild(tokens, ["p7", "b²", "x9", "t1"])
    assert [one.id for one in built] == ["p2", "p8", "p9", "b1"]
    assert [one.part for one in built][-1] is Part.RATIONALE


def test_words_without_a_paragraph_stand_in_the_text():
    assert rebuild(words(" allein ")) == (Paragraph("p1", 0, "", "allein"),)


@given(phrases, phrases)
def test_spaces_that_come_to_stand_together_are_one(one, other):
    row = (Start(Part.TEXT, 0, ""), Word(" "), *words(one), Word(" "), Word(" "),
           *words(other), Word(" "))  # fmt: skip
    assert rebuild(row)[0].text == f"{one} {other}"


@pytest.mark.parametrize(
    ("number", "scheme"),
    [
        ("3.", "1."),
        ("c)", "a)"),
        ("cc)", "aa)"),
        ("-", "-"),
        ("", ""),
        ("IV.", "I."),
        ("A.2", "A.2"),
        ("§ 4", "§ 4"),
    ],
)
def test_how_a_paragraph_is_numbered_does_not_depend_on_its_number(number, scheme):
    assert scheme_of(number) == scheme


def test_paragraphs_are_the_same_whatever_their_number():
    first, third = Paragraph("p1", 1, "1.", "a"), Paragraph("p9", 1, "3.", "a")
    assert key(start_of(first)) == key(start_of(third))
    assert said([start_of(first), *words("ja")]) == "¶ja"


def test_a_paragraph_ends_where_the_next_begins():
    flat = flatten((Paragraph("p1", 0, "", "a b"), Paragraph("p2", 0, "", "c")))
    assert [flat.end_of(0), flat.end_of(1), len(flat)] == [4, 6, 6]
