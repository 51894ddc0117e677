"""The synopsis to take away: every file, whose it is, and what it is called."""

import json
import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest

from reihum.acts import synopsis
from reihum.office.synopsis_files import file_name
from tests.pages import words
from tests.wished import TITLE, keys, shown, submitted, wished

pytestmark = pytest.mark.integration

NAME = "Synopse_22-IntMK_Leitantrag-Ankommen-im-Alltag_Fassung-1"


@pytest.fixture
def motion(intmk, acting, office) -> int:
    pk = wished(acting)
    synopsis.decide(
        office, motion=pk, version=1, keys=keys(pk, "BW"), accepted=False,
        reason="Haushaltsrecht.",
    )  # fmt: skip
    return pk


@pytest.fixture
def fetch(motion, signed_in):
    def get(kind: str, query: str = ""):
        address = f"/buero/intmk/antraege/{motion}/synopse.{kind}{query}"
        answer = signed_in("HE").get(address)
        assert answer.status_code == 200
        assert f'filename="{NAME}.{kind}"' in answer["Content-Disposition"]
        assert answer["Content-Disposition"].startswith("attachment")
        # Wherever it is opened, no page of ours is behind it.
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        return answer.content

    return get


def test_in_word_each_land_is_the_author_of_its_changes(fetch):
    document = ZipFile(BytesIO(fetch("docx"))).read("word/document.xml").decode()
    authors = set(re.findall(r'w:author="([^"]+)"', document))
    assert {"BW", "BY, SN, ST", "BB, MV", "HE", "TH"} <= authors


def test_the_pdf_says_whose_wish_was_rejected_and_why(fetch):
    pages = pypdfium2.PdfDocument(fetch("pdf"))
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert TITLE in text
    assert "Haushaltsrecht." in text
    pages.close()


def test_the_workbook_has_a_line_for_each_wish(fetch):
    book = openpyxl.load_workbook(BytesIO(fetch("xlsx")))
    values = {str(cell.value) for row in book.worksheets[0] for cell in row}
    assert any("BY, SN, ST" in value for value in values)
    book.close()


def test_what_was_written_here_is_no_file_and_none_of_its_words_is_missed(fetch):
    book = openpyxl.load_workbook(BytesIO(fetch("xlsx")))
    lines = [[cell.value for cell in row] for row in book.worksheets[1]]
    baden = next(line for line in lines if line[0] == "BW")
    assert baden[1] == "hier geschrieben"
    assert baden[2:4] == baden[4:6]
    book.close()
    page = re.sub(r"<[^>]+>|\s+", " ", fetch("html").decode())
    assert re.search(r"\b0 +Wörter ohne Ort", page)


def test_page_and_data_say_the_same(fetch):
    assert TITLE in fetch("html").decode()
    data = json.loads(fetch("json"))
    assert data["format"] == "reihum-synopsis"


def test_an_earlier_version_has_its_files_still(motion, fetch, office):
    synopsis.accept_undisputed(office, motion=motion, version=1)
    before = json.loads(fetch("json"))
    synopsis.take_over(office, motion=motion, version=1)
    assert json.loads(fetch("json", "?fassung=1")) == before


def test_another_kind_of_file_is_a_sentence(motion, signed_in):
    answer = signed_in("HE").get(f"/buero/intmk/antraege/{motion}/synopse.odt")
    assert answer.status_code == 404
    assert "wohl aber als docx, pdf, xlsx, html, json" in words(answer)


def test_in_english_the_words_around_it_are_english(motion, signed_in):
    address = f"/en/buero/intmk/antraege/{motion}/synopse.html"
    page = signed_in("HE").get(address).content.decode()
    assert '<html lang="en"' in page


def test_a_long_title_is_cut_where_a_word_ends(intmk, acting):
    view = shown(submitted(acting))
    title = "Über die Größe künftiger Förderungen und ihre Verlässlichkeit"
    paper = replace(view.paper, title=title)
    name = file_name(replace(view, sheet=replace(view.sheet, paper=paper)), "IntMK")
    assert name == "Synopse_22-IntMK_Ueber-die-Groesse-kuenftiger_Fassung-1"
