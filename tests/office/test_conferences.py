"""Conferences in the office: listed, planned, met around, cancelled."""

import pytest

from reihum.acts import conferences
from reihum.reads.conferences import conference
from reihum.records.models import Conference
from reihum.rules.dates import PartialDate
from reihum.rules.facts import ConferenceKind, ConferenceState, Mode
from tests.pages import source, words

pytestmark = pytest.mark.integration

LIST = "/buero/intmk/konferenzen/"
ONE = f"{LIST}22/"
PLAN = {
    "number": "23", "begins": "15.3.2028", "ends": "16.3.2028", "place": "Saarbrücken",
    "mode": "in_person", "motto": "",
}  # fmt: skip


@pytest.fixture
def client(signed_in):
    return signed_in("RP", office=True)


def test_the_list_says_what_is_known(client, intmk):
    Conference.objects.create(
        body=intmk, number=15, begins=PartialDate(2020), state="cancelled", mode="video"
    )
    page = words(client.get(LIST))
    assert "14. und 15. April 2027" in page
    assert "ausgefallen" in page
    assert "per Videokonferenz" in page
    assert f'href="{ONE}"' in source(client.get(LIST))


def test_an_empty_list_says_so(client):
    Conference.objects.all().delete()
    assert "Noch keine Konferenz" in words(client.get(LIST))


def test_the_form_proposes_the_next_number(client):
    assert 'value="23"' in source(client.get(f"{LIST}neu/"))


def test_a_conference_is_planned(client):
    answer = client.post(f"{LIST}neu/", PLAN, follow=True)
    assert answer.redirect_chain == [(f"{LIST}23/", 302)]
    assert "Die 23. Konferenz ist geplant." in words(answer)
    assert "15. und 16. März 2028" in words(answer)


@pytest.mark.parametrize("begins", ["3.2028", "2028-03", " 03.2028 "])
def test_a_month_stays_a_month(client, begins):
    client.post(f"{LIST}neu/", PLAN | {"begins": begins, "ends": ""})
    assert conference("intmk", 23).begins == PartialDate(2028, 3)


@pytest.mark.parametrize(
    ("change", "status", "sentence"),
    [
        ({"begins": "31.2.2028"}, 422, "ist kein Datum"),
        ({"begins": "bald"}, 422, "zum Beispiel 14.4.2027, 4.2027 oder 2027"),
        ({"begins": ""}, 422, "Bitte geben Sie an, wann."),
        ({"number": ""}, 422, "Bitte geben Sie die Nummer an."),
        ({"number": "22"}, 409, "Die 22. Konferenz gibt es schon"),
        ({"ends": "14.3.2028"}, 422, "liegt vor dem Beginn"),
    ],
)
def test_what_cannot_be_planned_is_told_and_what_was_typed_is_kept(
    client, journal_length, change, status, sentence
):
    answer = client.post(f"{LIST}neu/", PLAN | change)
    assert answer.status_code == status
    assert sentence in words(answer)
    assert 'value="Saarbrücken"' in source(answer)
    assert Conference.objects.count() == 1
    assert journal_length() == 0


def test_a_land_neither_sees_the_form_nor_plans(signed_in, journal_length):
    client = signed_in("BY")
    assert "Konferenz planen" not in words(client.get(LIST))
    for answer in (client.get(f"{LIST}neu/"), client.post(f"{LIST}neu/", PLAN)):
        assert answer.status_code == 403
        assert "Geschäftsstelle des vorsitzenden Landes" in words(answer)
    assert journal_length() == 0


def test_one_conference_shows_what_surrounds_it(client, office):
    conferences.plan_other(
        office, main=22, kind=ConferenceKind.PREPARATORY,
        begins=PartialDate(2027, 3, 10), place="Trier",
    )  # fmt: skip
    page = words(client.get(ONE))
    assert "10. März 2027 · Trier" in page
    assert "Noch keine Fristen" in page
    assert "Zu Anträgen aufrufen" in page
    assert "Nächste Schritte" in page


def test_the_page_says_when_the_rule_wants_the_preparatory_conference(client):
    page = words(client.get(ONE))
    assert "vom 3. bis 10. März 2027" in page


