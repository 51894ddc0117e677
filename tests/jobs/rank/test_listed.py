"""The list: what matches, what is left out and said, the choices, the order."""

import random
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reihum.jobs.model import (
    Kind,
    Level,
    Place,
    Point,
    Recognition,
    Remote,
    WorkingTime,
)
from reihum.jobs.query import Criterion, Order, Query
from reihum.jobs.rank.listed import listed
from tests.jobs.rank.entries import CHEMNITZ, TODAY, asked, entries, entry, queries

pytestmark = pytest.mark.unit
laws = settings(deadline=None, max_examples=80)

HERE = (Place("Chemnitz", land="SN", point=CHEMNITZ),)
NEAR = (Place("Zschopau", land="SN", point=Point(50.747, 13.076)),)
FAR = (Place("Jena", land="TH", point=Point(50.927, 11.589)),)


def run(question, *rows, cans=None):
    """List rows."""
    return listed(question, rows, TODAY, cans or {})


def numbers(question, *rows):
    """List the ids of what is listed, in order."""
    return [one.best.id for one in run(question, *rows).entries]


# ── what is left out ───────────────────────────────────────────────────────


def test_what_does_not_match_is_not_listed():
    assert numbers(asked(near=None), entry(1), entry(2, title="Maurer")) == ["1"]
    assert len(numbers(asked(near=None, words=""), entry(1), entry(2))) == 2


def test_what_nobody_can_apply_for_any_more_is_not_listed():
    days = (-1, 0, 1)
    rows = [
        entry(number, places=HERE, deadline=TODAY + timedelta(days=day))
        for number, day in enumerate(days)
    ]
    assert set(numbers(asked(), *rows)) == {"1", "2"}
    counts = {(one.name, one.value): one.count for one in run(asked(), *rows).facets}
    assert counts["published", "any"] == 2


def test_the_radius_is_checked_and_the_distance_is_said():
    rows = entry(1, places=HERE), entry(2, places=NEAR), entry(3, places=FAR)
    assert set(numbers(asked(), *rows)) == {"1", "2"}
    assert numbers(asked(radius_km=0), *rows) == ["1"]
    assert set(numbers(asked(radius_km=100), *rows)) == {"1", "2", "3"}
    (first, second) = run(asked(), *rows).entries
    assert first.distance_km == 0
    assert second.distance_km == pytest.approx(14.3, abs=0.5)


def test_the_nearest_of_several_places_counts():
    assert numbers(asked(), entry(1, places=(*FAR, *NEAR))) == ["1"]


def test_a_place_without_a_point_is_kept_only_where_its_name_is_the_one_asked_for():
    rows = (
        entry(1, places=(Place("Chemnitz"),)),
        entry(2, places=(Place("Irgendwo"),)),
        entry(3),
        entry(4, places=FAR, remote=Remote.YES),
    )
    answer = run(asked(), *rows)
    assert {one.best.id for one in answer.entries} == {"1", "4"}
    assert answer.unstated == {"amt": 2}


@pytest.mark.parametrize(
    ("filters", "yes", "no"),
    [
        (
            {"working_time": frozenset({WorkingTime.PART})},
            {"working_time": frozenset({WorkingTime.PART, WorkingTime.FULL})},
            {"working_time": frozenset({WorkingTime.FULL})},
        ),
        ({"remote": True}, {"remote": Remote.PARTLY}, {"remote": Remote.NO}),
        ({"public_service": True}, {"public_service": True}, {"public_service": False}),
        (
            {"published_days": 7},
            {"published": TODAY - timedelta(days=7)},
            {"published": TODAY - timedelta(days=8)},
        ),
        (
            {"level": Level.B1, "level_unstated": False},
            {"level": Level.B1},
            {"level": Level.B2},
        ),
        (
            {"lands": frozenset({"SN"})},
            {"places": HERE},
            {"places": (Place("Aue", land="TH", point=CHEMNITZ),)},
        ),
    ],
)
def test_a_filter_keeps_what_says_so_and_counts_what_says_nothing(filters, yes, no):
    rows = entry(1, **yes), entry(2, **no), entry(3, sources=("bund", "amt"))
    answer = run(asked(near=None, **filters), *rows)
    assert [one.best.id for one in answer.entries] == ["1"]
    assert answer.unstated == {"bund": 1, "amt": 1}


