import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Paragraph, read
from reihum.rules.text.numbers import renumber
from reihum.rules.text.references import Stale, renewed, stale

pytestmark = pytest.mark.unit

TEXT = """\
1. Die Länder begrüßen den Bericht.
2. Sie bitten den Bund,
a) die Mittel zu sichern,
b) zu berichten.
3. Die Geschäftsstelle lädt ein.
"""


def moved(paragraphs, source: int, target: int):
    rest = list(paragraphs)
    rest.insert(target, rest.pop(source))
    return renumber(rest, paragraphs)


def speaks(words: str):
    """The text with a fourth paragraph that speaks of others."""
    return read(f"{TEXT}4. {words}")


def now(words: str, source: int, target: int) -> list[str]:
    before = speaks(words)
    return [one.now for one in stale(before, moved(before, source, target))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ziffer 3 gilt sofort.", "Ziffer 1"),
        ("Das folgt aus Nummer 2.", "Nummer 3"),
        ("Siehe Nr. 2 a) und mehr.", "Nr. 3 a)"),
        ("Siehe Nr. 2a) und mehr.", "Nr. 3 a)"),
        ("Wie in Nummer 2 Buchstabe b gesagt.", "Nummer 3 Buchstabe b"),
        ("Ziffern 2 und 3 gelten.", "Ziffern 3 und 1"),
        ("Die Nummern 1, 2 bis 3 gelten.", "Nummern 2, 3 bis 1"),
        ("Punkt 3 entfällt.", "Punkt 1"),
        ("Die unter 3. genannten Stellen", "unter 1."),
        ("Ziff. 3 des Antrags", "Ziff. 1"),
        ("Ziffer 3 des Beschlussvorschlags", "Ziffer 1"),
    ],
)
def test_a_reference_to_a_paragraph_that_moved_is_found_and_says_what_is_right(
    words, found
):
    assert now(words, 4, 0) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "Ziffer 3 des Beschlusses vom 3. Mai 2024",
        "Nach § 5 Nummer 2 AufenthG gilt das.",
        "Nach Absatz 2 Nummer 3 gilt das.",
        "Die Nummer 3 AufenthG bleibt.",
        "Ziffer 3 Satz 2 der Verordnung",
        "Unter 3. Mai steht nichts.",
        "Für Kinder unter 3 Jahren",
        "Zu 3.500 Plätzen",
        "TOP 2 Nummer 3",
        "Ziffer 17 gibt es hier nicht.",
        "Die Punkte und Nummern",
        "Buchstabe x",
    ],
)
def test_what_speaks_of_something_else_raises_no_alarm(words):
    assert now(words, 4, 0) == []


def test_a_letter_alone_means_the_one_beside_it():
    before = read("1. Eins\na) ja\n2. Zwei\na) Stellen\nb) die unter a) genannten")
    after = moved(before, 4, 3)
    assert stale(before, after) == (Stale("p5", "unter a)", ("p4",), "unter b)"),)
    assert stale(before, moved(before, 0, 0)) == ()


def test_a_paragraph_that_went_below_another_is_named_with_it():
    before = speaks("Ziffer 3 gilt.")
    below = (*before[:4], Paragraph("p5", 2, "", before[4].text), before[5])
    (found,) = stale(before, renumber(below, before))
    assert found.now == "Ziffer 2 Buchstabe c"


def test_a_reference_to_what_is_gone_says_so():
    before = speaks("Ziffer 3 gilt.")
    after = renumber((*before[:4], before[5]), before)
    assert stale(before, after) == (Stale("p6", "Ziffer 3", ("p5",), ""),)


def test_of_two_lists_the_nearest_is_meant():
    before = read(
        "Sie bitten:\n1. eins\n2. zwei\n\nSie fordern:\n1. drei\n2. mehr\n3. Ziffer 1"
    )
    after = moved(before, 5, 4)
    assert [one.targets for one in stale(before, after)] == [("p5",)]


def test_a_reference_that_was_written_anew_is_no_longer_stale():
    before = speaks("Ziffer 3 gilt.")
    after = moved(before, 4, 0)
    (found,) = stale(before, after)
    assert renewed((found,), after) == (found,)
    fixed = (*after[:-1], Paragraph("p6", 1, "4.", "Ziffer 1 gilt."))
    assert stale(before, fixed) == renewed((found,), fixed) == ()
    assert renewed((found,), moved(after, 0, 4)) == ()
    assert renewed((found,), after[:-1]) == ()
    # And one that was not there before was written by somebody who saw the numbers.
    assert stale(after[:-1], moved(after, 0, 4)) == ()


WORDS = st.lists(
    st.sampled_from(
        ["Ziffer", "Nr.", "Nummern", "unter", "Buchstabe", "1", "2.", "a)", "2a)", "b",
         "und", ",", "bis", "des", "§", "II", "Die"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 2), WORDS), max_size=6))
def test_nothing_is_stale_while_nothing_moved(rows):
    text = renumber(
        Paragraph(f"p{at}", level, "", words)
        for at, (level, words) in enumerate(rows, 1)
    )
    assert stale(text, text) == ()


@given(st.lists(st.tuples(st.integers(0, 2), WORDS), max_size=6), st.data())
def test_whoever_writes_what_it_is_called_now_is_left_in_peace(rows, data):
    before = renumber(
        Paragraph(f"p{at}", level, "", words)
        for at, (level, words) in enumerate(rows, 1)
    )
    after = renumber(data.draw(st.permutations(before)), before)
    for one in stale(before, after):
        assert one.now != one.words
        assert one in renewed([one], after)
