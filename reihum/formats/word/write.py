"""A motion as a clean Word file, with numbers that Word counts itself."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reihum.formats.word.frame import Content, Frame
from reihum.formats.word.lists import Place
from reihum.formats.word.looks import Look, at_level
from reihum.formats.word.markup import MARK, escaped, run
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.places import Blocks
from reihum.rules.text import Mark, Paragraph, Part

HEADINGS = {Part.TEXT: "Beschlussvorschlag", Part.RATIONALE: "Begründung"}
_LETTERS = {"strong": "b", "emphasis": "i"}


def write_motion(
    paper: MotionPaper, template: bytes | None = None, *, tracking: bool = False
) -> bytes:
    """Return the motion as a .docx file; the same motion gives the same file.

    `template` is the office's own (`template.check_template`), otherwise the built-in
    one is taken. With `tracking` Word notes what is changed in the file from now on.
    """
    frame = Frame(template)
    writer = Writer(frame)
    return frame.filled(
        Content(
            blocks=Blocks(writer.title(paper), writer.facts(paper), writer.text(paper)),
            values=values_of(paper),
            lists=writer.lists,
            links=writer.links,
            name=paper.title,
            subject=paper.conference,
            tracking=tracking,
        )
    )


def values_of(paper: MotionPaper) -> dict[str, str]:
    """Return what the places of a template stand for."""
    return {
        "gremium": paper.body,
        "konferenz": paper.conference,
        "titel": paper.title,
        "antragsteller": ", ".join(paper.submitters),
        "mitantragsteller": ", ".join(paper.cosponsors),
        "stand": paper.state,
        "art": paper.kind,
        "motto": f"„{paper.motto}“" if paper.motto else "",
    }


class Writer:
    """Writes paragraphs into a frame; ids of bookmarks and changes are counted here."""

    def __init__(self, frame: Frame) -> None:
        self.styles = frame.styles
        self.lists = frame.lists()
        self.links = frame.links()
        self._id = frame.last_id()

    def next_id(self) -> int:
        self._id += 1
        return self._id

    def title(self, paper: MotionPaper) -> str:
        found = paper.of(Part.TITLE) or (Paragraph("", 0, "", paper.title),)
        return "".join(self.paragraph(one, Look.TITLE) for one in found)

    def facts(self, paper: MotionPaper) -> str:
        """Return what is printed where a template has no place for the submitters."""
        lines = {
            f"{paper.kind} von": paper.submitters,
            "Mitantrag von": paper.cosponsors,
        }
        return "".join(
            self.line(Look.FACT, run(f"{what} {', '.join(who)}"))
            for what, who in lines.items()
            if who
        )

    def text(self, paper: MotionPaper) -> str:
        return "".join(self._parts(paper))

    def _parts(self, paper: MotionPaper) -> Iterator[str]:
        """Yield the parts, each under its heading; a bare text needs none."""
        bare = not paper.title and not paper.of(Part.RATIONALE)
        for part, heading in HEADINGS.items():
            found = paper.of(part)
            if found and not bare:
                yield self.line(Look.HEADING, run(heading))
            for one in found:
                place = self.lists.place(one.level, one.number)
                yield self.paragraph(one, self.look(place), place)

    def look(self, place: Place | None) -> Look:
        return at_level(None if place is None else place.level)

    def line(self, look: Look, inside: str) -> str:
        return f"<w:p><w:pPr>{self.properties(look)}</w:pPr>{inside}</w:p>"

    def properties(self, look: Look, place: Place | None = None) -> str:
        """Return style and number, in the order of the schema."""
        return f'<w:pStyle w:val="{self.styles[look]}"/>{_numbered(place)}'

    def paragraph(self, one: Paragraph, look: Look, place: Place | None = None) -> str:
        inside = "".join(self._runs(one))
        properties = self.properties(look, place)
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.mark(one.id, inside)}</w:p>"

    def mark(self, identity: str, inside: str) -> str:
        """Put a bookmark with our id around what a paragraph holds."""
        name = escaped(f"{MARK}{identity}")
        if not identity.isalnum():
            return inside
        number = self.next_id()
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _runs(self, one: Paragraph) -> Iterator[str]:
        for text, marks in _stretches(one):
            style = "".join(sorted({_LETTERS.get(mark.kind, "") for mark in marks}))
            link = next((mark.href for mark in marks if mark.kind == "link"), "")
            yield self.linked(text, style, link)

    def linked(self, text: str, style: str, link: str, *, deleted: bool = False) -> str:
        """Return a run; one that leads somewhere looks like it."""
        if not link:
            return run(text, style, deleted=deleted)
        look = self.styles[Look.LINK]
        return self.links.around(link, run(text, style, deleted=deleted, link=look))


def _numbered(place: Place | None) -> str:
    if place is None:
        return ""
    level, num = f'<w:ilvl w:val="{place.level}"/>', f'<w:numId w:val="{place.num}"/>'
    return f"<w:numPr>{level}{num}</w:numPr>"


def _stretches(one: Paragraph) -> Iterator[tuple[str, Sequence[Mark]]]:
    """Yield the text cut where a mark begins or ends, each with the marks over it."""
    ends = {at for mark in one.marks for at in (mark.start, mark.end)}
    cuts = sorted({0, len(one.text), *(at for at in ends if 0 < at < len(one.text))})
    for start, end in pairwise(cuts):
        over = [mark for mark in one.marks if mark.start <= start and mark.end >= end]
        yield one.text[start:end], over
