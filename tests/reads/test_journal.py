"""The journal, read by people: a slice at a time, and no word about others' drafts."""

import pytest

from reihum.acts.door import act
from reihum.acts.journal import note
from reihum.reads.journal import LONGEST, lines
from reihum.rules.visibility import STRANGER, Viewer
from tests.conftest import NOW

pytestmark = pytest.mark.integration

OFFICE = Viewer(members=frozenset({"RP"}), office=True)
BAVARIA = Viewer(members=frozenset({"BY"}))


@act
def write(by, *, what, member="", **facts):
    note(by, what, "motion:1", facts, member=member)


def test_the_newest_line_comes_first_and_says_what_was_done(office):
    write(office, what="conference.plan", number=23)
    write(office, what="motion.submit", member="BY", title="Antrag")
    newest, oldest = lines("intmk", OFFICE)[0:2]
    assert (newest.seq, newest.act, newest.member) == (2, "motion.submit", "BY")
    assert newest.facts == (("title", "Antrag"),)
    assert (oldest.at, oldest.who) == (NOW, "buero-rp")
    assert oldest.facts == (("number", "23"),)
    assert lines("intmk", OFFICE)[0] == newest


def test_a_line_about_a_draft_is_read_by_its_own_land_only(acting):
    write(acting("BY"), what="motion.draft", member="BY")
    write(acting("BY"), what="motion.submit", member="BY")
    assert len(lines("intmk", BAVARIA)) == 2
    assert [row.act for row in lines("intmk", OFFICE)[:]] == ["motion.submit"]


@pytest.mark.parametrize("viewer", [STRANGER, Viewer(guest=True)])
def test_nobody_else_reads_it(office, viewer):
    write(office, what="conference.plan")
    assert len(lines("intmk", viewer)) == 0


def test_the_lines_of_another_body_are_not_shown(office):
    write(office, what="conference.plan")
    assert len(lines("kmk", OFFICE)) == 0


def test_a_long_value_is_cut_on_the_page_only(office):
    write(office, what="rulebook.store", text="x" * (LONGEST + 1))
    (row,) = lines("intmk", OFFICE)[:]
    assert row.facts[0][1] == "x" * LONGEST + " …"


@pytest.mark.parametrize("what", ["minutes.keep", "minutes.remark"])
def test_what_the_draft_of_the_minutes_says_is_read_by_the_office_only(office, what):
    write(office, what=what, text="Noch nicht abgestimmt")
    assert len(lines("intmk", OFFICE)) == 1
    assert len(lines("intmk", BAVARIA)) == 0
