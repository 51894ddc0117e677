"""One wish on the page of a synopsis: who wants what, what became of it, what next."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.formats.synopsis.cards import STATE_NAMES, Card, State
from reihum.formats.synopsis.excerpt import excerpt
from reihum.formats.synopsis.rows import Row
from reihum.look.answers import said
from reihum.look.parts.dates import stamp
from reihum.reads.synopsis import Source, SynopsisView
from reihum.rules.amendment import Way
from reihum.rules.decision import Fate
from reihum.rules.text.redline import Bit
from reihum.rules.text.synopsis import Kind, Point, in_roll_call
from reihum.rules.words import Text

# The tag of each state; what is open has none.
TAGS: dict[State, str] = {
    "accepted": "adopted",
    "rejected": "rejected",
    "mixed": "done",
    "compromise": "plain",
}
CSS: dict[State, str] = {"accepted": "is-taken", "rejected": "is-refused"}


@dataclass(frozen=True, slots=True)
class Choice:
    """Two buttons: which points they decide, and what holds now.

    A button says all that it means: what to do, what was seen, where, and to which
    points. So one form is enough for hundreds of them. A pressed one takes back.
    """

    id: str
    row: str
    keys: tuple[str, ...]
    fate: Fate
    pieces: tuple[Bit, ...] = ()

    @property
    def accepted(self) -> bool:
        return self.fate is Fate.ACCEPTED

    @property
    def rejected(self) -> bool:
        return self.fate is Fate.REJECTED

    @property
    def accept(self) -> str:
        return self._value("undo") if self.accepted else self.yes

    @property
    def reject(self) -> str:
        return self._value("undo") if self.rejected else self.no

    @property
    def yes(self) -> str:
        return self._value("accept")

    @property
    def no(self) -> str:
        return self._value("reject")

    def _value(self, do: str) -> str:
        return ":".join((do, self.fate, self.row, "+".join(self.keys)))


@dataclass(frozen=True, slots=True)
class Clicked:
    """What a button means, read back."""

    do: str
    seen: Fate | None
    row: str
    keys: tuple[str, ...]

    @classmethod
    def of(cls, value: str) -> "Clicked":
        """Read it; what is no button of ours means nothing."""
        do, seen, row, keys = (*value.split(":"), "", "", "", "")[:4]
        known = Fate(seen) if seen in {*Fate} else None
        return cls(do, known, row, tuple(filter(None, keys.split("+"))))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card as it is shown.

    `beside` are those whose wishes get along with it; `whole` is the form that decides
    it, `parts` are those for each of its places alone.
    """

    card: Card
    css: str
    tag: str
    state: str
    kind: Text | None
    own: bool
    beside: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]
    note: str
    late: tuple[str, ...]
    whole: Choice | None
    parts: tuple[Choice, ...]
    heard: str
    reasoned: bool


def card_view(  # noqa: PLR0913  (all that a card depends on)
    by: By, view: SynopsisView, row: Row, card: Card, *, can: bool, reasoned: str = ""
) -> CardView:
    """Return a card with what the viewer may do; `reasoned` has its reason open."""
    sources = _sources(view, card)
    decides = can and card.first
    points = _group(view, card) if decides else ()
    return CardView(
        card=card,
        css=CSS.get(card.state, ""),
        tag=TAGS.get(card.state, ""),
        state=said(STATE_NAMES[card.state]),
        kind=card.kind if _is_structural(card) else None,
        own=bool(by.actor.members & {*card.lands}),
        beside=_beside(view, card),
        reasons=_reasons(card),
        note=_note(sources) if len(card.lands) == 1 else "",
        late=_late(card, sources),
        whole=_choice(view, row.id, points) if decides else None,
        parts=_parts(view, row.id, points),
        heard=f": {', '.join(card.lands)}, {said(row.place)}",
        reasoned=decides and reasoned == card.key,
    )


def _beside(view: SynopsisView, card: Card) -> tuple[str, ...]:
    """Return who gets along with it here, and has nothing else against it."""
    known = view.laid.by_key
    against = {
        land
        for point in card.points
        for conflict in point.conflicts
        for land in known[conflict.key].lands
    }
    return tuple(
        land for land in card.with_ if land not in card.lands and land not in against
    )


def _reasons(card: Card) -> tuple[tuple[str, str], ...]:
    """Return each reason once, with all who give it: "BY, SN"."""
    found: dict[str, list[str]] = {}
    for land, text in card.reasons:
        found.setdefault(text, []).append(land)
    return tuple((", ".join(lands), text) for text, lands in found.items())


def _is_structural(card: Card) -> bool:
    """Return whether it does more than words show: it is said what it does."""
    plain = {Kind.INSERT, Kind.DELETE, Kind.REPLACE}
    return any(point.kind not in plain for point in card.points)


def _group(view: SynopsisView, card: Card) -> tuple[Point, ...]:
    """Return all points that are decided with a card, also where something arrives."""
    if card.points[0].kind is not Kind.MOVE:
        return card.points
    return tuple(p for p in view.laid.synopsis.points if p.group == card.key)


def _choice(view: SynopsisView, row: str, points: tuple[Point, ...]) -> Choice:
    keys = tuple(point.key for point in points)
    return Choice(points[0].group, row, keys, view.laid.fate(keys))


def _parts(
    view: SynopsisView, row: str, points: tuple[Point, ...]
) -> tuple[Choice, ...]:
    """Return each place of a card, where there are several that can stand alone."""
    if len(points) == 1 or any(point.kind is Kind.MOVE for point in points):
        return ()
    flat = view.laid.synopsis.flat
    return tuple(
        Choice(
            f"e-{point.key}", row, (point.key,), view.laid.fate([point.key]),
            excerpt(flat, [point]),
        )
        for point in points
    )  # fmt: skip


def _sources(view: SynopsisView, card: Card) -> tuple[Source, ...]:
    names = dict.fromkeys(w.source for point in card.points for w in point.wishes)
    return tuple(view.sources[name] for name in names if name in view.sources)


def _note(sources: Iterable[Source]) -> str:
    """Return "mit Word eingereicht, 20. November 2026"."""
    source = next(iter(sources), None)
    if source is None or source.at is None:
        return ""
    words = {
        Way.BROWSER: _("eingereicht am %(day)s"),
        Way.WORD: _("mit Word eingereicht, %(day)s"),
        Way.COMPARED: _("aus einer Word-Datei, durch Vergleich gefunden, %(day)s"),
    }
    return words[source.way] % {"day": stamp(source.at.date()).words}


def _late(card: Card, sources: Iterable[Source]) -> tuple[str, ...]:
    """Return the Länder of a card whose wish came after the deadline."""
    late = {one.member for one in sources if one.late}
    return in_roll_call(late & {*card.lands})
