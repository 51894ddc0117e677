from datetime import timedelta

import pytest

from reihum.acts.ballots import (
    Closed,
    break_off,
    cast,
    close,
    declare,
    open_ballot,
    record,
)
from reihum.acts.door import by
from reihum.reads.journal import verify
from reihum.records.models import (
    Account,
    Ballot,
    Body,
    CastVote,
    ChairTerm,
    Conference,
    Item,
    JournalEntry,
    Member,
    Minutes,
    Resolution,
    Seat,
    Statement,
    StoredRulebook,
)
from reihum.rules.facts import Procedure, Vote
from reihum.rules.laender import CODES
from reihum.rules.rulebooks import shipped_texts
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW
from tests.voting import MIXED, WORDING, opened, roll_call, votable

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
AFTER_THE_TERM = NOW.replace(year=2027, month=7, day=1)


@pytest.fixture
def item(intmk) -> Item:
    return votable(intmk)


@pytest.fixture
def ballot(office, intmk) -> int:
    return opened(office, intmk)


@pytest.fixture
def unchanged(db):
    """Assert that an act was refused so, and has left nothing behind."""

    def state():
        return (
            list(CastVote.objects.values()),
            list(Ballot.objects.values()),
            list(Item.objects.values()),
            list(Statement.objects.values()),
            Resolution.objects.count(),
            JournalEntry.objects.count(),
        )

    before = state()

    def check(done: object, why: Why, words: str) -> None:
        assert isinstance(done, Refusal), done
        assert done.why is why
        assert words in done.text.de
        assert done.text.en
        assert done.text.en != done.text.de
        assert state() == before

    return check


def entries(act: str) -> list[JournalEntry]:
    return list(JournalEntry.objects.filter(act=act))


# ── opening ────────────────────────────────────────────────────────────────
def test_opening_keeps_the_rules_of_the_day_and_who_is_present(office, item):
    pk = open_ballot(office, item=item.pk, present=("TH", "BY"))

    row = Ballot.objects.get(pk=pk)
    assert row.rulebook == shipped_texts("intmk")[-1]
    assert row.present == ["BY", "TH"]
    assert row.opened_at == NOW
    item.refresh_from_db()
    assert (item.stage, item.motion.stage) == ("in_vote", "in_vote")
    assert [entry.subject for entry in entries("ballot.open")] == [f"ballot:{pk}"]


def test_without_a_list_everybody_with_a_vote_is_present(office, ballot):
    assert Ballot.objects.get(pk=ballot).present == list(CODES)


def test_a_ballot_is_judged_by_the_rules_it_was_opened_under(
    office, acting, intmk, ballot
):
    stricter = shipped_texts("intmk")[-1].replace("two_thirds", "unanimous")
    stricter = stricter.replace("valid_from = 2020-07-01", "valid_from = 2026-11-01")
    StoredRulebook.objects.create(
        body=intmk, valid_from="2026-11-01", text=stricter, stored_at=NOW
    )
    later = opened(office, intmk, number="2.5")
    for pk in (ballot, later):
        roll_call(acting, pk)

    assert close(office, ballot=ballot).outcome.adopted
    assert not close(office, ballot=later).outcome.adopted


def test_only_the_office_opens_a_ballot(acting, item, unchanged):
    done = open_ballot(acting("BY"), item=item.pk)
    unchanged(done, Why.FORBIDDEN, "Geschäftsstelle")


def test_an_unknown_item_or_a_heading_cannot_be_voted_on(office, item, unchanged):
    unchanged(open_ballot(office, item=999), Why.UNKNOWN, "gibt es nicht")
    Item.objects.filter(pk=item.pk).update(section=True)
    assert open_ballot(office, item=item.pk).why is Why.UNKNOWN


def test_a_second_ballot_while_one_is_open_is_refused(office, ballot, unchanged):
    item = Ballot.objects.get(pk=ballot).item_id
    unchanged(open_ballot(office, item=item), Why.CONFLICT, "in der Abstimmung")


def test_a_cancelled_conference_holds_no_vote_in_session(office, item, unchanged):
    Conference.objects.update(state="cancelled")
    done = open_ballot(office, item=item.pk)
    unchanged(done, Why.CONFLICT, "ausgefallen")
    done = open_ballot(office, item=item.pk, procedure=Procedure.CIRCULAR)
    assert isinstance(done, int)


