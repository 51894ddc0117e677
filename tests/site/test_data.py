"""Our copy of the public facts says what the collected facts say, and nothing else."""

import tomllib

import pytest

from reihum.rules.laender import LAENDER
from reihum.site import data

pytestmark = pytest.mark.unit

# How the collection calls what has a name of its own in this house.
OUR_KEYS = {
    "date": "begins",
    "from": "begins",
    "until": "ends",
    "status": "state",
    "autumn_meeting": "autumn",
    "subject": "title",
}
TEXTS = ("note", "note_en", "certainty", "statement", "statement_en", "reported_en")


def ours(fact: dict, *, without: tuple[str, ...] = ()) -> dict:
    """Return a fact with our keys, all values as text."""
    return {
        OUR_KEYS.get(key, key): ours(value) if isinstance(value, dict) else str(value)
        for key, value in fact.items()
        if key not in without
    }


@pytest.fixture
def collected(shared_dir) -> dict:
    return tomllib.loads((shared_dir / "domain/intmk.toml").read_text("utf-8"))


@pytest.fixture
def copy() -> dict:
    return tomllib.loads(data.text("intmk"))


def test_the_files_that_are_shipped_can_be_read():
    assert data.intmk().body.slug == "intmk"
    assert [history.body.slug for history in data.other_bodies()] == [
        "amk", "umk", "vsmk", "jfmk", "kmk", "smk", "gmk", "vmk", "imk",
    ]  # fmt: skip


def test_the_roll_call_has_one_order():
    order = tuple(land.code for land in LAENDER)
    for history in (data.intmk(), *data.other_bodies()):
        assert history.body.members == order


def test_what_is_told_in_german_is_told_in_english():
    history = data.intmk()
    for row in (*history.conference, *history.vote, *history.item):
        for field in ("note", "statement", "reported", "result"):
            assert bool(getattr(row, field, "")) == bool(
                getattr(row, f"{field}_en", "")
            )
    assert all(step.what_en for mandate in history.mandate for step in mandate.steps)


@pytest.mark.shared
def test_the_body_is_the_collected_one(collected, copy):
    theirs, mine = collected["body"], copy["body"]
    assert mine["members"] == theirs["members"]
    assert [guest["name"] for guest in mine["guests"]] == theirs["guests"]
    assert [ours(name, without=("name_en", "kind")) for name in mine["names"]] == [
        ours(name, without=("kind",)) for name in theirs["names"]
    ]
    for key in ("slug", "short", "founded"):
        assert mine[key] == theirs[key]


@pytest.mark.shared
def test_the_chair_terms_are_the_collected_ones(collected, copy):
    assert [*map(ours, copy["chair"])] == [*map(ours, collected["chair"])]


@pytest.mark.shared
def test_the_conferences_are_the_collected_ones(collected, copy):
    planned = {"state": "planned"}  # of the 21st, said there among the certainties
    for mine, theirs in zip(copy["conference"], collected["conference"], strict=True):
        expected = ours(theirs, without=TEXTS)
        extra = planned if theirs.get("certainty", "").startswith("planned") else {}
        assert ours(mine, without=TEXTS) == {**expected, **extra}
        assert theirs.get("note", "") in mine.get("note_en", "").replace("The", "the")
        for what in ("place", "chair"):
            unknown = what in theirs.get("certainty", "")
            assert (what in mine.get("note_en", "").lower()) == unknown
            assert not (unknown and what in mine)


@pytest.mark.shared
def test_the_agenda_items_are_the_collected_ones(collected, copy):
    extra = ("result_en", "stage")
    assert [ours(item, without=extra) for item in copy["item"]] == [
        ours(item) for item in collected["item"]
    ]


@pytest.mark.shared
def test_the_votes_are_the_collected_ones(collected, copy):
    extra = (*TEXTS, "key", "title", "submitters", "adopted", "procedure")
    for mine, theirs in zip(copy["vote"], collected["vote"], strict=True):
        assert ours(mine, without=extra) == ours(theirs, without=("subject", *TEXTS))
        by = f" (Antrag {mine['submitters']})" if "submitters" in mine else ""
        assert mine["title"] + by == theirs["subject"]
        told = mine.get("statement_en", "").lower().replace(";", ",").rstrip(".")
        assert told == theirs.get("statement", "")


@pytest.mark.shared
def test_the_mandates_are_the_collected_ones(collected, copy):
    for mine, theirs in zip(copy["mandate"], collected["mandate"], strict=True):
        assert mine["subject"] == theirs["subject"]
        assert [(step["conference"], step["what_en"]) for step in mine["steps"]] == [
            (step["conference"], step["what"]) for step in theirs["steps"]
        ]
