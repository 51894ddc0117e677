from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules import decision
from reihum.rules.compromise import check_covered
from reihum.rules.decision import Fate
from reihum.rules.stages import Stage
from reihum.rules.text.changes import Change
from reihum.rules.text.outcome import Decided, counted, outcome
from reihum.rules.text.paragraph import Part
from reihum.rules.text.synopsis import combine
from reihum.rules.text.tokens import Start
from reihum.rules.words import Why
from tests.rules.wishes import (
    BASE,
    BB,
    BY,
    FLAT,
    HE,
    NOTHING,
    SYNOPSIS,
    at,
    decided,
    synopses,
    wish,
)  # fmt: skip

pytestmark = pytest.mark.unit


# ── accepting ──────────────────────────────────────────────────────────────
def test_accepting_against_what_is_accepted_names_the_land_and_its_words():
    refusal = decision.check_accept(SYNOPSIS, decided(HE), [BB])
    assert refusal.why is Why.CONFLICT
    assert "das Land Hessen streicht „innerhalb einer Stunde“" in refusal.text.de
    assert "Hesse deletes “innerhalb einer Stunde”" in refusal.text.en
    refusal = decision.check_accept(SYNOPSIS, decided(BB), [HE])
    assert (
        "das Land Brandenburg und das Saarland ersetzen „einer Stunde“ durch „von 45 "
        "Minuten“" in refusal.text.de
    )


def test_what_gets_along_is_accepted_and_so_is_what_stands_against_a_rejected_wish():
    assert decision.check_accept(SYNOPSIS, NOTHING, [HE]) is None
    assert decision.check_accept(SYNOPSIS, decided(HE), [BY]) is None
    assert decision.check_accept(SYNOPSIS, decided(no=(HE,)), [BB]) is None
    assert decision.check_accept(SYNOPSIS, decided(HE), [HE]) is None


def test_two_that_clash_are_not_accepted_in_one_go():
    refusal = decision.check_accept(SYNOPSIS, NOTHING, [HE, BB])
    assert "entscheiden Sie einzeln" in refusal.text.de


def test_a_wish_is_said_with_its_words_whatever_it_does():
    new, long = at("p1", "", "neuen "), at("p1", "das", " ".join(["sehr"] * 40))
    split = Change(FLAT.starts[2] + 3, FLAT.starts[2] + 3, (Start(Part.TEXT, 1, "1."),))
    points = combine(
        FLAT, wish("HE", new) + wish("HE", long) + wish("BY", split) + wish("HB", split)
    ).points
    told = [decision.what_it_does(FLAT, point).de for point in points]
    assert told[0] == "fügt „neuen“ ein"
    assert told[1].startswith("ersetzt „das“ durch „sehr sehr")
    assert told[1].endswith("sehr …“")
    assert told[2].startswith("gliedern den Text bei „halten Beratung innerhalb")
    assert decision.what_it_does(FLAT, points[2]).en.startswith("divide the text at")


# ── what became of it ──────────────────────────────────────────────────────
def test_each_wish_has_a_fate_in_words():
    now = decided(HE, no=(BB,))
    assert decision.fate_of(now, (), [HE]) is Fate.ACCEPTED
    assert decision.fate_of(now, (), [BB]) is Fate.REJECTED
    assert decision.fate_of(now, (), [BY]) is Fate.OPEN
    assert decision.fate_of(now, (), [HE, BB]) is Fate.MIXED
    assert decision.FATE_NAMES.keys() == set(Fate)


def test_all_that_nobody_stands_against_is_taken_at_one_stroke():
    assert decision.undisputed(SYNOPSIS, NOTHING) == (BY,)
    assert decision.undisputed(SYNOPSIS, decided(no=(BY,))) == ()
    assert decision.undisputed(SYNOPSIS, decided(p1="Anders.")) == ()


