import struct
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from reihum.formats.word import safety, wrong
from reihum.formats.word.names import w
from reihum.formats.word.safety import LARGEST, Package, unpack
from reihum.rules.words import Refusal, Why
from tests.formats.word.built import MAIN, NAMES, docx, files, p, types, zipped

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parents[3]
PLAIN = files(p("Die Länder bitten den Bund."), styles="", comments="")
ODF = "application/vnd.oasis.opendocument"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
    + "]>"
)


def with_(**changed: str | bytes) -> bytes:
    """Return the plain file with other parts; a name's "__" stands for a slash."""
    more = {
        name.replace("__", "/").replace("_xml", ".xml"): part
        for name, part in changed.items()
    }
    return zipped(PLAIN | more)


def test_a_word_file_is_opened_and_its_parts_are_there():
    package = unpack(zipped(PLAIN), "Antrag.docx")
    assert isinstance(package, Package)
    assert set(package.parts) == {"document", "styles", "comments"}
    assert package.body.tag == w("body")


def test_a_template_and_strict_open_xml_are_word_files_too():
    template = MAIN.replace("document.main", "template.main")
    assert isinstance(unpack(docx(p("Text"), main=template)), Package)
    strict = {
        name: part.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in PLAIN.items()
    }
    package = unpack(zipped(strict))
    assert isinstance(package, Package)
    assert package.body.tag == w("body")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", wrong.EMPTY),
        (b"PK" * (LARGEST // 2 + 1), wrong.LARGE),
        (OLE + "WordDocument".encode("utf-16-le"), wrong.OLD_WORD),
        (OLE + "Workbook".encode("utf-16-le"), wrong.OLD_OFFICE),
        (OLE + "EncryptedPackage".encode("utf-16-le"), wrong.PASSWORD),
        (b"{\\rtf1\\ansi Antrag}", wrong.RICH_TEXT),
        (b"%PDF-1.7 ...", wrong.PDF),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), wrong.PICTURE),
        (b"\xff\xd8\xff\xe0" + bytes(90), wrong.PICTURE),
        (b'<?xml version="1.0"?><svg width="9"/>', wrong.PICTURE),
        (b'<?xml version="1.0"?><?mso-x progid="Word.Document"?>', wrong.FLAT),
        (b"Antrag des Landes Bayern", wrong.NO_WORD),
        (zipped({"a.txt": "a"}), wrong.NO_WORD),
        (zipped({"xl/workbook.xml": "<a/>"}), wrong.OTHER_OFFICE),
        (zipped({"mimetype": f"{ODF}.text"}), wrong.OPEN_DOCUMENT),
        (zipped({"mimetype": f"{ODF}.spreadsheet"}), wrong.OTHER_OFFICE),
        (zipped({"[Content_Types].xml": types(MAIN)}), wrong.NO_WORD),
        (zipped(PLAIN | {"[Content_Types].xml": types("text/xml")}), wrong.NO_WORD),
        (zipped(PLAIN)[:-40], wrong.DAMAGED),
        (zipped(PLAIN)[:200], wrong.DAMAGED),
    ],
)  # fmt: skip
def test_what_is_no_word_file_is_refused_with_a_sentence_of_its_own(data, refusal):
    assert unpack(data, "Antrag.docx") == refusal


def test_every_sentence_says_what_to_do_and_names_the_field():
    said = [one for one in vars(wrong).values() if isinstance(one, Refusal)]
    assert len({one.text.de for one in said}) == len(said)
    for one in said:
        assert (one.why, one.field) == (Why.INVALID, "file")
        assert "Bitte" in one.text.de or "bitte" in one.text.de
        assert "lease" in one.text.en


