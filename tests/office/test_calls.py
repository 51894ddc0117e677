"""The call for motions: the deadlines are seen before it goes out."""

import pytest

from reihum.records.models import Account, Body, Call, Deadline, OutboxMessage
from tests.conftest import NOW
from tests.pages import words

pytestmark = pytest.mark.integration

CALL = "/buero/intmk/konferenzen/22/antragsaufruf/"


@pytest.fixture
def client(signed_in):
    return signed_in("RP", office=True)


def test_the_deadlines_are_explained_before_anything_is_sent(client):
    page = words(client.get(CALL))
    assert "3. Februar 2027" in page
    assert "zehn Wochen vor dem 14. April 2027" in page
    assert "Annahme" in page
    assert not Call.objects.exists()


def test_sending_fixes_them_and_fills_the_outbox(client, account):
    Account.objects.filter(pk=account("BY").pk).update(email="by@example.org")
    answer = client.post(CALL, {"message": "Bitte melden."}, follow=True)
    assert "ein Schreiben liegt im Postausgang" in words(answer)
    assert Deadline.objects.count() == 3
    assert OutboxMessage.objects.get().payload["to"] == ["by@example.org"]
    assert "Antragsaufruf versandt:" in words(answer)
    assert "zehn Wochen vor dem 14. April 2027" in words(answer)


def test_it_goes_out_once(client, journal_length):
    client.post(CALL, {})
    answer = client.post(CALL, {"message": "Noch einmal."})
    assert answer.status_code == 409
    assert "schon hinaus" in words(answer)
    assert "Noch einmal." in words(answer)
    assert journal_length() == 1
    assert client.get(CALL)["Location"] == "/buero/intmk/konferenzen/22/"


def test_the_office_may_set_another_day(client):
    client.post(CALL, {"motions_by": "2027-02-12"})
    assert str(Deadline.objects.get(kind="motions").day) == "2027-02-12"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"motions_by": "2026-11-01"}, "ist schon vorbei"),
        ({"motions_by": "2027-02-30"}, "Diesen Tag gibt es nicht."),
    ],
)
def test_a_wrong_day_is_told(client, journal_length, sent, sentence):
    answer = client.post(CALL, sent)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert journal_length() == 0


def test_after_the_computed_day_it_asks_for_another(client, settings, journal_length):
    settings.REIHUM_NOW = NOW.replace(year=2027, month=3)
    answer = client.post(CALL, {})
    assert answer.status_code == 409
    assert "Bitte geben Sie selbst einen Tag an." in words(answer)
    assert journal_length() == 0


def test_a_body_without_deadlines_says_so_and_asks_for_a_day(client, journal_length):
    Body.objects.update(slug="kmk")
    call = CALL.replace("intmk", "kmk")
    assert "Das Regelwerk gibt keine Fristen" in words(client.get(call))
    answer = client.post(call, {})
    assert answer.status_code == 422
    assert "Das Regelwerk nennt keine Frist für Anträge." in words(answer)
    assert journal_length() == 0


def test_a_body_that_counts_from_the_pre_meeting_asks_for_its_day(
    client, intmk, journal_length
):
    """No shipped rulebook does so with a known lead; a stored one may."""
    text = client.get("/buero/intmk/regelwerk/").context["form"].initial["text"]
    counted = text.replace(
        "valid_from = 2020-07-01", "valid_from = 2026-11-23"
    ).replace(
        "lead = { weeks = 10 }", 'lead = { weeks = 10 }\nanchor = "first_pre_meeting"'
    )
    assert client.post("/buero/intmk/regelwerk/", {"text": counted}).status_code == 302
    before = journal_length()
    assert "Erste Ländervorbesprechung" in words(client.get(CALL))
    answer = client.post(CALL, {})
    assert answer.status_code == 422
    assert "Bitte geben Sie den Tag an." in words(answer)
    assert journal_length() == before
    client.post(CALL, {"first_pre_meeting": "2027-03-01"})
    assert str(Deadline.objects.get(kind="motions").day) == "2026-12-21"


def test_a_cancelled_conference_calls_for_nothing(client, office):
    client.post("/buero/intmk/konferenzen/22/absage/", {"note": "Wegen Hochwassers."})
    assert client.get(CALL)["Location"] == "/buero/intmk/konferenzen/22/"
    answer = client.post(CALL, {})
    assert answer.status_code == 409
    assert "abgesagt" in words(answer)


def test_only_the_office_calls(signed_in, journal_length):
    client = signed_in("BY")
    for answer in (client.get(CALL), client.post(CALL, {})):
        assert answer.status_code == 403
    assert journal_length() == 0