# ── two at once ────────────────────────────────────────────────────────────
def test_who_is_slower_is_told_what_holds_now_unless_both_want_the_same():
    assert decision.check_seen(Fate.OPEN, Fate.OPEN, Fate.ACCEPTED) is None
    assert decision.check_seen(Fate.ACCEPTED, Fate.OPEN, Fate.ACCEPTED) is None
    assert decision.check_seen(Fate.REJECTED, None, Fate.ACCEPTED) is None
    refusal = decision.check_seen(Fate.REJECTED, Fate.OPEN, Fate.ACCEPTED)
    assert "Der Stand ist jetzt „abgelehnt“" in refusal.text.de


def test_nobody_takes_over_another_outcome_than_was_shown():
    assert decision.check_mark("a", "a") is None
    assert decision.check_mark("a", "") is None
    assert "noch einmal an" in decision.check_mark("b", "a").text.de


def test_a_reason_is_short_enough_to_be_read():
    assert decision.check_reason("x" * decision.LONGEST_REASON) is None
    refusal = decision.check_reason("x" * (decision.LONGEST_REASON + 1))
    assert refusal.field == "reason"


# ── when ───────────────────────────────────────────────────────────────────
def test_only_the_newest_version_of_an_open_motion_is_decided_on():
    for stage in Stage:
        refusal = decision.check_deciding(stage, newest=True, frozen=False)
        open_ = stage in (Stage.SUBMITTED, Stage.LATE, Stage.ON_AGENDA)
        assert (refusal is None) == open_
    old = decision.check_deciding(Stage.SUBMITTED, newest=False, frozen=False)
    assert "neuere Fassung" in old.text.de
    frozen = decision.check_deciding(Stage.ON_AGENDA, newest=True, frozen=True)
    assert "abgestimmt" in frozen.text.de


def test_an_outcome_needs_one_title_some_text_and_something_new():
    changed = (BASE[0], replace(BASE[1], text="Neu."), *BASE[2:])
    assert decision.check_take_over(BASE, changed) is None
    for refused, words_ in (
        (BASE, "noch nichts angenommen"),
        (BASE[1:], "keinen Titel"),
        ((BASE[0], BASE[0], *BASE[1:]), "keinen Titel mehr oder mehrere"),
        ((BASE[0], BASE[3]), "bliebe vom Beschlussvorschlag nichts"),
        ((replace(BASE[0], text="x" * 301), *BASE[1:]), "301 Zeichen"),
    ):
        assert words_ in decision.check_take_over(BASE, refused).text.de


# ── laws ───────────────────────────────────────────────────────────────────
@given(synopses(), st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=12))
def test_whatever_is_accepted_by_the_rules_counts_and_can_be_made(synopsis, clicks):
    accepted: dict[str, bool] = {}
    for index, yes in clicks:
        if index >= len(synopsis.points):
            continue
        key, now = synopsis.points[index].key, Decided(accepted, {})
        if not yes or decision.check_accept(synopsis, now, [key]) is None:
            accepted = accepted | {key: yes}
    now = Decided(accepted, {})
    taken = {key for key, yes in accepted.items() if yes}
    assert {point.key for point in counted(synopsis, now)} == taken
    outcome(synopsis, now)


@given(synopses(), st.sets(st.integers(0, 7)))
def test_what_is_undisputed_is_never_refused(synopsis, no):
    rejected = [p.key for i, p in enumerate(synopsis.points) if i in no]
    now = Decided(dict.fromkeys(rejected, False), {})
    keys = decision.undisputed(synopsis, now)
    assert decision.check_accept(synopsis, now, keys) is None
    assert check_covered(synopsis, now, keys) is None
    after = Decided({**now.accepted, **dict.fromkeys(keys, True)}, {})
    assert decision.undisputed(synopsis, after) == ()


def test_what_is_no_button_is_said_to_be_none():
    refusal = decision.no_button()
    assert refusal.why is Why.INVALID
    assert "gespeichert wurde nichts" in refusal.text.de
