"""Who looks for a cook finds every way in which a cook is written."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Advertisement
from reihum.jobs.query import Term
from reihum.jobs.rank.match import score
from reihum.jobs.rank.terms import terms_of

pytestmark = pytest.mark.unit

PLAIN = Advertisement(source="muster", id="1", title="", url="https://muster.test/1")


def found(words, **facts):
    """Return the score of an advertisement for one term."""
    ad = msgspec.structs.replace(PLAIN, **facts)
    return score(ad, terms_of([Term(words)]))


@pytest.mark.parametrize(
    "title",
    [
        "Koch", "Köchin", "Koch/Köchin (m/w/d)", "KÖCHE GESUCHT", "Köch*in", "Köch:in",
        "Köch_in", "Köch(in)", "Koch/-in", "Koch/in", "KöchIn", "Koechin", "Köchinnen",
        "Beikoch", "Jungköchin",
        "Kochlehrling", "Diätkoch-Stelle", "Koch (m/w/d) für die Schulküche",
    ],
)  # fmt: skip
def test_a_cook_is_found_however_it_is_written(title):
    assert found("Koch", title=title) > 0
    assert found("Köchin", title=title) > 0
    assert found("koch", title=title) > 0


@pytest.mark.parametrize(
    "title",
    [
        "Kellner in Kochel am See", "Kochel", "Verkäufer", "Woche der Ausbildung",
        "Hochbau", "Kocher Werke", "",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_cook_is_not_found(title):
    assert found("Koch", title=title) == 0


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Küche", "Küchenhilfe (m/w/d)"),
        ("Küche", "Mitarbeiter Großküche"),
        ("Pflege", "Pflegefachkraft"),
        ("Pflege", "Altenpfleger"),
        ("Reinigung", "Reinigungskräfte gesucht"),
        ("Reinigung", "Hotelreinigung (m/w/d)"),
        ("Reinigung", "Gebäudereinigungen"),
        ("Fahrer", "Busfahrerin"),
        ("Lagerist", "Lagerist*in"),
        ("Arzt", "Fachärztin für Chirurgie"),
        ("Ärztin", "Assistenzärzte"),
        ("Erzieher", "Erzieher/innen"),
        ("Verkauf", "Verkäuferin"),
        ("Medizinische Fachangestellte", "Medizinischer Fachangestellter (m/w/d)"),
        ("Medizinische Fachangestellte", "Medizinische/r Fachangestellte/r"),
        ("Bürokauffrau", "Buerokauffrau"),
        ("Ingenieur", "Bauingenieurinnen"),
        ("Zimmerer", "Zimmererin"),
        ("Zimmerer", "Zimmerermeister"),
        ("Patissier", "Chef Pâtissier"),
    ],
)
def test_inflections_compounds_and_gender_forms(words, title):
    assert found(words, title=title) > 0


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Lehrer", "Lehre als Maurer"),
        ("Lager", "Verkäufer in bester Lage"),
        ("IT", "Recruiter"),
        ("Wirt", "Landwirt"),
        ("Rat", "Heirat"),
        ("Medizinische Fachangestellte", "Medizinischer Direktor"),
        ("Bäcker", "Auswertung von Feedback"),
        ("Bauer", "Gerüstbauer"),
        ("Gärtner", "Kindergärtnerin"),
        ("Pfleger", "Tierpfleger"),
        ("Arzt", "Tierärztin"),
        ("Lehrer", "Fahrlehrer"),
        ("Bauingenieur", "Maschinenbauingenieurin"),
        ("Medizinische Fachangestellte", "Zahnmedizinische Fachangestellte"),
        ("Fischer", "Verkäufer Fisch"),
        ("Zimmerer", "Zimmerservice"),
        ("Zimmerer", "Vorzimmerkraft"),
    ],
)
def test_words_that_only_share_letters_stay_apart(words, title):
    assert found(words, title=title) == 0


def test_the_title_counts_more_than_the_portal_and_the_portal_more_than_the_text():
    title = found("Koch", title="Koch")
    compound = found("Koch", title="Beikoch")
    occupation = found("Koch", title="Küche", occupations=("Koch/Köchin",))
    text = found("Koch", title="Küche", text="Wir suchen Sie als Koch in Aue.")
    assert 1 == title > compound > occupation > text > 0


def test_a_text_is_searched_for_whole_words():
    assert found("Koch", text="jede Woche\nKoch-Kenntnisse") > 0
    assert found("Küche", text="als Küchenhilfe") > 0
    assert found("Koch", text="in Kochel, jede Woche, hoch im Kochtopf") == 0
    assert found("cook", text="we want a cook", lang="en") > 0


def test_of_several_words_each_has_to_be_found():
    assert found("Koch Hotel", title="Koch im Hotel") == 1
    assert found("Koch Hotel", title="Koch", text="in unserem Hotel") > 0
    assert found("Koch Hotel", title="Koch", employer="Hotel Muster") > 0
    assert found("Koch Hotel", title="Koch") == 0
    assert found("Koch Hotel", text="Sie sind Koch in einem Hotel") > 0
    assert found("Koch", title="Verkäufer", employer="Bäckerei Koch") == 0


def test_of_three_words_one_may_lack_but_fewer_words_are_worth_less():
    every = found("Java Entwickler Start", title="Java-Entwickler zum Start")
    two = found("Java Entwickler Start", title="Java-Entwickler (m/w/d)")
    assert every > two > 0
    assert found("Java Entwickler Start", title="Entwickler") == 0
    assert found("Chef de Partie", title="Chef de Rang") == 0


def test_weights_lessen_a_find_and_the_best_term_counts():
    ad = msgspec.structs.replace(PLAIN, title="Küchenhilfe")
    related = terms_of([Term("Koch"), Term("Küchenhilfe", 0.5)])
    assert score(ad, related) == 0.5
    assert score(msgspec.structs.replace(PLAIN, title="Koch Küchenhilfe"), related) == 1


def test_a_title_with_all_that_was_typed_is_worth_more_than_the_occupation_alone():
    cook = terms_of([Term("Koch Hotel"), Term("Koch", 0.9)])
    both, alone = (
        score(msgspec.structs.replace(PLAIN, title=title), cook)
        for title in ("Koch im Hotel", "Koch (m/w/d)")
    )
    assert both == 1 > alone == 0.9


def test_exactly_one_word_is_found_in_its_forms_but_not_in_compounds():
    exact = terms_of([Term("Koch")], exact=True)
    for title, worth in (("Köchin (m/w/d)", 1), ("Beikoch", 0), ("Kochlehrling", 0)):
        assert score(msgspec.structs.replace(PLAIN, title=title), exact) == worth


def test_what_is_only_related_is_not_looked_for_in_texts():
    ad = msgspec.structs.replace(PLAIN, text="Sie sind auch Küchenhilfe")
    assert score(ad, terms_of([Term("Küchenhilfe")])) > 0
    assert score(ad, terms_of([Term("Küchenhilfe", 0.5)])) == 0


def test_a_word_without_end_is_read_like_a_long_one():
    assert found("Koch", title="x" * 200_000, text="Koch" * 50_000) == 0


def test_without_words_everything_matches():
    assert score(PLAIN, terms_of([])) == 1
    assert score(PLAIN, terms_of([Term("(m/w/d)")])) == 1


titles = st.text(st.sampled_from("Kochinüe(/*:)- mwd")) | st.text()


@given(titles, titles, st.floats(0.1, 1))
def test_a_score_is_a_share_whatever_is_written(title, words, weight):
    ad = msgspec.structs.replace(PLAIN, title=title, text=words, occupations=(words,))
    assert 0 <= score(ad, terms_of([Term(words, weight), Term(title, weight)])) <= 1


@given(st.sampled_from(["Koch", "Maurer", "Pflegekraft"]), titles)
def test_another_word_in_the_title_never_hides_a_find(word, more):
    assert found(word, title=f"{word} {more}") == 1
