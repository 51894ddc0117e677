"""Motions that become one, or two: nobody and nothing is lost, and both say so."""

import pytest

from reihum.acts import agenda, amendments, ballots, motions
from reihum.acts.motion_family import merge, split
from reihum.reads.journal import verify
from reihum.reads.motion_family import family, mergeable
from reihum.reads.motions import motion, motions_of
from reihum.records.models import (
    Account,
    Amendment,
    Item,
    JournalEntry,
    Motion,
    OutboxMessage,
    Support,
    Version,
)
from reihum.rules.amendment_steps import Rewrite
from reihum.rules.stages import Stage
from reihum.rules.visibility import Viewer
from reihum.rules.words import Why
from tests.conftest import NOW

pytestmark = pytest.mark.integration

BY = Viewer(members=frozenset({"BY"}))
TEXT = "Die Konferenz beschließt:\n\n1. Eins\n\na) genauer\n\n2. Zwei\n\n3. Drei"


@pytest.fixture
def submit(intmk, acting):
    """Submit a motion of a Land: `submit("NI", text="1. Eins")`."""

    def make(member: str, title: str = "", text: str = TEXT, **more) -> int:
        done = motions.submit_new(
            acting(member), member=member, conference=22,
            title=title or f"Antrag {member}", text=text, **more,
        )  # fmt: skip
        return done.motion

    return make


@pytest.fixture
def two(submit, acting) -> tuple[int, int]:
    """One of Niedersachsen, with Bremen; one of Thüringen, with NI and SH."""
    first, second = submit("NI"), submit("TH", text="1. Vier\n\n2. Fünf")
    motions.cosponsor(acting("HB"), motion=first, member="HB")
    for land in ("NI", "SH"):
        motions.cosponsor(acting(land), motion=second, member=land)
    return first, second


def read(pk: int):
    return motion("intmk", pk, BY)


def typed(pk: int) -> str:
    return " ".join(f"{p.number} {p.text}".strip() for p in read(pk).text)


def amend(motion_pk: int, member: str = "BY") -> None:
    version = Version.objects.get(motion=motion_pk, number=1)
    Amendment.objects.create(
        motion_id=motion_pk, version=version, member=member, way="browser",
        stage="submitted", at=NOW, who="by",
    )  # fmt: skip


# ── merging ────────────────────────────────────────────────────────────────
def test_the_motion_that_stays_has_all_who_stood_behind_either(two, office):
    first, second = two
    done = merge(office, motion=second, into=first, agreed=True)
    row, gone = read(first), read(second)
    assert (row.submitters, row.cosponsors) == (("NI", "TH"), ("HB", "SH"))
    assert (done.submitters, done.cosponsors) == (("NI", "TH"), ("HB", "SH"))
    assert (row.stage, row.version, typed(first)) == (
        Stage.SUBMITTED,
        1,
        "Die Konferenz beschließt: 1. Eins a) genauer 2. Zwei 3. Drei",
    )
    assert (gone.stage, gone.merged_into) == (Stage.MERGED, first)
    assert typed(second) == "1. Vier 2. Fünf"


def test_who_co_sponsored_the_one_and_moved_the_other_moves_both(two, office):
    first, second = two
    merge(office, motion=first, into=second, agreed=True)
    row = read(second)
    assert (row.submitters, row.cosponsors) == (("TH", "NI"), ("SH", "HB"))
    assert Support.objects.filter(motion=second).count() == 4


def test_the_paragraphs_of_the_other_are_put_behind_as_a_new_version(two, office):
    first, second = two
    merge(office, motion=second, into=first, append=True, agreed=True)
    assert typed(first).endswith("3. Drei 4. Vier 5. Fünf")
    assert read(first).version == 2
    version = Version.objects.get(motion=first, number=2)
    assert (version.cause, version.member) == ("merged", "")
    assert len({one["id"] for one in version.text}) == 7


def test_both_pages_can_tell_what_happened_to_whom(two, office, acting):
    first, second = two
    merge(office, motion=second, into=first, agreed=True)
    told = {one.act: one for one in JournalEntry.objects.all()}
    assert told["motion.merge"].subject == f"motion:{second}"
    assert '"agreed": true' in told["motion.merge"].data
    assert told["motion.take_in"].subject == f"motion:{first}"
    assert [one.pk for one in family(read(first), BY).merged] == [second]
    assert family(read(second), BY).merged_into.pk == first
    assert verify() is None


