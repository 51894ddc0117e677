import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Mark, Paragraph, read
from reihum.rules.text.numbers import renumber
from reihum.rules.text.onefield import as_one, from_one
from reihum.rules.text.sheet import Sheet, begin

pytestmark = pytest.mark.unit

MARKED = Paragraph("p7", 1, "2.", "Der Bund sichert sie.", (Mark(4, 8, "strong"),))


def test_both_ways_lose_nothing():
    text = begin((*read("Lead-in:\n1. eins"), MARKED, Paragraph("p9", 1, "3.", "")))
    typed = as_one(text)
    assert typed == "Lead-in:\n\n1. eins\n\n2. Der **Bund** sichert sie."
    assert from_one(typed, text).paragraphs == text.paragraphs[:-1]
    assert from_one(typed.replace("\n", "\r\n"), text).paragraphs[-1] == MARKED


def test_a_number_alone_above_its_points_comes_back():
    text = begin(read("1. eins\n2.\na) klein"))
    typed = as_one(text)
    assert from_one(typed, text) == text
    again = from_one(typed + "\n\nb) neu", text).paragraphs
    assert [(p.number, p.text) for p in again] == [
        ("1.", "eins"), ("2.", ""), ("a)", "klein"), ("b)", "neu"),
    ]  # fmt: skip


def test_a_paragraph_that_is_found_again_keeps_its_id():
    text = begin((*read("1. eins"), MARKED), taken=["p11"])
    typed = as_one(text).replace("1. eins", "1. neu und ganz anders\n\n2. eins")
    done = from_one(typed.replace("2. Der **B", "3. Der schöne **B"), text)
    assert [(p.id, p.number) for p in done.paragraphs] == [
        ("p12", "1."), ("p1", "2."), ("p7", "3."),
    ]  # fmt: skip
    assert done.paragraphs[-1].marks == (Mark(11, 15, "strong"),)
    assert done.last == 12


def test_kinds_of_numbers_that_the_text_has_are_understood_and_others_are_words():
    text = begin(
        renumber([Paragraph("p1", 1, "I.", "Teil"), Paragraph("p2", 2, "1.", "eins")])
    )
    done = from_one(f"{as_one(text)}\n\n2. zwei\n\nII. Noch ein Teil\n\nA. Wort", text)
    assert [(p.level, p.number) for p in done.paragraphs] == [
        (1, "I."), (2, "1."), (2, "2."), (1, "II."), (0, ""),
    ]  # fmt: skip
    assert from_one("II. Teil", Sheet(())).paragraphs[0].text == "II. Teil"


def test_numbers_stay_as_they_were_typed():
    done = from_one("1. eins\n\n7. sieben", Sheet(()))
    assert [p.number for p in done.paragraphs] == ["1.", "7."]
    assert from_one("", Sheet(())).paragraphs == ()


def test_a_reference_that_goes_stale_in_one_field_is_told_too():
    text = begin(read("1. eins\n2. Siehe Ziffer 1."))
    done = from_one("1. neu\n\n2. eins\n\n3. Siehe Ziffer 1.", text)
    assert [(one.paragraph, one.now) for one in done.stale] == [("p2", "Ziffer 2")]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.sampled_from(["Wort *x* y", "eins, zwei", "Siehe Nr. 1", "a*b"]),
        ),
        max_size=8,
    )
)
def test_with_a_sentence_more_everything_else_is_what_it_was(rows):
    levels, above = [], 0
    for level, words in rows:
        above = min(level, above + 1)
        levels.append((above, words))
    text = begin(
        renumber(
            Paragraph(f"p{at}", level, "", f"{words} {at}")
            for at, (level, words) in enumerate(levels, 1)
        )
    )
    done = from_one(f"{as_one(text)}\n\nNoch ein Satz", text)
    assert done.paragraphs[:-1] == text.paragraphs
    assert done.paragraphs[-1].text == "Noch ein Satz"
