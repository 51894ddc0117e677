import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Paragraph, read
from reihum.rules.text.beside import beside, settled
from reihum.rules.text.numbers import renumber

pytestmark = pytest.mark.unit

BASE = read("1. eins\n2. zwei\n3. drei")


def edited(changes: dict[str, str | None], *new: str) -> tuple[Paragraph, ...]:
    """The base with other words (None deletes), and new paragraphs below."""
    kept = [
        Paragraph(p.id, p.level, p.number, changes.get(p.id) or p.text)
        for p in BASE
        if changes.get(p.id, "") is not None
    ]
    added = [Paragraph(f"p{4 + at}", 1, "", text) for at, text in enumerate(new)]
    return renumber((*kept, *added), BASE)


def texts(paragraphs) -> list[str]:
    return [f"{p.number} {p.text}" for p in paragraphs]


def test_what_only_one_side_changed_is_suggested_from_that_side():
    theirs, yours = edited({"p1": "EINS"}), edited({"p3": "DREI"})
    pairs = beside(BASE, theirs, yours)
    assert [one.same for one in pairs] == [False, True, False]
    assert not any(one.conflict for one in pairs)
    assert texts(settled(pairs, {}, yours)) == ["1. EINS", "2. zwei", "3. DREI"]


def test_what_both_changed_is_a_conflict_and_somebody_chooses():
    theirs, yours = edited({"p2": "zwei A"}), edited({"p2": "zwei B"})
    pairs = beside(BASE, theirs, yours)
    assert [one.id for one in pairs if one.conflict] == ["p2"]
    assert texts(settled(pairs, {}, yours))[1] == "2. zwei B"
    assert texts(settled(pairs, {"p2": "theirs"}, yours))[1] == "2. zwei A"


def test_what_one_side_deleted_is_gone_unless_the_other_changed_it():
    pairs = beside(BASE, edited({"p2": None}), BASE)
    assert texts(settled(pairs, {}, BASE)) == ["1. eins", "2. drei"]
    yours = edited({"p2": "zwei B"})
    pairs = beside(BASE, edited({"p2": None}), yours)
    assert [one.conflict for one in pairs] == [False, True, False]
    assert texts(settled(pairs, {}, yours))[1] == "2. zwei B"
    assert texts(settled(pairs, {"p2": "theirs"}, yours)) == ["1. eins", "2. drei"]


def test_what_both_added_are_two_paragraphs_even_with_the_same_id():
    theirs, yours = edited({}, "ihr neuer"), edited({}, "mein neuer")
    pairs = beside(BASE, theirs, yours, last=4)
    assert [one.id for one in pairs] == ["p1", "p2", "p3", "p4", "p5"]
    assert texts(settled(pairs, {}, yours)) == [
        "1. eins", "2. zwei", "3. drei", "4. ihr neuer", "5. mein neuer",
    ]  # fmt: skip
    same = beside(BASE, theirs, theirs, last=4)
    assert all(one.same for one in same)


def test_what_they_put_first_comes_first():
    first = Paragraph("p9", 1, "", "vorn")
    pairs = beside(BASE, renumber((first, *BASE), BASE), BASE)
    assert texts(settled(pairs, {}, BASE))[0] == "1. vorn"


WORDS = st.dictionaries(
    st.sampled_from(["p1", "p2", "p3"]), st.sampled_from(["neu", "anders", None])
)


@given(WORDS, WORDS)
def test_one_side_alone_can_always_be_had_whole(one, other):
    theirs, yours = edited(one, "ihrer"), edited(other)
    pairs = beside(BASE, theirs, yours, last=4)
    for side, text in (("theirs", theirs), ("yours", yours)):
        picks = {pair.id: side for pair in pairs}
        assert settled(pairs, picks, text) == text
