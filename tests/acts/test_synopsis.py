"""What the office decides about wishes, and what Länder say to a compromise."""

import pytest

from reihum.acts import amendments, synopsis
from reihum.acts.synopsis import Done
from reihum.reads.journal import verify
from reihum.records.models import Amendment, Compromise, Consent, Decision, JournalEntry
from reihum.rules.decision import Fate
from reihum.rules.words import Refusal, Why
from tests.wished import P3, WISHES, keys, laid_on, submitted, wish, wished

pytestmark = pytest.mark.integration

DIGITAL = P3.replace("innerhalb einer Stunde", "in zumutbarer Zeit oder digital")


@pytest.fixture
def motion(intmk, acting) -> int:
    return wished(acting)


@pytest.fixture
def decide(motion, office):
    """Decide what some Länder want: `decide("HE", accepted=True)`."""

    def click(*lands, accepted, by=office, version=1, **more):
        return synopsis.decide(
            by, motion=motion, version=version, keys=keys(motion, *lands),
            accepted=accepted, **more,
        )  # fmt: skip

    return click


@pytest.fixture
def word(motion, office):
    def compromise(text=DIGITAL, paragraph="p3", by=office, **more):
        return synopsis.word_compromise(
            by, motion=motion, version=1, paragraph=paragraph, text=text, **more
        )

    return compromise


def accepted(motion) -> dict[str, bool]:
    """Return what was decided, by the Länder that wish it."""
    laid = laid_on(motion)
    by_key = laid.synopsis.by_key
    return {
        " ".join(by_key[key].lands): yes for key, yes in laid.decided.accepted.items()
    }


def last() -> JournalEntry:
    return JournalEntry.objects.order_by("-seq").first()


# ── accepting and rejecting ────────────────────────────────────────────────
def test_the_office_accepts_rejects_and_takes_back(motion, decide):
    assert decide("BY", "SN", "ST", accepted=True) == Done(1)
    assert decide("BW", accepted=False, reason=" Haushaltsrecht. ") == Done(1)
    assert accepted(motion) == {"BY SN ST": True, "BW": False}
    assert laid_on(motion).reasons == {keys(motion, "BW")[0]: "Haushaltsrecht."}
    assert decide("BY", "SN", "ST", accepted=None) == Done(1)
    assert accepted(motion) == {"BW": False}
    assert verify() is None


def test_what_is_decided_stands_in_the_journal_with_land_and_words(motion, decide):
    decide("BB", "MV", accepted=True)
    entry = last()
    assert (entry.act, entry.subject) == ("synopsis.decide", f"motion:{motion}")
    assert '"lands": ["BB", "MV"]' in entry.data
    assert '"new": "von 45 Minuten"' in entry.data


def test_deciding_the_same_again_changes_nothing(motion, decide, journal_length):
    decide("HE", accepted=True)
    before = journal_length()
    assert decide("HE", accepted=True) == Done(0)
    assert journal_length() == before


def test_against_what_is_accepted_nothing_is_accepted(motion, decide, journal_length):
    decide("HE", accepted=True)
    before = journal_length()
    refusal = decide("BB", "MV", accepted=True)
    assert refusal.why is Why.CONFLICT
    assert "das Land Hessen streicht „innerhalb einer Stunde mit" in refusal.text.de
    assert accepted(motion) == {"HE": True}
    assert journal_length() == before
    assert decide("BB", "MV", accepted=False) == Done(2)


def test_of_two_who_click_at_once_the_slower_is_told(motion, decide):
    assert decide("HE", accepted=True, seen=Fate.OPEN) == Done(1)
    refusal = decide("HE", accepted=False, seen=Fate.OPEN)
    assert "jetzt „angenommen“" in refusal.text.de
    assert decide("HE", accepted=True, seen=Fate.OPEN) == Done(0)


def test_wishes_that_are_gone_are_passed_over_kindly(motion, office, acting):
    gone = keys(motion, "TH")
    amendments.withdraw(acting("TH"), amendment=Amendment.objects.get(member="TH").pk)
    done = synopsis.decide(
        office, motion=motion, version=1, keys=[*gone, *keys(motion, "BW")],
        accepted=True,
    )  # fmt: skip
    assert done == Done(changed=1, gone=1)
    assert synopsis.decide(
        office, motion=motion, version=1, keys=gone, accepted=True, seen=Fate.OPEN
    ) == Done(0, 1)


def test_a_wish_that_comes_again_is_decided_anew(motion, office, acting, decide):
    decide("HE", accepted=True)
    amendments.withdraw(acting("HE"), amendment=Amendment.objects.get(member="HE").pk)
    decide("BB", "MV", accepted=True)
    wish(acting, motion, "HE", WISHES[8][1])
    assert accepted(motion) == {"BB MV": True}


