"""Word files as ministries send them, made from a motion's own file."""

import io
import zipfile
from datetime import UTC, datetime

from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.redline import write_redline
from reihum.formats.word.write import write_motion
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Flat

WHEN = datetime(2026, 11, 20, 12, tzinfo=UTC)


def paper(flat: Flat) -> MotionPaper:
    title = next((one.text for one in flat.paragraphs if one.id == "t1"), "")
    return MotionPaper(body="IntMK", title=title, paragraphs=flat.paragraphs)


def clean(flat: Flat) -> bytes:
    """Return the motion's file as it was sent out."""
    return write_motion(paper(flat))


def edited(flat: Flat, old: str, new: str) -> bytes:
    """Return the file with something typed over, without noting it."""
    return with_part(clean(flat), "word/document.xml", old, new)


def tracked(flat: Flat, land: str, wanted) -> bytes:
    """Return the file with a Land's wishes as tracked changes."""
    points = combine(flat, [Wish(land, one) for one in wanted]).points
    return write_redline(paper(flat), layers(flat, points), points, WHEN)


def with_part(content: bytes, name: str, old: str, new: str) -> bytes:
    """Return a Word file with other words in one of its parts."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for one in given.namelist():
            data = given.read(one)
            if one == name:
                text = data.decode()
                assert old in text, f"{old!r} is not in {name}"
                data = text.replace(old, new).encode()
            made.writestr(one, data)
    return file.getvalue()
