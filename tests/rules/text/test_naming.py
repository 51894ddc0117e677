import pytest

from reihum.rules.text import Paragraph, Part, read
from reihum.rules.text.naming import behind, cited, places

pytestmark = pytest.mark.unit
TEXT = read("""\
Die Ministerinnen fordern,

1. erstens
a) Buchstabe
aa) doppelt
- Strich
b) weiter
2. zweitens
- ein Strich
- noch ein Strich""")


def test_a_paragraph_is_called_as_people_cite_it():
    assert [name.de for name in places(TEXT)] == [
        "Absatz 1",
        "Ziffer 1",
        "Ziffer 1 Buchstabe a",
        "Ziffer 1 Buchstabe a Doppelbuchstabe aa",
        "Ziffer 1 Buchstabe a Doppelbuchstabe aa Spiegelstrich 1",
        "Ziffer 1 Buchstabe b",
        "Ziffer 2",
        "Ziffer 2 Spiegelstrich 1",
        "Ziffer 2 Spiegelstrich 2",
    ]
    assert places(TEXT)[3].en == "item 1 (a) (aa)"


def test_paragraphs_are_counted_within_their_part():
    whole = (
        Paragraph("t1", 0, "", "Titel", part=Part.TITLE),
        *TEXT[:2],
        Paragraph("b1", 0, "", "Weil.", part=Part.RATIONALE),
        Paragraph("b2", 1, "1.", "Und weil.", part=Part.RATIONALE),
    )
    assert [name.de for name in places(whole)] == [
        "Titel", "Absatz 1", "Ziffer 1", "Begründung, Absatz 1", "Begründung, Ziffer 1",
    ]  # fmt: skip
    assert places(whole)[-1].en == "rationale, item 1"


def test_a_gap_is_called_after_the_paragraph_before_it():
    names = places(TEXT)
    assert behind(names, 1).de == "nach Ziffer 1"
    assert behind(names, -1).en == "at the beginning"


def test_another_kind_of_number_is_said_as_it_is_printed():
    assert places([Paragraph("p1", 1, "II.", "Text")])[0].de == "Ziffer II"
    assert places([Paragraph("p1", 2, "1.1", "Text")])[0].de == "Ziffer 1.1"


def test_a_number_alone_is_called_by_its_kind():
    said = [cited(number).de for number in ("2.", "a)", "bb)", "-", "")]
    assert said == [
        "Ziffer 2",
        "Buchstabe a",
        "Doppelbuchstabe bb",
        "Spiegelstrich",
        "",
    ]