def test_all_that_is_undisputed_goes_at_one_stroke_and_back(motion, office):
    done = synopsis.accept_undisputed(office, motion=motion, version=1)
    assert done == Done(4)
    assert accepted(motion) == dict.fromkeys(["BY SN ST", "NI SH", "BW", "TH"], True)
    stroke = list(laid_on(motion).decided.accepted)
    synopsis.decide(office, motion=motion, version=1, keys=stroke, accepted=None)
    assert accepted(motion) == {}


def test_a_reason_has_an_end(decide):
    assert decide("HE", accepted=False, reason="x" * 2001).field == "reason"


# ── compromises ────────────────────────────────────────────────────────────
def test_a_compromise_stands_instead_of_the_wishes(motion, word, decide):
    assert word("  In zumutbarer\nZeit. ") == Compromise.objects.get().pk
    assert Compromise.objects.get().text == "In zumutbarer Zeit."
    assert laid_on(motion).result()[3].text == "In zumutbarer Zeit."
    assert decide("HE", accepted=True).why is Why.CONFLICT
    assert decide("HE", accepted=None) == Done(0)


def test_another_wording_is_another_compromise_and_ends_consent(motion, word, acting):
    first = word()
    assert word(DIGITAL) == first, "the same wording is the same compromise"
    synopsis.consent(acting("MV"), compromise=first, member="MV", agrees=True)
    second = word("Anders.", seen=first)
    assert second != first
    assert not Consent.objects.exists()
    late = synopsis.consent(acting("BB"), compromise=first, member="BB", agrees=True)
    assert "gibt es nicht mehr" in late.text.de


def test_of_two_who_word_at_once_the_slower_reads_the_other(motion, word, office):
    first = word("Eins.")
    assert "„Eins.“" in word("Zwei.").text.de
    synopsis.end_compromise(office, motion=motion, version=1, seen=first)
    assert "gibt es nicht mehr" in word("Zwei.", seen=first).text.de
    again = synopsis.end_compromise(office, motion=motion, version=1, seen=first)
    assert again.why is Why.CONFLICT
    assert not Compromise.objects.exists()


def test_a_compromise_needs_a_place_and_a_wish_there(word):
    assert word(paragraph="p9").why is Why.UNKNOWN
    assert word("Eile.", paragraph="b1").why is Why.CONFLICT
    assert word(P3).field == "text"


def test_a_land_whose_wish_is_concerned_agrees_or_does_not(motion, word, acting):
    pk = word()
    for land, agrees in (("MV", True), ("HE", False), ("BB", True)):
        done = synopsis.consent(acting(land), compromise=pk, member=land, agrees=agrees)
        assert done == motion
    synopsis.consent(acting("BB"), compromise=pk, member="BB", agrees=None)
    synopsis.consent(acting("MV"), compromise=pk, member="MV", agrees=False)
    synopsis.consent(acting("MV"), compromise=pk, member="MV", agrees=True)
    (row,) = laid_on(motion).compromises
    assert (row.agree, row.disagree) == (("MV",), ("HE",))
    assert (last().act, last().member) == ("synopsis.consent", "MV")


def test_nobody_else_is_asked_or_answers_for_a_land(word, acting, office):
    pk = word()
    for who, member in ((acting("BY"), "BY"), (acting("BY"), "HE"), (office, "HE")):
        refusal = synopsis.consent(who, compromise=pk, member=member, agrees=True)
        assert refusal.why is Why.FORBIDDEN
    assert not Consent.objects.exists()


# ── who and when ───────────────────────────────────────────────────────────
def test_only_the_office_decides(motion, decide, word, acting):
    for refusal in (
        decide("HE", accepted=True, by=acting("HE")),
        word(by=acting("HE")),
        synopsis.accept_undisputed(acting("HE"), motion=motion, version=1),
        synopsis.end_compromise(acting("HE"), motion=motion, version=1, seen=1),
    ):
        assert refusal.why is Why.FORBIDDEN
        assert "Rheinland-Pfalz" in refusal.text.de
    assert not Decision.objects.exists()


def test_what_is_not_there_is_not_decided_on(decide, office, acting, intmk):
    assert decide(accepted=True, version=9).why is Why.UNKNOWN
    assert decide(accepted=True, version=0).why is Why.UNKNOWN
    for refusal in (
        synopsis.decide(office, motion=99, version=1, keys=[], accepted=True),
        synopsis.take_over(office, motion=99, version=1),
    ):
        assert refusal.why is Why.UNKNOWN


def test_a_motion_without_wishes_has_nothing_to_decide(intmk, acting, office):
    motion = submitted(acting)
    done = synopsis.accept_undisputed(office, motion=motion, version=1)
    assert done == Done(0)
    refusal = synopsis.take_over(office, motion=motion, version=1)
    assert isinstance(refusal, Refusal)
    assert "noch nichts angenommen" in refusal.text.de
