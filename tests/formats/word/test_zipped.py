import zipfile
from io import BytesIO

import pytest

from reihum.formats.word.zipped import unzipped, zipped

pytestmark = pytest.mark.unit
PARTS = {"word/document.xml": b"<w/>", "[Content_Types].xml": b"<Types/>", "a": b""}


def test_the_same_parts_give_the_same_bytes_in_whatever_order_they_come():
    assert zipped(PARTS) == zipped(dict(reversed(PARTS.items())))
    assert unzipped(zipped(PARTS)) == PARTS


def test_the_contents_come_first_and_nothing_says_when_it_was_made():
    with zipfile.ZipFile(BytesIO(zipped(PARTS))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }


def test_folders_are_no_parts():
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.mkdir("word")
        archive.writestr("word/a.xml", "<a/>")
    assert unzipped(file.getvalue()) == {"word/a.xml": b"<a/>"}
