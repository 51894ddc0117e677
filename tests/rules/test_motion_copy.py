"""What a copied motion is asked to look at again."""

import pytest

from reihum.rules.motion_copy import dated
from reihum.rules.text import read

pytestmark = pytest.mark.unit


def words(text: str) -> list[str]:
    found = dated("", read(text), year=2027, conference=22)
    return [word for one in found for word in one.words]


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("bis Ende 2026 zu berichten", ["2026"]),
        ("bis 2030 und ab 2027", []),
        ("der 21. Konferenz, nicht der 22. Konferenz", ["21. Konferenz"]),
        ("zur 18. IntMK und zur 20. Integrationsministerkonferenz",
         ["18. IntMK", "20. Integrationsministerkonferenz"]),
        ("zur 19. AMK", ["19. AMK"]),
        ("im nächsten Jahr und im letzten Jahr", ["nächsten Jahr", "letzten Jahr"]),
        ("siehe TOP 2.4 vom 3. Mai 2025", ["TOP 2.4", "2025"]),
        ("Das amtierende Vorsitzland berichtet", ["amtierende Vorsitzland"]),
        ("2025 und noch einmal 2025", ["2025"]),
        ("Artikel 20251 bleibt", []),
    ],
)  # fmt: skip
def test_what_speaks_of_an_earlier_year_is_pointed_out(text, pointed):
    assert words(text) == pointed


def test_it_says_where_and_begins_with_the_title():
    found = dated(
        "Haushalt 2026", read("1. Gut\n\n2. Seit 2024"), year=2027, conference=22
    )
    assert [(one.id, one.number, one.words) for one in found] == [
        ("", "", ("2026",)),
        ("p2", "2.", ("2024",)),
    ]
