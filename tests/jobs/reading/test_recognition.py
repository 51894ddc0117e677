"""Where a foreign qualification has to be recognised, and where it need not."""

import pytest

from reihum.jobs.model import Recognition
from reihum.jobs.reading.recognition import of_text, of_title

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "title",
    [
        "Pflegefachkraft (m/w/d)",
        "Pflegefachmann/-frau",
        "Gesundheits- und Krankenpfleger",
        "Facharzt für Innere Medizin",
        "Assistenzärztin",
        "Ärzte in Weiterbildung",
        "Erzieher:in für die Kita",
        "Lehrkraft für Mathematik",
        "Grundschullehrer",
        "Physiotherapeutin",
        "Sozialpädagoge",
        "Apotheker (m/w/d)",
        "Beratender Ingenieur",
    ],
)
def test_regulated_occupations(title):
    assert of_title(title.lower()) is Recognition.REGULATED


@pytest.mark.parametrize(
    "title",
    [
        "Pflegehelfer",
        "Krankenpflegehelfer",
        "Zahnarzthelferin",
        "Medizinische Fachangestellte in der Arztpraxis",
        "Arztsekretärin",
        "Yogalehrer",
        "Entwicklungsingenieur",
        "Softwarearchitekt",
        "Ausbildung zum Pflegefachmann",
        "Koch",
        "Bauleiter für ein Pilotprojekt",
        "Notariatsfachkraft",
    ],
)
def test_occupations_that_are_open(title):
    assert of_title(title.lower()) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ein in Deutschland anerkannter Abschluss", Recognition.ASKED),
        ("mit anerkannter Berufsausbildung", Recognition.ASKED),
        ("Anerkennung Ihrer ausländischen Qualifikation", Recognition.ASKED),
        ("Deutsche Approbation oder Berufserlaubnis", Recognition.ASKED),
        ("keine Ausbildung erforderlich", Recognition.NOT_NEEDED),
        ("Eine Ausbildung ist nicht erforderlich", Recognition.NOT_NEEDED),
        ("Quereinsteiger willkommen", Recognition.NOT_NEEDED),
        ("auch ohne abgeschlossene Berufsausbildung", Recognition.NOT_NEEDED),
        ("gern auch ungelernt", Recognition.NOT_NEEDED),
        ("abgeschlossene Berufsausbildung", None),
        ("Anerkennung und Wertschätzung", None),
        ("ein anerkannter Arbeitgeber", None),
        ("ohne Schichtdienst", None),
    ],
)
def test_what_a_text_asks_for(text, said):
    assert of_text(text.lower()) is said
