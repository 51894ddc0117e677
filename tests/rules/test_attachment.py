import pytest

from reihum.rules.attachment import (
    LARGEST,
    LONGEST_NAME,
    MOST,
    TYPES,
    check_annex,
    check_size,
    clean_name,
    ending,
    in_mebi,
    media_type,
    too_large_to_carry,
    unknown_attachment,
)
from reihum.rules.words import Why

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("name", TYPES)
def test_an_annex_is_what_its_name_says(name):
    begins = TYPES[name][1]
    assert check_annex(f"Anlage 1.{name.upper()}", begins + b"...", 0) is None
    assert check_annex(f"Anlage.{name}", b"MZ...", 0).field == "file"
    assert media_type(f"x.{name}") == TYPES[name][0]


@pytest.mark.parametrize("name", ["x.exe", "x.html", "x.svg", "x", "x.docm"])
def test_other_files_are_no_annex(name):
    refusal = check_annex(name, b"PK\x03\x04", 0)
    assert f"„{name}“" in refusal.text.de
    assert ".pdf, .docx, .xlsx, .png und .jpg" in refusal.text.de


def test_an_annex_has_its_limits():
    assert "leer" in check_annex("x.pdf", b"", 0).text.de
    assert "20" in check_annex("x.pdf", b"%PDF-", MOST).text.de
    large = check_annex("x.pdf", b"%PDF-" + b"x" * LARGEST, 0)
    assert "21 MB" in large.text.de
    assert check_size(LARGEST) is None
    assert in_mebi(1) == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Anlage 1.pdf", "Anlage 1.pdf"),
        (r"C:\Eigene Dateien\BY.docx", "BY.docx"),
        ("../../etc/passwd", "passwd"),
        ("rechnung\u202efdp.exe", "rechnungfdp.exe"),
        ("\x00\n", "Datei"),
        ("", "Datei"),
        ("x" * 300 + ".pdf", "x" * (LONGEST_NAME - 4) + ".pdf"),
    ],
)
def test_a_name_is_a_name_and_no_path(given, kept):
    assert clean_name(given) == kept


def test_what_is_too_large_to_come_along_is_added_afterwards():
    assert "danach" in too_large_to_carry().de


def test_a_file_of_another_land_is_not_there():
    assert unknown_attachment().why is Why.UNKNOWN


def test_a_file_without_an_ending_is_of_no_type():
    assert ending("Makefile") == ""
    assert media_type("Makefile") == "application/octet-stream"
