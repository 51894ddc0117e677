"""Walks through a file and writes down what stands there, with everybody's changes.

What it does not know it walks into: no word is passed over because an element around
it is new. What has no place in a text of paragraphs is noted as lost.
"""

from dataclasses import dataclass

from reihum.formats.word import tags
from reihum.formats.word.lines import KEPT, Ink, Line
from reihum.formats.word.lost import Loss, Losses
from reihum.formats.word.names import REL, Element, w
from reihum.formats.word.runs import Runs, address, said
from reihum.formats.word.safety import Package
from reihum.formats.word.sheet import Sheet
from reihum.formats.word.styles import Styles, on

_CELL_CHANGES = {w("cellIns"): tags.INS, w("cellDel"): tags.DEL}


@dataclass(slots=True)
class Comment:
    """A comment: what it says, and from which place to which it is about."""

    text: str
    author: str
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class Walked:
    """All lines of a file, and the comments in it."""

    lines: list[Line]
    comments: list[Comment]


def walk(package: Package, styles: Styles, losses: Losses) -> Walked:
    """Walk through the text of a file."""
    walker = _Walker(package, styles, losses)
    walker.blocks(package.body, KEPT)
    found = [one for one in walker.comments.values() if one.start >= 0]
    return Walked(walker.sheet.lines, found)


