"""Titles that mean the same compare as the same, and what tells posts apart is kept."""

import pytest

from reihum.jobs.merge.titles import likeness, title
from reihum.jobs.model import Kind, WorkingTime

pytestmark = pytest.mark.unit

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Koch (m/w/d)", "Köchin / Koch"),
        ("Koch/Köchin (w/m/d)", "Koch (gn*)"),
        ("Erzieher*in", "Erzieher:in (all genders)"),
        ("Erzieher_innen", "Erzieherin oder Erzieher"),
        ("Kauffrau/-mann für Büromanagement", "Kaufmann (m/w/d) für Büromanagement"),
        ("Pflegefachfrau / Pflegefachmann", "Pflegefachkraft m/w/d"),
        (
            "Medizinische/r Fachangestellte/r",
            "Medizinische Fachangestellte (MFA) (w/m/d)",
        ),
        ("MFA / Medizinische Fachangestellte", "Medizinische Fachangestellte"),
        ("Wiss. Mitarbeiter (m/w/d)", "Wissenschaftliche Mitarbeiterin (m/w/d)"),
        ("Ärztin / Arzt", "Arzt (m/w/d)"),
        ("Bäcker – ab sofort!", "Baecker gesucht"),
        ("Maurer (m/w/d) zum nächstmöglichen Zeitpunkt", "Wir suchen Maurer"),
        ("Sachbearbeiter (m/w/d), E 9b TVöD", "Sachbearbeiter/in (Entgeltgruppe 9b)"),
        ("Zimmerer", "Zimmerin (m/w/d)"),
        ("Kita Pfiffikus: Erzieher", "Erzieher für die Kindertagesstätte Pfiffikus"),
        ("Tierwirt zum 1. März 2027", "Tierwirt ab 01.03."),
    ],
)
def test_ways_of_writing_are_no_difference(one, two):
    assert likeness(title(one), title(two), NOTHING).equal, (title(one), title(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Koch", "Beikoch"),
        ("Pflegefachkraft Kardiologie", "Pflegefachkraft Radiologie"),
        ("Elektroniker Betriebstechnik", "Elektroniker Gebäudetechnik"),
        ("Softwareentwickler Frontend", "Softwareentwickler Backend"),
        ("Pflegefachkraft Station 3", "Pflegefachkraft Station 5"),
    ],
)
def test_another_specialisation_is_a_difference(one, two):
    assert not likeness(title(one), title(two), NOTHING).part


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Entwickler", "Senior Entwickler"),
        ("Junior Entwickler", "Senior Entwickler"),
        ("Leitung Kita", "Stellvertretende Leitung Kita"),
        ("Assistenzarzt", "Oberarzt"),
        ("Bäcker Nachtschicht", "Bäcker Frühdienst"),
        ("Bediener 3-Schicht", "Bediener"),
        ("Pflege im Nachtdienst", "Pflege"),
        ("Ausbildung Koch 2026", "Ausbildung Koch 2027"),
        ("Station 3", "Station 5"),
        ("Maurer", "Maurerpolier"),
        ("Elektriker", "Elektrohelfer"),
    ],
)
def test_level_shift_and_numbers_tell_posts_apart(one, two):
    assert title(one).telling != title(two).telling


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ausbildung zum Koch (m/w/d)", Kind.APPRENTICESHIP),
        ("Azubi Hotelfach", Kind.APPRENTICESHIP),
        ("Auszubildende (m/w/d) Pflege", Kind.APPRENTICESHIP),
        ("Duales Studium Informatik", Kind.APPRENTICESHIP),
        ("Praktikant (m/w/d)", Kind.INTERNSHIP),
        ("Werkstudent IT", Kind.INTERNSHIP),
        ("Sachbearbeiter Ausbildung", None),
        ("Internist (m/w/d)", None),
        ("Koch", None),
    ],
)
def test_the_kind_of_offer_is_read_from_the_title(text, kind):
    assert title(text).kind is kind


@pytest.mark.parametrize(
    ("text", "hours", "times"),
    [
        ("Kassierer 25 Std./Woche", 25.0, set()),
        ("Kassierer (30 Stunden) in Teilzeit", 30.0, {WorkingTime.PART}),
        ("Kassierer 38,5 h", 38.5, set()),
        (
            "Kassierer in Voll- oder Teilzeit",
            None,
            {WorkingTime.FULL, WorkingTime.PART},
        ),
        ("Spülkraft 556 €", None, {WorkingTime.MINI}),
        ("Koch", None, set()),
    ],
)
def test_hours_are_read_from_the_title_and_are_no_part_of_it(text, hours, times):
    found = title(text)
    assert found.hours == hours
    assert found.times == times
    assert len(found.words) == 1


def test_a_housekeeper_is_no_leader():
    assert not title("Hausmeister (m/w/d)").telling
    assert not title("Arzthelferin").telling


def test_a_name_said_elsewhere_adds_nothing():
    known = frozenset({"chemnitz"})
    assert likeness(title("Koch in Chemnitz"), title("Koch"), known).equal