def test_what_names_no_level_is_kept_unless_somebody_says_otherwise():
    rows = entry(1, level=Level.A2), entry(2), entry(3, level=Level.C1)
    assert set(numbers(asked(near=None, level=Level.B1), *rows)) == {"1", "2"}


def test_no_recognition_leaves_out_only_what_asks_for_it():
    rows = (
        entry(1),
        entry(2, recognition=Recognition.NOT_NEEDED),
        entry(3, recognition=Recognition.ASKED),
        entry(4, recognition=Recognition.REGULATED),
    )
    answer = run(asked(near=None, no_recognition=True), *rows)
    assert {one.best.id for one in answer.entries} == {"1", "2"}
    assert answer.unstated == {}


def test_kinds_and_sources():
    rows = entry(1, kind=Kind.APPRENTICESHIP), entry(2, sources=("bund", "mirror"))
    learn = asked(near=None, kinds=frozenset({Kind.APPRENTICESHIP}))
    assert numbers(learn, *rows) == ["1"]
    assert numbers(asked(near=None, sources=frozenset({"mirror"})), *rows) == ["2"]


def test_what_fails_a_filter_anyway_is_not_counted_as_unstated():
    question = asked(near=None, remote=True, public_service=True)
    assert run(question, entry(1, remote=Remote.NO)).unstated == {}


def test_what_a_source_cannot_filter_by_is_said():
    question = asked(level=Level.B1, remote=True)
    cans = {
        "amt": frozenset(Criterion),
        "bund": frozenset({Criterion.RADIUS}),
        "mirror": frozenset(),
    }
    assert run(question, cans=cans).cannot == {
        "bund": (Criterion.REMOTE, Criterion.LEVEL),
        "mirror": (Criterion.RADIUS, Criterion.REMOTE, Criterion.LEVEL),
    }
    assert run(asked(near=None), cans=cans).cannot == {}


# ── the order ──────────────────────────────────────────────────────────────


def test_relevance_is_match_then_nearness_and_freshness():
    old = TODAY - timedelta(days=40)
    rows = (
        entry(1, places=NEAR, published=TODAY),
        entry(2, places=HERE, published=TODAY),
        entry(3, places=HERE, published=old),
        entry(4, places=HERE, published=TODAY, title="Küche", occupations=("Koch",)),
    )
    assert numbers(asked(), *rows)[0] == "2"
    assert numbers(asked(), *rows)[-1] == "4"


@pytest.mark.parametrize("order", Order)
def test_of_equal_entries_the_key_decides(order):
    rows = [entry(number, places=HERE, published=TODAY) for number in range(9)]
    backwards = numbers(asked(order=order), *reversed(rows))
    assert backwards == numbers(asked(order=order), *rows) == list("012345678")


def test_what_a_portal_has_twice_counts_once_for_it():
    row = entry(1, sources=("amt", "amt"))
    counts = {facet.value: facet.count for facet in run(asked(near=None), row).facets}
    assert counts["amt"] == 1
    assert run(asked(near=None, remote=True), row).unstated == {"amt": 1}


def test_newest_and_nearest_have_what_is_not_known_at_the_end():
    rows = (
        entry(1, places=NEAR, published=TODAY - timedelta(days=3)),
        entry(2, places=(Place("Chemnitz"),), published=TODAY),
        entry(3, places=HERE),
    )
    assert numbers(asked(order=Order.NEWEST), *rows) == ["2", "1", "3"]
    assert numbers(asked(order=Order.NEAREST), *rows) == ["3", "1", "2"]


