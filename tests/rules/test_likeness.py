"""What is found when somebody writes on a theme that was there before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.likeness import Scales, nearest, stem, stems, weigh

pytestmark = pytest.mark.unit

TITLES = (
    "Öffnung der bundesfinanzierten Sprachkurse",
    "Öffnung der Migrationsberatung",
    "6. Bericht zum Integrationsmonitoring der Länder",
    "Reform des Staatsangehörigkeitsrechts",
    "Einwanderung von Fachkräften",
    "Ankommen",
)
SETS = st.frozensets(st.sampled_from("abcdefgh"))
WEIGHTS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.floats(min_value=0.01, max_value=100)
)


def found(title: str, text: str = "") -> list[str]:
    return [TITLES[one.place] for one in nearest(title, text, TITLES)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Einbürgerungen", "Einbuergerung"),
        ("Kurse", "Kursen"),
        ("Ministerinnen", "Minister"),
        ("Straße", "Strasse"),
        ("ÖFFNUNG", "öffnung"),
        ("Länder", "Laendern"),
    ],
)
def test_the_forms_of_a_word_are_one(one, other):
    assert stem(one) == stem(other)


def test_different_words_stay_different_and_short_ones_whole():
    assert stem("Sprache") != stem("Sprachkurs")
    assert (stem("See"), stem("EU"), stem("Quelle")) == ("see", "eu", "quell")


def test_words_that_say_nothing_do_not_count():
    assert stems("Der Bericht über die 6. Konferenz, a 2026") == {stem("Konferenz")}


def test_a_theme_is_found_in_other_words():
    assert found("Sprachkurse für alle öffnen") == [TITLES[0]]
    assert found("Migrationsberatung sichern") == [TITLES[1]]


def test_the_tail_of_a_compound_is_something_alike():
    assert found("Fachkräfteeinwanderung") == [TITLES[4]]


def test_what_has_nothing_in_common_is_not_shown():
    assert found("Wohnungsbau") == []
    assert found("") == []
    assert nearest("Ankommen", "", ()) == ()


def test_a_title_is_found_in_the_text_also_where_the_own_title_is_another():
    text = "Wir kommen auf die Öffnung der bundesfinanzierten Sprachkurse zurück."
    assert found("Teilhabe von Anfang an", text) == [TITLES[0]]
    assert found("Wohnen", "Beim Ankommen in einem Land.") == []  # one word is chance


def test_the_most_alike_comes_first_and_says_so():
    first, second = nearest("Öffnung der Migrationsberatung", "", TITLES)
    assert (TITLES[first.place], first.score) == (TITLES[1], 1.0)
    assert (first.said.de, second.said.de) == ("sehr ähnlich", "ähnlich")
    assert len(nearest("Öffnung", "", ["Öffnung"] * 9)) == 5


def test_a_rare_word_counts_more_than_a_frequent_one():
    scales = weigh(["Bericht Wohnen", "Sport Wohnen", "Wohnen"])
    assert scales.weight(stems("Sport")) > scales.weight(stems("Wohnen"))
    assert scales.weight({"nie"}) == scales.unknown


# ── laws ───────────────────────────────────────────────────────────────────
@given(SETS, SETS, WEIGHTS)
def test_likeness_is_mutual_and_between_nothing_and_all(one, other, weights):
    scales = Scales(weights, 1.0)
    assert scales.score(one, other) == scales.score(other, one)
    assert 0 <= scales.score(one, other) <= 1


@given(SETS, WEIGHTS)
def test_a_title_is_wholly_like_itself(one, weights):
    assert Scales(weights, 1.0).score(one, one) == (1.0 if one else 0.0)


@given(SETS, SETS, WEIGHTS, st.sampled_from("ijk"))
def test_a_word_more_in_both_never_makes_them_less_alike(one, other, weights, word):
    scales = Scales(weights, 1.0)
    before = scales.score(one, other)
    assert scales.score(one | {word}, other | {word}) >= before - 1e-12
    assert scales.score(one | {word}, other) <= before + 1e-12