def test_a_list_without_anybody_or_with_a_guest_is_refused(office, item, unchanged):
    unchanged(open_ballot(office, item=item.pk, present=()), Why.INVALID, "anwesend")
    guest = open_ballot(office, item=item.pk, present=("BY", "BUND"))
    unchanged(guest, Why.INVALID, "Bund")


def test_without_rules_no_ballot_is_opened(acting, item, unchanged):
    item.conference.body.terms.create(land="NW", begins=None, ends="1999-12-31")
    long_ago = acting("NW", office=True, now=NOW.replace(year=1999, month=12, day=31))
    unchanged(open_ballot(long_ago, item=item.pk), Why.CONFLICT, "kein Regelwerk")


# ── casting ────────────────────────────────────────────────────────────────
def test_a_member_casts_its_one_vote(acting, ballot):
    assert cast(acting("SN"), ballot=ballot, member="SN", vote="yes") is Vote.YES

    vote = CastVote.objects.get(ballot=ballot)
    assert (vote.member, vote.vote, vote.by, vote.by_office) == (
        "SN", "yes", "sn", False,
    )  # fmt: skip
    assert [entry.member for entry in entries("ballot.cast")] == ["SN"]


def test_a_second_vote_is_refused_whoever_of_the_land_gives_it(
    acting, ballot, journal_length
):
    first = acting("SN", now=NOW.replace(minute=43))
    cast(first, ballot=ballot, member="SN", vote="yes")
    before = journal_length()
    for who in (acting("SN"), acting("SN", name="sn-zwei")):
        done = cast(who, ballot=ballot, member="SN", vote="no")
        assert done.why is Why.CONFLICT
        assert "Sachsen hat um 09:43 Uhr bereits abgestimmt (Ja)." in done.text.de
        assert "Saxony has already voted at 09:43 (yes)." in done.text.en
    assert CastVote.objects.get(ballot=ballot).vote == "yes"
    assert journal_length() == before


def test_nobody_votes_for_another_land(acting, ballot, unchanged):
    done = cast(acting("BY"), ballot=ballot, member="SN", vote="yes")
    unchanged(done, Why.FORBIDDEN, "Sachsen selbst")


def test_the_office_casts_only_the_vote_of_its_own_land(office, ballot, unchanged):
    done = cast(office, ballot=ballot, member="SN", vote="yes")
    unchanged(done, Why.FORBIDDEN, "Sachsen selbst")


def test_a_guest_has_no_vote(acting, ballot, unchanged):
    guest = acting("bundesministerium")
    done = cast(guest, ballot=ballot, member="bundesministerium", vote="yes")
    unchanged(done, Why.FORBIDDEN, "Mitglieder")


def test_the_bund_votes_where_the_rules_give_it_a_vote(db):
    amk = Body.objects.create(slug="amk", short="AMK")
    ChairTerm.objects.create(
        body=amk, land="BY", begins="2026-01-01", ends="2026-12-31"
    )
    Conference.objects.create(body=amk, number=22, begins="2026-11", chair="BY")
    people = {}
    for position, (code, kind) in enumerate((("BY", "land"), ("BUND", "bund")), 1):
        Member.objects.create(
            body=amk, code=code, kind=kind, name=code, votes=True, position=position
        )
        people[code] = Account.objects.create(username=f"amk-{code}")
        Seat.objects.create(account=people[code], body=amk, member=code, office=True)
    office, bund = (by(people[code].pk, "amk", NOW) for code in ("BY", "BUND"))
    pk = opened(office, amk)
    assert cast(bund, ballot=pk, member="BUND", vote="yes") is Vote.YES
    assert cast(bund, ballot=pk, member="BY", vote="yes").why is Why.FORBIDDEN


def test_a_vote_after_the_closing_is_refused(office, acting, ballot, journal_length):
    close(office, ballot=ballot)
    before = journal_length()
    done = cast(acting("SN"), ballot=ballot, member="SN", vote="yes")
    assert done.why is Why.CONFLICT
    assert "am 23.\u00a0November 2026 um 09:00 Uhr geschlossen" in done.text.de
    assert not CastVote.objects.exists()
    assert journal_length() == before


