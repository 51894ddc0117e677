import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.laender import LAENDER
from reihum.rules.land_in_name import land_called, land_in_name, lands_in_name
from reihum.rules.words import Refusal

pytestmark = pytest.mark.unit
AROUND = st.sampled_from(["", "Antrag_", "2026-11-02 ", "final", "(2)", "Änderungen-"])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("BY.docx", "BY"),
        ("by_final.docx", "BY"),
        ("Bayern.docx", "BY"),
        ("Antrag_NW.docx", "NW"),
        ("NW2.docx", "NW"),
        ("DE-HE.docx", "HE"),
        ("Änderungen Sachsen-Anhalt (3).docx", "ST"),
        ("sachsen anhalt.docx", "ST"),
        ("Niedersachsen.docx", "NI"),
        ("Baden-Wuerttemberg.docx", "BW"),
        ("Lower Saxony.docx", "NI"),
        ("BY Bayern by.docx", "BY"),
        ("changes by NI.docx", "NI"),
        ("SL", "SL"),
    ],
)
def test_the_name_of_a_file_tells_its_land(name: str, code: str):
    assert land_in_name(name) == code


def test_only_a_name_in_full_or_capitals_tells_beyond_doubt():
    assert lands_in_name("Änderungen by Referat.docx") == ()
    assert lands_in_name("NW_BY.docx") == ("BY", "NW")
    assert lands_in_name("Sachsen-Anhalt.docx") == ("ST",)


def test_a_name_as_a_mac_writes_it_is_read_too():
    assert land_in_name(unicodedata.normalize("NFD", "Thüringen.docx")) == "TH"


@given(land=st.sampled_from(LAENDER), before=AROUND, behind=AROUND)
def test_every_land_is_known_by_code_and_by_name(land, before, behind):
    assert land_in_name(f"{before} {land.code} {behind}.docx") == land.code
    assert land_in_name(f"{before} {land.name} {behind}.docx") == land.code


def test_a_name_without_a_land_asks_for_it():
    found = land_in_name("Antrag_final.docx")
    assert isinstance(found, Refusal)
    assert "--as BY=Antrag_final.docx" in found.text.de


def test_a_name_with_two_laender_asks_which_is_meant():
    found = land_in_name("BY_und_Hessen.docx")
    assert isinstance(found, Refusal)
    assert "BY und HE" in found.text.de


@pytest.mark.parametrize("word", ["BY", "by", "Bayern", "bavaria"])
def test_a_land_can_be_called_by_code_or_name(word: str):
    assert land_called(word) == "BY"


def test_the_bund_can_be_called_and_nobody_else():
    assert land_called("Bund") == "BUND"
    assert isinstance(land_called("Tirol"), Refusal)
    assert isinstance(land_called("Bayern Hessen"), Refusal)
