"""A motion is one text, and is taken apart into its parts again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Part, read
from reihum.rules.text.tokens import flatten, rebuild
from reihum.rules.text.whole import TITLE_ID, parted, whole

pytestmark = pytest.mark.unit

TEXT = read("Die Konferenz bittet den Bund:\n1. Er öffnet die Kurse.\na) für alle")
WHY = read("Weil es nötig ist.\n\nUnd eilt.", "b")
LINES = st.lists(st.sampled_from(["1. Eins", "2. Zwei", "a) Drei", "Vier"]), max_size=6)


def test_title_text_and_rationale_are_one_text_in_the_order_of_print():
    found = whole("Kurse öffnen", TEXT, WHY)
    assert [one.id for one in found] == [TITLE_ID, "p1", "p2", "p3", "b1", "b2"]
    assert [one.part for one in found] == [
        Part.TITLE, *[Part.TEXT] * 3, *[Part.RATIONALE] * 2,
    ]  # fmt: skip


@given(LINES, LINES)
def test_taken_apart_again_every_part_is_as_its_row_keeps_it(lines, more):
    text, why = read("\n\n".join(lines)), read("\n\n".join(more), "b")
    parts = parted(whole("Kurse öffnen", text, why))
    assert parts == ("Kurse öffnen", text, why)
    through = parted(rebuild(flatten(whole("Kurse öffnen", text, why)).tokens))
    assert through == parts


def test_where_somebody_splits_the_title_it_stays_one_line():
    title, *rest = whole("Kurse öffnen", TEXT, WHY)
    halves = replace(title, text="Kurse"), replace(title, id="t2", text="öffnen")
    assert parted((*halves, *rest)).title == "Kurse öffnen"
