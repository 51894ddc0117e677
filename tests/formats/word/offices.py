"""Templates as offices have them: made with python-docx, as from Word's own pages."""

import struct
import zlib
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Mm


def template(*lines: str) -> Document:
    """Return a letterhead with a logo, a header, and these lines."""
    found = docx.Document()
    found.sections[0].page_width, found.sections[0].left_margin = Mm(210), Mm(31)
    header = found.sections[0].header.paragraphs[0]
    header.add_run("Ministerium für Integration · ")
    header.add_run().add_picture(BytesIO(_logo()), width=Mm(10))
    found.styles["Heading 1"].font.name = "Georgia"
    for line in lines:
        found.add_paragraph(line)
    return found


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _logo() -> bytes:
    """Return a picture of one blue dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dot = zlib.compress(b"\0\x0b\x4a\x8f")
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot)
            + chunk(b"IEND", b""))  # fmt: skip
