import pytest

from reihum.formats.markdown import document, escaped, heading, lines, quoted, wording
from reihum.rules.text import read

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        (
            "Integrationsminister*innenkonferenz",
            r"Integrationsminister\*innenkonferenz",
        ),
        ("1. Sie bitten", r"1\. Sie bitten"),
        ("12) Sie bitten", r"12\) Sie bitten"),
        ("- ein Strich", r"\- ein Strich"),
        ("am 14. April", "am 14. April"),
        ("# kein Titel <b>", r"\# kein Titel \<b\>"),
        ("a_b [c] `d` \\", r"a\_b \[c\] \`d\` \\"),
    ],
)
def test_what_was_typed_is_what_is_read(typed, markdown):
    assert escaped(typed) == markdown


def test_numbers_of_a_text_keep_their_gaps():
    blocks = wording(read("1. eins\n\n3. drei\n\n- Strich\n\nSchluss"))
    assert blocks == [r"1\. eins", r"3\. drei", "– Strich", "Schluss"]


def test_typed_lines_and_blocks_stay_apart():
    assert lines("eins\nzwei\n\n \ndrei\n") == ["eins  \nzwei", "drei"]
    assert lines("  ") == []


def test_a_quotation_marks_every_line():
    assert quoted(["a\nb", "c"]) == "> a\n> b\n>\n> c"


def test_a_document_leaves_out_what_is_empty():
    assert document([heading(1, "Titel"), "", "Text"]) == "# Titel\n\nText\n"
