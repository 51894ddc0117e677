"""A Land sees its wishes in the text that it works at."""

import pytest

from reihum.rules.text import Part, read
from reihum.rules.text.changes import Change
from reihum.rules.text.drafting import New, delete, insert, key_of, rewrite
from reihum.rules.text.laid_out import laid_out
from reihum.rules.text.tokens import Start, flatten, words
from reihum.rules.text.tracked import Wanted
from reihum.rules.text.whole import whole

pytestmark = pytest.mark.unit

FLAT = flatten(
    whole("Kurse", read("1. Der Bund öffnet.\n2. Er zahlt."), read("Weil.", "b"))
)
NUMBERED = Start(Part.TEXT, 1, "1.")


def shown(line):
    signs = {"same": "", "ins": "+", "del": "-"}
    pieces = [piece for row in line.rows for piece in row.pieces]
    return " ".join(f"{signs[piece.kind]}{piece.text.strip()}" for piece in pieces)


def test_a_text_nobody_wants_changed_is_shown_as_it_is():
    lines = laid_out(FLAT, ())
    assert [line.id for line in lines] == ["t1", "p1", "p2", "b1"]
    assert not any(line.changed or line.gone or line.beyond for line in lines)
    assert [line.number for line in lines] == ["", "1.", "2.", ""]
    assert [line.scheme for line in lines] == ["", "1.", "1.", ""]
    assert [line.level for line in lines] == [0, 1, 1, 0]


def test_each_paragraph_shows_what_is_changed_in_it_and_why():
    wanted = rewrite(FLAT, (), 1, "Der Bund öffnet alles.", "Darum")
    wanted = delete(FLAT, wanted, 2, "Zu teuer")
    _, first, second, _ = laid_out(FLAT, wanted)
    assert shown(first) == "Der Bund öffnet +alles ."
    assert (first.text, first.reasons) == ("Der Bund öffnet alles.", ("Darum",))
    assert (second.gone, second.count, second.reasons) == (True, 1, ("Zu teuer",))
    assert second.rows[0].start == "del"


def test_new_paragraphs_stand_at_their_places_in_their_parts():
    wanted = insert(FLAT, (), 3, New(NUMBERED, "Er lädt ein.", "Höflich"))
    end = New(Start(Part.RATIONALE, 0, ""), "Zuletzt.")
    wanted = insert(FLAT, wanted, 4, end)
    lines = laid_out(FLAT, wanted)
    assert [line.id for line in lines] == ["t1", "p1", "p2", "", "b1", ""]
    new, last = lines[3], lines[5]
    assert (new.key, new.scheme, new.part) == (key_of(wanted[0]), "1.", Part.TEXT)
    assert (new.text, new.reasons, new.changed) == ("Er lädt ein.", ("Höflich",), True)
    assert new.rows[0].start == "ins"
    assert (last.text, last.part) == ("Zuletzt.", Part.RATIONALE)


def test_a_wish_for_two_paragraphs_is_shown_once_and_said_of_both():
    start = FLAT.starts[2]
    joined = Wanted(Change(start - 1, start + 2, words(" und er")), untracked=True)
    _, first, second, _ = laid_out(FLAT, [joined])
    assert first.beyond
    assert second.beyond
    assert first.untracked
    assert "und er" in shown(first)
    assert "und er" not in shown(second)


def test_the_same_reason_is_given_once():
    word, other = Wanted(Change(3, 4), "Darum"), Wanted(Change(5, 6), "Darum")
    assert laid_out(FLAT, [word, other])[1].reasons == ("Darum",)
