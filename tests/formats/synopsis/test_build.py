from dataclasses import replace

import pytest
from hypothesis import given, settings

from reihum.formats.synopsis.build import build, stranger
from reihum.formats.synopsis.counts import without_place
from reihum.formats.synopsis.paper import Counts
from reihum.formats.synopsis.rows import rows, summary
from reihum.formats.word.read import MotionFile, WordFile
from reihum.rules.text import read, write
from reihum.rules.text.tokens import flatten
from reihum.rules.text.tracked import Loose, Piece, Reading, Remark, State
from reihum.rules.words import Refusal, Text
from tests.formats.synopsis.example import (
    BASE,
    CLUBS,
    NO_TIME,
    SILENT,
    TEXT,
    YEARS,
    edited,
)
from tests.formats.synopsis.made import cases

pytestmark = pytest.mark.unit
MOTION = MotionFile("Ankommen im Alltag", read(TEXT), lost=(Text("Bild", "Picture"),))


def untracked(text: str) -> WordFile:
    return WordFile(Reading(tuple(map(Piece, flatten(read(text)).tokens))))


def noted(*gone: str, remarks: tuple[Remark, ...] = ()) -> WordFile:
    """Return a file that notes words as struck out."""
    return WordFile(
        Reading(
            tuple(
                Piece(one, State.DELETED if one[0] in gone else State.KEPT)
                for one in BASE.tokens
            ),
            remarks,
        )
    )


def test_files_become_a_synopsis_that_takes_in_what_nobody_is_against():
    paper = build(
        MOTION,
        [
            ("BY", "BY.docx", untracked(edited(TEXT, [CLUBS]))),
            ("HE", "HE.docx", untracked(edited(TEXT, [NO_TIME]))),
            (
                "BB",
                "BB.docx",
                untracked(edited(TEXT, [("einer Stunde", "kurzer Zeit")])),
            ),
        ],
    )
    assert paper.title == "Ankommen im Alltag"
    assert write(paper.result) == write(read(edited(TEXT, [CLUBS])))
    assert paper.proposed
    found = summary(paper, rows(paper))
    assert (found.conflicting, found.decided) == (1, 0)
    assert paper.lost == MOTION.lost
    assert set(SILENT) < set(paper.silent)


def test_a_new_paragraph_is_numbered_and_those_behind_it_anew():
    new = TEXT.replace("\n2. ", "\n2. Das ist neu.\n3. ")
    paper = build(MOTION, [("BY", "BY.docx", untracked(new))])
    assert [one.number for one in paper.result] == ["1.", "2.", "3.", "4.", "5."]


def test_of_each_file_it_is_known_what_it_noted_and_whether_it_noted_all():
    remark = Remark(2, 3, "Warum?")
    paper = build(
        MOTION,
        [
            ("NI", "NI.docx", noted("drei", "Schule")),
            ("BY", "BY.docx", untracked(edited(TEXT, [YEARS]))),
            ("HE", "HE.docx", noted(remarks=(remark,))),
        ],
    )
    bavaria, hesse, lower_saxony = paper.sent
    assert (bavaria.land, bavaria.untracked) == ("BY", True)
    assert lower_saxony.noted == Counts(inserted=0, deleted=2)
    assert not lower_saxony.untracked
    assert hesse.loose == (Loose("p1", "Warum?"),)
    assert without_place(paper.synopsis, paper.sent) == 0


def test_a_word_that_got_lost_on_the_way_would_be_counted():
    paper = build(MOTION, [("NI", "NI.docx", noted("drei"))])
    sent = replace(paper.sent[0], noted=Counts(inserted=1, deleted=3))
    assert without_place(paper.synopsis, [sent]) == 3


def test_two_files_of_one_land_are_both_its_own():
    one = untracked(edited(TEXT, [CLUBS]))
    other = untracked(edited(TEXT, [YEARS]))
    paper = build(MOTION, [("BY", "BY.docx", one), ("BY", "BY.docx", other)])
    assert {point.lands for point in paper.synopsis.points} == {("BY",)}
    assert [sent.name for sent in paper.sent] == ["BY.docx", "BY.docx (2)"]


def test_a_title_that_is_given_stands_over_it():
    assert build(MOTION, [], title="Etwas anderes").title == "Etwas anderes"


def test_a_file_of_another_motion_is_known_as_that():
    strange = untracked("1. Ganz anderer Text.\n2. Der von etwas anderem handelt.")
    found = stranger(MOTION, strange, "BY.docx")
    assert isinstance(found, Refusal)
    assert "BY.docx" in found.text.de
    assert stranger(MOTION, untracked(edited(TEXT, [NO_TIME])), "BY.docx") is None


@settings(max_examples=25)
@given(cases())
def test_no_word_of_any_file_is_without_a_place(case):
    base, files = case
    paper = build(base, files)
    assert without_place(paper.synopsis, paper.sent) == 0
