from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.laender import CODES
from reihum.rules.rotation import (
    Gap,
    Term,
    chair_on,
    check_new,
    gaps,
    holds_chair,
    propose,
)
from reihum.rules.words import Why

pytestmark = pytest.mark.unit
JULY = (7, 1)
DAY = timedelta(days=1)
_IN_OCTOBER = ["NW", "RP", "SL", "SN", "ST", "SH", "TH", "BW", "BY", "BE"]
_IN_JULY = ["HB", "HH", "HE", "MV", "NI", "NW", "RP"]

# The terms of the IntMK: 1 October until 2019, 1 July since 2020.
INTMK = (
    Term("NI", None, date(2009, 9, 30)),
    *(
        Term(land, date(year, 10, 1), date(year + 1, 9, 30))
        for year, land in enumerate(_IN_OCTOBER, 2009)
    ),
    Term("BB", date(2019, 10, 1), date(2020, 6, 30)),
    *(
        Term(land, date(year, 7, 1), date(year + 1, 6, 30))
        for year, land in enumerate(_IN_JULY, 2020)
    ),
)


@st.composite
def first_terms(draw):
    begins = draw(st.dates(date(2000, 1, 1), date(2050, 12, 31)))
    length = draw(st.integers(0, 900))
    return Term(draw(st.sampled_from(CODES)), begins, begins + length * DAY)


starts = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: (d.month, d.day))
pairs = st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(CODES)), max_size=4)


@pytest.mark.parametrize(
    ("day", "land"),
    [
        (date(2016, 9, 30), "TH"),
        (date(2016, 10, 1), "BW"),
        (date(2019, 9, 30), "BE"),
        (date(2020, 6, 30), "BB"),
        (date(2020, 7, 1), "HB"),
        (date(2027, 4, 14), "RP"),
        (date(2027, 7, 1), None),
    ],
)
def test_the_chair_passes_on_its_day(day, land):
    assert chair_on(day, INTMK) == land
    assert holds_chair("RP", day, INTMK) == (land == "RP")


def test_a_term_of_unknown_beginning_claims_no_more_than_its_end():
    assert chair_on(date(2009, 9, 30), INTMK) == "NI"
    assert chair_on(date(2007, 4, 27), INTMK) is None  # it was NW


def test_a_term_without_an_end_goes_on():
    assert chair_on(date(2099, 1, 1), [Term("RP", date(2026, 7, 1), None)]) == "RP"


def test_a_term_without_any_day_says_nothing():
    assert chair_on(date(2027, 1, 1), [Term("RP", None, None)]) is None


def test_the_next_in_turn_after_rhineland_palatinate():
    proposed = propose(INTMK, CODES, JULY, years=1, count=7)
    assert [term.land for term in proposed] == [
        "SL",
        "SN",
        "ST",
        "SH",
        "TH",
        "BW",
        "BY",
    ]
    assert proposed[0] == Term("SL", date(2027, 7, 1), date(2028, 6, 30))
    assert proposed[-1].ends == date(2034, 6, 30)


def test_brandenburg_had_nine_months_because_the_day_of_change_moved():
    (proposed,) = propose(INTMK[:11], CODES, JULY, years=1, count=1)
    assert proposed == Term("BB", date(2019, 10, 1), date(2020, 6, 30))


def test_the_rule_would_have_proposed_the_real_terms():
    assert propose(INTMK[:2], CODES, (10, 1), 1, 9) == INTMK[2:11]
    assert propose(INTMK[:12], CODES, JULY, 1, 7) == INTMK[12:]


def test_terms_of_two_years():
    first, second = propose(INTMK, CODES, JULY, years=2, count=2)
    assert (first.begins, first.ends) == (date(2027, 7, 1), date(2029, 6, 30))
    assert (second.begins, second.ends) == (date(2029, 7, 1), date(2031, 6, 30))


def test_a_swap_and_a_skip_hold_for_the_coming_round_only():
    proposed = propose(
        INTMK, CODES, JULY, 1, 17, skips=frozenset({"SN"}), swaps=[("SL", "TH")]
    )
    lands = [term.land for term in proposed]
    assert lands[:4] == ["TH", "ST", "SH", "SL"]
    assert lands[14:] == ["RP", "SL", "SN"]


def test_a_swap_with_a_land_that_is_skipped_changes_nothing():
    proposed = propose(
        INTMK, CODES, JULY, 1, 2, skips=frozenset({"TH"}), swaps=[("SL", "TH")]
    )
    assert [term.land for term in proposed] == ["SL", "SN"]


def test_a_chair_outside_the_order_is_followed_by_the_first_of_it():
    terms = [Term("BUND", date(2026, 1, 1), date(2026, 12, 31))]
    assert propose(terms, ["BW", "BY"], (1, 1), 1, 1)[0].land == "BW"


