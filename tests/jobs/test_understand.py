"""A query is understood, or it is said why nothing can be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Kind, Point
from reihum.jobs.places.places import Sought
from reihum.jobs.places.towns import Town
from reihum.jobs.query import LONGEST, Query
from reihum.jobs.understand import understand
from reihum.jobs.words.table import LANGUAGES

pytestmark = pytest.mark.unit

TOWN = Town("Chemnitz", "SN", Point(50.8357, 12.92922), 247220)
KNOWN = {
    "Chemnitz": Sought(town=TOWN, others=("Chemnitz, Hessen",)),
    "09111 Chemnitz": Sought(town=TOWN, postcode="09111", problem="no_postcodes"),
    "00000": Sought(problem="unknown_postcode"),
    "Sachsen": Sought(land="SN"),
    "Deutschland": Sought(),
}


class Map:
    """Knows only a few places."""

    def find(self, text: str) -> Sought:
        return KNOWN.get(text, Sought(problem="unknown_place", others=("Chemnitz",)))


def ask(words: str = "", place: str = "", language: str = "de", **more):
    return understand(Query(words=words, place=place, **more), language, Map())


def weights(understood) -> dict[str, float]:
    return {term.text: term.weight for term in understood.asked.terms}


def test_a_foreign_word_asks_for_the_german_occupation_and_its_synonyms():
    understood = ask("кухар", "Chemnitz", "uk")
    assert understood.asked.was == "Koch"
    assert understood.occupation == "Koch"
    assert understood.also[0] == "Köchin"
    found = weights(understood)
    assert (found["Koch"], found["Köchin"]) == (1.0, 1.0)
    assert found["Jungkoch"] == 0.9
    assert found["Küchenhilfe"] == 0.5


def test_terms_come_the_best_first_and_each_once():
    terms = ask("кухар", language="uk").asked.terms
    assert [term.weight for term in terms] == sorted(
        (term.weight for term in terms), reverse=True
    )
    assert len({term.text.casefold() for term in terms}) == len(terms)


@pytest.mark.parametrize(
    ("words", "language", "names"),
    [
        ("медсестра", "uk", ("Pflegefachmann/Pflegefachfrau",)),
        ("طبيب", "ar", ("Arzt/Ärztin",)),
        ("Hebamme", "de", ("Hebamme",)),
        ("Lehrer oder Koch", "de", ("Lehrer/Lehrerin",)),
        ("Koch im Krankenhaus", "de", ()),
        ("Pflegehelfer", "de", ()),
        ("Ausbildung Pflegefachfrau", "de", ()),
        ("Zauberer", "de", ()),
    ],
)
def test_it_is_known_which_of_the_occupations_want_recognition(words, language, names):
    assert ask(words, language=language).regulated == names


def test_who_looks_for_training_alone_needs_no_recognition():
    training, both = {Kind.APPRENTICESHIP}, {Kind.APPRENTICESHIP, Kind.WORK}
    assert ask("Hebamme", kinds=frozenset(training)).regulated == ()
    assert ask("Hebamme", kinds=frozenset(both)).regulated == ("Hebamme",)


def test_a_place_is_where_it_is():
    asked = ask("Koch", "Chemnitz").asked
    assert (asked.place, asked.land, asked.near) == ("Chemnitz", "SN", TOWN.point)
    assert ask("Koch", "Chemnitz").places == ("Chemnitz, Hessen",)


def test_a_place_alone_is_a_query():
    asked = ask(place="Chemnitz").asked
    assert (asked.was, asked.terms, asked.place) == ("", (), "Chemnitz")


def test_a_land_is_a_filter_and_near_to_nothing():
    asked = ask("Koch", "Sachsen").asked
    assert (asked.place, asked.near, asked.query.lands) == ("Sachsen", None, {"SN"})


def test_all_of_germany_is_no_place():
    assert ask("Koch", "Deutschland").asked.place == ""


@pytest.mark.parametrize(("words", "place"), [("", ""), ("  ", " "), ("...", "-")])
def test_nothing_typed_asks_nothing(words, place):
    understood = ask(words, place)
    assert (understood.asked, understood.problem) == (None, "empty")


def test_too_much_is_not_asked():
    for words, place in (("a" * (LONGEST + 1), ""), ("", "a" * (LONGEST + 1))):
        understood = ask(words, place)
        assert (understood.asked, understood.problem) == (None, "too_long")
    assert ask("a" * LONGEST).asked is not None


@pytest.mark.parametrize(
    ("place", "problem"),
    [("Chemnits", "unknown_place"), ("00000", "unknown_postcode")],
)
def test_a_place_that_is_not_known_asks_nothing_and_says_so(place, problem):
    understood = ask("Koch", place)
    assert (understood.asked, understood.problem) == (None, problem)


def test_what_may_have_been_meant_is_suggested():
    assert ask("Koch", "Chemnits").places == ("Chemnitz",)


def test_a_postcode_without_postcodes_is_a_remark_where_a_name_stands_behind():
    understood = ask("Koch", "09111 Chemnitz")
    assert understood.problem == "no_postcodes"
    assert (understood.asked.near, understood.asked.postcode) == (TOWN.point, "09111")


def test_an_unknown_word_is_asked_as_typed():
    understood = ask("Xylophonstimmer")
    assert understood.asked.was == "Xylophonstimmer"
    assert weights(understood) == {"Xylophonstimmer": 1.0}
    assert understood.occupation == ""
    assert understood.also == ()


def test_any_job_at_a_place_is_whatever_there_is():
    for words, language in (("будь-яка робота", "uk"), ("any job", "en")):
        understood = ask(words, "Chemnitz", language)
        assert (understood.asked.was, understood.asked.terms) == ("", ())
    assert ask("робота", language="uk").asked.was == "робота"
    assert ask("Arbeit", "Chemnitz", exact=True).asked.was == "Arbeit"


def test_a_german_word_counts_as_much_as_the_name_it_stands_for():
    understood = ask("Krankenschwester")
    assert understood.asked.was == "Pflegefachmann"
    assert weights(understood)["Krankenschwester"] == 1.0


def test_exactly_asks_for_the_typed_word_alone():
    understood = ask("Krankenschwester", exact=True)
    assert understood.asked.was == "Krankenschwester"
    assert weights(understood) == {"Krankenschwester": 1.0}
    assert understood.also == ()


def test_exactly_in_another_language_asks_for_the_german_name_alone():
    understood = ask("кухар", language="uk", exact=True)
    assert understood.asked.was == "Koch"
    assert weights(understood) == {"Koch": 1.0, "Köchin": 1.0}


def test_what_stands_beside_the_occupation_is_asked_too_where_portals_understand_it():
    assert ask("розробник Java", language="uk").asked.was == "Softwareentwickler Java"
    assert ask("Koch Hotel").asked.was == "Koch Hotel"
    assert ask("cook hotel", language="en").asked.was == "Koch"


def test_what_has_both_comes_before_the_occupation_alone_and_never_the_rest_alone():
    understood = ask("Koch Hotel")
    found = weights(understood)
    assert found["Koch Hotel"] > found["Koch"] > found["Jungkoch"]
    assert "Hotel" not in found
    assert "Köchin" in understood.also


def test_a_word_with_two_meanings_looks_for_both():
    found = weights(ask("نجار", language="ar"))
    assert found["Zimmerer"] == 1.0
    assert found["Tischler"] == 0.8


def test_a_corrected_word_is_also_looked_for_as_typed():
    understood = ask("programer", language="en")
    assert understood.asked.was == "Softwareentwickler"
    assert weights(understood)["programer"] == 0.9


@given(st.text(max_size=130), st.text(max_size=130), st.sampled_from(LANGUAGES))
def test_every_query_is_either_asked_or_has_a_problem(words, place, language):
    understood = ask(words, place, language)
    assert (understood.asked is None) <= bool(understood.problem)
