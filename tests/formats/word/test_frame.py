"""Templates that lack what Word's own files always have."""

import pytest
from lxml import etree

from reihum.formats.word.frame import Frame
from reihum.formats.word.looks import Look
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.write import write_motion
from reihum.formats.word.zipped import unzipped, zipped
from reihum.rules.text import read
from tests.formats.word.built import OFFICE, PACKAGE, docx
from tests.formats.word.schema import W, check

pytestmark = pytest.mark.unit
PAPER = MotionPaper(body="IntMK", title="Titel", paragraphs=read("1. Text"))
LINE = "<w:p><w:r><w:t>{{text}}</w:t></w:r></w:p>"
RELS = "application/vnd.openxmlformats-package.relationships+xml"
OF_RELS = f'<Default Extension="rels" ContentType="{RELS}"/><Override'.encode()


def bare(body: str = LINE, **parts: str) -> bytes:
    found = unzipped(docx(body, **parts))
    types = found["[Content_Types].xml"]
    found["[Content_Types].xml"] = types.replace(b"<Override", OF_RELS, 1)
    return zipped(found)


def test_a_file_of_nothing_but_a_document_gets_what_it_needs():
    parts = check(write_motion(PAPER, bare(), tracking=True))
    assert {"word/styles.xml", "word/numbering.xml", "word/settings.xml",
            "docProps/core.xml"} <= set(parts)  # fmt: skip


def test_a_part_that_nobody_knows_of_is_not_overwritten():
    stray = {**unzipped(bare()), "word/numbering.xml": b"<stray/>"}
    parts = unzipped(write_motion(PAPER, zipped(stray)))
    assert parts["word/numbering.xml"] == b"<stray/>"
    assert b"w:abstractNum" in parts["word/numbering1.xml"]


def test_tracking_that_is_on_stays_on_once():
    once = write_motion(PAPER, tracking=True)
    twice = check(write_motion(PAPER, once, tracking=True))
    assert len(twice["word/settings.xml"].findall(f"{W}trackRevisions")) == 1


def test_what_is_filled_can_be_a_template_again():
    parts = check(write_motion(PAPER, write_motion(PAPER)))
    root = parts["word/numbering.xml"]
    assert [etree.QName(one).localname for one in root] == [
        "abstractNum", "abstractNum", "num", "num",
    ]  # fmt: skip


def test_styles_of_the_template_are_known_by_id_or_by_name():
    styles = '<w:style w:type="paragraph" w:styleId="x1"><w:name w:val="Heading 1"/>'
    frame = Frame(docx("", styles=f"{styles}</w:style>"))
    assert frame.styles[Look.HEADING] == "x1"
    assert frame.styles[Look.TITLE] == "Title"


def test_bookmarks_of_the_template_stay_and_ours_from_an_older_file_go():
    marks = "".join(
        f'<w:bookmarkStart w:id="{at}" w:name="{name}"/><w:bookmarkEnd w:id="{at}"/>'
        for at, name in ((4, "_GoBack"), (7, "_reihum_p1"))
    )
    parts = check(write_motion(PAPER, bare(f"<w:p>{marks}</w:p>{LINE}")))
    found = [
        (one.get(f"{W}name"), one.get(f"{W}id"))
        for one in parts["word/document.xml"].iter(f"{W}bookmarkStart")
    ]
    assert found == [("_GoBack", "4"), ("_reihum_p1", "8")]


def test_a_document_that_relates_to_nothing_can_relate_to_something():
    alone = unzipped(bare())
    del alone["word/_rels/document.xml.rels"]
    check(write_motion(PAPER, zipped(alone)))


def test_there_is_one_core_however_the_programme_spells_its_kind():
    parts = unzipped(write_motion(PAPER))
    kind = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    other = kind.replace(b"package", b"officedocument")  # as "Save as … OOXML" does
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(kind, other)
    check(write_motion(PAPER, zipped(parts)))


def test_the_folder_of_whoever_made_the_template_is_not_passed_on():
    parts = unzipped(write_motion(PAPER))
    tie = b'<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/>'
    settings = parts["word/settings.xml"]
    parts["word/settings.xml"] = settings.replace(b'<w:zoom w:percent="100"/>', tie)
    line = (
        f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" '
        'Target="file:///C:/Users/wer/Normal.dotm" TargetMode="External"/>'
    )
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">{line}</Relationships>'
    parts["word/_rels/settings.xml.rels"] = rels.encode()
    data = write_motion(PAPER, zipped(parts))
    check(data)
    assert not any(b"C:/Users" in content for content in unzipped(data).values())
    assert b"attachedTemplate" not in unzipped(data)["word/settings.xml"]
