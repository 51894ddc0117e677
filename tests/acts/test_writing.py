"""What is being typed is kept for its Land, and removed once it is stored."""

from datetime import timedelta

import pytest

from reihum.acts import motions, writing
from reihum.reads.writing import present, start_of, unsaved
from reihum.records.models import Conference, Motion, Version, WritingDraft
from reihum.rules.stages import Stage
from reihum.rules.text import Mark, Paragraph, from_data
from reihum.rules.version import Label
from reihum.rules.words import Why
from tests.conftest import NOW

pytestmark = pytest.mark.integration

WORDING = {"title": "Sprachkurse öffnen", "text": "1. Der Bund öffnet die Kurse."}
TYPED = {"title": ["Sprach"], "text-words": ["eins", "zwei"]}


@pytest.fixture
def draft(intmk, acting) -> int:
    return motions.draft(acting("NI"), member="NI", conference=22, **WORDING)


def read(by, motion=None):
    return unsaved("intmk", by.actor, by.viewer, motion=motion, conference=22)


def test_what_is_typed_in_a_draft_is_found_again_word_for_word(
    draft, acting, journal_length
):
    by, before = acting("NI"), journal_length()
    assert writing.keep(by, motion=draft, content=TYPED, begun_on="e1") == NOW
    again = {"title": ["Sprachkurse"]}
    assert writing.keep(by, motion=draft, content=again, begun_on="e1") == NOW
    found = read(by, draft)
    assert (found.content, found.begun_on, found.at) == (again, "e1", NOW)
    assert (WritingDraft.objects.count(), journal_length()) == (1, before)


def test_what_is_typed_in_a_new_motion_is_found_again(intmk, acting, journal_length):
    by = acting("NI")
    assert writing.keep_new(by, conference=22, content=TYPED) == NOW
    assert read(by).content == TYPED
    assert journal_length() == 0


@pytest.mark.parametrize("store", [motions.draft, motions.submit_new])
def test_once_a_new_motion_is_stored_nothing_is_unsaved(intmk, acting, store):
    by = acting("NI")
    writing.keep_new(by, conference=22, content=TYPED)
    store(by, member="NI", conference=22, **WORDING)
    assert read(by) is None


def test_once_a_draft_is_kept_only_ones_own_writing_is_gone(draft, acting):
    by, other = acting("NI"), acting("NI", name="ni-referat")
    writing.keep(by, motion=draft, content=TYPED)
    writing.keep(other, motion=draft, content=TYPED)
    motions.revise(by, motion=draft, **WORDING)
    assert read(by, draft) is None
    assert read(other, draft) is not None


def test_unsaved_writing_can_be_thrown_away(draft, acting):
    by = acting("NI")
    writing.keep(by, motion=draft, content=TYPED)
    writing.keep_new(by, conference=22, content=TYPED)
    writing.forget(by, motion=draft)
    assert (read(by, draft), read(by) is None) == (None, False)
    writing.forget_new(by, conference=22)
    assert read(by) is None
    assert writing.forget(by, motion=0).why is Why.UNKNOWN
    assert writing.forget_new(by, conference=99).why is Why.UNKNOWN


def test_nobody_writes_in_the_draft_of_another_land(draft, acting, office):
    for by in (acting("BY"), office, acting("bundesministerium")):
        assert writing.keep(by, motion=draft, content=TYPED).why is Why.UNKNOWN
        assert writing.forget(by, motion=draft).why is Why.UNKNOWN
    refusal = writing.keep_new(
        acting("bundesministerium"), conference=22, content=TYPED
    )
    assert refusal.why is Why.FORBIDDEN
    assert not WritingDraft.objects.exists()


def test_what_was_submitted_or_is_over_is_written_no_more(draft, acting):
    by = acting("NI")
    Motion.objects.update(stage=Stage.SUBMITTED)
    assert writing.keep(by, motion=draft, content=TYPED).why is Why.CONFLICT
    Conference.objects.update(state="cancelled")
    assert writing.keep_new(by, conference=22, content=TYPED).why is Why.CONFLICT
    assert writing.keep_new(by, conference=99, content=TYPED).why is Why.UNKNOWN


@pytest.mark.parametrize("text", ["x" * 400_001, "\x00"])
def test_what_cannot_be_stored_is_refused_with_a_sentence(draft, acting, text):
    content = {"title": [text]}
    by = acting("NI")
    assert writing.keep(by, motion=draft, content=content).why is Why.INVALID
    assert writing.keep_new(by, conference=22, content=content).why is Why.INVALID


def test_another_account_of_the_land_that_writes_is_seen_for_some_minutes(
    draft, acting, account
):
    other = acting("NI", name="ni-referat")
    writing.keep(other, motion=draft, content=TYPED)
    by = acting("NI")
    (seen,) = present("intmk", by.actor, by.viewer, draft, NOW)
    assert (seen.name, seen.at) == ("ni-referat", NOW)
    assert present("intmk", other.actor, other.viewer, draft, NOW) == ()
    bavaria = acting("BY")
    assert present("intmk", bavaria.actor, bavaria.viewer, draft, NOW) == ()
    later = NOW + timedelta(minutes=6)
    assert present("intmk", by.actor, by.viewer, draft, later) == ()


# ── ready paragraphs, and conflicts ────────────────────────────────────────
READY = (
    Paragraph("p4", 0, "", "Die Länder bitten:"),
    Paragraph("p9", 1, "1.", "ganz neu", (Mark(0, 4, "strong"),)),
)


def test_ready_paragraphs_keep_ids_levels_and_marks(draft, acting):
    by = acting("NI")
    motions.revise(
        by,
        motion=draft,
        title="T",
        text=READY,
        rationale=(Paragraph("b2", 0, "", "W"),),
    )
    row = Motion.objects.get()
    assert from_data(row.text) == READY
    assert from_data(row.rationale)[0].id == "b2"
    assert start_of(draft, by.viewer).label == Label(0, 2)
    assert start_of(draft, by.viewer).ids == {"p1", "p4", "p9", "b2"}


@pytest.mark.parametrize(
    "text",
    [
        (*READY, READY[0]),
        (Paragraph("p1", 1, "1.", " "),),
        (Paragraph("p1", 1, "1.", "x", (Mark(0, 1, "link", "javascript:x"),)),),
        (Paragraph("p1", 1, "1.", "x" * 100_001),),
        (Paragraph("p1", 1, "1.", "x\x00"),),
    ],
)
def test_paragraphs_that_cannot_be_are_refused(draft, acting, text):
    done = motions.revise(acting("NI"), motion=draft, title="T", text=text)
    assert (done.why, done.field) == (Why.INVALID, "text")
    assert Motion.objects.get().title == WORDING["title"]


def test_who_began_on_an_older_version_overwrites_nothing(draft, acting):
    first, second = acting("NI"), acting("NI", name="ni-referat")
    begun = str(start_of(draft, first.viewer).label)
    motions.revise(first, motion=draft, begun_on=begun, title="Erste", text="1. A")
    done = motions.revise(
        second, motion=draft, begun_on=begun, title="Zweite", text="1. B"
    )
    assert (done.why, done.field) == (Why.CONFLICT, "begun_on")
    assert Motion.objects.get().title == "Erste"
    assert Version.objects.filter(motion=draft).count() == 2
