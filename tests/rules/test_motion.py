from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.facts import BeforeBundesrat, ConferenceState
from reihum.rules.laender import CODES
from reihum.rules.motion import (
    DECISION_OF_1992,
    LONGEST_TEXT,
    LONGEST_TITLE,
    OPEN,
    Standing,
    arrival,
    check_before_bundesrat,
    check_behind,
    check_conference,
    check_cosponsor,
    check_draft,
    check_leaving,
    check_length,
    check_motto,
    check_paragraphs,
    check_still_open,
    check_withdrawal,
    check_wording,
    in_line,
    no_open_mandate,
    not_a_member,
    unknown_motion,
)
from reihum.rules.stages import Move, Stage
from reihum.rules.text import Mark, Paragraph, read
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.unit

DEADLINE = date(2027, 2, 3)
TEXT = read("1. Die Konferenz bittet den Bund.")
MOTION = Standing(Stage.SUBMITTED, ("NI", "RP"), ("HB",))


def test_a_draft_may_wait_with_its_text_but_a_motion_may_not():
    assert check_wording("Sprachkurse", (), complete=False) is None
    assert check_wording("Sprachkurse", TEXT, complete=True) is None
    refusal = check_wording("Sprachkurse", (), complete=True)
    assert (refusal.why, refusal.field) == (Why.INVALID, "text")


@pytest.mark.parametrize("title", ["", "   ", "x" * (LONGEST_TITLE + 1)])
def test_a_motion_needs_a_title_that_fits_on_an_agenda(title):
    refusal = check_wording(title, TEXT, complete=True)
    assert (refusal.why, refusal.field) == (Why.INVALID, "title")


def test_a_conference_that_is_over_or_cancelled_takes_no_motions():
    planned = ConferenceState.PLANNED
    assert check_conference(22, planned, over=False) is None
    assert "stattgefunden" in check_conference(21, planned, over=True).text.de
    for state, word in (
        (ConferenceState.CANCELLED, "ausgefallen"),
        (ConferenceState.HELD, "stattgefunden"),
    ):
        assert word in check_conference(15, state, over=True).text.de


def test_a_text_has_an_end():
    assert check_length("text", "x" * LONGEST_TEXT) is None
    refusal = check_length("rationale", "x" * (LONGEST_TEXT + 1))
    assert (refusal.why, refusal.field) == (Why.INVALID, "rationale")
    assert "100001 Zeichen" in refusal.text.de


def test_somebody_who_is_no_member_is_named():
    refusal = not_a_member("SL", "AMK")
    assert refusal.text.de.startswith("Das Saarland ist kein Mitglied der AMK.")
    assert refusal.text.en.startswith("Saarland is no member of the AMK.")


def test_the_draft_of_another_land_is_as_unknown_as_nothing():
    assert unknown_motion().why is Why.UNKNOWN


@given(st.dates(), st.dates())
def test_a_motion_is_late_exactly_from_the_day_after_the_deadline(day, deadline):
    assert arrival(deadline, deadline) is Move.SUBMIT
    assert (arrival(day, deadline) is Move.SUBMIT_LATE) == (day > deadline)


def test_without_a_call_nothing_is_late():
    assert arrival(date(2027, 4, 13), None) is Move.SUBMIT


def test_members_co_sponsor_up_to_the_last_day():
    assert check_cosponsor(MOTION, "BY", DEADLINE, DEADLINE) is None
    assert check_cosponsor(MOTION, "BY", DEADLINE, None) is None
    late = check_cosponsor(MOTION, "BY", DEADLINE + timedelta(days=1), DEADLINE)
    assert "3.\N{NO-BREAK SPACE}Februar 2027" in late.text.de


@pytest.mark.parametrize(
    ("member", "sentence"),
    [
        ("NI", "Das Land Niedersachsen hat diesen Antrag selbst gestellt."),
        ("HB", "Die Freie Hansestadt Bremen trägt diesen Antrag schon mit."),
    ],
)
def test_nobody_co_sponsors_twice_or_its_own_motion(member, sentence):
    assert check_cosponsor(MOTION, member, DEADLINE, DEADLINE).text.de == sentence


