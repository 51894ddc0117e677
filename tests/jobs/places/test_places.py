"""A place is found by what people call it, or something is said about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.distance import km_between
from reihum.jobs.model import Advertisement, Place, Point
from reihum.jobs.places.places import Places
from reihum.jobs.places.postcodes import FILE

pytestmark = pytest.mark.unit

CHEMNITZ = Point(50.8357, 12.92922)


@pytest.fixture(scope="session")
def packaged(tmp_path_factory) -> Places:
    return Places(tmp_path_factory.mktemp("nothing"))


@pytest.fixture
def with_postcodes(folder) -> Places:
    (folder / FILE).write_text("09111\tChemnitz\tSN\t50.83230\t12.91960\n", "utf-8")
    return Places(folder)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chemnitz", "Chemnitz"), ("chemnitz ", "Chemnitz"), ("Хемніц", "Chemnitz"),
        ("كيمنتس", "Chemnitz"), ("کمنیتز", "Chemnitz"), ("Munich", "München"),
        ("Muenchen", "München"), ("MÜNCHEN", "München"), ("Cologne", "Köln"),
        ("Chemnitz, Sachsen", "Chemnitz"), ("Stadt Chemnitz", "Chemnitz"),
        ("Chemnitz-Zentrum", "Chemnitz"), ("in Chemnitz", "Chemnitz"),
        ("Ibbenbüren", "Ibbenbüren"), ("Ibbenbueren", "Ibbenbüren"),
        ("Frankfurt", "Frankfurt am Main"), ("Frankfurt a.M.", "Frankfurt am Main"),
        ("Frankfurt/Main", "Frankfurt am Main"), ("Frankfurt/Oder", "Frankfurt (Oder)"),
        ("Frankfurt (Oder)", "Frankfurt (Oder)"), ("Halle (Saale)", "Halle (Saale)"),
        ("Halle", "Halle (Saale)"), ("Halle NRW", "Halle"), ("Berlin", "Berlin"),
        ("Neustadt, Hessen", "Neustadt"), ("Neustadt, Hessen, Germany", "Neustadt"),
        ("Landeshauptstadt München", "München"), ("Burgstädt", "Burgstädt"),
        ("Bürgstadt", "Bürgstadt"), ("St. Ingbert", "Sankt Ingbert"),
        ("Weiden i.d. OPf.", "Weiden"), ("в Хемниці", "Chemnitz"),
        ("у Берліні", "Berlin"), ("Chemnitz'de", "Chemnitz"), ("Berlin’de", "Berlin"),
        ("Raum Chemnitz", "Chemnitz"), ("Umkreis von Chemnitz", "Chemnitz"),
        ("біля Хемніца", "Chemnitz"), ("Landkreis Ibbenbüren", "Ibbenbüren"),
        ("Villingen", "Villingen-Schwenningen"), ("Willingen", "Willingen"),
    ],
)  # fmt: skip
def test_a_place_is_found_by_what_people_call_it(places, text, name):
    sought = places.find(text)
    assert sought.town is not None
    assert (sought.town.name, sought.problem) == (name, "")


def test_of_many_places_of_one_name_the_largest_is_meant_and_the_others_are_told(
    places,
):
    sought = places.find("Neustadt")
    assert sought.town.name == "Neustadt an der Weinstraße"
    assert sought.others == ("Neustadt am Rübenberge", "Neustadt, Hessen")


def test_every_other_place_that_is_told_finds_itself(places):
    for text in ("Neustadt", "Halle", "Frankfurt"):
        for other in places.find(text).others:
            found = places.find(other)
            assert found.town != places.find(text).town
            assert found.problem == ""


@pytest.mark.parametrize("typed", ["Chemnits", "Chemntz", "Хемнітц", "Kemnitz"])
def test_a_mistyped_place_is_suggested_but_not_taken(places, typed):
    sought = places.find(typed)
    assert (sought.town, sought.problem) == (None, "unknown_place")
    assert "Chemnitz" in sought.others


def test_of_what_may_have_been_meant_the_most_alike_comes_first(places):
    assert places.find("Düseldorf").others == ("Düsseldorf", "Dudeldorf")


def test_half_of_a_name_is_no_place_where_it_only_says_what_kind_it_is(places):
    assert places.find("Baden").town is None


@pytest.mark.parametrize("typed", ["9111", "091110", "PLZ 123456"])
def test_a_number_that_is_no_postcode_is_said_to_be_none(places, typed):
    assert places.find(typed).problem == "unknown_postcode"


def test_a_postcode_may_be_called_one(with_postcodes):
    assert with_postcodes.find("PLZ 09111").town.name == "Chemnitz"


def test_an_area_around_a_town_is_no_point_of_an_advertisement(places):
    around, itself = (
        Advertisement(source="x", id="1", title="t", url="u", places=(Place(name),))
        for name in ("Landkreis Ibbenbüren", "Ibbenbüren")
    )
    assert places.locate(around) == around
    assert places.locate(itself).places[0].point


def test_a_town_without_a_cyrillic_name_is_suggested_by_its_sound(places):
    assert places.find("Іббенбюрен").others == ("Ibbenbüren",)


def test_words_behind_a_name_that_several_towns_have_are_not_passed_over(places):
    assert places.find("Neustadt (Dosse)").town is None


def test_a_place_that_nothing_is_like_has_no_suggestion(places):
    assert places.find("xxqqzz").others == ()


def test_a_land_is_a_land_unless_a_city_has_its_name(places):
    assert (places.find("Sachsen").land, places.find("Sachsen").town) == ("SN", None)
    assert places.find("NRW").land == "NW"
    assert places.find("Berlin").land == ""


@pytest.mark.parametrize("text", ["Deutschland", "bundesweit", "Німеччина"])
def test_all_of_germany_is_no_place_and_no_problem(places, text):
    sought = places.find(text)
    assert (sought.town, sought.land, sought.problem) == (None, "", "")


def test_without_postcodes_it_is_said_and_the_name_behind_is_used(places):
    assert places.find("09111").problem == "no_postcodes"
    assert places.find("09111").town is None
    sought = places.find("D-09111 Chemnitz")
    assert (sought.town.name, sought.postcode) == ("Chemnitz", "09111")
    assert sought.problem == "no_postcodes"


def test_a_postcode_is_found_in_digits_of_any_script(with_postcodes):
    for text in ("09111", "09111 Chemnitz", "٠٩١١١", "DE-09111"):
        sought = with_postcodes.find(text)
        assert (sought.town.point, sought.problem) == (Point(50.8323, 12.9196), "")
        assert sought.postcode == "09111"


def test_a_postcode_that_does_not_exist_is_said(with_postcodes):
    assert with_postcodes.find("00000").problem == "unknown_postcode"
    sought = with_postcodes.find("00000 Chemnitz")
    assert (sought.town.name, sought.postcode) == ("Chemnitz", "")
    assert sought.problem == "unknown_postcode"


def test_postcodes_are_noticed_when_they_come(places, folder):
    assert places.find("09111").town is None
    (folder / FILE).write_text("09111\tChemnitz\tSN\t50.8323\t12.9196\n", "utf-8")
    assert places.find("09111").town is not None


def located(places: Places, *some: Place) -> tuple[Place, ...]:
    advertisement = Advertisement(source="x", id="1", title="", url="", places=some)
    return places.locate(advertisement).places


def test_an_advertisement_gets_the_points_and_laender_that_it_does_not_state(places):
    (place,) = located(places, Place("Chemnitz"))
    assert (place.point, place.land) == (CHEMNITZ, "SN")
    (place,) = located(places, Place("09111 Chemnitz", country="DE"))
    assert place.point == CHEMNITZ
    (place,) = located(places, Place("Halle", land="Sachsen-Anhalt"))
    assert (place.land, place.point.lat) == ("ST", 51.48158)


def test_umlauts_tell_towns_apart(places):
    (place,) = located(places, Place("Burgstädt"))
    assert place.land == "SN"


def test_a_stated_point_stays_and_tells_the_land(places):
    near = Point(50.80, 12.95)
    assert located(places, Place("Werk 3", point=near)) == (
        Place("Werk 3", point=near, land="SN"),
    )


def test_a_postcode_places_an_advertisement_more_exactly_than_its_name(with_postcodes):
    with_postcodes.find("09111")
    (place,) = located(with_postcodes, Place("Chemnitz", postcode="09111"))
    assert place.point == Point(50.8323, 12.9196)


@pytest.mark.parametrize(
    "place",
    [
        Place("Neustadt"), Place("Irgendwo"), Place("Berlin", country="US"),
        Place(""), Place("Chemnits"),
    ],
)  # fmt: skip
def test_what_is_not_known_for_certain_is_left_alone(places, place):
    assert located(places, place) == (place,)


def test_an_advertisement_that_needs_nothing_is_the_same_one(places):
    done = Place("Chemnitz", land="SN", point=CHEMNITZ)
    one = Advertisement(source="x", id="1", title="", url="", places=(done,))
    assert places.locate(one) is one


def test_far_from_all_towns_there_is_no_land(places):
    assert places.land_at(Point(0.0, 0.0)) == ""


def test_without_a_built_file_the_largest_cities_are_known(packaged):
    assert packaged.find("Хемніц").town.name == "Chemnitz"
    assert not packaged.loaded().whole
    assert packaged.loaded().towns > 200


def test_a_broken_file_is_as_good_as_none(folder):
    (folder / "places.tsv").write_text("<html>", "utf-8")
    assert Places(folder).find("Chemnitz").town is not None


@given(text=st.text(max_size=130))
def test_no_text_breaks_it(packaged, text):
    sought = packaged.find(text)
    assert sought.town is None or not sought.land


def test_chemnitz_is_some_sixty_kilometres_from_leipzig(packaged):
    leipzig = packaged.find("Leipzig").town.point
    assert 60 < km_between(CHEMNITZ, leipzig) < 70
