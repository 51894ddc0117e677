"""The wishes of a synopsis as cards: who wants what, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reihum.formats.synopsis.excerpt import excerpt
from reihum.formats.synopsis.paper import SynopsisPaper
from reihum.formats.synopsis.results import Home, home_of
from reihum.formats.synopsis.sentences import conflicts, kind_name, same_wishes
from reihum.rules.text.naming import behind
from reihum.rules.text.outcome import Decided, closed, touches
from reihum.rules.text.redline import Bit
from reihum.rules.text.synopsis import Point, in_roll_call
from reihum.rules.words import Text

State = Literal["open", "accepted", "rejected", "mixed", "compromise"]
STATE_NAMES: Mapping[State, Text] = {
    "open": Text("noch nicht entschieden", "not decided yet"),
    "accepted": Text("angenommen", "accepted"),
    "rejected": Text("abgelehnt", "rejected"),
    "mixed": Text("teilweise angenommen", "accepted in part"),
    "compromise": Text("Kompromiss", "compromise"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One wish as it is shown: the points that the same Länder have in one place.

    `key` is the group's, `points` are those shown here. What was moved has a card
    where it leaves and one where it arrives; only the first is to be decided on, and
    `elsewhere` says where the other stands. `reasons` are pairs of Land and text,
    `verdict` is the reason of the office's decision, `with_` names those whose wishes
    for the same paragraph get along with this one, `untracked` those of its Länder
    that did not note the change.
    """

    key: str
    first: bool
    points: tuple[Point, ...]
    lands: tuple[str, ...]
    kind: Text
    same: Text | None
    pieces: tuple[Bit, ...]
    reasons: tuple[tuple[str, str], ...]
    state: State
    verdict: str
    with_: tuple[str, ...]
    untracked: tuple[str, ...]
    elsewhere: Text | None
    conflicts: tuple[Text, ...]


def cards(paper: SynopsisPaper, called: Sequence[Text]) -> dict[Home, list[Card]]:
    """Return the cards of each row. `called` are the names of the paragraphs."""
    synopsis = paper.synopsis
    split: dict[tuple[str, Home], list[Point]] = defaultdict(list)
    homes: dict[str, list[Home]] = defaultdict(list)
    for point in synopsis.points:
        home = home_of(synopsis.flat, point)
        split[point.group, home].append(point)
        if home not in homes[point.group]:
            homes[point.group].append(home)
    maker = _Maker(paper)
    found: dict[Home, list[Card]] = defaultdict(list)
    for (group, home), points in split.items():
        away = [name_of(one, called) for one in homes[group] if one != home]
        found[home].append(maker.card(points, away))
    return {home: _beside(inside) for home, inside in found.items()}


def name_of(home: Home, called: Sequence[Text]) -> Text:
    """Return what a row is called."""
    index, gap = home
    return behind(called, index) if gap else called[index]


class _Maker:
    """Makes the cards of one synopsis; what they all need is found once."""

    def __init__(self, paper: SynopsisPaper) -> None:
        self.flat = paper.synopsis.flat
        self.by_key = paper.synopsis.by_key
        self.decided = paper.decided
        self.closed = closed(paper.synopsis.flat, paper.decided.compromises)
        self.reasons = paper.reasons

    def card(self, points: Sequence[Point], away: Sequence[Text]) -> Card:
        group, lands = points[0].group, points[0].lands
        return Card(
            key=group,
            first=any(point.key == group for point in points),
            points=tuple(points),
            lands=lands,
            kind=kind_name(point.kind for point in points),
            same=same_wishes(len(lands)),
            pieces=excerpt(self.flat, points),
            reasons=tuple(
                dict.fromkeys(one for point in points for one in point.reasons)
            ),
            state=_state(points, self.decided, self.closed),
            verdict=" ".join(_verdicts(points, self.reasons)),
            with_=(),
            untracked=_untracked(points),
            elsewhere=_moved(points, away),
            conflicts=conflicts(points, self.by_key),
        )


def _beside(cards: Sequence[Card]) -> list[Card]:
    """Say of each card which others of its row it gets along with."""
    return [
        replace(
            card,
            with_=in_roll_call(
                land
                for other in cards
                if other is not card and not _clash(card, other)
                for land in other.lands
                if land not in card.lands
            ),
        )
        for card in cards
    ]


def _clash(one: Card, other: Card) -> bool:
    keys = {point.key for point in other.points}
    return any(
        conflict.key in keys for point in one.points for conflict in point.conflicts
    )


def _state(
    points: Sequence[Point], decided: Decided, closed: Sequence[tuple[int, int]]
) -> State:
    if any(touches(point.change, *one) for point in points for one in closed):
        return "compromise"
    said = {decided.accepted.get(point.key) for point in points}
    if None in said:
        return "open"
    if len(said) > 1:
        return "mixed"
    return "accepted" if True in said else "rejected"


def _verdicts(points: Iterable[Point], reasons: Mapping[str, str]) -> tuple[str, ...]:
    given = (reasons.get(point.key, "") for point in points)
    return tuple(dict.fromkeys(one for one in given if one))


def _untracked(points: Iterable[Point]) -> tuple[str, ...]:
    wishes = (wish for point in points for wish in point.wishes)
    return in_roll_call(wish.land for wish in wishes if wish.wanted.untracked)


def _moved(points: Sequence[Point], away: Sequence[Text]) -> Text | None:
    """Say where the other end stands of what was moved."""
    if not away:
        return None
    de, en = ("bisher", "before") if points[0].change.new else ("neu", "now")
    return Text(f"{de}: {away[0].de}", f"{en}: {away[0].en}")
