"""Places as portals write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Place, Point, Remote
from reihum.jobs.sources.located import (
    MOST,
    country,
    different,
    land,
    place_said,
    point,
    remote_said,
)

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Berlin", Place(name="Berlin")),
        ("Berlin, Germany", Place(name="Berlin", country="DE")),
        ("Berlin (Remote)", Place(name="Berlin")),
        ("09111 Chemnitz", Place(name="Chemnitz", postcode="09111")),
        ("D-09111 Chemnitz", Place(name="Chemnitz", postcode="09111")),
        ("Dresden, SN", Place(name="Dresden", land="SN")),
        ("Ulm, Bayern, Deutschland", Place(name="Ulm", land="BY", country="DE")),
        ("Berlin, BE", Place(name="Berlin", land="BE")),
        ("Wien, Österreich", Place(name="Wien", country="AT")),
        ("Warsaw, Poland", Place(name="Warsaw", country="PL")),
        ("Frankfurt am Main", Place(name="Frankfurt am Main")),
        ("Halle (Saale)", Place(name="Halle (Saale)")),
        ("Frankfurt (Oder) (100 % Remote möglich)", Place(name="Frankfurt (Oder)")),
        ("Au", Place(name="Au")),
    ],
)  # fmt: skip
def test_a_line_names_a_place(text, place):
    assert place_said(text) == place


@pytest.mark.parametrize(
    "text",
    ["", " ", "Remote", "Homeoffice", "Germany", "Deutschland", "Remote, Germany"],
)
def test_a_line_that_names_no_town_is_no_place(text):
    assert place_said(text) is None


@pytest.mark.parametrize(
    ("text", "remote"),
    [
        ("Remote", Remote.YES),
        ("Remote, Germany", Remote.YES),
        ("Berlin (Remote)", Remote.PARTLY),
        ("Home Office", Remote.YES),
        ("Berlin", None),
        ("Remoteville", None),
    ],
)
def test_work_at_home_is_heard_in_a_place(text, remote):
    assert remote_said(text) is remote


@pytest.mark.parametrize(
    ("text", "code"),
    [("Germany", "DE"), ("deutschland", "DE"), ("de", "DE"), ("DEU", "DE"),
     ("USA", "US"),
     ("Polen", "PL"), ("Atlantis", ""), ("", ""), ("-", "")],
)  # fmt: skip
def test_a_country_has_a_code(text, code):
    assert country(text) == code


def test_a_land_is_only_one_in_germany():
    assert land("Saxony") == land("DE-SN") == land("sachsen", "DE") == "SN"
    assert land("BE", "BE") == ""
    assert land("Utrecht", "NL") == ""


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(0, 0), ("0", "0"), (91, 5), (5, 181), ("x", 5), (None, 5), (True, 5),
     (float("nan"), 5)],
)  # fmt: skip
def test_what_is_not_on_the_globe_is_no_point(lat, lon):
    assert point(lat, lon) is None


def test_coordinates_may_be_text():
    assert point("50.83", 12.92) == Point(50.83, 12.92)
    assert point("-33.868", "151.209") == Point(-33.868, 151.209)


@given(st.text(max_size=60))
def test_every_line_is_a_place_or_none(text):
    found = place_said(text)
    assert found is None or found.name or found.postcode


def test_places_stand_once_and_not_without_end():
    here, there = Place(name="Aue"), Place(name="Zwickau")
    assert different([here, None, there, here]) == (here, there)
    assert len(different([Place(name=str(n)) for n in range(2 * MOST)])) == MOST
