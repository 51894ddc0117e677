"""A synopsis in the form that the ending of a file's name asks for."""

from collections.abc import Callable, Mapping
from datetime import datetime

from reihum.formats.synopsis.data import as_json
from reihum.formats.synopsis.page import as_html
from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.pdf import as_pdf
from reihum.formats.synopsis.table import as_xlsx
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.redline import write_redline
from reihum.rules.text.layers import layers

Writer = Callable[[SynopsisPaper, datetime], bytes]


def as_docx(paper: SynopsisPaper, at: datetime) -> bytes:
    """Return the text with everybody's changes tracked, as if made at that moment."""
    synopsis = paper.synopsis
    motion = MotionPaper(
        body="",
        title=paper.title,
        paragraphs=synopsis.flat.paragraphs,
        conference=paper.above,
        state=paper.version,
        language=paper.language,
    )
    found = layers(synopsis.flat, synopsis.points)
    return write_redline(motion, found, synopsis.points, at)


WRITERS: Mapping[str, Writer] = {
    ".docx": as_docx,
    ".html": lambda paper, _: as_html(paper).encode(),
    ".pdf": lambda paper, _: as_pdf(paper),
    ".json": lambda paper, _: as_json(paper),
    ".xlsx": lambda paper, _: as_xlsx(paper),
}