class _Walker:
    def __init__(self, package: Package, styles: Styles, losses: Losses) -> None:
        self.sheet = Sheet()
        self.links = package.links
        self.losses = losses
        self.notes = {
            kind: _by_id(package.parts.get(kind)) for kind, _ in tags.NOTES.values()
        }
        self.comments = _comments(package.parts.get("comments"))
        self.moves: dict[str, dict[str, str]] = {tags.MOVE_FROM: {}, tags.MOVE_TO: {}}
        self.in_note = self.in_table = False
        self.runs = Runs(self.sheet, styles, losses, self._note, self._remark)

    # ── Blocks: paragraphs, tables and what is around them ──
    def blocks(self, parent: Element, ink: Ink) -> None:
        for child in parent:
            tag = child.tag
            if tag == tags.P:
                self._paragraph(child, ink)
            elif tag == tags.TBL:
                self._table(child, ink)
            elif tag == tags.TR:
                self.blocks(child, self._inked(child.find(w("trPr")), ink))
            elif tag == tags.TC:
                self._cell(child, ink)
            elif tag in tags.CHANGES:
                self.blocks(child, self._changed(child, ink))
            elif tag == tags.EMBEDDED_TEXT:
                self.losses.place = self.sheet.place
                self.losses.add(Loss.EMBEDDED)
            elif not self._marker(child):
                self.blocks(_branch(child), ink)

    def _table(self, table: Element, ink: Ink) -> None:
        if not self.in_table:
            self.losses.place = self.sheet.place
            self.losses.add(Loss.TABLE, said(table))
        outer, self.in_table = self.in_table, True
        self.blocks(table, ink)
        self.in_table = outer
        self.sheet.next_start = ink

    def _cell(self, cell: Element, ink: Ink) -> None:
        """A cell's paragraphs are never joined with those of another one."""
        ink = self._inked(cell.find(w("tcPr")), ink)
        self.sheet.next_start = ink
        self.blocks(cell, ink)
        self.sheet.next_start = ink

    def _inked(self, properties: Element | None, ink: Ink) -> Ink:
        """Return the ink of what is inserted or deleted as a whole: a row, a mark."""
        for child in () if properties is None else properties:
            kind = _CELL_CHANGES.get(child.tag, child.tag)
            if kind in tags.CHANGES:
                ink = self._changed(child, ink, kind)
        return ink

    def _paragraph(self, paragraph: Element, ink: Ink) -> None:
        line = self.sheet.begin(paragraph)
        self.losses.place = line.offset
        self._inline(paragraph, ink, "")
        self.runs.end_paragraph()
        self.sheet.end()
        self.losses.settle(line.said)
        mark = None if line.properties is None else line.properties.find(tags.RPR)
        self.sheet.next_start = self._inked(mark, ink)

    # ── Inside a paragraph ──
    def _inline(self, parent: Element, ink: Ink, link: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == tags.R:
                self.runs.read(child, ink, link)
            elif tag in tags.CHANGES:
                self._inline(child, self._changed(child, ink), link)
            elif tag == tags.HYPERLINK:
                target = self.links.get(child.get(f"{{{REL}}}id", ""), "")
                self._inline(child, ink, address(target) or link)
            elif tag == tags.FORMULA:
                self.losses.note(Loss.FORMULA)
                text = "".join(one.text or "" for one in child.iter(f"{tags.MATH}t"))
                self.sheet.put(text, ink)
            elif not self._marker(child):
                self._inline(_branch(child), ink, link)

    def _marker(self, child: Element) -> bool:
        """Note what has no content: the ends of ranges; say whether it was that."""
        tag, identity = child.tag, child.get(w("id"), "")
        if tag in tags.RANGE_STARTS:
            names = self.moves[tags.RANGE_STARTS[tag]]
            names[identity] = child.get(w("name"), "")
        elif tag in tags.RANGE_ENDS:
            self.moves[tags.RANGE_ENDS[tag]].pop(identity, None)
        elif tag in {tags.COMMENT_START, tags.COMMENT_END}:
            self._comment(identity, starts=tag == tags.COMMENT_START)
        else:
            return tag in tags.SILENT or _prompts(child)
        return True

    def _changed(self, change: Element, ink: Ink, kind: str = "") -> Ink:
        """Return the ink inside an element that notes a change."""
        kind = kind or change.tag
        names = self.moves.get(kind, {})
        return Ink(
            before=ink.before and kind not in {tags.INS, tags.MOVE_TO},
            after=ink.after and kind not in {tags.DEL, tags.MOVE_FROM},
            move=next(reversed(names.values()), "") if names else ink.move,
            author=change.get(w("author"), ""),
            at=change.get(w("date"), ""),
        )

    # ── Notes and comments ──
    def _note(self, tag: str, identity: str, ink: Ink) -> None:
        """Put a footnote where its sign stands, once; notes in notes there are none."""
        kind, name = tags.NOTES[tag]
        note = None if self.in_note else self.notes[kind].pop(identity, None)
        if note is None:
            return
        self.losses.note(Loss.FOOTNOTE)
        self.in_note = True
        self.sheet.put(f" [{name}:", ink)
        for paragraph in note.iter(tags.P):
            self.sheet.put(" ", ink)
            self._inline(paragraph, ink, "")
        self.sheet.put("]", ink)
        self.in_note = False

    def _comment(self, identity: str, *, starts: bool) -> None:
        comment = self.comments.get(identity)
        if comment is None:
            return
        if starts:
            comment.start = self.sheet.place
        comment.end = self.sheet.place

    def _remark(self, identity: str) -> None:
        """Place a comment that has no range where its sign stands."""
        comment = self.comments.get(identity)
        if comment is not None and comment.start < 0:
            comment.start = comment.end = self.sheet.place


def _branch(child: Element) -> Element:
    """Return where to go on: in one branch of several, or in the element itself."""
    if child.tag == tags.ALTERNATE:
        return next(child.iterchildren(), child)
    return child


def _prompts(child: Element) -> bool:
    """Whether it is a control (Inhaltssteuerelement) that nobody has filled in."""
    return child.tag == tags.SDT and bool(on(child.find(w("sdtPr")), "showingPlcHdr"))


def _by_id(root: Element | None) -> dict[str, Element]:
    return {} if root is None else {one.get(w("id"), ""): one for one in root}


def _comments(root: Element | None) -> dict[str, Comment]:
    return {
        key: Comment(said(one), one.get(w("author"), ""))
        for key, one in _by_id(root).items()
    }
