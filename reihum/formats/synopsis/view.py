"""A synopsis in words of one language, ready to be set: page, PDF and table show it.

Everything in here is plain text. Signs that would turn the direction of the text
around them, or that no printer prints, are left out; the JSON keeps them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reihum.formats.synopsis.cards import STATE_NAMES, Card, State
from reihum.formats.synopsis.counts import counted, typed_again, without_place
from reihum.formats.synopsis.labels import Labels, labels
from reihum.formats.synopsis.paper import Counts, Sent, SynopsisPaper
from reihum.formats.synopsis.results import Result
from reihum.formats.synopsis.rows import Row, Summary, rows, summary
from reihum.rules.laender import called
from reihum.rules.text.naming import PARTS
from reihum.rules.text.paragraph import Part
from reihum.rules.text.redline import Bit
from reihum.rules.text.synopsis import Kind
from reihum.rules.words import capital

# Control signs, and those that set or override a direction. Line breaks stay.
_HARM = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


# What these do is seen at once.
_USUAL = frozenset({Kind.INSERT, Kind.DELETE, Kind.REPLACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A wish: `lands` are pairs of code and name, `said` stands beside them."""

    lands: tuple[tuple[str, str], ...]
    said: tuple[str, ...]
    state: State
    verdict: str
    pieces: tuple[Bit, ...]
    notes: tuple[str, ...]
    kind: str
    reasons: str
    conflicts: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row: what stands there, what is wished, what comes out."""

    id: str
    number: str
    place: str
    text: str
    also: str
    remarks: tuple[str, ...]
    in_conflict: bool
    conflicts: tuple[str, ...]
    cards: tuple[CardView, ...]
    results: tuple[tuple[str, tuple[Bit, ...]], ...]
    outcome: str
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole: `figures` are pairs of number and word, `files` a table."""

    lang: str
    labels: Labels
    title: str
    above: str
    line: str
    figures: tuple[tuple[str, str], ...]
    jumps: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, tuple[RowView, ...]], ...]
    silence: str
    files: tuple[tuple[str, ...], ...]
    lost: tuple[tuple[str, tuple[str, ...]], ...]
    demo: bool


def view(paper: SynopsisPaper) -> View:
    """Say a synopsis in the language of its paper."""
    words = labels(paper.language)
    laid = [row for row in rows(paper) if not _is_untouched_title(row)]
    facts = (paper.version, *paper.facts)
    several = len({row.part for row in laid}) > 1
    speaker = _Speaker(paper, words)
    return View(
        lang=paper.language,
        labels=words,
        title=harmless(paper.title).strip() or words.synopsis,
        above=harmless(paper.above),
        line=harmless(" · ".join(fact for fact in facts if fact)),
        figures=_figures(words, summary(paper, laid), paper),
        jumps=tuple(
            (row.id, capital(row.place.in_(paper.language)))
            for row in laid
            if row.in_conflict
        ),
        sections=tuple(
            (
                PARTS[part].in_(paper.language) if several else "",
                tuple(map(speaker.row, inside)),
            )
            for part, inside in groupby(laid, key=lambda row: row.part)
        ),
        silence=harmless(_listed(words.silence, paper.silent)),
        files=tuple(_files(paper, words)),
        lost=tuple(_lost(paper, words)),
        demo=paper.demo,
    )


def harmless(text: str) -> str:
    """Return a text without signs that would harm the text around it."""
    return _HARM.sub("", text)


