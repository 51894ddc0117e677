import pytest
from hypothesis import given

from reihum.rules import compromise
from reihum.rules.decision import Fate, fate_of
from reihum.rules.motion import LONGEST_TEXT, LONGEST_TITLE
from reihum.rules.text.outcome import Decided
from reihum.rules.text.synopsis import combine
from reihum.rules.words import Why
from tests.rules.wishes import (
    BASE,
    BB,
    BY,
    FLAT,
    GOALS,
    HE,
    HESSE,
    SYNOPSIS,
    TITLE,
    decided,
    synopses,
    wish,
)

pytestmark = pytest.mark.unit


def test_a_compromise_stands_instead_of_all_wishes_for_its_paragraph_and_no_other():
    now = decided(BY, p2="Sie halten Beratung für nötig.", gone="weg")
    assert compromise.covered(SYNOPSIS, now) == {HE, BB}
    assert compromise.concerned(SYNOPSIS, "p2") == ("BB", "HE", "SL")
    assert compromise.concerned(SYNOPSIS, "gone") == ()
    assert compromise.check_covered(SYNOPSIS, now, [HE]).why is Why.CONFLICT
    assert compromise.check_covered(SYNOPSIS, now, [BY]) is None
    fates = [fate_of(now, [HE, BB], [key]) for key in (HE, BY)]
    assert fates == [Fate.COMPROMISE, Fate.ACCEPTED]


@pytest.mark.parametrize(
    ("paragraph", "text", "why", "field"),
    [
        ("p9", "Neu", Why.UNKNOWN, ""),
        ("b1", "Es eilt sehr.", Why.CONFLICT, ""),
        ("t1", "", Why.INVALID, "text"),
        ("t1", "x" * (LONGEST_TITLE + 1), Why.INVALID, "text"),
        ("p1", "Die  Länder bekräftigen das Ziel.", Why.INVALID, "text"),
        ("p1", "x" * (LONGEST_TEXT + 1), Why.INVALID, "text"),
    ],
)
def test_a_compromise_that_is_none_is_refused_at_its_field(paragraph, text, why, field):
    synopsis = combine(FLAT, wish("HE", HESSE, GOALS, TITLE))
    refusal = compromise.check_compromise(synopsis, paragraph, text)
    assert (refusal.why, refusal.field) == (why, field)


def test_a_compromise_may_word_a_paragraph_anew_or_delete_it():
    synopsis = combine(FLAT, wish("HE", HESSE, GOALS, TITLE))
    for paragraph, text in (("p1", "Neu."), ("p1", ""), ("t1", "Ankommen")):
        assert compromise.check_compromise(synopsis, paragraph, text) is None


def test_only_a_land_that_wished_something_there_is_asked():
    assert compromise.check_consent(SYNOPSIS, "p2", "SL") is None
    refusal = compromise.check_consent(SYNOPSIS, "p2", "BY")
    assert refusal.why is Why.FORBIDDEN
    assert "der Freistaat Bayern gehört nicht dazu" in refusal.text.de


def test_who_is_slower_reads_the_wording_of_the_other():
    assert "„Neu.“" in compromise.other_wording("Neu.").text.de
    assert "gibt es nicht mehr" in compromise.other_wording(None).text.de


@given(synopses())
def test_who_is_concerned_is_whoever_a_compromise_stands_instead_of(synopsis):
    for one in BASE:
        hidden = compromise.covered(synopsis, Decided({}, {one.id: "Neu."}))
        lands = {x for p in synopsis.points if p.key in hidden for x in p.lands}
        assert set(compromise.concerned(synopsis, one.id)) == lands
