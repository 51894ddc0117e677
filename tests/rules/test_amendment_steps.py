import pytest

from reihum.rules.amendment_steps import (
    LONGEST_TEXT,
    SCHEMES,
    Delete,
    Insert,
    Reword,
    Rewrite,
    TakeBack,
    TakeBackNew,
    take,
)
from reihum.rules.text import read
from reihum.rules.text.changes import Change, apply
from reihum.rules.text.drafting import key_of, rewrite
from reihum.rules.text.tokens import flatten, rebuild, words
from reihum.rules.text.tracked import Wanted
from reihum.rules.text.whole import whole
from reihum.rules.words import Refusal

pytestmark = pytest.mark.unit

FLAT = flatten(
    whole("Kurse", read("1. Der Bund öffnet.\n2. Er zahlt."), read("Weil.", "b"))
)


def texts(wanted):
    changes = [one.change for one in wanted]
    return [one.text for one in rebuild(apply(FLAT.tokens, changes))]


def test_a_land_writes_step_by_step_and_takes_steps_back():
    wanted = take(FLAT, (), Rewrite("p1", "Der Bund öffnet alles.", "Darum"))
    wanted = take(FLAT, wanted, Delete("p2", "Zu teuer"))
    wanted = take(FLAT, wanted, Insert("p2", "Er lädt ein.", "1."))
    wanted = take(FLAT, wanted, Insert("t1", "Vorab:"))
    wanted = take(FLAT, wanted, Insert("b1", "Erstens:", before=True))
    assert texts(wanted) == [
        "Kurse", "Vorab:", "Der Bund öffnet alles.", "Er lädt ein.", "Erstens:",
        "Weil.",
    ]  # fmt: skip
    new = next(one for one in wanted if one.change.new and "lädt" in str(one))
    wanted = take(FLAT, wanted, Reword(key_of(new), "Er lädt alle ein.", "a)", "So"))
    assert "Er lädt alle ein." in texts(wanted)
    new = next(one for one in wanted if "lädt" in str(one))
    assert (new.reason, new.change.new[0].level) == ("So", 2)
    wanted = take(FLAT, wanted, TakeBackNew(key_of(new)))
    wanted = take(FLAT, wanted, TakeBack("p2"))
    assert texts(wanted) == [
        "Kurse", "Vorab:", "Der Bund öffnet alles.", "Er zahlt.", "Erstens:", "Weil.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "step",
    [
        Rewrite("p9", "Text"),
        Delete("p9"),
        TakeBack("p9"),
        Insert("p9", "Text"),
        Insert("p1", "Text", "§"),
        Insert("t1", "Text", before=True),
        Reword("unknown", "Text"),
    ],
)
def test_a_step_at_another_text_is_refused(step):
    refusal = take(FLAT, (), step)
    assert isinstance(refusal, Refusal)
    assert "anderen Text" in refusal.text.de


def test_only_a_new_paragraph_is_worded_as_one():
    wanted = rewrite(FLAT, (), 1, "Der Bund öffnet alles.")
    gone = take(FLAT, wanted, Delete("p2"))
    for one in gone:
        assert isinstance(take(FLAT, gone, Reword(key_of(one), "Text")), Refusal)
    new = take(FLAT, (), Insert("p1", "Neu"))
    refusal = take(FLAT, new, Reword(key_of(new[0]), "Text", "§"))
    assert isinstance(refusal, Refusal)


def test_a_motion_keeps_a_title():
    refusal = take(FLAT, (), Delete("t1"))
    assert "braucht einen Titel" in refusal.text.de
    assert texts(take(FLAT, (), Rewrite("t1", "Sprachkurse")))[0] == "Sprachkurse"


@pytest.mark.parametrize("text", ["", " \n", "– …", "x" * (LONGEST_TEXT + 1)])
def test_words_are_needed_and_not_too_many(text):
    for step in (Rewrite("p1", text), Insert("p1", text), Reword("x", text)):
        assert take(FLAT, (), step).field == "text"


def test_a_step_that_gets_into_the_way_of_an_earlier_wish_is_refused():
    across = Wanted(Change(0, len(FLAT), words("x")))
    new = take(FLAT, (across,), Insert("p1", "Neu"))
    assert "dieselben Wörter" in new.text.de


def test_numbers_are_those_of_the_text():
    assert SCHEMES == ("", "1.", "a)", "aa)", "-")
