"""The synopsis as it is read: what is in it, for whom, and at what cost."""

import pytest

from reihum.acts import amendments, motions, synopsis
from reihum.reads import laid as reads
from reihum.reads.fates import fates
from reihum.reads.synopsis import synopsis as read
from reihum.rules.amendment_steps import Rewrite
from reihum.rules.decision import Fate
from reihum.rules.visibility import STRANGER, Viewer
from tests.wished import CLUB, P1, keys, laid_on, shown, submitted, wish, wished

pytestmark = pytest.mark.integration

OFFICE, HESSE = Viewer(office=True), Viewer(members=frozenset({"HE"}))
QUERIES = 10


@pytest.fixture
def motion(intmk, acting) -> int:
    return wished(acting)


def test_it_costs_the_same_with_one_wish_and_with_many(
    intmk, acting, django_assert_num_queries
):
    few = submitted(acting)
    wish(acting, few, "BY", CLUB)
    with django_assert_num_queries(QUERIES):
        assert len(shown(few).laid.synopsis.points) == 1
    many = wished(acting)
    with django_assert_num_queries(QUERIES):
        assert len(shown(many).laid.synopsis.points) > 5


def test_office_and_members_see_the_same_wishes(motion):
    assert shown(motion, HESSE).rows == shown(motion, OFFICE).rows
    for nobody in (Viewer(guest=True), STRANGER):
        assert read("intmk", motion, nobody) is None


def test_a_draft_is_its_lands_own_and_counts_nowhere(motion, acting):
    amendments.write(
        acting("HE"), motion=motion, member="HE", version=1,
        step=Rewrite("p1", P1.replace("Länder", "Regierungen")),
    )  # fmt: skip
    seen = shown(motion, HESSE)
    assert [row.id for row in seen.drafts] == ["p1"]
    assert seen.rows == shown(motion, OFFICE).rows
    assert shown(motion, OFFICE).drafts == ()
    assert shown(motion, Viewer(members=frozenset({"BY"}))).drafts == ()


def test_a_draft_of_a_motion_has_no_synopsis_yet(intmk, acting):
    pk = motions.draft(acting("HE"), member="HE", conference=22, title="A", text="")
    assert read("intmk", pk, HESSE) is None
    assert read("intmk", 999, HESSE) is None
    assert read("amk", pk, HESSE) is None


def test_the_same_wishes_are_laid_once_and_others_anew(motion, acting, monkeypatch):
    first = laid_on(motion).synopsis
    monkeypatch.setattr(reads, "combine", None)
    assert laid_on(motion).synopsis is first
    monkeypatch.undo()
    wish(acting, motion, "HH", CLUB)
    assert ("BY", "HH", "SN", "ST") in [
        p.lands for p in laid_on(motion).synopsis.points
    ]


def test_another_text_with_the_same_wishes_is_another_synopsis(intmk, acting):
    one, other = wished(acting), wished(acting)
    assert laid_on(one).base.motion != laid_on(other).base.motion
    assert [p.key for p in laid_on(one).synopsis.points] == [
        p.key for p in laid_on(other).synopsis.points
    ]


def test_its_mark_changes_with_whatever_changes_the_outcome(motion, office, acting):
    def decide(accepted):
        synopsis.decide(
            office, motion=motion, version=1, keys=keys(motion, "HE"),
            accepted=accepted,
        )  # fmt: skip

    marks = [laid_on(motion).mark]
    decide(accepted=True)
    marks.append(laid_on(motion).mark)
    decide(accepted=False)
    marks.append(laid_on(motion).mark)
    synopsis.word_compromise(office, motion=motion, version=1, paragraph="p4", text="A")
    marks.append(laid_on(motion).mark)
    wish(acting, motion, "HH", Rewrite("p1", "Neu."))
    marks.append(laid_on(motion).mark)
    assert len(set(marks)) == len(marks)
    assert laid_on(motion).mark == marks[-1]


def test_each_land_reads_what_became_of_its_wishes(motion, office):
    synopsis.decide(
        office, motion=motion, version=1, keys=keys(motion, "HE"), accepted=False,
        reason="Zu viel.",
    )  # fmt: skip
    (hesse,) = fates(laid_on(motion), "HE")
    assert (hesse.place.de, hesse.fate, hesse.verdict) == (
        "Ziffer 3", Fate.REJECTED, "Zu viel.",
    )  # fmt: skip
    (thuringia,) = fates(laid_on(motion), "TH")
    assert thuringia.fate is Fate.OPEN
    assert fates(laid_on(motion), "HH") == ()
