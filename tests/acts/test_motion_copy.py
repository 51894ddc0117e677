"""A Land begins with the words of last year."""

import pytest

from reihum.acts import motions
from reihum.acts.motion_copy import copy_motion, copy_resolution
from reihum.reads.motions import motion
from reihum.records.models import Conference, JournalEntry, Motion, Resolution, Version
from reihum.rules.dates import PartialDate
from reihum.rules.facts import BeforeBundesrat, Category
from reihum.rules.stages import Stage
from reihum.rules.visibility import Viewer
from reihum.rules.words import Why
from tests.paper import adopted

pytestmark = pytest.mark.integration

NI, BY = (Viewer(members=frozenset({code})) for code in ("NI", "BY"))


@pytest.fixture
def earlier(intmk, acting) -> int:
    """A motion of Bayern for the conference of the year before."""
    Conference.objects.create(
        body=intmk, number=21, begins=PartialDate(2027, 2, 1), chair="NW"
    )
    done = motions.submit_new(
        acting("BY"), member="BY", conference=21, title="Kurse bis 2026",
        text="1. Seit 2024", rationale="Weil.", category=Category.BUDGET,
        bundesrat=BeforeBundesrat.NO, lead=True, motto="Zusammen",
    )  # fmt: skip
    return done.motion


def test_a_motion_of_another_year_and_land_becomes_a_draft(earlier, acting):
    pk = copy_motion(acting("NI"), member="NI", conference=22, motion=earlier)
    row = motion("intmk", pk, NI)
    assert (row.title, row.conference, row.stage) == ("Kurse bis 2026", 22, Stage.DRAFT)
    assert [one.text for one in (*row.text, *row.rationale)] == ["Seit 2024", "Weil."]
    assert (row.submitters, row.category) == (("NI",), Category.BUDGET)
    assert (row.lead, row.motto, row.bundesrat, row.copied_from) == (
        False, "", BeforeBundesrat.UNCHECKED, earlier,
    )  # fmt: skip
    version = Version.objects.get(motion=pk)
    assert (version.cause, version.number, version.step) == ("copied", 0, 1)
    assert motion("intmk", pk, BY) is None
    assert JournalEntry.objects.last().act == "motion.draft"
    assert "Kurse" not in JournalEntry.objects.last().data


def test_a_resolution_becomes_a_draft_with_its_words(intmk, office, acting):
    key = adopted(office, intmk)
    pk = copy_resolution(acting("HE"), member="HE", conference=22, key=key)
    row = Motion.objects.get(pk=pk)
    assert row.title == "Öffnung der Sprachkurse"
    assert [one["text"] for one in row.text] == ["Sie bitten um Bericht."]
    assert row.copied_from.item.resolution.key == key


def test_an_old_resolution_of_which_only_the_title_is_known_is_a_start(intmk, acting):
    Resolution.objects.create(
        body=intmk, key="3-4", title="Alter Titel", adopted_on=PartialDate(2009)
    )
    pk = copy_resolution(acting("HE"), member="HE", conference=22, key="3-4")
    row = Motion.objects.get(pk=pk)
    assert (row.title, row.text, row.copied_from) == ("Alter Titel", [], None)


def test_a_copy_of_something_confidential_is_confidential(earlier, acting):
    Motion.objects.update(confidential=True)
    pk = copy_motion(acting("NI"), member="NI", conference=22, motion=earlier)
    assert motion("intmk", pk, NI).confidential


def test_nobody_copies_what_they_cannot_read_or_for_others(
    earlier, acting, journal_length
):
    draft = motions.draft(acting("BY"), member="BY", conference=22, title="A", text="")
    before = journal_length()
    ni = acting("NI")
    for refusal, why in (
        (copy_motion(ni, member="NI", conference=22, motion=draft), Why.UNKNOWN),
        (copy_motion(ni, member="BY", conference=22, motion=earlier), Why.FORBIDDEN),
        (copy_motion(ni, member="NI", conference=99, motion=earlier), Why.UNKNOWN),
        (copy_motion(ni, member="XX", conference=22, motion=earlier), Why.INVALID),
        (copy_resolution(ni, member="NI", conference=22, key="9-9"), Why.UNKNOWN),
    ):
        assert refusal.why is why
    assert (journal_length(), Motion.objects.count()) == (before, 2)


def test_a_conference_that_is_over_takes_no_copy(earlier, acting):
    Conference.objects.filter(number=22).update(state="held")
    refusal = copy_motion(acting("NI"), member="NI", conference=22, motion=earlier)
    assert refusal.why is Why.CONFLICT
