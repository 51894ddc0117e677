"""All components as template tags. What they work out stands in `look/parts/`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reihum.look.parts import (
    ballot,
    bits,
    dates,
    fields,
    local,
    names,
    pager,
    ring,
    tags,
    votes,
    wording,
    year,
)
from reihum.look.parts import editor as editors
from reihum.rules.laender import CODES
from reihum.rules.text import naming
from reihum.rules.text.redline import Bit
from reihum.rules.words import Text

register = template.Library()
Context = dict[str, Any]


# ── words and dates ────────────────────────────────────────────────────────
@register.filter
def say(text: Text | str) -> str:
    """Show a text of the rules in the language of the page."""
    return names.say(text)


@register.filter
def cited(number: str) -> str:
    """Show how people cite a numbered paragraph: "Ziffer 2", "Buchstabe a"."""
    return names.say(naming.cited(number))


@register.filter
def soft(name: str) -> str:
    """Let a conference's long name break between its parts."""
    return names.soft(name)


@register.filter
def member(code: str) -> str:
    """Show the name of a Land, or of the Bund."""
    return names.member_name(code)


def _time(stamp: dates.Stamp) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', stamp.iso, stamp.words)


@register.filter
def when(value: dates.When | None) -> str:
    """Show a date as exact as it is known: "14. April 2027", "Juni 2009", "2015"."""
    return "" if value is None else _time(dates.stamp(value))


@register.filter
def clock(moment: datetime | None) -> str:
    """Show the time of day: "10:42"."""
    return "" if moment is None else _time(dates.clock(moment))


@register.simple_tag
def span(begins: dates.When, ends: dates.When | None = None) -> SafeString:
    """Show "14. und 15. April 2027"."""
    return _time(dates.span(begins, ends or None))


@register.simple_tag
def due(day: date, today: date) -> SafeString:
    """Show a day as a list of deadlines does: "heute", "morgen", "Mi 25. 11."."""
    return _time(dates.due(day, today))


@register.filter
def weekday(day: date) -> str:
    """Show "Montag, 23. November 2026"."""
    return dates.long(day)


@register.filter
def arrived(moment: datetime, today: date) -> SafeString:
    """Show when something came in: "09:12", "gestern", "Fr 20. 11."."""
    return _time(dates.arrived(moment, today))


@register.simple_tag
def comma() -> str:
    """Part the items of a list as the language of the page does."""
    return local.comma()


# ── the ring and the votes ─────────────────────────────────────────────────
@register.inclusion_tag("look/parts/ring.html")
def ring_small(chair: int | None = None) -> Context:
    """Draw the ring of the header; `chair` is its place in the alphabet, from 0."""
    return {"dots": ring.small(chair), "box": "0 0 48 48"}


@register.inclusion_tag("look/parts/ring.html")
def ring_large(
    states: Mapping[str, ring.State], codes: Sequence[str] = CODES, label: str = ""
) -> Context:
    """Draw the ring with its Länder: who had the chair, has it, follows by rule.

    Give a `label` where no text beside it says the same.
    """
    dots = ring.large(states, codes)
    return {"dots": dots, "box": "0 0 300 300", "large": True, "label": label}


@register.inclusion_tag("look/parts/tile_map.html")
def tile_map(cast: Mapping[str, str], size: str = "") -> Context:
    """Draw the Länder as tiles: {"BY": "no"}; `size` is "small", "large" or empty."""
    return {"tiles": votes.tiles(cast), "size": size}


@register.inclusion_tag("look/parts/key.html")
def key(kinds: str = "yes no abstain") -> Context:
    """Explain the signs of the tiles."""
    return {"kinds": [(kind, votes.WORDS[kind]) for kind in kinds.split()]}


@register.inclusion_tag("look/parts/band.html")
def band(counts: Mapping[str, int], needed: int | None = None) -> Context:
    """Draw a result with its threshold: {"yes": 13, "no": 1, "abstain": 2}."""
    return {"band": votes.band(counts, needed)}


@register.inclusion_tag("look/parts/band.html")
def thin_band(counts: Mapping[str, int]) -> Context:
    """Draw a result in a row of a list."""
    return {"band": votes.band(counts, None, thin=True)}


@register.filter
def counted(cast: Mapping[str, str]) -> dict[str, int]:
    """Count votes for a band."""
    return votes.counted(cast)


@register.inclusion_tag("look/parts/vote_lists.html")
def vote_lists(
    cast: Mapping[str, str], statements: Mapping[str, str] | None = None
) -> Context:
    """Name who voted how; `statements` has the address of each statement."""
    return {"lists": votes.vote_lists(cast, statements)}