# ── laws ───────────────────────────────────────────────────────────────────


def of(question, **changes):
    """Return the question with its query changed."""
    query = msgspec.structs.replace(question.query, **changes)
    return msgspec.structs.replace(question, query=query)


def keys(question, rows):
    return {one.key for one in listed(question, rows, TODAY, {}).entries}


STRICTER = (
    {"working_time": frozenset({WorkingTime.FULL})},
    {"kinds": frozenset({Kind.WORK})},
    {"remote": True},
    {"public_service": True},
    {"no_recognition": True},
    {"lands": frozenset({"SN"})},
    {"sources": frozenset({"amt"})},
)


@laws
@given(queries, entries, st.sampled_from(STRICTER))
def test_a_further_filter_never_adds(question, rows, stricter):
    (name,) = stricter
    without = of(question, **{name: getattr(Query(), name)})
    assert keys(of(question, **stricter), rows) <= keys(without, rows)


@laws
@given(queries, entries)
def test_a_narrower_choice_never_adds(question, rows):
    assert keys(of(question, radius_km=10), rows) <= keys(
        of(question, radius_km=50), rows
    )
    assert keys(of(question, published_days=1), rows) <= keys(
        of(question, published_days=7), rows
    )
    assert keys(of(question, level=Level.A2), rows) <= keys(
        of(question, level=Level.B2), rows
    )


def switched(facet):
    """Return the change of a query that a facet promises to count."""
    name, value = facet.name, facet.value
    levels = {level.name.lower(): level for level in Level}
    return {
        "level": lambda: {"level": levels[value], "level_unstated": False},
        "working_time": lambda: {"working_time": frozenset({WorkingTime(value)})},
        "kind": lambda: {"kinds": frozenset({Kind(value)})},
        "remote": lambda: {"remote": True},
        "public_service": lambda: {"public_service": True},
        "recognition": lambda: {"no_recognition": True},
        "published": lambda: {"published_days": None if value == "any" else int(value)},
        "land": lambda: {"lands": frozenset({value})},
        "source": lambda: {"sources": frozenset({value})},
    }[name]()


@laws
@given(queries, entries)
def test_a_facet_counts_exactly_what_its_filter_then_leaves(question, rows):
    for facet in listed(question, rows, TODAY, {}).facets:
        if facet.value != "unstated":
            assert facet.count == len(keys(of(question, **switched(facet)), rows))


@laws
@given(queries, entries)
def test_what_names_no_level_is_counted_apart(question, rows):
    count = {
        (facet.name, facet.value): facet.count
        for facet in listed(question, rows, TODAY, {}).facets
    }
    everything = keys(of(question, level=None), rows)
    assert count["level", "c2"] + count["level", "unstated"] == len(everything)


@laws
@given(queries, entries, st.randoms(use_true_random=False))
def test_the_list_is_the_same_in_whatever_order_the_entries_come(
    question, rows, chance: random.Random
):
    mixed = chance.sample(rows, len(rows))
    assert listed(question, rows, TODAY, {}) == listed(question, mixed, TODAY, {})


@laws
@given(queries, entries)
def test_nothing_is_listed_that_was_not_there_and_no_fact_is_changed(question, rows):
    known = {one.key: one for one in rows}
    for one in listed(question, rows, TODAY, {}).entries:
        assert one.best == known[one.key].best
        assert one.offers == known[one.key].offers
        assert 0 < one.score <= 1


@laws
@given(queries, entries)
def test_lands_are_counted_for_the_map_the_most_first(question, rows):
    answer = listed(question, rows, TODAY, {})
    counts = [count for _, count in answer.lands]
    assert counts == sorted(counts, reverse=True)
    assert dict(answer.lands) == {
        facet.value: facet.count for facet in answer.facets if facet.name == "land"
    }
