import pytest

from reihum.rules.laender import BUND, BY_CODE, CODES, LAENDER, called, who, whose
from reihum.rules.words import Text

pytestmark = pytest.mark.unit
FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


def test_there_are_sixteen_each_with_its_own_code_and_name():
    assert len(LAENDER) == len(set(CODES)) == len({land.name for land in LAENDER}) == 16
    assert all(BY_CODE[land.code] is land for land in LAENDER)


def test_the_order_is_that_of_the_german_alphabet():
    names = [land.name.translate(FOLDED) for land in LAENDER]
    assert names == sorted(names)


def test_the_code_is_the_iso_code_without_its_country():
    assert BY_CODE["BY"].iso == "DE-BY"


@pytest.mark.parametrize(
    ("code", "official", "nominative", "genitive", "dative"),
    [
        (
            "RP", "Land Rheinland-Pfalz", "das Land Rheinland-Pfalz",
            "des Landes Rheinland-Pfalz", "dem Land Rheinland-Pfalz",
        ),
        (
            "SN", "Freistaat Sachsen", "der Freistaat Sachsen",
            "des Freistaats Sachsen", "dem Freistaat Sachsen",
        ),
        (
            "HH", "Freie und Hansestadt Hamburg", "die Freie und Hansestadt Hamburg",
            "der Freien und Hansestadt Hamburg", "der Freien und Hansestadt Hamburg",
        ),
        ("SL", "Saarland", "das Saarland", "des Saarlandes", "dem Saarland"),
    ],
)  # fmt: skip
def test_the_official_name_in_running_text(
    code, official, nominative, genitive, dative
):
    land = BY_CODE[code]
    forms = (land.official, land.nominative, land.genitive, land.dative)
    assert forms == (official, nominative, genitive, dative)


@pytest.mark.parametrize(
    ("code", "subject", "owner"),
    [
        ("BY", Text("der Freistaat Bayern", "Bavaria"),
         Text("des Freistaats Bayern", "Bavaria")),
        ("BUND", Text("der Bund", "the Federation"),
         Text("des Bundes", "the Federation")),
        ("XX", Text("XX", "XX"), Text("XX", "XX")),
    ],
)  # fmt: skip
def test_a_member_is_named_in_a_sentence(code, subject, owner):
    assert who(code) == subject
    assert whose(code) == owner


@pytest.mark.parametrize(
    ("code", "de", "en"),
    [
        ("BY", "Bayern", "Bavaria"),
        ("SL", "Saarland", "Saarland"),
        (BUND, "Bund", "Federation"),
        ("gast", "gast", "gast"),
    ],
)
def test_in_a_list_a_member_has_its_everyday_name(code, de, en):
    assert (called(code).de, called(code).en) == (de, en)
