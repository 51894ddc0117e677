"""The synopsis as one page that needs nothing beside it: no script, no other file."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from reihum.formats.synopsis.labels import Labels
from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.view import CardView, RowView, View, view
from reihum.rules.text.redline import Bit

_NOTHING = '<p class="quiet">{}</p>'


def as_html(paper: SynopsisPaper) -> str:
    """Return the page. Everything that anybody typed is escaped."""
    seen = view(paper)
    style = files("reihum.formats.synopsis").joinpath("page.css").read_text("utf-8")
    title = escape(f"{seen.labels.synopsis}: {seen.title}")
    return "\n".join([
        "<!doctype html>",
        f'<html lang="{seen.lang}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{style}</style></head>",
        "<body>",
        *_head(seen),
        "<main>",
        *_main(seen),
        "</main>",
        "</body></html>",
        "",
    ])  # fmt: skip


def _head(seen: View) -> Iterator[str]:
    words = seen.labels
    yield "<header>"
    above = " · ".join(filter(None, [words.synopsis, seen.above]))
    demo = f' <span class="tag draft">{escape(words.demo)}</span>' if seen.demo else ""
    yield f'<p class="quiet">{escape(above)}{demo}</p>'
    yield f'<h1><bdi lang="de">{escape(seen.title)}</bdi></h1>'
    if seen.line:
        yield f'<p class="quiet">{escape(seen.line)}</p>'
    figures = "".join(
        f"<li><b>{number}</b> {escape(word)}</li>" for number, word in seen.figures
    )
    jumps = "".join(
        f'<li><a class="tag conflict" href="#{escape(name)}">{escape(place)}</a></li>'
        for name, place in seen.jumps
    )
    yield f'<ul class="sum">{figures}{jumps}</ul>'
    yield f'<p class="quiet">{escape(words.legend)}</p>'
    yield "</header>"


def _main(seen: View) -> Iterator[str]:
    for heading, rows in seen.sections:
        if heading:
            yield f"<h2>{escape(heading)}</h2>"
        yield '<table role="table"><thead role="rowgroup"><tr role="row">'
        for word in (seen.labels.text, seen.labels.wished, seen.labels.result):
            yield f'<th role="columnheader" scope="col">{escape(word)}</th>'
        yield '</tr></thead><tbody role="rowgroup">'
        for row in rows:
            yield from _row(row, seen.labels)
        yield "</tbody></table>"
    if seen.silence:
        yield f'<p class="quiet silence">{escape(seen.silence)}</p>'
    yield from _files(seen)


def _row(row: RowView, words: Labels) -> Iterator[str]:
    mark = ' class="is-conflict"' if row.in_conflict else ""
    yield f'<tr role="row" id="{escape(row.id)}"{mark}>'
    yield f'<th role="rowheader" scope="row">{_paragraph(row)}</th>'
    yield f'<td role="cell">{"".join(_wishes(row, words))}</td>'
    result = "".join(_result(row, words))
    yield f'<td role="cell"><div class="result">{result}</div></td>'
    yield "</tr>"


def _paragraph(row: RowView) -> str:
    number = f"<b>{escape(row.number)}</b>" if row.number else ""
    text = (
        f"<bdi>{escape(row.text)}</bdi>" if row.text else f"<i>{escape(row.place)}</i>"
    )
    notes = "".join(_small(one) for one in (row.also, *row.remarks) if one)
    return f'<div class="par">{number}<div><p>{text}</p>{notes}</div></div>'


def _wishes(row: RowView, words: Labels) -> Iterator[str]:
    for sentence in row.conflicts:
        tag = f'<span class="tag conflict">{escape(words.conflict)}</span>'
        yield f"<p>{tag} {escape(sentence)}</p>"
    for card in row.cards:
        yield _card(card, words)
    if not row.cards:
        yield _NOTHING.format(escape(words.no_wish))


def _card(card: CardView, words: Labels) -> str:
    lands = "".join(
        f'<abbr title="{escape(name)}">{escape(code)}</abbr>'
        for code, name in card.lands
    )
    tag = (
        f'<span class="tag {card.state}">{escape(card.verdict)}</span>'
        if card.state != "open"
        else ""
    )
    said = "".join(f"<span>{escape(one)}</span>" for one in card.said)
    notes = "".join(map(_small, card.notes))
    return (
        f'<article class="wish {card.state}">'
        f'<header><span class="lands">{lands}</span>{tag}{said}</header>'
        f"<p>{_pieces(card.pieces, words)}</p>{notes}</article>"
    )


def _result(row: RowView, words: Labels) -> Iterator[str]:
    for number, pieces in row.results:
        head = f"<b>{escape(number)}</b> " if number else ""
        yield f"<p>{head}{_pieces(pieces, words)}</p>"
    if row.outcome:
        yield f"<p><i>{escape(row.outcome)}</i></p>"
    if row.decided:
        yield _small(row.decided)


def _pieces(pieces: Iterable[Bit], words: Labels) -> str:
    return "".join(_piece(bit, words) for bit in pieces)


def _piece(bit: Bit, words: Labels) -> str:
    """Return the words; what colour and line say is there to be heard, too."""
    text = f'<bdi lang="de">{escape(bit.text)}</bdi>'
    if bit.kind == "same":
        return text
    said = words.inserted if bit.kind == "ins" else words.deleted
    before = f'<span class="heard">[{escape(said)} </span>'
    behind = '<span class="heard">]</span>'
    return f"<{bit.kind}>{before}{text}{behind}</{bit.kind}>"


def _small(text: str) -> str:
    return f"<small><bdi>{escape(text)}</bdi></small>"


def _files(seen: View) -> Iterator[str]:
    words = seen.labels
    if not seen.files:
        return
    yield f"<h2>{escape(words.files)}</h2>"
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in words.columns)
    named = f'role="region" aria-label="{escape(words.files)}"'
    yield f'<div class="wide" tabindex="0" {named}>'
    yield f'<table class="files"><thead><tr>{heads}</tr></thead><tbody>'
    for land, *cells in seen.files:
        rest = "".join(f"<td><bdi>{escape(one)}</bdi></td>" for one in cells)
        yield f'<tr><th scope="row">{escape(land)}</th>{rest}</tr>'
    yield "</tbody></table></div>"
    if seen.lost:
        yield f"<h2>{escape(words.lost)}</h2>"
    for source, sentences in seen.lost:
        inside = "".join(f"<li><bdi>{escape(one)}</bdi></li>" for one in sentences)
        yield f"<h3><bdi>{escape(source)}</bdi></h3><ul>{inside}</ul>"
