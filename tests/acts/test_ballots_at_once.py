"""Two at the same moment, with real threads on a database that they really share."""

import pytest

from reihum.acts.ballots import Closed, cast, close
from reihum.reads.journal import verify
from reihum.records.models import Ballot, CastVote, JournalEntry
from reihum.rules.facts import Vote
from reihum.rules.laender import CODES
from reihum.rules.words import Refusal, Why
from tests.at_once import at_once, one_database
from tests.voting import opened

pytestmark = [pytest.mark.integration, pytest.mark.django_db(transaction=True)]


_shared = pytest.fixture(autouse=True)(one_database)


@pytest.fixture
def ballot(_shared, office, intmk) -> int:
    return opened(office, intmk)


def test_two_people_of_one_land_give_one_vote_and_one_clear_message(acting, ballot):
    people = [acting("SN", name="sn-eins"), acting("SN", name="sn-zwei")]
    length = JournalEntry.objects.count()
    results = at_once(
        [
            lambda who=who, vote=vote: cast(who, ballot=ballot, member="SN", vote=vote)
            for who, vote in zip(people, ("yes", "no"), strict=True)
        ]
    )

    [stored] = CastVote.objects.filter(ballot=ballot)
    [refusal] = [done for done in results if isinstance(done, Refusal)]
    assert [done for done in results if isinstance(done, Vote)] == [stored.vote]
    assert refusal.why is Why.CONFLICT
    assert "Sachsen hat um 09:00 Uhr bereits abgestimmt" in refusal.text.de
    assert JournalEntry.objects.count() == length + 1
    assert verify() is None


def test_sixteen_votes_at_the_same_moment_are_all_stored(acting, ballot):
    people = [(code, acting(code)) for code in CODES]
    results = at_once(
        [
            lambda who=who, code=code: cast(who, ballot=ballot, member=code, vote="yes")
            for code, who in people
        ]
    )
    assert results == [Vote.YES] * 16
    assert CastVote.objects.filter(ballot=ballot).count() == 16
    assert verify() is None


def test_a_vote_at_the_moment_of_closing_is_counted_or_refused(acting, office, ballot):
    who = acting("SN")
    results = at_once(
        [
            lambda: close(office, ballot=ballot),
            lambda: cast(who, ballot=ballot, member="SN", vote="yes"),
        ]
    )
    [closed] = [done for done in results if isinstance(done, Closed)]
    in_time = Vote.YES in results
    assert closed.outcome.yes == (("SN",) if in_time else ())
    assert CastVote.objects.count() == int(in_time)
    assert Ballot.objects.get().closed_at is not None
    assert verify() is None
