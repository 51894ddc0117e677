import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.cell.rich_text import CellRichText

from reihum.formats.synopsis.build import build
from reihum.formats.synopsis.paper import Sent
from reihum.formats.synopsis.table import LONGEST, as_xlsx
from reihum.rules.text import Paragraph
from reihum.rules.text.changes import Change
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import flatten, is_word, words
from reihum.rules.text.tracked import Loose, Wanted
from reihum.rules.words import Text
from tests.formats.synopsis.example import (
    BASE,
    TEXT,
    paper_of,
    picture,
    synopsis,
    synopsis_of,
)
from tests.formats.synopsis.made import HOSTILE, cases

pytestmark = pytest.mark.unit
HEAD = 4  # the line of the column heads


def book_of(paper):
    return openpyxl.load_workbook(BytesIO(as_xlsx(paper)), rich_text=True)


def lines(paper) -> list[list[str]]:
    """Return the lines below the heads, as text."""
    sheet = book_of(paper).worksheets[0]
    found = [["" if cell.value is None else str(cell.value) for cell in row]
             for row in sheet.iter_rows(min_row=HEAD + 1)]  # fmt: skip
    return [line for line in found if any(line[1:])]


def test_each_wish_has_a_line_with_all_that_belongs_to_it():
    found = lines(picture())
    assert found[0][0:2] == ["1.", "Ziffer 1"]
    assert found[0][3:5] == ["BY, SN, ST", "Einfügung"]
    assert found[0][5].startswith("… gelingt: in der Nachbarschaft, [+ im Verein,] in")
    assert found[0][6].startswith("BY: Vereine erreichen")
    assert found[0][8] == "angenommen"
    assert "[+ im Verein,]" in found[0][9]
    assert found[2][8] == "abgelehnt\nHaushaltsrecht lässt fünf Jahre nicht zu."
    assert found[3][7].startswith("Hessen streicht Wörter")


def test_what_is_new_is_underlined_and_what_goes_is_struck():
    sheet = book_of(picture()).worksheets[0]
    (rich,) = [
        row[5].value for row in sheet.iter_rows(min_row=HEAD + 3, max_row=HEAD + 3)
    ]
    assert isinstance(rich, CellRichText)
    looks = {part.text: part.font for part in rich if hasattr(part, "font")}
    assert looks["[− drei]"].strike
    assert looks["[+ fünf]"].u == "single"


def test_a_paragraph_without_a_wish_has_a_line_too():
    found = lines(paper_of(synopsis({})))
    assert [line[5] for line in found] == ["Kein Wunsch"] * 4


def test_the_sheet_is_ready_to_be_filtered_scrolled_and_printed():
    sheet = book_of(picture()).worksheets[0]
    assert sheet.freeze_panes == f"A{HEAD + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{HEAD}:J")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"


def test_the_second_sheet_counts_the_words_of_each_file():
    sheet = book_of(picture()).worksheets[1]
    line = [cell.value for cell in sheet[HEAD + 1]]
    assert line[:6] == ["BY", "BY.docx", 2, 0, 2, 0]


def test_what_could_not_be_kept_stands_below_the_count():
    sent = (Sent(land="HE", name="HE.docx", lost=(Text("Ein Bild.", "A picture."),)),)
    sheet = book_of(paper_of(synopsis(), sent=sent)).worksheets[1]
    column = [cell.value for cell in sheet["A"]]
    assert column[-1] == "HE, HE.docx: Ein Bild."


def test_without_files_there_is_one_sheet():
    assert len(book_of(paper_of(synopsis())).worksheets) == 1


def test_a_new_and_a_deleted_paragraph_say_what_came_of_them():
    gone = "\n".join([TEXT.split("\n")[0], *TEXT.split("\n")[2:]])
    found = lines(paper_of(synopsis_of({"BY": TEXT + "\n5. Neu.", "HE": gone})))
    assert found[-1][1] == "Nach Ziffer 4"
    assert found[-1][9] == "nichts übernommen"


def test_the_same_synopsis_is_the_same_file():
    assert as_xlsx(picture()) == as_xlsx(picture())


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)"])
def test_nothing_typed_becomes_a_formula(typed: str):
    flat = flatten([Paragraph("p1", 0, typed, typed)])
    change = Change(1, len(flat), words(typed * 2))
    found = combine(flat, [Wish("BY", Wanted(change, reason=typed))])
    sent = (Sent(land="BY", name=typed, loose=(Loose("p1", typed),)),)
    data = as_xlsx(paper_of(found, title=typed, version=typed, sent=sent))
    with zipfile.ZipFile(BytesIO(data)) as file:
        sheets = [name for name in file.namelist() if "worksheets/sheet" in name]
        assert len(sheets) == 2
        assert all(b"<f>" not in file.read(name) for name in sheets)
        assert b'quotePrefix="1"' in file.read("xl/styles.xml")


def test_a_text_too_long_for_a_cell_goes_on_in_the_next_line():
    change = Change(0, len(BASE), (BASE.tokens[0], *words("x" * (2 * LONGEST))))
    found = lines(paper_of(combine(BASE, [Wish("BY", Wanted(change))])))
    assert sum(line[5].count("x") for line in found) == 2 * LONGEST
    assert all(len(cell) <= LONGEST for line in found for cell in line)


@settings(max_examples=25)
@given(cases(HOSTILE), HOSTILE)
def test_hostile_words_never_break_the_book(case, typed):
    paper = build(*case, title=typed, version=typed)
    assert book_of(replace(paper, silent=(typed,))).worksheets


@settings(max_examples=25)
@given(cases())
def test_every_inserted_word_is_in_a_cell(case):
    paper = build(*case)
    text = "\n".join(cell for line in lines(paper) for cell in line)
    for point in paper.synopsis.points:
        assert all(one.text in text for one in point.change.new if is_word(one))
