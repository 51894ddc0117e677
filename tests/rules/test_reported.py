import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.facts import Vote
from reihum.rules.laender import CODES
from reihum.rules.reported import NO_SOURCE, Reported, in_words, votes_of, without
from reihum.rules.words import Text

pytestmark = pytest.mark.unit

TWELFTH = Reported(yes=13, no=("BY",), abstain=("HE", "SL"))


def test_named_dissent_and_a_number_of_yes_leave_one_possibility():
    votes = votes_of(TWELFTH, CODES)
    assert votes is not None
    assert (votes["BY"], votes["HE"], votes["NW"]) == (Vote.NO, Vote.ABSTAIN, Vote.YES)
    assert in_words(TWELFTH, CODES).de == "angenommen mit 13 von 16"


@pytest.mark.parametrize(
    "report",
    [
        Reported(words=Text("einstimmig", "unanimous")),
        Reported(no_consent=("BY",)),
        Reported(yes=13),
        Reported(yes=12, no=("BY",)),
        Reported(),
    ],
)
def test_nobody_is_said_to_have_voted_where_the_numbers_leave_it_open(report):
    assert votes_of(report, CODES) is None


@given(st.sets(st.sampled_from(CODES)), st.integers(min_value=0, max_value=20))
def test_votes_are_told_only_if_they_are_as_many_as_the_voters(no, yes):
    votes = votes_of(Reported(yes=yes, no=tuple(no)), CODES)
    assert (votes is not None) == (yes + len(no) == len(CODES))
    assert votes is None or sum(v is Vote.YES for v in votes.values()) == yes


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (Reported(), NO_SOURCE.de),
        (Reported(yes=16), "einstimmig"),
        (Reported(yes=12, no=("BY",)), "angenommen mit 12 Ja"),
        (
            Reported(no_consent=("BY",), statement=Text("Eine Seite.", "One page.")),
            "ohne Zustimmung von Bayern, mit Erklärung",
        ),
        (
            Reported(words=Text("Zwei-Drittel-Mehrheit", "two thirds"), yes=11),
            "Zwei-Drittel-Mehrheit",
        ),
    ],
)
def test_a_report_is_told_as_exactly_as_it_is(report, words):
    assert in_words(report, CODES).de == words


def test_members_that_are_no_land_are_named_by_their_code():
    assert without(("BY", "X")).en == "without the consent of Bavaria and X"
