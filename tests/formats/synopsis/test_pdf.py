import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings

from reihum.formats.synopsis.build import build
from reihum.formats.synopsis.pdf import as_pdf
from reihum.rules.text import Paragraph
from reihum.rules.text.changes import Change
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import flatten, is_word, words
from reihum.rules.text.tracked import Loose, Wanted
from tests.formats.synopsis.example import BASE, paper_of, picture
from tests.formats.synopsis.made import HOSTILE, cases

pytestmark = pytest.mark.unit
# What a PDF may not tell apart: spaces, hyphens at the end of lines.
_LOOSE = re.compile(r"[\s\u200b\u00ad\ufffe\x02-]+")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def bare(text: str) -> str:
    return _LOOSE.sub("", text)


def inserting(text: str, **more):
    change = Change(BASE.starts[1] + 1, BASE.starts[1] + 1, words(text))
    found = combine(BASE, [Wish("BY", Wanted(change, reason=text))])
    return paper_of(found, title=text, **more)


def test_the_paper_is_landscape_and_says_what_the_picture_shows():
    document = pypdfium2.PdfDocument(as_pdf(picture()))
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    text = bare(text_of(as_pdf(picture())))
    for said in (
        "Leitantrag: Ankommen im Alltag", "drei gleiche Wünsche", "abgelehnt",
        "Hessen streicht Wörter, die Brandenburg und Mecklenburg-Vorpommern ändern.",
        "+im Verein,", "−einer Stunde", "Seite 1 / 2", "Kommentar RP: Einverstanden.",
    ):  # fmt: skip
        assert bare(said) in text


def test_it_is_tagged_and_names_its_title_and_language():
    with pikepdf.open(BytesIO(as_pdf(picture()))) as pdf:
        root = pdf.Root
        assert root.MarkInfo.Marked == True  # noqa: E712 – a PDF object
        assert root.Lang == "de"
        assert root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712
        assert pdf.docinfo.Title == "Synopse: Leitantrag: Ankommen im Alltag"
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
        kinds = set(_kinds(root.StructTreeRoot))
        assert {"/H1", "/Table", "/THead", "/TH", "/TR", "/TD"} <= kinds
        assert all("/FontFile2" in font or "/FontFile3" in font for font in _fonts(pdf))


def _kinds(node, depth=0):
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _kinds(one, depth + 1)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from _kinds(node.K, depth + 1)


def _fonts(pdf):
    for one in pdf.objects:
        if (
            isinstance(one, pikepdf.Dictionary)
            and one.get("/Type") == "/FontDescriptor"
        ):
            yield one


def test_the_header_of_the_columns_is_on_every_page():
    many = flatten(
        Paragraph(f"p{n}", 1, f"{n}.", "Die Länder bitten um Bericht. " * 8)
        for n in range(1, 40)
    )
    pdf = as_pdf(paper_of(combine(many, [])))
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) > 2
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert all("Wünsche der Länder" in page for page in pages)


def test_the_same_synopsis_is_the_same_file():
    assert as_pdf(picture()) == as_pdf(picture())


@pytest.mark.parametrize(
    "typed",
    ["#panic(1)", '#read("/etc/passwd")', "$ x^2 $", "*a* _b_ `c` <d> @e", "\\ // /* =",
     '"); #panic("', "#sys.inputs", "]]] #[", "\u202eabc", "\x07"],
)  # fmt: skip
def test_nothing_typed_becomes_code(typed: str):
    text = bare(text_of(as_pdf(inserting(typed))))
    shown = re.sub("[\u202e\x07]", "", typed)
    assert bare(shown) in text


def test_signs_without_a_shape_are_written_as_their_number():
    text = bare(text_of(as_pdf(inserting("日本 😀"))))
    assert "[U+65E5][U+672C]" in text
    assert "[U+1F600]" in text
    assert "Łódź" in bare(text_of(as_pdf(inserting("Łódź"))))


def test_a_sign_of_which_only_the_font_knows_that_it_is_missing_is_numbered_too():
    assert "[U+03A2]" in bare(text_of(as_pdf(inserting("a\u03a2b Österreich"))))


def test_a_word_longer_than_a_page_is_broken_and_all_there():
    text = bare(text_of(as_pdf(inserting("x" * 10_000))))
    assert text.count("x") >= 10_000


@settings(max_examples=15)
@given(cases(HOSTILE), HOSTILE)
def test_hostile_words_never_keep_the_paper_from_being_made(case, typed):
    paper = build(*case, title=typed)
    sent = tuple(replace(one, loose=(Loose("p1", typed),)) for one in paper.sent)
    assert as_pdf(replace(paper, sent=sent, silent=(typed,))).startswith(b"%PDF")


@settings(max_examples=15)
@given(cases())
def test_every_inserted_word_is_on_the_paper(case):
    paper = build(*case)
    text = bare(text_of(as_pdf(paper)))
    for point in paper.synopsis.points:
        assert all(bare(one.text) in text for one in point.change.new if is_word(one))
