"""A newer rulebook: stored as it is, or refused with line and key."""

from datetime import date

import pytest

from reihum.acts.rulebooks import store_rulebook
from reihum.reads.rulebooks import rulebook_on, text_on
from reihum.records.models import StoredRulebook
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.integration

SOON = date(2027, 1, 1)


@pytest.fixture
def text(intmk):
    """The rules of today, as they would be from the new year on."""
    found = text_on("intmk", date(2026, 11, 23))
    return found.replace("valid_from = 2020-07-01", "valid_from = 2027-01-01")


def test_a_stored_version_applies_from_its_own_day_on(office, text):
    changed = text.replace('threshold = "two_thirds"', 'threshold = "unanimous"')
    assert not isinstance(store_rulebook(office, text=changed), Refusal)
    before, after = (rulebook_on("intmk", day) for day in (date(2026, 12, 31), SOON))
    assert before.majority["ordinary"].threshold == "two_thirds"
    assert after.majority["ordinary"].threshold == "unanimous"


def test_what_a_browser_sends_is_stored_with_plain_line_ends(office, text):
    store_rulebook(office, text=text.replace("\n", "\r\n"))
    assert StoredRulebook.objects.get().text == text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("threshold =", "treshold =", ("Zeile", "treshold", "threshold")),
        ("per_year = 1", "per_year = one", ("Zeile", "per_year")),
        ('body = "intmk"', 'body = "kmk"', ("kmk", "intmk")),
    ],
)
def test_a_mistake_is_named(office, text, old, new, words):
    assert old in text
    answer = store_rulebook(office, text=text.replace(old, new))
    assert isinstance(answer, Refusal)
    assert (answer.why, answer.field) == (Why.INVALID, "text")
    assert all(word in answer.text.de for word in words)


def test_nothing_is_stored_of_a_text_with_a_mistake(office, text, journal_length):
    answer = store_rulebook(office, text=text.replace("threshold", "treshold"))
    assert isinstance(answer, Refusal)
    assert not StoredRulebook.objects.exists()
    assert journal_length() == 0


def test_a_stored_version_is_never_replaced(office, text, journal_length):
    store_rulebook(office, text=text)
    answer = store_rulebook(office, text=text)
    assert isinstance(answer, Refusal)
    assert answer.why is Why.CONFLICT
    assert "schon eine Fassung gespeichert" in answer.text.de
    assert journal_length() == 1


def test_a_land_stores_no_rules(acting, text, journal_length):
    answer = store_rulebook(acting("BY"), text=text)
    assert isinstance(answer, Refusal)
    assert answer.why is Why.FORBIDDEN
    assert journal_length() == 0


@pytest.mark.parametrize("day", ["2020-07-01", "2026-11-22", "9999-12-31"])
def test_rules_reach_neither_back_nor_out_of_the_calendar(
    office, text, journal_length, day
):
    """Whoever could store yesterday's rules could undo an objection with them."""
    changed = text.replace("valid_from = 2027-01-01", f"valid_from = {day}")
    answer = store_rulebook(office, text=changed)
    assert isinstance(answer, Refusal)
    assert (answer.why, answer.field) == (Why.INVALID, "text")
    assert not StoredRulebook.objects.exists()
    assert journal_length() == 0