@pytest.mark.parametrize(
    "data",
    [
        docx(p("x"), main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        docx(p("x"), more={"word/vbaProject.bin": b"\xd0\xcf"}),
        docx(p("x"), more={"word/VBAPROJECT.BIN": b"\xd0\xcf"}),
        docx(p("x"), more={"word/vbaData.xml": "<a/>"}),
        zipped(
            PLAIN
            | {
                "[Content_Types].xml": types(MAIN).replace(
                    "<Default",
                    '<Default Extension="dat"'
                    ' ContentType="application/vnd.ms-office.vbaProject"/><Default',
                    1,
                )
            }
        ),
    ],
)
def test_macros_are_refused_under_whatever_name_they_come(data):
    assert unpack(data) == wrong.MACROS


def test_a_file_called_docm_is_refused_even_without_macros():
    assert unpack(zipped(PLAIN), "Antrag.DOCM") == wrong.MACROS


@pytest.mark.parametrize(
    "part", ["word__document_xml", "word__theme_xml", "word__styles_xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_part_also_where_nobody_reads(part, encoding):
    text = f"{LAUGHS}<w:document {NAMES}><w:body/></w:document>"
    assert unpack(with_(**{part: text.encode(encoding)})) == wrong.ENTITIES


def test_an_external_entity_is_refused_and_its_file_is_not_read():
    text = (
        '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">'
        f"<w:document {NAMES}><w:body/></w:document>"
    )
    assert unpack(with_(word__document_xml=text)) == wrong.ENTITIES


def test_a_document_type_in_an_encoding_that_hides_it_is_found_by_the_parser():
    text = (
        '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-'
        f"+ADw-w:document {NAMES}/+AD4-"
    )
    assert b"<!DOCTYPE" not in text.encode()
    assert unpack(with_(word__document_xml=text)) == wrong.ENTITIES


@pytest.mark.parametrize(
    "text",
    [
        f"<w:document {NAMES}><w:body>",
        "kein XML",
        "<a>" * 5000,  # nested deeper than any text
    ],
)
def test_a_part_that_is_no_xml_is_called_damaged(text):
    assert unpack(with_(word__document_xml=text)) == wrong.DAMAGED


@pytest.mark.parametrize(
    "text",
    ["<a/>", f"<w:document {NAMES}/>", f"<w:styles {NAMES}><w:body/></w:styles>"],
)
def test_a_document_without_a_text_is_no_word_file(text):
    assert unpack(with_(word__document_xml=text)) == wrong.NO_WORD


def test_a_part_that_is_missing_or_far_away_is_not_looked_for():
    rels = PLAIN["word/_rels/document.xml.rels"]
    own = 'Target="styles.xml"'
    far = rels.replace(own, 'Target="https://example.org/x" TargetMode="External"')
    gone = rels.replace(own, 'Target="../../../etc/styles.xml"')
    for one in (far, gone):
        package = unpack(zipped(PLAIN | {"word/_rels/document.xml.rels": one}))
        assert isinstance(package, Package)
        assert "styles" not in package.parts


def test_a_document_that_refers_to_nothing_is_a_document():
    alone = {k: v for k, v in PLAIN.items() if k != "word/_rels/document.xml.rels"}
    assert isinstance(unpack(zipped(alone)), Package)


def test_two_parts_of_one_name_are_refused():
    data = zipped(PLAIN)
    twice = data.replace(b"word/comments.xml", b"word/document.xml")
    assert unpack(twice) == wrong.DAMAGED


def test_an_encrypted_zip_is_refused():
    data = bytearray(zipped(PLAIN))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert unpack(bytes(data)) == wrong.ENCRYPTED


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_cannot_be_inflated_in_steps_is_refused(kind):
    assert unpack(zipped(PLAIN, kind)) == wrong.DAMAGED


def test_a_checksum_that_does_not_fit_is_called_damaged():
    data = bytearray(zipped(PLAIN, zipfile.ZIP_STORED))
    at = data.index("Die Länder".encode())
    data[at] = ord("S")
    assert unpack(bytes(data)) == wrong.DAMAGED


# ── Bombs ──


def declaring(size: int) -> bytes:
    """Return a file whose zip says that its text is so many bytes long."""
    data = bytearray(zipped(PLAIN))
    name = data.rindex(b"word/document.xml")
    struct.pack_into("<I", data, name - 46 + 24, size)
    return bytes(data)


def test_a_zip_that_lies_about_a_size_does_not_get_more_than_it_says():
    assert unpack(declaring(20)) == wrong.DAMAGED
    assert unpack(declaring(3_000_000_000)) == wrong.BOMB


@pytest.mark.parametrize(
    "more",
    [
        {f"word/a{n}.xml": "" for n in range(2100)},  # too many parts
        {"word/a.xml": "<a>" + " " * 30_000_000 + "</a>"},  # one part too large
        {"word/a.xml": "<a>" + " " * 6_000_000 + "</a>"},  # an absurd ratio
        {"word/a.xml": "<a>" + "<b/>" * 900_000 + "</a>"},  # a tree too large
        {"word/a.xml": "<a " + "".join(f'b{n}="" ' for n in range(900_000)) + "/>"},
    ],
)
def test_a_bomb_is_refused(more):
    assert unpack(docx(p("Text"), more=more)) == wrong.BOMB


def test_many_parts_that_are_too_large_together_are_refused(monkeypatch):
    monkeypatch.setattr(safety, "MOST_INFLATED", 5_000)
    assert isinstance(unpack(docx(p("Text"))), Package)
    more = {f"word/a{n}.xml": f"<a>{'x' * 900}</a>" for n in range(6)}
    assert unpack(docx(p("Text"), more=more)) == wrong.BOMB


def test_more_paragraphs_than_any_text_has_are_refused():
    assert unpack(docx("<w:p/>" * 20_001)) == wrong.BOMB
    assert isinstance(unpack(docx("<w:p/>" * 20_000)), Package)


def test_pictures_are_never_inflated():
    picture = docx(p("Text"), more={"word/media/image1.png": b"\0" * 50_000_000})
    data = bytearray(picture)
    start = data.index(b"word/media/image1.png") + len(b"word/media/image1.png")
    data[start : start + 4] = b"\xff\xff\xff\xff"  # no deflate stream any more
    assert isinstance(unpack(bytes(data)), Package)


BOMB = """
import resource
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from reihum.formats.word import wrong
from reihum.formats.word.safety import unpack
from tests.formats.word.built import docx, p

out = BytesIO(docx(p("Text")))
with ZipFile(out, "a", ZIP_DEFLATED) as archive:
    with archive.open("word/theme.xml", "w") as part:
        part.write(b"<a>")
        for _ in range(200):
            part.write(b"FILL" * 250_000)
data = out.getvalue()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert unpack(data) == wrong.BOMB
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("fill", ["    ", "<b/>"])
def test_the_memory_that_a_bomb_of_200_megabytes_takes_is_bounded(fill):
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", BOMB.replace("FILL", fill)],
        check=True, cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert int(done.stdout) < 60_000  # kilobytes
