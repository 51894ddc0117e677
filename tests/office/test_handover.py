"""The chair passes on: on that day the rights do, and nobody has to do anything."""

import pytest

from reihum.records.models import ChairTerm, Conference
from tests.conftest import NOW
from tests.pages import words

pytestmark = pytest.mark.integration

LAST, FIRST = (
    NOW.replace(year=2027, month=6, day=30),
    NOW.replace(year=2027, month=7, day=1),
)
DOORS = (
    ("konferenzen/neu/", {"number": "23", "begins": "2028", "mode": "in_person"}),
    ("konferenzen/22/treffen/", {"kind": "autumn", "begins": "2026", "mode": "video"}),
    ("konferenzen/22/absage/", {"note": "Nein."}),
    ("konferenzen/22/antragsaufruf/", {}),
    ("regelwerk/", {"text": "body = 1"}),
    ("vorsitz/", {"land": "SN", "begins": "2028-07-01", "ends": "2029-06-30"}),
)  # fmt: skip


@pytest.mark.parametrize(("address", "sent"), DOORS)
def test_the_day_after_the_old_office_is_refused_at_every_door(
    signed_in, settings, journal_length, address, sent
):
    settings.REIHUM_NOW = FIRST
    answer = signed_in("RP", office=True).post(f"/buero/intmk/{address}", sent)
    assert answer.status_code == 403
    assert "den Vorsitz hat das Saarland" in words(answer)
    assert "Ihr Amt als Geschäftsstelle gilt nur während des Vorsitzes" in words(answer)
    assert journal_length() == 0
    assert (Conference.objects.count(), ChairTerm.objects.count()) == (1, 3)


def test_its_desk_is_that_of_a_land_from_then_on(signed_in, settings):
    client = signed_in("RP", office=True)
    settings.REIHUM_NOW = LAST
    assert "Nächste Schritte" in words(client.get("/buero/intmk/"))
    settings.REIHUM_NOW = FIRST
    page = words(client.get("/buero/intmk/"))
    assert "Land Rheinland-Pfalz" in page
    assert "Geschäftsstelle bis 30. Juni 2027" in page
    assert "Nächste Schritte" not in page
    assert "Konferenz planen" not in words(client.get("/buero/intmk/konferenzen/"))


def test_the_new_office_acts_without_anybody_doing_anything(signed_in, settings):
    client = signed_in("SL", office=True)
    sent = {"number": "23", "begins": "2028", "mode": "in_person"}
    settings.REIHUM_NOW = LAST
    assert client.post("/buero/intmk/konferenzen/neu/", sent).status_code == 403
    settings.REIHUM_NOW = FIRST
    assert client.post("/buero/intmk/konferenzen/neu/", sent).status_code == 302
    assert Conference.objects.filter(number=23).exists()
    assert "Geschäftsstelle · Saarland" in words(client.get("/buero/intmk/"))
