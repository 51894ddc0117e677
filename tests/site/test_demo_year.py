"""The demonstration year: everything in it happened by acts, and is marked."""

import pytest

from reihum.acts.history import importer, load
from reihum.reads.conferences import next_conference
from reihum.reads.journal import verify
from reihum.reads.synopsis import synopsis
from reihum.records import models
from reihum.records.models import (
    Conference,
    JournalEntry,
    Mandate,
    Motion,
    OutboxMessage,
    Resolution,
)
from reihum.rules.toml_file import TomlFileError
from reihum.rules.visibility import Viewer
from reihum.rules.words import Refusal
from reihum.site import data
from reihum.site.demo.accounts import prepare
from reihum.site.demo.done import RefusedError, done
from reihum.site.demo.script import parse
from reihum.site.demo.year import play
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

TOLD = data.text("demo_year")


@pytest.fixture
def year(tmp_path) -> Conference:
    """The real data with the demonstration year on top."""
    load(importer("intmk", NOW), history=data.intmk(), source="test")
    prepare(tmp_path / "konten.txt", NOW)
    play(parse(TOLD))
    return Conference.objects.get(body__slug="intmk", number=22)


def test_the_22nd_conference_is_the_next_one_under_the_chair_of_rp(year):
    assert (year.chair, year.place, str(year.begins)) == ("RP", "Mainz", "2027-04-14")
    assert next_conference("intmk", NOW.date()).number == 22
    assert [str(other.begins) for other in year.others.order_by("begins")] == [
        "2026-09-16", "2027-03-10",
    ]  # fmt: skip


def test_everything_in_it_is_marked_as_a_demonstration(year):
    assert not Conference.objects.filter(main=year, demo=False).exists()
    assert not Motion.objects.filter(demo=False).exists()
    assert not Resolution.objects.filter(conference=year, demo=False).exists()
    assert not Mandate.objects.filter(resolution__conference=year, demo=False).exists()


def test_what_is_real_is_not_marked(year):
    assert not Conference.objects.filter(number__lt=22, demo=True).exists()
    assert not Resolution.objects.filter(conference__number__lt=22, demo=True).exists()


def test_the_deadlines_were_computed_when_the_call_went_out(year):
    assert str(year.call.issued_at.date()) == "2026-10-05"
    kinds = set(year.deadlines.values_list("kind", flat=True))
    assert {"motions", "cosponsors"} <= kinds
    assert OutboxMessage.objects.filter(kind="mail").exists()


def test_the_motions_show_every_way_a_motion_can_go_so_far(year):
    motions = Motion.objects.filter(conference=year)
    assert motions.count() == 12
    assert set(motions.values_list("stage", flat=True)) == {
        "draft", "submitted", "on_agenda", "withdrawn", "adopted",
    }  # fmt: skip
    lead = motions.get(lead=True)
    assert lead.supports.first().member == "RP"
    assert lead.motto == year.motto == "Zusammenhalt wächst vor Ort"
    assert set(motions.values_list("bundesrat", flat=True)) == {
        "no", "yes", "unchecked",
    }  # fmt: skip
    assert all(3 <= _operative(motion) <= 6 for motion in motions)
    assert all(motion.rationale for motion in motions)


def _operative(motion: Motion) -> int:
    return sum(paragraph["level"] == 1 for paragraph in motion.text)


def test_two_circular_resolutions_are_published_with_their_votes(year):
    first, second = Resolution.objects.filter(demo=True).order_by("key")
    assert (first.key, second.key) == ("2026-u1", "2026-u2")
    assert first.published_at
    assert second.published_at
    votes = second.ballot.votes
    assert votes.count() == 16
    assert [vote.member for vote in votes.filter(vote="no")] == ["SN"]
    assert "votes" in second.released
    assert second.item.statements.get().member == "SN"
    assert "statement" in second.released


def test_the_lead_motion_has_a_synopsis_like_the_picture(year):
    motion = Motion.objects.get(conference=year, lead=True)
    view = synopsis("intmk", motion.pk, Viewer(office=True))
    assert (view.summary.lands, view.paper.silent) == (15, ("RP",))
    states = {card.state for row in view.rows for card in row.cards}
    assert states == {"open", "accepted", "rejected", "compromise"}
    assert [row.place.de for row in view.rows if row.in_conflict] == ["Ziffer 4"]
    (compromise,) = view.laid.compromises
    assert compromise.agree == ("MV", "HE")


def test_a_mandate_is_due_on_the_tenth_of_february(year):
    mandate = Mandate.objects.get(resolution__key="2026-u2")
    assert str(mandate.due) == "2027-02-10"
    assert str(Mandate.objects.get(resolution__key="2026-u1").due) == "2027-03"


def test_every_step_is_in_the_journal_under_the_account_that_took_it(year):
    assert verify() is None
    casts = JournalEntry.objects.filter(act="ballot.cast", member="HB")
    assert set(casts.values_list("who", flat=True)) == {"bremen"}
    assert casts.count() == 2


def test_nothing_in_it_lies_after_the_day_of_the_pictures(year):
    assert (
        max(JournalEntry.objects.values_list("at", flat=True)) < "2026-11-23T08:00:01"
    )


def test_playing_it_twice_changes_nothing(year):
    tables = [models.JournalEntry, models.Motion, models.Item, models.CastVote]
    before = [table.objects.count() for table in tables]
    assert play(parse(TOLD)) == 0
    assert [table.objects.count() for table in tables] == before


def test_a_year_that_breaks_off_leaves_nothing_behind(tmp_path):
    load(importer("intmk", NOW), history=data.intmk(), source="test")
    prepare(tmp_path / "konten.txt", NOW)
    lines = JournalEntry.objects.count()
    broken = parse(TOLD.replace('number = "3.1"', 'number = "2.1"'))
    with pytest.raises(RefusedError, match="schon vergeben"):
        play(broken)
    assert not Conference.objects.filter(demo=True).exists()
    assert JournalEntry.objects.count() == lines


@pytest.mark.parametrize(
    ("good", "wrong", "key"),
    [
        ('land = "TH"', 'land = "TX"', "land"),
        ('cosponsors = ["NW"', 'cosponsors = ["NX"', "cosponsors"),
        ("withdrawn = ", "withdrew = ", "withdrew"),
        ('lands = ["NI", "SH"]', 'lands = ["NI", "SX"]', "lands"),
        ('agree = ["MV", "HE"]', 'agree = ["MV", "HX"]', "agree"),
        ("2026-07-14T11:20:00", '"im Juli"', "submitted"),
    ],
)
def test_a_mistake_in_the_script_is_named(good, wrong, key):
    with pytest.raises(TomlFileError) as found:
        parse(TOLD.replace(good, wrong, 1), "demo_year.toml")
    assert found.value.key == key
    assert found.value.line > 1


def test_a_refusal_stops_the_demonstration_with_its_sentence():
    with pytest.raises(RefusedError, match="Nein"):
        done(Refusal.conflict("Nein.", "No."))
