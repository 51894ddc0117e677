"""A Land's vacancy is its own until it is published, and gone once withdrawn."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reihum.acts import vacancies
from reihum.reads import vacancies as reads
from reihum.records.models import Body, JournalEntry
from reihum.records.models import Vacancy as Row
from reihum.rules.vacancy import Vacancy
from reihum.rules.visibility import STRANGER
from reihum.rules.words import Refusal, Why
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

DAY = date(2026, 11, 23)
COOK = Vacancy(
    member="SN", title=" Koch /\tKöchin ", employer="Stadtküche", city="Chemnitz",
    description="Kochen für Schulen.", apply_url="https://kueche.example/1",
    working_time=("full",), level=3, deadline=date(2026, 12, 31),
)  # fmt: skip


@pytest.fixture
def saxony(acting):
    return acting("SN")


@pytest.fixture
def drafted(saxony):
    return vacancies.draft(saxony, vacancy=COOK)


@pytest.fixture
def published(saxony, drafted):
    vacancies.publish(saxony, vacancy=drafted)
    return drafted


def _seen(pk, viewer, day=DAY):
    return reads.vacancy("intmk", pk, viewer, day)


def test_a_draft_is_seen_by_its_land_alone(saxony, acting, office, drafted):
    row = _seen(drafted, saxony.viewer)
    assert (row.state, row.vacancy.title) == ("draft", "Koch / Köchin")
    for other in (acting("BY").viewer, office.viewer, STRANGER):
        assert _seen(drafted, other) is None


def test_what_is_published_is_seen_and_found_by_everybody(published):
    assert _seen(published, STRANGER).state == "open"
    (found,) = reads.own_advertisements(DAY)
    assert (found.key, found.title) == (f"own:{published}", "Koch / Köchin")
    assert found.level is not None
    assert found.level.name == "B1"


def test_drafts_come_first_however_many_are_published(saxony, published, monkeypatch):
    draft = vacancies.draft(saxony, vacancy=COOK)
    monkeypatch.setattr(reads, "MOST", 1)
    (first,) = reads.vacancies("intmk", saxony.viewer, DAY)
    assert first.pk == draft


def test_what_another_body_here_publishes_is_found_and_has_a_page(published, client):
    other = Body.objects.create(slug="andere", short="AMK", founded="2007-04-27")
    Row.objects.filter(pk=published).update(body=other)
    assert [one.pk for one in reads.open_vacancies(DAY)] == [published]
    (found,) = reads.own_advertisements(DAY)
    assert client.get(found.url).status_code == 200


def test_after_the_deadline_and_after_a_withdrawal_only_members_see_it(
    saxony, acting, published
):
    later = date(2027, 1, 1)
    assert _seen(published, STRANGER, later) is None
    assert _seen(published, acting("BY").viewer, later).state == "over"
    vacancies.withdraw(saxony, vacancy=published)
    assert _seen(published, STRANGER) is None
    assert reads.own_advertisements(DAY) == ()
    assert _seen(published, saxony.viewer).state == "withdrawn"


def test_a_withdrawn_vacancy_can_be_published_again(saxony, published):
    vacancies.withdraw(saxony, vacancy=published)
    assert vacancies.publish(saxony, vacancy=published) == published
    assert _seen(published, STRANGER).state == "open"


def test_a_change_of_a_published_one_must_still_be_publishable(saxony, published):
    gone = replace(COOK, deadline=DAY - timedelta(days=1))
    refused = vacancies.revise(saxony, vacancy=published, given=gone)
    assert isinstance(refused, Refusal)
    longer = replace(COOK, title="Beikoch", deadline=None)
    assert vacancies.revise(saxony, vacancy=published, given=longer) == published
    assert _seen(published, STRANGER).vacancy.title == "Beikoch"


def test_a_draft_may_lack_what_a_publication_needs(saxony):
    pk = vacancies.draft(saxony, vacancy=replace(COOK, apply_url=""))
    refused = vacancies.publish(saxony, vacancy=pk)
    assert refused.field == "apply_url"
    assert vacancies.revise(saxony, vacancy=pk, given=COOK) == pk
    assert vacancies.publish(saxony, vacancy=pk) == pk


def test_nobody_writes_for_another_land_but_the_office(acting, office, published):
    bavaria = acting("BY")
    for done in (
        vacancies.draft(bavaria, vacancy=COOK),
        vacancies.revise(bavaria, vacancy=published, given=COOK),
        vacancies.withdraw(bavaria, vacancy=published),
    ):
        assert done.why is Why.FORBIDDEN
    assert vacancies.withdraw(office, vacancy=published) == published


def test_a_vacancy_cannot_be_moved_to_a_land_that_one_does_not_work_for(
    saxony, drafted
):
    refused = vacancies.revise(
        saxony, vacancy=drafted, given=replace(COOK, member="BY")
    )
    assert refused.why is Why.FORBIDDEN


def test_a_stranger_publishes_nothing(intmk, published):
    from reihum.acts.door import by  # noqa: PLC0415

    nobody = by(None, "intmk", NOW)
    assert vacancies.draft(nobody, vacancy=COOK).why is Why.FORBIDDEN
    assert vacancies.withdraw(nobody, vacancy=published).why is Why.FORBIDDEN


def test_a_draft_can_be_thrown_away_and_a_published_one_cannot(saxony, drafted):
    other = vacancies.draft(saxony, vacancy=COOK)
    assert vacancies.discard(saxony, vacancy=other) == other
    assert _seen(other, saxony.viewer) is None
    vacancies.publish(saxony, vacancy=drafted)
    assert vacancies.discard(saxony, vacancy=drafted).why is Why.CONFLICT
    assert vacancies.publish(saxony, vacancy=drafted).why is Why.CONFLICT


def test_what_is_not_there_or_not_out_is_refused(saxony, drafted):
    assert vacancies.publish(saxony, vacancy=999).why is Why.UNKNOWN
    assert vacancies.revise(saxony, vacancy=999, given=COOK).why is Why.UNKNOWN
    assert vacancies.discard(saxony, vacancy=999).why is Why.UNKNOWN
    assert vacancies.withdraw(saxony, vacancy=999).why is Why.UNKNOWN
    assert vacancies.withdraw(saxony, vacancy=drafted).why is Why.CONFLICT


def test_the_journal_says_what_happened_and_hides_drafts_from_others(
    saxony, acting, published
):
    acts = list(JournalEntry.objects.values_list("act", "member"))
    assert acts == [("vacancy.draft", "SN"), ("vacancy.publish", "SN")]


def test_unseen_signs_are_refused_in_a_vacancy(saxony):
    refused = vacancies.draft(saxony, vacancy=replace(COOK, title="Ko\u202ech"))
    assert refused.why is Why.INVALID
