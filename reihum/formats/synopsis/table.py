"""The synopsis as a workbook: a line for each wish, and the words counted."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain, zip_longest

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.view import CardView, RowView, View, view
from reihum.rules.text.redline import Bit

LONGEST = 32_000  # a cell holds 32,767 characters
_WIDTHS = (6, 16, 44, 12, 16, 52, 36, 36, 24, 44)
_WISH, _RESULT = 5, 9
_FILE_WIDTHS = (8, 28, 14, 14, 14, 14, 14, 24, 14)
# Typed text is text: no formula, no link, no number, whatever it begins with.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the same synopsis is the same file
_SIGNS = {"ins": "+", "del": "−"}

Cell = str | tuple[Bit, ...]
Parts = tuple[tuple[str, str], ...]  # kinds and texts


def as_xlsx(paper: SynopsisPaper) -> bytes:
    """Return the workbook."""
    seen, out = view(paper), BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({
            "title": f"{seen.labels.synopsis}: {seen.title}"[:255],
            "created": _DAY.replace(tzinfo=None),
        })  # fmt: skip
        looks = _Looks(book)
        _synopsis(book, looks, seen)
        if seen.files:
            _counts(book, looks, seen)
    return out.getvalue()


class _Looks:
    """How cells look; strike and underline say what colour says too."""

    def __init__(self, book: Workbook) -> None:
        usual = {
            "quote_prefix": True,
            "text_wrap": True,
            "valign": "top",
            "font_name": "Calibri",
        }
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.quiet = book.add_format({"font_color": "#474F74"})
        self.head = book.add_format(
            {**usual, "bold": True, "bottom": 2, "bg_color": "#F2F3F9"}
        )
        self.cell = book.add_format({**usual, "bottom": 1, "bottom_color": "#6B7399"})
        self.conflict = book.add_format(
            {**usual, "bottom": 1, "left": 5, "left_color": "#8F4700"}
        )
        self.pieces = {
            "same": book.add_format({"font_name": "Calibri"}),
            "ins": book.add_format({"underline": 1, "font_color": "#1D40AD"}),
            "del": book.add_format({"font_strikeout": True, "font_color": "#8F4700"}),
        }


def _synopsis(book: Workbook, looks: _Looks, seen: View) -> None:
    sheet = _sheet(book, looks, seen.labels.synopsis, seen)
    top = 3
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, seen.labels.table[column], looks.head)
    last = top
    for row, cells in _lines(seen):
        for part in zip_longest(*map(_chunks, cells), fillvalue=()):
            last += 1
            for column, parts in enumerate(part):
                look = looks.conflict if row.in_conflict and not column else looks.cell
                _write(sheet, looks, (last, column), parts, look)
    sheet.write_string(last + 2, 0, seen.silence, looks.quiet)
    sheet.autofilter(top, 0, last, len(_WIDTHS) - 1)
    _print_set_up(sheet, top, seen)


def _sheet(book: Workbook, looks: _Looks, name: str, seen: View) -> Worksheet:
    """Return a sheet with its title and the line below."""
    sheet = book.add_worksheet(name[:31])
    sheet.write_string(0, 0, seen.title[:LONGEST], looks.title)
    line = " · ".join(one for one in (seen.above, seen.line) if one)
    sheet.write_string(1, 0, line[:LONGEST], looks.quiet)
    return sheet


def _print_set_up(sheet: Worksheet, top: int, seen: View) -> None:
    sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_footer(f"&R{seen.labels.page} &P / &N")


def _lines(seen: View) -> Iterator[tuple[RowView, tuple[Cell, ...]]]:
    """Yield a line for each wish; a paragraph without one has a line too."""
    for _, rows in seen.sections:
        for row in rows:
            for card in row.cards or (None,):
                yield row, _line(row, card, seen)


def _line(row: RowView, card: CardView | None, seen: View) -> tuple[Cell, ...]:
    result = tuple(_result(row))
    text = "\n".join(one for one in (row.text, row.also, *row.remarks) if one)
    before: tuple[Cell, ...] = (row.number, row.place, text)
    if card is None:
        return (*before, "", "", seen.labels.no_wish, "", "", "", result)
    lands = ", ".join(code for code, _ in card.lands)
    decision = "\n".join(one for one in (card.verdict, card.decision) if one)
    return (
        *before, lands, card.kind, card.pieces, card.reasons, card.conflicts,
        decision, result,
    )  # fmt: skip


def _result(row: RowView) -> Iterator[Bit]:
    for index, (number, pieces) in enumerate(row.results):
        head = f"{number} " if number else ""
        yield Bit("same", f"{chr(10) if index else ''}{head}")
        yield from pieces
    if row.outcome:
        yield Bit("same", row.outcome)


def _chunks(cell: Cell) -> Iterator[Parts]:
    """Yield what fits into one cell each; most often that is all."""
    bits = [Bit("same", cell)] if isinstance(cell, str) else cell
    chunk: list[tuple[str, str]] = []
    room = LONGEST
    for kind, text in (_signed(bit) for bit in bits if bit.text):
        rest = text
        while rest:
            chunk.append((kind, rest[:room]))
            rest, room = rest[room:], room - len(rest[:room])
            if not room:
                yield tuple(chunk)
                chunk, room = [], LONGEST
    yield tuple(chunk)


def _signed(bit: Bit) -> tuple[str, str]:
    sign = _SIGNS.get(bit.kind)
    return bit.kind, f"[{sign} {bit.text}]" if sign else bit.text


def _write(
    sheet: Worksheet, looks: _Looks, at: tuple[int, int], parts: Parts, look: Format
) -> None:
    """Write a cell; words that change are struck, underlined and signed."""
    if len(parts) > 1:
        pairs = ((looks.pieces[kind], text) for kind, text in parts)
        sheet.write_rich_string(*at, *chain.from_iterable(pairs), look)
        return
    sheet.write_string(*at, "".join(text for _, text in parts), look)


def _counts(book: Workbook, looks: _Looks, seen: View) -> None:
    sheet = _sheet(book, looks, seen.labels.files, seen)
    top = 3
    for column, width in enumerate(_FILE_WIDTHS):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, seen.labels.columns[column], looks.head)
    for line, cells in enumerate(seen.files, top + 1):
        for column, cell in enumerate(cells):
            if cell.isdecimal():
                sheet.write_number(line, column, int(cell), looks.cell)
            else:
                sheet.write_string(line, column, cell[:LONGEST], looks.cell)
    _print_set_up(sheet, top, seen)
    _lost(sheet, looks, top + len(seen.files) + 2, seen)


def _lost(sheet: Worksheet, looks: _Looks, line: int, seen: View) -> None:
    sentences: Sequence[str] = [
        f"{source}: {one}" for source, inside in seen.lost for one in inside
    ]
    for offset, one in enumerate([seen.labels.lost, *sentences] if sentences else []):
        sheet.write_string(line + offset, 0, one[:LONGEST], looks.quiet)
