"""A short motion and what three Länder want of it, for tests of decisions."""

from hypothesis import strategies as st

from reihum.rules.text.changes import Change
from reihum.rules.text.outcome import Decided
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import Synopsis, Wish, combine
from reihum.rules.text.tokens import flatten, words
from reihum.rules.text.tracked import Wanted

NOTHING = Decided({}, {})
BASE = (
    Paragraph("t1", 0, "", "Ankommen im Alltag", part=Part.TITLE),
    Paragraph("p1", 1, "1.", "Die Länder bekräftigen das Ziel."),
    Paragraph("p2", 1, "2.", "Sie halten Beratung innerhalb einer Stunde für nötig."),
    Paragraph("b1", 0, "", "Es eilt.", part=Part.RATIONALE),
)
FLAT = flatten(BASE)


def at(paragraph: str, old: str, new: str) -> Change:
    """Return the change of words of a paragraph into others; no old ones insert."""
    index = next(i for i, one in enumerate(BASE) if one.id == paragraph)
    first, wanted = FLAT.starts[index] + 1, words(old)
    inside = FLAT.tokens[first : FLAT.end_of(index)]
    size = len(wanted)
    start = first + next(
        i for i in range(len(inside)) if inside[i : i + size] == wanted
    )
    return Change(start, start + size, words(new))


def wish(land: str, *changes: Change) -> list[Wish]:
    return [Wish(land, Wanted(change), land) for change in changes]


HESSE = at("p2", "innerhalb einer Stunde ", "")
MINUTES = at("p2", "einer Stunde", "von 45 Minuten")
GOALS = at("p1", "das Ziel", "die Ziele")
TITLE = at("t1", "Alltag", "Leben")
SYNOPSIS = combine(
    FLAT,
    wish("HE", HESSE) + wish("BB", MINUTES) + wish("SL", MINUTES) + wish("BY", GOALS),
)
KEY = {point.lands: point.key for point in SYNOPSIS.points}
HE, BB, BY = KEY[("HE",)], KEY[("BB", "SL")], KEY[("BY",)]


def decided(*keys: str, no: tuple[str, ...] = (), **compromises: str) -> Decided:
    return Decided(dict.fromkeys(keys, True) | dict.fromkeys(no, False), compromises)


def changes() -> st.SearchStrategy[Change]:
    """Return any change of words inside the operative text."""
    first, last = FLAT.starts[1], FLAT.end_of(2)
    new = st.sampled_from(["", "neu ", "ganz anders", "und"]).map(words)
    return (
        st.builds(
            lambda start, size, new: Change(start, min(start + size, last), new),
            st.integers(first + 1, last), st.integers(0, 6), new,
        ).filter(lambda one: one.new or one.start < one.end)
    )  # fmt: skip


@st.composite
def synopses(draw) -> Synopsis:
    lands = st.sampled_from(["BY", "HE", "SL", "NW"])
    pairs = draw(st.lists(st.tuples(lands, changes()), max_size=8))
    return combine(FLAT, [Wish(land, Wanted(change), land) for land, change in pairs])
