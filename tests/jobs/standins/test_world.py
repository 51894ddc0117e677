"""The invented labour market: the same every time, wide enough, invented."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reihum.jobs.model import Contract, Kind, WorkingTime
from reihum.jobs.standins import looking, market, texts
from reihum.jobs.standins.copies import copies
from reihum.jobs.standins.formats import PORTALS
from reihum.jobs.standins.world import world
from reihum.rules.laender import CODES
from tests.jobs.standins.market_day import DAY, WORLD

pytestmark = pytest.mark.unit

CHEMNITZ = looking.Near(market.towns()["Chemnitz"], 25)
DATES = ("published", "deadline", "starts")


def test_the_same_day_has_the_same_market():
    assert world(DAY) == WORLD


@settings(max_examples=5, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2035, 1, 1)))
def test_another_day_changes_nothing_but_the_dates(day):
    moved = world(day, 150).vacancies
    here = world(DAY, 150).vacancies

    for one, other in zip(moved, here, strict=True):
        ages = {name: getattr(one, name) - day for name in DATES}
        assert ages == {name: getattr(other, name) - DAY for name in DATES}
        assert replace(one, **{name: getattr(other, name) for name in DATES}) == other


def test_there_are_1200_vacancies_in_all_laender_and_many_occupations():
    found = WORLD.vacancies

    assert len(found) == 1200
    assert {one.town.land for one in found} == set(CODES)
    assert len({one.trade.he for one in found}) > 60
    assert {one.number for one in found} == set(range(1, 1201))


def test_every_filter_finds_something():
    found = WORLD.vacancies

    assert {one.time for one in found} == set(WorkingTime)
    assert {one.contract for one in found} == set(Contract)
    assert {one.kind for one in found} == {Kind.WORK, Kind.APPRENTICESHIP}
    assert {one.level.name for one in found if one.level} >= {"A1", "A2", "B1", "B2"}
    assert any(one.level is None for one in found)
    assert any(one.pay is None for one in found)
    assert any(one.remote for one in found)
    assert any(one.trade.regulated for one in found)


def test_each_is_in_one_to_three_portals_that_exist():
    assert {len(one.portals) for one in WORLD.vacancies} == {1, 2, 3}
    assert {key for one in WORLD.vacancies for key in one.portals} == set(PORTALS)


def test_what_was_published_is_not_of_tomorrow_and_can_still_be_applied_for():
    for key in PORTALS:
        for row in copies(WORLD.vacancies, key, DAY):
            assert DAY - timedelta(60) < row.published <= DAY
            assert row.vacancy.deadline > DAY


def test_nobody_seeks_the_same_twice_except_on_purpose():
    seeking = Counter(
        (one.employer.name, one.trade.he, one.town.name, one.kind, one.addition)
        for one in WORLD.vacancies
        if not one.client
    )

    assert max(seeking.values()) == 1


def test_every_text_says_that_it_is_invented():
    for one in WORLD.vacancies[:200]:
        text = texts.text(one)
        for written in (texts.html, texts.markdown, texts.plain):
            assert "Vorführung" in written(text)


def test_one_cook_in_chemnitz_is_in_exactly_three_portals():
    cook = WORLD.vacancies[0]

    assert (cook.trade.he, cook.town.name) == ("Koch", "Chemnitz")
    assert cook.portals == ("arbeitsagentur", "interamt", "service-bund")
    assert len({copies([cook], key, DAY)[0].title for key in cook.portals}) > 1


def test_there_are_enough_cooks_near_chemnitz_and_some_just_too_far():
    cooks = [one for one in WORLD.vacancies if one.trade.he in {"Koch", "Beikoch"}]
    distance = {
        one.number: looking.km_between(one.town.point, CHEMNITZ.town.point)
        for one in cooks
    }

    assert sum(km <= 25 for km in distance.values()) > 15
    assert any(25 < km < 35 for km in distance.values())


def test_agencies_advertise_what_others_seek():
    copied = [one for one in WORLD.vacancies if one.client]

    assert len(copied) > 30
    assert all(one.employer.agency for one in copied)
    originals = {
        (one.employer.name, one.trade.he, one.town.name)
        for one in WORLD.vacancies
        if not one.client
    }
    assert {
        (one.client.name, one.trade.he, one.town.name) for one in copied
    } <= originals


def test_an_agency_uses_the_words_of_its_client():
    texts_of = {one.number: texts.text(one) for one in WORLD.vacancies}
    for one in WORLD.vacancies:
        if one.client:
            mine, theirs = texts_of[one.number], texts_of[one.words_of]
            assert mine.sections[:2] == theirs.sections[:2]
            assert one.client.name not in mine.intro
            assert one.reference in mine.sections[2].points[-1]


def test_pay_of_the_public_service_is_a_pay_group_and_others_name_a_sum():
    for one in WORLD.vacancies:
        if one.pay:
            assert bool(one.pay.group) == one.employer.public
            assert 0 < one.pay.low <= one.pay.high
