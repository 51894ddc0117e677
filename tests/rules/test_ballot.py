from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.ballot import (
    LONGEST_STATEMENT,
    Given,
    check_cast,
    check_present,
    check_procedure,
    check_record,
    check_statement,
    check_voters,
    declared,
    key_taken,
    name,
    still_open,
    vote_of,
    votes_of,
)
from reihum.rules.facts import ConferenceState, Procedure, Vote
from reihum.rules.laender import BUND, CODES
from reihum.rules.rulebooks import shipped
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.unit
INTMK = shipped("intmk")[-1]
AMK = shipped("amk")[-1]
AT = datetime(2027, 4, 15, 10, 43, tzinfo=timezone(timedelta(hours=2)))
codes, votes = st.sampled_from(CODES), st.sampled_from(Vote)
given_votes = st.dictionaries(codes, st.builds(Given, votes, st.just(AT)))


@pytest.mark.parametrize(
    ("code", "de", "en"),
    [
        ("SN", "Sachsen", "Saxony"),
        ("SL", "Das Saarland", "Saarland"),
        (BUND, "Der Bund", "The Federation"),
        ("gast", "gast", "gast"),
    ],
)
def test_a_member_begins_a_sentence_with_its_usual_name(code, de, en):
    assert (name(code).de, name(code).en) == (de, en)


@given(votes)
def test_a_vote_is_read_from_its_word(vote):
    assert vote_of(str(vote)) is vote
    assert votes_of({"BY": str(vote)}) == {"BY": vote}


def test_who_chooses_nothing_is_asked_to_choose():
    refusal = vote_of("")
    assert isinstance(refusal, Refusal)
    assert refusal.text.de == "Bitte wählen Sie Ja, Nein oder Enthaltung."


@pytest.mark.parametrize("word", [" ", "ja", "YES", "absent"])
def test_any_other_word_is_no_vote(word):
    for refusal in (vote_of(word), votes_of({"BY": "yes", "SN": word})):
        assert isinstance(refusal, Refusal)
        assert (refusal.why, refusal.field) == (Why.INVALID, "vote")
        assert f"„{word}“" in refusal.text.de


def test_after_the_closing_the_refusal_says_since_when():
    assert still_open(None) is None
    refusal = still_open(AT)
    assert refusal is not None
    assert "am 15.\u00a0April 2027 um 10:43 Uhr geschlossen" in refusal.text.de
    assert "on 15\u00a0April 2027 at 10:43" in refusal.text.en


def test_who_has_a_vote_is_said_by_the_rulebook():
    assert check_voters((*CODES, BUND), AMK) is None
    refusal = check_voters(("BY", BUND, "gast"), INTMK)
    assert refusal is not None
    assert "Bund, gast" in refusal.text.de


def test_those_present_are_some_of_those_with_a_vote():
    assert check_present(None, INTMK) is None
    assert check_present(("BY",), INTMK) is None
    empty = check_present((), INTMK)
    assert empty is not None
    assert empty.field == "present"
    assert check_present((BUND,), INTMK) is not None


@given(codes, given_votes)
def test_each_member_votes_once_and_the_refusal_says_how_it_did(member, before):
    refusal = check_cast(member, before, INTMK)
    assert (refusal is None) is (member not in before)
    if refusal is not None:
        assert f"{name(member).de} hat um 10:43 Uhr bereits" in refusal.text.de


def test_who_has_no_vote_cannot_cast_one():
    assert check_cast(BUND, {}, AMK) is None
    assert check_cast(BUND, {}, INTMK) is not None


@given(st.dictionaries(codes, votes), given_votes)
def test_what_the_page_showed_may_be_changed(new, before):
    seen = {code: str(given.vote) for code, given in before.items()}
    assert check_record(new, seen, before, INTMK) is None


@given(st.dictionaries(codes, votes), given_votes)
def test_what_the_page_did_not_show_is_never_overwritten(new, before):
    unseen = {c for c in new if c in before and before[c].vote is not new[c]}
    refusal = check_record(new, {}, before, INTMK)
    assert (refusal is None) is (not unseen)
    if refusal is not None:
        assert any(refusal.text.de.startswith(name(code).de) for code in unseen)


def test_nobody_enters_a_vote_for_somebody_without_one():
    assert check_record({BUND: Vote.YES}, {}, {}, INTMK) is not None


def test_a_statement_has_words_but_is_no_book():
    assert check_statement("x" * LONGEST_STATEMENT) is None
    for text in ("", "x" * (LONGEST_STATEMENT + 1)):
        refusal = check_statement(text)
        assert refusal is not None
        assert refusal.field == "text"


def test_what_exists_already_is_named():
    assert "Sachsen hat" in declared("SN").text.de
    assert "22-2.4" in key_taken("22-2.4").text.de


def test_a_cancelled_conference_votes_by_circular_only():
    cancelled, planned = ConferenceState.CANCELLED, ConferenceState.PLANNED
    refusal = check_procedure(Procedure.SESSION, cancelled)
    assert refusal is not None
    assert (refusal.why, "Umlauf" in refusal.text.de) == (Why.CONFLICT, True)
    assert check_procedure(Procedure.CIRCULAR, cancelled) is None
    assert check_procedure(Procedure.SESSION, planned) is None
