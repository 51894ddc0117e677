"""A resolution as it is released: as Markdown, and as values ready for JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reihum.formats import markdown as md
from reihum.rules.dates import NB, PartialDate, in_words
from reihum.rules.facts import Procedure
from reihum.rules.laender import called
from reihum.rules.text import Paragraph, to_data
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What may be known of one resolution; a part not released is empty.

    `result` says how the vote ended, `votes` who voted how ({"BY": "no"}) where that
    is released. `address` stays for ever.
    """

    body: str
    short: str
    name: str
    key: str
    number: str
    title: str
    conference: int | None
    adopted_on: PartialDate
    procedure: Procedure
    submitters: tuple[str, ...]
    wording: tuple[Paragraph, ...]
    result: Text | None
    votes: Mapping[str, str] | None
    statements: tuple[tuple[str, str], ...]
    address: str
    demo: bool = False


def as_markdown(paper: Paper) -> str:
    """Return the resolution as Markdown, in German: the wording is the record."""
    return md.document(_blocks(paper))


def as_data(paper: Paper) -> dict[str, Any]:
    """Return the resolution as plain values; what is not released is null."""
    return {
        "id": paper.key,
        "body": {"id": paper.body, "short": paper.short, "name": paper.name},
        "address": paper.address,
        "title": paper.title,
        "conference": paper.conference,
        "item": paper.number or None,
        "adopted_on": str(paper.adopted_on),
        "procedure": str(paper.procedure),
        "submitters": list(paper.submitters),
        "text": to_data(paper.wording) or None,
        "result": _result(paper.result),
        "votes": None if paper.votes is None else dict(paper.votes),
        "statements": [
            {"member": code, "name": called(code).de, "text": text}
            for code, text in paper.statements
        ],
        "demonstration": paper.demo,
    }


def _result(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {"de": text.de, "en": text.en}


def _origin(paper: Paper) -> str:
    if paper.procedure is Procedure.CIRCULAR:
        return "Umlaufbeschluss"
    if paper.conference is None:
        return "Beschluss"
    of = f"{paper.conference}.{NB}{paper.name}"
    return f"TOP{NB}{paper.number} der {of}" if paper.number else of


def _blocks(paper: Paper) -> Iterator[str]:
    day = in_words(paper.adopted_on).de
    yield md.escaped(f"{paper.short} · {paper.key} · {_origin(paper)} · {day}")
    yield md.heading(1, paper.title)
    if paper.demo:
        yield md.strong("Vorführung: Text und Stimmen sind erfunden.")
    if paper.submitters:
        yield md.escaped(f"Antrag: {_submitters(paper.submitters)}")
    yield md.heading(2, "Beschluss")
    yield from md.wording(paper.wording) or ["Der Wortlaut liegt hier nicht vor."]
    if paper.result is not None:
        yield md.heading(2, "Abstimmungsergebnis")
        yield md.escaped(paper.result.de)
    for code, text in paper.statements:
        yield md.heading(2, f"Protokollerklärung {called(code).de}")
        yield from md.lines(text)
    yield f"<{paper.address}>"


def _submitters(codes: tuple[str, ...]) -> str:
    return "alle Länder" if codes == ("all",) else ", ".join(codes)
