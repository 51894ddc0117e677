"""The German that is asked for, as advertisements say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Level
from reihum.jobs.reading import level as module
from reihum.jobs.reading.level import german

pytestmark = pytest.mark.unit

A1, A2, B1, B2, C1, C2 = Level


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Deutsch B1", B1),
        ("Deutschkenntnisse mind. Niveau B2", B2),
        ("Deutschkenntnisse (mind. B2-Niveau)", B2),
        ("Sie sprechen Deutsch auf dem Niveau C1.", C1),
        ("Deutsch A2, Englisch hilft", A2),
        ("Deutsch- und Englischkenntnisse auf B2", B2),
        ("Englisch B2, Deutsch A2", A2),
        ("Englisch C1 und Deutsch B1", B1),
        ("mindestens B1 in Deutsch", B1),
        ("Deutsch B1 oder B2", B1),
        ("Deutsch B1/B2", B1),
        ("Deutsch mindestens B1, wünschenswert B2", B1),
        ("Deutsches Sprachniveau B1", B1),
        ("Deutsche Sprachkenntnisse (B 2)", B2),
        ("telc Deutsch B1·B2 Pflege", B1),
        ("Sprachniveau mindestens B2", B2),
        ("German level B1 or higher", B1),
        ("Deutschkenntnisse A1 genügen", A1),
    ],
)
def test_a_level_that_is_named(text, asked):
    assert german(text.lower()) == asked
    assert german(f"Ihr Profil:\n– {text}\n– Führerschein Klasse B".lower()) == asked


def test_of_two_sentences_the_least_that_is_asked_for_counts():
    text = (
        "Gern Deutsch B2.\nZum Beginn genügt Deutsch A2.\nDeutsch C1 lernen Sie hier."
    )
    assert german(text.lower()) == A2


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Grundkenntnisse in Deutsch", A2),
        ("Einfache Deutschkenntnisse", A2),
        ("Ausreichend Deutschkenntnisse für die Arbeit", B1),
        ("Gute Deutschkenntnisse", B2),
        ("gute bis sehr gute Deutschkenntnisse", B2),
        ("Sehr gute Deutschkenntnisse in Wort und Schrift", C1),
        ("Du sprichst fließend Deutsch", C1),
        ("Deutsch verhandlungssicher, Englisch gut", C1),
        ("Fließend Englisch, gute Deutschkenntnisse", B2),
        ("Deutsch auf Muttersprachniveau", C2),
        ("Fluent German and English", C1),
        ("Deutsch: sehr gut", C1),
    ],
)
def test_words_that_mean_a_level(text, asked):
    assert german(text.lower()) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Deutschkenntnisse",
        "Deutsch in Wort und Schrift",
        "Englisch B2",
        "Sprachkenntnisse: Englisch B2",
        "Deutschlandweit gute Aussichten",
        "bei der Deutschen Bahn, gute Bezahlung",
        "keine Deutschkenntnisse erforderlich",
        "Gute Deutschkenntnisse sind nicht erforderlich",
        "Gute Deutschkenntnisse sind von Vorteil",
        "Deutsch und Führerschein Klasse C1",
        "Führerschein C1",
        "Deutscher Führerschein, Klasse B",
        "eine gute Stimmung im Team",
        "Deutschkenntnisse, TV-L A 11",
        "Plattdeutsch C1",
        "Fachsprachkenntnisse B2",
        "Deutsch, in Halle-B2",
        "",
    ],
)
def test_where_no_level_is_named_none_is_invented(text):
    assert german(text.lower()) is None


@given(
    st.lists(
        st.sampled_from(
            ["deutsch", "englisch", "b1", "c2", "gute", ",", ".", "sehr", "\n", "keine"]
        )
    )
)
def test_whatever_is_written_it_does_not_fail(words):
    german(" ".join(words))


@given(st.sampled_from(list(Level)), st.sampled_from(list(Level)))
def test_of_two_levels_the_lower_one_is_asked_for(one, other):
    assert german(f"deutsch {one.name} oder {other.name}".lower()) == min(one, other)


def test_who_writes_german_a_thousand_times_is_not_read_a_thousand_times(monkeypatch):
    looked_at = []
    monkeypatch.setattr(module, "_beside", lambda *sides: looked_at.append(sides))
    module.german("sprachniveau deutsch " * 1000)
    assert len(looked_at) == module.MENTIONS
