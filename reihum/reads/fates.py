"""What became of the wishes of one Land: "Ihr Wunsch zu Ziffer 3: angenommen"."""

from dataclasses import dataclass

from reihum.formats.synopsis.cards import name_of
from reihum.formats.synopsis.places import places
from reihum.formats.synopsis.results import home_of
from reihum.reads.laid import Laid
from reihum.rules.decision import Fate
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class WishFate:
    """One wish of a Land: where, what became of it, and the office's reason."""

    key: str
    place: Text
    fate: Fate
    verdict: str


def fates(laid: Laid, land: str) -> tuple[WishFate, ...]:
    """Return what became of all that a Land wishes, in the order of the text."""
    flat = laid.synopsis.flat
    called, reasons = places(flat.paragraphs), laid.reasons
    return tuple(
        WishFate(
            group[0].group,
            name_of(home_of(flat, group[0]), called),
            laid.fate(point.key for point in group),
            " ".join(dict.fromkeys(
                reasons[one.key] for one in group if one.key in reasons
            )),
        )
        for group in laid.synopsis.groups()
        if land in group[0].lands
    )  # fmt: skip