def test_who_stands_behind_either_is_told_by_mail(two, office, account):
    for land in ("NI", "SH", "BY"):
        row = account(land)
        row.email = f"{land.lower()}@example.org"
        row.save()
    merge(office, motion=two[1], into=two[0], agreed=True)
    sent = OutboxMessage.objects.filter(kind="mail")
    assert {one.payload["to"][0] for one in sent} == {
        "ni@example.org",
        "sh@example.org",
    }
    assert "Antrag TH" in sent[0].payload["body"]


def test_no_mail_tells_what_is_confidential(two, office, account):
    Motion.objects.update(confidential=True)
    account("NI").save()
    Account.objects.filter(username="ni").update(email="ni@example.org")
    merge(office, motion=two[1], into=two[0], agreed=True)
    letter = OutboxMessage.objects.get(kind="mail").payload["body"]
    assert "Antrag TH" not in letter
    assert "zwei vertrauliche Anträge" in letter


def test_on_the_agenda_the_number_stays_and_points_at_the_other(two, office):
    first, second = two
    kept = agenda.place(office, motion=first, number="2.1")
    gone = agenda.place(office, motion=second, number="2.2")
    merge(office, motion=second, into=first, agreed=True)
    item = Item.objects.get(pk=gone)
    assert (item.stage, item.number, item.joined_with_id) == ("merged", "2.2", kept)


def test_what_was_merged_before_follows(submit, office):
    first, second, third = submit("NI"), submit("TH"), submit("SN")
    for motion_pk, into in ((first, second), (second, third)):
        merge(office, motion=motion_pk, into=into, agreed=True)
    assert read(first).merged_into == third
    assert set(read(third).submitters) == {"NI", "TH", "SN"}


@pytest.mark.parametrize(
    ("arguments", "why", "sentence"),
    [
        ({"agreed": False}, Why.INVALID, "einverstanden"),
        ({"into": 0}, Why.UNKNOWN, "gibt es nicht"),
        ({"motion": 0}, Why.UNKNOWN, "gibt es nicht"),
        ({"into": "itself"}, Why.INVALID, "mit sich selbst"),
    ],
)
def test_what_cannot_be_merged_leaves_nothing(
    *, two, office, journal_length, arguments, why, sentence
):
    first, second = two
    before = journal_length()
    given = {"motion": second, "into": first, "agreed": True} | arguments
    if given["into"] == "itself":
        given["into"] = second
    refusal = merge(office, **given)
    assert (refusal.why, sentence in refusal.text.de) == (why, True)
    assert journal_length() == before
    assert read(first).submitters == ("NI",)


def test_no_land_merges_and_no_amendment_loses_its_text(two, office, acting):
    first, second = two
    refusal = merge(acting("TH"), motion=second, into=first, agreed=True)
    assert refusal.why is Why.FORBIDDEN
    amend(second)
    refusal = merge(office, motion=second, into=first, agreed=True)
    assert "Änderungsanträge (1)" in refusal.text.de
    Amendment.objects.update(stage="withdrawn")
    assert merge(office, motion=second, into=first, agreed=True).motion == first


def test_a_motion_in_a_vote_stays_as_it_is(two, office):
    first, second = two
    for pk, number in ((first, "2.1"), (second, "2.2")):
        agenda.place(office, motion=pk, number=number)
    ballots.open_ballot(office, item=Item.objects.get(motion=first).pk)
    for gone, kept in (two, two[::-1]):
        refusal = merge(office, motion=gone, into=kept, agreed=True)
        assert "eingefroren" in refusal.text.de
    assert (
        "eingefroren"
        in split(office, motion=first, paragraphs=["p2"], title="Neu").text.de
    )


def test_the_office_chooses_among_the_others_of_the_conference(two, submit, acting):
    first, second = two
    motions.withdraw(acting("SN"), motion=submit("SN"), member="SN")
    assert [one.pk for one in mergeable(read(first), BY)] == [second]


# ── splitting ──────────────────────────────────────────────────────────────
def test_a_land_takes_paragraphs_out_of_its_motion(two, acting):
    first, _ = two
    new = split(acting("NI"), motion=first, paragraphs=["p2"], title=" Neu ")
    assert typed(first) == "Die Konferenz beschließt: 1. Zwei 2. Drei"
    assert typed(new) == "Die Konferenz beschließt: 1. Eins a) genauer"
    row = read(new)
    assert (row.title, row.split_from, row.stage) == ("Neu", first, Stage.SUBMITTED)
    assert (row.submitters, row.cosponsors) == (("NI",), ("HB",))
    assert (row.version, read(first).version) == (1, 2)
    causes = Version.objects.filter(cause="split").values_list("member", flat=True)
    assert list(causes) == ["NI", "NI"]
    assert [one.pk for one in family(read(first), BY).splits] == [new]
    assert family(row, BY).split_from.pk == first