def test_what_is_no_vote_and_what_is_no_ballot_is_refused(acting, ballot, unchanged):
    who = acting("SN")
    maybe = cast(who, ballot=ballot, member="SN", vote="vielleicht")
    unchanged(maybe, Why.INVALID, "„vielleicht“ ist keine Stimme")
    nothing = cast(who, ballot=999, member="SN", vote="yes")
    unchanged(nothing, Why.UNKNOWN, "gibt es nicht")


def test_who_arrives_after_the_opening_can_vote(office, acting, intmk):
    pk = open_ballot(office, item=votable(intmk).pk, present=("BY",))
    assert cast(acting("TH"), ballot=pk, member="TH", vote="no") is Vote.NO


# ── recording for the room ─────────────────────────────────────────────────
def test_the_office_enters_all_votes_at_a_glance(office, ballot):
    assert record(office, ballot=ballot, votes=MIXED) == 16
    assert dict(CastVote.objects.values_list("member", "vote")) == MIXED
    assert len(entries("ballot.record")) == 1


def test_a_correction_is_stored_and_the_journal_keeps_what_stood_there(
    office, acting, ballot
):
    cast(acting("BY"), ballot=ballot, member="BY", vote="no")
    assert record(office, ballot=ballot, votes={"BY": "abstain", "SN": "yes"}) == 2

    vote = CastVote.objects.get(ballot=ballot, member="BY")
    assert (vote.vote, vote.by, vote.by_office) == ("abstain", "buero-rp", True)
    [entry] = entries("ballot.record")
    assert '"BY": {"new": "abstain", "old": "no"}' in entry.data


def test_what_stands_there_already_is_no_change(office, ballot, journal_length):
    record(office, ballot=ballot, votes={"BY": "no"})
    before = journal_length()
    assert record(office, ballot=ballot, votes={"BY": "no"}) == 0
    assert journal_length() == before


def test_a_vote_that_came_in_meanwhile_is_not_overwritten_unseen(
    office, acting, ballot
):
    cast(acting("BY"), ballot=ballot, member="BY", vote="no")
    done = record(office, ballot=ballot, votes={"BY": "yes", "SN": "yes"}, seen={})
    assert done.why is Why.CONFLICT
    assert "Bayern: Um 09:00 Uhr ist eine andere Stimme eingegangen" in done.text.de
    assert dict(CastVote.objects.values_list("member", "vote")) == {"BY": "no"}
    assert record(office, ballot=ballot, votes={"BY": "yes"}, seen={"BY": "no"}) == 1


def test_only_the_office_records(acting, ballot, unchanged):
    done = record(acting("BY"), ballot=ballot, votes={"BY": "no"})
    unchanged(done, Why.FORBIDDEN, "Geschäftsstelle")


def test_the_office_records_no_vote_for_a_guest_and_no_nonsense(
    office, ballot, unchanged
):
    guest = record(office, ballot=ballot, votes={"BY": "no", "BUND": "yes"})
    unchanged(guest, Why.INVALID, "Bund")
    nonsense = record(office, ballot=ballot, votes={"BY": "ja!"})
    unchanged(nonsense, Why.INVALID, "„ja!“ ist keine Stimme")


def test_nothing_is_recorded_after_the_closing(office, ballot, journal_length):
    close(office, ballot=ballot)
    before = journal_length()
    assert record(office, ballot=ballot, votes={"BY": "no"}).why is Why.CONFLICT
    assert journal_length() == before


# ── closing ────────────────────────────────────────────────────────────────
def test_an_adopted_item_becomes_a_resolution_that_is_not_yet_public(
    office, acting, ballot
):
    roll_call(acting, ballot)
    done = close(office, ballot=ballot)

    assert isinstance(done, Closed)
    assert done.outcome.adopted
    assert done.resolution == "22-2.4"
    row = Resolution.objects.get(key="22-2.4")
    assert (row.title, row.text) == ("Öffnung der Sprachkurse", WORDING)
    assert (str(row.adopted_on), row.submitters) == ("2026-11-23", "NI")
    assert (row.ballot_id, row.published_at, row.demo) == (ballot, None, True)
    assert (row.item.stage, row.item.motion.stage) == ("adopted", "adopted")
    stored = Ballot.objects.get(pk=ballot)
    assert (stored.adopted, stored.closed_at) == (True, NOW)


