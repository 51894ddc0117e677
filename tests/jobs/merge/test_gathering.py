"""The best of several copies has the facts of all of them, and invents none."""

from datetime import date

import pytest
from hypothesis import given, settings
from msgspec import structs

from reihum.jobs.merge.gathering import gathered
from reihum.jobs.merge.merging import merge
from reihum.jobs.model import Contract, Place, Salary, WorkingTime
from tests.jobs.merge.samples import CHEMNITZ, TEXT, ad, handfuls

pytestmark = pytest.mark.unit

LONG = TEXT + TEXT
FACTS = ("text", "salary", "contract", "deadline", "hours", "references", "starts")


def best(*copies):
    return gathered(tuple(copies), frozenset({"title"})).best


def test_the_copy_with_the_whole_text_comes_first():
    assert best(ad(), ad("arbeitnow", "2", text=LONG)).source == "arbeitnow"


def test_a_cut_text_stands_behind_a_whole_one():
    cut = ad("adzuna", "2", text=LONG[:300] + "…")
    assert best(cut, ad("arbeitnow", "3", text=LONG)).text == LONG


def test_of_two_whole_texts_the_employers_own_is_taken():
    mirror, page = ad("arbeitnow", "2", text=LONG), ad("sitemap", "3", text=LONG + "!")
    assert best(mirror, page).source == "sitemap"


def test_gaps_are_filled_and_what_is_stated_stays():
    first = ad("sitemap", "1", text=LONG, hours=38.0)
    second = ad(
        "interamt", "2", hours=39.0, salary=Salary(published="E 5", group="E 5"),
        contract=Contract.PERMANENT, deadline=date(2026, 10, 1), public_service=False,
        working_time=frozenset({WorkingTime.FULL}),
    )  # fmt: skip
    found = best(first, second)
    assert found.hours == 38.0
    assert found.salary == second.salary
    assert found.contract is Contract.PERMANENT
    assert found.deadline == second.deadline
    assert found.public_service is False
    assert found.working_time == second.working_time


def test_a_resellers_estimate_is_no_pay():
    guess = ad("adzuna", "2", text="…", salary=Salary(low=30_000.0))
    assert best(ad(text=LONG), guess).salary is None


def test_numbers_and_names_of_the_work_are_kept_from_all():
    found = best(
        ad(references=("A1",), occupations=("Bäcker",)),
        ad("b", "2", references=("B2", "A1"), occupations=("Brotbäcker",)),
    )
    assert set(found.references) == {"A1", "B2"}
    assert set(found.occupations) == {"Bäcker", "Brotbäcker"}


def test_the_place_that_says_most_is_taken():
    vague = ad("sitemap", "2", text=LONG, places=(Place("Chemnitz"),))
    assert best(vague, ad()).places == (CHEMNITZ,)


def test_it_is_as_old_as_its_oldest_copy():
    found = best(
        ad(published=date(2026, 9, 3)),
        ad("b", "2", published=date(2026, 9, 1)),
        ad("c"),
    )
    assert found.published == date(2026, 9, 1)


def test_an_original_that_no_portal_of_the_entry_has_is_kept():
    page = "https://haus.example/stelle-4471"
    found = best(ad(also=(page,)), ad("b", "2", url=page + "5", also=(page + "5",)))
    assert found.also == (page,)


def test_offers_begin_where_the_employer_writes_and_end_with_copies():
    copies = [
        ad(one, "1") for one in ("adzuna", "arbeitnow", "interamt", "own", "lever")
    ]
    found = [offer.source for offer in gathered(tuple(copies), frozenset()).offers]
    assert found == ["own", "lever", "interamt", "arbeitnow", "adzuna"]


def test_a_text_in_another_language_does_not_stand_under_a_german_title():
    english = ad("arbeitnow", "2", text="", lang="en")
    copies = structs.replace(english, text="Short."), ad("own", "1")
    found = gathered(copies, frozenset())
    assert found.best.lang == "en"


@settings(max_examples=30, deadline=None)
@given(ads=handfuls())
def test_every_fact_of_an_entry_is_a_copys(ads):
    known = {one.key: one for one in ads}
    for entry in merge(ads):
        copies = [known[offer.key] for offer in entry.offers]
        for name in FACTS:
            value = getattr(entry.best, name)
            if name == "references":
                assert set(value) == {n for one in copies for n in one.references}
            else:
                assert value in [getattr(one, name) for one in copies]