@register.inclusion_tag("look/parts/vote_cell.html")
def vote_cell(
    cell: ballot.Cell, choices: Iterable[ballot.Choice] = ballot.CHOICES
) -> Context:
    """Show one voter's cell of the ballot grid."""
    return {"cell": cell, "choices": choices}


@register.inclusion_tag("look/parts/ballot_grid.html")
def ballot_grid(
    cells: Iterable[ballot.Cell], choices: Iterable[ballot.Choice] = ballot.CHOICES
) -> Context:
    """Show the grid of all voters, in the order given."""
    return {"cells": cells, "choices": choices}


# ── tags, lists, time ──────────────────────────────────────────────────────
@register.inclusion_tag("look/parts/tag.html")
def tag(kind: str, text: str | Text = "") -> Context:
    """Show a tag; without a text it says the usual word of its kind."""
    known = tags.KINDS[kind]
    return {"css": known.css, "text": names.say(text) or known.word}


@register.inclusion_tag("look/parts/lands.html")
def lands(codes: Iterable[str]) -> Context:
    """Show members as small plates with their abbreviation."""
    plates = [(names.member_label(code), names.member_name(code)) for code in codes]
    return {"plates": plates}


@register.inclusion_tag("look/parts/agenda.html")
def agenda(rows: Iterable[Any]) -> Context:
    """Show an agenda. A row: number, title, url, meta, tag, tag_text, gone."""
    return {"rows": rows}


@register.inclusion_tag("look/parts/chain.html")
def chain(steps: Iterable[Any]) -> Context:
    """Show what followed from what. A step: when, ends, text, url, link, due, tag."""
    return {"steps": steps}


@register.inclusion_tag("look/parts/year_line.html")
def year_line(
    events: Sequence[year.Event], begins: date, ends: date, today: date
) -> Context:
    """Draw the year of office; small screens show the same as a list."""
    return {"year": year.year(events, begins, ends, today)}


@register.inclusion_tag("look/parts/wording.html")
def wording_of(paragraphs: Iterable[wording.Paragraph], prefix: str = "") -> Context:
    """Show a text as printed, with an anchor for each of its numbers."""
    return {"blocks": wording.nested(paragraphs, prefix)}


@register.simple_tag
def marked(pieces: Iterable[Bit]) -> SafeString:
    """Show words with what comes and what goes."""
    return bits.marked(pieces)


@register.inclusion_tag("look/parts/facts.html")
def facts(rows: Iterable[tuple[Any, Any]], *, stacked: bool = False) -> Context:
    """Show pairs of label and value; a pair without a value is left out."""
    return {
        "rows": [row for row in rows if row[1] not in ("", None)],
        "stacked": stacked,
    }


@register.inclusion_tag("look/parts/pager.html")
def pages(current: int, total: int, query: dict[str, str] | None = None) -> Context:
    """Show the pages of a long list; nothing where there is only one."""
    return {"pager": pager.pager(current, total, query) if total > 1 else None}


# ── forms and messages ─────────────────────────────────────────────────────
@register.inclusion_tag("look/parts/field.html")
def field(bound: BoundField) -> Context:
    """Show a form field with its label, hint and error."""
    return {"field": fields.field(bound)}


@register.inclusion_tag("look/parts/editor.html")
def editor(bound: BoundField) -> Context:
    """Show a field that is a text: paragraph by paragraph, or in one field."""
    return {"editor": editors.editor(bound)}


@register.inclusion_tag("look/parts/error_summary.html")
def error_summary(form: forms.BaseForm) -> Context:
    """List the mistakes of a form above it, each with a link to its field."""
    return {"mistakes": fields.mistakes(form)}


@register.inclusion_tag("look/parts/alert.html")
def alert(kind: str, title: str | Text, body: str | Text = "") -> Context:
    """Show KERN's message: kind "info", "success", "warning" or "danger"."""
    return {"kind": kind, "title": names.say(title), "body": names.say(body)}


@register.inclusion_tag("look/parts/note.html")
def note(body: str | Text, kind: str = "") -> Context:
    """Show a short remark beside a text; kind "warn" asks to look here."""
    return {"kind": kind, "body": names.say(body)}


@register.inclusion_tag("look/parts/empty.html")
def empty(title: str | Text, body: str | Text = "") -> Context:
    """Say that there is nothing here yet, and what comes next."""
    return {"title": names.say(title), "body": names.say(body)}
