"""Lists of motions cost the same, however long; and everybody sees only theirs."""

import pytest

from reihum.acts import agenda, motions
from reihum.reads.agenda import agenda as read_agenda
from reihum.reads.motions import history, members_of, motion, motions_of
from reihum.rules.visibility import STRANGER, Viewer

pytestmark = pytest.mark.integration

NI, BY = Viewer(members=frozenset({"NI"})), Viewer(members=frozenset({"BY"}))


@pytest.fixture
def hundred(intmk, office):
    """A hundred motions, each on the agenda and supported by two."""
    rows = [
        motions.Incoming(
            title=f"Antrag {n}", text="1. Text", rationale="Weil.",
            member="NI", cosponsors=("HB", "TH"),
        )
        for n in range(100)
    ]  # fmt: skip
    pks = motions.import_many(office, conference=22, rows=rows)
    for n, pk in enumerate(pks, 1):
        agenda.place(office, motion=pk, number=f"2.{n}")
    return pks


def test_a_hundred_motions_cost_two_queries(hundred, django_assert_num_queries):
    with django_assert_num_queries(2):
        rows = motions_of("intmk", 22, BY)
    assert [row.number for row in rows] == [f"2.{n}" for n in range(1, 101)]
    assert rows[0].text == ()


def test_one_motion_costs_two_queries_and_its_history_one(
    hundred, django_assert_num_queries
):
    with django_assert_num_queries(3):
        row = motion("intmk", hundred[6], BY)
        events = history(row, BY)
    assert [paragraph.text for paragraph in row.text] == ["Text"]
    assert [paragraph.text for paragraph in row.rationale] == ["Weil."]
    assert [event.act for event in events] == ["motion.import", "agenda.place"]


def test_an_agenda_of_a_hundred_items_costs_three_queries(
    hundred, django_assert_num_queries
):
    with django_assert_num_queries(3):
        assert len(read_agenda("intmk", 22, BY)) == 100


def test_each_sees_submitted_motions_and_its_own_drafts(intmk, acting):
    own = motions.draft(
        acting("NI"), member="NI", conference=22, title="Entwurf", text=""
    )
    for viewer, seen in ((NI, [own]), (BY, []), (Viewer(office=True), [])):
        assert [row.pk for row in motions_of("intmk", 22, viewer)] == seen
    motions.submit_new(
        acting("NI"), member="NI", conference=22, title="Antrag", text="1. Text"
    )
    for viewer, titles in (
        (NI, ["Entwurf", "Antrag"]),
        (BY, ["Antrag"]),
        (Viewer(office=True), ["Antrag"]),
        (Viewer(guest=True), []),
        (STRANGER, []),
    ):
        assert sorted(row.title for row in motions_of("intmk", 22, viewer)) == sorted(
            titles
        )


def test_drafts_come_first_whatever_the_database_does_with_what_has_no_day(
    intmk, acting
):
    for title, store in (("B", motions.submit_new), ("A", motions.draft)):
        store(acting("NI"), member="NI", conference=22, title=title, text="1. Text")
    assert [row.title for row in motions_of("intmk", 22, NI)] == ["A", "B"]


def test_what_is_of_another_body_is_not_found(intmk, acting):
    own = motions.draft(acting("NI"), member="NI", conference=22, title="A", text="")
    assert motion("amk", own, NI) is None
    assert motions_of("amk", 22, NI) == ()


def test_only_laender_submit_motions(intmk):
    assert len(members_of("intmk")) == 16
    assert "bundesministerium" not in members_of("intmk")


def test_how_long_a_land_wrote_at_its_draft_is_its_own_affair(intmk, acting):
    pk = motions.draft(
        acting("NI"), member="NI", conference=22, title="Antrag", text="1. Text"
    )
    motions.submit(acting("NI"), motion=pk)
    row = motion("intmk", pk, BY)
    assert [event.act for event in history(row, BY)] == ["motion.submit"]
    assert [event.act for event in history(row, NI)] == [
        "motion.draft",
        "motion.submit",
    ]
