"""One house has many names; two houses often nearly the same."""

import pytest

from reihum.jobs.merge.employers import alike, employer, named

pytestmark = pytest.mark.unit

NOWHERE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Klinikum Bergland gGmbH", "Klinikum Bergland"),
        ("Bäckerei Größler e. K.", "BAECKEREI GROESSLER"),
        ("Gebäudedienste Huber GmbH & Co. KG", "Gebaeudedienste Huber"),
        ("DRK Kreisverband", "Deutsches Rotes Kreuz, Kreisverband e.V."),
        ("AWO Elbe", "Arbeiterwohlfahrt Elbe"),
        ("TU Bergfeld", "Technische Universität Bergfeld"),
        ("Uniklinikum Elbtal", "Universitätsklinikum Elbtal AöR"),
        ("Landratsamt Mulde", "Landkreis Mulde"),
        ("Stadtverwaltung Grimma", "Stadt Grimma"),
        ("Elektro Zschocke", "Zschocke Elektro"),
        ("St. Annen", "Sankt Annen"),
    ],
)
def test_ways_of_writing_are_no_difference(one, two):
    assert employer(one).key == employer(two).key


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Stadt Freiberg", "Stadtwerke Freiberg GmbH"),
        ("Hotel Drei Kastanien", "Hotel Drei Linden"),
        ("Elektro Zschocke", "Elektro Zschoche"),
        ("AWO Elbe", "DRK Elbe"),
        ("Klinikum", "Klinikum Bergland"),
    ],
)
def test_near_names_are_two(one, two):
    first, second = employer(one), employer(two)
    assert first.key != second.key
    assert not alike(first, second, NOWHERE)


def test_a_name_with_something_added_is_alike():
    short, long = employer("Grünwerk Mulde"), employer("Grünwerk Mulde Gartenbau GmbH")
    assert alike(short, long, NOWHERE)
    assert alike(long, short, NOWHERE)


def test_a_name_that_is_only_a_town_is_not_alike_to_all_in_it():
    here = frozenset({"freiberg"})
    assert not alike(employer("Freiberg"), employer("Hotel Freiberg"), here)


def test_a_name_of_legal_forms_alone_is_kept():
    assert employer("AG").key == "ag"


def test_a_text_names_an_employer():
    text = "Für die Mahlzeit Catering GmbH & Co. KG suchen wir Sie."
    assert named(employer("Mahlzeit Catering GmbH"), text)
    assert not named(employer("Mahlzeit Küchen GmbH"), text)
    assert not named(employer("Hotel"), "Sie arbeiten im Hotel.")
