"""The list of towns is made of GeoNames' data, and read back as it was written."""

import pytest

from reihum.jobs.places.extract import lines
from reihum.jobs.places.laender import ADMIN1, NAMES, land_of
from reihum.jobs.places.towns import FILE, load
from tests.jobs.places.some_towns import cities

pytestmark = pytest.mark.unit


def test_towns_stand_by_size_and_only_german_ones():
    towns = [line.town for line in lines(cities())]
    assert towns == sorted(towns, key=lambda town: -town.population)
    assert "Graz" not in {town.name for town in towns}


def test_a_town_has_its_german_name():
    names = {line.town.name for line in lines(cities())}
    assert {"München", "Ibbenbüren"} <= names


def test_airports_and_scripts_that_no_reader_has_are_left_out():
    names = {name for line in lines(cities()) for name in (*line.own, *line.others)}
    assert not {"muc", "ke long", "科隆"} & names
    assert "karl marx stadt" in names


def test_what_was_written_is_read_back(folder):
    towns = load(folder)
    assert towns.whole
    assert towns.count == len(lines(cities()))
    for line in lines(cities()):
        for name in (*line.own, *line.others):
            assert line.town in towns.by_name[name]


def test_who_has_a_name_as_its_own_comes_before_who_is_only_called_so(folder):
    file = folder / FILE
    other = "Dorf\tSN\t50.0\t12.0\t600\tmunich\t\n"
    file.write_text(file.read_text("utf-8") + other, "utf-8")
    assert [town.name for town in load(folder).by_name["munich"]] == ["Dorf", "München"]


def test_geonames_numbers_name_all_sixteen_laender():
    assert set(ADMIN1.values()) == set(NAMES)
    assert len(ADMIN1) == 16


@pytest.mark.parametrize(
    ("text", "code"),
    [("Sachsen", "SN"), ("saxony", "SN"), ("13", "SN"), ("DE-SN", "SN"), ("sn", "SN"),
     ("Freistaat Bayern", "BY"), ("NRW", "NW"), ("Wien", ""), ("", ""),
     ("Саксонія", "SN"), ("Саксонии", "SN"), ("Нижней Саксонии", "NI"),
     ("ساكسونيا", "SN"), ("بایرن", "BY"), ("Saksonya", "SN"), ("Bavière", "BY")],
)  # fmt: skip
def test_a_land_is_known_by_code_number_and_name(text, code):
    assert land_of(text) == code
