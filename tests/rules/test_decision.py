from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules import decision
from reihum.rules.decision import Fate
from reihum.rules.motion import LONGEST_TEXT, LONGEST_TITLE
from reihum.rules.stages import Stage
from reihum.rules.text.changes import Change
from reihum.rules.text.outcome import Decided, counted, outcome
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import Synopsis, Wish, combine
from reihum.rules.text.tokens import Start, flatten, words
from reihum.rules.text.tracked import Wanted
from reihum.rules.words import Why

pytestmark = pytest.mark.unit

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
SYNOPSIS = combine(
    FLAT,
    wish("HE", HESSE) + wish("BB", MINUTES) + wish("SL", MINUTES) + wish("BY", GOALS),
)
KEY = {point.lands: point.key for point in SYNOPSIS.points}
HE, BB, BY = KEY[("HE",)], KEY[("BB", "SL")], KEY[("BY",)]


def decided(*keys: str, no: tuple[str, ...] = (), **compromises: str) -> Decided:
    return Decided(dict.fromkeys(keys, True) | dict.fromkeys(no, False), compromises)


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


# ── compromises ────────────────────────────────────────────────────────────
def test_a_compromise_stands_instead_of_all_wishes_for_its_paragraph_and_no_other():
    now = decided(BY, p2="Sie halten Beratung für nötig.", gone="weg")
    assert decision.covered(SYNOPSIS, now) == {HE, BB}
    assert decision.concerned(SYNOPSIS, "p2") == ("BB", "HE", "SL")
    assert decision.concerned(SYNOPSIS, "gone") == ()
    assert decision.check_covered(SYNOPSIS, now, [HE]).why is Why.CONFLICT
    assert decision.check_covered(SYNOPSIS, now, [BY]) is None
    fates = [decision.fate_of(now, [HE, BB], [key]) for key in (HE, BY)]
    assert fates == [Fate.COMPROMISE, Fate.ACCEPTED]


@pytest.mark.parametrize(
    ("paragraph", "text", "why", "field"),
    [
        ("p9", "Neu", Why.UNKNOWN, ""),
        ("t1", "", Why.INVALID, "text"),
        ("t1", "x" * (LONGEST_TITLE + 1), Why.INVALID, "text"),
        ("p1", "Die  Länder bekräftigen das Ziel.", Why.INVALID, "text"),
        ("p1", "x" * (LONGEST_TEXT + 1), Why.INVALID, "text"),
    ],
)
def test_a_compromise_that_is_none_is_refused_at_its_field(paragraph, text, why, field):
    refusal = decision.check_compromise(FLAT, paragraph, text)
    assert (refusal.why, refusal.field) == (why, field)


def test_a_compromise_may_word_a_paragraph_anew_or_delete_it():
    for paragraph, text in (("p1", "Neu."), ("p1", ""), ("t1", "Ankommen"), ("b1", "")):
        assert decision.check_compromise(FLAT, paragraph, text) is None


def test_only_a_land_that_wished_something_there_is_asked():
    assert decision.check_consent(SYNOPSIS, "p2", "SL") is None
    refusal = decision.check_consent(SYNOPSIS, "p2", "BY")
    assert refusal.why is Why.FORBIDDEN
    assert "der Freistaat Bayern gehört nicht dazu" in refusal.text.de


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
    assert decision.check_covered(synopsis, now, keys) is None
    after = Decided({**now.accepted, **dict.fromkeys(keys, True)}, {})
    assert decision.undisputed(synopsis, after) == ()


@given(synopses())
def test_who_is_concerned_is_whoever_a_compromise_stands_instead_of(synopsis):
    for one in BASE:
        hidden = decision.covered(synopsis, Decided({}, {one.id: "Neu."}))
        lands = {x for p in synopsis.points if p.key in hidden for x in p.lands}
        assert set(decision.concerned(synopsis, one.id)) == lands