@pytest.mark.parametrize(
    ("terms", "order"),
    [
        ([], CODES),
        ([Term("RP", None, None)], CODES),
        ([Term("RP", date(2026, 7, 1), None)], CODES),
        (INTMK, []),
    ],
)
def test_without_an_end_or_an_order_nothing_is_proposed(terms, order):
    assert propose(terms, order, JULY, 1, 3) == ()


@given(first_terms(), starts, st.integers(1, 3), st.integers(0, 40), pairs)
def test_proposals_follow_each_other_without_gap_or_overlap(
    last, change, years, count, swaps
):
    proposed = propose([last], CODES, change, years, count, swaps=swaps)
    assert len(proposed) == count
    for before, after in pairwise([last, *proposed]):
        assert before.ends + DAY == after.begins <= after.ends
        assert check_new(after, [before]) is None
    assert gaps([last, *proposed]) == ()


@given(first_terms(), starts, st.integers(1, 3))
def test_every_proposed_term_but_the_first_has_its_full_length(last, change, years):
    first, *others = propose([last], CODES, change, years, 4)
    assert abs((first.ends - first.begins).days - 365 * years) <= 185
    assert all(abs((t.ends - t.begins).days - 365 * years) <= 2 for t in others)


@given(first_terms(), pairs, st.frozensets(st.sampled_from(CODES), max_size=15))
def test_each_land_has_the_chair_once_in_a_round(last, swaps, skips):
    round_ = propose(
        [last], CODES, JULY, 1, len(CODES) - len(skips), skips=skips, swaps=swaps
    )
    assert sorted(term.land for term in round_) == sorted(set(CODES) - skips)


def test_the_real_terms_leave_no_gap_and_can_each_be_stored_beside_the_others():
    assert gaps(INTMK) == ()
    for term in INTMK:
        assert check_new(term, [other for other in INTMK if other != term]) is None


def test_a_gap_is_found_but_none_is_made_up_before_an_unknown_beginning():
    without = [term for term in INTMK if term.land not in {"HB", "HH"}]
    assert gaps(without) == (Gap(date(2020, 7, 1), date(2022, 6, 30)),)
    assert gaps([INTMK[1], Term("SL", None, date(2012, 9, 30))]) == ()
    assert gaps([Term("RP", date(2026, 7, 1), None), Term("X", None, None)]) == ()


def test_an_overlap_says_with_which_term():
    refusal = check_new(Term("SL", date(2027, 6, 30), date(2028, 6, 30)), INTMK)
    assert refusal is not None
    assert (refusal.why, refusal.field) == (Why.CONFLICT, "begins")
    assert refusal.text.de.replace("\N{NO-BREAK SPACE}", " ") == (
        "Das überschneidet sich mit dem Vorsitz des Landes Rheinland-Pfalz "
        "(1. Juli 2026 bis 30. Juni 2027)."
    )
    assert "term of Rhineland-Palatinate" in refusal.text.en


@pytest.mark.parametrize(
    ("stored", "de", "en"),
    [
        (
            Term("SL", date(2027, 7, 1), None),
            "(seit 1. Juli 2027)", "(since 1 July 2027)",
        ),
        (
            Term("SL", None, date(2028, 6, 30)),
            "(bis 30. Juni 2028)", "(until 30 June 2028)",
        ),
    ],
)  # fmt: skip
def test_an_overlap_with_a_term_of_which_one_end_is_unknown(stored, de, en):
    refusal = check_new(Term("SN", date(2028, 1, 1), date(2028, 12, 31)), [stored])
    assert refusal is not None
    assert de in refusal.text.de.replace("\N{NO-BREAK SPACE}", " ")
    assert en in refusal.text.en.replace("\N{NO-BREAK SPACE}", " ")


def test_a_term_around_a_stored_one_overlaps_too():
    assert check_new(Term("SL", date(2000, 1, 1), None), INTMK) is not None


def test_a_term_that_ends_before_it_begins_is_refused():
    refusal = check_new(Term("SL", date(2028, 7, 1), date(2027, 6, 30)), INTMK)
    assert refusal is not None
    assert (refusal.why, refusal.field) == (Why.INVALID, "ends")
    assert "bevor er am 1.\N{NO-BREAK SPACE}Juli 2028 beginnt" in refusal.text.de


def test_a_term_may_last_a_single_day():
    day = date(2028, 7, 1)
    assert check_new(Term("SL", day, day), INTMK) is None


def test_a_term_without_any_day_is_refused():
    refusal = check_new(Term("SL", None, None), INTMK)
    assert refusal is not None
    assert (refusal.why, refusal.field) == (Why.INVALID, "begins")


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        (date(2027, 7, 1), date(9999, 12, 31), "ends"),
        (date(1, 1, 1), date(1990, 6, 30), "begins"),
    ],
)
def test_a_term_stays_within_what_a_calendar_can_count(begins, ends, field):
    refusal = check_new(Term("SL", begins, ends), ())
    assert (refusal.why, refusal.field) == (Why.INVALID, field)
