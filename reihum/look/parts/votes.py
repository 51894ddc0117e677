"""Votes as tiles, band and lists: always in one order, and without a verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from reihum.look.parts.names import BUND, member_label, member_name
from reihum.rules.laender import CODES

ORDER = ("yes", "no", "abstain", "open", "silent", "absent")
WORDS = {
    "yes": _("Ja"),
    "no": _("Nein"),
    "abstain": _("Enthaltung"),
    "open": _("noch offen"),
    "silent": _("nicht abgegeben"),
    "absent": _("abwesend"),
}
# The order of the map is by place, from north-west to south-east.
ON_THE_MAP = (
    "SH", "HB", "HH", "MV", "BE", "NW", "NI", "ST", "BB",
    "RP", "HE", "TH", "SN", "SL", "BW", "BY", BUND,
)  # fmt: skip
NAMED_IN_FULL = 3
TOO_MANY_FOR_GLYPHS = 24


@dataclass(frozen=True, slots=True)
class Tile:
    code: str
    label: str
    name: str
    vote: str
    word: str


def tiles(votes: Mapping[str, str]) -> list[Tile]:
    """Return the tiles of those who can vote; who has not voted is open.

    The sixteen Länder are always there, the Bund only where `votes` names it.
    """
    codes = [code for code in ON_THE_MAP if code in votes or code != BUND]
    return [_tile(code, votes.get(code) or "open") for code in codes]


def _tile(code: str, vote: str) -> Tile:
    word = str(WORDS[vote])
    return Tile(code, member_label(code), member_name(code), str(vote), word)


def counted(votes: Mapping[str, str]) -> dict[str, int]:
    """Count a mapping of votes: {"yes": 13, "no": 1, …}."""
    held = [str(vote or "open") for vote in votes.values()]
    return {kind: held.count(kind) for kind in ORDER}


def _phrase(kind: str, count: int) -> str:
    if kind == "abstain":
        words = ngettext("%(count)s Enthaltung", "%(count)s Enthaltungen", count)
        return words % {"count": count}
    return f"{count} {WORDS[kind]}"


def in_words(counts: Mapping[str, int], needed: int | None = None) -> str:
    """Return "13 Ja, 1 Nein, 2 Enthaltungen; nötig: 13 Ja"."""
    parts = ", ".join(_phrase(kind, counts[kind]) for kind in ORDER if counts.get(kind))
    return f"{parts}; {_needed(needed)}" if needed else parts


def _needed(needed: int) -> str:
    return gettext("nötig: %(count)s Ja") % {"count": needed}


@dataclass(frozen=True, slots=True)
class Cell:
    """One voter of the band; `stroke` where the threshold ends, `label` beside it."""

    vote: str
    stroke: bool = False
    label: str = ""
    label_after: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    cells: tuple[Cell, ...]
    words: str
    thin: bool = False
    bare: bool = True
    many: bool = False


def band(counts: Mapping[str, int], needed: int | None, *, thin: bool = False) -> Band:
    """Return the band of a result: Yes, No, abstention, open, absent.

    The threshold is a stroke after the needed Yes. Where more Yes are needed than there
    are voters, the label says so and no stroke is drawn.
    """
    kinds = [kind for kind in ORDER for _each in range(counts.get(kind, 0))]
    shown = None if thin else needed
    cells = [
        _cell(kind, place, len(kinds), shown) for place, kind in enumerate(kinds, 1)
    ]
    many = len(kinds) > TOO_MANY_FOR_GLYPHS
    return Band(tuple(cells), in_words(counts, needed), thin, shown is None, many)


def _cell(kind: str, place: int, total: int, needed: int | None) -> Cell:
    if needed is None or place != min(needed, total):
        return Cell(kind)
    # The label lies on the longer side of its stroke, so that it never leaves the band.
    return Cell(kind, needed <= total, _needed(needed), needed * 2 < total)


@dataclass(frozen=True, slots=True)
class Voter:
    code: str
    label: str
    name: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class VoteList:
    heading: str
    voters: tuple[Voter, ...]
    full: bool


def vote_lists(
    votes: Mapping[str, str], statements: Mapping[str, str] | None = None
) -> list[VoteList]:
    """Return who voted how, in the order of the band.

    Long lists name the members by their abbreviation, short ones by their name.
    `statements` gives the address of a member's statement for the record.
    """
    links = statements or {}
    lists = []
    for kind in ORDER:
        codes = _in_roll_order(
            code for code, vote in votes.items() if (vote or "open") == kind
        )
        if codes:
            voters = tuple(
                Voter(code, member_label(code), member_name(code), links.get(code, ""))
                for code in codes
            )
            full = len(codes) <= NAMED_IN_FULL
            lists.append(VoteList(_phrase(kind, len(codes)), voters, full))
    return lists


def _in_roll_order(codes: Iterable[str]) -> list[str]:
    order = {code: place for place, code in enumerate(CODES)}
    return sorted(codes, key=lambda code: (order.get(code, len(order)), code))
