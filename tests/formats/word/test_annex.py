import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from reihum.formats.word.read import read_motion, read_reading
from reihum.formats.word.safety import Package, unpack
from tests.formats.word.built import docx, ins, p, styled

pytestmark = pytest.mark.unit
WORD = Path(__file__).parent / "files/word.docx"
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('Land')}</w:tc></w:tr></w:tbl>"


def annex(*inside: str, **parts):
    body = p("Beschluss") + p("Text") + p("Anlage 1") + "".join(inside)
    data = docx(body, **parts)
    found = read_motion(data)
    assert [one.text for one in found.paragraphs] == ["Text"]
    (attachment,) = found.attachments
    return attachment, data, found


def test_an_annex_with_a_table_becomes_a_word_file_of_its_own():
    attachment, _, found = annex(TABLE, p("Quelle"), "<w:sectPr/>", styles=styled("A"))
    assert (attachment.title, attachment.whole) == ("Anlage 1", False)
    opened = Document(BytesIO(attachment.data))
    assert [one.text for one in opened.paragraphs] == ["Anlage 1", "Quelle"]
    assert opened.tables[0].cell(0, 0).text == "Land"
    assert isinstance(unpack(attachment.data), Package)
    assert ["Tabelle" in one.de for one in found.lost] == [False]


def test_the_annex_of_a_file_of_word_keeps_its_table_and_its_changes():
    found = read_reading(WORD.read_bytes())
    again = Document(BytesIO(found.attachments[0].data))
    assert [one.text for one in again.paragraphs] == [
        "Anlage 1",
        "Quelle: eigene Erhebung",
    ]
    with zipfile.ZipFile(BytesIO(found.attachments[0].data)) as archive:
        assert b"w:ins" in archive.read("word/document.xml")


def test_the_same_annex_is_the_same_file():
    one, other = (annex(TABLE)[0] for _ in range(2))
    assert one.data == other.data


def test_links_in_an_annex_still_lead_somewhere_but_only_where_links_may():
    links = {"rId1": "https://example.org/?a=1&amp;b=2", "rId2": "file:///etc/passwd"}
    inside = "".join(f'<w:hyperlink r:id="{key}"/>' for key in links)
    attachment, _, _ = annex(p(inside), links=links)
    package = unpack(attachment.data)
    assert package.links == {"rId1": "https://example.org/?a=1&b=2", "rId2": ""}


def test_comments_headers_and_footers_do_not_stay_behind_as_broken_signs():
    signs = (
        '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        '<w:commentRangeEnd w:id="1"/>'
    )
    comment = f'<w:comment w:id="1" w:author="BY">{p("Wieso?")}</w:comment>'
    header = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    attachment, data, _ = annex(p(signs, "Text"), header, comments=comment)
    assert not attachment.whole
    assert b"omment" not in attachment.data
    assert read_reading(data).reading.remarks == ()


def test_an_annex_tells_nobody_who_wrote_it_and_when():
    changed = p("Neu", ins("und mehr", author="Erika Mustermann"), mark="ins")
    numbering = f'<w:abstractNum w:abstractNumId="1">{changed}</w:abstractNum>'
    attachment, _, _ = annex(
        changed.replace("<w:p>", '<w:p w:rsidR="00AB12CD">', 1), numbering=numbering,
        links={"rId7": "https://example.org/only-in-the-text"},
    )  # fmt: skip
    with zipfile.ZipFile(BytesIO(attachment.data)) as archive:
        whole = b"".join(map(archive.read, archive.namelist()))
    assert b"und mehr" in whole
    for sign in (b"Erika", b"Land BY", b"2027-02-01", b"00AB12CD", b"only-in-the-text"):
        assert sign not in whole
    changes = read_reading(attachment.data)
    assert {one.author for one in changes.reading.pieces} <= {"", "Autor"}


@pytest.mark.parametrize(
    "inside",
    [
        p("<w:r><w:drawing/></w:r>"),
        p('<w:r><w:footnoteReference w:id="1"/></w:r>'),
        p('<w:subDoc r:id="rId7"/>'),
    ],
)
def test_an_annex_that_needs_other_parts_is_kept_with_the_whole_file(inside):
    attachment, data, _ = annex(inside)
    assert attachment.whole
    assert attachment.data == data


def test_an_annex_inside_a_control_begins_with_the_control():
    control = f"<w:sdt><w:sdtContent>{p('Anlage 1')}{p('a')}</w:sdtContent></w:sdt>"
    found = read_motion(docx(p("Beschluss") + p("Text") + control + p("b")))
    opened = Document(BytesIO(found.attachments[0].data))
    assert opened.element.body[0].tag.endswith("}sdt")


def test_what_stands_before_an_annex_is_still_told_and_what_is_in_it_is_not():
    _, _, found = annex(p("<w:r><w:object/></w:r>", ins("neu")))
    told = " ".join(one.de for one in found.lost)
    assert "Eingebettete" not in told
    assert "Anlage" in told
    assert "Änderungen in einer Anlage" in told
    assert "alle angenommen" in told
