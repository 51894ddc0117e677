"""How local portals look for something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Point
from reihum.jobs.standins import looking, market
from reihum.jobs.standins.copies import copies
from reihum.jobs.standins.looking import Near
from tests.jobs.standins.market_day import DAY, WORLD

pytestmark = pytest.mark.unit

ROWS = copies(WORLD.vacancies, "arbeitsagentur", DAY)
points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chemnitz", "Chemnitz"),
        ("chemnitz, Sachsen", "Chemnitz"),
        ("09111", "Chemnitz"),
        ("09113 Chemnitz", "Chemnitz"),
        ("MUENCHEN", "München"),
        ("Halle", "Halle (Saale)"),
        ("Frankfurt (Oder)", "Frankfurt (Oder)"),
        ("Frankfurt am Main", "Frankfurt am Main"),
    ],
)
def test_a_place_is_understood(text, name):
    assert looking.town(text).name == name


@pytest.mark.parametrize("text", ["", "Atlantis", "00000", "Chem", "💥"])
def test_an_unknown_place_is_none(text):
    assert looking.town(text) is None


@given(points, points)
def test_a_way_is_as_far_as_the_way_back(one, other):
    there = looking.km_between(one, other)

    assert there == pytest.approx(looking.km_between(other, one))
    assert 0 <= there <= 20_016


def test_leipzig_is_69_km_from_chemnitz():
    towns = market.towns()

    km = looking.km_between(towns["Chemnitz"].point, towns["Leipzig"].point)

    assert km == pytest.approx(68.3, abs=1)


def titles(words, km=25, *, whole=False):
    near = Near(market.towns()["Chemnitz"], km)
    rows = looking.about(ROWS, words, whole=whole)
    return {row.title for row in looking.within(rows, near)}


def test_a_word_is_found_in_other_words_as_well():
    found = titles("Koch")

    assert "Kochfeld-Monteur (m/w/d)" in found
    assert any(title.startswith("Beikoch") for title in found)


def test_one_of_two_titles_is_enough_and_every_word_is_needed():
    assert titles("Koch/Köchin") == titles("Koch (m/w/d)") == titles("Koch")
    assert titles("Koch Frühdienst") < titles("Koch")
    assert not titles("Koch Raumfahrt")


def test_a_search_in_whole_texts_finds_the_town_of_the_same_name():
    bavaria = Near(market.towns()["Kochel am See"], 1)

    def found(*, whole):
        rows = looking.about(ROWS, "Koch", whole=whole)
        return [row for row in looking.within(rows, bavaria) if "Service" in row.title]

    assert found(whole=True)
    assert not found(whole=False)


@given(st.integers(-5, 300), st.integers(-5, 300))
def test_no_page_is_longer_than_allowed(number, size):
    assert len(looking.page(ROWS, number, size)) <= looking.LARGEST


@given(st.integers(1, 100))
def test_pages_are_all_rows_once(size):
    pages = range(1, len(ROWS) // size + 2)

    assert tuple(r for n in pages for r in looking.page(ROWS, n, size)) == ROWS
