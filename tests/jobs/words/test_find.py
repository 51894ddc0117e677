"""Newcomers find their occupation in the words that they have for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.words.find import bare, find, says_nothing
from reihum.jobs.words.table import LANGUAGES, occupations

pytestmark = pytest.mark.unit


def meant(text: str, language: str = "de") -> list[str]:
    hit = find(text, language)
    return [one.main for one in hit.occupations] if hit else []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("طباخ", "ar"), ("кухар", "uk"), ("cook", "en"), ("aşçı", "tr"),
        ("повар", "ru"), ("آشپز", "fa"), ("cuisinier", "fr"), ("Köchin", "de"),
    ],
)  # fmt: skip
def test_everybody_finds_the_cook_whatever_the_language_of_the_page(text, language):
    assert meant(text, language) == ["Koch"]
    assert meant(text, "de") == ["Koch"]


def test_every_word_of_the_table_finds_its_occupation():
    lost = [
        (one.key, language, word)
        for one in occupations()
        for language in LANGUAGES
        for word in one.said[language]
        if not (hit := find(word, language))
        or one.key not in {each.key for each in hit.occupations}
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I am looking for work as a cook", "en"), ("робота кухарем", "uk"),
        ("шукаю роботу кухаря", "uk"), ("ищу работу поваром", "ru"),
        ("أبحث عن عمل كطباخ", "ar"), ("دنبال کار آشپزی می‌گردم", "fa"),
        ("aşçı olarak iş arıyorum", "tr"), ("je cherche un emploi de cuisinier", "fr"),
        ("Ich suche eine Stelle als Köchin", "de"), ("Koch/Köchin (m/w/d)", "de"),
        ("Köche", "de"), ("cooks", "en"), ("cuisinières", "fr"), ("الطباخين", "ar"),
        ("aşçılık", "tr"), ("KOECHIN", "de"),
    ],
)  # fmt: skip
def test_the_occupation_is_found_inside_what_is_said(text, language):
    assert meant(text, language) == ["Koch"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("помічник для кухаря", "uk", "Küchenhilfe"),
        ("kitchen help", "en", "Küchenhilfe"),
        ("کمک آشپز", "fa", "Küchenhilfe"),
        ("водителем грузовика", "ru", "Berufskraftfahrer"),
        ("водієм", "uk", "Fahrer"),
        ("продавцем", "uk", "Verkäufer"),
        ("nurses", "en", "Pflegefachmann"),
        ("Maler und Lackierer", "de", "Maler"),
        ("работа на складе", "ru", "Lagerhelfer"),
        ("kuafor", "tr", "Friseur"),
    ],
)
def test_the_longest_phrase_counts_in_any_form(text, language, name):
    assert meant(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("beekeeper", "en", "Imker"), ("saatçi", "tr", "Uhrmacher"),
        ("актриса", "uk", "Schauspieler"), ("barista", "en", "Barista"),
        ("автомойка", "ru", "Fahrzeugaufbereiter"), ("مونتاج", "ar", "Kameramann"),
        ("غریق نجات", "fa", "Bademeister"), ("пивовар", "uk", "Brauer"),
        ("tour guide", "en", "Reiseleiter"), ("job étudiant", "fr", "Werkstudent"),
        ("product manager", "en", "Produktmanager"),
        ("data scientist", "en", "Data Scientist"),
        ("devops", "en", "DevOps Engineer"), ("dönerci", "tr", "Imbissverkäufer"),
        ("няня", "ru", "Babysitter"), ("danışman", "tr", "Unternehmensberater"),
        ("psychothérapeute", "fr", "Psychotherapeut"),
        ("Uhrmacherin", "de", "Uhrmacher"),
    ],
)  # fmt: skip
def test_no_portal_is_asked_for_another_occupation_than_was_meant(text, language, name):
    assert meant(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("tester", "en", "Softwaretester"), ("مطور برامج", "ar", "Softwareentwickler"),
        ("بيتزا", "ar", "Pizzabäcker"), ("تبريد وتكييف", "ar", "Kältetechniker"),
        ("أظافر", "ar", "Nageldesigner"), ("чпк", "uk", "Zerspanungsmechaniker"),
        ("фасадчик", "ru", "Verputzer"), ("мойщик машин", "ru", "Fahrzeugaufbereiter"),
        ("حلويات", "ar", "Konditor"), ("Java Entwickler", "de", "Softwareentwickler"),
        ("mechanic", "en", "Kfz-Mechatroniker"), ("مکانیک", "fa", "Kfz-Mechatroniker"),
        ("tamirci", "tr", "Kfz-Mechatroniker"),
    ],
)  # fmt: skip
def test_a_field_or_a_short_word_for_it_finds_the_occupation_first(
    text, language, name
):
    assert meant(text, language)[0] == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("مطعم", "ar", "Mitarbeiter Systemgastronomie"),
        ("hospital", "en", "Pflegefachmann"),
        ("hospital cleaner", "en", "Reinigungskraft"),
        ("طباخ في مطعم", "ar", "Koch"),
        ("прибиральниця в лікарню", "uk", "Reinigungskraft"),
        ("kitchen cook", "en", "Koch"),
        ("cook part time", "en", "Koch"),
        ("part time", "en", "Aushilfe"),
        ("Koch ohne Deutsch", "de", "Koch"),
        ("ohne Deutsch", "de", "Produktionshelfer"),
        ("робота без мови", "uk", "Produktionshelfer"),
        ("school bus driver", "en", "Busfahrer"),
    ],
)  # fmt: skip
def test_where_and_how_it_is_done_gives_way_to_the_occupation(text, language, name):
    assert meant(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [("butler", "de"), ("leader", "en"), ("caviste", "fr"), ("تدريس", "ar"),
     ("мodel", "uk"), ("Schreiber", "de")],
)  # fmt: skip
def test_a_word_is_not_taken_for_a_mistyped_other_one(text, language):
    hit = find(text, language)
    assert hit is None or not hit.guessed


def test_a_german_word_is_not_completed_to_something_else():
    assert meant("Schichtleiter") == []
    assert meant("Flughafen") == []
    assert meant("carpentry", "en") == ["Zimmerer"]


def test_any_job_is_no_occupation():
    for text, language in (("any job", "en"), ("будь-яка робота", "uk"), ("عمل", "ar")):
        assert says_nothing(text, language)
    for text in ("Koch", "", "Arbeit als Imker"):
        assert not says_nothing(text, "de")


def test_what_may_be_two_occupations_offers_both():
    assert set(meant("نجار", "ar")) == {"Zimmerer", "Tischler"}
    assert set(meant("Koch oder Kellner")) == {"Koch", "Kellner"}
    assert set(meant("cook, baker", "en")) == {"Koch", "Bäcker"}


def test_a_place_of_work_beside_an_occupation_is_none():
    for text in ("Koch Hotel", "Hotel Koch"):
        hit = find(text, "de")
        assert (hit.occupation.main, hit.rest) == ("Koch", ("Hotel",))


def test_what_is_left_over_is_kept_as_typed_without_small_talk():
    assert find("шукаю роботу розробник Java", "uk").rest == ("Java",)


def test_a_word_of_several_languages_is_the_readers():
    assert find("chauffeur", "fr").language == "fr"
    assert find("chauffeur", "en").language == "en"


def test_one_mistake_is_forgiven_and_said():
    hit = find("programer", "en")
    assert hit.guessed
    assert hit.occupation.main == "Softwareentwickler"
    assert not find("programmer", "en").guessed


@pytest.mark.parametrize("text", ["Xylophonstimmer", "Arbeit", "", "  ", "🙂", "abc"])
def test_what_names_no_occupation_finds_none(text):
    assert find(text, "de") is None


def test_small_talk_around_an_unknown_occupation_is_dropped():
    assert bare("Ich suche Arbeit als Xylophonstimmer", "de") == "Xylophonstimmer"
    assert bare("work and travel", "en") == "work and travel"
    assert bare("Arbeit", "de") == "Arbeit"


@given(st.text(max_size=130), st.sampled_from([*LANGUAGES, "xx", ""]))
def test_no_text_breaks_it(text, language):
    hit = find(text, language)
    assert hit is None or hit.occupations


@given(
    st.sampled_from(["кухар", "cook", "Koch", "aşçı", "кухарем"]), st.text(max_size=5)
)
def test_a_known_word_is_found_whatever_else_is_typed_after_a_comma(word, more):
    hit = find(f"{word}, {more}", "uk")
    assert hit is not None
