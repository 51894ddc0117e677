"""Amendments cost the same however many there are, and everybody sees only theirs."""

import pytest

from reihum.acts import amendments, motions
from reihum.reads import amendments as reads
from reihum.reads.amendments import amendments_on, base, versions_of, wishes
from reihum.rules.amendment_steps import Rewrite
from reihum.rules.laender import CODES
from reihum.rules.text import Part
from reihum.rules.visibility import STRANGER, Viewer

pytestmark = pytest.mark.integration

BY = Viewer(members=frozenset({"BY"}))


@pytest.fixture
def motion(intmk, acting) -> int:
    done = motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Kurse",
        text="1. Eins\n2. Zwei",
        rationale="Weil.",
    )  # fmt: skip
    return done.motion


@pytest.fixture
def all_wish(motion, acting):
    for land in CODES:
        by = acting(land)
        step = Rewrite("p1", f"Eins {land}")
        given = {"motion": motion, "version": 1, "step": step}
        pk = amendments.write(by, member=land, **given)
        amendments.submit(by, amendment=pk)


def test_the_text_of_a_motion_holds_all_its_parts(motion):
    found = base("intmk", motion, BY)
    parts = [(one.id, one.part) for one in found.flat.paragraphs]
    assert parts == [
        ("t1", Part.TITLE), ("p1", Part.TEXT), ("p2", Part.TEXT),
        ("b1", Part.RATIONALE),
    ]  # fmt: skip
    assert (found.number, found.ground.newest, found.frozen_at) == (1, True, None)


def test_sixteen_amendments_cost_what_one_does(
    motion, all_wish, django_assert_num_queries
):
    with django_assert_num_queries(4):
        found = base("intmk", motion, BY)
        rows = amendments_on(found.version, BY)
    with django_assert_num_queries(0):
        assert sorted(wish.land for wish in wishes(found, rows)) == sorted(CODES)
    with django_assert_num_queries(2):
        assert reads.amendment("intmk", rows[0].pk, BY) == rows[0]
    with django_assert_num_queries(1):
        assert [row.number for row in versions_of(motion)] == [1]
    with django_assert_num_queries(1):
        assert reads.deadline_of(motion) is None


def test_guests_and_the_public_see_neither_text_nor_wishes(motion, all_wish):
    version = base("intmk", motion, BY).version
    for viewer in (Viewer(guest=True), STRANGER):
        assert base("intmk", motion, viewer) is None
        assert amendments_on(version, viewer) == ()


def test_what_is_of_another_body_or_another_version_is_not_found(motion, all_wish):
    assert base("amk", motion, BY) is None
    assert base("intmk", motion, BY, 2) is None
    found = base("intmk", motion, BY)
    (row, *_) = amendments_on(found.version, BY)
    assert reads.amendment("amk", row.pk, BY) is None


def test_a_draft_motion_has_no_text_to_amend(intmk, acting):
    pk = motions.draft(acting("BY"), member="BY", conference=22, title="A", text="B")
    assert base("intmk", pk, BY) is None
