"""What portals call a qualification becomes its German name, and nothing is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.sources.qualifications import qualification, qualification_said

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("bachelor_degree", "Bachelor"), ("Bachelor's Degree", "Bachelor"),
        ("master_degree", "Master"), ("postgraduate degree", "Master"),
        ("Doctorate", "Promotion"), ("High School or equivalent", "Schulabschluss"),
        ("professional certificate", "Berufsabschluss"), ("associate_degree", ""),
        ("Unspecified", ""), ("vocational", "Berufsabschluss"), (None, ""), ("", ""),
    ],
)  # fmt: skip
def test_a_word_of_a_portal_has_a_german_name(word, name):
    assert qualification(word) == name


def test_a_text_stays_as_it_was_published():
    text = "Abgeschlossene Ausbildung als Koch oder Köchin"
    assert qualification_said(text) == text
    assert qualification_said("high school") == "Schulabschluss"
    assert qualification_said("no requirements") == ""


@given(st.text())
def test_no_text_breaks_it(text):
    assert qualification_said(text) in {qualification(text), text, ""}