class _Speaker:
    """Says rows and cards in one language."""

    def __init__(self, paper: SynopsisPaper, words: Labels) -> None:
        self.language = paper.language
        self.words = words
        self.states = {
            state: name.in_(paper.language) for state, name in STATE_NAMES.items()
        }
        if paper.proposed:
            self.states["accepted"] = words.uncontested

    def row(self, row: Row) -> RowView:
        one, words = row.paragraph, self.words
        return RowView(
            id=row.id,
            number="–" if one and one.number == "-" else one.number if one else "",
            place=capital(row.place.in_(self.language)),
            text=harmless(one.text) if one else "",
            also=_listed(words.also, [text.in_(self.language) for text in row.also]),
            remarks=tuple(
                f"{words.comment} {land}: {harmless(text)}"
                for land, text in row.remarks
            ),
            in_conflict=row.in_conflict,
            conflicts=tuple(text.in_(self.language) for text in row.conflicts),
            cards=tuple(map(self.card, row.cards)),
            results=tuple(map(_result, row.results)),
            outcome=self._outcome(row),
            decided=self._decided(row),
        )

    def _outcome(self, row: Row) -> str:
        """Say what came of a row of which no text comes out."""
        if row.results:
            return ""
        return self.words.nothing if row.paragraph else self.words.not_taken

    def _decided(self, row: Row) -> str:
        if row.compromise is not None:
            return self.states["compromise"]
        return self.states["open"] if row.undecided else ""

    def card(self, card: Card) -> CardView:
        words = self.words
        kind = card.kind.in_(self.language)
        usual = all(point.kind in _USUAL for point in card.points)
        special = "" if usual else kind
        same = card.same.in_(self.language) if card.same else ""
        place = card.elsewhere.in_(self.language) if card.elsewhere else ""
        reasons = [
            f"{words.reason} {land}: {harmless(text)}" for land, text in card.reasons
        ]
        decision = f"{words.decision}: {harmless(card.verdict)}" if card.verdict else ""
        untracked = _listed(words.untracked, card.untracked) if card.untracked else ""
        with_ = _listed(words.with_, card.with_) if card.with_ else ""
        return CardView(
            lands=tuple((code, called(code).in_(self.language)) for code in card.lands),
            said=tuple(one for one in (same, special, place, with_) if one),
            state=card.state,
            verdict=self.states[card.state],
            pieces=_pieces(card.pieces),
            notes=tuple(one for one in (*reasons, decision, untracked) if one),
            kind=" · ".join(one for one in (kind, place) if one),
            reasons="\n".join(
                f"{land}: {harmless(text)}" for land, text in card.reasons
            ),
            conflicts="\n".join(text.in_(self.language) for text in card.conflicts),
            decision=harmless(card.verdict),
        )


def _result(result: Result) -> tuple[str, tuple[Bit, ...]]:
    number = "–" if result.number == "-" else result.number
    return number, _pieces(result.pieces)


def _pieces(pieces: Iterable[Bit]) -> tuple[Bit, ...]:
    cleaned = (bit._replace(text=harmless(bit.text)) for bit in pieces)
    return tuple(bit for bit in cleaned if bit.text)


def _is_untouched_title(row: Row) -> bool:
    """Whether it says again what stands over the whole."""
    return row.part is Part.TITLE and not (row.cards or row.remarks)


def _listed(label: str, lands: Sequence[str]) -> str:
    return f"{label} {', '.join(lands)}" if lands else ""


def _figures(
    words: Labels, found: Summary, paper: SynopsisPaper
) -> tuple[tuple[str, str], ...]:
    lost = without_place(paper.synopsis, paper.sent)
    figures = (
        (found.wishes, words.wishes), (found.lands, words.lands),
        (found.merged, words.merged), (found.combined, words.combined),
        (found.decided, words.decided), (found.conflicting, words.conflicting),
        (lost, words.without_place),
    )  # fmt: skip
    return tuple(
        (str(number), one if number == 1 else many)
        for number, (one, many) in figures
        if not (paper.proposed and many == words.decided[1])
    )


def _name(sent: Sent, paper: SynopsisPaper) -> str:
    return harmless(sent.called.in_(paper.language) if sent.called else sent.name)


def _source(sent: Sent, paper: SynopsisPaper) -> str:
    name = _name(sent, paper)
    return f"{sent.land}, {name}" if name else sent.land


def _lost(paper: SynopsisPaper, words: Labels) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what could not be kept, of the text first."""
    found = [
        (words.base, paper.lost),
        *((_source(one, paper), one.lost) for one in paper.sent),
    ]
    for source, texts in found:
        if texts:
            yield source, tuple(harmless(text.in_(paper.language)) for text in texts)


def _files(paper: SynopsisPaper, words: Labels) -> Iterator[tuple[str, ...]]:
    """Yield a line for each file: what it notes, and what came out."""
    out, again = counted(paper.synopsis), typed_again(paper.synopsis)
    for sent in paper.sent:
        source = (sent.land, sent.name)
        come = out.get(source, Counts())
        yield (
            sent.land,
            _name(sent, paper),
            str(sent.noted.inserted),
            str(sent.noted.deleted),
            str(come.inserted),
            str(come.deleted),
            str(again.get(source, 0) + sent.retyped),
            words.compared if sent.untracked else words.noted,
            str(len(sent.loose)),
        )
