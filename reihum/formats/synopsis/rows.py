"""A synopsis laid out: the rows that the screen and every file show.

A row is a paragraph of the text, or the gap behind one where somebody wants a new one.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reihum.formats.synopsis.cards import Card, cards, name_of
from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.results import Home, Result, home_of, results
from reihum.formats.synopsis.sentences import conflicts
from reihum.rules.text.naming import places
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import Point, Synopsis
from reihum.rules.text.tokens import Flat, Start
from reihum.rules.words import Text

Remarks = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph or a gap: what stands there, what is wished, what comes out.

    `place` is what it is called, `conflicts` says who stands in whose way, `also`
    names the places of wishes that reach into this paragraph from another, `remarks`
    are comments (Land, text) where nothing is changed.
    """

    id: str
    place: Text
    part: Part
    paragraph: Paragraph | None
    cards: tuple[Card, ...]
    conflicts: tuple[Text, ...]
    also: tuple[Text, ...]
    compromise: str | None
    results: tuple[Result, ...]
    remarks: tuple[tuple[str, str], ...]

    @property
    def undecided(self) -> bool:
        return any(card.state == "open" for card in self.cards)

    @property
    def in_conflict(self) -> bool:
        """Whether somebody still has to settle a conflict here."""
        return bool(self.conflicts) and self.undecided


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures over a synopsis.

    `wishes` counts those of every Land by itself; `merged` the places where several
    want the same, `combined` the wishes that get along with others for the same
    paragraph, `conflicting` the conflicts; `remarks` the comments without a change.
    """

    wishes: int
    lands: int
    merged: int
    combined: int
    conflicting: int
    decided: int
    remarks: int


def rows(paper: SynopsisPaper) -> tuple[Row, ...]:
    """Lay a synopsis out, in the order of its text."""
    flat = paper.synopsis.flat
    called = places(flat.paragraphs)
    shown, come = cards(paper, called), results(paper)
    remarks, reach = _remarks(paper), _reach(paper.synopsis, called)
    by_key = paper.synopsis.by_key
    paragraphs = {(index, False) for index in range(len(flat.paragraphs))}
    return tuple(
        _row(paper, home, name_of(home, called), tuple(shown.get(home, ())),
             tuple(come.get(home, ())), remarks.get(home, ()), reach.get(home, ()),
             by_key)
        for home in sorted(paragraphs | set(shown) | set(come))
    )  # fmt: skip


def summary(paper: SynopsisPaper, laid: Iterable[Row]) -> Summary:
    """Count what is in a synopsis."""
    cards = [card for row in laid for card in row.cards if card.first]
    return Summary(
        wishes=sum(len(card.lands) for card in cards),
        lands=len({land for card in cards for land in card.lands}),
        merged=sum(len(card.lands) > 1 for card in cards),
        combined=sum(bool(card.with_) and not card.conflicts for card in cards),
        conflicting=len(paper.synopsis.clusters()),
        decided=sum(
            len(card.lands)
            for card in cards
            if card.state != "open" and not paper.proposed
        ),
        remarks=sum(len(sent.loose) for sent in paper.sent),
    )


def _row(  # noqa: PLR0913, PLR0917  (all that stands in a row)
    paper: SynopsisPaper, home: Home, place: Text, wished: tuple[Card, ...],
    come: tuple[Result, ...], remarks: Remarks, also: tuple[Text, ...],
    by_key: Mapping[str, Point],
) -> Row:  # fmt: skip
    index, gap = home
    one = None if gap else paper.synopsis.flat.paragraphs[index]
    points = [point for card in wished for point in card.points]
    return Row(
        id=one.id if one else _gap_id(paper.synopsis.flat, index),
        place=place,
        part=one.part if one else _part(paper.synopsis.flat, index, wished),
        paragraph=one,
        cards=wished,
        conflicts=conflicts(points, by_key),
        also=also,
        compromise=paper.decided.compromises.get(one.id) if one else None,
        results=come,
        remarks=remarks,
    )


def _gap_id(flat: Flat, index: int) -> str:
    return f"nach-{flat.paragraphs[index].id}" if index >= 0 else "anfang"


def _part(flat: Flat, index: int, wished: Iterable[Card]) -> Part:
    """Return the part that a new paragraph belongs to."""
    new = (
        token for card in wished for point in card.points for token in point.change.new
    )
    behind = flat.paragraphs[index].part if index >= 0 else Part.TEXT
    return next((token.part for token in new if isinstance(token, Start)), behind)


def _remarks(paper: SynopsisPaper) -> dict[Home, Remarks]:
    """Return the comments where nothing is changed, each in the row that it is of."""
    where = {one.id: index for index, one in enumerate(paper.synopsis.flat.paragraphs)}
    found: dict[Home, list[tuple[str, str]]] = defaultdict(list)
    for sent in paper.sent:
        for loose in sent.loose:
            home = (where.get(loose.paragraph, 0), False)
            found[home].append((sent.land, loose.text))
    return {home: tuple(inside) for home, inside in found.items()}


def _reach(synopsis: Synopsis, called: Sequence[Text]) -> dict[Home, tuple[Text, ...]]:
    """Return for each paragraph where the wishes stand that reach into it."""
    flat = synopsis.flat
    found: dict[Home, list[Text]] = defaultdict(list)
    for point in synopsis.points:
        last = bisect_right(flat.starts, point.change.end - 1) - 1
        place = name_of(home_of(flat, point), called)
        lands = ", ".join(point.lands)
        for index in range(point.paragraph + 1, last + 1):
            said = Text(f"{place.de} ({lands})", f"{place.en} ({lands})")
            found[index, False].append(said)
    return {home: tuple(dict.fromkeys(inside)) for home, inside in found.items()}
