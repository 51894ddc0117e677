import pytest

from reihum.rules.dates import PartialDate
from reihum.rules.mandate import (
    CLOSED,
    LONGEST_ADDRESSEE,
    LONGEST_STEP,
    LONGEST_SUBJECT,
    NO_ADDRESSEE,
    NO_STEP,
    NO_SUBJECT,
    check_close,
    check_note,
    check_report,
)
from reihum.rules.words import Why

pytestmark = pytest.mark.unit
ADOPTED = PartialDate(2027, 4, 15)


@pytest.mark.parametrize("due", ["2027", "2027-04", "2027-04-15", "2028-02-10"])
def test_a_mandate_is_due_on_a_day_in_a_month_or_in_a_year(due):
    due = PartialDate.parse(due)
    assert check_note("Bericht", "Vorkonferenz", due, ADOPTED) is None
    assert check_note("Bericht", "Vorkonferenz", None, ADOPTED) is None


@pytest.mark.parametrize("due", ["2026", "2027-03", "2027-04-14"])
def test_nothing_is_due_before_it_was_decided(due):
    refusal = check_note("Bericht", "RP", PartialDate.parse(due), ADOPTED)
    assert refusal is not None
    assert refusal.field == "due"
    assert "15.\N{NO-BREAK SPACE}April 2027" in refusal.text.de


def test_a_mandate_says_what_and_who():
    assert check_note("", "RP", None, ADOPTED) == NO_SUBJECT
    assert check_note("Bericht", "", None, ADOPTED) == NO_ADDRESSEE


def test_texts_have_their_limits():
    subject = check_note("x" * (LONGEST_SUBJECT + 1), "RP", None, ADOPTED)
    addressee = check_note("Bericht", "x" * (LONGEST_ADDRESSEE + 1), None, ADOPTED)
    step = check_report("x" * (LONGEST_STEP + 1), closed=False)
    assert [r.field for r in (subject, addressee, step) if r] == [
        "subject",
        "addressee",
        "what",
    ]
    longest = ("x" * LONGEST_SUBJECT, "x" * LONGEST_ADDRESSEE)
    assert check_note(*longest, None, ADOPTED) is None


def test_a_report_says_something():
    assert check_report("Bericht vorgelegt", closed=False) is None
    assert check_report("", closed=False) == NO_STEP


def test_a_closed_mandate_stays_as_it_is():
    assert check_report("Bericht vorgelegt", closed=True) == CLOSED
    assert check_close(closed=True) == CLOSED
    assert check_close(closed=False) is None


def test_nothing_is_due_in_a_year_that_nobody_can_mean():
    refusal = check_note("Bericht", "RP", PartialDate(9999), PartialDate(2027))
    assert refusal is not None
    assert (refusal.why, refusal.field) == (Why.INVALID, "due")
