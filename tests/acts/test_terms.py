"""Chair terms: what can be stored beside the others."""

from datetime import date

import pytest

from reihum.acts import conferences
from reihum.acts.terms import store_term
from reihum.reads.chairs import chair_of
from reihum.reads.conferences import conference
from reihum.records.models import ChairTerm, JournalEntry
from reihum.rules.dates import PartialDate
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.integration

NEXT = {"land": "SN", "begins": date(2028, 7, 1), "ends": date(2029, 6, 30)}


def test_a_stored_term_holds_from_its_day_on(office):
    assert not isinstance(store_term(office, **NEXT), Refusal)
    assert chair_of("intmk", date(2028, 6, 30)) == "SL"
    assert chair_of("intmk", date(2028, 7, 1)) == "SN"
    assert ChairTerm.objects.get(land="SN").certainty == "planned"
    entry = JournalEntry.objects.get()
    assert (entry.act, entry.member) == ("term.store", "SN")


def test_a_past_term_is_stored_as_a_fact(office):
    past = {"land": "NI", "begins": date(2024, 7, 1), "ends": date(2025, 6, 30)}
    store_term(office, **past)
    assert ChairTerm.objects.get(land="NI").certainty == "sourced"


def test_a_conference_planned_before_gets_its_chair(office):
    conferences.plan(office, number=23, begins=PartialDate(2028, 9))
    conferences.plan(office, number=24, begins=PartialDate(2029))
    store_term(office, **NEXT)
    assert conference("intmk", 23).chair == "SN"
    assert conference("intmk", 24).chair == "", "the year alone does not tell"


@pytest.mark.parametrize(
    ("change", "why", "word"),
    [
        ({"begins": date(2028, 6, 1)}, Why.CONFLICT, "Vorsitz des Saarlandes"),
        ({"ends": date(2028, 6, 1)}, Why.INVALID, "bevor er am"),
        ({"land": "XX"}, Why.INVALID, "kein Land dieser Konferenz"),
        ({"land": "bundesministerium"}, Why.INVALID, "kein Land dieser Konferenz"),
    ],
)
def test_a_term_that_cannot_be_is_refused_with_its_reason(
    office, journal_length, change, why, word
):
    answer = store_term(office, **NEXT | change)
    assert isinstance(answer, Refusal)
    assert answer.why is why
    assert word in answer.text.de
    assert ChairTerm.objects.count() == 3
    assert journal_length() == 0


def test_a_land_stores_no_term(acting, journal_length):
    answer = store_term(acting("SN"), **NEXT)
    assert isinstance(answer, Refusal)
    assert answer.why is Why.FORBIDDEN
    assert journal_length() == 0
