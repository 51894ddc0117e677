"""Whatever people try, in whatever order: one vote each, and a whole journal."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reihum.acts.ballots import cast, close, record
from reihum.reads.journal import verify
from reihum.records.models import CastVote, JournalEntry
from reihum.rules.words import Refusal
from tests.voting import opened

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SOME = ("BY", "SN", "HE", "bundesministerium")
votes = st.sampled_from(("yes", "no", "abstain", "vielleicht", ""))
steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("cast"),
            st.sampled_from((*SOME, "office")),
            st.sampled_from(SOME),
            votes,
        ),
        st.tuples(
            st.just("record"),
            st.sampled_from(("office", "BY")),
            st.sampled_from(SOME),
            votes,
        ),
        st.tuples(st.just("close"), st.sampled_from(("office", "BY"))),
    ),
    max_size=12,
)
ACTS = {
    "cast": lambda by, pk, member, vote: cast(by, ballot=pk, member=member, vote=vote),
    "record": lambda by, pk, member, vote: record(by, ballot=pk, votes={member: vote}),
    "close": lambda by, pk: close(by, ballot=pk),
}


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps)
def test_no_sequence_gives_a_member_two_votes_or_breaks_the_journal(
    acting, office, intmk, tried
):
    people = {code: acting(code) for code in SOME} | {"office": office}
    point = transaction.savepoint()
    try:
        ballot = opened(office, intmk)
        for what, who, *rest in tried:
            votes_before = dict(CastVote.objects.values_list("member", "vote"))
            length = JournalEntry.objects.count()
            done = ACTS[what](people[who], ballot, *rest)
            after = dict(CastVote.objects.values_list("member", "vote"))
            written = JournalEntry.objects.count() - length
            if isinstance(done, Refusal):
                assert (after, written) == (votes_before, 0)
            elif what == "cast":
                assert rest[0] not in votes_before
                assert who == rest[0]
            assert len(after) == CastVote.objects.count()
            assert set(after) <= {"BY", "SN", "HE"}
        assert verify() is None
    finally:
        transaction.savepoint_rollback(point)