def test_the_office_splits_too_and_the_part_needs_a_number_of_its_own(two, office):
    first, _ = two
    agenda.place(office, motion=first, number="2.1")
    new = split(office, motion=first, paragraphs=["p4"], title="Neu")
    assert (read(first).stage, read(new).stage) == (Stage.ON_AGENDA, Stage.SUBMITTED)
    assert read(new).item is None
    assert Version.objects.get(motion=new).member == ""
    assert verify() is None


def test_a_draft_is_split_in_silence(intmk, acting):
    pk = motions.draft(
        acting("NI"), member="NI", conference=22, title="Geheim", text=TEXT
    )
    new = split(acting("NI"), motion=pk, paragraphs=["p2"], title="Geheimes Wort")
    assert [row.pk for row in motions_of("intmk", 22, BY)] == []
    assert Motion.objects.get(pk=new).stage == "draft"
    entries = JournalEntry.objects.exclude(member="NI")
    assert not entries.exists()
    told = "".join(JournalEntry.objects.values_list("data", "act").__str__())
    assert "Geheim" not in told


def test_a_draft_that_was_split_can_be_thrown_away(intmk, acting):
    pk = motions.draft(acting("NI"), member="NI", conference=22, title="A", text=TEXT)
    new = split(acting("NI"), motion=pk, paragraphs=["p2"], title="B")
    assert motions.discard(acting("NI"), motion=pk) == 22
    assert [row.pk for row in Motion.objects.all()] == [new]
    assert motions.submit(acting("NI"), motion=new).motion == new


def _drafted(acting, motion_pk):
    return amendments.write(
        acting("BY"), motion=motion_pk, member="BY", version=1,
        step=Rewrite("p1", "Die Konferenz beschließt heute:"),
    )  # fmt: skip


def test_what_a_land_is_writing_goes_on_when_the_motion_is_split(two, acting):
    pk = _drafted(acting, two[0])
    split(acting("NI"), motion=two[0], paragraphs=["p5"], title="Drei")
    assert amendments.submit(acting("BY"), amendment=pk).amendment == pk


def test_what_a_land_is_writing_goes_on_when_another_motion_comes_in(
    two, acting, office
):
    pk = _drafted(acting, two[0])
    merge(office, motion=two[1], into=two[0], append=True, agreed=True)
    assert amendments.submit(acting("BY"), amendment=pk).amendment == pk


@pytest.mark.parametrize(
    ("who", "arguments", "why", "sentence"),
    [
        ("BY", {}, Why.FORBIDDEN, "nur das Land Niedersachsen"),
        ("NI", {"paragraphs": []}, Why.INVALID, "Bitte wählen"),
        ("NI", {"paragraphs": ["p1", "p2", "p4", "p5"]}, Why.INVALID, "etwas stehen"),
        ("NI", {"title": " "}, Why.INVALID, "Titel"),
        ("NI", {"motion": 0}, Why.UNKNOWN, "gibt es nicht"),
    ],
)
def test_a_split_that_cannot_be_leaves_nothing(
    *, two, acting, journal_length, who, arguments, why, sentence
):
    before = journal_length()
    given = {"motion": two[0], "paragraphs": ["p2"], "title": "Neu"} | arguments
    refusal = split(acting(who), **given)
    assert (refusal.why, sentence in refusal.text.de) == (why, True)
    assert (journal_length(), Motion.objects.count()) == (before, 2)


def test_a_motion_with_amendments_is_not_split(two, acting):
    amend(two[0])
    refusal = split(acting("NI"), motion=two[0], paragraphs=["p2"], title="Neu")
    assert refusal.why is Why.CONFLICT


def test_the_family_of_a_motion_costs_two_queries(
    two, office, django_assert_num_queries
):
    merge(office, motion=two[1], into=two[0], agreed=True)
    row = read(two[0])
    with django_assert_num_queries(2):
        found = family(row, BY)
    assert found
    assert not family(read(split(office, motion=two[0], paragraphs=["p4"], title="N")),
                      Viewer())  # fmt: skip
