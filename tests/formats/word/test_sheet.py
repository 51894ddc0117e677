import pytest
from lxml import etree

from reihum.formats.word.lines import KEPT, Ink
from reihum.formats.word.names import w
from reihum.formats.word.sheet import Sheet, clean

pytestmark = pytest.mark.unit
NEW = Ink(before=False)


def sheet(*put) -> Sheet:
    found = Sheet()
    found.begin(etree.Element(w("p")))
    for text, ink, style in put:
        found.put(text, ink, style)
    found.end()
    return found


def test_runs_that_are_alike_become_one_and_two_spaces_one():
    found = sheet(
        ("eins ", KEPT, ""), (" zwei", KEPT, ""), (" drei", KEPT, "b"), (" ", NEW, ""),
        (" ", NEW, ""), ("", KEPT, ""),
    )  # fmt: skip
    assert [(one.text, one.style) for one in found.lines[0].spans] == [
        ("eins zwei", ""), (" drei", "b"), (" ", ""),
    ]  # fmt: skip
    assert found.place == 1 + len("eins zwei drei ")


def test_an_accent_in_a_run_of_its_own_belongs_to_its_letter():
    found = sheet(("Bu", KEPT, ""), ("\u0308rger", KEPT, ""), ("\u0308", NEW, ""))
    assert [one.text for one in found.lines[0].spans] == ["Bürger", "\u0308"]
    assert found.place == 1 + len("Bürger") + 1


def test_white_space_is_one_space_and_what_nobody_sees_is_left_out():
    assert clean("a\t\n b\u00a0c") == "a b c"
    assert clean("Bu\u0308rger*innen") == "Bürger*innen"
    assert clean("Zu\u00adwan\u200bderung\ufeff") == "Zuwanderung"
