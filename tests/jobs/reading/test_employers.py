"""Names of employers that tell something; all of them are invented or generic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.reading.employers import (
    AGENCY_STEMS,
    AGENCY_WORDS,
    PUBLIC_NAMES,
    PUBLIC_STEMS,
    is_agency,
    is_public,
    pays_public,
    works_for_a_client,
)
from reihum.jobs.reading.language import language

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "name",
    [
        "Stadt Musterau",
        "Große Kreisstadt Musterau",
        "Landeshauptstadt Musterau",
        "Gemeinde Musterau, Der Bürgermeister",
        "Landkreis Mustertal",
        "Landratsamt Mustertal",
        "Universität Musterau",
        "Technische Hochschule Musterau",
        "Bundesverwaltungsamt",
        "Bundesagentur für Arbeit",
        "Sächsisches Staatsministerium für Musterwesen",
        "Finanzamt Musterau",
        "Polizeidirektion Musterau",
        "Jobcenter Mustertal",
        "Studierendenwerk Musterau",
    ],
)
def test_public_bodies(name):
    assert is_public(name)


@pytest.mark.parametrize(
    "name",
    [
        "Klinikum Musterau gGmbH",
        "Klinikum Musterau",
        "Stadtwerke Musterau GmbH",
        "Stadthotel Musterau",
        "Hotel Stadt Musterau",
        "Evangelische Gemeinde Musterau",
        "Stadt-Apotheke",
        "Stadt Bau GmbH",
        "Kreis & Söhne KG",
        "Internationale Hochschule Muster GmbH",
        "Bäckerei Land",
        "Bundesliga-Gaststätte",
        "Zollstock Werkzeuge",
        "Markthalle",
        "",
    ],
)
def test_names_that_only_sound_public(name):
    assert not is_public(name)


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Muster Zeitarbeit GmbH", True),
        ("MP Personaldienstleistungen", True),
        ("Mustermann Personalservice GmbH", True),
        ("Personal GmbH Musterau", True),
        ("Randstad Deutschland", True),
        ("Gasthof zum Muster", False),
        ("Haystack Software", False),
        ("", False),
    ],
)
def test_agencies(name, agency):
    assert is_agency(name) is agency


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Bezahlung nach TVöD E 5", True),
        ("TV-L E 9b", True),
        ("Besoldungsgruppe A 11", True),
        ("Vergütung in Anlehnung an den TVöD", False),
        ("TV-Gerät", False),
    ],
)
def test_pay_of_the_public_service_and_pay_like_it(text, public):
    assert pays_public(text.lower()) is public


def test_work_at_somebody_elses():
    assert works_for_a_client("wir suchen für unseren kunden in aue")
    assert works_for_a_client("im rahmen der arbeitnehmerüberlassung")
    assert not works_for_a_client("sie beraten unsere kunden")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wir suchen für unser Team in der Küche eine Hilfe und bieten dir viel", "de"),
        ("We are looking for a cook with experience to join our team", "en"),
        (
            "Nous cherchons pour notre équipe un cuisinier avec de la passion et le",
            "fr",
        ),
        ("Koch gesucht", None),
        ("die oder der und wir – the one or you and we with our team", None),
        ("", None),
        ("Software Engineer Berlin Remote Python Django Kubernetes", None),
    ],
)
def test_the_language_is_said_only_of_enough_text(text, code):
    assert language(text.lower()) == code


@pytest.mark.parametrize("names", PUBLIC_NAMES)
@given(data=st.data())
def test_every_name_of_a_public_body_has_a_stem(names, data):
    name = data.draw(st.from_regex(names))
    assert any(stem in name for stem in PUBLIC_STEMS)


@given(st.from_regex(AGENCY_WORDS))
def test_every_name_of_an_agency_has_a_stem(name):
    assert any(stem in name for stem in AGENCY_STEMS)
