"""Word files of Länder, made with our own writer of tracked changes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.redline import write_redline
from reihum.formats.word.write import write_motion
from reihum.rules.text import Paragraph, read
from reihum.rules.text.difference import compare
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Flat, flatten
from reihum.rules.text.tracked import Wanted

AT = datetime(2026, 11, 20, tzinfo=UTC)


TITLE = "Ankommen im Alltag"


def paper(paragraphs: Iterable[Paragraph], title: str = TITLE) -> MotionPaper:
    return MotionPaper(body="IntMK", title=title, paragraphs=tuple(paragraphs))


def plain(text: str, title: str = TITLE) -> bytes:
    """Return a motion without any change in it."""
    return write_motion(paper(read(text), title))


def tracked(base: Flat, text: str, land: str = "BY", reason: str = "") -> bytes:
    """Return the base with what makes this typed text of it noted as changes."""
    changes = compare(base, flatten(read(text)))
    found = combine(base, [Wish(land, Wanted(one, reason=reason)) for one in changes])
    motion = paper(base.paragraphs)
    return write_redline(motion, layers(base, found.points), found.points, AT)


def written(folder: Path, **files: bytes) -> dict[str, str]:
    """Write files into a folder and return their paths."""
    paths = {name: folder / f"{name}.docx" for name in files}
    for name, data in files.items():
        paths[name].write_bytes(data)
    return {name: str(path) for name, path in paths.items()}