def test_a_meeting_is_planned_from_its_page(client):
    sent = {
        "kind": "autumn", "begins": "16.9.2026", "ends": "17.9.2026", "place": "",
        "mode": "video",
    }  # fmt: skip
    answer = client.post(f"{ONE}treffen/", sent, follow=True)
    assert "Das Treffen steht im Kalender." in words(answer)
    (other,) = conference("intmk", 22).others
    assert (other.kind, other.mode) == (ConferenceKind.AUTUMN, Mode.VIDEO)


def test_a_meeting_that_cannot_be_is_told_on_the_page(client, journal_length):
    sent = {"kind": "preparatory", "begins": "1.5.2027", "mode": "in_person"}
    answer = client.post(f"{ONE}treffen/", sent)
    assert answer.status_code == 422
    assert "liegt vor der Konferenz, die sie vorbereitet" in words(answer)
    assert 'value="1.5.2027"' in source(answer)
    answer = client.post(f"{ONE}treffen/", sent | {"begins": "x"})
    assert answer.status_code == 422
    assert journal_length() == 0


def test_a_cancelled_conference_says_why(client):
    answer = client.post(f"{ONE}absage/", {"note": "Wegen Hochwassers."}, follow=True)
    assert "Die 22. Konferenz ist abgesagt." in words(answer)
    page = words(client.get(ONE))
    assert "Wegen Hochwassers." in page
    assert "ausgefallen" in page
    assert "Zu Anträgen aufrufen" not in page
    assert "Treffen ansetzen" not in page


def test_it_is_not_cancelled_without_a_reason(client, journal_length):
    answer = client.post(f"{ONE}absage/", {"note": ""})
    assert answer.status_code == 422
    assert "Bitte sagen Sie, warum die Konferenz ausfällt." in words(answer)
    assert conference("intmk", 22).state is ConferenceState.PLANNED
    assert journal_length() == 0


def test_a_conference_that_is_over_cannot_be_cancelled(client, settings):
    settings.REIHUM_NOW = settings.REIHUM_NOW.replace(year=2027, month=5)
    assert "Konferenz absagen" not in words(client.get(ONE))
    answer = client.post(f"{ONE}absage/", {"note": "Zu spät."})
    assert answer.status_code == 409


@pytest.mark.parametrize("address", ["", "antragsaufruf/"])
def test_an_unknown_number_is_not_found(client, address):
    assert client.get(f"{LIST}99/{address}").status_code == 404


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("treffen/", {"kind": "autumn", "begins": "2026", "mode": "video"}),
        ("absage/", {"note": "Gibt es nicht."}),
    ],
)
def test_nothing_happens_to_an_unknown_conference(
    client, journal_length, address, sent
):
    assert client.post(f"{LIST}99/{address}", sent).status_code == 404
    assert journal_length() == 0


def test_a_land_reads_the_page_and_can_change_nothing(signed_in, journal_length):
    client = signed_in("BY")
    page = words(client.get(ONE))
    for office_only in ("Zu Anträgen aufrufen", "Treffen ansetzen", "absagen"):
        assert office_only not in page
    answer = client.post(f"{ONE}absage/", {"note": "Nein."})
    assert answer.status_code == 403
    assert journal_length() == 0


@pytest.mark.parametrize("address", ["treffen/", "absage/"])
def test_the_address_of_a_form_leads_back_to_its_page(client, address):
    assert client.get(ONE + address)["Location"] == ONE


@pytest.mark.parametrize(
    "facts", [{"state": "held"}, {"state": "planned", "certainty": "planned"}]
)
def test_a_conference_prepared_elsewhere_asks_for_nothing(client, intmk, facts):
    Conference.objects.create(
        body=intmk, number=2, begins=PartialDate(2026, 12), **facts
    )
    page = words(client.get(f"{LIST}2/"))
    assert "Diese Konferenz wurde nicht hier vorbereitet." in page
    for asked in ("Nächste Schritte", "Zu Anträgen aufrufen", "Konferenz absagen"):
        assert asked not in page
        assert asked in words(client.get(ONE))
