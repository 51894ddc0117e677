from datetime import timedelta

import pytest
from django.test import Client

from reihum.acts.mandates import note_mandate
from reihum.acts.resolutions import publish
from reihum.records.models import JournalEntry, Mandate
from reihum.rules.dates import PartialDate
from tests.paper import adopted

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
LIST = "/buero/intmk/auftraege/"
NOTE = "/buero/intmk/beschluesse/22-2.4/auftrag/"
SENT = {"subject": "Bericht zu Ziffer 1", "addressee": "Vorkonferenz", "due": "2.2027"}


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def key(office, intmk) -> str:
    return adopted(office, intmk)


@pytest.fixture
def mandate(office, key) -> str:
    due = PartialDate(2027, 2)
    pk = note_mandate(
        office, key=key, subject="Bericht zu Ziffer 1", addressee="RP", due=due
    )
    return f"{LIST}{pk}/"


@pytest.fixture
def desk(signed_in) -> Client:
    return signed_in("RP", office=True)


def test_the_office_notes_a_mandate_with_a_month_that_stays_a_month(desk, key):
    assert "Auftrag vermerken" in text(desk.get(NOTE))
    done = desk.post(NOTE, SENT, follow=True)
    row = Mandate.objects.get()
    assert done.redirect_chain == [(f"{LIST}{row.pk}/", 302)]
    assert row.due == PartialDate(2027, 2)
    assert "Fällig bis Ende Februar 2027" in text(done)
    assert "Bericht zu Ziffer 1" in text(desk.get("/buero/intmk/beschluesse/22-2.4/"))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (SENT | {"subject": ""}, "was zu tun ist"),
        (SENT | {"addressee": " "}, "wer es tun soll"),
        (SENT | {"due": "bald"}, "ist kein Datum"),
        (SENT | {"due": "2025"}, "Die Frist liegt vor dem Beschluss"),
    ],
)
def test_wrong_input_is_a_sentence_and_nothing_is_noted(desk, key, sent, words):
    entries = JournalEntry.objects.count()
    done = desk.post(NOTE, sent)
    assert done.status_code == 422
    assert words in text(done)
    assert sent["due"] in text(done)
    assert not Mandate.objects.exists()
    assert JournalEntry.objects.count() == entries


def test_reports_and_the_end_are_steps_of_the_chain(desk, signed_in, mandate):
    saarland = signed_in("SL")
    assert "Auftrag abschließen" not in text(saarland.get(mandate))
    sent = {"what": "Zwischenbericht liegt vor"}
    done = saarland.post(mandate + "bericht/", sent, follow=True)
    assert "Zwischenbericht liegt vor" in text(done)
    assert "berichtet" in text(done)

    closed = desk.post(mandate + "abschluss/", follow=True)
    assert "Auftrag abgeschlossen" in text(closed)
    assert "erledigt" in text(closed)
    assert "Bericht eintragen" not in text(closed)


def test_an_empty_report_and_a_second_end_are_refused(desk, mandate):
    empty = desk.post(mandate + "bericht/", {"what": ""})
    assert empty.status_code == 422
    assert "in einem Satz" in text(empty)
    long = desk.post(mandate + "bericht/", {"what": "x" * 301})
    assert (long.status_code, "301 Zeichen" in text(long)) == (422, True)
    desk.post(mandate + "abschluss/")
    again = desk.post(mandate + "abschluss/")
    assert (again.status_code, "schon abgeschlossen" in text(again)) == (409, True)


def test_the_register_says_how_each_mandate_stands(desk, mandate, settings):
    assert "offen" in text(desk.get(LIST))
    settings.REIHUM_NOW += timedelta(days=90)  # 21 February 2027
    assert "bald fällig" in text(desk.get(LIST))
    settings.REIHUM_NOW += timedelta(days=30)
    assert "überfällig" in text(desk.get(LIST))


def test_only_the_office_notes_and_closes(signed_in, key, mandate):
    client, entries = signed_in("BY"), JournalEntry.objects.count()
    for done in (
        client.get(NOTE),
        client.post(NOTE, SENT),
        client.post(mandate + "abschluss/"),
    ):
        assert done.status_code == 403
        assert "die Geschäftsstelle" in text(done)
    assert JournalEntry.objects.count() == entries


def test_a_guest_sees_a_mandate_once_its_resolution_is_public(
    signed_in, office, key, mandate
):
    guest = signed_in("bundesministerium")
    assert guest.get(mandate).status_code == 404
    assert guest.post(mandate + "bericht/", {"what": "x"}).status_code == 404
    assert "Ziffer 1" not in text(guest.get(LIST))
    publish(office, key=key, parts=["resolution"])
    assert "Ziffer 1" in text(guest.get(LIST))
    page = text(guest.get(mandate))
    assert "Bericht eintragen" not in page
    assert guest.post(mandate + "bericht/", {"what": "x"}).status_code == 403


def test_a_stranger_is_asked_to_sign_in(mandate):
    for url in (LIST, mandate, NOTE):
        assert Client().get(url).status_code == 302


def test_what_there_is_not_is_not_found(desk, intmk):
    assert desk.get(LIST + "999/").status_code == 404
    assert desk.get(NOTE).status_code == 404