@pytest.mark.parametrize("stage", sorted(set(Stage) - OPEN))
def test_supporters_come_and_go_only_until_the_vote(stage):
    motion = Standing(stage, ("NI",), ("HB",))
    assert check_cosponsor(motion, "BY", DEADLINE, None).why is Why.CONFLICT
    assert check_leaving(motion, "HB").why is Why.CONFLICT


def test_only_a_co_sponsor_can_end_its_co_sponsorship():
    assert check_leaving(MOTION, "HB") is None
    assert "trägt diesen Antrag nicht mit" in check_leaving(MOTION, "BY").text.de


def test_only_the_submitters_can_withdraw_and_the_refusal_names_them():
    assert check_withdrawal(MOTION, "RP") is None
    refusal = check_withdrawal(MOTION, "HB")
    assert refusal.why is Why.FORBIDDEN
    assert refusal.text.en.endswith("Lower Saxony and Rhineland-Palatinate.")


def test_only_a_draft_can_be_rewritten():
    assert check_draft(Stage.DRAFT) is None
    assert "Änderungsanträge" in check_draft(Stage.SUBMITTED).text.de


def test_the_bundesrat_is_asked_about_as_long_as_something_can_change():
    assert check_still_open(Standing(Stage.DRAFT, ("NI",), ())) is None
    assert check_still_open(MOTION) is None
    assert check_still_open(Standing(Stage.ADOPTED, ("NI",), ())) is not None


def test_what_is_before_the_bundesrat_stays_off_the_agenda_with_the_reason():
    assert check_before_bundesrat(BeforeBundesrat.NO) is None
    assert check_before_bundesrat(BeforeBundesrat.UNCHECKED) is None
    refusal = check_before_bundesrat(BeforeBundesrat.YES)
    assert DECISION_OF_1992.de in refusal.text.de
    assert "17 December 1992" in refusal.text.en.replace("\N{NO-BREAK SPACE}", " ")


@given(
    st.lists(st.sampled_from(CODES), min_size=1, unique=True),
    st.sampled_from(CODES),
)
def test_a_member_stands_behind_a_motion_once(codes, again):
    assert check_behind(codes[:1], codes[1:]) is None
    twice = check_behind(codes, [again])
    assert (twice is not None) == (again in codes)


def test_a_mistake_in_many_lines_says_in_which():
    found = in_line(3, Refusal.invalid("Titel fehlt.", "No title.", "title"))
    assert found == Refusal.invalid(
        "Zeile 3: Titel fehlt.", "Line 3: No title.", "title"
    )


# ── the motto, and the mandate that a motion replies to ────────────────────
def test_only_the_lead_motion_has_a_motto_and_a_short_one():
    assert check_motto("Zusammen wachsen", lead=True) is None
    assert check_motto("", lead=False) is None
    assert check_motto("Zusammen wachsen", lead=False).field == "motto"
    assert "201 Zeichen" in check_motto("x" * 201, lead=True).text.de


def test_a_reply_needs_a_mandate_that_is_open():
    assert (no_open_mandate().why, no_open_mandate().field) == (Why.INVALID, "answers")


@pytest.mark.parametrize(
    "text",
    [
        (*TEXT, *TEXT),
        (Paragraph("p1", 1, "1.", " "),),
        (Paragraph("p1", 0, "", "x", (Mark(0, 1, "link", "javascript:alert"),)),),
        (Paragraph("p1", 0, "", "x", (Mark(0, 1, "link", "https://"),)),),
    ],
)
def test_paragraphs_are_not_empty_not_twice_and_link_to_nothing_dangerous(text):
    refusal = check_paragraphs("text", text)
    assert (refusal.why, refusal.field) == (Why.INVALID, "text")


def test_paragraphs_with_safe_links_are_a_text():
    links = tuple(
        Mark(at, at + 1, "link", href)
        for at, href in enumerate(
            ["https://a.de", "http://a.de/x?y=z", "mailto:a@b.de"]
        )
    )
    assert check_paragraphs("text", (Paragraph("p1", 0, "", "abc", links),)) is None


def test_a_text_of_thousands_of_paragraphs_belongs_in_an_annex():
    text = tuple(Paragraph(f"p{at}", 0, "", "Satz") for at in range(2_001))
    refusal = check_paragraphs("text", text)
    assert refusal.text.de.startswith("Der Text hat 2001 Absätze, möglich sind 2000.")
    assert refusal.field == "text"
    assert check_paragraphs("text", text[1:]) is None
