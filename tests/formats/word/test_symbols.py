import pytest

from reihum.formats.word.symbols import UNKNOWN, sign

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("code", "character"),
    [
        ("F0B7", "•"), ("F0E0", "→"), ("00A7", "§"), ("20AC", "€"),
        ("F0FF", UNKNOWN), ("0007", UNKNOWN), ("", UNKNOWN), ("xyz", UNKNOWN),
        ("FFFFFFFFFFFF", UNKNOWN), ("-1", UNKNOWN),
    ],
)  # fmt: skip
def test_a_sign_of_a_symbol_font_is_written_as_its_character(code, character):
    assert sign(code) == character
