"""What is told to no reader, no reader would have found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Kind
from reihum.jobs.reading import employers, hours, level, pay, recognition
from reihum.jobs.reading.topics import EVERY, HINTS, topics

pytestmark = pytest.mark.unit

PIECES = [
    "Koch", "Azubi", "Praktikum", "Werkstudent", "freiberuflich", "Duales Studium",
    "Vollzeit", "(TZ)", "VZ/TZ", "part time", "Minijob", "538 € Basis", "Nachtschicht",
    "im Schichtdienst", "am Wochenende", "40 Std./Woche", "39,5 Wochenstunden",
    "20h/Wo", "Arbeitszeit: 38 Std.", "unbefristet", "Elternzeitvertretung",
    "Festanstellung", "fixed term contract", "permanent contract", "Home-Office",
    "100% remote", "mobile Arbeit",
    "von zu Hause", "hybrides Modell", "Deutsch B1", "German fluent", "Sprachniveau B2",
    "2.500 € im Monat", "15 EUR/Std.", "14 Euro pro Stunde", "EG 9b", "Entgeltgruppe 5",
    "TVöD E 5", "TV-L", "Besoldungsgruppe A 11", "AVR", "BesGr. A 9", "Pflegefachkraft",
    "Arzt", "Lehrer", "MTR", "Fluglotsin", "Arbeitnehmerüberlassung", "Approbation",
    "für einen Kunden", "bei unserem Auftraggeber", "im Auftrag eines Mandanten",
    "anerkannte Ausbildung", "Quereinsteiger", "staatlich geprüft", "keine Ausbildung",
    "Gleichwertigkeit", "erforderlich", "als", "und", "–", "(m/w/d)", "/", "-", "İ",
]  # fmt: skip
titles = st.lists(st.sampled_from(PIECES), max_size=6).flatmap(
    lambda parts: st.sampled_from(["", " ", "\u00a0"]).map(
        lambda sign: sign.join(parts)
    )
)
READERS = {
    "kind": lambda low: hours.kind(low) is not Kind.WORK,
    "times": hours.working_times,
    "hours": hours.weekly_hours,
    "contract": hours.contract,
    "remote": hours.remote,
    "level": level.german,
    "public": employers.pays_public,
    "client": employers.works_for_a_client,
    "regulated": recognition.of_title,
    "recognition": recognition.of_text,
}


@given(titles)
def test_who_would_find_something_is_told(title):
    low = title.lower()
    found = {topic for topic, read in READERS.items() if read(low)}
    if pay.pay_in(title):
        found.add("pay")
    assert found <= topics(low)


@pytest.mark.parametrize("piece", PIECES[:-8])
def test_there_is_a_reader_for_each_piece_of_this_test(piece):
    assert topics(piece.lower()) or piece == "Koch"


def test_most_titles_tell_nobody():
    assert not topics("koch (m/w/d) für unsere küche in musterau")
    assert topics("azubi zum koch – vollzeit") == {"kind", "times"}


def test_every_topic_has_a_reader_and_its_hints_have_no_space_but_at_the_end():
    assert {*READERS, "pay"} == EVERY
    for topic, hints in HINTS.items():
        for hint in hints:
            assert hint.rstrip().split() == [hint.rstrip()]
            assert topic in topics(f"ein x{hint} da")