def test_a_rejected_item_becomes_no_resolution(office, acting, ballot):
    roll_call(acting, ballot, MIXED | dict.fromkeys(("BE", "HB", "HH"), "no"))
    done = close(office, ballot=ballot)
    assert (done.outcome.adopted, done.resolution) == (False, None)
    assert not Resolution.objects.exists()
    assert Ballot.objects.get(pk=ballot).adopted is False
    assert Item.objects.get().stage == "rejected"


def test_closing_notes_who_did_not_vote_and_how_it_was_counted(office, acting, ballot):
    roll_call(acting, ballot, dict.fromkeys(CODES[:13], "yes"))
    close(office, ballot=ballot)
    [entry] = entries("ballot.close")
    assert '"not_cast": ["ST", "SH", "TH"]' in entry.data
    assert "11 von 16 nötig, 13 Ja" in entry.data
    assert verify() is None


def test_a_vote_without_a_quorum_leaves_the_item_on_the_agenda(office, intmk):
    quorate = shipped_texts("intmk")[-1].replace("2020-07-01", "2026-11-01")
    quorate += '\n[quorum]\nmore_than = "1/2"\nsource = "Test"\n'
    StoredRulebook.objects.create(
        body=intmk, valid_from="2026-11-01", text=quorate, stored_at=NOW
    )
    item = votable(intmk)
    few = open_ballot(office, item=item.pk, present=CODES[:8])
    record(office, ballot=few, votes=dict.fromkeys(CODES[:8], "yes"))

    done = close(office, ballot=few)
    assert (done.outcome.quorate, done.resolution) == (False, None)
    item.refresh_from_db()
    assert item.stage == "on_agenda"
    assert isinstance(open_ballot(office, item=item.pk), int)


def test_a_circular_vote_gets_a_number_of_the_year(office, acting, intmk):
    keys = []
    for number in ("7", "8"):
        item = votable(intmk, number)
        pk = open_ballot(office, item=item.pk, procedure=Procedure.CIRCULAR)
        roll_call(acting, pk)
        keys.append(close(office, ballot=pk).resolution)
    assert keys == ["2026-u1", "2026-u2"]


def test_an_item_without_a_motion_can_be_adopted_too(office, acting, intmk):
    item = votable(intmk, "3/5")
    Item.objects.filter(pk=item.pk).update(motion=None, submitters="all")
    pk = open_ballot(office, item=item.pk)
    roll_call(acting, pk)
    assert close(office, ballot=pk).resolution == "22-3+5"
    row = Resolution.objects.get()
    assert (row.text, row.submitters) == ([], "all")


def test_only_the_office_closes_and_only_once(office, acting, ballot, unchanged):
    unchanged(close(acting("BY"), ballot=ballot), Why.FORBIDDEN, "Geschäftsstelle")
    unchanged(close(office, ballot=999), Why.UNKNOWN, "gibt es nicht")
    close(office, ballot=ballot)
    length = JournalEntry.objects.count()
    assert close(office, ballot=ballot).why is Why.CONFLICT
    assert JournalEntry.objects.count() == length


def test_an_identifier_is_never_given_twice(office, acting, intmk, ballot):
    Resolution.objects.create(
        body=intmk, key="22-2.4", title="Älter", adopted_on="2020"
    )
    roll_call(acting, ballot)
    length = JournalEntry.objects.count()
    done = close(office, ballot=ballot)
    assert done.why is Why.CONFLICT
    assert "22-2.4" in done.text.de
    assert Ballot.objects.get(pk=ballot).closed_at is None
    assert JournalEntry.objects.count() == length


def test_a_ballot_opened_by_mistake_is_broken_off_without_a_result(
    office, acting, ballot
):
    cast(acting("BY"), ballot=ballot, member="BY", vote="no")
    assert break_off(office, ballot=ballot) == "on_agenda"
    row = Ballot.objects.get(pk=ballot)
    assert (row.adopted, row.closed_at) == (None, NOW)
    assert row.item.stage == "on_agenda"
    [entry] = entries("ballot.break_off")
    assert '"votes": {"BY": "no"}' in entry.data


