"""Who looks for work in a place is led to the welcome centres near it."""

from pathlib import Path

import pytest

from reihum.jobs.centres import MOST, Centre, near
from reihum.jobs.places.places import Places
from reihum.jobs.query import Query
from reihum.jobs.understand import understand

pytestmark = pytest.mark.unit

PLACES = Places(Path("unused"))  # the packaged cities


def centre(place: str) -> Centre:
    return Centre(name=f"Willkommen {place}", url="https://x.example", place=place)


CENTRES = [centre(one) for one in ("Kiel", "Zwickau", "Chemnitz", "nirgends")]


def shown(place: str, centres=CENTRES) -> list[str]:
    asked = understand(Query(words="Koch", place=place), "de", PLACES).asked
    return [one.place for one in near(centres, asked, PLACES)]


def test_the_nearest_comes_first_and_what_is_far_is_not_shown():
    assert shown("Chemnitz") == ["Chemnitz", "Zwickau"]
    assert shown("Freiburg") == []


def test_of_a_land_all_in_it_are_shown():
    assert shown("Sachsen") == ["Zwickau", "Chemnitz"]


def test_without_a_place_none_is_near():
    assert shown("") == []
    assert near(CENTRES, None, PLACES) == ()


def test_there_are_never_many():
    assert len(shown("Chemnitz", [centre("Chemnitz")] * 9)) == MOST
