"""Facts of advertisements in words, in the language of the reader."""

from datetime import date

import pytest
from msgspec.structs import replace

from reihum.jobs.model import Kind, PayUnit, Place, Remote, Salary, WorkingTime
from reihum.public import jobs_words as words
from tests.public.job_search import COOK

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 23)


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("salary", "said"),
    [
        (None, ""),
        (Salary(published="nach Tarif"), ""),
        (Salary(low=14.8, unit=PayUnit.HOUR), "ab 14,80 € pro Stunde"),
        (Salary(high=120, unit=PayUnit.DAY), "bis 120 € pro Tag"),
        (Salary(low=3000, high=3000, unit=PayUnit.MONTH), "3.000 € im Monat"),
        (Salary(low=40000, high=50000, unit=PayUnit.YEAR, group="A 11"),
         "40.000 € bis 50.000 € im Jahr (A 11)"),
        (Salary(low=3000), ""),
        (Salary(low=9, unit=PayUnit.HOUR, currency="CHF"), "ab 9 CHF pro Stunde"),
    ],
)  # fmt: skip
def test_pay_is_said_as_it_was_understood(salary, said):
    assert plain(words.pay(salary)) == said


def test_pay_that_is_not_understood_is_shown_as_published():
    assert words.pay(Salary(group="E 5")) == "Lohngruppe E\N{NO-BREAK SPACE}5"
    assert words.pay_published(Salary(published="nach Tarif")) == "nach Tarif"
    assert words.pay_published(Salary(published="x", group="E 5")) == ""
    assert words.pay_published(Salary(low=9, unit=PayUnit.HOUR, published="9")) == ""
    assert words.pay_published(None) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "heute"), (1, "gestern"), (9, "vor 9 Tagen"), (-1, "")],
)
def test_age_is_counted_in_days_and_never_lies_in_the_future(days, said):
    published = date.fromordinal(TODAY.toordinal() - days)
    assert words.age(published, TODAY) == said


def test_without_a_day_there_is_no_age():
    assert words.age(None, TODAY) == ""


@pytest.mark.parametrize(
    ("km", "said"),
    [
        (None, ""),
        (0.0, "am Ort"),
        (0.04, "am Ort"),
        (0.05, "0,1 km"),
        (1.84, "1,8 km"),
        (9.96, "10 km"),
        (13.4, "13 km"),
    ],
)
def test_a_distance_is_as_exact_as_it_is_useful(km, said):
    assert words.distance(km) == said


def test_places_are_named_once_and_many_are_counted():
    names = ("Chemnitz", "Chemnitz", "Leipzig", "Dresden", "")
    places = tuple(Place(name=name) for name in names)
    assert words.where(places) == "Chemnitz, Leipzig +1"


def test_facts_say_only_what_is_stated():
    bare = replace(COOK, working_time=frozenset(), contract=None)
    assert words.facts(bare) == ()
    full = replace(
        bare, kind=Kind.INTERNSHIP, hours=38.5, remote=Remote.PARTLY,
        working_time=frozenset({WorkingTime.SHIFT}),
    )  # fmt: skip
    assert words.facts(full) == (
        "Praktikum",
        "38,5 Stunden pro Woche, Schicht oder Wochenende",
        "teilweise von zu Hause",
    )


def test_only_arabic_and_its_neighbours_run_from_right_to_left():
    assert words.direction("ar") == words.direction("fa") == "rtl"
    assert words.direction("de") == words.direction("") == "ltr"


def test_shifts_are_said_beside_the_working_time_and_not_as_another_choice():
    times = frozenset({WorkingTime.FULL, WorkingTime.SHIFT})
    ad = replace(COOK, working_time=times, hours=40, contract=None)
    (said,) = words.facts(ad)
    assert said == "Vollzeit, 40 Stunden pro Woche, Schicht oder Wochenende"
