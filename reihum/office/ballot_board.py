"""What the pages of a ballot show: cells, the box beside them, the lines of a list."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.look.parts import dates
from reihum.look.parts.ballot import Cell
from reihum.look.parts.names import member_label
from reihum.look.parts.votes import WORDS, counted
from reihum.reads.ballots import BallotRow
from reihum.rules.explain import Reason, explain, standing_in_words
from reihum.rules.facts import Category, Procedure
from reihum.rules.laender import BUND
from reihum.rules.majority import Poll, decide
from reihum.rules.outcome import Outcome, Result
from reihum.rules.quorum import quorum
from reihum.rules.rulebook import Rulebook
from reihum.rules.stages import Treatment
from reihum.rules.verdict import need, verdict

SIGNS = {"met": "", "open": "is-open", "failed": "is-failed", "assumed": "is-assumed"}
TREATMENT_TAGS = {
    Treatment.A_ITEM: "a",
    Treatment.BLOCK: "block",
    Treatment.GREEN_LIST: "block",
}


@dataclass(frozen=True, slots=True)
class Why:
    """One reason with its sign."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Board:
    """The box beside the votes: what they amount to, and why."""

    verdict: str
    words: str
    needed: int | None
    why: tuple[Why, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A ballot in the list of its conference."""

    row: BallotRow
    words: str


def board(row: BallotRow) -> Board:
    """Explain a ballot: what it lacks while it is open, how it ended afterwards."""
    if row.is_open and row.procedure is Procedure.SESSION:
        return _open(row)
    outcome = row.outcome
    return Board(
        verdict=_("Abgebrochen") if row.broken_off else said(verdict(outcome)),
        words="",
        needed=outcome.needed,
        why=() if row.broken_off else _why(explain(outcome)),
        waiting=outcome.silent,
    )


def cells(
    row: BallotRow, typed: Mapping[str, str], own: Collection[str] | None = None
) -> list[Cell]:
    """Return the grid in the order of the roll call; `own` are those one may change.

    `typed` is what was sent and not stored: it stays, so that nobody types it again.
    """
    return [
        Cell(code, typed.get(code) or _vote(row, code), _state(row, code),
             open=row.is_open and (own is None or code in own))
        for code in row.book.voters
    ]  # fmt: skip


def line(row: BallotRow) -> Line:
    """Say in a line where a ballot stands or how it ended."""
    if row.is_open:
        words = _("offen, %(cast)s von %(all)s Stimmen") % {
            "cast": len(row.cast),
            "all": len(row.book.voters),
        }
        return Line(row, words)
    if row.broken_off:
        return Line(row, _("abgebrochen, ohne Ergebnis"))
    return Line(row, said(verdict(row.outcome)))


def asked(book: Rulebook, category: Category) -> list[tuple[str, str]]:
    """Return what an adoption will need, before anybody has voted."""
    outcome = decide(Poll(category=category), book)
    numbers = {"needed": quorum(book)}
    return [
        (_("Mehrheit"), said(need(outcome))),
        (_("Beschlussfähigkeit"), _("ab %(needed)s Ländern") % numbers)
        if numbers["needed"]
        else (_("Beschlussfähigkeit"), _("dazu nennt keine Quelle eine Regel")),
        *((_("Annahme"), text) for text in _assumed(outcome)),
    ]


def _assumed(outcome: Outcome) -> list[str]:
    """Return what is assumed, without the word that stands beside it."""
    found = [one.text for one in explain(outcome) if one.text.de.startswith("Annahme")]
    return [said(text).partition(": ")[2] for text in found]


def counts(row: BallotRow) -> list[tuple[str, int]]:
    """Return the numbers of the box: the three votes always, the rest if there."""
    found = counted(row.shown)
    always = (("yes", _("Ja")), ("no", _("Nein")), ("abstain", _("Enth.")))
    rest = (
        ("open", _("offen")),
        ("silent", _("nicht abg.")),
        ("absent", _("abwesend")),
    )
    return [(word, found[kind]) for kind, word in always] + [
        (word, found[kind]) for kind, word in rest if found[kind]
    ]


def kinds(row: BallotRow) -> str:
    """Return which signs the map uses, for its key."""
    return " ".join(kind for kind, number in counted(row.shown).items() if number)


def heading(row: BallotRow) -> str:
    """Say whose votes these are."""
    words = {"count": len(row.book.members.laender)}
    if BUND in row.book.voters:
        return _("Stimmen der %(count)s Länder und des Bundes") % words
    return _("Stimmen der %(count)s Länder") % words


def _open(row: BallotRow) -> Board:
    now = row.standing
    settled: dict[Result | None, str] = {
        None: _("Noch nicht entschieden"),
        Result.ADOPTED: _("Die Annahme steht fest"),
        Result.REJECTED: _("Die Annahme ist nicht mehr erreichbar"),
    }
    return Board(
        verdict=settled[now.settled] if now.open else _("Alle haben abgestimmt"),
        words=said(standing_in_words(now)),
        needed=now.now.needed,
        why=_why(explain(now.now), undecided=now.settled is None),
        waiting=tuple(member_label(code) for code in now.open),
    )


def _why(reasons: Collection[Reason], *, undecided: bool = False) -> tuple[Why, ...]:
    """Show what is not met yet as open, as long as it can still be met."""
    return tuple(
        Why(
            SIGNS["open" if undecided and reason.kind == "failed" else reason.kind],
            said(reason.text),
        )
        for reason in reasons
    )


def _vote(row: BallotRow, code: str) -> str:
    cast = row.by_member.get(code)
    return "" if cast is None else str(cast.vote)


def _state(row: BallotRow, code: str) -> str:
    """Return when the vote came, or why there is none."""
    cast = row.by_member.get(code)
    return str(WORDS[row.shown[code]]) if cast is None else dates.clock(cast.at).words
