"""Two versions beside each other: every word of both is there, and in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Paragraph, Part, read
from reihum.rules.text.changes import Change
from reihum.rules.text.difference import compare
from reihum.rules.text.redline import Bit, Kind, compared, folded, redline
from reihum.rules.text.tokens import Word, flatten

pytestmark = pytest.mark.unit

WORDS = ["der", "Bund", "öffnet", "Kurse", "rasch", "allen", "Ländern"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
LEVELS = st.integers(0, 2)


@st.composite
def texts(draw):
    """Draw a text whose paragraphs have ids of one common pool."""
    ids = draw(st.lists(st.integers(1, 9), unique=True, max_size=6))
    made = []
    for n in ids:
        level = draw(LEVELS)
        number = ("", "1.", "a)")[level]
        made.append(Paragraph(f"p{n}", level, number, draw(SENTENCES)))
    return tuple(made)


def shown(old: str, new: str) -> list[tuple[str, str, str, str]]:
    lines = compared(read(old), read(new))
    return [(str(one.kind), one.old, one.new, marked(one.pieces)) for one in lines]


def marked(pieces) -> str:
    signs = {"same": "{}", "ins": "+{}+", "del": "-{}-"}
    return "".join(signs[one.kind].format(one.text) for one in pieces)


# ── a text with its changes ────────────────────────────────────────────────
def test_words_that_come_and_go_stand_where_they_are():
    flat = flatten(read("1. Der Bund öffnet Kurse\n\n2. Ende"))
    rows = redline(flat, [Change(3, 4, (Word("Staat"),)), Change(8, 8, (Word("!"),))])
    assert [(row.id, row.number, row.start) for row in rows] == [
        ("p1", "1.", "same"),
        ("p2", "2.", "same"),
    ]
    assert marked(rows[0].pieces) == "Der -Bund-+Staat+ öffnet Kurse+!+"
    assert (rows[0].changed, rows[1].changed) == (True, False)


def test_without_changes_and_without_a_text_nothing_is_marked():
    flat = flatten(read("1. Eins"))
    assert redline(flat, [])[0].pieces == (Bit("same", "Eins"),)
    assert redline(flatten(()), []) == ()
    assert not redline(flatten([Paragraph("p1", 0, "", "")]), [])[0].changed


def test_words_before_any_paragraph_are_not_lost():
    (row,) = redline(flatten(()), [Change(0, 0, (Word("Neu"),))])
    assert (row.id, row.pieces) == ("", (Bit("ins", "Neu"),))


def test_another_level_is_no_other_paragraph():
    old = flatten([Paragraph("p1", 1, "1.", "Der Bund öffnet")])
    new = flatten([Paragraph("p1", 2, "a)", "Der Bund öffnet")])
    (row,) = redline(old, compare(old, new))
    assert (row.id, row.number, row.level) == ("p1", "1.", 2)
    assert (row.start, row.relabelled, row.changed) == ("same", True, True)


def test_what_becomes_reasons_is_new_there_and_gone_here():
    old = flatten([Paragraph("p1", 0, "", "Weil")])
    new = flatten([Paragraph("b1", 0, "", "Weil", (), Part.RATIONALE)])
    assert [row.part for row in redline(old, compare(old, new))] == [
        Part.TEXT,
        Part.RATIONALE,
    ]


@given(texts(), texts())
def test_every_word_of_both_texts_stands_in_the_redline(old, new):
    flat, other = flatten(old), flatten(new)
    rows = redline(flat, compare(flat, other))
    for tokens, state in ((flat.tokens, "ins"), (other.tokens, "del")):
        words = [token.text for token in tokens if isinstance(token, Word)]
        pieces = (p.text for row in rows for p in row.pieces if p.kind != state)
        said = "".join(pieces).replace(" ", "")
        assert said == "".join(words).replace(" ", "")


# ── two versions ───────────────────────────────────────────────────────────
def test_an_unchanged_version_is_quiet():
    assert shown("1. Eins\n\n2. Zwei", "1. Eins\n\n2. Zwei") == [
        ("same", "1.", "1.", "Eins"),
        ("same", "2.", "2.", "Zwei"),
    ]


def test_a_new_paragraph_shifts_the_numbers_behind_it():
    lines = compared(
        (Paragraph("p1", 1, "1.", "Eins und alles"), Paragraph("p2", 1, "2.", "Zwei")),
        (
            Paragraph("p1", 1, "1.", "Eins und alles"),
            Paragraph("p3", 1, "2.", "Etwas ganz anderes"),
            Paragraph("p2", 1, "3.", "Zwei"),
        ),
    )
    assert [(one.kind, one.old, one.new, one.renumbered) for one in lines] == [
        (Kind.SAME, "1.", "1.", False),
        (Kind.NEW, "", "2.", False),
        (Kind.SAME, "2.", "3.", True),
    ]
    assert [one.quiet for one in lines] == [True, False, False]
    assert lines[1].before == ()
    assert marked(lines[1].after) == "+Etwas ganz anderes+"


def moved(text: str = "Der Bund öffnet alle Kurse"):
    first = Paragraph("p1", 1, "1.", "Der Bund öffnet die Kurse")
    rest = [Paragraph(f"p{n}", 1, f"{n}.", f"Satz {word} steht hier")
            for n, word in ((2, "zwei"), (3, "drei"), (4, "vier"))]  # fmt: skip
    return compared((first, *rest), (*rest, Paragraph("p1", 1, "4.", text)))


def test_a_moved_paragraph_says_where_from_and_where_to_and_what_is_new_in_it():
    away, *_, here = moved()
    assert (away.kind, away.old, away.new) == (Kind.AWAY, "1.", "4.")
    assert (here.kind, here.old, here.new) == (Kind.HERE, "1.", "4.")
    assert marked(here.pieces) == "Der Bund öffnet -die-+alle+ Kurse"


def test_a_moved_paragraph_that_was_rewritten_shows_both_wordings():
    *_, here = moved("Neue Welt")
    assert marked(here.pieces) in (
        "-Der Bund öffnet die Kurse-+Neue Welt+",
        "+Neue Welt+-Der Bund öffnet die Kurse-",
    )


def test_a_paragraph_that_was_written_anew_at_its_place_is_one_line():
    ((kind, old, new, words),) = shown("1. Der Bund öffnet", "1. Ganz andere Worte")
    assert (kind, old, new) == ("changed", "1.", "1.")
    assert "-Der Bund öffnet-" in words


def test_split_and_joined_paragraphs_say_so():
    one = "1. Der Bund öffnet rasch alle Kurse und die Länder zahlen gern dafür"
    two = "1. Der Bund öffnet rasch alle Kurse\n\n2. und die Länder zahlen gern dafür"
    assert [kind for kind, *_ in shown(one, two)] == ["same", "split"]
    assert [kind for kind, *_ in shown(two, one)][1] == "joined"


@given(texts(), texts())
def test_no_paragraph_of_either_version_is_missing(old, new):
    lines = compared(old, new)
    assert [one.id for one in lines if _stays(one)] == [p.id for p in new]
    for of, side in ((old, "before"), (new, "after")):
        kinds = {Kind.AWAY if side == "after" else Kind.HERE}
        said = [
            "".join(piece.text for piece in getattr(one, side))
            for one in lines
            if one.kind not in kinds
        ]
        words = "".join(one.text for one in of)
        assert "".join(said).replace(" ", "") == words.replace(" ", "")


def _stays(line) -> bool:
    return line.kind not in (Kind.GONE, Kind.AWAY, Kind.JOINED)


# ── folding ────────────────────────────────────────────────────────────────
def test_what_is_far_from_a_change_is_folded_and_nothing_left_out():
    old = tuple(Paragraph(f"p{n}", 1, f"{n}.", f"Satz {n} hier") for n in range(1, 12))
    new = (*old[:5], Paragraph("p6", 1, "6.", "Satz 6 dort"), *old[6:])
    runs = folded(compared(old, new))
    assert [(run.folded, len(run.lines)) for run in runs] == [
        (True, 4),
        (False, 3),
        (True, 4),
    ]
    few = folded(compared(old[3:8], new[3:8]))
    assert not any(run.folded for run in few)