def test_only_the_office_breaks_off(acting, ballot, unchanged):
    unchanged(break_off(acting("BY"), ballot=ballot), Why.FORBIDDEN, "Geschäftsstelle")


def test_the_day_after_its_term_the_old_office_can_do_nothing(
    acting, intmk, ballot, unchanged
):
    old = acting("RP", office=True, now=AFTER_THE_TERM)
    other = Ballot.objects.get(pk=ballot).item_id
    for done in (
        open_ballot(old, item=other),
        record(old, ballot=ballot, votes={"BY": "no"}),
        break_off(old, ballot=ballot),
        close(old, ballot=ballot),
    ):
        unchanged(done, Why.FORBIDDEN, "den Vorsitz hat das Saarland")
    new = acting("SL", office=True, now=AFTER_THE_TERM)
    assert isinstance(close(new, ballot=ballot), Closed)


# ── statements for the record ──────────────────────────────────────────────
def test_a_land_declares_once_for_each_item(acting, item, journal_length):
    text = "Der Freistaat Sachsen teilt das Ziel."
    pk = declare(acting("SN"), item=item.pk, member="SN", text=f" {text}\n")
    assert Statement.objects.get(pk=pk).text == text
    before = journal_length()
    again = declare(acting("SN"), item=item.pk, member="SN", text="Noch eine.")
    assert again.why is Why.CONFLICT
    assert "schon eine Erklärung" in again.text.de
    assert journal_length() == before


def test_nobody_declares_for_another_land_or_nothing(acting, item, unchanged):
    foreign = declare(acting("BY"), item=item.pk, member="SN", text="Wir …")
    unchanged(foreign, Why.FORBIDDEN, "Sachsen selbst")
    empty = declare(acting("SN"), item=item.pk, member="SN", text="  ")
    unchanged(empty, Why.INVALID, "leer")
    nowhere = declare(acting("SN"), item=999, member="SN", text="Wir …")
    unchanged(nowhere, Why.UNKNOWN, "gibt es nicht")
    book = declare(acting("SN"), item=item.pk, member="SN", text="x" * 10_001)
    unchanged(book, Why.INVALID, "10001 Zeichen")


def test_after_the_final_minutes_nobody_declares(acting, item, unchanged):
    Minutes.objects.create(
        conference=item.conference, version=1, state="final", as_of="2026-11-20",
        content={},
    )  # fmt: skip
    done = declare(acting("SN"), item=item.pk, member="SN", text="Wir …")
    unchanged(done, Why.CONFLICT, "endgültig")


def test_nobody_declares_on_what_was_minuted_before_there_was_this_office(
    acting, intmk, journal_length
):
    old = Conference.objects.create(
        body=intmk, number=13, begins="2018-03-15", state="held"
    )
    item = Item.objects.create(conference=old, number="2.4", title="Öffnung")
    done = declare(acting("BY"), item=item.pk, member="BY", text="Wir …")
    assert (done.why, "13." in done.text.de) == (Why.CONFLICT, True)
    assert not Statement.objects.exists()
    assert journal_length() == 0


# ── speed ──────────────────────────────────────────────────────────────────
def test_one_vote_costs_few_queries(acting, ballot, django_assert_max_num_queries):
    who = acting("SN")
    with django_assert_max_num_queries(8):  # two of them are the savepoint's
        cast(who, ballot=ballot, member="SN", vote="yes")


def test_closing_costs_few_queries(
    office, acting, ballot, django_assert_max_num_queries
):
    roll_call(acting, ballot)
    with django_assert_max_num_queries(20):
        close(office, ballot=ballot)


def test_each_vote_is_later_than_the_opening_in_the_journal(office, acting, ballot):
    roll_call(acting, ballot)
    close(acting("RP", office=True, now=NOW + timedelta(minutes=5)), ballot=ballot)
    acts = [entry.act for entry in JournalEntry.objects.all()]
    assert acts == ["ballot.open", *["ballot.cast"] * 16, "ballot.close"]
