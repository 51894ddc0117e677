from datetime import date

import pytest

from reihum.acts.resolutions import ask_release, object_to
from reihum.reads.resolutions import resolution, resolutions_of
from reihum.records.models import Report, Resolution
from reihum.rules.release import Part
from reihum.rules.visibility import STRANGER
from tests.conftest import NOW
from tests.paper import adopted, with_statement, with_veto

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
TODAY = NOW.date()


@pytest.fixture
def key(office, acting, intmk) -> str:
    key = adopted(office, intmk)
    with_statement(acting("BY"), intmk)
    return key


def released(*parts: str) -> None:
    Resolution.objects.update(published_at=NOW, released=list(parts))


def test_members_know_all_and_who_objects(office, acting, intmk, key):
    with_veto(intmk)
    ask_release(office, key=key, until=date(2026, 12, 7))
    object_to(acting("SN"), key=key, member="SN", part="votes", reason="Noch nicht")
    for viewer in (office.viewer, acting("TH").viewer):
        row = resolution("intmk", key, viewer, TODAY)
        assert (row.text[0].number, row.outcome.no) == ("1.", ("BY",))
        assert row.statements == (("BY", "Bayern hält daran fest."),)
        assert row.release.parts == {Part.RESOLUTION, Part.VOTES, Part.STATEMENT}
        assert [o.member for o in row.release.objections] == ["SN"]
        assert (row.release.veto, row.rule_known, row.asked_at) == (True, True, NOW)


def test_guests_and_strangers_know_only_the_released_parts(office, acting, intmk, key):
    with_veto(intmk)
    ask_release(office, key=key, until=date(2026, 12, 7))
    object_to(acting("SN"), key=key, member="SN", part="votes")
    outside = (acting("bundesministerium").viewer, STRANGER)
    for viewer in outside:
        assert resolution("intmk", key, viewer, TODAY) is None
    for parts, text, votes, statements in (
        (("resolution",), True, False, False),
        (("votes",), False, True, False),
        (("resolution", "statement"), True, False, True),
    ):
        released(*parts)
        for viewer in outside:
            row = resolution("intmk", key, viewer, TODAY)
            seen = (bool(row.text), bool(row.outcome), bool(row.statements))
            assert seen == (text, votes, statements)
            assert row.release.pending == frozenset()
            assert (row.release.objections, row.release.until) == ((), None)
            assert row.asked_at is None


def test_a_release_is_judged_by_the_rules_under_which_it_was_asked_for(
    office, intmk, key
):
    ask_release(office, key=key, until=date(2026, 12, 7))
    Resolution.objects.update(release_asked_at=NOW.replace(month=10))
    with_veto(intmk)  # from 1 November on
    assert not resolution("intmk", key, office.viewer, TODAY).release.veto
    Resolution.objects.update(release_asked_at=None)
    assert resolution("intmk", key, office.viewer, TODAY).release.veto


def test_an_old_resolution_tells_its_vote_as_reported(office, intmk, key):
    row = Resolution.objects.create(
        body=intmk, key="7-2.1", title="Alt", adopted_on="2012-03-21",
        published_at=NOW, released=["resolution"], submitters="NI, RP",
    )  # fmt: skip
    Report.objects.create(resolution=row, words="einstimmig")
    newest, old = resolutions_of("intmk", office.viewer, TODAY)
    assert (newest.key, old.key) == ("22-2.4", "7-2.1")
    assert (old.result.de, old.outcome, old.text) == ("einstimmig", None, ())
    assert old.release.pending == frozenset()
    assert old.submitters == ("NI", "RP")


def test_the_questions_do_not_grow_with_the_list(
    office, intmk, key, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6) as one:
        resolutions_of("intmk", office.viewer, TODAY)
    adopted(office, intmk, number="2.5")
    with django_assert_max_num_queries(len(one)):
        assert len(resolutions_of("intmk", office.viewer, TODAY)) == 2
