"""From sixteen Word files to a synopsis: read, understood, combined, written."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from random import Random

from bench.measure import Figure, figure, timed
from bench.texts import laender, motion
from reihum.formats.synopsis.build import File, build
from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.written import WRITERS
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.read import MotionFile, WordFile, read_motion, read_reading
from reihum.formats.word.redline import write_redline
from reihum.formats.word.write import write_motion
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Flat, flatten
from reihum.rules.text.tracked import Wanted

AT = datetime(2026, 11, 20, tzinfo=UTC)
Files = tuple[bytes, dict[str, bytes]]


def sixteen(paragraphs: int, wishes: int) -> Files:
    """Return a motion and what every Land sends, as Word files."""
    random = Random(22)
    flat = flatten(motion(random, paragraphs))
    paper = MotionPaper(body="IntMK", title="Gemessen", paragraphs=flat.paragraphs)
    sent = {
        land: _tracked(flat, paper, [Wish(land, Wanted(one)) for one in changes])
        for land, changes in laender(random, flat, wishes).items()
    }
    return write_motion(paper), sent


def _tracked(flat: Flat, paper: MotionPaper, wishes: list[Wish]) -> bytes:
    points = combine(flat, wishes).points
    return write_redline(paper, layers(flat, points), points, AT)


def synopsis(base: bytes, sent: dict[str, bytes]) -> SynopsisPaper:
    """Read all files and lay them against the text."""
    text = read_motion(base)
    assert isinstance(text, MotionFile)
    return build(text, [_file(land, data) for land, data in sent.items()])


def _file(land: str, data: bytes) -> File:
    file = read_reading(data)
    assert isinstance(file, WordFile)
    return land, f"{land}.docx", file


def figures() -> Iterator[Figure]:
    """Yield the whole way for a usual motion and for a very long one."""
    for paragraphs, wishes, budget, rounds in ((60, 12, 1000, 10), (600, 120, 8000, 3)):
        files = sixteen(paragraphs, wishes)
        name = f"16 Word files × {paragraphs} paragraphs"
        work = partial(_whole, files, ".docx")
        yield figure(
            f"{name} → synopsis in Word", budget, timed(work, rounds, warm=1), None
        )
        paper = synopsis(*files)
        for kind in (".html", ".pdf", ".xlsx", ".json"):
            write: Callable[[], object] = partial(WRITERS[kind], paper, AT)
            yield figure(
                f"{name}, written as {kind}", budget, timed(write, rounds, warm=1), None
            )


def _whole(files: Files, kind: str) -> bytes:
    return WRITERS[kind](synopsis(*files), AT)
