import pytest

from reihum.acts.ballots import break_off, cast, close, declare, open_ballot, record
from reihum.reads.ballots import ballot, ballots_of
from reihum.reads.rulebooks import rulebook_on, text_on
from reihum.records.models import Ballot, Resolution, StoredRulebook
from reihum.rules.facts import Procedure, Vote
from reihum.rules.outcome import Result
from reihum.rules.rulebooks import shipped_texts
from reihum.rules.visibility import STRANGER, Viewer
from tests.conftest import NOW
from tests.voting import opened, roll_call, votable

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
LAND = Viewer(members=frozenset({"BY"}))
GUEST = Viewer(guest=True)


def test_an_open_ballot_says_who_voted_how_and_what_is_missing(office, acting, intmk):
    pk = opened(office, intmk)
    cast(acting("BY"), ballot=pk, member="BY", vote="no")
    record(office, ballot=pk, votes={"SN": "yes"})

    row = ballot("intmk", pk, LAND)
    assert row is not None
    assert [(c.member, c.vote, c.by, c.by_office) for c in row.cast] == [
        ("BY", Vote.NO, "by", False),
        ("SN", Vote.YES, "buero-rp", True),
    ]
    assert (row.shown["BY"], row.shown["SN"], row.shown["TH"]) == ("no", "yes", "open")
    assert (row.standing.settled, row.standing.missing) == (None, 10)
    assert (row.number, row.conference, row.text[0].number) == ("2.4", 22, "1.")


def test_a_closed_ballot_tells_apart_who_was_away_and_who_did_not_vote(office, intmk):
    here = [code for code in office_voters() if code != "TH"]
    pk = open_ballot(office, item=votable(intmk).pk, present=here)
    record(office, ballot=pk, votes=dict.fromkeys(here[:-1], "yes"))
    close(office, ballot=pk)

    row = ballot("intmk", pk, LAND)
    assert row is not None
    assert (row.shown["SH"], row.shown["TH"]) == ("silent", "absent")
    assert row.outcome.result is Result.ADOPTED
    assert (row.adopted, row.resolution, row.broken_off) == (True, "22-2.4", False)


def test_a_ballot_broken_off_has_no_result(office, intmk):
    pk = opened(office, intmk)
    break_off(office, ballot=pk)
    row = ballot("intmk", pk, LAND)
    assert row is not None
    assert (row.broken_off, row.is_open, row.adopted) == (True, False, None)


def test_a_circular_vote_runs_until_it_is_closed(office, acting, intmk):
    item = votable(intmk)
    pk = open_ballot(office, item=item.pk, procedure=Procedure.CIRCULAR)
    cast(acting("BY"), ballot=pk, member="BY", vote="yes")
    assert ballot("intmk", pk, LAND).outcome.result is Result.OPEN
    close(office, ballot=pk)
    assert ballot("intmk", pk, LAND).outcome.result is Result.REJECTED


def test_votes_are_for_the_members_until_they_are_released(office, acting, intmk):
    pk = opened(office, intmk)
    declare(
        acting("BY"), item=Ballot.objects.get(pk=pk).item_id, member="BY", text="Wir …"
    )
    roll_call(acting, pk)
    close(office, ballot=pk)
    for outside in (GUEST, STRANGER):
        assert ballot("intmk", pk, outside) is None
        assert ballots_of("intmk", 22, outside) == ()

    Resolution.objects.update(published_at=NOW, released=["resolution"])
    assert ballot("intmk", pk, STRANGER) is None
    Resolution.objects.update(released=["resolution", "votes"])
    row = ballot("intmk", pk, STRANGER)
    assert row is not None
    assert (len(row.cast), row.statements) == (16, ())
    assert len(ballot("intmk", pk, LAND).statements) == 1


def test_a_ballot_of_another_body_is_not_there(office, intmk):
    assert ballot("kmk", opened(office, intmk), LAND) is None


def test_the_newest_ballot_comes_first_with_a_fixed_number_of_queries(
    office, acting, intmk, django_assert_num_queries
):
    first, second = opened(office, intmk), opened(office, intmk, number="2.5")
    roll_call(acting, first)
    with django_assert_num_queries(3):
        rows = ballots_of("intmk", 22, LAND)
        assert [row.pk for row in rows] == [second, first]
        assert rows[1].outcome.adopted
    for number in ("3", "4", "5"):
        opened(office, intmk, number=number)
    with django_assert_num_queries(3):
        assert len(ballots_of("intmk", 22, LAND)) == 5


def test_a_stored_version_of_the_rules_replaces_and_follows_the_shipped_ones(intmk):
    shipped = shipped_texts("intmk")[-1]
    assert text_on("intmk", NOW.date()) == shipped
    newer = shipped.replace("2020-07-01", "2026-11-01")
    StoredRulebook.objects.create(
        body=intmk, valid_from="2026-11-01", text=newer, stored_at=NOW
    )
    assert text_on("intmk", NOW.date()) == newer
    assert rulebook_on("intmk", NOW.date().replace(month=10)).valid_from.year == 2020
    assert text_on("intmk", NOW.date().replace(year=1999)) is None


def office_voters() -> tuple[str, ...]:
    book = rulebook_on("intmk", NOW.date())
    assert book is not None
    return book.voters
