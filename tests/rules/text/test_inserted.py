import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Mark, read
from reihum.rules.text.inserted import insert
from reihum.rules.text.marked import write_marked
from reihum.rules.text.pasted import Line, lines_of
from reihum.rules.text.sheet import Caret, Row, Sheet, begin, read_rows

pytestmark = pytest.mark.unit


def rows(sheet: Sheet) -> list[Row]:
    return [
        Row(p.id, p.level, p.number, write_marked(p.text, p.marks))
        for p in sheet.paragraphs
    ]


def pasted(sheet: Sheet, row: str, at: int, copied, end: int | None = None) -> Sheet:
    lines = lines_of(copied) if isinstance(copied, str) else copied
    made, caret = insert(
        rows(sheet), lines, sheet, Caret(row, at), at if end is None else end
    )
    return read_rows(made, sheet, caret)


def seen(sheet: Sheet) -> list[str]:
    return [f"{p.level} {p.number} {p.text}" for p in sheet.paragraphs]


def test_a_list_is_put_into_an_empty_text():
    empty = read_rows([Row("p1", 0, "", "")], Sheet(()))
    done = pasted(empty, "p1", 0, "Die Länder bitten:\n3. eins\na) klein\n4. zwei")
    assert seen(done) == [
        "0  Die Länder bitten:", "1 1. eins", "2 a) klein", "1 2. zwei",
    ]  # fmt: skip
    assert [p.id for p in done.paragraphs] == ["p1", "p3", "p4", "p5"]
    assert (done.focus, done.caret) == ("p5", 4)


def test_a_list_goes_on_the_one_it_is_put_into():
    text = begin(read("1. eins\n2. zwei"))
    done = pasted(text, "p1", 4, "1. neu\n2. auch neu")
    assert seen(done) == ["1 1. eins", "1 2. neu", "1 3. auch neu", "1 4. zwei"]


def test_a_list_behind_its_own_lead_in_begins_again_as_it_did_there():
    text = begin(read("1. eins"))
    done = pasted(text, "p1", 4, "\n\nSie fordern:\n1. neu\n2. neuer")
    assert seen(done) == ["1 1. eins Sie fordern:", "1 2. neu", "1 3. neuer"]
    empty = read_rows([*rows(text), Row("p2", 0, "", "")], text)
    done = pasted(empty, "p2", 0, "Sie fordern:\n1. neu\n2. neuer")
    assert seen(done)[1:] == ["0  Sie fordern:", "1 1. neu", "1 2. neuer"]
    done = pasted(empty, "p2", 0, "Vorab:\n1. neu\n\nSie fordern:\n1. noch eins")
    assert seen(done)[2:] == ["1 1. neu", "0  Sie fordern:", "1 1. noch eins"]


def test_it_stands_where_the_caret_was_and_replaces_what_was_chosen():
    text = begin(read("1. vorher alt nachher"))
    done = pasted(text, "p1", 7, "Ein Satz.\n\nNoch einer.", 10)
    assert seen(done) == ["1 1. vorher Ein Satz.", "1 2. Noch einer. nachher"]
    assert (done.focus, done.caret) == ("p3", len("Noch einer."))
    done = pasted(text, "p1", 7, "neu", 10)
    assert seen(done) == ["1 1. vorher neu nachher"]
    assert (done.focus, done.caret) == ("p1", 10)


@pytest.mark.parametrize(
    ("plain", "copied", "found"),
    [
        ("- Punkt", "eins\n\nzwei", ["1 - Punkt eins", "1 - zwei"]),
        ("1. eins", "• Punkt\n• noch", ["1 1. eins", "2 - Punkt", "2 - noch"]),
        ("Lead", "• Punkt\n• noch", ["0  Lead", "1 - Punkt", "1 - noch"]),
        ("Lead\n1. eins", "1. neu", ["0  Lead", "1 1. neu", "1 2. eins"]),
    ],
)
def test_its_levels_fit_where_it_comes_to_stand(plain, copied, found):
    text = begin(read(plain))
    end = len(text.paragraphs[0].text)
    done = pasted(text, "p1", end, copied)
    assert seen(done) == found


def test_a_kind_of_number_that_is_there_gives_the_level():
    text = read_rows(
        [Row("p1", 1, "I.", "Teil"), Row("p2", 2, "1.", "eins")], Sheet(())
    )
    done = pasted(text, "p2", 4, "1. neu\na) klein")
    assert seen(done) == ["1 I. Teil", "2 1. eins", "2 2. neu", "3 a) klein"]


def test_marks_come_along():
    empty = read_rows([Row("p1", 0, "", "")], Sheet(()))
    lines = [Line("1.", "fett", 1, (Mark(0, 4, "strong"),)), Line("2.", "x", 1)]
    done = pasted(empty, "p1", 0, lines)
    assert done.paragraphs[0].marks == (Mark(0, 4, "strong"),)


def test_without_a_place_or_a_word_nothing_happens():
    text = begin(read("1. eins"))
    assert pasted(text, "p9", 0, "neu").paragraphs == text.paragraphs
    assert pasted(text, "p1", 0, "\n").paragraphs == text.paragraphs


@given(
    st.lists(st.sampled_from(["1. eins", "a) zwei", "drei", "- vier"]), min_size=1),
    st.lists(st.sampled_from(["1. neu", "b) neu", "neu", "• neu"]), max_size=5),
    st.integers(0, 9),
)
def test_no_word_is_lost_and_no_id_used_twice(plain, copied, at):
    text = begin(read("\n\n".join(plain)))
    row = text.paragraphs[at % len(text.paragraphs)]
    done = pasted(text, row.id, len(row.text), "\n".join(copied))
    told = " ".join(p.text for p in done.paragraphs)
    assert (
        told.replace("neu", "").split()
        == " ".join(p.text for p in text.paragraphs).split()
    )
    assert told.count("neu") == len(copied)
    ids = [p.id for p in done.paragraphs]
    assert len(set(ids)) == len(ids)
