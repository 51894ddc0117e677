"""Every public fact of the IntMK is in the database, no more exact than its source."""

import tomllib
from datetime import timedelta

import pytest

from reihum.acts.history import importer, load
from reihum.reads.conferences import conference, next_conference
from reihum.records import models
from reihum.records.models import (
    Body,
    BodyName,
    ChairTerm,
    Conference,
    Item,
    JournalEntry,
    Mandate,
    Member,
    OfficeHeld,
    Report,
    Resolution,
)
from reihum.rules.facts import Certainty, ConferenceKind
from reihum.rules.numbering import sort_key
from reihum.site import data
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

FACTS = tomllib.loads(data.text("intmk"))
TABLES = (
    Body, BodyName, Member, ChairTerm, Conference, Item, Resolution, Report, Mandate,
    models.MandateStep, models.Person, OfficeHeld, JournalEntry,
)  # fmt: skip


@pytest.fixture
def loaded() -> Body:
    """The IntMK as its file says, with nothing else."""
    assert load(importer("intmk", NOW), history=data.intmk(), source="intmk.toml")
    return Body.objects.get(slug="intmk")


def said(row: object, fact: dict, *keys: str) -> list[tuple]:
    """List the keys of which the row says something else than the file.

    What the file does not say, the row must not know either.
    """
    return [
        (key, found, fact.get(key))
        for key in keys
        if (found := known(getattr(row, key))) != known(fact.get(key))
    ]


def known(value: object) -> str:
    return "" if value in (None, "", [], False) else str(value)


def test_the_body_has_its_names_members_and_guests(loaded):
    facts = FACTS["body"]
    assert said(loaded, facts, "slug", "short", "founded") == []
    names = {(name.name, name.kind): name for name in loaded.names.all()}
    assert len(names) == len(facts["names"])
    for fact in facts["names"]:
        row = names[fact["name"], fact["kind"]]
        assert (str(row.begins), str(row.ends)) == (
            str(fact.get("begins")), str(fact.get("ends")),
        )  # fmt: skip
    rows = loaded.members.order_by("position")
    assert [row.code for row in rows if row.votes] == facts["members"]
    assert [row.name for row in rows if not row.votes] == [
        guest["name"] for guest in facts["guests"]
    ]


def test_every_chair_term_is_there_and_the_first_one_has_no_beginning(loaded):
    terms = [
        (row.land, row.begins, row.ends, row.certainty)
        for row in loaded.terms.order_by("ends")
    ]
    assert terms == [
        (fact["land"], fact.get("begins"), fact["ends"], fact["certainty"])
        for fact in FACTS["chair"]
    ]
    assert terms[0][1] is None


@pytest.mark.parametrize("fact", FACTS["conference"], ids=lambda fact: fact["number"])
def test_a_conference_is_as_exact_as_its_source(loaded, fact):
    row = loaded.conferences.get(number=fact["number"])
    keys = ("begins", "ends", "place", "chair", "motto", "note", "note_en")
    assert said(row, fact, *keys) == []
    assert row.state == fact.get("state", "held")
    assert row.mode == fact.get("mode", "in_person")
    assert row.certainty == fact.get("certainty", "sourced")
    for kind in ("autumn", "preparatory"):
        rows = list(row.others.filter(kind=kind))
        assert len(rows) == (kind in fact)
        if rows:
            assert said(rows[0], fact[kind], "begins", "ends", "place") == []


def test_there_are_no_other_conferences(loaded):
    around = sum(k in f for f in FACTS["conference"] for k in ("autumn", "preparatory"))
    assert loaded.conferences.count() == len(FACTS["conference"]) + around == 24


@pytest.mark.parametrize("fact", FACTS["item"], ids=lambda fact: fact["number"])
def test_an_item_stands_on_the_agenda_with_its_resolution(loaded, fact):
    row = Item.objects.get(conference__number=fact["conference"], number=fact["number"])
    assert said(row, fact, "title", "section", "page", "submitters") == []
    assert row.conference.agenda_published_at is not None
    if fact.get("section"):
        assert not Resolution.objects.filter(item=row).exists()
        return
    resolution = Resolution.objects.get(key=f"{fact['conference']}-{fact['number']}")
    assert resolution.item == row
    assert resolution.released == [fact.get("release", "resolution")]
    assert resolution.published_at is not None
    assert resolution.text == []
    report = Report.objects.filter(resolution=resolution).first()
    assert (report.words if report else None) == fact.get("result")


