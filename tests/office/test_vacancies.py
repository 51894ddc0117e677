"""A Land writes a vacancy in one form and sees it published, or is told what lacks."""

import re

import pytest
from django.test import Client

from reihum.reads.vacancies import own_advertisements
from reihum.records.models import Vacancy
from tests.acts.test_vacancies import DAY

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

LIST = "/buero/intmk/stellen/"
FORM = {
    "member": "SN", "title": "Koch / Köchin (m/w/d)", "kind": "work",
    "employer": "Stadtküche", "description": "Kochen.\n- für Schulen",
    "city": "Chemnitz",
    "public_service": "on", "working_time": ["full", "part"], "hours": "38,5",
    "pay_low": "3050", "pay_high": "3400,50", "pay_unit": "month", "level": "3",
    "land": "SN", "apply_url": "https://kueche.example/1", "deadline": "2026-12-31",
}  # fmt: skip


@pytest.fixture
def saxony(signed_in):
    return signed_in("SN")


def _send(client: Client, **more):
    return client.post(f"{LIST}neu/", FORM | more)


def test_one_form_and_one_button_publish_a_vacancy(saxony):
    answer = _send(saxony, do="publish")
    assert answer.status_code == 302
    (found,) = own_advertisements(DAY)
    assert found.hours == 38.5
    assert found.salary.high == 3400.5
    assert "veröffentlicht" in saxony.get(answer.url).content.decode()
    assert "Koch / Köchin" in saxony.get(LIST).content.decode()


def test_a_draft_is_kept_and_changed_and_published(saxony):
    page = _send(saxony, do="keep").url
    assert own_advertisements(DAY) == ()
    changed = saxony.post(f"{page}aendern/", FORM | {"title": "Beikoch", "do": "keep"})
    assert changed.status_code == 302
    assert saxony.post(f"{page}veroeffentlichen/").status_code == 302
    assert [one.title for one in own_advertisements(DAY)] == ["Beikoch"]
    assert saxony.post(f"{page}zurueckziehen/").status_code == 302
    assert own_advertisements(DAY) == ()
    shown = saxony.get(page).content.decode()
    assert "Niemand außer Ihnen" not in shown  # the other Länder still see it
    assert "Nur die Mitglieder" in shown


def test_what_lacks_for_a_publication_is_said_and_nothing_typed_is_lost(saxony):
    answer = _send(saxony, do="publish", apply_url="")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "wo man sich bewirbt" in shown
    assert "38,5" in shown
    assert Vacancy.objects.count() == 1  # kept as a draft


def test_a_draft_that_could_not_be_published_is_mended_and_not_written_twice(saxony):
    shown = _send(saxony, do="publish", apply_url="").content.decode()
    action = re.search(r'<form class="r-form[^>]* action="([^"]+)"', shown, re.DOTALL)[
        1
    ]
    assert saxony.post(action, FORM | {"do": "publish"}).status_code == 302
    assert Vacancy.objects.count() == 1
    assert len(own_advertisements(DAY)) == 1


def test_a_draft_shows_all_that_would_be_published(saxony):
    shown = saxony.get(_send(saxony, do="keep", pay_group="TV-L E 5").url)
    page = shown.content.decode()
    assert "<li>für Schulen</li>" in page
    facts = " ".join(page.partition('class="r-facts')[2].partition("</dl>")[0].split())
    for label, said in (
        ("Arbeitszeit", "Vollzeit, Teilzeit"),
        ("Stunden in der Woche", "38,5"),
        ("Entgeltgruppe", "TV-L E 5"),
        ("Wie viel Deutsch braucht man?", "B1"),
        ("Letzter Tag für Bewerbungen", "31. Dezember 2026"),
        ("Bewerbung auf dieser Internetseite", "https://kueche.example/1"),
    ):
        assert f"<dt>{label}</dt> <dd> {said} </dd>" in facts
    assert "Vertrag" not in facts  # not stated


def test_a_form_that_cannot_be_read_is_shown_again_with_what_was_typed(saxony):
    answer = _send(saxony, pay_low="viel", title="")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Bitte geben Sie eine Zahl ein" in shown
    assert 'value="viel"' in shown


def test_a_wrong_sum_is_refused_at_its_field(saxony):
    answer = _send(saxony, do="keep", pay_low="1")
    assert answer.status_code == 422
    assert "Diese Summe kann nicht stimmen" in answer.content.decode()


def test_a_draft_is_thrown_away(saxony):
    page = _send(saxony, do="keep").url
    assert saxony.post(f"{page}verwerfen/").url == LIST
    assert saxony.get(page).status_code == 404


def test_the_form_shows_what_is_stored(saxony):
    page = _send(saxony, do="keep").url
    shown = saxony.get(f"{page}aendern/").content.decode()
    for part in ('value="38,5"', 'value="2026-12-31"', "Stadtküche", "checked"):
        assert part in shown


def test_another_land_reads_but_does_not_change(saxony, signed_in):
    page = _send(saxony, do="publish").url
    bavaria = signed_in("BY")
    assert "Ändern" not in bavaria.get(page).content.decode()
    assert bavaria.get(f"{page}aendern/").status_code == 403
    for way in ("veroeffentlichen", "zurueckziehen", "verwerfen"):
        assert bavaria.post(f"{page}{way}/").status_code in {403, 409}


def test_an_empty_list_says_what_it_is_for(saxony):
    assert "Noch keine Stellenanzeige" in saxony.get(LIST).content.decode()
