"""The synopsis as values ready for JSON; `docs/synopse-json.md` says what they mean."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reihum.formats.synopsis.counts import counted, typed_again
from reihum.formats.synopsis.paper import Counts, Sent, SynopsisPaper
from reihum.formats.synopsis.rows import rows, summary
from reihum.formats.synopsis.sentences import conflicts
from reihum.rules.text.outcome import counted as counted_in
from reihum.rules.text.paragraph import Paragraph, to_data
from reihum.rules.text.synopsis import Point, Wish
from reihum.rules.text.tokens import (
    Flat,
    Start,
    Token,
    count_words,
    rebuild,
    said,
)

FORMAT, VERSION = "reihum-synopsis", 1


def as_data(paper: SynopsisPaper) -> dict[str, Any]:
    """Return all that is in a synopsis, in an order that never changes."""
    synopsis = paper.synopsis
    taken = {point.key for point in counted_in(synopsis, paper.decided)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "language": paper.language,
        "title": paper.title,
        "above": paper.above,
        "text": paper.version,
        "facts": list(paper.facts),
        "demonstration": paper.demo,
        "base": to_data(_base(synopsis.flat)),
        "changes": [
            {**_change(paper, point), "in_result": point.key in taken}
            for point in synopsis.points
        ],
        "conflicts": [_cluster(paper, cluster) for cluster in synopsis.clusters()],
        "lost": [text.in_(paper.language) for text in paper.lost],
        "decided": not paper.proposed,
        "compromises": dict(sorted(paper.decided.compromises.items())),
        "result": to_data(paper.result),
        "sent": list(_sent(paper)),
        "silent": list(paper.silent),
        "summary": _summary(paper),
    }


def as_json(paper: SynopsisPaper) -> bytes:
    """Return the file. What UTF-8 cannot say (half a sign) is escaped as JSON does."""
    text = json.dumps(as_data(paper), ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _change(paper: SynopsisPaper, point: Point) -> dict[str, Any]:
    flat, change = paper.synopsis.flat, point.change
    old = flat.tokens[change.start : change.end]
    accepted = paper.decided.accepted.get(point.key)
    return {
        "key": point.key,
        "kind": str(point.kind),
        "lands": list(point.lands),
        "place": _place(flat, point),
        "old": said(old),
        "new": said(change.new),
        "old_paragraphs": _starts(old),
        "new_paragraphs": _starts(change.new),
        "words": _counts(Counts(count_words(change.new), count_words(old))),
        "group": point.group,
        "wishes": [_wish(wish) for wish in point.wishes],
        "conflicts": [{"key": one.key, "why": str(one.why)} for one in point.conflicts],
        "accepted": None if paper.proposed else accepted,
        "decision": paper.reasons.get(point.key, ""),
    }


def _place(flat: Flat, point: Point) -> dict[str, Any]:
    """Return where a change stands: characters are counted in the text of `base`.

    The mark before a paragraph stands at -1. A new paragraph stands at the end of the
    one before it.
    """
    index, change = max(point.paragraph, 0), point.change
    length = len(said(flat.tokens[change.start : change.end]))
    if not flat.paragraphs:
        return {"paragraph": None, "offset": -1, "length": length}
    start = flat.starts[index]
    before = said(flat.tokens[start + 1 : change.start])
    offset = len(before) if change.start > start else -1
    return {"paragraph": flat.paragraphs[index].id, "offset": offset, "length": length}


def _base(flat: Flat) -> Iterator[Paragraph]:
    """Yield the paragraphs as they are compared: one space, nothing unseen."""
    for index, one in enumerate(flat.paragraphs):
        tokens = flat.tokens[flat.starts[index] : flat.end_of(index)]
        text = said(tokens[1:])
        before = len(text) - len(text.lstrip())
        (bare,) = rebuild(tokens, empty=(one.id,))
        marks = (
            replace(mark, start=mark.start + before, end=mark.end + before)
            for mark in bare.marks
        )
        yield replace(one, text=text, marks=tuple(marks))


def _starts(tokens: Sequence[Token]) -> list[dict[str, Any]]:
    return [
        {"part": str(one.part), "level": one.level, "numbering": one.scheme}
        for one in tokens
        if isinstance(one, Start)
    ]


def _wish(wish: Wish) -> dict[str, Any]:
    wanted = wish.wanted
    return {
        "land": wish.land,
        "source": wish.source,
        "comment": wanted.reason,
        "untracked": wanted.untracked,
        "typed_again": wanted.retyped,
        "move": wanted.move,
    }


def _cluster(paper: SynopsisPaper, cluster: Sequence[Point]) -> dict[str, Any]:
    sentences = conflicts(cluster, paper.synopsis.by_key)
    return {
        "changes": [point.key for point in cluster],
        "why": [one.in_(paper.language) for one in sentences],
    }


def _sent(paper: SynopsisPaper) -> Iterator[dict[str, Any]]:
    out, again = counted(paper.synopsis), typed_again(paper.synopsis)
    for one in paper.sent:
        source = (one.land, one.name)
        yield {
            "land": one.land,
            "source": one.name,
            "noted": _counts(one.noted),
            "counted": _counts(out.get(source, Counts())),
            "typed_again": again.get(source, 0) + one.retyped,
            "untracked": one.untracked,
            "lost": [text.in_(paper.language) for text in one.lost],
            "comments": _loose(one),
        }


def _loose(one: Sent) -> list[dict[str, str]]:
    return [{"paragraph": loose.paragraph, "text": loose.text} for loose in one.loose]


def _counts(counts: Counts) -> dict[str, int]:
    return {"inserted": counts.inserted, "deleted": counts.deleted}


def _summary(paper: SynopsisPaper) -> dict[str, int]:
    found = summary(paper, rows(paper))
    return {
        "wishes": found.wishes,
        "lands": found.lands,
        "merged": found.merged,
        "combined": found.combined,
        "conflicting": found.conflicting,
        "decided": found.decided,
        "comments": found.remarks,
    }