def test_gaps_stay_and_the_order_is_the_printed_one(loaded):
    rows = Item.objects.filter(conference__number=13).values_list("number", flat=True)
    assert sorted(rows, key=sort_key) == [
        "1", "2", "2.1", "2.2", "2.3", "2.4", "2.6", "2.7", "2.8", "2.9b", "2.10",
    ]  # fmt: skip


@pytest.mark.parametrize("fact", FACTS["vote"], ids=lambda fact: fact["key"])
def test_a_vote_is_kept_as_it_was_reported(loaded, fact):
    row = Resolution.objects.get(body=loaded, key=fact["key"])
    assert said(row, fact, "title", "submitters") == []
    assert row.conference.number == fact["conference"]
    assert row.procedure == fact.get("procedure", "session")
    keys = ("yes", "no", "abstain", "no_consent", "statement", "statement_en")
    assert said(row.report, fact, *keys) == []
    assert row.report.words == fact.get("reported", "")
    assert row.report.words_en == fact.get("reported_en", "")


@pytest.mark.parametrize(
    ("key", "when"),
    [
        ("8-optionspflicht", "2013-03"),
        ("13-2.9b", "2018-03"),
        ("16-A3", "2021-04-29"),
        ("2020-u", "2020"),
    ],
)
def test_a_resolution_is_dated_no_more_exactly_than_known(loaded, key, when):
    assert str(Resolution.objects.get(key=key).adopted_on) == when


def test_the_number_of_resolutions_is_that_of_the_file(loaded):
    printed = sum(not fact.get("section") for fact in FACTS["item"])
    assert Resolution.objects.count() == printed + len(FACTS["vote"])
    assert Report.objects.count() == 1 + len(FACTS["vote"])


def test_the_chain_of_mandates_leads_across_conferences_to_a_resolution(loaded):
    for fact in FACTS["mandate"]:
        row = Mandate.objects.get(body=loaded, subject=fact["subject"])
        steps = list(row.steps.order_by("on"))
        assert [
            (step.conference.number, step.what, step.what_en) for step in steps
        ] == [(s["conference"], s["what"], s["what_en"]) for s in fact["steps"]]
        assert str(steps[0].on) == "2008-04"
        assert steps[-1].resolution.key == "16-A3"


def test_offices_held_are_attested_not_dated(loaded):
    for fact in FACTS["office"]:
        row = OfficeHeld.objects.get(person__name=fact["person"])
        keys = ("member", "title", "begins", "ends", "attested", "source")
        assert said(row, fact, *keys) == []


def test_loading_twice_changes_nothing(loaded):
    before = [list(table.objects.order_by("pk").values()) for table in TABLES]
    later = importer("intmk", NOW + timedelta(days=1))
    assert load(later, history=data.intmk(), source="intmk.toml") == 0
    assert [list(table.objects.order_by("pk").values()) for table in TABLES] == before


def test_loading_is_one_line_in_the_journal(loaded):
    line = JournalEntry.objects.get()
    assert (line.act, line.who, line.body) == ("history.load", "reihum", "intmk")
    assert '"conference": 24' in line.data


def test_loading_again_does_not_undo_what_an_office_has_entered(loaded):
    row = Conference.objects.get(number=21)
    row.state, row.begins = "held", "2026-04"
    row.save()
    ChairTerm.objects.filter(land="RP", ends="2027-06-30").update(ends="2027-05-31")
    assert load(importer("intmk", NOW), history=data.intmk(), source="again") == 0
    row.refresh_from_db()
    assert (row.state, str(row.begins)) == ("held", "2026-04")
    assert ChairTerm.objects.count() == len(FACTS["chair"])


def test_what_a_source_only_announced_is_no_conference_to_prepare(loaded):
    assert conference("intmk", 21).certainty == Certainty.PLANNED
    assert next_conference("intmk", NOW.date()) is None


def test_the_other_bodies_have_names_and_members(db):
    for history in data.other_bodies():
        assert load(importer(history.body.slug, NOW), history=history, source="bodies")
    rows = Member.objects.filter(body__slug__in=("amk", "kmk", "imk", "vmk"))
    assert {
        (row.body.slug, row.votes)
        for row in rows.select_related("body").filter(code="BUND")
    } == {("amk", True), ("imk", False), ("vmk", False)}
    assert Body.objects.count() == 9
    assert all(
        body.members.filter(kind="land").count() == 16 for body in Body.objects.all()
    )


def test_autumn_meetings_belong_to_the_chair_of_their_conference(loaded):
    row = Conference.objects.get(kind=ConferenceKind.AUTUMN)
    assert (row.main.number, row.place, row.chair) == (20, "Hannover", "NI")
