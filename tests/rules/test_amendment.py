from datetime import date

import pytest

from reihum.rules.amendment import (
    LONGEST_REASON,
    MOST_CHANGES,
    STAGE_NAMES,
    WAY_NAMES,
    Ground,
    Stage,
    Way,
    check_asked,
    check_changes,
    check_draft,
    check_end_support,
    check_known,
    check_open,
    check_something,
    check_submitted,
    check_support,
    from_older,
    is_late,
    not_a_member,
    other_text,
    unknown_amendment,
)
from reihum.rules.motion import OPEN
from reihum.rules.stages import Stage as MotionStage
from reihum.rules.text import Part
from reihum.rules.text.changes import Change
from reihum.rules.text.origin import LEAST_KNOWN
from reihum.rules.text.tokens import Start, words
from reihum.rules.words import Why

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("stage", sorted(OPEN))
def test_the_newest_version_is_amended_as_long_as_the_motion_is_open(stage):
    assert check_open(Ground(stage)) is None
    refusal = check_open(Ground(stage, newest=False))
    assert "neuere Fassung" in refusal.text.de
    frozen = check_open(Ground(stage, frozen=True))
    assert "eingefroren" in frozen.text.de


@pytest.mark.parametrize("stage", sorted(set(MotionStage) - OPEN))
def test_what_is_no_motion_yet_or_no_more_is_not_amended(stage):
    refusal = check_open(Ground(stage))
    assert refusal.why is Why.CONFLICT


def test_a_draft_is_changed_directly():
    assert "unmittelbar" in check_open(Ground(MotionStage.DRAFT)).text.de


def test_what_comes_after_the_deadline_is_late_and_the_day_itself_is_in_time():
    day = date(2027, 3, 31)
    assert not is_late(day, day)
    assert is_late(date(2027, 4, 1), day)
    assert not is_late(date(2027, 4, 1), None)


def test_changes_that_concern_the_same_words_are_not_one_amendment():
    one, other = Change(2, 5, words("neu")), Change(4, 6)
    assert "dieselben Wörter" in check_changes([other, one], []).text.de
    assert check_changes([Change(5, 6), Change(2, 5), Change(6, 6)], []) is None


def test_words_are_put_at_a_place_once_and_paragraphs_as_many_as_one_likes():
    one, other = Change(3, 3, words("neu")), Change(3, 3, words("alt"))
    assert "dieselben Wörter" in check_changes([one, other], []).text.de
    new = Change(3, 3, (Start(Part.TEXT, 1, "1."), *words("neu")))
    assert check_changes([one, new, new], []) is None


def test_an_amendment_has_its_limits():
    many = [Change(at, at + 1) for at in range(MOST_CHANGES + 1)]
    assert "eigenen Antrag" in check_changes(many, []).text.de
    assert check_changes(many[1:], ["x" * LONGEST_REASON]) is None
    refusal = check_changes([], ["x" * (LONGEST_REASON + 1)])
    assert refusal.field == "reason"


def test_nothing_is_not_submitted():
    assert check_something([]).why is Why.INVALID
    assert check_something([Change(0, 1)]) is None


def test_a_draft_is_rewritten_and_what_was_submitted_stands():
    for stage in Stage:
        assert (check_draft(stage) is None) == (stage is Stage.DRAFT)
        assert (check_submitted(stage) is None) == (stage is Stage.SUBMITTED)


def test_a_land_supports_what_others_want_and_only_once():
    assert check_support("BY", ["SN"], "ST") is None
    assert "selbst gestellt" in check_support("BY", [], "BY").text.de
    assert "Sachsen unterstützt" in check_support("BY", ["SN"], "SN").text.de
    assert check_end_support(["SN"], "SN") is None
    assert "nicht" in check_end_support([], "SN").text.de


def test_the_sentences_say_what_to_do():
    assert "neu" in other_text().text.de
    assert unknown_amendment().why is Why.UNKNOWN
    assert not_a_member("XX", "IntMK").field == "member"
    assert WAY_NAMES.keys() == set(Way)
    assert STAGE_NAMES.keys() == set(Stage)


# ── files ──────────────────────────────────────────────────────────────────
def test_a_file_of_which_little_is_known_is_of_another_motion():
    assert check_known("Kurse öffnen", LEAST_KNOWN) is None
    refusal = check_known("Kurse öffnen", LEAST_KNOWN - 1)
    assert "29 % in „Kurse öffnen“" in refusal.text.de
    assert refusal.field == "file"


def test_a_file_that_asks_for_nothing_is_told_so():
    assert check_asked(1, 0, 3) is None
    assert "wortgleich mit Fassung" in check_asked(0, 0, 3).text.de
    assert "Kommentare, aber keine Änderung" in check_asked(0, 2, 3).text.de


def test_what_became_of_a_file_of_an_older_version_is_counted():
    said = from_older(1, 3, 4, 2)
    assert "4 von 6 Änderungen" in said.de
    assert "version 3: 4 of 6" in said.en
