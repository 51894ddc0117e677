"""What comes again is remembered; what a portal sends at length never is."""

import weakref

import pytest

from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources import located
from reihum.jobs.sources.arbeitsagentur_row import Address, Location, _place
from reihum.jobs.sources.employment import employment
from reihum.jobs.sources.values import MOST_NAMES, named

pytestmark = pytest.mark.unit


class Long(str):  # noqa: SLOT000  (so that one can ask whether somebody holds it)
    """A text of a megabyte."""


def address(text: str) -> object:
    return _place(Location(adresse=Address(strasse=text, ort=text, land=text)))


@pytest.mark.parametrize(
    "read",
    [
        located.country, located.land, located.place_said, located.remote_said,
        lambda text: located.place(text, text, text, text, text),
        employment, day, line, clean, address, lambda text: named([text]),
    ],
)  # fmt: skip
def test_nothing_long_is_held(read):
    text = Long("Chemnitz " * 120_000)
    held = weakref.ref(text)
    read(text)
    del text
    assert held() is None


def test_a_postcode_is_short_and_of_plain_signs():
    for odd in ("0" * 1000, "09111\u202e", "<b>"):
        assert located.place("Chemnitz", odd).postcode == ""
    assert located.place("London", "SW1A 1AA").postcode == "SW1A 1AA"


def test_one_advertisement_does_not_bring_places_and_names_without_end():
    places = [located.place(f"Ort {n}") for n in range(9999)]
    assert len(located.different(places)) == located.MOST
    assert len(named(f"Beruf {n}" for n in range(9999))) == MOST_NAMES
