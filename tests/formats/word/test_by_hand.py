"""A person works on a motion in LibreOffice: what is wished is what was done."""

import pytest

from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.read import WordFile, read_reading
from reihum.formats.word.write import write_motion
from reihum.rules.text import read
from reihum.rules.text.synopsis import Kind, kind_of
from reihum.rules.text.tokens import flatten, said
from reihum.rules.text.tracked import understand

pytestmark = [pytest.mark.unit, pytest.mark.libreoffice]
BASE = read("""
1. Die Länder danken den Kommunen.
2. Sie setzen sich dafür ein,
a) Förderungen zu verlängern,
b) Anträge zu vereinfachen,
c) die Kommunen zu beteiligen.
3. Sie vereinbaren, im Herbst zu berichten.
""")
FLAT = flatten(BASE)
PAPER = MotionPaper(
    body="IntMK", conference="22.", title="", lead=False, submitters=(), cosponsors=(),
    state="", paragraphs=BASE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        ([("replace", "danken", "helfen")], [(Kind.REPLACE, "danken", "helfen")]),
        ([("delete", "Anträge", "die Kommunen zu")],
         [(Kind.DELETE_PARAGRAPH, "¶Anträge zu vereinfachen,", ""),
          (Kind.DELETE_PARAGRAPH, "¶die Kommunen zu beteiligen.", "")]),
        ([("add", "Anträge", "Neues,")], [(Kind.INSERT_PARAGRAPH, "", "¶Neues,")]),
        ([("add", "die Kommunen zu", "Am Ende.")],
         [(Kind.INSERT_PARAGRAPH, "", "¶Am Ende.")]),
        ([("above", "Förderungen", "Oben,")], [(Kind.INSERT_PARAGRAPH, "", "¶Oben,")]),
        ([("enter", "vereinbaren,")], [(Kind.SPLIT, " ", "¶")]),
        ([("join", "Anträge")], [(Kind.JOIN, "¶", " ")]),
        ([("join", "Sie setzen")], [(Kind.JOIN, "¶", " ")]),
        ([("move", "Anträge", "Förderungen")],
         [(Kind.INSERT_PARAGRAPH, "", "¶Anträge zu vereinfachen,"),
          (Kind.DELETE_PARAGRAPH, "¶Anträge zu vereinfachen,", "")]),
        ([("add", "die Kommunen zu", "Am Ende."), ("delete", "Am Ende.")], []),
        ([("bold", "im Herbst")], []),
    ],
)  # fmt: skip
def test_what_a_person_did_is_all_that_is_wished(witness, steps, wanted):
    found = read_reading(witness.work(write_motion(PAPER), "Bayern", *steps))
    assert isinstance(found, WordFile)
    understood = understand(FLAT, found.reading)
    changes = [one.change for one in understood.wanted]
    assert [
        (kind_of(FLAT, c), said(FLAT.tokens[c.start : c.end]), said(c.new))
        for c in changes
    ] == wanted
    assert not understood.untracked
    assert bool(found.lost) is (steps[0][0] == "bold")


def test_a_comment_is_the_reason_of_the_change_at_it_or_stays_a_comment(witness):
    data = witness.work(
        write_motion(PAPER), "Bayern", ("comment", "im Herbst", "Wann?"),
        ("comment", "danken", "Zu wenig."), ("replace", "danken", "helfen"),
    )  # fmt: skip
    found = understand(FLAT, read_reading(data).reading)
    assert [one.reason for one in found.wanted] == ["Zu wenig."]
    assert [one.text for one in found.loose] == ["Wann?"]


def test_a_level_that_libreoffice_does_not_note_is_said_to_be_unnoted(witness):
    data = witness.work(write_motion(PAPER), "Bayern", ("indent", "die Kommunen zu"))
    (one,) = understand(FLAT, read_reading(data).reading).wanted
    assert (kind_of(FLAT, one.change), one.untracked) == (Kind.LEVEL, True)
    assert one.change.new[0].level == 3
