"""A text with the wishes of all Länder as tracked changes (Änderungen nachverfolgen).

Each Land is the author of its own; what several of them delete or insert carries their
codes, "BW, NW". Insertions and deletions stand side by side, never one in another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from reihum.formats.word.counting import number
from reihum.formats.word.ends import KEPT, Line, Noted, Piece, lines
from reihum.formats.word.frame import Content, Frame
from reihum.formats.word.looks import Look
from reihum.formats.word.markup import escaped, link_of, run, style_of
from reihum.formats.word.notes import Note, markup, notes
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.places import Blocks
from reihum.formats.word.write import HEADINGS, Writer, values_of
from reihum.rules.laender import called
from reihum.rules.text import Paragraph, Part
from reihum.rules.text.layers import Layer
from reihum.rules.text.synopsis import Point, in_roll_call
from reihum.rules.text.tokens import Start
from reihum.rules.words import Text

Lines = Mapping[Part, Sequence[Line]]
_CHANGES_BY = Text("Änderungen von", "Changes by")


def write_redline(
    paper: MotionPaper, layers: Sequence[Layer], points: Sequence[Point], at: datetime
) -> bytes:
    """Return the text of the layers as a .docx file with tracked changes.

    Accepting all gives the text without the deleted layers, rejecting all the one
    without the inserted ones. Of `paper` its facts are printed, not its paragraphs.
    `at` is the moment that the changes carry.
    """
    frame = Frame()
    writer = _Redliner(frame, notes(layers, points, paper.language), at)
    found = _by_part(layers)
    number(list(found.values()), writer.lists)
    text = writer.authors(paper, layers) + "".join(writer.lines(found))
    text += writer.close()
    blocks = Blocks("".join(writer.titles(paper, found)), "", text)
    return frame.filled(
        Content(
            blocks=blocks,
            values={**values_of(paper), "art": f"Änderungen zum {paper.kind}"},
            lists=writer.lists,
            links=writer.links,
            name=paper.title,
            subject=paper.conference,
            comments=writer.comments(),
            tracking=True,
        )
    )


def _by_part(layers: Sequence[Layer]) -> Lines:
    """Return the lines of each part; words follow the start before them."""
    found: dict[Part, list[tuple[int, Layer]]] = {part: [] for part in Part}
    part = Part.TEXT
    for at, layer in enumerate(layers):
        if isinstance(layer.token, Start):
            part = layer.token.part
        found[part].append((at, layer))
    return {part: lines(inside) for part, inside in found.items()}


class _Redliner(Writer):
    """Writes lines with what was noted on them."""

    def __init__(self, frame: Frame, found: Sequence[Note], at: datetime) -> None:
        super().__init__(frame)
        self._notes = found
        self._date = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        self._begun: dict[int, list[int]] = defaultdict(list)
        self._ended: dict[int, list[int]] = defaultdict(list)
        for note, (_, _, first, last) in enumerate(found):
            self._begun[first].append(note)
            self._ended[last].append(note)

    def titles(self, paper: MotionPaper, found: Lines) -> Iterator[str]:
        if not found[Part.TITLE]:
            yield self.paragraph(Paragraph("", 0, "", paper.title), Look.TITLE)
        for line in found[Part.TITLE]:
            yield self.noted(line, Look.TITLE)

    def lines(self, found: Lines) -> Iterator[str]:
        """Yield the parts, each under its heading; a bare text has none."""
        bare = not found[Part.TITLE] and not found[Part.RATIONALE]
        for part, heading in HEADINGS.items():
            if found[part] and not bare:
                yield self.line(Look.HEADING, run(heading))
            for line in found[part]:
                yield self.noted(line, self.look(line.place))

    def authors(self, paper: MotionPaper, layers: Iterable[Layer]) -> str:
        """Return a line that says who the authors are."""
        codes = in_roll_call(
            land for one in layers for land in (*one.inserted_by, *one.deleted_by)
        )
        names = ", ".join(f"{code} ({called(code).de})" for code in codes)
        what = run(_CHANGES_BY.in_(paper.language)) + "<w:r><w:tab/></w:r>"
        return self.line(Look.FACT, what + run(names)) if names else ""

    def close(self) -> str:
        """Return a last line of no height.

        Word never takes away the end of the last paragraph: it must be nobody's.
        """
        flat = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        return f"<w:p><w:pPr>{self.properties(Look.FACT)}{flat}</w:pPr></w:p>"

    def comments(self) -> str:
        styles = self.styles[Look.COMMENT], self.styles[Look.COMMENT_MARK]
        return "".join(
            markup(note, at, self._date, styles) for at, note in enumerate(self._notes)
        )

    def noted(self, line: Line, look: Look) -> str:
        """Return a paragraph with its changes."""
        heads = "".join(self._begin(at) + self._finish(at, KEPT) for at in line.heads)
        inside = heads + "".join(self._pieces(line.inside))
        name = (line.was or line.start).id
        return f"<w:p>{self._properties(line, look)}{self.mark(name, inside)}</w:p>"

    def _properties(self, line: Line, look: Look) -> str:
        """Return style, number, end and former level, in the order of the schema."""
        end = f"<w:rPr>{self._around(line.end, '')}</w:rPr>" if line.end != KEPT else ""
        was = ""
        if line.moved_by:
            old = self.properties(self.look(line.old_place), line.old_place)
            was = f"<w:pPrChange {self._stamp(line.moved_by)}>"
            was += f"<w:pPr>{old}</w:pPr></w:pPrChange>"
        return f"<w:pPr>{self.properties(look, line.place)}{end}{was}</w:pPr>"

    def _pieces(self, inside: Sequence[Piece]) -> Iterator[str]:
        """Yield stretches of one author, cut where a comment begins or ends."""
        for _, stretch in groupby(self._cut(inside), key=lambda one: one[0]):
            pieces = [piece for _, piece in stretch]
            noted = pieces[-1].noted
            yield self._begin(pieces[0].at)
            yield self._words(pieces, noted)
            yield self._finish(pieces[-1].at, noted)

    def _cut(
        self, inside: Iterable[Piece]
    ) -> Iterator[tuple[tuple[int, Noted, str], Piece]]:
        cut = 0
        for piece in inside:
            cut += piece.at in self._begun
            yield (cut, piece.noted, link_of(piece.word)), piece
            cut += piece.at in self._ended

    def _words(self, pieces: Sequence[Piece], noted: Noted) -> str:
        link = link_of(pieces[0].word)
        look = self.styles[Look.LINK] if link else ""
        runs = "".join(
            run(
                "".join(piece.word.text for piece in same),
                style,
                deleted=bool(noted.deleted_by),
                link=look,
            )
            for style, same in groupby(pieces, key=lambda piece: style_of(piece.word))
        )
        return self.links.around(link, self._around(noted, runs))

    def _around(self, noted: Noted, inside: str) -> str:
        """Return what somebody inserted or deleted, as that."""
        if noted == KEPT:
            return inside
        name = "ins" if noted.inserted_by else "del"
        by = self._stamp(noted.inserted_by or noted.deleted_by)
        return f"<w:{name} {by}>{inside}</w:{name}>"

    def _stamp(self, lands: Iterable[str]) -> str:
        author = escaped(", ".join(lands))
        return f'w:id="{self.next_id()}" w:author="{author}" w:date="{self._date}"'

    def _begin(self, at: int) -> str:
        found = self._begun.get(at, ())
        return "".join(f'<w:commentRangeStart w:id="{note}"/>' for note in found)

    def _finish(self, at: int, noted: Noted) -> str:
        """End comments; their signs share the fate of the words that they stand at."""
        sign = f'<w:rPr><w:rStyle w:val="{self.styles[Look.COMMENT_MARK]}"/></w:rPr>'
        return "".join(
            f'<w:commentRangeEnd w:id="{note}"/>'
            + self._around(
                noted, f'<w:r>{sign}<w:commentReference w:id="{note}"/></w:r>'
            )
            for note in self._ended.get(at, ())
        )
